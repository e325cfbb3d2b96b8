#!/bin/sh
# with-postgres.sh COMMAND [ARGS...]: runs COMMAND with HANDRAIL_TEST_DATABASE naming a PostgreSQL of its own, in a folder
# of its own, on a Unix socket only. HANDRAIL_POSTGRES_OPTIONS and _LOG: its own options, and a file for what it says. PostgreSQL refuses to run as root, so root hands it to the user postgres.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ]; then
    echo "SKIPPED: PostgreSQL is not installed (package postgresql)"
    exit 77
fi
dir=$(mktemp -d /tmp/handrail-pg.XXXXXX)
as=""
if [ "$(id -u)" = 0 ]; then
    chown postgres "$dir"
    as="runuser -u postgres --"
fi
pid=""
finish() {
    if [ -n "$pid" ]; then
        kill -INT "$(head -n 1 "$dir/data/postmaster.pid")" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    fi
    rm -rf "$dir"
}
trap finish EXIT INT TERM
cd "$dir"
$as "$bin/initdb" -D "$dir/data" -U handrail -A trust --no-sync >"$dir.log" 2>&1 || { cat "$dir.log"; exit 1; }
rm -f "$dir.log"
# shellcheck disable=SC2086 # several options
$as "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off ${HANDRAIL_POSTGRES_OPTIONS:-} >"${HANDRAIL_POSTGRES_LOG:-/dev/null}" 2>&1 &
pid=$!
tries=0
until "$bin/pg_isready" -q -h "$dir" -U handrail -d postgres; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
        echo "PostgreSQL did not start within 10 seconds"
        exit 1
    fi
    sleep 0.1
done
cd "$OLDPWD"
HANDRAIL_TEST_DATABASE="postgresql://handrail@/postgres?host=$dir" "$@"
