#!/bin/sh
# with-plans.sh FOLDER_OF_PROGRAMS [ARGS...]: plans.py with a PostgreSQL that writes down the plan of each statement.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
HANDRAIL_POSTGRES_LOG=$(mktemp /tmp/handrail-plans.XXXXXX)
export HANDRAIL_POSTGRES_LOG
trap 'rm -f "$HANDRAIL_POSTGRES_LOG"' EXIT
HANDRAIL_POSTGRES_OPTIONS="-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c log_line_prefix=%t -c enable_seqscan=off"
export HANDRAIL_POSTGRES_OPTIONS
"$here/../server/with-postgres.sh" python3 -B "$here/plans.py" "$@"
