#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The gallery: every screen of the running desktop, in light, dark and high contrast, English and Spanish, at 100 % and 200 % text, and
from right to left in an Arabic pseudo-translation.

Started by tools/gallery.sh through tools/trial.sh. It plays the story up to the third answer, so that there is something to see, and then
starts the desktop again and again with other settings on a screen of 1280x800. Pages are reached by their keys, which are the same in every
language; buttons by their names, in Spanish as the translation says them.
"""
import configparser
import os
import pathlib
import shlex
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import pseudo  # noqa: E402
import screen  # noqa: E402
from screen import wait_for  # noqa: E402
from story import DIR, Story  # noqa: E402

HERE = pathlib.Path(__file__).parent
OUT = pathlib.Path(os.environ["GALLERY_DIR"])
WIDTH, HEIGHT = 1280, 800
PAGES = {"home": "Home", "clients": "Clients", "directory": "Directory", "basket": "", "referrals": "Referrals", "messages": "Messages",
         "activity": "Recent Activity", "team": "Team", "settings": "Settings"}
LOOKS = [(scheme, language, percent) for percent in (100, 200) for scheme in ("light", "dark") for language in ("en", "es")]
LOOKS += [("high-contrast", "en", 100), ("high-contrast", "es", 200), ("light", "ar", 100), ("dark", "ar", 200)]
ALL_LOOKS = LOOKS
if "GALLERY_LOOKS" in os.environ:  # To take some again: "en-light-100 es-dark-200".
    LOOKS = [look for look in LOOKS if f"{look[1]}-{look[0]}-{look[2]}" in os.environ["GALLERY_LOOKS"].split()]
TRANSLATIONS = HERE / "../../../translations/handrail_es.ts"
# What an administrator sets, by the sections' titles.
SECTIONS = {"Account": "account", "Reminders": "reminders", "Sync": "sync", "Background agent": "agent", "Agency": "agency",
            "Messages": "templates", "People": "people", "Teams": "teams", "Sending": "sending", "Directory": "directory",
            "Signing In": "signing-in", "Records": "records", "Audit": "audit"}
CONSENT = "My Client Consents to Receiving Texts and / or emails from Bridges Family Services"


def spanish():
    """What the interface says in Spanish for each English text."""
    words = {}
    for message in ElementTree.parse(TRANSLATIONS).iter("message"):
        words[message.findtext("source")] = message.findtext("translation") or ""
    return with_names(words)


def with_names(words):
    """A field's name is its label without the mnemonic."""
    for source in [source for source in words if "&" in source]:
        words.setdefault(source.replace("&", ""), words[source])
    return words


