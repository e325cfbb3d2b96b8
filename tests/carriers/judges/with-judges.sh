#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-judges.sh CARRIER COMMAND [ARGS...]: runs COMMAND with three names in its environment, all on free loopback ports:
# HANDRAIL_TWILIO_MOCK   Prism as a mock that validates requests against Twilio's public API description;
# HANDRAIL_TWILIO_PROXY  Prism in front of CARRIER (the trial's stand-in), which validates requests and answers;
# HANDRAIL_TEXT_JUDGES   a folder with Twilio's own library.
# All come pinned from npm (package-lock.json here; the description out of a package of Twilio's, hash-checked), once,
# into the cache.
set -euo pipefail
carrier=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
description=twilio-cli-core-9.0.0.tgz # MIT; the description in it is Apache-2.0
description_sha256=9fef3d7234dbce63ff3005a422f46fcf7e3486b369f852f61b3ede41097e5667
cache=${HANDRAIL_CACHE_DIR:-${HOME:-/tmp}/.cache/handrail}
mkdir -p "$cache"

for tool in node npm; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIPPED: $tool is not installed (packages nodejs, npm)"
        exit 77
    fi
done

dir=$(mktemp -d "${TMPDIR:-/tmp}/handrail-judges.XXXXXX")
pids=()
finish() {
    for pid in "${pids[@]}"; do
        # They keep nothing, and Prism does not always end when it is asked to.
        kill -KILL "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$dir"
}
trap finish EXIT INT TERM

# Node modules: by the lock file's hash, into a folder of its own first, so that two runs don't meet in half of one.
judges=$cache/text-judges-$(sha256sum "$here/package-lock.json" | cut -c1-16)
if [ ! -d "$judges/node_modules" ]; then
    incoming=$(mktemp -d "$cache/incoming.XXXXXX")
    cp "$here/package.json" "$here/package-lock.json" "$incoming"
    echo "Fetching the judges of texts with npm (117 MB, once)"
    if ! (cd "$incoming" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error); then
        rm -rf "$incoming"
        echo "SKIPPED: npm could not fetch the judges; is there a network?"
        exit 77
    fi
    mv -T "$incoming" "$judges" 2>/dev/null || rm -rf "$incoming"
fi

if [ ! -f "$cache/$description" ]; then
    if ! (cd "$dir" && npm pack --ignore-scripts --loglevel=error @twilio/cli-core@9.0.0 >/dev/null); then
        echo "SKIPPED: npm could not fetch Twilio's API description; is there a network?"
        exit 77
    fi
    mv "$dir/$description" "$cache/$description"
fi
if ! echo "$description_sha256  $cache/$description" | sha256sum --check --status; then
    echo "$cache/$description is not what Handrail was checked with (SHA-256): delete it and try again"
    exit 1
fi
tar -xzf "$cache/$description" -C "$dir" package/src/services/twilio-api/twilio_api_v2010.json
node "$here/cutdown.mjs" "$dir/package/src/services/twilio-api/twilio_api_v2010.json" "$dir/messages.json"

# prism NAME ARGS...: starts Prism and leaves its address in $address. It takes no port 0: a free one is asked for first,
# and another where it was taken meanwhile.
prism() {
    local name=$1
    shift
    for _ in 1 2 3; do
        local port tries=0
        port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
        node "$judges/node_modules/@stoplight/prism-cli/dist/index.js" "$1" -h 127.0.0.1 -p "$port" --errors \
            "$dir/messages.json" "${@:2}" >"$dir/$name.log" 2>&1 &
        local pid=$!
        pids+=("$pid")
        while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 300 ]; do
            if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
                address=http://127.0.0.1:$port
                return 0
            fi
            tries=$((tries + 1))
            sleep 0.1
        done
        kill -KILL "$pid" 2>/dev/null || true
    done
    echo "Prism did not start:"
    cat "$dir/$name.log"
    exit 1
}

prism mock mock
mock=$address

"$carrier" --port 0 --account "AC$(printf 'a%.0s' {1..32})" >"$dir/carrier.log" 2>&1 &
pids+=($!)
tries=0
until grep -q "listens on" "$dir/carrier.log"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
        echo "The stand-in carrier did not start:"
        cat "$dir/carrier.log"
        exit 1
    fi
    sleep 0.1
done
prism proxy proxy "$(grep -o 'http://[0-9.:]*' "$dir/carrier.log" | head -n 1)"
proxy=$address

code=0
HANDRAIL_TWILIO_MOCK=$mock HANDRAIL_TWILIO_PROXY=$proxy HANDRAIL_TEXT_JUDGES=$judges HANDRAIL_JUDGE_SCRIPTS=$here "$@" || code=$?
if [ "$code" != 0 ]; then
    echo "Prism's logs end with:"
    tail -n 30 "$dir/mock.log" "$dir/proxy.log"
fi
exit "$code"
