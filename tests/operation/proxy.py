# SPDX-License-Identifier: GPL-3.0-or-later
"""Behind a real nginx with the sample of packaging/: the very file, with other ports and paths. And Caddy's."""
import os
import re
import shutil
import socket
import subprocess
import sys

import tls
import world

SAMPLES = os.path.join(os.path.dirname(__file__), "../../packaging/proxy")
WORKER = "dana@opendoor.example"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class Proxy(world.Case):
    def test_caddys_sample_is_valid(self):
        if not shutil.which("caddy"):
            self.skipTest("Caddy is not installed (package caddy)")
        home = self.host().folder
        done = subprocess.run(["caddy", "validate", "--adapter", "caddyfile", "--config", f"{SAMPLES}/Caddyfile"],
                              capture_output=True, text=True, timeout=world.PATIENCE, env={**os.environ, "HOME": home})
        self.assertEqual(done.returncode, 0, done.stderr)

    def start_nginx(self, host, server):
        tls.make_certificate(host.folder, "proxy")
        plain, secure = free_port(), free_port()
        with open(f"{SAMPLES}/nginx.conf", encoding="utf-8") as file:
            sample = file.read()
        for before, after in ((r"server 127\.0\.0\.1:8080", f"server 127.0.0.1:{server.port}"),
                              (r"listen 80;", f"listen 127.0.0.1:{plain};"), (r"listen \[::\]:80;\n", "\n"),
                              (r"listen 443", f"listen 127.0.0.1:{secure}"), (r"listen \[::\]:443 ssl http2;\n", "\n"),
                              (r"/etc/letsencrypt\S+fullchain\.pem", f"{host.folder}/proxy.pem"),
                              (r"/etc/letsencrypt\S+privkey\.pem", f"{host.folder}/proxy.key"),
                              (r"/var/log/nginx", host.folder)):
            sample, count = re.subn(before, after, sample)
            self.assertGreater(count, 0, before)
        user = "user root;\n" if os.geteuid() == 0 else ""
        temp = "".join(f"{kind}_temp_path {host.folder}/{kind};\n" for kind in
                       ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        path = host.write("nginx.conf", f"{user}daemon off;\npid {host.folder}/nginx.pid;\n"
                                        f"events {{ worker_connections 512; }}\nhttp {{\n{temp}{sample}\n}}\n")
        arguments = ["nginx", "-p", host.folder, "-c", path, "-e", f"{host.folder}/nginx-error.log"]
        tested = subprocess.run([*arguments, "-t"], capture_output=True, text=True, timeout=world.PATIENCE)
        self.assertEqual(tested.returncode, 0, tested.stderr)
        program = world.Program(arguments)
        self.addCleanup(program.end)  # Its workers end with it; killed, they would not.

        def is_up():
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", secure)) == 0
        world.wait_until(is_up, "nginx")
        return plain, secure

    def curl(self, host, port, path, *more):
        done = subprocess.run(["curl", "-sS", "-i", "--http1.1", "--max-time", "40", "--cacert", f"{host.folder}/proxy.pem",
                               "--resolve", f"localhost:{port}:127.0.0.1", *more, f"https://localhost:{port}{path}"],
                              capture_output=True, text=True, timeout=world.PATIENCE)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_behind_nginx(self):
        if not shutil.which("nginx"):
            print("SKIPPED: nginx is not installed (package nginx-light)")
            sys.exit(77)
        host = self.host()
        host.add_agency()
        host.add_user(WORKER)
        server = host.serve(trusted_proxies="127.0.0.1", public_url="https://handrail.example.org")
        plain, secure = self.start_nginx(host, server)
        moved = world.ask(plain, "GET", "/healthz")
        self.assertEqual((moved.status, moved.headers["Location"][:8]), (301, "https://"))
        answer = self.curl(host, secure, "/healthz")
        self.assertIn("HTTP/1.1 200 OK", answer)
        self.assertIn("Strict-Transport-Security: max-age=31536000", answer)
        self.assertRegex(answer, r"X-Request-Id: [0-9a-f]{32}", "nginx's own id comes back")
        self.assertIn("HTTP/1.1 404", self.curl(host, secure, "/metrics"))
        body = '{"email": "nobody@x.example", "password": "wrong", "device_id": "%s", "device_name": "d"}'
        refused = self.curl(host, secure, "/v1/sign-in", "--data", body % world.new_id())
        self.assertIn("HTTP/1.1 401", refused)
        # Guesses are counted by the client's address that nginx saw, whatever the client claims in front of it.
        tries = [self.curl(host, secure, "/v1/sign-in", "--data", body % world.new_id(), "-H",
                           f"X-Forwarded-For: 203.0.113.{number}", "--interface", "127.0.0.9").split(" ", 2)[1] for number in range(12)]
        self.assertEqual(tries[-1], "429", tries)
        with open(f"{host.folder}/handrail.log", encoding="utf-8") as file:
            self.assertNotIn("/v1/", file.read())


if __name__ == "__main__":
    world.main()
