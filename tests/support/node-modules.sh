#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# node-modules.sh FOLDER NAME: prints where the Node packages stand that FOLDER's package-lock.json pins, installed once for that lock
# file under the cache, as NAME-….
set -euo pipefail
folder=$(cd "$1" && pwd)
cache=${HANDRAIL_CACHE_DIR:-$HOME/.cache/handrail}
modules=$cache/$2-$(sha256sum "$folder/package-lock.json" | cut -c 1-16)
if [ ! -e "$modules/complete" ]; then
    mkdir -p "$cache"
    fresh=$(mktemp -d "$cache/$2.XXXXXX")
    cp "$folder/package.json" "$folder/package-lock.json" "$fresh"
    (cd "$fresh" && npm ci --ignore-scripts --no-audit --no-fund) >"$fresh/npm.log" 2>&1 ||
        { echo "npm could not fetch the packages in ${folder##*/tests/}/package-lock.json:"; tail -n 20 "$fresh/npm.log"; exit 1; } >&2
    touch "$fresh/complete"
    mv -T "$fresh" "$modules" 2>/dev/null || rm -rf "$fresh" # another run was faster
fi
echo "$modules"
