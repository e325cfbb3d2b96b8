#!/usr/bin/env bash
# build.sh: the programs and the installer on Windows, in a shell of MSYS2 UCRT64; leaves build-release/packages/handrail-VERSION-setup.exe.
set -euo pipefail
cd "$(dirname "$0")/../.."
prefix=mingw-w64-ucrt-x86_64
packages=(gcc cmake ninja pkgconf ccache nodejs qt6-base qt6-svg qt6-charts qt6-networkauth qt6-tools qtkeychain-qt6 boost openssl
    prometheus-cpp libphonenumber libsodium cjose jansson oath-toolkit curl gmime qrencode libarchive libcsv cli11 nsis)
pacman -S --needed --noconfirm "${packages[@]/#/$prefix-}"
cmake --preset release
cmake --build build-release
(cd build-release && cpack)
ls -l build-release/packages/*.exe
