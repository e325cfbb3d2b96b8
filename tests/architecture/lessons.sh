#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lessons.sh TOP: every test that docs/lessons.md names exists, and every row names one or says why not.
set -euo pipefail
cd "$1"
bad=0
while IFS='|' read -r _ number _ held note _; do
    number=${number// /}
    [[ $number =~ ^[0-9]+$ ]] || continue
    names=$(grep -o '`[^`]*`' <<<"$held" | tr -d '`' || true)
    if [ -z "$names" ] && [ -z "${note// /}" ]; then
        echo "lesson $number has neither a test nor a reason"
        bad=1
    fi
    while IFS= read -r name; do
        [ -z "$name" ] || grep -rqF --include='*.cpp' "TEST_CASE(\"$name\"" tests || {
            echo "lesson $number: there is no test case \"$name\""
            bad=1
        }
    done <<<"$names"
done <docs/lessons.md
exit $bad
