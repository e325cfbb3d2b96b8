# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a Qt program as a person would: finds widgets by accessible name through AT-SPI, presses real keys with xdotool."""
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

LIMIT_S = 30
BUTTONS = ("push button", "button", "toggle button", "radio button", "check box")


class NotOnScreen(Exception):
    """What was waited for did not come."""


def wait_for(what, condition, limit_s=LIMIT_S):
    """The first true answer of condition(), asked again and again until the limit."""
    end = time.monotonic() + limit_s
    while True:
        try:
            answer = condition()
        except Exception as error:  # a widget that goes away while it is looked at is an ordinary thing
            if "Atspi" not in type(error).__module__ and type(error).__name__ not in ("GError", "Error"):
                raise
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotOnScreen(what)
        time.sleep(0.1)


def _children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def _showing(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)


def walk(node, depth=0):
    """Every node below, those not on the screen left out."""
    if depth > 40:
        return
    for child in _children(node):
        if child.get_role() in (Atspi.Role.FRAME, Atspi.Role.DIALOG, Atspi.Role.WINDOW) or _showing(child):
            yield child
            yield from walk(child, depth + 1)


class Program:
    """A running program, by the name it has on the accessibility bus."""

    def __init__(self, name):
        self.name = name

    def node(self):
        desktop = Atspi.get_desktop(0)
        for child in _children(desktop):
            if child.get_name() == self.name:
                return child
        return None

    def wait_until_up(self):
        return wait_for(f"the program {self.name}", self.node, 60)

    def nodes(self):
        top = self.node()
        return walk(top) if top is not None else iter(())

    def find(self, name, roles=None, limit_s=LIMIT_S):
        """The widget of that accessible name (and one of the roles)."""

        def look():
            for node in self.nodes():
                if node.get_name() == name and (roles is None or node.get_role_name() in roles):
                    return node
            return None

        return wait_for(f"«{name}» in {self.name}", look, limit_s)

    def find_containing(self, text, limit_s=LIMIT_S):
        """The widget whose name, or text, contains the words."""

        def look():
            for node in self.nodes():
                if text in (node.get_name() or "") or text in text_of(node):
                    return node
            return None

        return wait_for(f"the words «{text}» in {self.name}", look, limit_s)

    def has(self, text):
        try:
            self.find_containing(text, 0.1)
            return True
        except NotOnScreen:
            return False

    def press(self, name, roles=BUTTONS):
        node = self.find(name, roles)
        wait_for(f"«{name}» to be pressable", lambda: node.get_state_set().contains(Atspi.StateType.ENABLED))
        act(node)

    def tick(self, name):
        node = self.find(name, ("check box",))
        if not node.get_state_set().contains(Atspi.StateType.CHECKED):
            act(node)
        wait_for(f"«{name}» to be ticked", lambda: node.get_state_set().contains(Atspi.StateType.CHECKED))

    def type_into(self, name, text, roles=("text", "entry", "password text", "editable text")):
        node = self.find(name, roles)
        click(node)  # and so into the window, as a person does
        keys("ctrl+a")
        type_text(text)

    def choose_row(self, list_name, text, limit_s=LIMIT_S):
        """Selects the row of a list or table whose visible text contains the words."""

        def look():
            for node in self.nodes():
                if node.get_name() == list_name and node.get_role_name() in ("list", "table", "tree table", "tree"):
                    for row in _children(node):
                        if text in (row.get_name() or ""):
                            return node, row
            return None

        _, row = wait_for(f"the row «{text}» in «{list_name}»", look, limit_s)
        click(row)
        return row

    def rows(self, list_name):
        for node in self.nodes():
            if node.get_name() == list_name and node.get_role_name() in ("list", "table", "tree table", "tree"):
                return [row.get_name() or "" for row in _children(node)]
        return []

    def everything(self):
        """Name and role of all on the screen: for looking into a failure."""
        return [f"{node.get_role_name()}: {node.get_name()!r} {text_of(node)[:60]!r}" for node in self.nodes()]


def text_of(node):
    try:
        text = node.get_text_iface() if hasattr(node, "get_text_iface") else None
        if text is None:
            return ""
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
    except Exception:  # not every node has text
        return ""


def act(node):
    """Presses the widget by its first action (Press, Toggle …)."""
    action = node.get_action_iface()
    if action is None or Atspi.Action.get_n_actions(action) == 0:
        click(node)
        return
    names = [Atspi.Action.get_action_name(action, i) for i in range(Atspi.Action.get_n_actions(action))]
    for wanted in ("Press", "Toggle", "ShowMenu", "SetFocus"):
        if wanted in names:
            Atspi.Action.do_action(action, names.index(wanted))
            return
    Atspi.Action.do_action(action, 0)


def click(node):
    """A real mouse click in the middle of the widget."""
    box = Atspi.Component.get_extents(node.get_component_iface(), Atspi.CoordType.SCREEN)
    subprocess.run(
        ["xdotool", "mousemove", str(box.x + min(box.width // 2, 60)), str(box.y + box.height // 2), "click", "1"], check=True
    )


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "8", "--", text], check=True)


def screenshot(path):
    subprocess.run(["import", "-window", "root", str(path)], check=True)


def place_window(title, x, y):
    """Moves the window of that title to a place of its own, so that no window hides another."""
    found = wait_for(f"the window «{title}»", lambda: subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], capture_output=True, text=True).stdout.split())
    subprocess.run(["xdotool", "windowmove", found[-1], str(x), str(y)], check=True)
