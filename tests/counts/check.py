#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the instructions of the hot paths under callgrind and fails where one takes 10 % more than counts.json says.

check.py PROGRAM BUILD [--write]

BUILD names compiler, its version, build type and processor: counts of another build say nothing, so they are kept apart, and
a build without counts is skipped with a word. --write keeps what was counted as the new truth; the commit says why."""
import json
import os
import re
import subprocess
import sys
import tempfile

KEPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "counts.json")
MORE = 0.10
SKIPPED = 77


def count(program):
    """name -> instructions"""
    with tempfile.TemporaryDirectory(prefix="handrail-counts-") as folder:
        # The seed of Qt's hashes decides the order in which things are walked, and so the count.
        told = subprocess.run(
            ["valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={folder}/out", "-q", program, "[counts]"],
            env={**os.environ, "QT_HASH_SEED": "0"}, capture_output=True, text=True, check=False)
        if told.returncode != 0:
            sys.exit(f"the counting itself failed:\n{told.stdout}\n{told.stderr}")
        return read(folder)


def read(folder):
    counts = {}
    for name in sorted(os.listdir(folder)):
        with open(f"{folder}/{name}", encoding="utf-8", errors="replace") as file:
            text = file.read()
        trigger = re.search(r"^desc: Trigger: Client Request: (\S+)$", text, re.MULTILINE)
        total = re.search(r"^totals: (\d+)", text, re.MULTILINE)
        if trigger and total:
            counts[trigger.group(1)] = int(total.group(1))
    return counts


def problems(counted, kept):
    """What to say of counts that are too high, and of those that are in one of the two only."""
    said = []
    for name in sorted(counted.keys() | kept.keys()):
        if name not in kept:
            said.append(f"{name}: {counted[name]:,} instructions, and counts.json has none to hold it against (--write)")
        elif name not in counted:
            said.append(f"{name}: is in counts.json and was not counted")
        elif counted[name] > kept[name] * (1 + MORE):
            said.append(f"{name}: {counted[name]:,} instructions, {counted[name] / kept[name] - 1:+.1%} of {kept[name]:,}: "
                        f"find out why, or keep it with --write and say why in the commit")
    return said


def main():
    program, build = sys.argv[1:3]
    with open(KEPT, encoding="utf-8") as file:
        kept = json.load(file)
    if "--write" in sys.argv:
        kept[build] = count(program)
        with open(KEPT, "w", encoding="utf-8") as file:
            json.dump(kept, file, indent=2, sort_keys=True)
            file.write("\n")
        return 0
    if build not in kept:
        print(f"skipped: there are no counts of {build} (there are of {', '.join(kept)}); --write makes them")
        return SKIPPED
    counted = count(program)
    for name, number in counted.items():
        before = kept[build].get(name)
        print(f"{name:30} {number:14,}" + (f" {number / before - 1:+7.1%}" if before else ""))
    found = problems(counted, kept[build])
    print("\n".join(found) or f"{len(counted)} hot paths, none takes more than {MORE:.0%} more than it did.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
