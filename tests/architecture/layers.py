#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares link lines and includes with parts.txt. Usage: layers.py SOURCE_ROOT LINKS_FILE"""
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOTS = ("core", "server", "ui", "app")
INCLUDE = re.compile(r'^\s*#\s*include\s*"((?:core|ui|server|app|tests)/[^"]+)"')


def read_parts(path):
    """folder -> (parts, Qt modules, other libraries or None for any)"""
    parts = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            folder, links, qt, others = (column.split() for column in line.split("|"))
            parts[folder[0]] = (set(links), set(qt) | {"Core", "Platform"}, None if others == ["any"] else set(others))
    return parts


def part_of(path, parts):
    """The deepest folder of the table that `path` lies in."""
    best = [folder for folder in parts if path == folder or path.startswith(folder + "/")]
    return max(best, key=len, default=None)


def reach(folder, parts):
    """What a folder may include: what it may link, and what those bring along."""
    seen, todo = set(), [folder]
    while todo:
        part = todo.pop()
        if part not in seen:
            seen.add(part)
            todo.extend(parts.get(part, (set(),))[0])
    return seen


def check_link(target, folder, link, parts):
    allowed, qt, others = parts[folder]
    if link.startswith("part:"):
        part = part_of(link[5:], parts)
        if part and part != folder and part not in allowed:
            return f"{target} ({folder}) links {part}"
    elif match := re.match(r"Qt6?::(\w+?)(Private)?$", link):
        if match[1] not in qt:
            return f"{target} ({folder}) links Qt's {match[1]}"
    elif others is not None and link not in others:
        return f"{target} ({folder}) links {link}"
    return None


def check_links(links_file, parts):
    lines = Path(links_file).read_text(encoding="utf-8").splitlines()
    problems = [] if lines else ["no targets were found: the check would prove nothing"]
    for line in lines:
        target, source, links = line.split("|")
        folder = part_of(source, parts)
        if folder is None:
            problems.append(f"{target} lies in {source}, of which parts.txt says nothing")
            continue
        problems += filter(None, (check_link(target, folder, link, parts) for link in links.split()))
    return problems


def check_file(path, name, parts):
    folder = part_of(name, parts)
    if folder is None:
        return []
    may, problems = reach(folder, parts), []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        match = INCLUDE.match(line)
        part = part_of(match[1], parts) if match else folder
        if part not in may:
            problems.append(f"{name}:{number} includes {match[1]}, which {folder} may not know")
    return problems


def check_includes(root, parts):
    problems, count = [], 0
    for top in ROOTS:
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp", ".c", ".hpp"):
                count += 1
                problems += check_file(path, path.relative_to(root).as_posix(), parts)
    return problems if count else ["no sources were found: the check would prove nothing"]


def check(root, links_file, parts_file=HERE / "parts.txt"):
    parts = read_parts(parts_file)
    return check_links(links_file, parts) + check_includes(Path(root), parts)


if __name__ == "__main__":
    found = check(*sys.argv[1:3])
    for problem in found:
        print(problem)
    print(f"{len(found)} against tests/architecture/parts.txt." if found else "Every part keeps to its link line.")
    sys.exit(1 if found else 0)
