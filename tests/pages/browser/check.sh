#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh SERVER STAGE: every client's page of the real server, judged in Chromium (check.mjs).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
server=$1
stage=$2
if [ ! -x "${CHROMIUM:=/usr/bin/chromium}" ]; then
    echo "SKIPPED: Chromium is not installed (package chromium)"
    exit 77
fi
export CHROMIUM
HANDRAIL_BROWSER_MODULES=$("$here/../../support/node-modules.sh" "$here" page-judges)
export HANDRAIL_BROWSER_MODULES
# shellcheck source=server.sh
. "$here/server.sh"
trap stop_servers EXIT
node "$here/check.mjs"
