#!/usr/bin/env bash
# endtoend.sh BIN DIR: the story of the trial as a test, with a real SMTP server (postfix's smtp-sink) as the mail carrier, and with
# agent and server killed in the middle.
set -euo pipefail
bin=$1; dir=$2
top=$(realpath "$(dirname "$0")/../..")
sink=$(command -v smtp-sink || echo /usr/sbin/smtp-sink)
[ -x "$sink" ] || { echo "smtp-sink is missing; ./test installs it with the package postfix"; exit 1; }
rm -rf "$dir"; mkdir -p "$dir/sink"; dir=$(realpath "$dir")
chmod 777 "$dir/sink"
as_user=()
[ "$(id -u)" -ne 0 ] || as_user=(-u nobody) # started by root, it wants to know as whom to run

sink_pid=
trap '[ -z "$sink_pid" ] || kill "$sink_pid" 2>/dev/null || true' EXIT
for port in $(shuf -i 20000-29999 -n 20); do
    (cd "$dir/sink" && exec "$sink" "${as_user[@]}" -d mail. "127.0.0.1:$port" 100) >"$dir/sink.log" 2>&1 & sink_pid=$!
    for _ in $(seq 50); do
        kill -0 "$sink_pid" 2>/dev/null || break
        if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break 2; fi
        sleep 0.1
    done
    kill "$sink_pid" 2>/dev/null || true; sink_pid=
done
[ -n "$sink_pid" ] || { echo "smtp-sink found no free port"; cat "$dir/sink.log"; exit 1; }
export TRIAL_SMTP=smtp://127.0.0.1:$port TRIAL_MAILDROP=$dir/sink TRIAL_HARM=yes
"$top/tools/story.sh" "$bin" "$dir"
