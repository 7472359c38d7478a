# SPDX-License-Identifier: GPL-3.0-or-later
"""The manager's three tasks for walk.py: what has happened when a manager sits down before the
screen. Everybody else speaks on the wire, but the bar's screen, which is a real one until it fails."""

import time

from hand import windows
from walk_bar import GLASS, PLACE, BarWalk

PIN = "271828"
AWAY_SECONDS = 6


class ManagerWalk(BarWalk):
    """One task in the manager's window."""

    def __init__(self, shop, state, menu):
        self.shop, self.state, self.menu = shop, state, menu
        self.prepare = MANAGER_TASKS[state["task"]]
        self.meanwhile = None
        self.paid = state.setdefault("paid", [])

    def open(self):
        self.state["window"], self.state["glass"] = ["--class", "barista_station"], GLASS
        words = ["--lang", self.state["language"] or "ko", "--size", f"{GLASS[0]}x{GLASS[1]}",
                 "--at", PLACE]
        self.state["start"] = words
        self.shop.start_terminal("--window", "off", "--latency-ms", "20:8", "--card-ms", "5")
        self.shop.start_daemon(self.menu)
        self.set_pin()
        told = self.prepare(self)
        self.shop.start_station("manager-1", "--window", "manager", *words)
        self.until(lambda: windows(self.state["window"]), "the manager's window did not open")
        time.sleep(2)  # its own copy of the log is filled meanwhile
        return told

    def set_pin(self):
        self.shop.wire("ctl", "ctl").act("pin.set", old_pin="", new_pin=PIN)

    def serve(self, paid):
        """Made and handed over."""
        bar = self.station("bar-2")
        bar.act("order.start", order=paid["order"], seen="queued", age_ms=0)
        bar.act("order.ready", order=paid["order"], seen="making", age_ms=0)
        bar.act("order.collect", order=paid["order"], seen="ready", age_ms=0)


# ---- the tasks -----------------------------------------------------------------------------------

def why(walk):
    """The bar's screen dies while orders wait."""
    walk.start_station()
    walk.some(5)
    walk.begin(walk.paid[0])
    walk.shop.kill("bar-1")
    walk.some(2)
    time.sleep(AWAY_SECONDS + 2)
    return ("You manage this shop and sit in the office before this screen. A barista calls: no order "
            "comes to the bar any more, and people wait at the counter. Find out from "
            "this screen why nothing is moving, say why, and do what can be done from here until it is "
            "put right. (Somebody is already on the way to the bar; it will take about ten minutes.)")


def refund(walk):
    """An order of two, collected; one drink of it comes back."""
    walk.some(3)
    mine = walk.buy(("americano", "ice"), ("cafe-latte", "hot"))
    walk.some(4)
    for paid in walk.paid:
        walk.serve(paid)
    walk.some(2)
    return (f"You manage this shop. A customer of order {mine['number']} brings her hot caffè latte (카페라떼) "
            "back: it tastes burnt. She does not want another one. Give her the money for the latte back "
            "on her card; the americano of the same order was fine. The PIN of the shop is "
            f"{' '.join(PIN)}. At the end say how much goes back.")


def close(walk):
    """A day with a cancel, ready to be closed."""
    walk.some(9)
    for paid in walk.paid[:-1]:
        walk.serve(paid)
    walk.cancel(walk.paid[-1])
    time.sleep(2)
    return ("You manage this shop and lock up for tonight. Close the day. Then say the number of the Z "
            f"that was written, and the day's net sales in it. The PIN of the shop is {' '.join(PIN)}.")


# name: what has happened before the first picture, and what the manager is told
MANAGER_TASKS = {"manager-why": why, "manager-refund": refund, "manager-close": close}
