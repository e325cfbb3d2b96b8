#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The trial's story up to the first answer, with the installed programs: sign in, refer, share with consent, get the answer.

Started by installed.sh through tools/story.sh (TRIAL_STORY).
"""
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "app/trial/story"))
from story import Story  # noqa: E402


class MainJob(Story):
    def open_desk(self):
        before = time.monotonic()
        super().open_desk()
        print(f"       phone and installed desktop were up after {time.monotonic() - before:.1f} s", flush=True)

    CHAPTERS = (open_desk, Story.sign_in, Story.choose_client, Story.fill_basket, Story.create_referrals, Story.share,
                Story.first_messages, Story.day_seven)


if __name__ == "__main__":
    sys.exit(MainJob().play())
