# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker's window: its start with 0, 10,000 and 100,000 clients beside an empty Qt window, its memory, and keys, scrolling,
a dialog and pulled changes on a big store: desktop.py FOLDER_OF_PROGRAMS

The start is the real program's, on a virtual screen with a keychain of its own; what is seen on that screen says when the
window is there. The rest runs in one process (handrail-bench-desk), which sees its own event loop."""
import json
import mmap
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from report import QUICK, at_most, in_turn, kept_folder, median, ratio, result, say

BIN = os.path.abspath(sys.argv[1])
CLIENTS = (0, 1000, 10000) if QUICK else (0, 10000, 100000)
ROWS = 10000 if QUICK else 1000000
SETTLED = 1.0  # seconds without a change
ALIKE = 0.97


class Screen:
    """Xvfb, whose picture is a file in memory."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="handrail-bench-screen-")
        reading, writing = os.pipe()
        self.process = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-fbdir", self.folder,
                                         "-nolisten", "tcp", "-nocursor"], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as told:
            self.display = f":{told.readline().strip()}"
        with open(f"{self.folder}/Xvfb_screen0", "rb") as file:
            self.picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.row = 1280 * 4
        self.head = len(self.picture) - 800 * self.row

    def look(self):
        """Every eighth line."""
        return b"".join(self.picture[self.head + y * self.row:self.head + (y + 1) * self.row] for y in range(0, 800, 8))

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder)


def alike(one, other):
    """The part of two pictures that is the same, in pieces of 32 dots."""
    same = sum(one[at:at + 128] == other[at:at + 128] for at in range(0, len(one), 128))
    return same / (len(one) / 128)


def start(screen, command, environment):
    """Seconds from exec until the screen looks as it will stay (but for a caret and the like), and MB in use then."""
    empty = screen.look()
    began = time.monotonic()
    process = subprocess.Popen(command, env={**environment, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"},
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    frames, last, changed = [], empty, began
    while time.monotonic() - began < 60:
        now = screen.look()
        if now != last:
            if alike(now, last) < 0.999:
                changed = time.monotonic()
            frames.append((time.monotonic(), now))
            last = now
        elif frames and alike(last, empty) < ALIKE and time.monotonic() - changed > SETTLED:
            break
        time.sleep(0.002)
    usable = next(at for at, frame in frames if alike(frame, last) >= ALIKE and alike(frame, empty) < ALIKE)
    memory = proportional_mb(process.pid)
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    end = time.monotonic() + 10
    while alike(screen.look(), empty) < 0.999 and time.monotonic() < end:
        time.sleep(0.05)
    return {"seconds": usable - began, "mb": memory}


def proportional_mb(pid):
    """Resident memory; pages that are shared with other processes count for their part."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024


def starts():
    """Runs inside a bus with a keychain (main() starts it so)."""
    home = os.environ["HOME"]
    screen = Screen()
    try:
        sides = {"empty": lambda: start(screen, [f"{BIN}/bench-empty-window"], os.environ)}
        for clients in CLIENTS:
            folder = f"{home}/profile-{clients}"
            say(f"a profile with {clients:,} clients")
            subprocess.run([f"{BIN}/handrail-bench-desk", "profile", folder, str(clients)], check=True,
                           env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.DEVNULL)
            sides[clients] = lambda f=folder: start(screen, [f"{BIN}/handrail", "--profile", f], os.environ)
        for side in sides.values():
            side()  # once for the disk's cache
        measured = in_turn(sides)
    finally:
        screen.close()
    bare = measured["empty"]
    for clients in CLIENTS:
        ours = measured[clients]
        at_most(f"desktop, exec to usable window with {clients:,} clients, by an empty Qt window",
                ratio([one["seconds"] for one in ours], [one["seconds"] for one in bare]), 1.5, "times",
                f"{median([one['seconds'] for one in ours]) * 1000:.0f} ms of "
                f"{median([one['seconds'] for one in bare]) * 1000:.0f} ms; its memory {median([one['mb'] for one in ours]):.0f} MB"
                f" of {median([one['mb'] for one in bare]):.0f} MB")


def percent(values, part):
    return sorted(values)[min(len(values) - 1, int(len(values) * part / 100))]


def desk(what, store):
    say(what)
    told = subprocess.run([f"{BIN}/handrail-bench-desk", what, store], check=True, stdout=subprocess.PIPE, text=True,
                          env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    return json.loads(told.stdout)


def on_a_big_store():
    store = f"{kept_folder()}/local-{ROWS}.db"
    if not os.path.exists(store):
        say(f"a store of {ROWS:,} clients and referrals, once")
        subprocess.run([f"{BIN}/handrail-bench", "fill", store, str(ROWS)], check=True)
    for name, found in desk("keys", store).items():
        keys = found["keys"]
        at_most(f"a key in the search of {name}, {ROWS:,} rows, p99", percent(keys, 99), 16, "ms",
                f"from the key to its answer in the list: p50 {percent(keys, 50):.1f} ms, worst {max(keys):.1f} ms of "
                f"{len(keys)} keys; longest block of the event loop {found['block']:.1f} ms")
        at_most(f"longest block of the event loop while typing in {name}", found["block"], 16, "ms")
    found = desk("scroll", store)
    for what in ("pages", "jumps"):
        result(f"scrolling {ROWS:,} referrals, {what}: until the rows are there, p99", round(percent(found[what], 99), 1), "ms",
               detail=f"p50 {percent(found[what], 50):.1f} ms; longest block {found['block']:.1f} ms; the list says "
                      f"{found['rows']:,} rows")
    found = desk("dialog", store)
    result("opening the referral dialog", round(median(found["opened"]), 1), "ms",
           detail=f"until its button works, three sites; p99 {percent(found['opened'], 99):.1f} ms, longest block {found['block']:.1f} ms")
    found = desk("pulled", store)
    keys = found["keys"]
    result(f"a key while {found['changes']:,} pulled changes are applied, p99", round(percent(keys, 99), 1), "ms",
           detail=f"p50 {percent(keys, 50):.1f} ms of {len(keys)} keys, longest block {found['block']:.1f} ms; applied in "
                  f"{found['seconds']:.1f} s by another connection, as the agent does, on {ROWS:,} referrals")


def main():
    if "--starts" in sys.argv:
        starts()
        return
    on_a_big_store()
    home = tempfile.mkdtemp(prefix="handrail-bench-home-")
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    environment.update({"HOME": home, "XDG_RUNTIME_DIR": f"{home}/run", "XDG_DATA_HOME": f"{home}/data",
                        "XDG_CONFIG_HOME": f"{home}/config", "XDG_CACHE_HOME": f"{home}/cache", "LC_ALL": "C.UTF-8"})
    for name in ("run", "data", "config", "cache"):
        os.makedirs(f"{home}/{name}", mode=0o700)
    try:
        subprocess.run(["dbus-run-session", "--", "sh", "-c",
                        'printf bench-only | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec "$@"', "sh",
                        sys.executable, "-B", __file__, BIN, "--starts"], check=True, env=environment)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
