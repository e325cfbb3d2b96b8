# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients' pages under load (wrk) against nginx with a file of the same size: pages.py FOLDER_OF_PROGRAMS

Two workers on each side, the same connections, in turn. PostgreSQL where HANDRAIL_TEST_DATABASE names one."""
import os
import re
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tests", "operation"))
import world  # noqa: E402
from report import at_least, free_port, in_turn, median, ratio, result  # noqa: E402

CONNECTIONS = 64
SECONDS = int(os.environ.get("BENCH_SECONDS", "5"))
SITES = 3
DIRECTORY = os.path.join(os.path.dirname(__file__), "..", "tests", "data", "directory", "ohana")


def wrk(url):
    """Requests a second, and latencies in ms."""
    told = subprocess.run(["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", url], check=True,
                          capture_output=True, text=True).stdout
    assert "Non-2xx" not in told and "Socket errors" not in told, told
    scale = {"us": 0.001, "ms": 1, "s": 1000}
    found = {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1))}
    for percent in ("50%", "99%"):
        number, unit = re.search(rf"{percent}\s+([\d.]+)(us|ms|s)", told).groups()
        found[percent] = float(number) * scale[unit]
    return found


class Nginx:
    """A static file server in a folder of its own, on a free port, two workers."""

    def __init__(self, folder, files):
        self.port = free_port()
        os.makedirs(f"{folder}/www")
        for name, text in files.items():
            with open(f"{folder}/www/{name}", "w", encoding="utf-8") as file:
                file.write(text)
        with open(f"{folder}/nginx.conf", "w", encoding="utf-8") as config:
            config.write(f"""
daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log stderr warn;
events {{ worker_connections 1024; }}
http {{ access_log off; default_type text/html; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
  scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{self.port}; root {folder}/www; }} }}
""")
        os.chmod(folder, 0o755)
        self.process = subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf", "-p", folder])
        world.wait_until(self.answers, "nginx")

    def answers(self):
        try:
            return world.ask(self.port, "GET", "/healthz").status == 200
        except OSError:
            return False

    def end(self, *_):
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(world.PATIENCE)


def shared_link(host, server):
    """The path of a page with three resource sites, as a client gets it."""
    device = world.Device(server.port, "dana@opendoor.example")
    changes = device.get("/v1/changes?since=0").json()["changes"]
    sites = [change["key"] for change in changes if change["entity"] == "resource_site"][:SITES]
    shared = device.share(site=sites[0])
    changes = shared["changes"]
    referrals = [shared["referral"]]
    for site in sites[1:]:
        referrals.append(world.new_id())
        first = dict(changes[1]["fields"])
        changes.insert(2, device.change("referral", referrals[-1], {**first, "site_id": site}))
    for change in changes:
        if change["entity"] == "share":
            change["fields"]["referral_ids"] = referrals
    told = device.push(changes)
    assert all(one["accepted"] for one in told), told
    lease = world.wait_until(device.claim, "the message")[0]
    # As a tap on its cover opens it.
    return "/r/" + lease["link"].rsplit("/r/", 1)[1] + f"?show={int(time.time() * 1000)}"


def office(database):
    host = world.Host({"server": {"threads": 2, "max_connections_per_address": 10000, "log": "warning"}, "database": {"url": database}})
    host.add_carrier()
    host.add_agency()
    host.add_user("dana@opendoor.example", "administrator")
    host.run("directory", "import", DIRECTORY, "--agency", "Open Door")
    server = host.serve()
    return host, server, shared_link(host, server)


def main():
    databases = {"SQLite": "sqlite:server.db"}
    if "HANDRAIL_TEST_DATABASE" in os.environ:
        databases["PostgreSQL"] = os.environ["HANDRAIL_TEST_DATABASE"]
    hosts, sides = [], {}
    page = ""
    servers = {}
    for name, url in databases.items():
        host, server, path = office(url)
        hosts.append(host)
        servers[name] = server
        answer = world.ask(server.port, "GET", path)
        assert answer.status == 200 and answer.body.count("<h2") == SITES, answer.body
        page = answer.body
        sides[f"page, {name}"] = lambda port=server.port, path=path: wrk(f"http://127.0.0.1:{port}{path}")
        sides[f"healthz, {name}"] = lambda port=server.port: wrk(f"http://127.0.0.1:{port}/healthz")
    health = world.ask(servers["SQLite"].port, "GET", "/healthz").body
    nginx = Nginx(hosts[0].folder, {"page": page, "healthz": health})
    hosts[0].programs.append(nginx)
    sides["nginx page"] = lambda: wrk(f"http://127.0.0.1:{nginx.port}/page")
    sides["nginx healthz"] = lambda: wrk(f"http://127.0.0.1:{nginx.port}/healthz")
    try:
        measured = in_turn(sides)
        for name, server in servers.items():
            for what, goal in (("page", 0.8), ("healthz", None)):
                ours, theirs = measured[f"{what}, {name}"], measured[f"nginx {what}"]
                value = ratio([one["rate"] for one in ours], [one["rate"] for one in theirs])
                detail = (f"{median([one['rate'] for one in ours]):,.0f} of {median([one['rate'] for one in theirs]):,.0f}"
                          f" a second; p50 {median([one['50%'] for one in ours]):.1f} ms, p99 "
                          f"{median([one['99%'] for one in ours]):.1f} ms (nginx "
                          f"{median([one['99%'] for one in theirs]):.1f})")
                if goal:
                    at_least(f"client's page of {len(page.encode()):,} bytes, {name}, by nginx's", value, goal, detail)
                else:
                    result(f"/healthz, {name}, by nginx's", round(value, 3), "of it", detail=detail)
            result(f"server under that load, {name}", round(server.resident_kb() / 1024, 1), "MB resident")
    finally:
        for host in hosts:
            host.close()


if __name__ == "__main__":
    main()
