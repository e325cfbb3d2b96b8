# SPDX-License-Identifier: GPL-3.0-or-later
"""disk.py BIN --kind tmpfs|ext4 ...: the disks of a desk and of the server fill up, programs die and start on the full disk, and it is
freed again. Nothing may end in SIGBUS; a program that can't start says why in a sentence; what was saved stays saved."""
import pathlib
import shutil
import tempfile

import course
import office
import smalldisk

class SmallDisks(office.Office):
    def __init__(self, kind, options):
        self.disks, self.sentences = {}, set()
        self.mounts = tempfile.mkdtemp(prefix="handrail-disks-")
        try:
            for name, megabytes in (("server", 40), ("desk1", 24)):
                self.disks[name] = smalldisk.Disk(kind, f"{self.mounts}/{name}", megabytes)
        except OSError as failure:
            self.unmount()
            course.skip(f"small disks can't be mounted here: {failure}")
        super().__init__(options.store, options.seed)
        self.sections["database"]["url"] = f"sqlite:{self.database_file()}"

    def database_file(self):
        return f"{self.mounts}/server/server.db"

    def set_up(self, desks):
        self.prepare(desks)
        self.desks[0].profile = f"{self.mounts}/desk1/profile"
        self.start_server()
        for desk in self.desks:
            desk.sign_in()

    def look_after(self):
        """What ended by itself: noted how, and what it said last; started again."""
        for desk in self.desks:
            self.again(desk.agent, desk.start_agent)
            if desk.worker:
                self.again(desk.worker, lambda d=desk: d.start_worker(self.random.randrange(1 << 30), self.pause_ms))
        self.again(self.server, lambda: self.start_server(wait=False))

    def again(self, program, start):
        if program.alive():
            return
        program.note_crash()
        said = pathlib.Path(program.log).read_text(encoding="utf-8", errors="replace").splitlines()
        if said and program.process.returncode > 0:
            self.sentences.add(said[-1])
        start()

    def unmount(self):
        for disk in self.disks.values():
            disk.close()
        shutil.rmtree(self.mounts, ignore_errors=True)

    def close(self):
        super().close()
        self.unmount()


def harm(its):
    """Fills or frees a disk; now and then a program is killed and must start on the full one."""
    its.office.look_after()
    name = its.chance.choice(["server", "desk1"])
    disk = its.office.disks[name]
    what = its.chance.random()
    if what < 0.4:
        disk.fill(its.chance.choice([0, 0, 1024, 4096, 20000, 60000, 200000]))
        its.counts[f"{name}'s disk filled"] += 1
    elif what < 0.6:
        disk.free()
        its.counts[f"{name}'s disk freed"] += 1
    elif name == "server":
        its.office.server.end()
        its.office.start_server(wait=False)
        its.counts["server killed"] += 1
    else:
        desk = its.office.desks[0]
        for program, start in ((desk.worker, lambda: desk.start_worker(its.chance.randrange(1 << 30), its.options.pause_ms)),
                               (desk.agent, desk.start_agent)):
            program.end()
            start()
        its.counts["desk1 killed"] += 1


def heal(its):
    for disk in its.office.disks.values():
        disk.free()
    its.office.server.end()
    its.office.start_server()
    for desk in its.office.desks:
        its.office.again(desk.agent, desk.start_agent)


def main():
    kind = "tmpfs"
    if "--kind" in course.arguments:
        place = course.arguments.index("--kind")
        kind = course.arguments[place + 1]
        del course.arguments[place:place + 2]
    options = course.options_of(every=0.6)
    its_office = SmallDisks(kind, options)
    its_office.pause_ms = options.pause_ms
    its_office.set_up(options.desks)
    broken = course.Course(its_office, options, harm, heal).play()
    for sentence in sorted(its_office.sentences):
        print(f"  said: {sentence}")
    course.end(broken, options, __file__)


if __name__ == "__main__":
    main()
