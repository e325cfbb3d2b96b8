#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, played from the first sign-in to the last unsubscribe through the real programs.

Started by tools/trial.sh, which has started the carrier and the server and has set the TRIAL_ variables. Presses the
desktop's real widgets by their accessible names, answers as the client would (link, text), moves the trial's clock, and checks
after each step what the worker sees and what the client got. Prints each step; leaves a screenshot of each screen.
"""
import os
import pathlib
import re
import shlex
import signal
import subprocess
import sys
import time
import traceback

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import screen  # noqa: E402
from client import Browser, Mailbox, Phone, get_json, links  # noqa: E402
from screen import Program, wait_for  # noqa: E402

DIR = pathlib.Path(os.environ["TRIAL_DIR"])
CLIENT = "Rosa Delgado"
NUMBER = "+16502530142"
SITES = ["Redwood City Corps", "San Mateo Free Medical Clinic", "Project Read"]
YES = "Yes, I’ve received services"
NO = "No, I did not receive services"
GONE = "I’m no longer interested in services"


class Story:
    def __init__(self):
        self.desk = Program("handrail")
        self.phone_window = Program("handrail-trial-phone")
        self.phone = Phone(os.environ["TRIAL_CARRIER"], NUMBER)
        self.mailbox = Mailbox(os.environ["TRIAL_MAILDROP"])
        self.browser = Browser(DIR)
        self.processes = []
        self.step_number = 0

    # --- telling ---------------------------------------------------------------------------------------------------

    def step(self, sentence):
        self.step_number += 1
        print(f"{self.step_number:3}. {sentence}", flush=True)

    def picture(self, name):
        time.sleep(0.4)  # for the eye only: a picture in the middle of a repaint shows nothing
        screen.screenshot(DIR / f"{name}.png")

    def check(self, what, found):
        if not found:
            raise AssertionError(f"not so: {what}")
        print(f"       ok: {what}", flush=True)

    # --- the world -------------------------------------------------------------------------------------------------

    def start(self, command, log):
        with open(DIR / log, "ab") as out:
            process = subprocess.Popen(shlex.split(command), stdout=out, stderr=out)
        self.processes.append(process)
        return process

    def end(self):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()

    def next_day(self, days=1):
        for _ in range(days):
            before = get_json(f"{self.phone.carrier}/trial/phone")["now"]
            self.phone_window.press("Next Day")
            wait_for("the trial's clock to move on", lambda: get_json(f"{self.phone.carrier}/trial/phone")["now"] > before + 20 * 3600 * 1000)

    def texts(self):
        return [t["body"] for t in self.phone.texts()]

    def wait_for_texts(self, count):
        return wait_for(f"text number {count}", lambda: self.texts() if len(self.texts()) >= count else None, 60)

    def wait_for_mails(self, count):
        return wait_for(f"mail number {count}", lambda: self.mailbox.mails() if len(self.mailbox.mails()) >= count else None, 60)

    def wait_on_desk(self, words, limit_s=60):
        return self.desk.find_containing(words, limit_s)

    def go(self, page):
        screen.click(self.desk.find(page, screen.BUTTONS))

    # --- the chapters ----------------------------------------------------------------------------------------------

    def open_desk(self):
        self.step("Opening the desktop and the client's phone")
        subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.start(os.environ["TRIAL_PHONE_COMMAND"], "phone.log")
        self.phone_window.wait_until_up()
        self.start(os.environ["TRIAL_DESKTOP_COMMAND"], "desktop.log")
        self.desk.wait_until_up()
        screen.place_window("Client's phone", 1320, 40)

    def sign_in(self):
        self.step("Signing in")
        self.desk.type_into("Email", os.environ["TRIAL_EMAIL"])
        self.desk.type_into("Password", "wrong password")
        self.desk.press("Sign In")
        self.wait_on_desk("password")
        self.picture("01-sign-in-refused")
        self.desk.type_into("Password", os.environ["TRIAL_PASSWORD"])
        self.desk.press("Sign In")
        self.desk.find("Clients", screen.BUTTONS)
        screen.place_window("Handrail", 10, 40)

    def choose_client(self):
        self.step(f"Choosing the client {CLIENT}")
        self.go("Clients")
        self.desk.type_into("Search Clients", "rosa")
        self.desk.choose_row("Clients", CLIENT)
        self.desk.find(f"Working with {CLIENT}")
        self.picture("02-clients")

    def fill_basket(self):
        self.step("Searching the directory and filling the resource basket")
        self.go("Directory")
        for site in SITES:
            self.desk.type_into("Search Directory", site)
            self.desk.choose_row("Resource Sites", site)
            self.desk.press("Add to Basket")
            self.wait_on_desk("is in the basket")
        self.picture("03-directory")
        # The basket stands beside the directory, with the day on which each site will be asked about.
        rows = wait_for("three rows in the basket", lambda: self.desk.rows("Basket") if len(self.desk.rows("Basket")) == 3 else None)
        self.check("the basket holds the sites in the order in which they were added",
                   all(row.startswith(site) for row, site in zip(rows, SITES)))
        self.picture("04-basket")

    def create_referrals(self):
        self.step("Creating three referrals in bulk")
        self.press_create("05-create-referrals")

    def press_create(self, picture=None):
        """From the basket into the dialog, and there the button of the same name: the dialog then offers sharing (R1)."""
        self.desk.press("Create Referrals")
        dialog = self.desk.find("Create Referrals", ("dialog",))
        if picture:
            self.picture(picture)
        # It works as soon as the dialog has read its sites from the store.
        button = wait_for("the dialog's button to be pressable", lambda: next(
            (n for n in screen.walk(dialog) if n.get_name() == "Create Referrals" and n.get_role_name() in screen.BUTTONS
             and n.get_state_set().contains(screen.Atspi.StateType.ENABLED)), None))
        screen.act(button)
        self.desk.find("Send Text to Client")

    def share(self):
        self.step("Sharing by text and email, with the client's consent")
        self.desk.tick("Send Text to Client")
        self.desk.tick("Send Email to Client")
        self.picture("06-share-needs-consent")
        button = self.desk.find("Share with Client", screen.BUTTONS)
        self.check("without consent the button does not work", not button.get_state_set().contains(screen.Atspi.StateType.ENABLED))
        self.desk.tick("My Client Consents to Receiving Texts and / or emails from Bridges Family Services")
        self.picture("07-share-ready")
        self.desk.press("Share with Client")
        self.desk.find("Print Sheet")
        self.picture("07-shared")
        self.desk.press("Done")

    def first_messages(self):
        self.step("The client gets one text and one email at once")
        texts = self.wait_for_texts(1)
        mails = self.wait_for_mails(1)
        self.check("one text, though there are three referrals", len(texts) == 1)
        self.check("one email, though there are three referrals", len(mails) == 1)
        self.check("the text says who writes and how to stop", texts[0].startswith("Bridges Family Services") and "STOP" in texts[0])
        self.check("the email can be unsubscribed from with one click", mails[0]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
        link = [l for l in links(texts[0]) if "/r/" in l][0]
        cover = self.browser.open(link)
        self.check("before a tap the page shows nothing", "Bridges" not in cover and not any(s in cover for s in SITES))
        link = self.browser.tap(link)
        page = self.browser.open(link)
        self.check("the page has all three resource sites in basket order",
                   -1 < page.find(SITES[0]) < page.find(SITES[1]) < page.find(SITES[2]))
        self.check("the page has no more of the client than a first name", "Delgado" not in page)
        self.browser.picture(link, "08-page-resources.png")
        self.phone_window.find_containing("Bridges Family Services")
        self.picture("09-phone-first-text")

    def day_seven(self):
        self.step("Day 7: the first follow-up, answered by link with Yes")
        self.next_day(6)
        self.check("six days later nothing more has come", len(self.texts()) == 1)
        self.next_day()
        text = self.wait_for_texts(2)[1]
        self.wait_for_mails(2)
        link = [l for l in links(text) if "/f/" in l][0]
        link = self.browser.tap(link)
        page = self.browser.open(link)
        self.check("the page asks about the first resource site", SITES[0] in page and SITES[1] not in page)
        self.browser.open(link)  # a mail scanner opens it once more
        self.browser.picture(link, "10-page-question.png", height=900)
        self.check("opening the page recorded nothing", YES not in self.activities())
        answered = self.browser.press(link, "yes")
        self.check("the page says what was recorded", YES in answered)
        self.go("Referrals")
        self.wait_on_desk("Service Completed")
        self.picture("11-referrals-day-7")

    def harm(self):
        """In the test, not in the trial: agent and server die in the middle of their work and nothing is lost or doubled."""
        if os.environ.get("TRIAL_HARM") != "yes":
            return
        self.step("The agent and the server are killed; the desktop says that it is offline, then all goes on")
        subprocess.run(["pkill", "-KILL", "-f", f"handrail-agent --profile {DIR}/desk"], check=True)
        server = int((DIR / "server.pid").read_text())
        os.kill(server, signal.SIGKILL)
        self.wait_on_desk("offline", 90)
        self.picture("11b-offline")
        self.start(os.environ["TRIAL_SERVER_COMMAND"], "server.log")
        self.wait_on_desk("Everything is sent", 90)

    def day_eight(self):
        self.step("Day 8: the second follow-up, answered by text with No")
        self.next_day()
        text = self.wait_for_texts(3)[2]
        self.wait_for_mails(3)
        self.check("the second question went out on day 8", "/f/" in text)
        self.phone_window.type_into("Text message", "no")
        self.phone_window.press("Send")
        wait_for("No in Recent Activity", lambda: NO in self.activities(), 60)
        self.picture("12-recent-activity-day-8")

    def day_nine(self):
        self.step("Day 9: the third follow-up, answered with no longer interested")
        self.next_day()
        self.wait_for_texts(4)
        self.wait_for_mails(4)
        self.phone_window.type_into("Text message", "3")
        self.phone_window.press("Send")
        wait_for("no longer interested in Recent Activity", lambda: GONE in self.activities(), 60)
        self.go("Referrals")
        self.wait_on_desk("Canceled")
        self.picture("13-referrals-day-9")
        self.check("every follow-up was asked once, by text and by email", len(self.texts()) == 4 and len(self.mailbox.mails()) == 4)

    def stop(self):
        self.step("The client texts STOP")
        self.phone_window.type_into("Text message", "STOP")
        self.phone_window.press("Send")
        wait_for("the opt-out in Recent Activity", lambda: "opted out" in self.activities().lower(), 60)
        self.picture("14-recent-activity-stop")
        self.phone_window.find_containing("unsubscribed")
        self.picture("15-phone-after-stop")

    def unsubscribe(self):
        self.step("The client unsubscribes from email")
        mail = self.mailbox.mails()[-1]
        link = re.search(r"<(https?://[^>]+)>", mail["List-Unsubscribe"]).group(1)
        self.browser.picture(link, "16-page-unsubscribe.png", height=900)
        before = self.activities().lower().count("unsubscribed")
        self.browser.open(link)
        self.browser.press(link)
        wait_for("the unsubscribe in Recent Activity", lambda: "email" in self.activities().lower()
                 and self.activities().lower().count("opted out") + self.activities().lower().count("unsubscribed") >= before + 2, 60)
        self.picture("17-recent-activity-unsubscribed")

    def sharing_again(self):
        self.step("A new referral for the same client: the dialog knows of both opt-outs before anything is typed")
        self.go("Directory")
        self.desk.type_into("Search Directory", "Main Library")
        self.desk.choose_row("Resource Sites", "Main Library")
        self.desk.press("Add to Basket")
        self.press_create()
        self.desk.tick("Send Text to Client")
        self.desk.tick("Send Email to Client")
        self.desk.tick("My Client Consents to Receiving Texts and / or emails from Bridges Family Services")
        self.wait_on_desk("opted out")
        button = self.desk.find("Share with Client", screen.BUTTONS)
        self.check("sharing with an opted-out client is not possible", not button.get_state_set().contains(screen.Atspi.StateType.ENABLED))
        self.picture("18-share-opted-out")
        self.desk.press("Not Now")
        self.check("nothing more went out", len(self.mailbox.mails()) == 4)

    def activities(self):
        self.go("Recent Activity")
        return "\n".join(self.desk.rows("Recent Activity"))

    CHAPTERS = (open_desk, sign_in, choose_client, fill_basket, create_referrals, share, first_messages, day_seven, harm, day_eight,
                day_nine, stop, unsubscribe, sharing_again)

    def play(self):
        try:
            for chapter in self.CHAPTERS:
                chapter(self)
        except Exception as error:
            traceback.print_exc()
            screen.screenshot(DIR / "failure.png")
            (DIR / "failure.txt").write_text("\n".join(self.desk.everything() + ["---"] + self.phone_window.everything()))
            print(f"\nThe story broke off at step {self.step_number}: {error}. See {DIR}/failure.png and failure.txt.", flush=True)
            return 1
        finally:
            self.end()
        print(f"\nThe story ends well. Screenshots of each screen are in {DIR}.", flush=True)
        return 0


if __name__ == "__main__":
    sys.exit(Story().play())
