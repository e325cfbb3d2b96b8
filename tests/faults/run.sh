#!/usr/bin/env bash
# run.sh [--fault kill|partition|clocks|pause|disk|sigbus|desktop|all] [--minutes N | --seconds N] [--seed S] [--store sqlite|postgres]
#        [--kind tmpfs|ext4] [--desks N] [--every S] [--evidence DIR] [--keep DIR]
# One kind of fault (default: kill -9 of desks, agents and the server) on the real programs, at moments of a seed, then the judge.
# BIN: where the programs are (default build/bin).
set -euo pipefail
here=$(dirname "$(realpath "$0")")
bin=$(realpath "${BIN:-$here/../../build/bin}")
fault=kill; store=sqlite; given=()
while [ $# -gt 0 ]; do
    case $1 in
    --fault) fault=$2; shift 2 ;;
    --minutes) given+=(--seconds "$(($2 * 60))"); shift 2 ;;
    --store) store=$2; shift 2 ;;
    *) given+=("$1"); shift ;;
    esac
done
export TZ=UTC LC_ALL=C.UTF-8
if [ "$fault" = all ]; then
    failed=()
    for one in kill partition clocks pause "disk --kind tmpfs" "disk --kind ext4" sigbus desktop; do
        echo "== $one"
        # shellcheck disable=SC2086 # the kind of disk is a word of its own
        "$0" --store "$store" "${given[@]}" --fault $one || [ $? = 77 ] || failed+=("$one")
    done
    [ ${#failed[@]} = 0 ] || { echo "broken: ${failed[*]}"; exit 1; }
    exit 0
fi
if [ "$fault" = desktop ]; then
    dir=$(mktemp -d /tmp/handrail-desktop.XXXXXX)
    TRIAL_STORY=$here/desktop.py "$here/../../tools/story.sh" "$bin" "$dir"
    rm -rf "$dir"
    exit 0
fi
wrapper=()
[ "$store" != postgres ] || wrapper=("$here/../server/with-postgres.sh")
exec "${wrapper[@]}" python3 -B "$here/$fault.py" "$bin" --store "$store" "${given[@]}"
