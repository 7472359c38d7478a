#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks a person who sees only pictures through one task at the kiosk, at the bar or in the
manager's office (docs/usability.md).

    walk.py tasks                       what there is to do
    walk.py start TASK DIR [--bin BIN] [--lang ko|en]
                                        opens a shop for the task; the first picture (the bar's
                                        screen in this language)
    walk.py tap DIR X Y                 a finger on the picture's pixel X,Y
    walk.py drag DIR X1 Y1 X2 Y2        a finger that pushes the page
    walk.py key DIR NAME                a key: Tab, Return, Escape, Up, Down, Left, Right, 0–9 …
    walk.py card DIR                    holds the card to the terminal
    walk.py kiosk DIR N                 goes to the other kiosk (parked-basket)
    walk.py wait DIR SECONDS            only looks on
    walk.py stop DIR                    closes the shop; how its books end

Every line answers with the next picture, as large as the glass: 1080 × 1920 pixels at the kiosk,
1920 × 1080 at the bar and in the office. The walk keeps a kiosk's page awake while its person thinks; everything else
runs in real time. What was done stands in DIR/walk.log, the orders at the end in DIR/books.json, after a manager also everything that
happened to the shop in DIR/log.json."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MENU = os.path.join(HERE, "..", "..", "resources", "menu.toml")
GLASS = (1080, 1920)
SCREEN = "2900x2000"  # what the windows of a walk stand on
SETTLE_SECONDS = 1.2
AWAKE_SECONDS = 20
CARD_BUTTON = (227, 610)  # on the terminal's window, which is always of one size
TERMINAL = ("--window", "on", "--lang", "ko", "--at", "2300:40")

sys.path.insert(0, HERE)
from hand import push, put, windows  # noqa: E402


# ---- the tasks ---------------------------------------------------------------------------------

def nothing(shop, customer):
    return ""


def paid_order(shop):
    """An order that was paid at another kiosk a moment ago."""
    from shop import line
    key = shop.begin("kiosk-9", line("cheesecake", cups=["none"]))
    press_card()
    answer = shop.settle("kiosk-9", key)
    return answer["number"], answer["code"], answer["order"]


def with_order(shop, customer):
    number, code, _ = paid_order(shop)
    return f"Your order has number {number}, its claim code is {code}."


def with_order_lost_code(shop, customer):
    number, _, _ = paid_order(shop)
    return f"Your order has number {number}. You no longer have the claim code."


def to_review(*items):
    def go(shop, customer):
        customer.use_until("to go", "item")
        for item, choices in items:
            customer.use(item)
            for choice in choices:
                customer.use(choice)
            customer.use("add")
        customer.use_until("review", "question")
        return ""
    return go


def sold_out(shop, customer):
    to_review(("아메리카노", ["iced"]), ("카페라떼", ["HOT"]))(shop, customer)
    shop.wire("station", "bar-1").act("item.availability", item="cafe-latte", available=False,
                                      until="by_hand", minutes=0, age_ms=0)
    time.sleep(1)
    return "You chose an iced americano and a hot latte, and look at the screen again now."


def making_then_daemon_away(shop, customer):
    number, _, order = paid_order(shop)
    shop.wire("station", "bar-1").act("order.start", order=order, seen="queued", age_ms=0)
    time.sleep(2)
    shop.stop("daemon")
    return f"Your order has number {number}."


# name: (what the person is told, language, busy terminal, two kiosks, what happens before)
TASKS = {
    "own-cup-easy": ("You find small letters hard to read. Make the screen easier for you, then order "
                     "one hot americano to take away in the tumbler that you brought, and pay.",
                     "ko", False, False, nothing),
    "oat-latte-english": ("You read English and no Korean. Order one hot caffè latte with oat milk, to "
                          "drink here, and pay.", "ko", False, False, nothing),
    "keypad-cancel": ("You cannot touch the screen: use keys only. Cancel the order that you placed a "
                      "moment ago.", "ko", False, False, with_order),
    "forgotten-card": ("Pay for what you chose. When the card is asked for you notice that you have left "
                       "it at your table: get out of the payment without losing what you chose.",
                       "ko", False, False, to_review(("아메리카노", ["iced"]))),
    "wrong-item": ("You wanted an ICED americano. Check the order, put right what is wrong, and pay.",
                   "ko", False, False, to_review(("아메리카노", ["HOT"]))),
    "lost-code": ("You want to cancel your order. Do what can be done at this kiosk.", "ko", False, False,
                  with_order_lost_code),
    "sold-out": ("Find out what happened, and order what can still be had.", "ko", False, False, sold_out),
    "busy-and-back": ("Pay for what you chose. If you are told to wait, use the time to add a second "
                      "americano of the same kind, and pay for both when it goes.",
                      "ko", True, False, to_review(("아메리카노", ["iced"]))),
    "parked-basket": ("Pay for what you chose. If you are told to wait, go on at the other kiosk (say “kiosk "
                      "2”) without choosing again, and pay there.",
                      "ko", True, True, to_review(("아메리카노", ["iced"]))),
    "daemon-away": ("Find out how far your order is.", "ko", False, False, making_then_daemon_away),
}


