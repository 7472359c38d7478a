# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar's five tasks for walk.py: what stands at the counter when a barista begins, and what other
people do meanwhile. Everybody but the barista speaks on the wire."""

import time

from hand import put, windows
from shop import ShopTrouble, line

GLASS = (1920, 1080)
PLACE = "40:40"
RUSH_TICKETS = 30
KIOSKS = 4
PATIENCE_SECONDS = 60

# What a busy morning orders, in turns: items with what is chosen beside the usual.
MORNING = [
    [("americano", "ice"), ("americano", "ice")],
    [("cafe-latte", "hot"), ("croissant", "warm")],
    [("americano", "hot"), ("cappuccino", "hot")],
    [("vanilla-latte", "ice", "oat")],
    [("flat-white",), ("americano", "ice"), ("cookie",)],
    [("yuja-tea", "hot"), ("strawberry-smoothie",)],
]


class BarWalk:
    """One task at the bar. `state` is shared with the person's side."""

    def __init__(self, shop, state, menu):
        self.shop, self.state, self.menu = shop, state, menu
        self.prepare, self.meanwhile, self.words = BAR_TASKS[state["task"]]
        self.paid = state.setdefault("paid", [])

    def open(self):
        """Everything up to the first picture; what the barista is told."""
        self.state["window"], self.state["glass"] = ["--class", "barista_station"], GLASS
        self.state["start"] = ["--lang", self.state["language"] or "ko", "--size",
                               f"{GLASS[0]}x{GLASS[1]}", "--at", PLACE, *self.words]
        self.shop.start_terminal("--window", "off", "--latency-ms", "20:8", "--card-ms", "5")
        self.shop.start_daemon(self.menu)
        self.start_station()
        return self.prepare(self)

    def look_on(self, folder):
        """Nothing sleeps at the bar."""

    def after(self, verb):
        if self.meanwhile:
            self.meanwhile(self, self.state["lines"])

    # ---- the screen
    def start_station(self):
        self.shop.start_station("bar-1", *self.state["start"])
        self.until(lambda: windows(self.state["window"]), "the station did not open")

    def finish(self, paid):
        """On the screen, as its barista does it: the number and Enter."""
        def is_ready():
            for key in [*str(paid["number"]), "Return"]:
                put(windows(self.state["window"])[0], "key", [key])
            time.sleep(0.5)
            orders = self.shop.wire("ctl", "ctl").ok(
                "orders.list", {"open_only": True, "before": 0, "limit": 100})["orders"]
            return any(order["order"] == paid["order"] and order["state"] == "ready"
                       for order in orders)
        self.until(is_ready, f"order {paid['number']} could not be finished")

    def until(self, is_so, trouble):
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            if time.monotonic() > end:
                raise ShopTrouble(trouble)
            time.sleep(0.3)

    # ---- other people
    def station(self, name="bar-1"):
        return self.shop.wire("station", name)

    def lines(self, wanted, service):
        """(item, choice …) as the daemon wants them: with the usual choice where one must be made."""
        menu = self.shop.menu()
        groups = {group["id"]: group for group in menu["option_groups"]}
        for item_id, *choices in wanted:
            item = next(item for item in menu["items"] if item["id"] == item_id)
            options = []
            for group in (groups[name] for name in item["option_groups"]):
                chosen = [choice["id"] for choice in group["choices"] if choice["id"] in choices]
                if not chosen and group["min"] > 0:
                    chosen = [group["default_choice"] or group["choices"][0]["id"]]
                options += [(group["id"], choice) for choice in chosen]
            cup = "none" if not item["needs_cup"] else "store" if service == "here" else "disposable"
            yield line(item_id, options, [cup])

    def buy(self, *wanted, service="take_away"):
        """An order that is paid now."""
        kiosk = f"kiosk-{len(self.paid) % KIOSKS + 1}"
        key = self.shop.begin(kiosk, *self.lines(wanted, service), service=service)
        answer = self.shop.settle(kiosk, key)
        if answer["outcome"] != "paid":
            raise ShopTrouble(f"not paid: {answer}")
        self.paid.append({"order": answer["order"], "number": answer["number"], "kiosk": kiosk,
                          "key": key})
        return self.paid[-1]

    def some(self, count):
        for _ in range(count):
            self.buy(*MORNING[len(self.paid) % len(MORNING)])

    def begin(self, paid):
        self.station().act("order.start", order=paid["order"], seen="queued", age_ms=0)

    def cancel(self, paid):
        """True when the shop lets its customer cancel now."""
        for seen in ("making", "queued"):
            reply = self.shop.wire("kiosk", paid["kiosk"]).attempt(
                "order.cancel", proof={"key": paid["key"]}, seen=seen, age_ms=0)
            if reply["status"] == "ok":
                return True
        return False


