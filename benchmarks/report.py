# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of ./bench share: rounds taken in turn, medians, and the lines of the table."""
import json
import os
import socket
import statistics
import sys
import time

QUICK = os.environ.get("BENCH_QUICK", "") not in ("", "0")
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3" if QUICK else "5"))


def kept_folder():
    """Where big databases stay between runs: making a million referrals takes longer than measuring them."""
    folder = os.environ.get("BENCH_KEEP") or os.path.expanduser("~/.cache/handrail/bench")
    os.makedirs(folder, exist_ok=True)
    return folder


def free_port():
    """A port of the loopback that nobody has now."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


def in_turn(sides, rounds=ROUNDS):
    """Runs each side once a round, one after the other, so that what else the machine does meets all of them alike.

    `sides`: name -> a function that answers a number, or a dictionary of numbers. Answers name -> list of those.
    """
    measured = {name: [] for name in sides}
    for number in range(rounds):
        for name, run in sides.items():
            measured[name].append(run())
        say(f"round {number + 1} of {rounds}: " +
            ", ".join(f"{name} {_short(values[-1])}" for name, values in measured.items()))
    return measured


def _short(value):
    return _short(next(iter(value.values()))) if isinstance(value, dict) else f"{value:,.4g}"


def ratio(ours, theirs):
    """The median over the rounds of ours by theirs: a round's two sides had the same machine."""
    return statistics.median(a / b for a, b in zip(ours, theirs))


def median(values):
    return statistics.median(values)


def say(words):
    print(time.strftime("%H:%M:%S"), words, file=sys.stderr, flush=True)


def result(what, value, unit="", goal="", good=None, detail=""):
    """One line of the table, as JSON on standard output. `good`: whether the goal is met; None where there is none."""
    print(json.dumps({"what": what, "goal": goal, "value": value, "unit": unit, "good": good, "detail": detail}),
          flush=True)


def at_least(what, value, goal, detail=""):
    result(what, round(value, 3), "of it", f"at least {goal}", value >= goal, detail)


def at_most(what, value, goal, unit, detail=""):
    result(what, round(value, 3), unit, f"at most {goal} {unit}".rstrip(), value <= goal, detail)
