# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/security.md and docs/threats.md promise nothing that no test shows: every name in a column «Shown by» is a test that
exists, and a row without one says in words why. Names: a Catch2 test case; `file.py: test_name`; `ctest NAME`."""
import pathlib
import re
import sys
import unittest

TOP = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
PAGES = ("security.md", "threats.md")
REASONS = ("not applicable", "not shown", "missing")


def rows(text):
    """(line, cells by name) of every table that has a column «Shown by»."""
    header = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("|"):
            header = None
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        if header is None:
            header = cells
        elif not set(line) <= set("|-: ") and "Shown by" in header:
            yield number, dict(zip(header, cells))


class Known:
    def __init__(self, top):
        self.cases, self.python, self.ctest = set(), set(), set()
        for path in (top / "tests").rglob("*.cpp"):
            self.cases.update(re.findall(r'TEST_CASE(?:_METHOD)?\(\s*"((?:[^"\\]|\\.)*)"', path.read_text("utf-8")))
        for path in (top / "tests").rglob("*.py"):
            self.python.update(f"{path.name}: {name}" for name in re.findall(r"def (test_\w+)", path.read_text("utf-8")))
        for path in [*(top / "tests").rglob("CMakeLists.txt")]:
            text = path.read_text("utf-8")
            self.ctest.update(re.findall(r"add_test\(\s*NAME (\S+)", text))
            for prefix, function in (("operation-", "handrail_add_operation_test"), ("security-", "handrail_add_security_test")):
                self.ctest.update(prefix + name for name in re.findall(function + r"\((\w+)", text))

    def has(self, name):
        if name.startswith("ctest "):
            return name[6:] in self.ctest
        return name in self.cases or name in self.python


def faults(text, known):
    for number, cells in rows(text):
        names = re.findall(r"`([^`]+)`", cells.get("Shown by", ""))
        for name in names:
            if not known.has(name):
                yield f"line {number}: there is no test «{name}»"
        everything = " ".join(cells.values()).lower()
        if not names and not any(reason in everything for reason in REASONS):
            yield f"line {number}: neither a test nor one of the words {REASONS}"


class Documents(unittest.TestCase):
    def test_every_promise_has_its_test(self):
        known = Known(TOP)
        for page in PAGES:
            text = (TOP / "docs" / page).read_text("utf-8")
            self.assertGreater(len(list(rows(text))), 10, f"{page} has its tables")
            self.assertEqual(list(faults(text, known)), [], page)

    def test_what_the_scanners_may_find_is_explained(self):
        scanners = (TOP / "tests/security/scanners.py").read_text("utf-8")
        block = re.search(r"EXPLAINED = \{(.*?)\n\}", scanners, re.S).group(1)
        page = (TOP / "docs/security.md").read_text("utf-8")
        for finding in re.findall(r'^\s+"([^"]+)":', block, re.M):
            self.assertIn(finding, page)

    def test_the_check_can_fail(self):
        known = Known(TOP)
        table = "| Line | Shown by |\n| --- | --- |\n"
        self.assertEqual(len(list(faults(table + "| a | `no such test` |\n| b | |\n| c | not applicable: no files |\n", known))), 2)
        self.assertEqual(list(faults(table + "| a | `documents.py: test_the_check_can_fail`, `ctest style` |\n", known)), [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=2)
