# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: the pinned Node packages of this folder, installed once for this lock file. Sets HANDRAIL_FHIR_MODULES.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${HANDRAIL_CACHE_DIR:-$HOME/.cache/handrail}
HANDRAIL_FHIR_MODULES=$cache/fhir-judges-$(sha256sum "$here/package-lock.json" | cut -c 1-16)
export HANDRAIL_FHIR_MODULES
if [ ! -e "$HANDRAIL_FHIR_MODULES/complete" ]; then
    mkdir -p "$cache"
    fresh=$(mktemp -d "$cache/fhir-judges.XXXXXX")
    cp "$here/package.json" "$here/package-lock.json" "$fresh"
    (cd "$fresh" && npm ci --ignore-scripts --no-audit --no-fund) >"$fresh/npm.log" 2>&1 ||
        { echo "npm could not fetch the packages in tests/fhir/package-lock.json:"; tail -n 20 "$fresh/npm.log"; exit 1; }
    touch "$fresh/complete"
    mv -T "$fresh" "$HANDRAIL_FHIR_MODULES" 2>/dev/null || rm -rf "$fresh" # another run was faster
fi
