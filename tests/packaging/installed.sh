#!/usr/bin/env bash
# installed.sh BUILD BIN DIR: the Debian packages on a bare Debian 12. An older server is installed and used, upgraded, the desktop
# installed beside it and the main job done with the installed programs; a broken package is refused; all is removed, clients' data not.
set -euo pipefail
build=$(realpath "$1"); bin=$(realpath "$2"); mkdir -p "$3"; dir=$(realpath "$3")
here=$(dirname "$(realpath "$0")")
[ "$(id -u)" -eq 0 ] || { echo "SKIPPED: only root can install packages into a root of their own"; exit 77; }
unset XDG_RUNTIME_DIR
[ "$(uname -m)" = x86_64 ] || { echo "SKIPPED: the packages of this test are named for amd64"; exit 77; }
cache=${HANDRAIL_CACHE_DIR:-$HOME/.cache/handrail}
root=$dir/root
packages=$build/packages

unmount_all() {
    local mounted
    mounted=$(awk -v root="$root/" 'index($2, root) == 1 { print $2 }' /proc/self/mounts | sort -r)
    [ -z "$mounted" ] || xargs -n1 umount <<<"$mounted"
}
clean_up() { [ -z "${server_pid:-}" ] || kill "$server_pid" 2>/dev/null || true; unmount_all; rm -rf "$root" "${XDG_RUNTIME_DIR:-}"; }
unmount_all 2>/dev/null || true
rm -rf "$dir"; mkdir -p "$root" "$cache/debs"
trap clean_up EXIT

