# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks on the listener, each beside a legitimate client whose every request must succeed. Memory is read from
/proc (Linux)."""
import asyncio
import resource
import socket
import threading
import time

import world

WORKER = "dana@opendoor.example"
MEMORY_KB = 500 * 1024
POLLS = 10_000


class Legitimate:
    """A desk that pushes and pulls and a client who opens a page, again and again while it is entered."""

    def __init__(self, case, port):
        self.case = case
        self.device = world.Device(port, WORKER)
        self.done = 0
        self.slowest = 0.0
        self.failures = []
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def once(self):
        began = time.monotonic()
        results = self.device.push([self.device.change("client", world.new_id(), {"given_name": "Good"})])
        assert results[0]["accepted"]
        assert self.device.get("/v1/changes?since=0&limit=1").status == 200
        assert world.ask(self.device.port, "GET", "/r/AAAAAAAAAAAAAAAAAAAAAA").status in (404, 410)
        assert world.ask(self.device.port, "GET", "/readyz").status == 200
        self.done += 1
        self.slowest = max(self.slowest, time.monotonic() - began)

    def run(self):
        while not self.ended.is_set():
            try:
                self.once()
            except (OSError, AssertionError, ValueError) as trouble:
                self.failures.append(repr(trouble))
                return

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        enough = self.done + 5
        world.wait_until(lambda: self.failures or self.done >= enough, "legitimate requests")
        self.ended.set()
        self.thread.join(world.PATIENCE)
        self.case.assertEqual(self.failures, [])


def is_closed(connection, limit=world.PATIENCE):
    connection.settimeout(limit)
    try:
        while connection.recv(65536):
            pass
        return True
    except TimeoutError:
        return False
    except OSError:
        return True


def exchange(port, request):
    """What comes back for these bytes until the server closes; nothing where it doesn't within the limit."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        answer = b""
        try:
            connection.sendall(request)
            while more := connection.recv(65536):
                answer += more
        except ConnectionResetError:
            pass
        return answer


