#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks a person who sees only pictures through one task at the kiosk (docs/usability.md).

    walk.py tasks                       what there is to do
    walk.py start TASK DIR [--bin BIN]  opens a shop for the task; the first picture
    walk.py tap DIR X Y                 a finger on the picture's pixel X,Y
    walk.py drag DIR X1 Y1 X2 Y2        a finger that pushes the page
    walk.py key DIR NAME                a key: Tab, Return, Escape, Up, Down, Left, Right, 0–9 …
    walk.py card DIR                    holds the card to the terminal
    walk.py kiosk DIR N                 goes to the other kiosk (parked-basket)
    walk.py wait DIR SECONDS            only looks on
    walk.py stop DIR                    closes the shop

Every line answers with the next picture: 1080 × 1920 pixels, as large as the glass. The walk keeps a
page awake while its person thinks; everything else runs in real time. What was done stands in
DIR/walk.log."""

import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MENU = os.path.join(HERE, "..", "..", "resources", "menu.toml")
GLASS = (1080, 1920)
SCREEN = "2900x2000"
SETTLE_SECONDS = 1.2
AWAKE_SECONDS = 20
CARD_BUTTON = (227, 610)  # on the terminal's window, which is always of one size
TERMINAL = ("--window", "on", "--lang", "ko", "--at", "2300:40")

sys.path.insert(0, HERE)


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
    terminal = windows("카드 단말기")
    if terminal:
        press(terminal[0], *CARD_BUTTON)


def serve(task, folder, bin_dir):
    """Runs inside stage.sh: opens the shop, then keeps it awake until it is told to stop."""
    from kiosk_orders import WORDS, Customer
    from screen_reader import Window
    from shop import Shop
    goal, language, busy, two, prepare = TASKS[task]
    shop = Shop(bin_dir, os.path.join(folder, "shop"))
    try:
        shop.start_terminal(*(TERMINAL if not busy else
                              ("--window", "off", "--busy-percent", "100")))
        shop.start_daemon(MENU)
        for place, name in enumerate(["kiosk-1", "kiosk-2"] if two else ["kiosk-1"]):
            shop.start_kiosk(name, "--lang", language, "--size", f"{GLASS[0]}x{GLASS[1]}", "--at",
                             f"{place * (GLASS[0] + 40)}:30")
        customer = Customer(Window("kiosk-1"), WORDS[language], "touch")
        for name in ["kiosk-2", "kiosk-1"] if two else ["kiosk-1"]:
            Window(name).wait(WORDS[language]["start"], seconds=60)
        told = prepare(shop, customer)
        save(folder, {"task": task, "told": f"{goal} {told}".strip(), "kiosk": "kiosk-1", "busy": busy,
                      "pictures": 0,
                      "environment": {name: os.environ[name] for name in
                                      ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR",
                                       "QT_QPA_PLATFORM", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON")}})
        while not os.path.exists(os.path.join(folder, "stop")):
            time.sleep(0.5)
            if wished(folder, "card"):
                press_card()  # when nobody is asked for one, the picture says so
                granted(folder, "card")
            if wished(folder, "terminal"):
                shop.stop("terminal")
                shop.start_terminal(*TERMINAL)
                granted(folder, "terminal")
            if int(time.monotonic()) % AWAKE_SECONDS == 0:
                # A key that means nothing and yet is somebody's hand.
                for window in windows():
                    subprocess.run(["xdotool", "key", "--window", window, "shift"], check=False)
    finally:
        shop.stop_all()


def wished(folder, what):
    return os.path.exists(os.path.join(folder, what))


def granted(folder, what):
    os.remove(os.path.join(folder, what))


def windows(name="kiosk-"):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", name],
                           capture_output=True, text=True, check=False)
    return found.stdout.split()


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


def window_of(state):
    return windows(state["kiosk"])[0]


def picture(folder, state, done):
    state["pictures"] += 1
    file = os.path.join(folder, f"{state['pictures']:02d}.png")
    subprocess.run(["import", "-silent", "-window", window_of(state), file], check=True)
    save(folder, state)
    with open(os.path.join(folder, "walk.log"), "a", encoding="utf8") as log:
        log.write(f"{time.strftime('%H:%M:%S')} {done} -> {os.path.basename(file)}\n")
    print(file)


def wish(folder, what):
    """Asks the one who keeps the shop for it, and waits until it is done."""
    open(os.path.join(folder, what), "w", encoding="utf8").close()
    while wished(folder, what):
        time.sleep(0.2)


def xdotool(*words):
    subprocess.run(["xdotool", *[str(word) for word in words]], check=True)


def press(window, x, y):
    xdotool("mousemove", "--window", window, x, y, "mousedown", 1)
    time.sleep(0.06)
    xdotool("mouseup", 1)


def act(folder, state, verb, words):
    window = window_of(state)
    if verb == "tap":
        press(window, int(words[0]), int(words[1]))
    elif verb == "drag":
        from_x, from_y, to_x, to_y = (int(word) for word in words)
        xdotool("mousemove", "--window", window, from_x, from_y, "mousedown", 1)
        for part in range(1, 9):
            xdotool("mousemove", "--window", window, from_x + (to_x - from_x) * part // 8,
                    from_y + (to_y - from_y) * part // 8)
            time.sleep(0.03)
        time.sleep(0.2)
        xdotool("mouseup", 1)
    elif verb == "key":
        xdotool("windowactivate", "--sync", window, "key", words[0])
    elif verb == "card":
        wish(folder, "card")
        time.sleep(3)
    elif verb == "kiosk":
        state["kiosk"] = f"kiosk-{int(words[0])}"
    elif verb == "wait":
        time.sleep(min(float(words[0]), 60))
    else:
        sys.exit(__doc__)
    # Whoever was told to wait has seen it by the second line; then the terminal is well again.
    state["lines"] = state.get("lines", 0) + 1
    if state["busy"] and (verb == "kiosk" or state["lines"] >= 4):
        wish(folder, "terminal")
        state["busy"] = False
    time.sleep(SETTLE_SECONDS)


def start(task, folder, bin_dir):
    if task not in TASKS:
        sys.exit(f"there is no task {task}; there are: {', '.join(TASKS)}")
    os.makedirs(folder, exist_ok=True)
    for old in os.listdir(folder):
        if old.endswith((".png", ".json", ".log")) or old in ("stop", "card", "terminal"):
            os.remove(os.path.join(folder, old))
    with open(os.path.join(folder, "stage.log"), "wb") as log:
        stage = subprocess.Popen([os.path.join(HERE, "stage.sh"), folder, SCREEN, "/usr/bin/python3", __file__,
                                   "serve", task, folder, bin_dir],
                                 stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                 start_new_session=True)
    end = time.monotonic() + 120
    while load(folder) is None:
        if time.monotonic() > end or stage.poll() is not None:
            sys.exit(f"the shop did not open; see {folder}/stage.log")
        time.sleep(0.3)


def main():
    verb, *words = sys.argv[1:] or ["help"]
    if verb == "tasks":
        for name, task in TASKS.items():
            print(f"{name}: {task[0]}")
        return
    if verb == "serve":
        return serve(*words)
    if verb not in ("start", "stop", "tap", "drag", "key", "card", "kiosk", "wait"):
        sys.exit(__doc__)
    if verb == "start":
        bin_dir = words[words.index("--bin") + 1] if "--bin" in words else os.path.join(
            HERE, "..", "..", "build", "release", "bin")
        start(words[0], os.path.abspath(words[1]), os.path.abspath(bin_dir))
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
