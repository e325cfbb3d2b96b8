#!/usr/bin/env bash
# run.sh [--minutes N | --seconds N] [--seed S] [--store sqlite|postgres] [--desks N] [--evidence DIR] …: kill -9 of real desks,
# agents and a real server at moments of a seed, then the judge. BIN: where the programs are (default build/bin).
set -euo pipefail
here=$(dirname "$(realpath "$0")")
bin=$(realpath "${BIN:-$here/../../build/bin}")
store=sqlite; given=()
while [ $# -gt 0 ]; do
    case $1 in
    --minutes) given+=(--seconds "$(($2 * 60))"); shift 2 ;;
    --store) store=$2; shift 2 ;;
    *) given+=("$1"); shift ;;
    esac
done
wrapper=()
[ "$store" != postgres ] || wrapper=("$here/../server/with-postgres.sh")
export TZ=UTC LC_ALL=C.UTF-8
exec "${wrapper[@]}" python3 -B "$here/kill.py" "$bin" --store "$store" "${given[@]}"
