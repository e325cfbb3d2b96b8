# SPDX-License-Identifier: GPL-3.0-or-later
"""pause.py BIN ...: SIGSTOP and SIGCONT. An agent sleeps longer than its lease and wakes believing that it has it; the server sleeps
while the carrier takes what it handed over, and longer than anybody waits for it. With PostgreSQL a second server goes on meanwhile.

The desks have no clock of the test's: by their own monotonic clock no time has passed when the server's clock is moved."""
import signal
import time

import course
import office

LEASE = 120  # seconds, as in server/gateway/gateway.h
HELD = 600


class Sleepers(office.Office):
    other = None

    def desk_clock_arguments(self):
        return []

    def start_server(self, wait=True):
        super().start_server(wait)
        if self.store == "postgres" and not self.other:
            port, self.port = self.port, office.free_port()
            self.sections["server"]["listen_port"] = self.port
            self.other = office.Process([f"{office.world.BIN}/handrail-server", "--config", self.config("other.ini"), "serve"],
                                        f"{self.folder}/other.log")
            self.processes.append(self.other)
            self.port = self.sections["server"]["listen_port"] = port


def sleep_seconds(its):
    return its.chance.choice([5, LEASE + 10, LEASE + 10, HELD + 20])


def agent_sleeps(its):
    desk = its.chance.choice(its.office.desks)
    desk.agent.process.send_signal(signal.SIGSTOP)
    its.office.set_clock(its.office.offset + sleep_seconds(its))
    time.sleep(its.chance.uniform(0.1, 0.6))  # The others work on: what is due again they may take.
    desk.agent.process.send_signal(signal.SIGCONT)
    its.counts["agent slept"] += 1


def server_sleeps(its):
    """The carrier is asleep when the server calls it, so that the server sleeps in the middle of a send."""
    carrier = its.office.carrier.process
    carrier.send_signal(signal.SIGSTOP)
    end = time.monotonic() + 2
    caught = False
    while time.monotonic() < end and not caught:
        caught = bool(its.office.rows("message", "state = 'sending'"))
    its.office.server.process.send_signal(signal.SIGSTOP)
    carrier.send_signal(signal.SIGCONT)
    time.sleep(0.2)
    its.office.set_clock(its.office.offset + sleep_seconds(its))
    time.sleep(its.chance.uniform(0.1, 0.6))
    its.office.server.process.send_signal(signal.SIGCONT)
    its.counts["server slept in the middle of a send" if caught else "server slept"] += 1


def harm(its):
    its.chance.choice([agent_sleeps, agent_sleeps, server_sleeps])(its)
    if its.chance.random() < 0.2:
        course.bad_moment(its)


def heal(its):
    """Everybody is awake already."""


def main():
    options = course.options_of(every=0.8, day_seconds=3)
    its_office = Sleepers(options.store, options.seed)
    its_office.set_up(options.desks)
    course.end(course.Course(its_office, options, harm, heal).play(), options, __file__)


if __name__ == "__main__":
    main()
