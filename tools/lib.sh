# Shared by ./run and ./test: installing, building, saying what happens.
# shellcheck shell=bash

say() { printf '\n\033[1m==> %s\033[0m\n' "$*"; }
die() { printf '\n\033[1;31mHandrail stops here:\033[0m %s\n' "$*" >&2; exit 1; }

# install_packages WHY PACKAGE...: installs what is missing, and says what and why.
install_packages() {
    local why=$1; shift
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    # npm may have come with another Node.js than the distribution's.
    if command -v npm >/dev/null 2>&1; then
        local kept=()
        for package in "${missing[@]}"; do [ "$package" = npm ] || kept+=("$package"); done
        missing=("${kept[@]}")
    fi
    [ ${#missing[@]} -eq 0 ] && return 0
    command -v apt-get >/dev/null 2>&1 || die "these packages are missing and there is no apt-get to install them: ${missing[*]}"
    local sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || die "these packages are missing; install them as root: apt-get install ${missing[*]}"
        sudo=(sudo)
    fi
    say "Installing $why: ${missing[*]}"
    local log=/tmp/handrail-apt-$(id -u).log
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq >"$log" 2>&1 ||
        echo "apt-get update had trouble; going on with the package lists that are here (see $log)"
    # Mail servers, databases and gateways are here for tests that start their own: none becomes a service of this machine.
    local policy=/usr/sbin/policy-rc.d ours=
    [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null && "${sudo[@]}" chmod 755 "$policy" && ours=yes; }
    local installed=yes
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1 || installed=
    [ -z "$ours" ] || "${sudo[@]}" rm -f "$policy"
    [ -n "$installed" ] || {
        tail -n 5 "$log" >&2
        die "apt-get could not install ${missing[*]}. The whole log is in $log."
    }
}

# build PRESET TARGET...: configures where needed, and builds.
build() {
    local preset=$1; shift
    # Warnings are errors where CI has built before: going back would compile all of it again for nothing.
    if [ "$preset" = default ] && grep -qs '^HANDRAIL_WERROR:[A-Z]*=ON' build/CMakeCache.txt; then preset=ci; fi
    say "Building (the first time takes some minutes, later ones seconds)"
    cmake --preset "$preset" >build-configure.log 2>&1 || { tail -n 30 build-configure.log >&2; rm -f build-configure.log; die "CMake could not configure the build."; }
    mkdir -p build && mv build-configure.log build/configure.log
    cmake --build build --target "$@" || die "the build failed; the first error is above."
}
