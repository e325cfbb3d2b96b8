#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The gallery: every screen of the running desktop, in light and dark, English and Spanish, at 100 % and 200 % text.

Started by tools/gallery.sh through tools/trial.sh. It plays the story up to the third answer, so that there is something to see, and then
starts the desktop again and again with other settings. Pages are reached by their keys, which are the same in every language.
"""
import configparser
import os
import pathlib
import shlex
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import screen  # noqa: E402
from screen import wait_for  # noqa: E402
from story import DIR, Story  # noqa: E402

OUT = pathlib.Path(os.environ["GALLERY_DIR"])
WIDTH, HEIGHT = 1280, 800
PAGES = ("home", "clients", "directory", "basket", "referrals", "messages", "activity", "team", "settings")
LOOKS = [(scheme, language, percent) for percent in (100, 200) for scheme in ("light", "dark") for language in ("en", "es")]
LOOKS = LOOKS[:int(os.environ.get("GALLERY_LOOKS", len(LOOKS)))]  # For a quick look at the first ones.


class Gallery(Story):
    CHAPTERS = (Story.open_desk, Story.sign_in, Story.choose_client, Story.fill_basket, Story.create_referrals, Story.share,
                Story.first_messages, Story.day_seven, Story.day_eight, Story.day_nine)

    def pictures(self):
        for chapter in self.CHAPTERS:
            chapter(self)
        self.fill_another_basket()
        self.end()
        self.processes = []
        admin = os.environ["TRIAL_DESKTOP_COMMAND"].replace(f"{DIR}/desk ", f"{DIR}/desk-admin ")
        for look in LOOKS:
            self.show(os.environ["TRIAL_DESKTOP_COMMAND"], look, PAGES[:7] + ("settings",), dialogs=True)
            self.show(admin, look, ("team", "settings"), suffix="-administrator", email=os.environ["TRIAL_ADMIN_EMAIL"])

    def fill_another_basket(self):
        self.go("Directory")
        for site in ("Main Library", "Adult Day Health", "Fair Oaks Intergenerational"):
            self.desk.type_into("Search Directory", site)
            screen.keys("Down", "Return")
            time.sleep(0.5)

    def show(self, command, look, pages, suffix="", email=None, dialogs=False):
        scheme, language, percent = look
        self.step(f"{scheme}, {language}, {percent} %{suffix}")
        self.set_look("desk-admin" if email else "desk", scheme, language, percent)
        desk = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self.desk.wait_until_up()
            if email and not (DIR / "signed-in-admin").exists():
                self.sign_in_admin(email)
            self.window = wait_for("the window", self.find_window)
            self.place()
            self.choose_rosa()
            for page in pages:
                screen.keys(f"ctrl+{PAGES.index(page) + 1}")
                self.take(f"{page}{suffix}", look)
            if dialogs:
                self.take_dialogs(look)
        finally:
            desk.terminate()
            desk.wait(20)
            wait_for("the desktop to be gone", lambda: self.desk.node() is None)

    def choose_rosa(self):
        screen.keys("ctrl+k")
        time.sleep(0.6)
        screen.type_text("Rosa Delgado")
        time.sleep(0.6)
        screen.keys("Return")

    def set_look(self, profile, scheme, language, percent):
        """As the settings page would keep it; the rest of the file stays."""
        path = DIR / profile / "desk.ini"
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        ini = configparser.RawConfigParser(strict=False)
        ini.optionxform = str
        ini.read(path, encoding="utf-8")
        if not ini.has_section("appearance"):
            ini.add_section("appearance")
        for key, value in (("scheme", scheme), ("language", language), ("font_percent", str(percent))):
            ini.set("appearance", key, value)
        with open(path, "w", encoding="utf-8") as file:
            ini.write(file, space_around_delimiters=False)

    def sign_in_admin(self, email):
        """The first look is English: the fields have their English names."""
        self.desk.type_into("Email", email)
        self.desk.type_into("Password", os.environ["TRIAL_PASSWORD"])
        self.desk.press("Sign In")
        self.desk.find("Clients", screen.BUTTONS, 60)
        self.wait_on_desk("Everything is sent", 60)
        (DIR / "signed-in-admin").touch()

    def find_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Handrail$"], capture_output=True, text=True)
        return found.stdout.split()[-1:] and found.stdout.split()[-1]

    def place(self):
        subprocess.run(["xdotool", "windowmove", self.window, "10", "40", "windowsize", self.window, str(WIDTH), str(HEIGHT),
                        "windowactivate", "--sync", self.window], check=True)
        time.sleep(1.5)  # for the eye only: the lists come from the store

    def take(self, name, look, window=None):
        scheme, language, percent = look
        time.sleep(0.9)  # for the eye only
        folder = OUT / f"{language}-{scheme}-{percent}"
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", window or self.window, "+dither", "-colors", "200", f"png8:{folder / name}.png"], check=True)
        print(f"       {folder.name}/{name}.png", flush=True)

    def take_dialogs(self, look):
        screen.keys("ctrl+k")
        time.sleep(0.5)
        screen.type_text("ro")
        self.take("find-anything", look, "root")
        screen.keys("Escape")
        screen.keys("ctrl+shift+n")
        self.take("add-client", look, "root")
        screen.keys("Escape")
        time.sleep(0.3)
        screen.keys("ctrl+n")
        self.take("create-referrals", look, "root")
        screen.keys("Escape")
        screen.keys("F1")
        self.take("help", look, "root")
        screen.keys("Escape")

    def play(self):
        try:
            self.pictures()
        except Exception:
            screen.screenshot(DIR / "failure.png")
            (DIR / "failure.txt").write_text("\n".join(self.desk.everything()))
            raise
        finally:
            self.end()
        return 0


if __name__ == "__main__":
    sys.exit(Gallery().play())
