# SPDX-License-Identifier: GPL-3.0-or-later
"""The course of a fault run: the office works, harm is done at moments of a seed, it is healed, all comes to rest, the judge speaks."""
import argparse
import collections
import json
import random
import shutil
import sys
import time

sys.argv, arguments = sys.argv[:2], sys.argv[2:]
import clients  # noqa: E402
import doctor  # noqa: E402
import evidence  # noqa: E402
import judge  # noqa: E402
import office  # noqa: E402
import world  # noqa: E402


def options_of(**defaults):
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--desks", type=int, default=2)
    parser.add_argument("--every", type=float, default=0.5, help="seconds between two faults, on average")
    parser.add_argument("--day-seconds", type=float, default=1.5, help="how long a day of the office takes")
    parser.add_argument("--end-days", type=int, default=20, help="so many days pass after the faults, until no message waits")
    parser.add_argument("--pause-ms", type=int, default=150, help="between two steps of a worker")
    parser.add_argument("--evidence", help="keep the evidence in this folder")
    parser.add_argument("--keep", help="where the run breaks off: keep its logs and stores in this folder")
    parser.add_argument("--doctor", action="store_true", help="see that the judge finds fault with spoiled evidence")
    parser.set_defaults(**defaults)
    return parser.parse_args(arguments)


class Course:
    """`harm(course)` does one thing to the office and counts it in course.counts; `heal(course)` takes all of it back."""

    def __init__(self, its_office, options, harm, heal):
        self.office, self.options, self.harm, self.heal = its_office, options, harm, heal
        self.chance = random.Random(options.seed)
        self.counts = collections.Counter()

    is_online = False  # The desks were at the server all the time, so a share's first message is as old as the share.

    def crashed(self):
        """R16: whatever was done to it, no program crashed."""
        for desk in self.office.desks:
            for program in (desk.agent, desk.worker):
                if program and not program.alive():
                    program.note_crash()
        print(f"  {'BAD ' if office.Process.crashes else 'ok  '} R16 No program ended by a signal that nobody sent it.")
        for crash in office.Process.crashes:
            print(f"         {crash}")
        return ["r16_crash"] if office.Process.crashes else []

    def keep(self):
        if self.options.keep:
            shutil.copytree(self.office.folder, self.options.keep, dirs_exist_ok=True, ignore=shutil.ignore_patterns("S.*"))

    def play(self):
        """The names of the invariants that did not hold."""
        try:
            return self._play()
        except AssertionError:
            self.keep()
            raise
        finally:
            self.office.close()

    def rest(self, people):
        """Why all does not finish, though nothing stands in its way any more; empty where it does. What did happen is judged
        either way."""
        try:
            evidence.wait_until_quiet(self.office, self.options.end_days)
            people.stop()
            evidence.wait_until_quiet(self.office, self.options.end_days)
            return ""
        except evidence.NotAtRest as restless:
            people.stop()
            return str(restless)


    def _play(self):
        options = self.options
        self.office.start_desks(options.seed, options.pause_ms)
        people = clients.Clients(self.office, options.seed)
        people.start()
        end = time.monotonic() + options.seconds
        next_day = time.monotonic() + options.day_seconds
        while (now := time.monotonic()) < end:
            # The moment is the fault: how long the processes work undisturbed comes from the seed, not from a condition.
            time.sleep(self.chance.uniform(0.05, 2 * options.every))
            self.harm(self)
            if now > next_day:
                self.office.next_day()
                next_day = now + options.day_seconds
        for desk in self.office.desks:
            if desk.worker:
                desk.worker.end()
        self.heal(self)
        restless = self.rest(people)
        told = {line["refused"] for desk in self.office.desks for line in evidence.lines(desk.journal) if "refused" in line}
        for sentence in sorted(told):
            print(f"  a worker read: {sentence}")
        folder = options.evidence or f"{self.office.folder}/evidence"
        evidence.gather(self.office, folder, self.is_online)
        print(f"seed {options.seed}, {options.store}, {options.seconds:g} s: {dict(self.counts)}; clients {people.counts}", flush=True)
        broken = judge.judge(folder)
        print(f"  {'BAD ' if restless else 'ok  '} REST Once all is healed, everything finishes.")
        if restless:
            print(f"         {restless}")
            broken.append("rest")
            self.keep()
        broken += self.crashed()
        if options.doctor and doctor.main(folder):
            broken.append("the judge itself")
        return broken


def bad_moment(course):
    """The next texts meet a carrier at its worst."""
    kind = course.chance.choice(["taken_then_broken", "server_error", "too_many", "undelivered"])
    course.office.ask_carrier("POST", "/trial/fault", json.dumps({"kind": kind, "times": course.chance.randrange(1, 3), "code": 30005}))
    course.counts["carrier"] += 1


def end(broken, options, script):
    if broken:
        print(f"BROKEN: {', '.join(broken)}. Again: python3 {script} {world.BIN} --seconds {options.seconds:g} --seed {options.seed} "
              f"--store {options.store}")
    sys.exit(1 if broken else 0)


def skip(reason):
    """What this machine lacks, after really trying."""
    print(f"SKIPPED: {reason}")
    sys.exit(77)
