#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-provider.sh COMMAND [ARGS...]: runs COMMAND with HANDRAIL_OIDC_ISSUER naming a provider of its own on loopback.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${HANDRAIL_CACHE_DIR:-$HOME/.cache/handrail}
HANDRAIL_OIDC_MODULES=$cache/oidc-peer-$(sha256sum "$here/package-lock.json" | cut -c 1-16)
export HANDRAIL_OIDC_MODULES
if [ ! -e "$HANDRAIL_OIDC_MODULES/complete" ]; then
    mkdir -p "$cache"
    fresh=$(mktemp -d "$cache/oidc-peer.XXXXXX")
    cp "$here/package.json" "$here/package-lock.json" "$fresh"
    (cd "$fresh" && npm ci --ignore-scripts --no-audit --no-fund) >"$fresh/npm.log" 2>&1 ||
        { echo "npm could not fetch the packages in tests/oidc/package-lock.json:"; tail -n 20 "$fresh/npm.log"; exit 1; }
    touch "$fresh/complete"
    mv -T "$fresh" "$HANDRAIL_OIDC_MODULES" 2>/dev/null || rm -rf "$fresh" # another run was faster
fi
dir=$(mktemp -d /tmp/handrail-oidc.XXXXXX)
node "$here/provider.mjs" >"$dir/issuer" 2>"$dir/log" &
pid=$!
trap 'kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; rm -rf "$dir"' EXIT
tries=0
until [ -s "$dir/issuer" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 200 ] || ! kill -0 "$pid" 2>/dev/null; then
        echo "the provider did not start:"
        cat "$dir/log"
        exit 1
    fi
    sleep 0.1
done
HANDRAIL_OIDC_ISSUER=$(head -n 1 "$dir/issuer") "$@"
