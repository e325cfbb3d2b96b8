#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sbom.py --version V --sqlite3mc VERSION:SHA256 --build FOLDER --out FILE PROGRAM...: what the programs are made of, as
CycloneDX 1.5 JSON. By the system's own facts: the libraries that the dynamic linker loads, the headers that the compiler
read (ninja's record), and what dpkg knows of the packages they came from. The target `sbom` runs it."""
import argparse
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import time
import uuid

# As the copyright files of Debian write them -> SPDX. What is not here goes in by name.
SPDX = {"apache-2.0": "Apache-2.0", "bsl-1.0": "BSL-1.0", "boost-1.0": "BSL-1.0", "bsd-3-clause": "BSD-3-Clause",
        "bsd-2-clause": "BSD-2-Clause", "mit": "MIT", "expat": "MIT", "isc": "ISC", "curl": "curl", "zlib": "Zlib",
        "lgpl-2.1": "LGPL-2.1-only", "lgpl-2.1+": "LGPL-2.1-or-later", "lgpl-2+": "LGPL-2.0-or-later",
        "lgpl-3": "LGPL-3.0-only", "lgpl-3+": "LGPL-3.0-or-later", "gpl-2": "GPL-2.0-only", "gpl-2+": "GPL-2.0-or-later",
        "gpl-3": "GPL-3.0-only", "gpl-3+": "GPL-3.0-or-later", "bsd-3": "BSD-3-Clause", "bsd-2": "BSD-2-Clause",
        "public-domain": None}


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def libraries_of(program):
    """Path of each shared library that the program loads -> whether the program itself asks for it."""
    needed = set(re.findall(r"NEEDED\s+(\S+)", output("objdump", "-p", program)))
    found = {}
    for line in output("ldd", program).splitlines():
        if match := re.match(r"\s*(\S+) => (/\S+)", line) or re.match(r"\s*(/\S*/(ld-\S+))\s", line):
            name, path = (match.group(1), match.group(2)) if "=>" in line else (match.group(2), match.group(1))
            found[os.path.realpath(path)] = name in needed
    return found


class Dpkg:
    """Which package a file is of, and what is known of that package."""

    def __init__(self):
        self.owner = {}
        for path in glob.glob("/var/lib/dpkg/info/*.list"):
            package = os.path.basename(path)[:-5]
            with open(path, encoding="utf-8", errors="replace") as file:
                for line in file:
                    if "/lib" in line or "/include" in line:
                        self.owner[line.rstrip("\n")] = package

    def package_of(self, path):
        # /lib is a link to /usr/lib, and dpkg knows some files by the one, some by the other.
        for name in (path, path.removeprefix("/usr"), "/usr" + path):
            if name in self.owner:
                return self.owner[name]
        return None

    def component(self, package):
        name, version, arch, source, homepage = output(
            "dpkg-query", "-W", "-f", "${Package}\t${Version}\t${Architecture}\t${source:Package}\t${Homepage}",
            package).split("\t")
        distro = "debian"
        with open("/etc/os-release", encoding="utf-8") as file:
            if match := re.search(r"^ID=\"?(\w+)", file.read(), re.M):
                distro = match.group(1)
        component = {"type": "library", "bom-ref": f"{name}@{version}", "name": name, "version": version,
                     "purl": f"pkg:deb/{distro}/{name}@{version}?arch={arch}".replace("+", "%2B"),
                     "licenses": licenses_of(name), "properties": [{"name": "debian:source", "value": source}]}
        if homepage:
            component["externalReferences"] = [{"type": "website", "url": homepage}]
        return component


def licenses_of(package):
    """From the package's copyright file; all that it names, as none says which part of the source is linked."""
    try:
        with open(f"/usr/share/doc/{package}/copyright", encoding="utf-8", errors="replace") as file:
            names = re.findall(r"^License:\s*(\S[^\n]*)", file.read(), re.M)
    except OSError:
        names = []
    single = {part for name in names for part in re.split(r"\s+(?:and|or|AND|OR|with.*)\s+|,\s*", name) if part}
    found = []
    for name in sorted(single):
        spdx = SPDX.get(name.lower().rstrip(","), "")
        if spdx is not None:
            found.append({"license": {"id": spdx} if spdx else {"name": name[:80]}})
    return found or [{"license": {"name": f"see /usr/share/doc/{package}/copyright"}}]


# Which folders' code each program is made of.
FOLDERS = {"handrail": ("core/", "ui/", "app/composition/", "app/desktop/"),
           "handrail-agent": ("core/", "app/composition/", "app/agent/"), "handrail-server": ("core/", "server/")}


def headers_read(build):
    """The system's headers that the compiler read for each program, from ninja's record of the last build."""
    read, into = {program: set() for program in FOLDERS}, []
    for line in output("ninja", "-C", build, "-t", "deps").splitlines():
        if line and not line.startswith(" "):
            into = [program for program, folders in FOLDERS.items() if line.startswith(folders)]
        elif line.strip().startswith("/usr/"):
            for program in into:
                read[program].add(line.strip())
    return read


def main():
    parser = argparse.ArgumentParser()
    for name in ("--version", "--sqlite3mc", "--build", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("programs", nargs="+")
    options = parser.parse_args()
    dpkg = Dpkg()
    packages, direct = {}, {}
    for program in options.programs:
        ref = os.path.basename(program)
        direct[ref] = set()
        for path, asked in libraries_of(program).items():
            package = dpkg.package_of(path)
            if package is None:
                sys.exit(f"{path} is of no package: what is it, and where did it come from?")
            packages.setdefault(package, dpkg.component(package))
            if asked:
                direct[ref].add(packages[package]["bom-ref"])
    # Headers without a library: their code is in our programs. The development packages of libraries are not.
    sources = {component["properties"][0]["value"] for component in packages.values()}
    known = {}
    for program, headers in headers_read(options.build).items():
        of_headers = {dpkg.package_of(os.path.realpath(header)) for header in headers} - {None}
        for package in of_headers if program in direct else ():
            if package.startswith("linux-libc-dev"):
                continue  # the kernel's, of which nothing is compiled in
            if package not in known:
                known[package] = dpkg.component(package)
            component = known[package]
            if component["properties"][0]["value"] in sources:
                continue
            if package not in packages:
                component["properties"].append({"name": "handrail:linkage", "value": "headers compiled in"})
                packages[package] = component
            direct[program].add(component["bom-ref"])
    version, digest = options.sqlite3mc.split(":")
    sqlite = {"type": "library", "bom-ref": f"sqlite3mc@{version}", "name": "better-sqlite3-multiple-ciphers",
              "version": version, "purl": f"pkg:npm/better-sqlite3-multiple-ciphers@{version}",
              "hashes": [{"alg": "SHA-256", "content": digest}], "licenses": [{"license": {"id": "MIT"}}],
              "properties": [{"name": "handrail:linkage", "value": "static, one file: SQLite3 Multiple Ciphers"}]}
    programs = []
    for program in options.programs:
        with open(program, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        programs.append({"type": "application", "bom-ref": os.path.basename(program), "name": os.path.basename(program),
                         "version": options.version, "hashes": [{"alg": "SHA-256", "content": digest}],
                         "licenses": [{"license": {"id": "GPL-3.0-or-later"}}]})
        if os.path.basename(program) != "handrail-server":
            direct[os.path.basename(program)].add(sqlite["bom-ref"])
    stamp = int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    components = programs + [sqlite] + [packages[name] for name in sorted(packages)]
    name = hashlib.sha256(json.dumps(components, sort_keys=True).encode()).hexdigest()
    document = {
        "bomFormat": "CycloneDX", "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'https://handrail/' + name)}", "version": 1,
        "metadata": {"timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(stamp)),
                     "tools": {"components": [{"type": "application", "name": "tools/sbom.py", "version": options.version}]},
                     "component": {"type": "application", "bom-ref": f"handrail@{options.version}", "name": "handrail",
                                   "version": options.version, "licenses": [{"license": {"id": "GPL-3.0-or-later"}}]}},
        "components": components,
        "dependencies": [{"ref": f"handrail@{options.version}", "dependsOn": sorted(one["bom-ref"] for one in programs)}] +
                        [{"ref": ref, "dependsOn": sorted(refs)} for ref, refs in sorted(direct.items())]}
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=1, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main()
