# SPDX-License-Identifier: GPL-3.0-or-later
"""The local store: a share beside a bare transaction of the same rows, encrypted beside plain, its size, and how each of
a desk's questions grows with it: store.py FOLDER_OF_PROGRAMS"""
import json
import math
import os
import subprocess
import sys

from report import QUICK, ROUNDS, at_most, kept_folder, median, ratio, result, say

SHARES_A_ROUND = 8
SIZES = [1000, 10000, 100000] if QUICK else [1000, 10000, 100000, 1000000]
# An exponent of 0 stays as it is, 1 grows as the store does. What costs less than so many microseconds is noise.
GROWTH_GOAL = 0.3
# Whose answer itself grows with the store: what is counted, and matches up to a limit.
GROWS_WITH_ITS_ANSWER = {"referrals of a week, counted", "quiet referrals of a worker", "type a key in the client search"}


def bench(program, *arguments):
    return json.loads(subprocess.run([program, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout)


def shares(program):
    say("shares of 1, 3 and 30 referrals beside bare transactions")
    measured = bench(program, "share", str(ROUNDS * SHARES_A_ROUND))
    for count in (1, 3, 30):
        rounds = measured[f"share {count}"]
        ours, bare, plain = ([one[side] for one in rounds] for side in ("share", "bare", "plain"))
        detail = (f"{median(ours) * 1e3:.2f} ms of {median(bare) * 1e3:.2f} ms for {median([one['rows'] for one in rounds]):.0f}"
                  f" rows; with everything encrypted on both sides")
        what = f"share of {count} referral{'s' if count > 1 else ''} by a bare transaction of its rows"
        if count == 3:
            at_most(what, ratio(ours, bare), 1.5, "times", detail)
        else:
            result(what, round(ratio(ours, bare), 3), "times", detail=detail)
    for what, first, second, rounds in (
            ("writing a share of 3, encrypted by plain", "bare", "plain", measured["share 3"]),
            ("reading all rows from a cold cache, encrypted by plain", "encrypted", "plain", measured["read"])):
        ours, theirs = [one[first] for one in rounds], [one[second] for one in rounds]
        result(what, round(ratio(ours, theirs), 3), "times",
               detail=f"{median(ours) * 1e3:.2f} ms of {median(theirs) * 1e3:.2f} ms")


def exponent(points):
    """Of the power law that fits best: the slope of a line through the logarithms."""
    logs = [(math.log(size), math.log(time)) for size, time in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def growth(program, folder):
    say(f"stores of {', '.join(f'{size:,}' for size in SIZES)} referrals in {folder}")
    told = bench(program, "growth", folder, ",".join(map(str, SIZES)), f"--benchmark_repetitions={ROUNDS}",
                 "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.05")
    times = {}
    for one in told["benchmarks"]:
        if one["run_type"] == "iteration":
            name, rows = one["run_name"].rsplit("/", 1)
            times.setdefault(name, {}).setdefault(int(rows), []).append(one["cpu_time"])
    for name, sizes in times.items():
        points = sorted((rows, median(all_times)) for rows, all_times in sizes.items())
        detail = ", ".join(f"{rows:,}: {time / 1000:.2f} ms" for rows, time in points)
        what = f"{name}: growth from {points[0][0]:,} to {points[-1][0]:,} referrals"
        if name in GROWS_WITH_ITS_ANSWER:
            result(what, round(exponent(points), 3), "exponent", detail=f"{detail}; its answer grows, too")
        else:
            at_most(what, exponent(points), GROWTH_GOAL, "exponent", detail)
    for rows in SIZES[1:]:
        size = os.path.getsize(f"{folder}/local-{rows}.db")
        result(f"local store of {rows:,} referrals", round(size / rows * 1000 / 1e6, 2), "MB for 1,000",
               detail=f"{size / 1e6:,.0f} MB; a referral with its client, two addresses, an activity, a tenth of a share, all "
                      "lists and search")


def main():
    program = f"{sys.argv[1]}/handrail-bench"
    shares(program)
    growth(program, kept_folder())


if __name__ == "__main__":
    main()
