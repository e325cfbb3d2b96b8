#!/usr/bin/env bash
# story.sh BIN DIR: plays the trial's story on a virtual screen, through the real desktop's accessible names.
set -euo pipefail
bin=$1; dir=$2
here=$(dirname "$(realpath "$0")")
source "$here/lib.sh"
command -v Xvfb >/dev/null || die "Xvfb is missing; ./run installs it."
mkdir -p "$dir"

# A display of our own, far from those that others start: two that begin and end at once can take each other's socket away.
for number in $(shuf -i 200-899 -n 20); do
    [ ! -e "/tmp/.X11-unix/X$number" ] && [ ! -e "/tmp/.X$number-lock" ] || continue
    Xvfb ":$number" -displayfd 1 -screen 0 1760x940x24 -nolisten tcp >"$dir/display" 2>"$dir/xvfb.log" & xvfb=$!
    trap 'kill $xvfb 2>/dev/null || true; wait $xvfb 2>/dev/null || true' EXIT
    for _ in $(seq 100); do
        [ ! -s "$dir/display" ] && kill -0 $xvfb 2>/dev/null || break
        sleep 0.1
    done
    [ ! -s "$dir/display" ] || break
done
[ -s "$dir/display" ] || die "the virtual screen did not start; its log is $dir/xvfb.log"
DISPLAY=:$number
export DISPLAY QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY
export TRIAL_START=${TRIAL_START:-2026-10-05}
dbus-run-session -- "$here/trial.sh" "$bin" "$dir" /usr/bin/python3 "${TRIAL_STORY:-$here/../app/trial/story/story.py}"
