#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the folder of this folder's pinned Node packages, installed once for this lock file.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${HANDRAIL_CACHE_DIR:-$HOME/.cache/handrail}
modules=$cache/openapi-judge-$(sha256sum "$here/package-lock.json" | cut -c 1-16)
if [ ! -e "$modules/complete" ]; then
    mkdir -p "$cache"
    fresh=$(mktemp -d "$cache/openapi-judge.XXXXXX")
    cp "$here/package.json" "$here/package-lock.json" "$fresh"
    (cd "$fresh" && npm ci --ignore-scripts --no-audit --no-fund) >"$fresh/npm.log" 2>&1 ||
        { echo "npm could not fetch the packages in tests/operation/openapi/package-lock.json:" >&2; tail -n 20 "$fresh/npm.log" >&2; exit 1; }
    touch "$fresh/complete"
    mv -T "$fresh" "$modules" 2>/dev/null || rm -rf "$fresh" # another run was faster
fi
echo "$modules"
