# SPDX-License-Identifier: GPL-3.0-or-later
"""An agency of real processes: desks (worker and agent), server, carrier, mail sink, in a folder of its own."""
import glob
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.parse

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "operation"))
import network  # noqa: E402
import world  # noqa: E402

AGENCY = "Open Door"
ZONE = "America/New_York"
START = 1791208800  # Monday, 5 October 2026, 10:00 in New York
DAY = 86400
DATABASE = os.environ.get("HANDRAIL_TEST_DATABASE", "")


def psql(sql, database):
    where = urllib.parse.parse_qs(urllib.parse.urlparse(DATABASE).query)["host"][0]
    program = sorted(glob.glob("/usr/lib/postgresql/*/bin/psql"))[-1]
    done = None

    def answered():
        """psql ends with 2 where the database is not there just now: it recovers from a kill."""
        nonlocal done
        done = subprocess.run([program, "-h", where, "-U", "handrail", "-d", database, "-Atq", "-v", "ON_ERROR_STOP=1", "-c", sql],
                              capture_output=True, text=True, timeout=world.PATIENCE)
        return done.returncode != 2
    world.wait_until(answered, "PostgreSQL")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


CRASHES = {-signal.SIGBUS, -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGFPE, -signal.SIGILL}


class Process:
    """A program that is killed and started again; what it says goes to a file. `crashes`: those that ended by a signal that
    nobody sent."""

    crashes = []

    def __init__(self, arguments, log, before=(), environment=None):
        self.log = log
        with open(log, "ab") as out:
            self.process = subprocess.Popen([*before, *arguments], stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                            env={**os.environ, **(environment or {})})

    def alive(self):
        return self.process.poll() is None

    def end(self, how=signal.SIGKILL, limit=world.PATIENCE):
        if self.alive():
            self.process.send_signal(signal.SIGCONT)
            self.process.send_signal(how)
        else:
            self.note_crash()
        return self.process.wait(limit)

    def note_crash(self):
        if self.process.returncode in CRASHES:
            Process.crashes.append(f"{os.path.basename(self.log)} ended by {signal.Signals(-self.process.returncode).name}")


class Desk:
    """A computer with a profile: its worker's day and its agent. `before`: a prefix of commands, such as ip netns exec."""

    def __init__(self, office, name, role="worker", before=(), folder=None):
        self.office, self.name, self.role, self.before = office, name, role, tuple(before)
        self.email = f"{name}@opendoor.example"
        self.profile = f"{folder or office.folder}/{name}"
        self.journal = f"{office.folder}/{name}.journal"
        self.agent = self.worker = None
        self.environment = {}
        office.add_user(self.email, role)

    def sign_in(self):
        done = subprocess.run([*self.before, f"{world.BIN}/handrail-agent", "--headless", "--once", "--profile", self.profile,
                               "--server", self.office.address, "--email", self.email, "--password-file",
                               f"{self.office.folder}/password", *self.office.desk_clock_arguments()],
                              capture_output=True, text=True, timeout=world.PATIENCE, env={**os.environ, **self.environment})
        assert done.returncode == 0, done.stderr

    def start_agent(self):
        self.agent = Process([f"{world.BIN}/handrail-agent", "--headless", "--poll-seconds", "1", "--profile", self.profile,
                              *self.office.desk_clock_arguments()], f"{self.office.folder}/{self.name}.agent.log", self.before,
                             self.environment)

    def start_worker(self, seed, pause_ms=150, steps=0):
        self.worker = Process([f"{world.BIN}/handrail_worker", "--profile", self.profile, "--journal", self.journal, "--seed",
                               str(seed), "--pause-ms", str(pause_ms), "--steps", str(steps), *self.office.desk_clock_arguments()],
                              f"{self.office.folder}/{self.name}.worker.log", self.before, self.environment)

    def dump(self):
        """What the replica has: the line about its standing, and its records."""
        done = subprocess.run([f"{world.BIN}/handrail_worker", "--dump", "--profile", self.profile], capture_output=True,
                              text=True, timeout=world.PATIENCE)
        assert done.returncode == 0, f"{self.name}: {done.returncode} {done.stderr}"
        return [json.loads(line) for line in done.stdout.splitlines()]

    def end(self, how=signal.SIGKILL):
        for program in (self.worker, self.agent):
            if program:
                program.end(how)


