# SPDX-License-Identifier: GPL-3.0-or-later
"""kill.py BIN --seconds S --seed N --store sqlite|postgres: kill -9 of desks, agents and the server at moments of a seed."""
import argparse
import collections
import json
import os
import random
import shutil
import signal
import sys
import time

sys.argv, arguments = [sys.argv[0], sys.argv[1]], sys.argv[2:]
import clients  # noqa: E402
import doctor  # noqa: E402
import evidence  # noqa: E402
import judge  # noqa: E402
import office  # noqa: E402
import world  # noqa: E402


def harm(its_office, chance, victims, counts):
    """One kill and a new start, or a bad moment of the carrier."""
    victim = chance.choice(victims)
    desk = chance.choice(its_office.desks)
    if victim == "server":
        its_office.server.end(signal.SIGKILL)
        its_office.start_server(wait=False)
    elif victim == "agent":
        desk.agent.end(signal.SIGKILL)
        desk.start_agent()
    elif victim == "worker":
        desk = chance.choice([d for d in its_office.desks if d.role == "worker"])
        desk.worker.end(signal.SIGKILL)
        desk.start_worker(chance.randrange(1 << 30), its_office.pause_ms)
    else:
        kind = chance.choice(["taken_then_broken", "server_error", "too_many", "undelivered"])
        world.ask(its_office.carrier.port, "POST", "/trial/fault", json.dumps({"kind": kind, "times": chance.randrange(1, 3), "code": 30005}))
    counts[victim] += 1


def run(options):
    chance = random.Random(options.seed)
    counts = collections.Counter()
    its_office = office.Office(options.store, options.seed)
    its_office.pause_ms = options.pause_ms
    try:
        its_office.set_up(options.desks)
        its_office.start_desks(options.seed, options.pause_ms)
        people = clients.Clients(its_office, options.seed)
        people.start()
        end, next_day = time.monotonic() + options.seconds, time.monotonic() + options.day_seconds
        while (now := time.monotonic()) < end:
            # The moment is the fault: how long the processes work undisturbed comes from the seed, not from a condition.
            time.sleep(chance.uniform(0.05, 2 * options.every))
            harm(its_office, chance, ["server", "agent", "worker", "worker", "agent", "carrier"], counts)
            if now > next_day:
                its_office.next_day()
                next_day = now + options.day_seconds
        for desk in its_office.desks:
            if desk.worker:
                desk.worker.end(signal.SIGKILL)
        world.ask(its_office.carrier.port, "POST", "/trial/fault", json.dumps({"kind": "server_error", "times": 0}))
        its_office.server.end(signal.SIGKILL)
        its_office.start_server()
        evidence.wait_until_quiet(its_office)
        people.stop()
        evidence.wait_until_quiet(its_office)
        folder = options.evidence or f"{its_office.folder}/evidence"
        evidence.gather(its_office, folder)
        print(f"seed {options.seed}, {options.store}, {options.seconds} s: killed {counts['worker']} desks, {counts['agent']} agents, "
              f"{counts['server']} servers; {counts['carrier']} bad moments of the carrier; clients {people.counts}", flush=True)
        broken = judge.judge(folder)
        if options.doctor and doctor.main(folder):
            broken.append("the judge itself")
        return broken
    except AssertionError:
        if options.keep:
            shutil.copytree(its_office.folder, options.keep, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.agent", "S.*"))
        raise
    finally:
        its_office.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--desks", type=int, default=2)
    parser.add_argument("--every", type=float, default=0.5, help="seconds between two faults, on average")
    parser.add_argument("--day-seconds", type=float, default=1.5, help="how long a day of the office takes")
    parser.add_argument("--pause-ms", type=int, default=150, help="between two steps of a worker")
    parser.add_argument("--evidence", help="keep the evidence in this folder")
    parser.add_argument("--keep", help="where the run breaks off: keep its logs and stores in this folder")
    parser.add_argument("--doctor", action="store_true", help="see that the judge finds fault with spoiled evidence")
    options = parser.parse_args(arguments)
    if options.evidence:
        os.makedirs(options.evidence, exist_ok=True)
    broken = run(options)
    if broken:
        print(f"BROKEN: {', '.join(broken)}. Again: tests/faults/run.sh --seconds {options.seconds} --seed {options.seed} --store {options.store}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
