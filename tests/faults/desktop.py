#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop itself, killed with -9 while somebody types a note and at the moment in which «Share with Client» is pressed. Played
on a virtual screen by tools/story.sh (TRIAL_STORY), through the real desktop's accessible names."""
import os
import pathlib
import signal
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "app" / "trial" / "story"))
import screen  # noqa: E402
import story  # noqa: E402
from screen import wait_for  # noqa: E402

NOTE = "She will bring her papers on Monday and asks whether"


class Killed(story.Story):
    def kill_desktop(self):
        self.processes.pop().kill()

    def come_back(self):
        self.start(os.environ["TRIAL_DESKTOP_COMMAND"], "desktop.log")
        self.desk.find("Clients", screen.BUTTONS, 60)
        screen.place_window("Handrail", 10, 40)

    def agent_pid(self):
        return int((story.DIR / "desk" / "agent.lock").read_text().split()[0])

    def die_while_sharing(self):
        self.step("«Share with Client» is pressed and the desktop is killed at once")
        self.desk.tick("Send Text to Client")
        self.desk.tick("My Client Consents to Receiving Texts and / or emails from Bridges Family Services")
        self.desk.press("Share with Client")
        self.kill_desktop()

    def shared_once_or_not_at_all(self):
        self.step("It is started again: the share is there as a whole, or not at all")
        self.come_back()
        self.go("Referrals")
        wait_for("the three referrals", lambda: len([row for row in self.referrals() if any(site in row for site in story.SITES)]) == 3)
        consents = "consent" in self.activities().lower() or "shared" in self.activities().lower()
        if consents:
            self.wait_for_texts(1)
        self.check("no text without its share, none twice", len(self.texts()) == int(consents))

    def referrals(self):
        return self.desk.rows("Referrals")

    def die_while_typing(self):
        self.step("A note is typed and the desktop is killed a moment later")
        self.go("Referrals")
        self.desk.choose_row("Referrals", story.SITES[0])
        # What the log of the store grows by is the draft alone: the agent must not write meanwhile.
        os.kill(self.agent_pid(), signal.SIGSTOP)
        try:
            log = story.DIR / "desk" / "store.db-wal"
            self.desk.type_into("Note", NOTE)
            typed = log.stat().st_mtime_ns
            wait_for("the draft to be kept", lambda: log.stat().st_mtime_ns > typed)
            self.kill_desktop()
        finally:
            os.kill(self.agent_pid(), signal.SIGCONT)

    def draft_is_there(self):
        self.step("It is started again: the note is where it was")
        self.come_back()
        self.go("Referrals")
        self.desk.choose_row("Referrals", story.SITES[0])
        self.check("the note that was never saved is there", self.desk.find_containing(NOTE, 30) is not None)
        self.picture("draft-after-kill")

    CHAPTERS = (story.Story.open_desk, story.Story.sign_in, story.Story.choose_client, story.Story.fill_basket,
                story.Story.create_referrals, die_while_sharing, shared_once_or_not_at_all, die_while_typing, draft_is_there)


if __name__ == "__main__":
    sys.exit(Killed().play())
