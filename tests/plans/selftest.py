# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that plans.py can fail: a scan of a big table is seen on either database, an index and a small table pass."""
import unittest

import plans

LOG = """2026-11-25 15:00:00 UTC LOG:  duration: 0.010 ms  plan:
\tQuery Text: PREPARE qpsqlpstmt_1 AS SELECT 1 FROM client WHERE agency_id = $1
\tSeq Scan on client  (cost=0.00..1.00 rows=1 width=4)
\t  Filter: (agency_id = 'x'::text)
2026-11-25 15:00:01 UTC LOG:  duration: 0.010 ms  plan:
\tQuery Text: PREPARE qpsqlpstmt_2 AS SELECT 1 FROM referral WHERE agency_id = $1
\tIndex Only Scan using referral_pkey on referral  (cost=0.00..1.00 rows=1 width=4)
"""


class Plans(unittest.TestCase):
    def test_postgres(self):
        import tempfile
        with tempfile.NamedTemporaryFile("w", suffix=".log") as file:
            file.write(LOG)
            file.flush()
            found = plans.plans_of_postgres(file.name)
        scans = {text: plans.scanned_by_postgres(all_plans[0]) for text, all_plans in found.items()}
        self.assertEqual(sorted(scans.values(), key=len), [set(), {"client"}])

    def test_sqlite(self):
        self.assertEqual(plans.scanned_by_sqlite(["SCAN c"], "SELECT 1 FROM client_care c WHERE 1"), {"client_care"})
        self.assertEqual(plans.scanned_by_sqlite(["SCAN referral"], "SELECT 1 FROM referral"), {"referral"})
        self.assertEqual(plans.scanned_by_sqlite(["SEARCH client USING INDEX client_merged (agency_id=?)"], "x"), set())
        self.assertEqual(plans.scanned_by_sqlite(["SCAN agency_counter"], "SELECT 1 FROM agency_counter"), set())

    def test_a_scan_is_said(self):
        self.assertEqual(len(plans.trouble({"SELECT 1 FROM client": ("", [], {"client"}), "SELECT 2": ("", [], set())})), 1)


if __name__ == "__main__":
    unittest.main()
