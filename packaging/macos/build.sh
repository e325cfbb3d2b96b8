#!/usr/bin/env bash
# build.sh: Handrail.app and its disk image on macOS, with Homebrew's libraries; signed and notarised where the variables are set:
#   HANDRAIL_SIGN_AS="Developer ID Application: … (TEAM)"   the identity in the keychain
#   HANDRAIL_NOTARY_PROFILE=handrail                        of `xcrun notarytool store-credentials`
set -euo pipefail
cd "$(dirname "$0")/../.."
brew install --quiet cmake ninja pkg-config ccache node qt qtkeychain boost openssl@3 prometheus-cpp libphonenumber libsodium cjose \
    jansson oath-toolkit curl gmime qrencode libarchive libcsv cli11
iconset=$(mktemp -d)/handrail.iconset
mkdir "$iconset"
for size in 16 32 128 256 512; do
    sips -s format png -z $size $size resources/icons/handrail.svg --out "$iconset/icon_${size}x${size}.png" >/dev/null
    sips -s format png -z $((size * 2)) $((size * 2)) resources/icons/handrail.svg --out "$iconset/icon_${size}x${size}@2x.png" >/dev/null
done
cmake --preset release
cmake --build build-release
stage=build-release/stage
rm -rf "$stage"
cmake --install build-release --prefix "$stage" --component desktop
app=$stage/Handrail.app
mkdir -p "$app/Contents/Resources"
iconutil -c icns "$iconset" -o "$app/Contents/Resources/handrail.icns"
macdeployqt "$app" -executable="$app/Contents/MacOS/handrail-agent"
if [ -n "${HANDRAIL_SIGN_AS:-}" ]; then
    # From the inside out: a signature covers what is in it.
    find "$app" \( -name '*.dylib' -o -name '*.framework' \) -print0 |
        xargs -0 codesign --force --timestamp --options runtime --sign "$HANDRAIL_SIGN_AS"
    codesign --force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist --sign "$HANDRAIL_SIGN_AS" \
        "$app/Contents/MacOS/handrail-agent"
    codesign --force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist --sign "$HANDRAIL_SIGN_AS" "$app"
    codesign --verify --deep --strict "$app"
fi
version=$(sed -nE 's/^project\(Handrail VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)
image=build-release/packages/Handrail-$version.dmg
mkdir -p build-release/packages
hdiutil create -volname Handrail -srcfolder "$stage" -ov -format UDZO "$image"
if [ -n "${HANDRAIL_NOTARY_PROFILE:-}" ]; then
    codesign --timestamp --sign "$HANDRAIL_SIGN_AS" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$HANDRAIL_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
ls -l "$image"
