# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds widgets through the accessibility tree, as a screen reader does, and clicks them with real
pointer events. Knows nothing of the programs behind them."""

import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

CLICKABLE = {
    "push button", "toggle button", "radio button", "check box", "list item", "page tab",
    "button", "menu item", "table cell",
}


# What makes a thing do what it is for, in the words of different versions of Qt.
ACTIONS = {"press", "toggle", "click", "check"}


class NotThere(Exception):
    """What was looked for did not appear in time; the text says what and where."""


def _children(node):
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def _walk(node):
    yield node
    for child in _children(node):
        yield from _walk(child)


def _showing(node):
    try:
        states = node.get_state_set()
        return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.VISIBLE)
    except GLib.Error:
        return False


def _enabled(node):
    try:
        states = node.get_state_set()
        return states.contains(Atspi.StateType.ENABLED)
    except GLib.Error:
        return False


class Window:
    """One top-level window, found by a part of its title."""

    def __init__(self, title):
        self.title = title
        self._last_act = ("", 0.0)

    def root(self):
        desktop = Atspi.get_desktop(0)
        for application in _children(desktop):
            for frame in _children(application):
                try:
                    if self.title in (frame.get_name() or ""):
                        return frame
                except GLib.Error:
                    continue
        return None

    def nodes(self):
        root = self.root()
        if root is None:
            return
        for node in _walk(root):
            if _showing(node):
                yield node

    def texts(self):
        """Everything that can be read in the window now."""
        found = []
        for node in self.nodes():
            try:
                name = node.get_name()
            except GLib.Error:
                continue
            if name:
                found.append(name)
        return found

    def find(self, name, exact=False, clickable=True):
        for node in self.nodes():
            try:
                here = node.get_name() or ""
                role = node.get_role_name()
            except GLib.Error:
                continue
            if (here == name if exact else name in here) and (not clickable or role in CLICKABLE):
                return node
        return None

    def wait(self, name, seconds=20, exact=False, clickable=False):
        """Waits until something of that name is showing, and returns it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            node = self.find(name, exact, clickable)
            if node is not None:
                return node
            time.sleep(0.1)
        raise NotThere(f"{self.title}: nothing named “{name}” within {seconds} s; "
                       f"there is: {' | '.join(self.texts())[:1500]}")

    def wait_gone(self, name, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.find(name, clickable=False) is None:
                return
            time.sleep(0.1)
        raise NotThere(f"{self.title}: “{name}” is still there after {seconds} s")

    def click(self, name, seconds=20, exact=False, edge=0.0):
        """Waits until the thing can be clicked and stands still, then presses the real pointer.
        `edge` is the share of the window's height at top and bottom that a page's own bars or
        hints cover: what lies there is scrolled away from it first."""
        end = time.monotonic() + seconds
        last = None
        stuck = 0  # turns of the wheel that moved nothing: it is at the end of its page
        while time.monotonic() < end:
            node = self.find(name, exact)
            if node is not None and _enabled(node):
                box = node.get_extents(Atspi.CoordType.SCREEN)
                place = (box.x, box.y, box.width, box.height)
                still = place == last and box.width > 0
                if still and (self._inside(place, edge) or
                              (stuck > 2 and self._inside(place, edge=0))):
                    _press(box.x + box.width // 2, box.y + box.height // 2)
                    return node
                if still:
                    self._scroll(place)
                    stuck += 1
                elif place != last:
                    stuck = 0
                last = place
            time.sleep(0.12)
        raise NotThere(f"{self.title}: “{name}” could not be clicked within {seconds} s; "
                       f"there is: {' | '.join(self.texts())[:1500]}")

    def act(self, name, seconds=20, exact=False):
        """What a screen reader does: no pointer and no key, only the thing's own action, which the
        accessibility tree offers. Waits until it is there and can be used. A press is shown for a
        tenth of a second, and pressed again meanwhile it is the same press: a digit that comes twice
        in a number waits for its first."""
        end = time.monotonic() + seconds
        if name == self._last_act[0]:
            time.sleep(max(0.0, self._last_act[1] + PRESS_SHOWN_SECONDS - time.monotonic()))
        while time.monotonic() < end:
            node = self.find(name, exact)
            if node is not None and _enabled(node):
                for index in range(node.get_n_actions()):
                    if node.get_action_name(index).lower() in ACTIONS:
                        node.do_action(index)
                        self._last_act = (name, time.monotonic())
                        return node
                raise NotThere(f"{self.title}: “{name}” offers no action")
            time.sleep(0.1)
        raise NotThere(f"{self.title}: “{name}” could not be used within {seconds} s; "
                       f"there is: {' | '.join(self.texts())[:1500]}")

    def _frame(self):
        box = self.root().get_extents(Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def _inside(self, place, edge):
        """Whether its middle is in the window, and away from the edges where hints may lie."""
        x, y, width, height = self._frame()
        middle_x, middle_y = place[0] + place[2] // 2, place[1] + place[3] // 2
        away = height * edge
        return x < middle_x < x + width and y + away < middle_y < y + height - away

    def _scroll(self, place):
        """Turns the wheel over the middle of the window towards the thing."""
        x, y, width, height = self._frame()
        down = place[1] + place[3] // 2 > y + height // 2
        subprocess.run(["xdotool", "mousemove", str(x + width // 2), str(y + height // 2),
                        "click", "5" if down else "4"], check=True)

    def shot(self, path):
        """A picture of this window alone, as the screen shows it."""
        x, y, width, height = self._frame()
        subprocess.run(["import", "-silent", "-window", "root",
                        "-crop", f"{width}x{height}+{x}+{y}", "+repage", path], check=True)


_last_press = (0, 0, 0.0)
PRESS_SHOWN_SECONDS = 0.4  # a tenth on a machine that has nothing else to do
DOUBLE_TAP_SECONDS = 0.7  # the kiosk takes a press at the same place sooner than that for the same one


def _press(x, y):
    global _last_press
    last_x, last_y, at = _last_press
    if abs(x - last_x) + abs(y - last_y) < 300:
        time.sleep(max(0.0, at + DOUBLE_TAP_SECONDS - time.monotonic()))
    subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)
    subprocess.run(["xdotool", "mousedown", "1"], check=True)
    time.sleep(0.06)
    subprocess.run(["xdotool", "mouseup", "1"], check=True)
    _last_press = (x, y, time.monotonic())


def screen_shot(path):
    subprocess.run(["import", "-silent", "-window", "root", path], check=True)
