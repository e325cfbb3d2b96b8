# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs are made of: every package that is linked, compiled in, or installed for the build and the tests has its
line in docs/packages.md and docs/dependencies.md, in the version that is there; the SBOM is whole; the same sources give the same bytes wherever
they lie; and nothing is downloaded without a hash."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

TOP, BUILD = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
PROGRAMS = [name for name in ("handrail", "handrail-agent", "handrail-server") if (BUILD / "bin" / name).exists()]


def table(page):
    """The rows of a page's table, as lists of cells."""
    lines = [line for line in (TOP / "docs" / page).read_text("utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def packages_of_page():
    """Package -> the name of its row in the first table."""
    found = {}
    for name, packages in table("packages.md"):
        for package in re.findall(r"`([^`]+)`", packages):
            found[package] = name
    return found


def installed_packages():
    """What tools/packages.sh lists, by its arrays."""
    text = re.sub(r"#.*", "", (TOP / "tools/packages.sh").read_text("utf-8"))
    return {word for body in re.findall(r"^\w+_packages=\((.*?)\)", text, re.S | re.M) for word in body.split()}


def dpkg(field, package):
    done = subprocess.run(["dpkg-query", "-W", "-f", "${" + field + "}", package], capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[0] if done.stdout else ""


def made_sbom(folder, build=BUILD):
    fetch = (TOP / "cmake/FetchSqlite3mc.cmake").read_text("utf-8")
    sqlite = ":".join(re.search(rf"set\(SQLITE3MC_{name} (\S+)\)", fetch).group(1) for name in ("VERSION", "SHA256"))
    out = pathlib.Path(folder) / "sbom.json"
    subprocess.run([sys.executable, "-B", TOP / "tools/sbom.py", "--version", "0.0.0", "--sqlite3mc", sqlite, "--build", build,
                    "--out", out, *(BUILD / "bin" / name for name in PROGRAMS)], check=True)
    return json.loads(out.read_text("utf-8"))


@unittest.skipUnless(shutil.which("dpkg-query") and PROGRAMS, "needs dpkg and the programs")
class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temp = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temp.cleanup)
        cls.sbom = made_sbom(cls.temp.name)
        cls.page = packages_of_page()

    def direct(self):
        refs = {one["ref"]: one["dependsOn"] for one in self.sbom["dependencies"]}
        return {ref.split("@")[0] for program in PROGRAMS for ref in refs[program]}

    def test_what_is_linked_or_compiled_in_is_in_the_page(self):
        self.assertEqual(sorted(self.direct() - set(self.page)), [], "linked, and not in docs/packages.md")

    def test_what_is_installed_for_build_and_tests_is_in_the_page(self):
        self.assertEqual(sorted(installed_packages() - set(self.page)), [], "in tools/packages.sh, and not in the page")

    def test_every_line_of_packages_has_its_reason_and_licence(self):
        rows = {row[0]: row for row in table("dependencies.md")}
        for name in set(self.page.values()):
            self.assertIn(name, rows, "a row of the first table")
            _, why, version, licence, looked_at = rows[name]
            for what, cell in (("why", why), ("version", version), ("licence", licence), ("looked at instead", looked_at)):
                self.assertNotEqual(cell, "", f"{name}: {what}")

    def test_the_versions_in_the_page_are_those_that_are_linked(self):
        with open("/etc/os-release", encoding="utf-8") as file:
            if 'VERSION_ID="12"' not in file.read():
                self.skipTest("the page has the versions of Debian 12")
        rows = {row[0]: row for row in table("dependencies.md")}
        for package in sorted(self.direct() & set(self.page) - {"sqlite3mc"}):
            version = re.sub(r"^\d+:|[+~-].*$", "", dpkg("Version", package))
            stated = re.findall(r"\d+(?:\.\d+)*", rows[self.page[package]][2])
            fits = any(version == one or version.startswith(one + ".") or one.startswith(version) for one in stated)
            self.assertTrue(fits, f"{package} is {version}; the page says {stated}")

    def test_the_sbom_is_whole(self):
        """The essentials of CycloneDX 1.5's schema: what it requires, and that every reference leads somewhere."""
        sbom = self.sbom
        self.assertEqual((sbom["bomFormat"], sbom["specVersion"], sbom["version"]), ("CycloneDX", "1.5", 1))
        self.assertRegex(sbom["serialNumber"], r"^urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$")
        self.assertRegex(sbom["metadata"]["timestamp"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        refs = [component["bom-ref"] for component in sbom["components"]] + [sbom["metadata"]["component"]["bom-ref"]]
        self.assertEqual(len(set(refs)), len(refs))
        for component in sbom["components"]:
            self.assertIn(component["type"], ("library", "application"))
            self.assertTrue(component["name"] and component["version"], component)
            self.assertTrue(component["licenses"], component)
            for one in component["licenses"]:
                self.assertEqual(len(set(one["license"]) & {"id", "name"}), 1)
            if component["type"] == "library":
                self.assertRegex(component["purl"], r"^pkg:(deb/\w+|npm)/[A-Za-z0-9.%-]+@\S+$")
            for digest in component.get("hashes", []):
                self.assertRegex(digest["content"], r"^[0-9a-f]{64}$")
        for one in sbom["dependencies"]:
            self.assertEqual(set([one["ref"], *one["dependsOn"]]) - set(refs), set())
        names = {component["name"] for component in sbom["components"]}
        for name in ("libssl3", "libqt6core6", "libphonenumber8", "libcli11-dev", "better-sqlite3-multiple-ciphers", *PROGRAMS):
            self.assertIn(name, names)

    def test_the_sbom_is_the_same_each_time(self):
        os.environ["SOURCE_DATE_EPOCH"] = "1790000000"
        self.addCleanup(os.environ.pop, "SOURCE_DATE_EPOCH")
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            self.assertEqual(made_sbom(one), made_sbom(two))


class Downloads(unittest.TestCase):
    def test_every_npm_package_has_its_hash(self):
        locks = [path for path in TOP.glob("tests/**/package-lock.json") if "node_modules" not in path.parts]
        self.assertGreater(len(locks), 3)
        registry = "https://registry.npmjs.org/"  # npm leaves it out where it is the configured one
        for lock in locks:
            packages = json.loads(lock.read_text("utf-8"))["packages"]
            for name, package in packages.items():
                if name and not package.get("link") and not package.get("inBundle"):  # inside one that has a hash
                    self.assertRegex(package.get("integrity", ""), r"^sha512-[A-Za-z0-9+/]{86}==", f"{lock}: {name}")
                    self.assertRegex(package.get("resolved", registry), "^" + registry, f"{lock}: {name}")
            wanted = json.loads((lock.parent / "package.json").read_text("utf-8"))
            for name, version in {**wanted.get("dependencies", {}), **wanted.get("devDependencies", {})}.items():
                self.assertRegex(version, r"^\d+\.\d+\.\d+$", f"{lock.parent}: {name} is pinned")

    def test_npm_takes_what_the_lock_says_and_runs_nothing_of_it(self):
        for path in self.scripts():
            for line in path.read_text("utf-8", errors="replace").splitlines():
                code = line.split("#")[0]
                if re.search(r"\bnpm (ci|install|i|exec)\b|\bnpx\b", code):
                    self.assertRegex(code, r"npm ci\b.*--ignore-scripts", f"{path}: {line}")

    def test_nothing_else_is_downloaded(self):
        """Packages by apt, which checks their signatures; npm by the locks; one archive by its SHA-256."""
        fetching = re.compile(r"\b(wget|git clone|pip3? install|go get|cargo install)\b|FetchContent_|ExternalProject_Add|"
                              r"file\(DOWNLOAD|\bcurl\b[^\n]*https://(?!localhost|127\.0\.0\.1)|\bnpm pack\b|\"\$\{NPM\}\" pack")
        found = {path.relative_to(TOP).as_posix() for path in self.scripts()
                 if fetching.search(re.sub(r"(?m)^\s*#.*$", "", path.read_text("utf-8", errors="replace")))}
        judges = "tests/carriers/judges/with-judges.sh"  # Twilio's API description
        self.assertEqual(found, {"cmake/FetchSqlite3mc.cmake", judges})
        self.assertRegex((TOP / judges).read_text("utf-8"), r"(?m)^description_sha256=[0-9a-f]{64}")
        self.assertIn("sha256sum --check", (TOP / judges).read_text("utf-8"))
        text = (TOP / "cmake/FetchSqlite3mc.cmake").read_text("utf-8")
        self.assertRegex(text, r"SQLITE3MC_SHA256 [0-9a-f]{64}")
        self.assertLess(text.index("file(SHA256"), text.index("file(ARCHIVE_EXTRACT"), "checked before it is unpacked")

    def test_this_check_can_fail(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "package-lock.json").write_text('{"packages": {"node_modules/x": {"resolved": "http://x"}}}')
            packages = json.loads((pathlib.Path(folder) / "package-lock.json").read_text())["packages"]
            self.assertNotRegex(packages["node_modules/x"].get("integrity", ""), r"^sha512-")

    @staticmethod
    def scripts():
        listed = subprocess.run(["git", "-C", TOP, "ls-files", "--cached", "--others", "--exclude-standard"], capture_output=True,
                                text=True, check=True).stdout.splitlines()
        for name in listed:
            path = TOP / name
            if path.is_file() and (path.suffix in (".sh", ".cmake") or path.name in ("run", "test", "bench", "CMakeLists.txt")):
                yield path


class Twice(unittest.TestCase):
    SOURCES = ("core/domain/textreply.cpp", "core/domain/access.cpp")

    def compiled(self, folder, source):
        """One source in a folder of another name, by the build's own command and the option of reproducible builds."""
        copy = pathlib.Path(folder)
        for name in ("core",):
            shutil.copytree(TOP / name, copy / name)
        entry = next(one for one in json.loads((BUILD / "compile_commands.json").read_text()) if one["file"] == str(TOP / source))
        words = [word for word in re.findall(r'(?:\\.|[^ ])+', entry["command"]) if word]
        words = words[next(i for i, word in enumerate(words) if re.search(r"(\+\+|g\+\+|clang\+\+)[-\d]*$", word)):]
        out = copy / "out.o"
        kept, skip = [], False
        for word in words:
            if skip or word in ("-c", "-Winvalid-pch", "-Werror") or word.endswith((".o", ".cpp")):
                skip = False
            elif word in ("-o", "-include", "-MF", "-MT"):
                skip = True
            elif word not in ("-MD", "-fpch-preprocess"):
                kept.append(word.replace("\\", "").replace(str(TOP), str(copy)) if "autogen" not in word else word)
        subprocess.run([*kept, "-g1", f"-ffile-prefix-map={copy}=.", "-c", str(copy / source), "-o", str(out)], check=True, cwd=copy)
        return out.read_bytes()

    def test_the_same_source_gives_the_same_bytes_in_another_folder(self):
        """A part of it, cheap enough for every run; tools/reproducible.sh does it with the whole programs."""
        if not (BUILD / "compile_commands.json").exists():
            self.skipTest("this build has no compile_commands.json")
        for source in self.SOURCES:
            with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
                first = self.compiled(f"{one}/a", source)
                second = self.compiled(f"{two}/a-much-longer-name/of-a-folder", source)
                self.assertEqual(first, second, source)
                self.assertNotIn(one.encode(), first)

    def test_reproducible_builds_have_the_option(self):
        options = (TOP / "cmake/HandrailOptions.cmake").read_text("utf-8")
        self.assertIn("-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.", options)
        self.assertIn("HANDRAIL_REPRODUCIBLE=ON", (TOP / "tools/reproducible.sh").read_text("utf-8"))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=2)
