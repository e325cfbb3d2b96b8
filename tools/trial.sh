#!/usr/bin/env bash
# trial.sh BIN DIR [COMMAND…]: starts keyring, carrier, server and seeds them; then runs COMMAND (default: the desktop and
# the client's phone) with the variables below, and ends all it started by their process ids. Runs inside dbus-run-session.
#   TRIAL_SMTP=smtp://…: mail goes to that server; without it, mail is dropped as .eml files.
#   TRIAL_ORGANISATION=name: the sign-in also offers an organisation's account of that name (nobody answers there).
#   TRIAL_HISTORY=yes: two months of an office's work beside the few clients.
set -euo pipefail
bin=$(realpath "$1"); mkdir -p "$2"; dir=$(realpath "$2"); shift 2
here=$(dirname "$(realpath "$0")")
source "$here/lib.sh"

pids=()
end_all() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    # The agent is started by the desktop and outlives it on purpose; the trial's ends with the trial.
    pkill -f "handrail-agent --profile $dir/desk" 2>/dev/null || true
    for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
}
trap end_all EXIT

# wait_for WHAT FILE PATTERN: the first match of PATTERN in FILE, within half a minute.
wait_for() {
    local tries
    for tries in $(seq 300); do
        if grep -oE -m1 "$3" "$2" 2>/dev/null; then return 0; fi
        read -rt 0.1 <> <(:) || true
    done
    tail -n 5 "$2" >&2 || true
    die "$1 did not start; its log is $2"
}

# free_port: a port that nobody listens on now; the kernel hands it to the carrier's throw-away socket.
free_port() {
    "$bin/handrail-trial-carrier" --port 0 >"$dir/port.log" 2>&1 & local probe=$!
    wait_for "The search for a free port" "$dir/port.log" 'http://127\.0\.0\.1:[0-9]+' | sed 's/.*://'
    kill "$probe"; wait "$probe" 2>/dev/null || true
}

export TRIAL_DIR=$dir TRIAL_CLOCK=$dir/clock-offset TRIAL_MAILDROP=${TRIAL_MAILDROP:-$dir/maildrop} TRIAL_ZONE=America/Los_Angeles
export TRIAL_EMAIL=maria@example.org TRIAL_ADMIN_EMAIL=alex@example.org TRIAL_PASSWORD=handrail-trial TRIAL_NUMBER=+16505550100
mkdir -p "$TRIAL_MAILDROP" "$dir/keyring"

# The trial's day begins at ten in the morning of the clients' zone, so that follow-ups fall inside the contact window.
if [ ! -f "$TRIAL_CLOCK" ]; then
    start=$(TZ=$TRIAL_ZONE date -d "${TRIAL_START:-today} 10:00" +%s)
    echo $((start - $(date +%s))) >"$TRIAL_CLOCK"
fi

# A keyring of the trial's own.
printf 'trial' | XDG_DATA_HOME=$dir/keyring gnome-keyring-daemon --unlock --components=secrets \
    --control-directory="$dir/keyring/control" >"$dir/keyring.log" 2>&1 || die "the trial's keyring did not start; its log is $dir/keyring.log"

"$bin/handrail-trial-carrier" --port 0 --number "$TRIAL_NUMBER" --journal "$dir/carrier.jsonl" --maildrop "$TRIAL_MAILDROP" \
    --clock-file "$TRIAL_CLOCK" >"$dir/carrier.log" 2>&1 & pids+=($!)
TRIAL_CARRIER=$(wait_for "The trial's carrier" "$dir/carrier.log" 'http://127\.0\.0\.1:[0-9]+')
export TRIAL_CARRIER

# The server keeps its port from one start to the next: links in old messages go on working.
[ -f "$dir/port" ] || free_port >"$dir/port"
port=$(cat "$dir/port")
write_config() {
    local mail="drop = $TRIAL_MAILDROP"
    [ -z "${TRIAL_SMTP:-}" ] || mail="smtp_url = $TRIAL_SMTP"
    cat >"$dir/server.ini" <<INI
[server]
listen_port = $1
public_url = http://127.0.0.1:$1
clock_file = $TRIAL_CLOCK
[metrics]
listen =
[database]
url = sqlite:$dir/server.db
[texts]
base_url = $TRIAL_CARRIER
account_sid = AC00000000000000000000000000000000
auth_token_file = $dir/carrier-token
poll_seconds = 1
[mail]
$mail
INI
    [ -z "${TRIAL_ORGANISATION:-}" ] || printf '[oidc]\nissuer = http://127.0.0.1:9\nclient_id = handrail\nname = %s\n' \
        "$TRIAL_ORGANISATION" >>"$dir/server.ini"
    chmod 600 "$dir/server.ini"
}
(umask 077; echo trial-token >"$dir/carrier-token")
write_config "$port"
server=("$bin/handrail-server" --config "$dir/server.ini")
if [ ! -f "$dir/seeded" ]; then
    say "Setting up the trial: an agency, a worker, a directory of San Mateo County"
    "${server[@]}" agency add --name "Bridges Family Services" --number "$TRIAL_NUMBER" --address help@bridges.example \
        --time-zone "$TRIAL_ZONE" >"$dir/agency.txt"
    printf '%s' "$TRIAL_PASSWORD" | "${server[@]}" user add --agency "Bridges Family Services" --email "$TRIAL_EMAIL" \
        --name "Maria Worker" --role worker >/dev/null
    printf '%s' "$TRIAL_PASSWORD" | "${server[@]}" user add --agency "Bridges Family Services" --email "$TRIAL_ADMIN_EMAIL" \
        --name "Alex Administrator" --role administrator >/dev/null
    "${server[@]}" directory import "${TRIAL_DIRECTORY:-$here/../tests/data/directory/ohana}" --agency "Bridges Family Services"
fi
"${server[@]}" serve >"$dir/server.log" 2>&1 & pids+=($!)
echo $! >"$dir/server.pid"
export TRIAL_SERVER_COMMAND="${server[*]} serve"
TRIAL_SERVER=$(wait_for "The server" "$dir/server.log" '^listening on http://127\.0\.0\.1:[0-9]+')
TRIAL_SERVER=${TRIAL_SERVER#listening on }
export TRIAL_SERVER
if [ ! -f "$dir/seeded" ]; then
    "$bin/handrail-trial-seed" --server "$TRIAL_SERVER" --email "$TRIAL_EMAIL" --password "$TRIAL_PASSWORD" --clock-file "$TRIAL_CLOCK" \
        ${TRIAL_HISTORY:+--history}
    touch "$dir/seeded"
fi

desktop=("$bin/handrail" --profile "$dir/desk" --server "$TRIAL_SERVER" --clock-file "$TRIAL_CLOCK" --poll-seconds 1)
phone=("$bin/handrail-trial-phone" --carrier "$TRIAL_CARRIER" --clock-file "$TRIAL_CLOCK" --time-zone "$TRIAL_ZONE")
if [ $# -gt 0 ]; then
    export TRIAL_DESKTOP_COMMAND="${desktop[*]}" TRIAL_PHONE_COMMAND="${phone[*]}" TRIAL_BIN=$bin
    "$@"
else
    "${phone[@]}" >"$dir/phone.log" 2>&1 & pids+=($!)
    "${desktop[@]}"
fi
