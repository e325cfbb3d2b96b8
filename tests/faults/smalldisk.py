# SPDX-License-Identifier: GPL-3.0-or-later
"""Small disks of a test's own: tmpfs, and ext4 with blocks of 1 KiB in a file, on which a write into a mapped file may end in
SIGBUS. Root alone may mount them."""
import os
import shutil
import subprocess

KINDS = ("tmpfs", "ext4")


class Disk:
    def __init__(self, kind, place, megabytes):
        self.place, self.image = place, f"{place}.img"
        self.filler = f"{place}/filler"
        os.makedirs(place, exist_ok=True)
        if kind == "tmpfs":
            command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", place]
        else:
            with open(self.image, "wb") as file:
                file.truncate(megabytes << 20)
            # -m 0: nothing is set aside for root, as whom this may run.
            subprocess.run([shutil.which("mkfs.ext4") or "/sbin/mkfs.ext4", "-q", "-b", "1024", "-m", "0", self.image], check=True)
            command = ["mount", "-o", "loop", self.image, place]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            raise OSError(done.stderr.strip())

    def fill(self, left):
        """Until `left` bytes are free; 0: until nothing more goes in."""
        room = os.statvfs(self.place)
        wanted = room.f_bavail * room.f_frsize - left
        with open(self.filler, "ab", buffering=0) as file:
            try:
                while wanted > 0:
                    wanted -= file.write(b"x" * min(wanted, 65536))
            except OSError:  # full
                if left == 0:
                    self._last_bytes(file)

    @staticmethod
    def _last_bytes(file):
        try:
            while True:
                file.write(b"x" * 512)
        except OSError:
            pass

    def free(self):
        if os.path.exists(self.filler):
            os.unlink(self.filler)

    def close(self):
        subprocess.run(["umount", "-l", self.place], capture_output=True, check=False)
        if os.path.exists(self.image):
            os.unlink(self.image)
