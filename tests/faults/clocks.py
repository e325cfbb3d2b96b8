# SPDX-License-Identifier: GPL-3.0-or-later
"""clocks.py BIN ...: wrong and jumping clocks, by libfaketime. Desks are days and years off and jump; the server's own clock (which
is the carriers', too) jumps forward and back and drifts. No file of offsets is given to the programs: each believes its system."""
import glob
import os
import pathlib

import course
import evidence
import office
import world

DAY = 86400
WRONG = [365 * DAY, -365 * DAY, 3 * DAY, -9 * DAY, 3 * 3600, -3 * 3600, 0]


def library():
    found = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
    if not found:
        course.skip("libfaketime is not installed (package faketime)")
    return found[0]


class WrongClocks(office.Office):
    """`offset` is the true time's, which server and carriers have; each desk is `wrong` seconds off that."""

    def __init__(self, *arguments, **more):
        super().__init__(*arguments, clock=False, **more)
        self.library = library()
        self.wrong = {}
        self.offset = office.START - int(evidence.now_ms_here() / 1000)
        self.write_times()
        self.server_environment = self.environment("true")

    def environment(self, name):
        # Without FAKETIME_DONT_FAKE_MONOTONIC a step back would freeze every timer of the program.
        return {"LD_PRELOAD": self.library, "FAKETIME_TIMESTAMP_FILE": f"{self.folder}/time-{name}", "FAKETIME_NO_CACHE": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1"}

    def set_time(self, name, offset):
        self.write(f"time-{name}.new", f"{offset:+d}\n")
        os.replace(f"{self.folder}/time-{name}.new", f"{self.folder}/time-{name}")

    def write_times(self):
        self.set_time("true", self.offset)
        for desk in self.desks:
            self.set_time(desk.name, self.offset + self.wrong.get(desk.name, 0))

    def learned(self, desk):
        """By how many seconds the desk puts its own clock right."""
        path = pathlib.Path(desk.profile) / "server-clock"
        return int(path.read_text()) if path.exists() else 0

    def set_clock(self, offset):
        self.offset = offset
        self.write_times()

    def run(self, *arguments, **more):
        """The commands that set the office up live at the true time, too."""
        before = dict(os.environ)
        os.environ.update(self.environment("true"))
        try:
            return super().run(*arguments, **more)
        finally:
            os.environ.clear()
            os.environ.update(before)

    def start_carrier(self):
        self.carrier_environment = self.environment("true")
        super().start_carrier()

    def set_up(self, desks):
        self.prepare(desks)
        for number, desk in enumerate(self.desks):
            desk.environment = self.environment(desk.name)
            self.wrong[desk.name] = WRONG[number % 4]
        self.write_times()
        self.start_server()
        for desk in self.desks:
            desk.sign_in()


def set_desk(its, desk, seconds):
    """Nobody shares in the second between a clock that is set and the agent's next word with the server, which puts it right."""
    if desk.worker:
        desk.worker.end()
    its.office.wrong[desk.name] = seconds
    its.office.write_times()
    world.wait_until(lambda: abs(its.office.learned(desk) + seconds) < 120, f"{desk.name} to learn the time", 30)
    if desk.worker:
        desk.start_worker(its.chance.randrange(1 << 30), its.options.pause_ms)


def harm(its):
    """A desk's clock is set, or the server's jumps or drifts."""
    if its.chance.random() < 0.6:
        set_desk(its, its.chance.choice(its.office.desks), its.chance.choice(WRONG))
        its.counts["desk's clock set"] += 1
    else:
        # Hours of the night, too: nothing may go out then. Back again by as much, or on.
        its.office.set_clock(its.office.offset + its.chance.choice([-7200, -60, 5, 60, 3 * 3600, 6 * 3600, 11 * 3600]))
        its.counts["server's clock set"] += 1


def heal(its):
    """Clocks stay wrong where they are; only the true one goes back to ten in the morning, for the days that follow."""
    now = evidence.now_ms(its.office) / 1000
    its.office.set_clock(its.office.offset + int((office.START - now) % DAY))


def main():
    options = course.options_of(every=0.7, day_seconds=3)
    its_office = WrongClocks(options.store, options.seed)
    its_office.set_up(options.desks)
    its = course.Course(its_office, options, harm, heal)
    its.is_online = True
    course.end(its.play(), options, __file__)


if __name__ == "__main__":
    main()
