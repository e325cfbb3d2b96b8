#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that check.py can fail: a tenth more, a path that is gone, a new one; and that less and a little more pass."""
import os
import tempfile
import unittest

import check

DUMP = "version: 1\ncmd: x\npart: 1\ndesc: Trigger: Client Request: {name}\nevents: Ir\nfn=(1) main\n1 {count}\ntotals: {count}\n"


class Counting(unittest.TestCase):
    def test_more_than_a_tenth_is_said(self):
        said = check.problems({"share": 1101}, {"share": 1000})
        self.assertEqual(len(said), 1)
        self.assertIn("+10.1%", said[0])

    def test_a_little_more_and_less_pass(self):
        self.assertEqual(check.problems({"share": 1099, "key": 10}, {"share": 1000, "key": 1000}), [])

    def test_what_is_on_one_side_only_is_said(self):
        self.assertEqual(len(check.problems({"new": 5}, {"gone": 5})), 2)

    def test_dumps_are_read_by_their_names(self):
        with tempfile.TemporaryDirectory() as folder:
            for number, (name, count) in enumerate({"share": 1101, "key": 7}.items(), 1):
                with open(os.path.join(folder, f"out.{number}"), "w", encoding="utf-8") as file:
                    file.write(DUMP.format(name=name, count=count))
            with open(os.path.join(folder, "out"), "w", encoding="utf-8") as file:
                file.write("desc: Trigger: Program termination\ntotals: 99\n")
            self.assertEqual(check.read(folder), {"share": 1101, "key": 7})


if __name__ == "__main__":
    unittest.main()
