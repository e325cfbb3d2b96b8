#!/bin/sh
# units.sh UNITS-FOLDER BIN-FOLDER: lets systemd read every unit as it would at boot, with the programs of this build in
# the place of the installed ones.
set -eu
if ! command -v systemd-analyze >/dev/null; then
    echo "SKIPPED: systemd-analyze is not installed (package systemd)"
    exit 77
fi
dir=$(mktemp -d /tmp/handrail-units.XXXXXX)
trap 'rm -rf "$dir"' EXIT INT TERM
count=0
for unit in "$1"/*.service; do
    name=$(basename "$unit")
    sed "s|^ExecStart=\(handrail-[a-z]*\)|ExecStart=$2/\1|; s|^ExecReload=kill|ExecReload=/bin/kill|" "$unit" >"$dir/$name"
    # verify ends with 0 for what it only warns of, such as a misspelt setting.
    said=$(systemd-analyze verify --man=no "$dir/$name" 2>&1 | grep -F "$name" || true)
    if [ -n "$said" ]; then
        echo "$said"
        exit 1
    fi
    # What a system service could do if somebody took it over, from 0 (nothing) to 10 (everything).
    case $name in
        handrail-server.service) systemd-analyze security --offline=true --threshold=20 "$dir/$name" >"$dir/security" || { cat "$dir/security"; exit 1; } ;;
        *-headless.service) systemd-analyze security --offline=true --threshold=45 "$dir/$name" >"$dir/security" || { cat "$dir/security"; exit 1; } ;;
    esac
    count=$((count + 1))
done
echo "$count units are well"
[ "$count" -ge 3 ]
