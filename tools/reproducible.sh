#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# reproducible.sh [TARGET…]: builds what is committed twice, in two folders of other names and lengths, without any cache,
# and compares the programs byte by byte. Without targets: the server and the agent. Prints their SHA-256.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || targets=(handrail-server handrail-agent)
SOURCE_DATE_EPOCH=$(git -C "$top" log -1 --format=%ct)
export SOURCE_DATE_EPOCH CCACHE_DISABLE=1
work=$(mktemp -d "${TMPDIR:-/tmp}/handrail-twice.XXXXXX")
trap 'rm -rf "$work"' EXIT

# build FOLDER: the committed sources, in a folder of their own.
build() {
    mkdir -p "$1"
    git -C "$top" archive HEAD | tar -x -C "$1"
    cmake -S "$1" -B "$1/made" -G Ninja -DCMAKE_BUILD_TYPE=Release -DHANDRAIL_BUILD_GUI="${HANDRAIL_BUILD_GUI:-OFF}" \
        -DHANDRAIL_BUILD_TESTS=OFF -DHANDRAIL_REPRODUCIBLE=ON >"$1.log"
    cmake --build "$1/made" --target "${targets[@]}" >>"$1.log" || { tail -20 "$1.log"; exit 1; }
}
build "$work/one"
build "$work/another/folder-with-a-longer-name"
same=0
for target in "${targets[@]}"; do
    first=$work/one/made/bin/$target
    second=$work/another/folder-with-a-longer-name/made/bin/$target
    if cmp -s "$first" "$second"; then
        sha256sum "$first" | sed "s|$work/one/made/bin/||"
    else
        echo "$target differs: $(cmp "$first" "$second" 2>&1 || true)"
        same=1
    fi
done
exit $same
