# SPDX-License-Identifier: GPL-3.0-or-later
"""sigbus.py BIN: server and desk start and work on an ext4 of 1 KiB blocks that is full but for 0 to 66 KB. SQLite maps the index of its
log, and used to die of SIGBUS there (docs/decisions/0261). Each size ends with a sentence, or works; never with a signal."""
import signal
import subprocess
import sys

import course
import disk
import office
import world

SIZES = [0, 1024, 5000, *range(8000, 20000, 1000), 33000, 66000]


def sweep(its, small, start, end_well):
    """What became of each size: the exit code, or «works». A program that ended well before leaves no index behind."""
    said = []
    for left in SIZES:
        small.free()
        end_well()
        small.fill(left)
        program = start()
        try:
            code = world.wait_until(lambda: (program.process.poll() is not None and [program.process.poll()]) or its.works(program), "an end", 30)
        finally:
            program.end(signal.SIGKILL)
        said.append("works" if code is True else code[0])
    small.free()
    return said


def fill_under(its, small, desk):
    """The disk fills while the server runs, and a desk pushes: still there, or ended by nothing but us."""
    said = []
    for left in SIZES[::4]:
        its.start_server()
        small.fill(left)
        desk.start_worker(left, pause_ms=1, steps=6)
        desk.worker.process.wait(world.PATIENCE)
        subprocess.run([f"{world.BIN}/handrail-agent", "--headless", "--once", "--profile", desk.profile, *its.clock_arguments()],
                       capture_output=True, timeout=world.PATIENCE, check=False)
        said.append("works" if its.server.alive() else its.server.process.returncode)
        its.server.end()
        small.free()
    return said


class Sweep(disk.SmallDisks):
    def works(self, program):
        if program is self.server:
            try:
                return world.ask(self.port, "GET", "/healthz", timeout=2).status < 500
            except OSError:
                return False
        return False


def main():
    options = course.options_of()
    its = Sweep("ext4", options)
    its.pause_ms = 1
    try:
        its.set_up(1)
        desk = its.desks[0]
        its.server.end()

        def server():
            its.start_server(wait=False)
            return its.server

        def worker():
            desk.start_worker(1, pause_ms=1, steps=12)
            return desk.worker

        def server_well():
            its.start_server()
            its.server.end(signal.SIGTERM)
        results = {"server already up": fill_under(its, its.disks["server"], desk),
                   "server": sweep(its, its.disks["server"], server, server_well),
                   "desk": sweep(its, its.disks["desk1"], worker, lambda: worker().process.wait(world.PATIENCE))}
    finally:
        its.close()
    for name, said in results.items():
        print(f"{name}: " + ", ".join(f"{size} free: {end}" for size, end in zip(SIZES if len(said) == len(SIZES) else SIZES[::4], said)))
    bad = [end for said in results.values() for end in said if isinstance(end, int) and end < 0]
    if bad or office.Process.crashes:
        print("BROKEN: a program ended by a signal on a full disk")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
