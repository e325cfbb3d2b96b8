# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the table of what the benches measured (JSON lines on standard input), with machine and date, as Markdown."""
import datetime
import json
import os
import platform
import subprocess
import sys


def processor():
    """Linux names it in /proc/cpuinfo; elsewhere the platform's word must do."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            return next(line.split(":", 1)[1].strip() for line in info if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def main():
    results = [json.loads(line) for line in sys.stdin if line.strip()]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    print(f"{datetime.datetime.now().strftime('%Y-%m-%d %H:%M')}, commit {commit.stdout.strip() or 'unknown'}; "
          f"{processor()}, {os.cpu_count()} processors, {platform.system()} {platform.release()}, "
          f"load before {os.environ.get('BENCH_LOAD', 'unknown')}\n")
    print("| what | goal | measured | met | seen |\n| --- | --- | --- | --- | --- |")
    for one in results:
        met = {True: "yes", False: "**no**", None: ""}[one["good"]]
        print(f"| {one['what']} | {one['goal']} | {one['value']} {one['unit']} | {met} | {one['detail']} |")


if __name__ == "__main__":
    main()