# ---- the shop, inside its own screen -------------------------------------------------------------

def press_card():
    """By its place: a terminal that was started anew is not in the accessibility tree as read."""
    terminal = windows(["--name", "카드 단말기"])
    if terminal:
        push(terminal[0], [CARD_BUTTON])


class KioskWalk:
    """One task at the kiosk. `state` is shared with the person's side."""

    def __init__(self, shop, state):
        self.shop, self.state = shop, state
        self.goal, self.language, self.busy, self.two, self.prepare = TASKS[state["task"]]

    def open(self):
        """Everything up to the first picture; what the person is told."""
        from kiosk_orders import WORDS, Customer
        from screen_reader import Window
        language = self.language
        self.state["window"], self.state["busy"] = ["--name", "kiosk-1"], self.busy
        self.state["glass"] = GLASS
        self.shop.start_terminal(*(TERMINAL if not self.busy else
                                   ("--window", "off", "--busy-percent", "100")))
        self.shop.start_daemon(MENU)
        for place, name in enumerate(["kiosk-1", "kiosk-2"] if self.two else ["kiosk-1"]):
            self.shop.start_kiosk(name, "--lang", language, "--size", f"{GLASS[0]}x{GLASS[1]}",
                                  "--at", f"{place * (GLASS[0] + 40)}:30")
        customer = Customer(Window("kiosk-1"), WORDS[language], "touch")
        for name in ["kiosk-2", "kiosk-1"] if self.two else ["kiosk-1"]:
            Window(name).wait(WORDS[language]["start"], seconds=60)
        return f"{self.goal} {self.prepare(self.shop, customer)}".strip()

    def look_on(self, folder):
        """Twice a second, while the person thinks."""
        if os.path.exists(os.path.join(folder, "card")):
            press_card()  # when nobody is asked for one, the picture says so
            os.remove(os.path.join(folder, "card"))
        if int(time.monotonic()) % AWAKE_SECONDS == 0:
            # A key that means nothing and yet is somebody's hand.
            for window in windows(["--name", "kiosk-"]):
                subprocess.run(["xdotool", "key", "--window", window, "shift"], check=False)

    def after(self, verb):
        """Whoever was told to wait has seen it by the second line; then the terminal is well again."""
        if self.state["busy"] and (verb == "kiosk" or self.state["lines"] >= 4):
            self.shop.stop("terminal")
            self.shop.start_terminal(*TERMINAL)
            self.state["busy"] = False


def walk_of(shop, state):
    from walk_bar import BAR_TASKS, BarWalk
    from walk_manager import MANAGER_TASKS, ManagerWalk
    if state["task"] in MANAGER_TASKS:
        return ManagerWalk(shop, state, MENU)
    return BarWalk(shop, state, MENU) if state["task"] in BAR_TASKS else KioskWalk(shop, state)


