#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""documents.py PACKAGING BUILT BIN: manual pages and completions know what the programs know, and are well formed.

Every option and command that a program's --help names stands in its manual page, and bash offers it; nothing else is offered.
"""
import os
import pathlib
import re
import subprocess
import sys

packaging, built, programs = (pathlib.Path(argument) for argument in sys.argv[1:4])
os.environ |= {"QT_QPA_PLATFORM": "offscreen", "PATH": f"{programs}:{os.environ['PATH']}"}
NOT_OFFERED = {"--help-all"}


def help_of(*command):
    return subprocess.run([*command, "--help"], capture_output=True, text=True, check=True).stdout


def options(text):
    return set(re.findall(r"^ +(?:-[a-z],? ?)?(--[a-z-]+)", text, re.M)) - {"--author", "--platform"}


def commands(text):
    _, _, listed = text.partition("\nSubcommands:")
    return re.findall(r"^  ([a-z][a-z-]*)", listed, re.M)


def offered(program, *words):
    """What bash offers after these words, the last of which is being typed."""
    script = """source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
                compopt() { :; }; "_${1//-/_}"; printf '%s\\n' "${COMPREPLY[@]}" """
    out = subprocess.run(["bash", "-c", script, "bash", str(packaging / "completion" / program), program, *words],
                         capture_output=True, text=True, check=True).stdout
    return set(out.split())


def page_of(name):
    path = built / "man" / name
    said = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(path)], capture_output=True, text=True).stdout
    # An empty date is meant: a page that changes with the day it was built on can't be built twice.
    wrong = [line for line in said.splitlines() if "missing date" not in line]
    assert not wrong, "\n".join(wrong)
    return subprocess.run(["mandoc", "-T", "utf8", "-O", "width=500", str(path)], capture_output=True, text=True, check=True).stdout \
        .replace("\b", "\0")


def plain(page):
    return re.sub(".\0", "", page)


def same(what, expected, found):
    assert set(expected) == set(found), f"{what}: missing {set(expected) - set(found)}, too many {set(found) - set(expected)}"


for program, page in (("handrail", "handrail.1"), ("handrail-agent", "handrail-agent.1"), ("handrail-server", "handrail-server.8")):
    text, manual = help_of(program), plain(page_of(page))
    known = options(text)
    assert len(known) >= 3, text
    missing = {option for option in known if option not in manual}
    assert not missing, f"{page} lacks {missing}"
    same(f"options of {program}", known - NOT_OFFERED, offered(program, "--") - NOT_OFFERED)

server, manual = help_of("handrail-server"), plain(page_of("handrail-server.8"))
groups = commands(server)
assert len(groups) > 10, server
same("commands", groups, offered("handrail-server", ""))
for group in groups:
    text = help_of("handrail-server", group)
    for command in commands(text):
        assert re.search(rf"^ +{group} .*\b{command}\b", manual, re.M), f"handrail-server.8 lacks «{group} {command}»"
    assert re.search(rf"^ +(.*, )?{group}\b", manual, re.M), f"handrail-server.8 lacks {group}"
    if commands(text):
        same(f"commands of {group}", commands(text), offered("handrail-server", group, ""))
same("options of user add", options(help_of("handrail-server", "user", "add")) | {"--config"},
     offered("handrail-server", "user", "add", "--"))
print(f"{len(groups)} groups of commands, three pages, three completions: all agree")