class Limits(world.Case):
    @classmethod
    def setUpClass(cls):
        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        cls.files = hard
        cls.office = world.Host()
        cls.addClassCleanup(cls.office.close)
        cls.office.add_agency()
        cls.office.add_user(WORKER)
        cls.server = cls.office.serve()
        cls.port = cls.server.port

    def check_memory(self, what):
        resident = self.server.resident_kb()
        print(f"{what}: {resident} kB resident", flush=True)
        self.assertLess(resident, MEMORY_KB)

    def test_500_half_open_connections(self):
        with Legitimate(self, self.port) as legitimate:
            attackers = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(500)]
            for number, attacker in enumerate(attackers):
                attacker.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-" if number % 2 else b"G")
            before = legitimate.done
            # A byte now and then, for longer than the server waits for a header.
            dropped = 0
            began = time.monotonic()
            while dropped < len(attackers) and time.monotonic() - began < 30:
                for attacker in attackers:
                    try:
                        attacker.send(b"a")
                    except OSError:
                        pass
                dropped = sum(is_closed(attacker, 0.001) for attacker in attackers)
            self.assertEqual(dropped, len(attackers), "all were closed although they went on")
            self.assertGreater(legitimate.done - before, 10)
            self.check_memory("500 half-open connections")
            for attacker in attackers:
                attacker.close()

    def test_bodies_of_100_megabytes(self):
        size = 100 * 1024 * 1024
        block = b"a" * 65536

        def attack(head, chunk):
            with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
                try:
                    connection.sendall(head)
                    for _ in range(size // len(block)):
                        connection.sendall(chunk)
                except OSError:
                    pass
                connection.settimeout(5)
                try:
                    return connection.recv(4096)
                except OSError:
                    return b""
        head = b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        length = b"Content-Length: %d\r\n\r\n" % size
        chunked = b"Transfer-Encoding: chunked\r\n\r\n"
        chunk = b"10000\r\n" + block + b"\r\n"
        kinds = [(head % b"/v1/changes" + length, block), (head % b"/v1/changes" + chunked, chunk),
                 (head % b"/v1/sign-in" + length, block), (head % b"/v1/sign-in" + chunked, chunk),
                 (head % b"/nothing" + chunked, chunk)] * 4
        with Legitimate(self, self.port) as legitimate:
            token = b"Authorization: Bearer " + legitimate.device.token.encode() + b"\r\n"
            kinds += [(head % b"/v1/changes" + token + chunked, chunk)] * 10  # May send, but not so much.
            answers = [None] * len(kinds)
            threads = [threading.Thread(target=lambda i=i, kind=kind: answers.__setitem__(i, attack(*kind)))
                       for i, kind in enumerate(kinds)]
            peak = 0
            for thread in threads:
                thread.start()
            while any(thread.is_alive() for thread in threads):
                peak = max(peak, self.server.resident_kb())
                threads[0].join(0.01)
                for thread in threads:
                    thread.join(0.001)
            print(f"30 bodies of 100 MB at once: {peak} kB resident at the most", flush=True)
            self.assertLess(peak, MEMORY_KB)
        told = [answer[9:12] for answer in answers if answer]
        self.assertGreater(len(told), len(kinds) / 2)
        self.assertLessEqual(set(told), {b"413", b"401"})

    def test_bad_http_is_400_and_closed(self):
        hidden = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
        post = b"POST /v1/sign-in HTTP/1.1\r\nHost: x\r\n"
        bad = {
            "both lengths": post + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "both, the other way": post + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
            "two lengths": post + b"Content-Length: 0\r\nContent-Length: 40\r\n\r\n",
            "the same length twice": post + b"Content-Length: 0\r\nContent-Length: 0\r\n\r\n",
            "a list of lengths": post + b"Content-Length: 0, 40\r\n\r\n",
            "a list of equal lengths": post + b"Content-Length: 0, 0\r\n\r\n",
            "a negative length": post + b"Content-Length: -1\r\n\r\n",
            "a length with a plus": post + b"Content-Length: +1\r\n\r\na",
            "a length beyond all numbers": post + b"Content-Length: 99999999999999999999999\r\n\r\n",
            "obsolete folding": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n",
            "folding by tab": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: b\r\n\tc\r\n\r\n",
            "a folded length": post + b"Content-Length:\r\n 0\r\n\r\n",
            "a blank before the colon": post + b"Content-Length : 0\r\n\r\n",
            "an unknown encoding": post + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            "chunked twice": post + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "no host": b"GET /healthz HTTP/1.1\r\n\r\n",
            "two hosts": b"GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
            "a NUL in a header": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n",
            "a bare line feed": b"GET /healthz HTTP/1.1\nHost: x\n\n",
        }
        with Legitimate(self, self.port):
            for name, request in bad.items():
                with self.subTest(name):
                    answer = exchange(self.port, request + hidden)
                    self.assertTrue(answer.startswith(b"HTTP/1.1 400 "), answer[:200])
                    self.assertIn(b"\r\nConnection: close\r\n", answer)
                    self.assertEqual(answer.count(b"HTTP/1.1 "), 1, "nothing behind it was answered")

    def test_too_long_a_header_is_refused(self):
        with Legitimate(self, self.port):
            self.assertTrue(exchange(self.port, b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 20000 +
                                     b"\r\n\r\n").startswith(b"HTTP/1.1 431 "))
            many = b"".join(b"X-%d: a\r\n" % number for number in range(5000))
            self.assertTrue(exchange(self.port, b"GET /healthz HTTP/1.1\r\nHost: x\r\n" + many + b"\r\n")
                            .startswith(b"HTTP/1.1 431 "))

    def test_too_many_connections_are_told_when_to_come_again(self):
        host = self.host()
        server = host.serve(max_connections=40, max_connections_per_address=20)
        held = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(20)]
        refused = exchange(server.port, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        self.assertTrue(refused.startswith(b"HTTP/1.1 503 "), refused[:100])
        self.assertIn(b"\r\nRetry-After: 5\r\n", refused)
        # Another address has its own room, until all is taken.
        self.assertEqual(world.ask(server.port, "GET", "/healthz", source="127.0.0.2").status, 200)
        held += [socket.create_connection(("127.0.0.1", server.port), source_address=("127.0.0.3", 0))
                 for _ in range(20)]
        world.wait_until(lambda: world.ask(server.port, "GET", "/healthz", source="127.0.0.4").status == 503, "full")
        for connection in held:
            connection.close()
        world.wait_until(lambda: world.ask(server.port, "GET", "/healthz").status == 200, "room again")

    def test_10000_idle_polls(self):
        polls = min(POLLS, self.files - 500)
        if polls < POLLS:
            print(f"this machine allows {self.files} open files: {polls} polls instead of {POLLS}", flush=True)
        with Legitimate(self, self.port) as legitimate:
            legitimate_before = legitimate.done
            counted = asyncio.run(self.poll(polls))
            print(f"{polls} polls: {counted['held_kb']} kB resident, {legitimate.done - legitimate_before} legitimate "
                  f"rounds beside them, the slowest {legitimate.slowest:.2f} s", flush=True)
            self.assertLess(counted["held_kb"], MEMORY_KB)
            self.assertEqual(counted["answered"], polls)

    async def poll(self, polls):
        """Holds polls of another agency's desk, in which nothing happens, then gives it news: all are answered."""
        quiet = self.quiet_desk()
        since = quiet.get("/v1/changes?since=0").json()["next"]
        request = (f"GET /v1/changes?since={since}&wait=25 HTTP/1.1\r\nHost: x\r\n"
                   f"Authorization: Bearer {quiet.token}\r\n\r\n").encode()
        begun = asyncio.Semaphore(200)
        answered = 0

        async def one(number):
            nonlocal answered
            async with begun:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port,
                                                               local_addr=(f"127.0.1.{number % 200 + 1}", 0))
                writer.write(request)
                await writer.drain()
            try:
                status = await asyncio.wait_for(reader.readline(), world.PATIENCE)
                if status.startswith(b"HTTP/1.1 200"):
                    answered += 1
            finally:
                writer.close()
        tasks = [asyncio.create_task(one(number)) for number in range(polls)]
        held_kb = 0
        end = time.monotonic() + 20
        while self.waiting() < polls * 0.99 and time.monotonic() < end and not all(task.done() for task in tasks):
            held_kb = max(held_kb, self.server.resident_kb())
            await asyncio.sleep(0.05)
        self.assertGreaterEqual(self.waiting(), polls * 0.99)
        await asyncio.to_thread(quiet.push, [quiet.change("client", world.new_id(), {"given_name": "News"})])
        await asyncio.gather(*tasks)
        return {"held_kb": max(held_kb, self.server.resident_kb()), "answered": answered}

    def quiet_desk(self):
        self.office.run("agency", "add", "--name", "Quiet", "--time-zone", "UTC")
        self.office.add_user("quiet@quiet.example", agency="Quiet")
        return world.Device(self.port, "quiet@quiet.example")

    def waiting(self):
        port = int(self.server.said(r"metrics on http://127\.0\.0\.1:(\d+)/metrics"))
        for line in world.ask(port, "GET", "/metrics").body.splitlines():
            if line.startswith("handrail_http_waiting_polls "):
                return float(line.split()[1])
        return 0


if __name__ == "__main__":
    world.main()
