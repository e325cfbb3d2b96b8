# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS by file: what openssl and curl see, and certificates that are replaced while the server runs."""
import os
import shutil
import signal
import ssl
import subprocess

import world


def make_certificate(folder, name):
    """A pair of a name of its own, signed by itself."""
    done = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
         "-subj", f"/CN={name}", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", f"{folder}/{name}.key",
         "-out", f"{folder}/{name}.pem"], capture_output=True, text=True, timeout=world.PATIENCE)
    assert done.returncode == 0, done.stderr


class Tls(world.Case):
    def setUp(self):
        self.files = self.host({"tls": {"certificate": "now.pem", "key": "now.key"}})
        for name in ("first", "second", "third"):
            make_certificate(self.files.folder, name)
        self.put("first", "first")

    def put(self, certificate, key):
        """Replaces the files as certbot does: at once."""
        for name, kind in ((certificate, "pem"), (key, "key")):
            shutil.copy(f"{self.files.folder}/{name}.{kind}", f"{self.files.folder}/new.{kind}")
            os.replace(f"{self.files.folder}/new.{kind}", f"{self.files.folder}/now.{kind}")

    def name_shown(self, port):
        certificate = ssl.get_server_certificate(("127.0.0.1", port))
        done = subprocess.run(["openssl", "x509", "-noout", "-subject"], input=certificate, capture_output=True,
                              text=True, timeout=world.PATIENCE)
        return done.stdout.strip().rsplit("= ", 1)[-1]

    def curl(self, port, path, *more):
        return subprocess.run(["curl", "-sS", "-i", "--max-time", "20", "--cacert", f"{self.files.folder}/first.pem", *more,
                               f"https://localhost:{port}{path}", "--resolve", f"localhost:{port}:127.0.0.1"],
                              capture_output=True, text=True, timeout=world.PATIENCE)

    def s_client(self, port, *more):
        done = subprocess.run(["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-brief", *more], input="",
                              capture_output=True, text=True, timeout=world.PATIENCE)
        return done.stdout + done.stderr

    def test_tls_1_2_and_1_3_and_nothing_older(self):
        server = self.files.serve()
        self.assertTrue(server.address.startswith("https://"))
        done = self.curl(server.port, "/healthz")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.startswith("HTTP/1.1 200 OK\r\n") or done.stdout.startswith("HTTP/1.1 200 OK\n"))
        self.assertIn("Strict-Transport-Security: max-age=31536000", done.stdout)
        self.assertEqual(self.curl(server.port, "/healthz", "--tlsv1.2", "--tls-max", "1.2").returncode, 0)
        self.assertIn("Protocol version: TLSv1.3", self.s_client(server.port))
        for old in ("-tls1", "-tls1_1"):
            self.assertNotIn("Protocol version", self.s_client(server.port, old, "-cipher", "ALL:@SECLEVEL=0"))
        # Plain HTTP at this port is nothing; and it harms nobody.
        with self.assertRaises(OSError):
            world.ask(server.port, "GET", "/healthz")
        big = self.curl(server.port, "/v1/sign-in", "--data-binary", f"@{world.BIN}/handrail-server")
        self.assertIn("413", big.stdout.split("\n")[0])
        self.assertEqual(self.curl(server.port, "/healthz").returncode, 0)

    def test_a_new_pair_is_used_and_a_bad_one_is_not(self):
        server = self.files.serve()
        self.assertEqual(self.name_shown(server.port), "first")
        self.put("second", "second")
        server.process.send_signal(signal.SIGHUP)
        world.wait_until(lambda: self.name_shown(server.port) == "second", "the pair that SIGHUP tells of")
        self.put("third", "first")
        server.process.send_signal(signal.SIGHUP)
        self.assertIn("now.key", server.said("(the old certificate stays: .*)"))
        self.assertEqual(self.name_shown(server.port), "second")
        with open(f"{self.files.folder}/now.pem", "w", encoding="ascii") as file:
            file.write("no certificate")
        server.said("(the old certificate stays: .*now.pem.*)")  # Seen without a signal.
        self.assertEqual(self.name_shown(server.port), "second")
        self.put("third", "third")
        world.wait_until(lambda: self.name_shown(server.port) == "third", "the pair that is there, without a signal")
        self.assertEqual(server.end(), 0)

    def test_without_a_good_pair_it_does_not_start(self):
        self.put("first", "second")
        said = self.files.run("serve", code=1)
        self.assertIn("now.key", said)
        self.assertIn("TLS can't use", said)
        self.files.sections["tls"]["key"] = ""
        self.assertIn("go together", self.files.run("serve", code=1))


if __name__ == "__main__":
    world.main()
