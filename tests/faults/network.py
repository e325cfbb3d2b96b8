# SPDX-License-Identifier: GPL-3.0-or-later
"""Network namespaces: the server in one, the desks in another, the carriers in a third, with a cable between two that can be
cut. Every program still speaks to 127.0.0.1: nft sends it over the cable and on to the other's 127.0.0.1."""
import contextlib
import ctypes
import os
import subprocess

CLONE_NEWNET = 0x40000000
LIBC = ctypes.CDLL(None, use_errno=True)


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=30)
    if done.returncode != 0:
        raise OSError(f"{' '.join(arguments)}: {done.stderr.strip()}")


@contextlib.contextmanager
def inside(place):
    """Sockets that this thread opens meanwhile are in that namespace; None: where we are."""
    if place is None:
        yield
        return
    with open("/proc/thread-self/ns/net", encoding="ascii") as home, open(f"/run/netns/{place}", encoding="ascii") as there:
        if LIBC.setns(there.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")
        try:
            yield
        finally:
            LIBC.setns(home.fileno(), CLONE_NEWNET)


class Network:
    """Cables desks-server and server-carriers. Names carry our process id, so that several runs are in nobody's way."""

    def __init__(self):
        self.desks, self.server, self.carriers = (f"hr-{role}-{os.getpid()}" for role in ("desks", "server", "carriers"))
        self.ports = {}
        for place in (self.desks, self.server, self.carriers):
            run("ip", "netns", "add", place)
            self.at(place, "ip", "link", "set", "lo", "up")
            self.at(place, "sysctl", "-qw", "net.ipv4.conf.all.route_localnet=1")
        self.cable("d", self.desks, self.server, "10.77.1")
        self.cable("c", self.server, self.carriers, "10.77.2")
        self.at(self.server, "nft", "add table inet faults")
        for hook in ("input", "output"):
            self.at(self.server, "nft", f"add chain inet faults {hook} {{ type filter hook {hook} priority 0; }}")

    def at(self, place, *arguments):
        run("ip", "netns", "exec", place, *arguments)

    def inside(self, place):
        return ("ip", "netns", "exec", place)

    def cable(self, name, near, far, net):
        """`near` calls `far`: near is .1, far is .2."""
        run("ip", "link", "add", f"{name}near", "netns", near, "type", "veth", "peer", "name", f"{name}far", "netns", far)
        for place, end, number in ((near, "near", 1), (far, "far", 2)):
            self.at(place, "ip", "addr", "add", f"{net}.{number}/24", "dev", f"{name}{end}")
            self.at(place, "ip", "link", "set", f"{name}{end}", "up")

    def forward(self, name, near, far, net, port):
        """127.0.0.1:port at `near` is 127.0.0.1:port at `far`."""
        self.at(near, "nft", f"add table ip way{port}")
        self.at(near, "nft", f"add chain ip way{port} out {{ type nat hook output priority -100; }}")
        self.at(near, "nft", f"add chain ip way{port} post {{ type nat hook postrouting priority 100; }}")
        self.at(near, "nft", f"add rule ip way{port} out ip daddr 127.0.0.1 tcp dport {port} dnat to {net}.2:{port}")
        self.at(near, "nft", f"add rule ip way{port} post oifname {name}near snat to {net}.1")
        self.at(far, "nft", f"add table ip way{port}")
        self.at(far, "nft", f"add chain ip way{port} pre {{ type nat hook prerouting priority -100; }}")
        self.at(far, "nft", f"add rule ip way{port} pre iifname {name}far tcp dport {port} dnat to 127.0.0.1:{port}")

    def forward_to_server(self, port):
        self.forward("d", self.desks, self.server, "10.77.1", port)

    def forward_to_carriers(self, port):
        self.forward("c", self.server, self.carriers, "10.77.2", port)

    def cut(self, cable, how):
        """The ends of both cables that are in the server's namespace are called dfar and cnear."""
        end = {"desks": "dfar", "carriers": "cnear"}[cable]
        rules = {"drop": [f"input iifname {end} drop", f"output oifname {end} drop"],
                 "reject": [f"input iifname {end} meta l4proto tcp reject with tcp reset",
                            f"output oifname {end} meta l4proto tcp reject with tcp reset"],
                 # What was asked arrives, what is answered does not.
                 "lost_reply": [f"output oifname {end} meta length > 100 drop"] if cable == "desks" else
                               [f"input iifname {end} meta length > 100 drop"],
                 "loss": [f"input iifname {end} numgen random mod 100 < 30 drop", f"output oifname {end} numgen random mod 100 < 30 drop"]}
        for rule in rules[how]:
            self.at(self.server, "nft", f"add rule inet faults {rule}")

    def heal(self):
        self.at(self.server, "nft", "flush table inet faults")

    def close(self):
        for place in (self.desks, self.server, self.carriers):
            subprocess.run(["ip", "netns", "del", place], capture_output=True, check=False)
