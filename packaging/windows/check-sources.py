#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-sources.py BUILD [FOLDER…]: reads every source that Windows would build with a compiler for Windows.

mingw-w64 (Debian's g++-mingw-w64-x86-64-posix) against this machine's Qt and library headers, syntax and types only: nothing is
linked and nothing runs. It finds calls that Windows does not have, not those that do something else there. Takes minutes.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

build = pathlib.Path(sys.argv[1]).resolve()
top = pathlib.Path(__file__).resolve().parents[2]
folders = sys.argv[2:] or ["core", "app", "ui", "server"]
COMPILER = "x86_64-w64-mingw32-g++-posix"
# Only these of /usr/include: with all of it, the headers of this system would be taken for those of Windows.
LIBRARIES = ("boost", "curl", "sodium", "sodium.h", "phonenumbers", "google", "unicode", "absl", "qrencode.h", "archive.h", "archive_entry.h",
             "csv.h", "CLI", "kainjow", "cjose", "jansson.h", "jansson_config.h", "openssl", "oath.h", "liboath", "qt6keychain",
             "prometheus", "mustache.hpp")
HERE_ONLY = re.compile(r"/(unix|linux|mac|xdg)[a-z]*\.(cpp|mm)$")


def sources():
    """What the build knows, without what it generated and what is for other systems."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"])
        inside = path.is_relative_to(top) and not path.is_relative_to(build)
        if inside and path.suffix == ".cpp" and any(path.is_relative_to(top / folder) for folder in folders) and not HERE_ONLY.search(str(path)):
            yield path, shlex.split(entry["command"])


def for_windows(path, command, includes):
    kept = [word for word in command if word.startswith("-D") or (word.startswith("-I") and str(build) in word)]
    # Not through a folder of this system's headers, whichever way the build names it; gcc for Windows has a mkspec of its own.
    system = [command[i + 1] for i, word in enumerate(command[:-1]) if word == "-isystem"]
    kept += [part for folder in system if folder.rstrip("/") != "/usr/include" and "mkspecs" not in folder for part in ("-isystem", folder)]
    return [COMPILER, "-std=c++20", "-fsyntax-only", "-w", "-DUNICODE", "-D_UNICODE", "-DWIN32_LEAN_AND_MEAN", "-DNOMINMAX",
            "-isystem", "/usr/lib/x86_64-linux-gnu/qt6/mkspecs/win32-g++", "-I", str(top), *kept, "-isystem", str(includes), str(path)]


def check(job):
    run = subprocess.run(job[1], capture_output=True, text=True)
    return job[0], run.returncode, run.stderr


def others():
    """Files for Windows that this system's build leaves out, with the command of a neighbour."""
    known = {}
    for path, command in sources():
        known.setdefault(path.parent, command)
    for folder in folders:
        for path in (top / folder).rglob("*.cpp"):
            if re.match(r"(windows|other|system)", path.name) and path.parent in known:
                yield path, known[path.parent]


with tempfile.TemporaryDirectory() as folder:
    includes = pathlib.Path(folder)
    for name in LIBRARIES:
        for place in ("/usr/include", "/usr/include/x86_64-linux-gnu"):
            if os.path.exists(f"{place}/{name}") and not (includes / name).exists():
                (includes / name).symlink_to(f"{place}/{name}")
    if (includes / "openssl").exists():  # Its second half is elsewhere on multiarch systems.
        (includes / "openssl").unlink()
        (includes / "openssl").mkdir()
        for place in ("/usr/include/openssl", "/usr/include/x86_64-linux-gnu/openssl"):
            for header in pathlib.Path(place).glob("*.h"):
                (includes / "openssl" / header.name).symlink_to(header)
    jobs = {path: for_windows(path, command, includes) for path, command in [*sources(), *others()]}
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, code, said in pool.map(check, jobs.items()):
            if code:
                bad += 1
                errors = [line for line in said.splitlines() if "error" in line]
                print(f"{path.relative_to(top)}:\n  " + "\n  ".join(errors[:4]), flush=True)
print(f"{len(jobs)} sources read for Windows, {bad} of them can't be compiled there")
sys.exit(1 if bad or not jobs else 0)
