#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks the demo shop with its own drill panel while people use it, in the real windows:

    (a) the daemon is dead: no order comes to exist, the kiosk says so within three seconds of the
        tap and keeps the basket; the daemon is back: the same basket is ordered
    (b) the barista's screen is off: orders go through and the kiosk's view of them stays put; the
        screen is back: all of them appear, in order, once

Prints the measured times; exits 1 at the first thing that does not happen in time."""

import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from people import (KIOSK, START, STATION, TERMINAL, fill_basket, go_home, order_americano,  # noqa: E402
                    order_number, say, shot, walk)
from screen_reader import NotThere  # noqa: E402

UNREACHABLE_SECONDS_MAX = 3.0


def daemon_dies():
    fill_basket()
    START.click("결제 서버 강제 종료", seconds=20, edge=0.14)
    START.wait("결제 서버가 꺼져 있어요", seconds=10)
    KIOSK.click("결제하기")
    tapped = time.monotonic()
    KIOSK.wait("연결되지 않았어요", seconds=10)
    took = time.monotonic() - tapped
    say(f"(a) daemon dead: the kiosk said so {took:.2f} s after the tap")
    if took > UNREACHABLE_SECONDS_MAX:
        raise NotThere(f"that took longer than {UNREACHABLE_SECONDS_MAX} s")
    KIOSK.wait("그대로 있어요", seconds=5)
    shot(KIOSK, "drill-unreachable")
    START.click("결제 서버 다시 켜기", seconds=20, edge=0.14)
    # The kiosk tries by itself; the customer does nothing.
    TERMINAL.wait("카드를 대 주세요", seconds=40)
    TERMINAL.click("카드 대고 결제")
    KIOSK.wait("주문이 완료되었어요", seconds=30)
    say(f"(a) daemon back: the same basket became order {order_number()}")
    go_home()


def bar_is_away():
    START.click("바리스타 화면 끄기", seconds=20, edge=0.14)
    START.wait("바리스타 화면이 꺼져 있어요", seconds=10)
    numbers = []
    for _ in range(2):
        numbers.append(order_americano(here=False))
        KIOSK.wait("접수", seconds=5)
        go_home()
    say(f"(b) bar away: orders {numbers} went through")
    START.click("바리스타 화면 다시 켜기", seconds=20, edge=0.14)
    for number in numbers:
        STATION.wait(f"주문 {number} 만들기 시작", seconds=40, clickable=True)
    cards = [int(match.group(1)) for text in STATION.texts()
             for match in [re.fullmatch(r"주문 (\d+) 만들기 시작", text)] if match]
    shot(STATION, "drill-bar-back")
    if [card for card in cards if card in numbers] != numbers:
        raise NotThere(f"the bar shows {cards}, expected {numbers} in order, once each")
    say(f"(b) bar back: it shows {cards}")


sys.exit(walk([daemon_dies, bar_is_away]))
