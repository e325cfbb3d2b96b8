#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# pictures.sh BUILD FOLDER [STATES]: pictures of the client's pages (all, or those named with commas) into FOLDER.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
server=$1/bin/handrail-server
stage=$1/bin/handrail_pages_stage
folder=$2
mkdir -p "$folder"
HANDRAIL_BROWSER_MODULES=$("$here/../../support/node-modules.sh" "$here" page-judges)
export HANDRAIL_BROWSER_MODULES
# shellcheck source=server.sh
. "$here/server.sh"
trap stop_servers EXIT
node "$here/pictures.mjs" "$folder" "${3:-}"