# ---- the tasks -----------------------------------------------------------------------------------

def rush(bar):
    mine = bar.buy(("americano", "ice"), ("americano", "ice"), ("cafe-latte", "hot"))
    bar.some(RUSH_TICKETS - 1)
    bar.begin(mine)
    return (f"It is the rush. You are making order {mine['number']}: one iced americano of it is made "
            "and in your hand, nothing of it is ticked on the screen yet. Look on for five seconds "
            "(wait 5), then go on with your work: put the screen right, and begin what comes next.")


def rush_goes_on(bar, lines):
    if lines == 1:
        # Whoever has finished the first all the same meets the cancel of another.
        next(paid for paid in bar.paid if bar.cancel(paid))
    elif lines <= 6:
        bar.some(1)


def misbump(bar):
    mine = bar.buy(("americano", "ice"), ("cafe-latte", "hot"), ("vanilla-latte", "hot"))
    bar.some(4)
    bar.begin(mine)
    time.sleep(1)  # What somebody else has just changed takes no key.
    bar.finish(mine)
    return (f"This very moment you have finished order {mine['number']} on the screen, and notice that "
            "its vanilla latte (바닐라라떼) is not made yet; the other two drinks are. Make the screen "
            "say what is true, so that the order is not called before it is complete.")


def runs_out(bar):
    bar.some(2)
    bar.buy(("americano", "hot"), ("cheesecake",))
    bar.some(1)
    bar.buy(("cheesecake",), ("cafe-latte", "hot"), service="here")
    bar.some(2)
    return ("There is no cheesecake (치즈케이크) left today. Tell everybody who waits for one, and see to "
            "it that nobody can order one today. The rest of what they ordered can be made.")


def two_stations(bar):
    mine = bar.buy(("cafe-latte", "hot"), ("cheesecake",))
    bar.some(3)
    bar.begin(mine)
    return ("You make the drinks; a colleague at another station makes what is to eat, also of order "
            f"{mine['number']}. Its caffè latte (카페라떼) stands ready before you. Finish your part of "
            f"it, then say whether order {mine['number']} is complete and can be handed over.")


def colleague_works(bar, lines):
    if lines == 2:
        bar.station("bar-2").act("unit.done", order=bar.paid[0]["order"], unit=2, seen="open",
                                 reason="", age_ms=0)


def before_the_cut(bar):
    mine = bar.buy(("americano", "ice"), ("cafe-latte", "hot"))
    bar.some(2)
    bar.begin(mine)
    return (f"You are making order {mine['number']}; its iced americano (아메리카노) is made. Say so on "
            "the screen and go on with your work, whatever happens. At the end say what is to be made "
            "next, and whether anything that you did or that was ordered has been lost.")


def power_is_cut(bar, lines):
    if lines == 2:
        bar.shop.kill("bar-1")
        bar.some(3)
    elif lines == 3:
        bar.start_station()


# name: (what stands there before the first picture, and what the barista is told; what happens after
# each of their answers; further words for the station)
BAR_TASKS = {
    "rush-cancel": (rush, rush_goes_on, ()),
    "mis-bump": (misbump, None, ()),
    "runs-out": (runs_out, None, ()),
    "two-stations": (two_stations, colleague_works, ("--kinds", "espresso,blender")),
    "power-cut": (before_the_cut, power_is_cut, ()),
}
