#!/usr/bin/env bash
# installer.sh DIR: the installer for Windows under Wine, with stand-ins for the programs: silent, for everybody and for one person,
# upgraded in place, refused while the desktop runs, removed. Needs mingw-w64, NSIS and Wine; takes a minute; not part of ./test.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
rm -rf "$1"; mkdir -p "$1"; dir=$(realpath "$1")
for tool in x86_64-w64-mingw32-gcc makensis wine cmake; do
    command -v "$tool" >/dev/null || { echo "SKIPPED: $tool is missing (Debian: gcc-mingw-w64-x86-64 nsis wine wine64)"; exit 77; }
done
export WINEPREFIX=$dir/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml=" DISPLAY=
fail() { echo "not so: $*" >&2; exit 1; }
say() { printf '\n%s\n' "$*"; }
end() { wineserver -k 2>/dev/null || true; }
trap end EXIT

make_installer() { # VERSION EXTRA-FILE
    echo "$2" >"$dir/$2"
    cmake -S "$here" -B "$dir/build-$1" -G Ninja -DCMAKE_SYSTEM_NAME=Windows -DCMAKE_C_COMPILER=x86_64-w64-mingw32-gcc \
        -DSTAND_IN_VERSION="$1" -DSTAND_IN_FILES="$dir/$2" >"$dir/configure-$1.log" 2>&1 || { tail "$dir/configure-$1.log"; fail "configure"; }
    cmake --build "$dir/build-$1" >/dev/null
    (cd "$dir/build-$1" && cpack) >"$dir/cpack-$1.log" 2>&1 || { tail -20 "$dir/build-$1"/_CPack_Packages/*/NSIS/*.log; fail "cpack"; }
    cp "$dir/build-$1/handrail-$1-setup.exe" "$dir/"
}
run() { timeout 120 wine "$@"; }
registry() { run reg query "$1" /v "$2" 2>/dev/null | tr -d '\r' | awk -v name="$2" '$1 == name { $1 = $2 = ""; sub(/^ +/, ""); print }'; }
gone() { ! run reg query "$1" >/dev/null 2>&1; }
# The uninstaller goes on as a copy of itself, since it removes its own file last but one.
remove() {
    run "$1/uninstall.exe" /S "$2"
    for _ in $(seq 100); do [ -e "$1" ] || return 0; read -rt 0.2 <> <(:) || true; done
    fail "$1 is gone"
}
ENTRY='Software\Microsoft\Windows\CurrentVersion\Uninstall\Handrail'

say "Two versions of the installer"
make_installer 0.1.0 only-in-the-old
make_installer 0.2.0 only-in-the-new
ls -l "$dir"/*.exe | awk '{ print $5, $9 }'
timeout 120 wineboot -i >/dev/null 2>&1

say "For everybody, silently"
run "$dir/handrail-0.1.0-setup.exe" /S /AllUsers
programs="$WINEPREFIX/drive_c/Program Files/Handrail"
[ "$(run "$programs/bin/handrail.exe" | tr -d '\r')" = 0.1.0 ] || fail "the program is in Program Files and runs"
[ "$(registry "HKLM\\$ENTRY" DisplayVersion)" = 0.1.0 ] || fail "Windows lists the version"
[ -e "$programs/share/only-in-the-old" ] || fail "the old version's file is there"

say "While the desktop runs, an upgrade changes nothing"
run "$programs/bin/handrail.exe" --stay >/dev/null & stay=$!
for _ in $(seq 100); do run tasklist 2>/dev/null | grep -q handrail.exe && break; done
code=0; run "$dir/handrail-0.2.0-setup.exe" /S /AllUsers || code=$?
if [ "$code" -ne 3 ]; then fail "the installer says by 3 that the desktop runs; it said $code"; fi
[ "$(registry "HKLM\\$ENTRY" DisplayVersion)" = 0.1.0 ] || fail "the old version stays"
[ -e "$programs/share/only-in-the-old" ] || fail "the old version's files stay"
run taskkill /F /IM handrail.exe >/dev/null 2>&1 || true
wait $stay 2>/dev/null || true

say "Upgraded in place; the agent is ended by the installer"
run "$programs/bin/handrail-agent.exe" --stay >/dev/null & stay=$!
for _ in $(seq 100); do run tasklist 2>/dev/null | grep -q handrail-agent.exe && break; done
run "$dir/handrail-0.2.0-setup.exe" /S /AllUsers
[ "$(run "$programs/bin/handrail.exe" | tr -d '\r')" = 0.2.0 ] || fail "the new program is there"
[ "$(run "$programs/bin/handrail-agent.exe" | tr -d '\r')" = 0.2.0 ] || fail "the new agent is there"
[ "$(registry "HKLM\\$ENTRY" DisplayVersion)" = 0.2.0 ] || fail "Windows lists the new version"
[ ! -e "$programs/share/only-in-the-old" ] && [ -e "$programs/share/only-in-the-new" ] || fail "nothing of the old version stays"
wait $stay 2>/dev/null || true

say "Removed"
remove "$programs" /AllUsers
[ ! -e "$programs/bin" ] || fail "the programs are gone"
gone "HKLM\\$ENTRY" || fail "Windows lists it no more"

say "For one person, in a folder of their choice"
run "$dir/handrail-0.2.0-setup.exe" /S /CurrentUser '/D=C:\Mine\Handrail'
[ "$(run "$WINEPREFIX/drive_c/Mine/Handrail/bin/handrail.exe" | tr -d '\r')" = 0.2.0 ] || fail "the program is in the folder"
[ "$(registry "HKCU\\$ENTRY" DisplayVersion)" = 0.2.0 ] || fail "Windows lists it for the person"
gone "HKLM\\$ENTRY" || fail "and for nobody else"
remove "$WINEPREFIX/drive_c/Mine/Handrail" /CurrentUser
[ ! -e "$WINEPREFIX/drive_c/Mine/Handrail/bin" ] || fail "the programs are gone"
gone "HKCU\\$ENTRY" || fail "Windows lists it no more"
echo "The installer installs, upgrades, waits for nobody and removes."