class Office(world.Host):
    def __init__(self, store="sqlite", seed=1, mail=True, clock=True, net=None):
        super().__init__()
        self.store, self.random = store, random.Random(seed)
        self.net = net  # network.Network, or None: all in one place
        self.at_server = net.server if net else None
        self.at_carriers = net.carriers if net else None
        self.server_before = net.inside(net.server) if net else ()
        self.server = None
        self.server_environment = {}
        self.carrier_environment = {}
        self.desks = []
        self.processes = []
        self.port = free_port()
        self.sections["server"].update(listen_port=self.port, public_url=f"http://127.0.0.1:{self.port}")
        self.sections["metrics"]["listen"] = ""
        self.database = "faults_" + world.new_id().replace("-", "")
        if store == "postgres":
            psql(f"CREATE DATABASE {self.database}", "postgres")
            self.sections["database"]["url"] = DATABASE.replace("/postgres?", f"/{self.database}?")
        self.clock_file = None
        if clock:
            self.clock_file = f"{self.folder}/clock"
            self.set_clock(START - int(time.time()))
            self.sections["server"]["clock_file"] = self.clock_file
        if mail:
            self.start_sink()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def ask_server(self, *what, **more):
        with network.inside(self.at_server):
            return world.ask(self.port, *what, **more)

    def ask_carrier(self, *what, **more):
        with network.inside(self.at_carriers):
            return world.ask(self.carrier.port, *what, **more)

    # --- the clock -------------------------------------------------------------------------------------------------

    def set_clock(self, offset):
        self.offset = offset
        self.write("clock.new", f"{offset}\n")
        os.replace(f"{self.folder}/clock.new", self.clock_file)

    def next_day(self):
        """Ten in the morning of the next day, inside the contact window (but for an hour where summer time ends)."""
        self.set_clock(self.offset + DAY - int(time.time() + self.offset - START) % DAY)

    def clock_arguments(self):
        return ["--clock-file", self.clock_file] if self.clock_file else []

    def desk_clock_arguments(self):
        return self.clock_arguments()

    # --- who takes the messages ------------------------------------------------------------------------------------

    def start_carrier(self):
        before = self.net.inside(self.net.carriers) if self.net else ()
        self.carrier = world.Program([*before, f"{world.BIN}/handrail-trial-carrier", "--port", "0", "--journal",
                                      f"{self.folder}/texts.jsonl", *self.clock_arguments()],
                                     env={**os.environ, **self.carrier_environment})
        self.programs.append(self.carrier)
        self.carrier.port = int(self.carrier.said(r"listens on http://\S+:(\d+)"))
        self.write("token", "trial-token\n")
        self.sections["texts"] = {"base_url": f"http://127.0.0.1:{self.carrier.port}", "account_sid": "AC" + 32 * "0",
                                  "auth_token_file": "token", "poll_seconds": 1, "status_poll_seconds": 1, "per_second": 1000,
                                  "per_number_per_second": 1000}

    def start_sink(self):
        os.mkdir(f"{self.folder}/sink")
        os.chmod(self.folder, 0o755)
        os.chmod(f"{self.folder}/sink", 0o777)
        port = free_port()
        program = shutil.which("smtp-sink") or "/usr/sbin/smtp-sink"
        user = ["-u", "nobody"] if os.geteuid() == 0 else []
        before = self.net.inside(self.net.carriers) if self.net else ()
        self.processes.append(Process([*before, program, *user, "-d", f"{self.folder}/sink/mail.", f"127.0.0.1:{port}", "100"],
                                      f"{self.folder}/sink.log"))
        with network.inside(self.at_carriers):
            world.wait_until(lambda: listens(port), "smtp-sink")
        self.sections["mail"] = {"smtp_url": f"smtp://127.0.0.1:{port}"}
        if self.net:
            self.net.forward_to_carriers(port)

    # --- the server ------------------------------------------------------------------------------------------------

    def set_up(self, desks):
        self.prepare(desks)
        self.start_server()
        for desk in self.desks:
            desk.sign_in()

    def prepare(self, desks):
        """Everything up to the server's first start."""
        self.start_carrier()
        if self.net:
            self.net.forward_to_server(self.port)
            self.net.forward_to_carriers(self.carrier.port)
        self.agency = self.run("agency", "add", "--name", AGENCY, "--number", "+16505550100", "--address",
                               "hello@opendoor.example", "--time-zone", ZONE).split()[0]
        self.run("directory", "import", "--agency", AGENCY, str(HERE.parent / "data" / "directory" / "ohana"))
        before = self.net.inside(self.net.desks) if self.net else ()
        self.desks = [Desk(self, f"desk{number}", before=before) for number in range(1, desks + 1)]
        self.desks.append(Desk(self, "night", "agent", before))

    def start_server(self, wait=True):
        self.server = Process([f"{world.BIN}/handrail-server", "--config", self.config(), "serve"], f"{self.folder}/server.log",
                              self.server_before, self.server_environment)
        if wait:
            world.wait_until(lambda: self.is_ready(), "the server to be ready")

    def is_ready(self):
        try:
            return self.ask_server("GET", "/readyz", timeout=5).status == 200
        except OSError:
            if not self.server.alive():
                raise AssertionError("the server ended: " + pathlib.Path(self.server.log).read_text()[-2000:])
            return False

    def rows(self, table, where="1 = 1"):
        """The server's own rows, read past the server."""
        if self.store == "postgres":
            return [json.loads(line) for line in psql(f'SELECT row_to_json(t) FROM "{table}" t WHERE {where}', self.database)]
        with sqlite3.connect(f"file:{self.database_file()}?mode=ro", uri=True, timeout=world.PATIENCE) as database:
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute(f'SELECT * FROM "{table}" WHERE {where}')]

    def kill_database(self):
        """kill -9 of one of PostgreSQL's processes, upon which it ends all others and recovers from its log."""
        pids = psql("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()", "postgres")
        for pid in pids[:1]:
            os.kill(int(pid), signal.SIGKILL)

    def database_file(self):
        return f"{self.folder}/server.db"

    def start_desks(self, seed, pause_ms=150):
        for number, desk in enumerate(self.desks):
            desk.start_agent()
            if desk.role == "worker":
                desk.start_worker(seed * 100 + number, pause_ms)

    def close(self):
        for desk in self.desks:
            desk.end()
        for process in [*self.processes, *([self.server] if self.server else [])]:
            process.end()
        if self.store == "postgres":
            psql(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)", "postgres")
        super().close()


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listens(port):
    import socket
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
