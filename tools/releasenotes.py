#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""releasenotes.py CHANGELOG VERSION: the section of that version, or what stands under NEXT RELEASE where it has none yet."""
import re
import sys

text = open(sys.argv[1], encoding="utf-8").read()
sections = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", text, re.M | re.S))
version = sys.argv[2]
found = next((name for name in sections if name.split()[0].strip("[]") == version), None)
if found is None and not sections.get("NEXT RELEASE", "").strip():
    sys.exit(f"{sys.argv[1]} has nothing about {version}, and nothing under NEXT RELEASE")
print(f"# Handrail {version}\n\n{sections[found or 'NEXT RELEASE'].strip()}")
