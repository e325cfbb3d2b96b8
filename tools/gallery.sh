#!/usr/bin/env bash
# gallery.sh BIN [DIR]: makes docs/gallery and the guide's pictures from the running program: plays the trial's story with two months
# of an office's work behind it, then shows each screen in light and dark, English and Spanish, at 100 % and 200 % text, and from right to left.
set -euo pipefail
bin=$(realpath "$1"); dir=${2:-$(mktemp -d)}
here=$(dirname "$(realpath "$0")")
export TRIAL_HISTORY=yes TRIAL_ORGANISATION="Bridges Staff Accounts" TRIAL_STORY=$here/../app/trial/story/gallery.py GALLERY_DIR=${GALLERY_DIR:-$here/../docs/gallery}
exec "$here/story.sh" "$bin" "$dir"
