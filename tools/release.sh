#!/usr/bin/env bash
# release.sh OUT: every artefact of the version in CMakeLists.txt that this system can make, into OUT: source, Debian packages,
# release notes out of CHANGELOG.md, and SHA256SUMS over all. Signed where HANDRAIL_RELEASE_KEY names a key of minisign or GnuPG.
#   --build DIR   takes the programs of a build that is there instead of making a release build
#   --dirty       also from a tree with changes that are not committed, for trying it out
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/lib.sh
build=; dirty=no; out=
while [ $# -gt 0 ]; do
    case $1 in
        --build) build=$2; shift ;;
        --dirty) dirty=yes ;;
        -*) die "unknown option $1. Known are --build and --dirty." ;;
        *) out=$1 ;;
    esac
    shift
done
[ -n "$out" ] || die "say into which folder: tools/release.sh OUT"
[ $dirty = yes ] || [ -z "$(git status --porcelain)" ] || die "there are changes that are not committed; a release is of a commit."
version=$(sed -nE 's/^project\(Handrail VERSION ([0-9]+\.[0-9]+\.[0-9]+) .*/\1/p' CMakeLists.txt)
[ -n "$version" ] || die "CMakeLists.txt names no version"

# What goes into archives and packages is of the commit's time, so that who builds again gets the same bytes.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
rm -rf "$out"; mkdir -p "$out"; out=$(realpath "$out")

say "Release notes"
python3 tools/releasenotes.py CHANGELOG.md "$version" >"$out/release-notes-$version.md"

say "Source"
git archive --format=tar --prefix="handrail-$version/" HEAD | gzip -9n >"$out/handrail-$version.tar.gz"

if [ -z "$build" ]; then
    say "Building"
    cmake --preset release
    build=build-release
    cmake --build "$build"
fi
say "Packages"
rm -rf "$build/packages"
(cd "$build" && cpack)
find "$build/packages" -maxdepth 1 -type f -exec cp -t "$out" {} +
[ ! -f "$build/sbom.cdx.json" ] || cp "$build/sbom.cdx.json" "$out/handrail-$version.cdx.json"

say "Checksums"
(cd "$out" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs -d '\n' sha256sum >SHA256SUMS)
if [ -n "${HANDRAIL_RELEASE_KEY:-}" ]; then
    gpg --batch --yes --local-user "$HANDRAIL_RELEASE_KEY" --armor --detach-sign "$out/SHA256SUMS"
else
    echo "Not signed: HANDRAIL_RELEASE_KEY names no key."
fi
(cd "$out" && sha256sum --quiet -c SHA256SUMS && ls -l)
