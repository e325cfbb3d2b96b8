#!/bin/sh
# Runs "$@" with a session bus of its own that is the system's bus too, and a policy that lets anybody own any name.
set -eu
command -v dbus-run-session >/dev/null || { echo "dbus-run-session is missing: install dbus" >&2; exit 1; }
exec dbus-run-session -- sh -c 'DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" exec "$@"' sh "$@"
