#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# judges.sh TESTS: an export by the test program, in each format, before two validators of FHIR R4 that are not ours.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
HANDRAIL_FHIR_MODULES=$("$here/../support/node-modules.sh" "$here" fhir-judges)
export HANDRAIL_FHIR_MODULES
work=$(mktemp -d /tmp/handrail-fhir.XXXXXX)
trap 'rm -rf "$work"' EXIT
HANDRAIL_FHIR_SAMPLE=$work "$1" "[sample]" >"$work/log" || { cat "$work/log"; exit 1; }
node "$here/judge.mjs" "$work"
