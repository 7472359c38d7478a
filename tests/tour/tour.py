#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the demo shop's main job as people would: with real pointer events in the real
windows, finding everything through the accessibility tree.

    order → paid → making → ready → collected
    order → making → cancelled by the customer → refunded, the bar acknowledges the stop

Prints what happened, leaves screenshots in the folder it is given, exits 1 at the first thing that
does not happen in time."""

import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen_reader import NotThere, Window, screen_shot  # noqa: E402

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


def order_americano(here):
    KIOSK.click("포장" if not here else "매장에서", seconds=40)
    KIOSK.click("아메리카노")
    shot(KIOSK, "kiosk-options")
    KIOSK.click("ICE")
    KIOSK.click("담기")
    shot(KIOSK, "kiosk-menu")
    KIOSK.click("주문 확인")
    KIOSK.wait("이대로 주문할까요?")
    shot(KIOSK, "kiosk-review")
    KIOSK.click("결제하기")
    TERMINAL.wait("카드를 대 주세요", seconds=20)
    shot(KIOSK, "kiosk-paying")
    shot(TERMINAL, "terminal")
    TERMINAL.click("카드 대고 결제")
    KIOSK.wait("주문이 완료되었어요", seconds=30)
    number = order_number()
    shot(KIOSK, "kiosk-number")
    return number


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


def collected_story():
    number = order_americano(here=False)
    say(f"order {number}: paid at the kiosk with a tap of the card")
    STATION.click(f"주문 {number} 만들기 시작", seconds=20)
    say(f"order {number}: making")
    BOARD.wait(str(number), seconds=10)
    shot(STATION, "station-making")
    STATION.click(f"주문 {number} 완료", seconds=20)
    STATION.wait(f"주문 {number} 픽업 완료", seconds=20, clickable=True)
    say(f"order {number}: ready")
    KIOSK.wait("준비되었어요", seconds=10)
    shot(BOARD, "board-ready")
    shot(KIOSK, "kiosk-ready")
    screen_shot(os.path.join(OUT, "90-shop-busy.png"))
    STATION.click(f"주문 {number} 픽업 완료", seconds=20)
    BOARD.wait_gone(str(number), seconds=30)
    say(f"order {number}: collected")
    KIOSK.click("처음으로", seconds=20)


def cancelled_story():
    number = order_americano(here=False)
    say(f"order {number}: paid")
    STATION.click(f"주문 {number} 만들기 시작", seconds=20)
    KIOSK.click("주문 취소", seconds=20)
    KIOSK.wait("주문을 취소할까요?", seconds=10)
    shot(KIOSK, "kiosk-cancel-question")
    KIOSK.click("주문 취소하기", seconds=20)
    KIOSK.wait("취소", seconds=20)
    say(f"order {number}: cancelled by the customer while it was made")
    STATION.wait("만들지 마세요", seconds=20)
    shot(STATION, "station-stop")
    KIOSK.wait("돌려 드렸어요", seconds=30)
    shot(KIOSK, "kiosk-refunded")
    say(f"order {number}: refunded")
    STATION.click(f"주문 {number} 취소 확인", seconds=20)
    STATION.wait_gone("만들지 마세요", seconds=30)
    say(f"order {number}: the bar has acknowledged the stop")
    shot(MANAGER, "manager")


def main():
    try:
        open_shop()
        collected_story()
        cancelled_story()
    except NotThere as missing:
        say(f"FAILED: {missing}")
        screen_shot(os.path.join(OUT, "99-failed.png"))
        return 1
    say(f"done; {shots + 2} screenshots in {OUT}")
    return 0


sys.exit(main())
