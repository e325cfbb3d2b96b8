#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""written.py TOP: what is only written for other systems is at least well formed, and names scripts that are here.

Workflows are YAML whose steps call executable scripts of this repository; property lists, ADMX and ADML parse; shell scripts are
shell; every string that an ADMX file names is in its ADML.
"""
import os
import pathlib
import plistlib
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

import yaml

top = pathlib.Path(sys.argv[1])
counted = {"workflows": 0, "scripts": 0, "property lists": 0, "policies": 0}

for path in sorted((top / ".github/workflows").glob("*.yml")):
    flow = yaml.safe_load(path.read_text())
    assert flow["permissions"] == {"contents": "read"}, f"{path.name} may do more than read"
    runs = [step["run"] for job in flow["jobs"].values() for step in job["steps"] if "run" in step]
    called = [word for run in runs for word in re.findall(r"(?:\.ci|packaging|tools)/[\w./-]+", run)]
    assert called, f"{path.name} calls no script of ours"
    for script in called:
        assert os.access(top / script, os.X_OK), f"{path.name} calls {script}, which is not here or not executable"
    counted["workflows"] += 1

for path in [*top.glob("packaging/*/*.sh"), *top.glob("tools/*.sh"), *top.glob("tests/packaging/**/*.sh")]:
    subprocess.run(["bash", "-n", str(path)], check=True)
    counted["scripts"] += 1

for path in top.glob("packaging/macos/*.plist*"):
    plistlib.loads(path.read_bytes())
    counted["property lists"] += 1
for path in top.glob("packaging/macos/*.mobileconfig"):
    payload = plistlib.loads(path.read_bytes())
    assert payload["PayloadType"] == "Configuration" and payload["PayloadContent"], path
    counted["property lists"] += 1

for path in top.glob("packaging/windows/policies/*.admx"):
    named = set(re.findall(r"\$\((?:string|presentation)\.(\w+)\)", path.read_text()))
    xml.parse(path)
    languages = list(path.parent.glob(f"*/{path.stem}.adml"))
    assert len(languages) >= 2, f"{path.name} is in too few languages"
    for words in languages:
        there = {node.get("id") for node in xml.parse(words).iter() if node.get("id")}
        assert named <= there, f"{words} lacks {named - there}"
    counted["policies"] += 1

# One set of names, which the program reads.
names = set(re.findall(r'u"([A-Z]\w+)"_s', re.search(r"QStringList policyNames\(\)\n{.*?\n}", (top / "core/domain/policy.cpp").read_text(),
                                                 re.S).group()))
assert len(names) >= 5, names
sample = set(re.findall(r"^;?([A-Z]\w+)=", (top / "packaging/linux/policy.ini").read_text(), re.M))
admx = set(re.findall(r'<policy name="(\w+)"', (top / "packaging/windows/policies/handrail.admx").read_text()))
settings = plistlib.loads((top / "packaging/macos/handrail.mobileconfig").read_bytes())["PayloadContent"][0]
profile = {key for key in settings if not key.startswith("Payload")}
for where, found in {"policy.ini": sample, "handrail.admx": admx, "handrail.mobileconfig": profile}.items():
    assert found == names, f"{where} has {found}, the program reads {names}"

for what, count in counted.items():
    assert count > 0, f"no {what} found"
print(", ".join(f"{count} {what}" for what, count in counted.items()))
