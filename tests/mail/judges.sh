#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# judges.sh MAILSAMPLES: every email that Handrail writes, before judges that are not ours: SpamAssassin (offline, its rules alone) may
# give it 1.0 point at most; Python's and Node's parsers must find in it what is meant to be there.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
command -v spamassassin >/dev/null || { echo "spamassassin is missing; ./test installs it"; exit 1; }
HANDRAIL_MAIL_MODULES=$("$here/../support/node-modules.sh" "$here" mail-peers)
export HANDRAIL_MAIL_MODULES
dir=$(mktemp -d /tmp/handrail-judges.XXXXXX)
trap 'rm -rf "$dir"' EXIT
"$1" "$dir/mail" >"$dir/list" || { echo "the samples could not be written"; exit 1; }
export HOME=$dir # its state goes there, and no settings of this machine's user hold

judge() { spamassassin -L -t --cf='dns_available no' --cf='use_bayes 0' <"$1" >"$dir/judged" 2>"$dir/judged.err"; }
score() { sed -n 's/^X-Spam-Status:.*score=\(-\?[0-9.]*\).*/\1/p' "$dir/judged" | head -n 1; }
rules() { tr '\r\n\t' '   ' <"$dir/judged" | sed -n 's/.*X-Spam-Status:[^:]*tests=\([A-Z0-9_, ]*\).*/\1/p' | tr -d ' '; }

# A judge that finds nothing wrong with anything is none.
printf 'From: <a@b.example>\nTo: c@d.example\nSubject: ACT NOW FREE MONEY!!!\nContent-Type: text/html\n\n<h1>Buy</h1>\n' >"$dir/bad.eml"
judge "$dir/bad.eml"
awk -v s="$(score)" 'BEGIN { exit !(s > 3) }' || { echo "SpamAssassin does not judge: a mail made to be bad has $(score) points"; cat "$dir/judged.err"; exit 1; }

failed=
while IFS=$'\t' read -r id what; do
    mail=$dir/mail/$id.eml
    judge "$mail"
    points=$(score)
    printf '%5s points of SpamAssassin: %s (%s)\n' "${points:-?}" "$what" "$(rules)"
    awk -v s="${points:-99}" 'BEGIN { exit !(s <= 1.0) }' || { echo "  more than 1.0"; sed -n '/Content analysis/,$p' "$dir/judged" | head -n 30; failed=yes; }
done <"$dir/list"
python3 "$here/judge.py" "$dir"/mail/*.eml || failed=yes
node "$here/judge.mjs" "$dir"/mail/*.eml || failed=yes
[ -z "$failed" ]
