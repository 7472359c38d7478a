#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the demo shop's main job as people would: with real pointer events in the real
windows, finding everything through the accessibility tree.

    order → paid → making → ready → collected
    order → making → cancelled by the customer → refunded, the bar acknowledges the stop

Prints what happened, leaves screenshots in the folder it is given, exits 1 at the first thing that
does not happen in time."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from people import (BOARD, KIOSK, MANAGER, OUT, STATION, go_home, order_americano, say,  # noqa: E402
                    shot, stay_on_number, walk)
from screen_reader import screen_shot  # noqa: E402


def collected_story():
    number = order_americano(here=False)
    say(f"order {number}: paid at the kiosk with a tap of the card")
    stay_on_number()
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
    go_home()


def cancelled_story():
    number = order_americano(here=False)
    say(f"order {number}: paid")
    stay_on_number()
    STATION.click(f"주문 {number} 만들기 시작", seconds=20)
    KIOSK.click("주문 취소", seconds=20)
    KIOSK.wait("주문을 취소할까요?", seconds=10)
    shot(KIOSK, "kiosk-cancel-question")
    KIOSK.click("네, 취소할게요", seconds=20)
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


sys.exit(walk([collected_story, cancelled_story]))
