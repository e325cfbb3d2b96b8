#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""replay.py PROGRAM: what a failing seed prints can be relied on. PROGRAM is the simulation with defects planted; one of them is
switched on and a seed found that fails. The command that it prints must show the same failure at the same event by the same
trace; the shrunk one the same invariant, twice in the same way; and without the defect the seed must be fine."""
import re
import shlex
import subprocess
import sys

DEFECT = "send-again-where-unknown"


def run(*arguments, defect=DEFECT):
    done = subprocess.run([sys.argv[1], "--defect", defect, *arguments], capture_output=True, text=True, timeout=240)
    return done.returncode, done.stdout


def what(text):
    """The failure, word by word; its event; the trace of the whole run."""
    broken = re.search(r"^(I\d+|R\d+) IS BROKEN: (.*)$", text, re.M)
    place = re.search(r"^revision .*, seed (\d+), event (\d+), trace (\w+)$", text, re.M)
    return broken.group(1), broken.group(2), *place.groups()


def commands(text):
    """The arguments of the two commands that it prints: the whole run's, and the shrunk one's."""
    return [shlex.split(command)[1:] for command in re.findall(r"^  (tests/simulate .*)$", text, re.M)]


def main():
    code, text = run("--from", "1", "--for", "120s", "--shrink", "4")
    assert code == 1, f"{DEFECT} was not caught: {text}"
    found = what(text)
    whole, shrunk = commands(text)
    print("found:", *found)

    code, again = run(*whole, "--shrink", "0")
    assert code == 1 and what(again) == found, f"{whole} shows something else: {again}"

    code, least = run(*shrunk)
    assert code == 1 and what(least)[0] == found[0], f"{shrunk} does not fail in the same way: {least}"
    assert run(*shrunk)[1].split("its story:")[0] == least.split("its story:")[0], "the shrunk run differs from time to time"
    assert "its story:" in least
    print("shrunk:", *shrunk)

    code, text = run(*whole, defect="none")
    assert code == 0, f"the seed fails without the defect: {text}"


if __name__ == "__main__":
    main()