def serve(task, folder, bin_dir, language):
    """Runs inside stage.sh: opens the shop, then looks on until it is told to stop."""
    from shop import Shop
    shop = Shop(bin_dir, os.path.join(folder, "shop"))
    state = {"task": task, "language": language, "bin": bin_dir, "pictures": 0, "lines": 0,
             "shop": shop.state,
             "environment": {name: os.environ[name] for name in
                             ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR",
                              "QT_QPA_PLATFORM", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON")}}
    try:
        walk = walk_of(shop, state)
        state["told"] = walk.open()
        save(folder, state)
        while not os.path.exists(os.path.join(folder, "stop")):
            time.sleep(0.5)
            walk.look_on(folder)
        keep_books(folder, shop)
        if task.startswith("manager-"):
            keep_log(folder, shop)
    finally:
        state = load(folder)
        if state:  # a program may have been started anew
            shop.state = state["shop"]
        shop.stop_all()


def keep_books(folder, shop):
    """What the daemon has to say of every order, when all is over."""
    from shop import ShopTrouble
    ctl = shop.wire("ctl", "ctl")
    with contextlib.suppress(ShopTrouble):  # the daemon is away in one of the tasks
        orders = ctl.ok("orders.list", {"open_only": False, "before": 0, "limit": 100})["orders"]
        books = [ctl.ok("order.history", {"number": 0, "order": order["order"]})
                 for order in orders]
        with open(os.path.join(folder, "books.json"), "w", encoding="utf8") as file:
            json.dump(books, file, ensure_ascii=False, indent=1)


def keep_log(folder, shop):
    """Whether ordering was paused, what was paid back, which Z was written: every event."""
    manager, events = shop.wire("manager", "manager-9"), []
    while True:
        page = manager.ok("events.get", {"stream": "events", "after": len(events), "limit": 500})
        if not page["events"]:
            break
        events += page["events"]
    with open(os.path.join(folder, "log.json"), "w", encoding="utf8") as file:
        json.dump(events, file, ensure_ascii=False, indent=1)


# ---- the person's side ---------------------------------------------------------------------------

def path_of(folder):
    return os.path.join(folder, "walk.json")


def save(folder, state):
    with open(path_of(folder) + ".new", "w", encoding="utf8") as file:
        json.dump(state, file, ensure_ascii=False, indent=1)
    os.replace(path_of(folder) + ".new", path_of(folder))


def load(folder):
    try:
        with open(path_of(folder), encoding="utf8") as file:
            return json.load(file)
    except FileNotFoundError:
        return None


def picture(folder, state, done):
    state["pictures"] += 1
    file = os.path.join(folder, f"{state['pictures']:02d}.png")
    found = windows(state["window"])
    if found:
        subprocess.run(["import", "-silent", "-window", found[0], file], check=True)
    else:  # its program is off
        subprocess.run(["convert", "-size", "x".join(str(side) for side in state["glass"]),
                        "xc:black", file], check=True)
    save(folder, state)
    with open(os.path.join(folder, "walk.log"), "a", encoding="utf8") as log:
        log.write(f"{time.strftime('%H:%M:%S')} {done} -> {os.path.basename(file)}\n")
    print(file)


def act(folder, state, verb, words):
    if verb in ("tap", "drag", "key"):
        for window in windows(state["window"])[:1]:  # none when its program is off
            put(window, verb, words)
    elif verb == "card":
        card = os.path.join(folder, "card")
        open(card, "w", encoding="utf8").close()
        while os.path.exists(card):
            time.sleep(0.2)
        time.sleep(3)
    elif verb == "kiosk":
        state["window"] = ["--name", f"kiosk-{int(words[0])}"]
    elif verb == "wait":
        time.sleep(min(float(words[0]), 60))
    else:
        sys.exit(__doc__)
    from shop import Shop
    state["lines"] += 1
    walk_of(Shop(state["bin"], os.path.join(folder, "shop"), state["shop"]), state).after(verb)
    time.sleep(SETTLE_SECONDS)


def start(task, folder, bin_dir, language):
    from walk_bar import BAR_TASKS
    from walk_manager import MANAGER_TASKS
    known = [*TASKS, *BAR_TASKS, *MANAGER_TASKS]
    if task not in known:
        sys.exit(f"there is no task {task}; there are: {', '.join(known)}")
    os.makedirs(folder, exist_ok=True)
    for old in os.listdir(folder):
        if old.endswith((".png", ".json", ".log")) or old in ("stop", "card"):
            os.remove(os.path.join(folder, old))
    shutil.rmtree(os.path.join(folder, "shop"), ignore_errors=True)
    with open(os.path.join(folder, "stage.log"), "wb") as log:
        stage = subprocess.Popen([os.path.join(HERE, "stage.sh"), folder, SCREEN, "/usr/bin/python3", __file__,
                                   "serve", task, folder, bin_dir, language],
                                 stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                 start_new_session=True)
    end = time.monotonic() + 120
    while load(folder) is None:
        if time.monotonic() > end or stage.poll() is not None:
            sys.exit(f"the shop did not open; see {folder}/stage.log")
        time.sleep(0.3)


def after(option, words, usual):
    return words[words.index(option) + 1] if option in words else usual


def main():
    verb, *words = sys.argv[1:] or ["help"]
    if verb == "tasks":
        for name, task in TASKS.items():
            print(f"{name}: {task[0]}")
        from walk_bar import BAR_TASKS
        for name in BAR_TASKS:
            print(f"{name}: at the bar; what is to be done depends on the orders that stand there")
        from walk_manager import MANAGER_TASKS
        for name in MANAGER_TASKS:
            print(f"{name}: in the manager's office; what is to be done depends on the shop")
        return
    if verb == "serve":
        return serve(*words)
    if verb not in ("start", "stop", "tap", "drag", "key", "card", "kiosk", "wait"):
        sys.exit(__doc__)
    if verb == "start":
        bin_dir = after("--bin", words, os.path.join(HERE, "..", "..", "build", "release", "bin"))
        start(words[0], os.path.abspath(words[1]), os.path.abspath(bin_dir),
              after("--lang", words, ""))
        words = words[1:2]
    folder = os.path.abspath(words[0])
    state = load(folder)
    if state is None:
        sys.exit(f"nobody walks in {folder}")
    if verb == "stop":
        open(os.path.join(folder, "stop"), "w", encoding="utf8").close()
        return
    os.environ.update(state["environment"])
    if verb == "start":
        print(state["told"])
    else:
        act(folder, state, verb, words[1:])
    picture(folder, state, " ".join([verb, *words[1:]]) if verb != "start" else state["told"])


if __name__ == "__main__":
    main()
