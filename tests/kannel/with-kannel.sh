#!/bin/sh
# with-kannel.sh COMMAND [ARGS...]: runs COMMAND beside a Kannel of its own: the real bearerbox on free loopback ports, in a
# folder of its own, ended by its process id. The smsbox and the fake SMS center are the test's to start and end.
#   HANDRAIL_KANNEL_DIR         the folder, with kannel.conf
#   HANDRAIL_KANNEL_SEND_PORT   where the smsbox takes texts
#   HANDRAIL_KANNEL_FAKE_PORT   where bearerbox waits for the fake SMS center
#   HANDRAIL_KANNEL_HOOK_PORT   where Kannel brings replies and reports: the test's server listens there
#   HANDRAIL_KANNEL_UPSTREAM_PORT  an SMS center that speaks HTTP, for the one that refuses (smsc=refuses)
set -eu
for program in bearerbox smsbox; do
    if ! command -v $program >/dev/null && [ ! -x /usr/sbin/$program ]; then
        echo "SKIPPED: $program is not installed (package kannel)"
        exit 77
    fi
done
fakesmsc=/usr/lib/kannel/test/fakesmsc
if [ ! -x $fakesmsc ]; then
    echo "SKIPPED: $fakesmsc is not installed (package kannel-extras)"
    exit 77
fi
dir=$(mktemp -d /tmp/handrail-kannel.XXXXXX)
pid=""
finish() {
    if [ -n "$pid" ]; then
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    fi
    rm -rf "$dir"
}
trap finish EXIT INT TERM
# Seven at once, so that no two are the same.
ports=$(python3 -c '
import socket
held = [socket.socket() for _ in range(7)]
for one in held:
    one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in held))')
# shellcheck disable=SC2086
set -- $ports "$@"
admin=$1 boxes=$2 fake=$3 sends=$4 hooks=$5 upstream=$6 upstreamback=$7
shift 7
cat >"$dir/kannel.conf" <<CONF
group = core
admin-port = $admin
admin-password = for-the-test
admin-interface = 127.0.0.1
smsbox-port = $boxes
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
dlr-storage = internal
log-file = $dir/bearerbox.log
log-level = 1

group = smsc
smsc = fake
smsc-id = fake
port = $fake
connect-allow-ip = 127.0.0.1

# Takes only what is sent to it by name; what is behind it says no.
group = smsc
smsc = http
smsc-id = refuses
allowed-smsc-id = refuses
system-type = kannel
port = $upstreamback
connect-allow-ip = 127.0.0.1
smsc-username = up
smsc-password = stream
send-url = http://127.0.0.1:$upstream/

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = $sends
sendsms-interface = 127.0.0.1
log-file = $dir/smsbox.log
log-level = 1
http-request-retry = 30
http-queue-delay = 1

group = sendsms-user
username = handrail
password = kannel-password
concatenation = true
max-messages = 30
user-deny-ip = "*.*.*.*"
user-allow-ip = 127.0.0.1

group = sms-service
keyword = default
catch-all = true
get-url = "http://127.0.0.1:$hooks/hooks/kannel/the-secret-of-the-test/inbound?from=%p&to=%P&id=%I&coding=%c&charset=%C&text=%b"
max-messages = 0
accept-x-kannel-headers = false
CONF
PATH="$PATH:/usr/sbin" bearerbox "$dir/kannel.conf" >"$dir/bearerbox.out" 2>&1 &
pid=$!
tries=0
until python3 -c "import socket; socket.create_connection(('127.0.0.1', $boxes)).close()" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ] || ! kill -0 "$pid" 2>/dev/null; then
        echo "bearerbox did not start"
        cat "$dir/bearerbox.out"
        exit 1
    fi
    sleep 0.1
done
HANDRAIL_KANNEL_DIR="$dir" HANDRAIL_KANNEL_ADMIN_PORT=$admin HANDRAIL_KANNEL_SEND_PORT=$sends HANDRAIL_KANNEL_FAKE_PORT=$fake \
    HANDRAIL_KANNEL_HOOK_PORT=$hooks HANDRAIL_KANNEL_UPSTREAM_PORT=$upstream "$@"
