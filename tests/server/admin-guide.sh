#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# admin-guide.sh GUIDE BIN: runs every block of the guide that is marked «sh guide», in order, in a fresh folder, with the
# programs of BIN; says which command failed.
set -euo pipefail
guide=$(readlink -f "$1")
bin=$(readlink -f "$2")
dir=$(mktemp -d /tmp/handrail-guide.XXXXXX)
trap 'rm -rf "$dir"' EXIT

awk '/^```sh guide$/ { inside = 1; next } /^```$/ { inside = 0; next } inside' "$guide" >"$dir/commands.sh"
blocks=$(grep -c '^```sh guide$' "$guide")
[ "$blocks" -ge 8 ] || { echo "the guide has $blocks blocks of commands: is the mark still «sh guide»?"; exit 1; }

mkdir "$dir/host"
cd "$dir/host"
export PATH="$bin:$PATH"
unset HANDRAIL_SERVER_CONFIG
if ! bash -eux -o pipefail "$dir/commands.sh" >"$dir/log" 2>&1; then
    echo "a command of the guide failed:"
    tail -n 20 "$dir/log"
    exit 1
fi

# The page may not name a command that there is not.
grep -o 'handrail-server [a-z-]* [a-z-]*' "$guide" | sort -u | while read -r _ group deed; do
    handrail-server "$group" --help >"$dir/help" 2>&1 || { echo "there is no command «$group»"; exit 1; }
    ! grep -q '^Subcommands:' "$dir/help" || handrail-server "$group" "$deed" --help >/dev/null 2>&1 ||
        { echo "there is no command «$group $deed»"; exit 1; }
done
echo "$blocks blocks of commands ran."