class Gallery(Story):
    CHAPTERS = (Story.open_desk, Story.sign_in, Story.choose_client, Story.fill_basket, Story.create_referrals, Story.share,
                Story.first_messages, Story.day_seven, Story.day_eight, Story.day_nine)

    def pictures(self):
        for chapter in self.CHAPTERS:
            chapter(self)
        self.wait_for_reports()
        self.write_to_us("Can I bring my sister?")
        self.refer("Main Library", "Adult Day Health")
        # One who reads Spanish, for the pictures in Spanish.
        self.choose("Jose Nunez")
        self.refer("Redwood City Corps", "Project Read")
        self.choose("Rosa Delgado")
        self.put_into_basket("Example Service Name", "Salvation Army", "Family Visitation")
        self.end()
        self.processes = []
        self.own_screen()
        self.words = {"en": {}, "es": spanish(), "ar": with_names(pseudo.write(TRANSLATIONS, DIR / "pseudo"))}
        os.environ["HANDRAIL_TRANSLATIONS"] = str(DIR / "pseudo")
        admin = os.environ["TRIAL_DESKTOP_COMMAND"].replace(f"{DIR}/desk ", f"{DIR}/desk-admin ")
        for look in LOOKS:
            self.show(os.environ["TRIAL_DESKTOP_COMMAND"], look, [page for page in PAGES if page != "team"], dialogs=True)
            self.show_sign_in(look)
            self.show(admin, look, ("team",), suffix="-administrator", email=os.environ["TRIAL_ADMIN_EMAIL"])
        self.write_index()

    def write_to_us(self, words):
        """What no rule understands waits for a worker to read it."""
        self.phone_window.type_into("Text message", words)
        self.phone_window.press("Send")
        wait_for("the client's message in Recent Activity", lambda: words in self.activities(), 60)

    def wait_for_reports(self):
        """The last text's delivery, so that what is made from now on stays at the top of the lists."""
        self.activities()
        try:
            wait_for("the report on the last text", lambda: "delivered" in self.desk.rows("Recent Activity")[0], 90)
        except screen.NotOnScreen:
            print("       no report on the last text came", flush=True)

    def refer(self, *sites):
        """Makes referrals that wait to be shared."""
        self.put_into_basket(*sites)
        self.press_create()
        self.desk.press("Not Now")
        # A click before the dialog is gone would be lost.
        wait_for("the dialog to be gone", lambda: all(n.get_name() != "Not Now" for n in self.desk.nodes()))
        time.sleep(0.5)

    def put_into_basket(self, *sites):
        self.go("Directory")
        for site in sites:
            self.desk.type_into("Search Directory", site)
            screen.keys("Down", "Return")
            time.sleep(0.5)

    def own_screen(self):
        """A screen of exactly the size that the program is to be seen on, and a window manager that gives all of it."""
        with open(DIR / "gallery-xvfb.log", "wb") as log:
            reading, writing = os.pipe()
            server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
                                      stdout=log, stderr=log, pass_fds=(writing,))
        os.close(writing)
        os.environ["DISPLAY"] = ":" + os.read(reading, 16).decode().strip()
        manager = subprocess.Popen(["openbox", "--config-file", str(HERE / "openbox-gallery.xml")],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.screen_processes = [server, manager]

    def show(self, command, look, pages, suffix="", email=None, dialogs=False):
        scheme, language, percent = look
        self.step(f"{scheme}, {language}, {percent} %{suffix}")
        self.set_look("desk-admin" if email else "desk", scheme, language, percent)
        desk = self.start_desk(command, language)
        try:
            if email and not (DIR / "signed-in-admin").exists():
                self.sign_in_admin(email, look)
            self.window = wait_for("the window", self.find_window)
            self.place()
            self.choose("Rosa Delgado")
            for page in pages:
                self.go_by_key(page, look)
                self.take(f"{page}{suffix}", look)
            if email:
                self.take_figure(look)
                self.take_settings(look)
            if dialogs:
                self.take_chosen(look)
                self.take_client(look)
                self.take_triage(look)
                self.take_import(look)
                self.take_share(look)
                self.take_dialogs(look)
        finally:
            self.end_desk(desk)

    def start_desk(self, command, language):
        more = ["--language", "ar"] if language == "ar" else []
        desk = subprocess.Popen(shlex.split(command) + more, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.desk.wait_until_up()
        return desk

    def end_desk(self, desk):
        desk.terminate()
        desk.wait(20)
        wait_for("the desktop to be gone", lambda: self.desk.node() is None)

    def show_sign_in(self, look):
        """The first page, with a way in by the organisation's account beside the password."""
        scheme, language, percent = look
        self.set_look("desk-new", scheme, language, percent)
        desk = self.start_desk(os.environ["TRIAL_DESKTOP_COMMAND"].replace(f"{DIR}/desk ", f"{DIR}/desk-new "), language)
        try:
            self.window = wait_for("the window", self.find_window)
            self.place()
            self.take("sign-in", look)
        finally:
            self.end_desk(desk)

    def take_settings(self, look):
        """The sections of an administrator, and a second factor that is begun and not set up."""
        self.go_by_key("settings", look)
        for title, name in SECTIONS.items():
            self.go_to_section(title, look)
            self.take(f"settings-{name}", look)
        self.go_to_section("Account", look)
        self.desk.press(self.said("Set up a second factor", look))
        self.desk.type_into(self.said("Your Password", look), os.environ["TRIAL_PASSWORD"])
        screen.keys("Return")
        self.desk.find(self.said("Key for typing", look))
        self.take("second-factor", look)
        screen.keys("Escape")
        self.desk.press(self.said("Cancel", look))

    def go_to_section(self, title, look):
        """By its button, or by the list of sections above where the text is large."""
        title = self.said(title, look)
        choice = next((n for n in self.desk.nodes() if n.get_role_name() == "combo box" and
                       n.get_name() == self.said("Sections of the settings", look)), None)
        if choice is None:
            # Pages of the program have the same names.
            sections = self.desk.find(self.said("Sections of the settings", look))
            screen.click(next(n for n in screen.walk(sections) if n.get_name() == title))
            return
        screen.click(choice)
        time.sleep(0.4)
        screen.click(self.desk.find(title, ("list item",)))
        time.sleep(0.4)

    def go_by_key(self, page, look):
        """Pressed again where the first key went to a dialog that was just closing."""
        for _ in range(5):
            screen.keys(f"ctrl+{list(PAGES).index(page) + 1}")
            if page == "basket":
                return
            try:
                button = self.desk.find(self.said(PAGES[page], look), ("radio button",))
                wait_for(f"the page {page}", lambda: button.get_state_set().contains(screen.Atspi.StateType.CHECKED), 3)
                return
            except screen.NotOnScreen:
                continue
        raise screen.NotOnScreen(f"the page {page}")

    def said(self, text, look):
        """The text as this look's language has it."""
        return self.words[look[1]].get(text, text).replace("&", "")

    def take_chosen(self, look):
        """The pages whose second half shows what is chosen in the first."""
        for page, name, keys in (("directory", "resource", ("Down", "Down")), ("messages", "message", ("Tab", "Tab"))):
            self.go_by_key(page, look)
            screen.keys("ctrl+f")
            if page == "directory":
                screen.keys(*keys)
            else:
                self.click_row(self.said("Messages", look))
            self.take(name, look)
        self.find_referrals("Delgado", look)
        screen.keys("Down")
        self.take("referral", look)
        screen.keys("Escape")

    def tab(self, number):
        """A tab of the page, by its place."""
        tabs = [n for n in self.desk.nodes() if n.get_role_name() == "page tab"]
        screen.click(tabs[number])
        time.sleep(0.4)

    def take_client(self, look):
        """The other tabs of a client's profile, and the sheet for a client without a phone."""
        self.go_by_key("clients", look)
        for number, name in ((1, "client-referrals"), (2, "client-consents"), (3, "client-timeline"), (0, None)):
            self.tab(number)
            if name:
                self.take(name, look)
        self.find_referrals("Delgado", look)
        screen.keys("Down")
        self.desk.press(self.said("Printed Sheet…", look))
        self.take("printed-sheet", look)
        screen.keys("Escape")
        time.sleep(0.5)
        screen.keys("Escape")

    def take_triage(self, look):
        self.go_by_key("messages", look)
        self.tab(1)
        self.click_row(self.said("Clients’ Messages", look), "list item")
        self.take("triage", look)
        self.tab(0)

    def take_import(self, look):
        """A table with rows that can't be right."""
        table = DIR / "clients.csv"
        table.write_text("First name,Last name,Phone,Email,Date of birth,Language\n"
                         "Ana,Ruiz,650 555 0180,ana.ruiz@example.org,1990-04-02,es\n"
                         "Rosa,Delgado,650 253 0142,,,en\n"
                         "Tom,Baker,12,tom@example,1985-13-40,en\n"
                         "Lin,Wu,650 555 0181,lin.wu@example.org,1979-11-30,zh\n", encoding="utf-8")
        self.go_by_key("clients", look)
        screen.keys("ctrl+k")
        time.sleep(0.6)
        screen.type_text(self.said("&Import Clients…", look).rstrip("…"))
        time.sleep(0.6)
        screen.keys("Return")
        self.desk.press(self.said("Choose File…", look))
        time.sleep(0.8)
        screen.keys("ctrl+a")
        screen.type_text(str(table))
        screen.keys("Return")
        time.sleep(1.2)
        self.take("import", look)
        screen.keys("Escape")
        time.sleep(0.5)

    def take_figure(self, look):
        """The list behind one of a supervisor's numbers."""
        self.go_by_key("team", look)
        number = self.said("Referrals made", look)
        wait_for("the number", lambda: next((n for n in self.desk.nodes() if n.get_role_name() in screen.BUTTONS
                                             and (n.get_name() or "").startswith(number)), None))
        screen.act(next(n for n in self.desk.nodes() if n.get_role_name() in screen.BUTTONS
                        and (n.get_name() or "").startswith(number)))
        time.sleep(0.8)
        self.take("team-figure", look)
        screen.keys("Escape")
        time.sleep(0.5)

    def click_row(self, table, cell="table cell"):
        node = self.desk.find(table, ("table", "list", "tree table"))
        cells = list(screen._children(node))
        screen.click(next(node for node in cells if node.get_role_name() == cell))

    def find_referrals(self, words, look):
        self.go_by_key("referrals", look)
        screen.keys("ctrl+f", "ctrl+a")
        screen.type_text(words)
        time.sleep(1)
        screen.keys("Down")

    def take_share(self, look):
        """R2's dialog for two referrals that were not shared yet, ready to be sent; the preview is in the client's language."""
        self.find_referrals("Nunez" if look[1] == "es" else "Delgado", look)
        screen.keys("shift+Down")
        time.sleep(0.6)
        self.take("referrals-bulk", look)
        self.desk.press(self.said("Share…", look))
        for box in ("Send Text to Client", "Send Email to Client"):
            self.desk.tick(self.said(box, look))
        time.sleep(0.5)
        self.take("share-consent-missing", look)
        self.tick_consent()
        self.take("share", look)
        screen.keys("Escape")
        time.sleep(0.5)
        screen.keys("Escape")

    def tick_consent(self):
        """In the words of the client's language, whatever the interface speaks."""
        node = next(n for n in self.desk.nodes() if n.get_role_name() == "check box" and "Bridges Family Services" in (n.get_name() or ""))
        screen.act(node)

    def choose(self, name):
        screen.keys("ctrl+k")
        time.sleep(0.6)
        screen.type_text(name)
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
        # Each look begins with a window of the screen's size.
        ini.remove_section("window")
        with open(path, "w", encoding="utf-8") as file:
            ini.write(file, space_around_delimiters=False)

    def sign_in_admin(self, email, look):
        self.take("sign-in", look)
        self.desk.type_into(self.said("Email", look), email)
        self.desk.type_into(self.said("Password", look), os.environ["TRIAL_PASSWORD"])
        self.desk.press(self.said("Sign In", look))
        self.desk.find(self.said("Clients", look), screen.BUTTONS, 60)
        self.wait_on_desk(self.said("Everything is sent", look), 60)
        (DIR / "signed-in-admin").touch()

    def find_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "^Handrail$"], capture_output=True, text=True)
        return found.stdout.split()[-1:] and found.stdout.split()[-1]

    def place(self):
        subprocess.run(["xdotool", "windowactivate", "--sync", self.window], check=True)
        time.sleep(1.5)  # for the eye only: the lists come from the store

    def take(self, name, look):
        scheme, language, percent = look
        time.sleep(0.9)  # for the eye only
        folder = OUT / f"{language}-{scheme}-{percent}"
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", "+dither", "-colors", "128", "-define", "png:compression-level=9",
                        f"png8:{folder / name}.png"], check=True)
        print(f"       {folder.name}/{name}.png", flush=True)

    def take_dialogs(self, look):
        for name, keys, typed in (("find-anything", "ctrl+k", "ro"), ("add-client", "ctrl+shift+n", ""),
                                  ("create-referrals", "ctrl+n", ""), ("help", "F1", "")):
            screen.keys(keys)
            time.sleep(0.6)
            if typed:
                screen.type_text(typed)
            self.take(name, look)
            screen.keys("Escape")
            time.sleep(0.3)

    def write_index(self):
        """The page that shows them all: one line a screen, one column a look."""
        folders = [f"{language}-{scheme}-{percent}" for scheme, language, percent in ALL_LOOKS]
        names = sorted({path.stem for folder in folders for path in (OUT / folder).glob("*.png")})
        lines = ["# Gallery", "", "Every screen of the running desktop on a screen of 1280x800, made by `tools/gallery.sh`.", "",
                 "| screen | " + " | ".join(folders) + " |", "| --- |" + " --- |" * len(folders)]
        for name in names:
            cells = [f"[![{name}]({folder}/{name}.png)]({folder}/{name}.png)" if (OUT / folder / f"{name}.png").exists() else ""
                     for folder in folders]
            lines.append(f"| {name} | " + " | ".join(cells) + " |")
        (OUT / "README.md").write_text("\n".join(lines) + "\n")

    def play(self):
        try:
            self.pictures()
        except Exception:
            screen.screenshot(DIR / "failure.png")
            (DIR / "failure.txt").write_text("\n".join(self.desk.everything()))
            raise
        finally:
            self.end()
            for process in getattr(self, "screen_processes", []):
                process.terminate()
        return 0


if __name__ == "__main__":
    sys.exit(Gallery().play())
