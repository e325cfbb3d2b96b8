# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced with $server and $stage set: the real server with every kind of page, its clock at $MINUTE, and a second one
# in trouble. Sets $work (a folder of this run's own), $PAGES_URL, $TROUBLE_URL, $LEAVE_TO and $LINKS; stop_servers ends them.
MINUTE=2026-03-11T14:00:00Z # a Wednesday, 10 am in New York
work=$(mktemp -d /tmp/handrail-pages.XXXXXX)
pids=()
stop_servers() {
    for pid in "${pids[@]}"; do
        kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
    done
    rm -rf "$work"
}

# start NAME [LEAVE_TO]: serves $work/NAME.db on a free port; prints nothing, sets $url.
start() {
    printf '[server]\nlisten_port=0\nclock_file=%s\n[metrics]\nlisten=\n[database]\nurl=sqlite:%s\n[pages]\nleave_to=%s\n' \
        "$work/clock" "$work/$1.db" "${2:-http://127.0.0.1:1/}" >"$work/$1.conf"
    : >"$work/$1.out"
    "$server" serve --config "$work/$1.conf" >"$work/$1.out" 2>"$work/$1.log" &
    pids+=($!)
    local tries=0
    until url=$(sed -n 's/^listening on //p' "$work/$1.out") && [ -n "$url" ]; do
        tries=$((tries + 1))
        [ "$tries" -lt 200 ] || { echo "the server did not start:"; cat "$work/$1.log"; exit 1; }
        sleep 0.1
    done
}

echo $(($(date -d "$MINUTE" +%s) - $(date +%s))) >"$work/clock"
LINKS=$("$stage" "$work/pages.db" "$MINUTE") || exit 1
sqlite3 "$work/pages.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
cp "$work/pages.db" "$work/trouble.db"
start trouble
TROUBLE_URL=$url
LEAVE_TO=$TROUBLE_URL # «Leave this page» needs somewhere to go: an answer of the other server is as good as any
start pages "$LEAVE_TO/healthz"
PAGES_URL=$url
"$stage" --break "$work/trouble.db"
export MINUTE LINKS PAGES_URL TROUBLE_URL LEAVE_TO