say() { printf '\n%s\n' "$*"; }
fail() { echo "not so: $*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
install() { inside apt-get install -y -q --no-install-recommends "$@" >"$dir/apt.log" 2>&1 || { tail -20 "$dir/apt.log"; fail "installing $*"; }; }
as_server() { inside setpriv --reuid handrail --regid handrail --init-groups "$@"; }

say "Making the packages"
(cd "$build" && cpack -G DEB) >"$dir/cpack.log" 2>&1 || { tail "$dir/cpack.log"; fail "cpack"; }
version=$(dpkg-deb -f "$packages"/handrail-server_*.deb Version)
lintian --fail-on error,warning "$packages"/*.deb || fail "lintian finds nothing in the packages"
ls -l "$packages"/*.deb | awk '{ print $5, $9 }'

say "A bare Debian 12"
if [ ! -s "$cache/debian-12.tar" ]; then
    debootstrap --variant=minbase bookworm "$dir/fresh" >"$dir/debootstrap.log" 2>&1 || { tail "$dir/debootstrap.log"; fail "debootstrap"; }
    tar -C "$dir/fresh" -cf "$cache/debian-12.tar.new" . && mv "$cache/debian-12.tar.new" "$cache/debian-12.tar"
    rm -rf "$dir/fresh"
fi
tar -C "$root" -xf "$cache/debian-12.tar"
# Reaches packages as this machine does; what was fetched once is kept.
rm -rf "$root"/etc/apt/sources.list*; cp -r /etc/apt/sources.list* "$root/etc/apt/" 2>/dev/null || true
cp -r /etc/apt/apt.conf.d /etc/apt/auth.conf* "$root/etc/apt/" 2>/dev/null || true
rm -f "$root"/etc/apt/apt.conf.d/docker-clean "$root"/etc/apt/sources.list.d/{node,google,cloud}*
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
mkdir -p "$root/var/cache/apt/archives" "$root/packages"
mount --bind "$cache/debs" "$root/var/cache/apt/archives"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
inside apt-get update -q >"$dir/apt.log" 2>&1 || { tail "$dir/apt.log"; fail "apt-get update"; }

say "The server of an older version is installed and used"
dpkg-deb -R "$packages/handrail-server_${version}_amd64.deb" "$dir/older"
sed -i 's/^Version: .*/Version: 0.0.1/' "$dir/older/DEBIAN/control"
dpkg-deb --root-owner-group -b "$dir/older" "$root/packages/older.deb" >/dev/null
cp "$packages"/*.deb "$root/packages/"
install /packages/older.deb
[ -z "$(inside dpkg-query -W -f '${Package}\n' 'libqt6widgets*' 2>/dev/null)" ] || fail "a server needs no widgets"
[ "$(stat -c '%a %U' "$root/etc/handrail/server.ini" | cut -d' ' -f1)" = 640 ] || fail "the configuration is the server's alone"
[ "$(stat -c '%a' "$root/var/lib/handrail")" = 700 ] || fail "the data is the server's alone"
echo "; mine" >>"$root/etc/handrail/server.ini"
as_server handrail-server agency add --name "Harbor House" --time-zone America/New_York >"$dir/agency.txt"
[ -s "$root/var/lib/handrail/handrail-server.db" ] || fail "the installed configuration is found without being named"
if inside handrail-server agency list >"$dir/root.txt" 2>&1; then fail "root is told to be the server's user"; fi
grep -q "runuser -u handrail" "$dir/root.txt" || fail "root is told how: $(cat "$dir/root.txt")"

say "A package that is broken off is refused, and the old program goes on"
head -c 200000 "$packages/handrail-server_${version}_amd64.deb" >"$root/packages/broken.deb"
if inside dpkg -i /packages/broken.deb >"$dir/broken.txt" 2>&1; then fail "a broken package is refused"; fi
[ "$(inside dpkg-query -W -f '${Version} ${db:Status-Status}' handrail-server)" = "0.0.1 installed" ] || fail "the old version is still installed"
as_server handrail-server agency list | grep -q "Harbor House" || fail "the old program works on the old data"

say "Upgraded to $version; configuration and data stay"
install "/packages/handrail-server_${version}_amd64.deb"
grep -qx "; mine" "$root/etc/handrail/server.ini" || fail "the configuration is as it was left"
as_server handrail-server agency list | grep -q "Harbor House" || fail "the data is there after an upgrade"
[ "$(as_server handrail-server --version)" = "$("$bin/handrail-server" --version)" ] || fail "the version is this build's"

say "The desktop beside it, and the main job with the installed programs"
install "/packages/handrail_${version}_amd64.deb" "/packages/handrail-agent_${version}_amd64.deb"
inside test -x /usr/bin/handrail-agent || fail "the desktop brings its agent"
mount --bind /tmp "$root/tmp"
mkdir -p "$dir/bin" "$dir/job" "$root$dir/job"
mount --bind "$dir/job" "$root$dir/job"
for program in handrail handrail-agent handrail-server; do
    printf '#!/bin/sh\nexec chroot "%s" /usr/bin/%s "$@"\n' "$root" "$program" >"$dir/bin/$program"
    chmod 755 "$dir/bin/$program"
done
for program in "$bin"/handrail-trial-*; do ln -s "$program" "$dir/bin/"; done
# Where the bus of accessible names has its socket: both sides see /tmp.
XDG_RUNTIME_DIR=$(mktemp -d /tmp/handrail-run.XXXXXX)
export XDG_RUNTIME_DIR
cp -r "$here/../data/directory/ohana" "$dir/job/ohana"
TRIAL_DIRECTORY=$dir/job/ohana TRIAL_STORY=$here/mainjob.py "$here/../../tools/story.sh" "$dir/bin" "$dir/job"

say "Removed: nothing of the programs stays, all of the clients' data does"
unmount_all
mount -t proc proc "$root/proc"
inside dpkg --purge handrail handrail-agent handrail-server >"$dir/purge.log" 2>&1 || { cat "$dir/purge.log"; fail "purge"; }
grep -q "Clients' data stays in /var/lib/handrail" "$dir/purge.log" || fail "who removes it is told where the data stays"
[ -s "$root/var/lib/handrail/handrail-server.db" ] || fail "the data is still there"
left=$(inside sh -c 'find / -xdev \( -path /proc -o -path /packages -o -path /var/cache -o -path /var/log -o -path /var/lib/dpkg -o -path "'"$dir"'" \) -prune -o -name "*handrail*" -print' |
    grep -v '^/var/lib/handrail' || true)
[ -z "$left" ] || fail "nothing stays, but: $left"
echo "The packages install, upgrade, work and are removed."
