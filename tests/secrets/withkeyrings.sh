#!/bin/sh
# Runs the keychain tests ("$@") in each state that a Linux keychain can be in, with a home and a bus of their own: an
# unlocked gnome-keyring, the same one locked, a bus without a keychain, a keychain that never answers, no bus at all.
set -eu
for tool in dbus-run-session gnome-keyring-daemon; do
    command -v "$tool" >/dev/null || { echo "$tool is missing: install dbus and gnome-keyring" >&2; exit 1; }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p -m 700 "$home/data" "$home/config" "$home/cache" "$home/run"
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run" XDG_DATA_DIRS="$home/none"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_CURRENT_DESKTOP KDE_FULL_SESSION GNOME_KEYRING_CONTROL || true

# The bus starts no service by itself: what is not started here is not there.
cat > "$home/bus.conf" <<'CONF'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
with_bus() { dbus-run-session --config-file="$home/bus.conf" -- sh -c "$1" sh "$@"; }

# The keyring leaves its parent before it has its name on the bus.
cat > "$home/until-there" <<'SH'
tries=0
until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
    org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q "boolean true"; do
    tries=$((tries + 1))
    [ "$tries" -lt 200 ] || { echo "gnome-keyring did not come onto the bus" >&2; exit 1; }
    sleep 0.05
done
SH
export UNTIL_THERE="$home/until-there"

echo "== unlocked"
with_bus 'shift; printf test-only | gnome-keyring-daemon --unlock --components=secrets >/dev/null && sh "$UNTIL_THERE" && exec "$@"' "$@" "[unlocked]"
echo "== locked"
with_bus 'shift; gnome-keyring-daemon --start --components=secrets >/dev/null && sh "$UNTIL_THERE" && exec "$@"' "$@" "[locked]"
echo "== a bus without a keychain"
with_bus 'shift; exec "$@"' "$@" "[nokeychain]"
echo "== a keychain that never answers"
with_bus 'shift; exec "$@"' "$@" "[silent]"
echo "== no bus"
"$@" "[nokeychain]"
