#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-provider.sh COMMAND [ARGS...]: runs COMMAND with HANDRAIL_OIDC_ISSUER naming a provider of its own on loopback.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
HANDRAIL_OIDC_MODULES=$("$here/../support/node-modules.sh" "$here" oidc-peer)
export HANDRAIL_OIDC_MODULES
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
