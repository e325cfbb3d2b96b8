# SPDX-License-Identifier: GPL-3.0-or-later
"""What carries messages, beside the plainest thing that could: agent.py FOLDER_OF_PROGRAMS

Mails to smtp-sink beside smtp-source, texts to the trial's Twilio beside a loop of libcurl, the whole way of a message from
the desk's agent through the gateway, and what an agent costs that has nothing to do."""
import json
import os
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tests", "operation"))
import world  # noqa: E402
from report import QUICK, at_least, at_most, free_port, in_turn, median, ratio, result  # noqa: E402

BIN = sys.argv[1]
MAILS = 4000 if QUICK else 10000
TEXTS = 1000 if QUICK else 5000
WHOLE_WAY = 200 if QUICK else 1000
IDLE_SECONDS = 30 if QUICK else 90
POLL_SECONDS = 30
DIRECTORY = os.path.join(os.path.dirname(__file__), "..", "tests", "data", "directory", "ohana")


def bench(*arguments):
    told = subprocess.run([f"{BIN}/handrail-bench", *map(str, arguments)], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(told.stdout)["seconds"]


def sink():
    """smtp-sink on a free port: takes everything, keeps nothing."""
    port = free_port()
    program = subprocess.Popen(["/usr/sbin/smtp-sink", "-u", "nobody", "-c", f"127.0.0.1:{port}", "200"],
                               stdout=subprocess.DEVNULL)
    world.wait_until(lambda: can_connect(port), "smtp-sink")
    return program, port


def can_connect(port):
    import socket
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


def mail_length():
    """Of the mail that handrail-bench sends, so that smtp-source sends as much."""
    return 1900


def mails():
    program, port = sink()
    sides = {}
    for connections in (1, 10):
        sides[f"handed {connections}"] = lambda n=connections: MAILS / bench("mails", port, MAILS, n, "written")
        sides[f"source {connections}"] = lambda n=connections: MAILS / source(port, n)
        sides[f"written {connections}"] = lambda n=connections: MAILS / bench("mails", port, MAILS, n)
    try:
        measured = in_turn(sides)
    finally:
        program.terminate()
        program.wait()
    for connections in (1, 10):
        handed, written, theirs = (measured[f"{side} {connections}"] for side in ("handed", "written", "source"))
        at = f"{connections} connection{'s' if connections > 1 else ''}"
        at_least(f"emails handed to smtp-sink by smtp-source's, {at}", ratio(handed, theirs), 0.9,
                 f"{median(handed):,.0f} of {median(theirs):,.0f} a second; written beforehand, as smtp-source's one mail is")
        result(f"emails written and handed to smtp-sink by smtp-source's, {at}", round(ratio(written, theirs), 3), "of it",
               detail=f"{median(written):,.0f} a second: each a MIME message of its own with a text and an HTML part")


def source(port, connections):
    began = time.monotonic()
    subprocess.run(["/usr/sbin/smtp-source", "-d", "-s", str(connections), "-m", str(MAILS), "-l", str(mail_length()), "-f",
                    "help@agency.example", "-t", "maria@client.example", f"127.0.0.1:{port}"], check=True)
    return time.monotonic() - began


def texts():
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        carrier = world.Carrier(folder)
        sides = {}
        for connections in (1, 10):
            for name, command in (("ours", "texts"), ("bare", "bare-texts")):
                sides[f"{name} {connections}"] = lambda n=connections, c=command: TEXTS / bench(c, carrier.address, TEXTS, n)
        try:
            measured = in_turn(sides)
        finally:
            carrier.end(signal.SIGKILL)
    for connections in (1, 10):
        ours, bare = measured[f"ours {connections}"], measured[f"bare {connections}"]
        result(f"texts to a Twilio on loopback by a libcurl loop's, {connections} at once", round(ratio(ours, bare), 3), "of it",
               detail=f"{median(ours):,.0f} of {median(bare):,.0f} a second; Handrail opens a connection for each (decision 0042)")


def resident_kb(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
        kinds = dict(line.split(":") for line in rollup.read().splitlines()[1:])
    return int(kinds["Rss"].split()[0])


def wakeups(pid):
    """How often the process's threads went to sleep by themselves, and so were woken."""
    count = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/status", encoding="ascii") as status:
            count += next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt_switches"))
    return count


def ticks(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Office:
    """A server with smtp-sink for its mail, an agency, and a headless agent that is signed in."""

    def __init__(self):
        self.sink, port = sink()
        self.host = world.Host({"server": {"log": "warning", "max_connections_per_address": 10000},
                                "mail": {"smtp_url": f"smtp://127.0.0.1:{port}", "per_second": 10000}})
        del self.host.sections["mail"]["drop"]
        self.host.add_carrier()
        self.host.add_agency()
        self.host.add_user("dana@opendoor.example", "administrator")
        self.host.add_user("agent@opendoor.example", "agent")
        self.host.run("directory", "import", DIRECTORY, "--agency", "Open Door")
        self.server = self.host.serve()
        self.folder = f"{self.host.folder}/agent"
        os.makedirs(f"{self.folder}/credentials", mode=0o700)
        self.sign_in = ["--server", f"http://127.0.0.1:{self.server.port}", "--email", "agent@opendoor.example",
                        "--password-file", f"{self.host.folder}/password"]
        self.agent("--once", *self.sign_in)

    def command(self, *more):
        return [f"{BIN}/handrail-agent", "--profile", self.folder, "--headless", *more]

    def agent(self, *more):
        return subprocess.run(self.command(*more), check=True, capture_output=True, text=True)

    def close(self):
        self.host.close()
        self.sink.terminate()
        self.sink.wait()


def whole_way(office):
    """From messages that are due at the server to the mail server's word in its database."""
    device = world.Device(office.server.port, "dana@opendoor.example")
    site = next(one["key"] for one in pull_all(device) if one["entity"] == "resource_site")
    changes = []
    for number in range(WHOLE_WAY):
        changes += device.share(site=site, phone=f"+1650{2000000 + number}", email=f"c{number}@client.example")["changes"]
    changes = [one for one in changes if not (one["entity"] == "message" and one["fields"]["channel"] == "text")]
    for start in range(0, len(changes), 500):
        device.push(changes[start:start + 500])
    began = time.monotonic()
    sent = 0
    while sent < WHOLE_WAY and time.monotonic() - began < 120:
        office.agent("--once")
        sent = sum(one["entity"] == "message" and one["fields"].get("state") == "sent" for one in pull_all(device))
    rate = sent / (time.monotonic() - began)
    result("emails the whole way, one headless agent: claimed, written, gate, intent, mail server, outcome", round(rate, 1),
           "a second", detail=f"{rate * 12 * 3600:,.0f} in a contact window of 12 hours; server on SQLite; {sent} were sent")


def pull_all(device):
    since, changes = 0, []
    while True:
        page = device.get(f"/v1/changes?since={since}").json()
        changes += page["changes"]
        since = page["next"]
        if not page.get("more"):
            return changes


def bursts(pid, seconds):
    """How often the process woke, all that its threads do within two seconds being one time; and its processor time."""
    woken, before, burnt, was_awake = 0, wakeups(pid), ticks(pid), False
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(2)
        now = wakeups(pid)
        woken += now != before and not was_awake
        was_awake, before = now != before, now
    return woken, ticks(pid) - burnt


def idle(office):
    agent = subprocess.Popen(office.command("--poll-seconds", str(POLL_SECONDS)), stderr=subprocess.DEVNULL)
    empty = subprocess.Popen([f"{BIN}/bench-empty-core"])
    try:
        time.sleep(10)  # its first turn; what follows is idle
        woken, burnt = bursts(agent.pid, IDLE_SECONDS)
        ours, bare = resident_kb(agent.pid) / 1024, resident_kb(empty.pid) / 1024
        at_most("agent, idle: resident beyond a bare Qt Core process", ours - bare, 30, "MB", f"{ours:.1f} MB of {bare:.1f} MB")
        # The long request for news comes back each 25 s (core/protocol/wire.h) and is asked anew: that is polling too.
        polls = IDLE_SECONDS / POLL_SECONDS + IDLE_SECONDS / 25
        at_most(f"agent, idle: wake-ups in {IDLE_SECONDS} s", woken, int(polls + 1), "",
                f"it polls {polls:.1f} times in that time (each {POLL_SECONDS} s, and asks for news each 25 s); "
                f"{burnt / IDLE_SECONDS:.2%} of a processor")
    finally:
        for program in (agent, empty):
            program.terminate()
            program.wait()


def main():
    mails()
    texts()
    office = Office()
    try:
        whole_way(office)
        idle(office)
    finally:
        office.close()


if __name__ == "__main__":
    main()
