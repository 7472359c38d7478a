# SPDX-License-Identifier: GPL-3.0-or-later
"""What a customer, a barista and an owner do in the demo shop; the scripts put it together."""

import os
import re
import sys
import time

from screen_reader import NotThere, Window, screen_shot

OUT = sys.argv[1]
START = Window("체험 매장 시작")
KIOSK = Window("kiosk-1")
STATION = Window("바리스타")
BOARD = Window("픽업 화면")
MANAGER = Window("매니저")
TERMINAL = Window("카드 단말기")

shots = 0


def say(text):
    print(f"tour: {text}", flush=True)


def shot(window, name):
    global shots
    shots += 1
    time.sleep(0.35)  # a page slides in for 180 ms; only the picture needs it to stand still
    window.shot(os.path.join(OUT, f"{shots:02d}-{name}.png"))


def order_number():
    node = KIOSK.wait("주문 번호", seconds=30)
    found = None
    end = time.monotonic() + 10
    while time.monotonic() < end and found is None:
        for text in KIOSK.texts():
            match = re.search(r"주문 번호 (\d+)", text)
            if match:
                found = int(match.group(1))
        time.sleep(0.1)
    if found is None:
        raise NotThere(f"kiosk: no order number after {node.get_name()}; {KIOSK.texts()}")
    return found


def press_until(window, name, appears):
    """Presses again, as a person does, when a press on a page that still slides went nowhere."""
    for attempt in range(3):
        window.click(name)
        try:
            return window.wait(appears, seconds=4)
        except NotThere:
            if attempt == 2:
                raise


def fill_basket(here=False):
    """Up to the review page with one iced americano."""
    KIOSK.click("포장" if not here else "매장에서", seconds=40)
    press_until(KIOSK, "아메리카노", "하나를 골라 주세요")
    shot(KIOSK, "kiosk-options")
    KIOSK.click("ICE")
    KIOSK.click("담기")
    shot(KIOSK, "kiosk-menu")
    KIOSK.click("주문 확인")
    KIOSK.wait("이대로 주문할까요?")
    shot(KIOSK, "kiosk-review")


def order_americano(here):
    """A whole order, paid by a tap of the card; its number."""
    fill_basket(here)
    KIOSK.click("결제하기")
    TERMINAL.wait("카드를 대 주세요", seconds=20)
    shot(KIOSK, "kiosk-paying")
    shot(TERMINAL, "terminal")
    TERMINAL.click("카드 대고 결제")
    KIOSK.wait("주문이 완료되었어요", seconds=30)
    number = order_number()
    shot(KIOSK, "kiosk-number")
    return number


def stay_on_number():
    """Gives the customer more time on the number page, which goes home by itself."""
    KIOSK.click("화면 더 오래 보기", seconds=10)


def go_home():
    """Back to the page that asks where one drinks. On a slow machine the number page may have
    gone there by itself."""
    for _ in range(5):
        if KIOSK.find("어디에서 드시나요?", clickable=False) is not None:
            return
        try:
            KIOSK.click("처음으로", seconds=4)
            KIOSK.wait("어디에서 드시나요?", seconds=10)
        except NotThere:
            pass
    KIOSK.wait("어디에서 드시나요?", seconds=1)


def open_shop():
    # The desktop may still be moving the window when the first press lands; opening what is open
    # does nothing, so a second press is harmless.
    for _ in range(5):
        START.click("체험하기", seconds=60)
        try:
            TERMINAL.wait("결제를 기다리고 있어요", seconds=15)
            break
        except NotThere:
            continue
    for window, first in ((KIOSK, "포장"), (STATION, "만들 주문이 없어요"), (BOARD, "준비"),
                          (MANAGER, "모두 정상"), (TERMINAL, "결제를 기다리고 있어요")):
        window.wait(first, seconds=60)
    say("the shop is open: kiosk, barista station, pickup board, manager, card terminal")
    shot(KIOSK, "kiosk-attract")
    screen_shot(os.path.join(OUT, "00-shop.png"))


def walk(stories):
    """Runs the stories one after the other; 1 at the first thing that does not happen in time."""
    try:
        open_shop()
        for story in stories:
            story()
    except NotThere as missing:
        say(f"FAILED: {missing}")
        screen_shot(os.path.join(OUT, "99-failed.png"))
        return 1
    say(f"done; the screenshots are in {OUT}")
    return 0
