#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kiosk_orders.py BIN_DIR OUTPUT_DIR reader|touch

A whole order and a whole cancel at a kiosk of a real shop, in Korean and in English: through the
accessibility tree alone (reader: no pointer, no key), or with real presses on the glass (touch).

    매장/포장 → item → options → basket → review → pay → number and claim code
    My order → number → claim code → cancel → yes → cancelled, paid back

Prints what happened, exits 1 at the first thing that does not happen in time, or when the books say
something else than the screen."""

import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from screen_reader import NotThere, Window, screen_shot  # noqa: E402
from shop import Shop, ShopTrouble  # noqa: E402

MENU = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "resources",
                    "menu.toml")
WORDS = {
    "ko": {"to go": "포장", "item": "아메리카노", "must": "하나를 골라 주세요", "iced": "ICE",
           "add": "담기", "review": "주문 확인", "question": "이대로 주문할까요?",
           "pay": "결제하기", "done": "주문이 완료되었어요", "stay": "화면 더 오래 보기", "home": "처음으로",
           "number": r"주문 번호 (\d+)", "start": "어디에서 드시나요?", "find": "내 주문 보기",
           "look": "조회하기", "details": "주문 내용 보기", "cancel": "주문 취소하기",
           "sure": "주문을 취소할까요?", "yes": "네, 취소할게요", "cancelled": "주문이 취소되었어요",
           "paid back": "돌려 드렸어요"},
    "en": {"to go": "To go", "item": "Americano", "must": "Choose one", "iced": "Iced",
           "add": "Add", "review": "Review order", "question": "Is this your order?",
           "pay": "Pay ", "done": "Thank you for your order", "stay": "More time",
           "home": "Home", "number": r"[Oo]rder (?:number )?(\d+)", "start": "For here or to go?",
           "find": "Find my order", "look": "Find", "details": "See or cancel my order",
           "cancel": "Cancel my order", "sure": "Cancel this order?",
           "yes": "Yes, cancel it",
           "cancelled": "is cancelled", "paid back": "was paid back"},
}


def say(text):
    print(f"orders: {text}", flush=True)


class Customer:
    """Somebody before one kiosk, with one way of doing things."""

    def __init__(self, kiosk, words, hand):
        self.kiosk, self.words, self.hand = kiosk, words, hand

    def use(self, what, exact=False, seconds=20):
        name = self.words.get(what, what)
        if self.hand == "reader":
            self.kiosk.act(name, seconds, exact)
        else:
            self.kiosk.click(name, seconds, exact, edge=0.06)

    def see(self, what, seconds=20):
        self.kiosk.wait(self.words[what], seconds)

    def use_until(self, what, appears, exact=False):
        """Again, as a person does, when a press met a page that was still on its way."""
        for last in (False, False, True):
            self.use(what, exact)
            try:
                return self.see(appears, seconds=5)
            except NotThere:
                if last:
                    raise

    def type(self, digits):
        for digit in digits:
            self.use(digit, exact=True)

    def read(self, pattern, seconds=10):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for text in self.kiosk.texts():
                found = re.fullmatch(pattern, text)
                if found:
                    return found.group(1)
            time.sleep(0.1)
        raise NotThere(f"nothing like {pattern}; there is: {' | '.join(self.kiosk.texts())}")

    def order(self):
        self.use_until("to go", "item")
        self.use("item")
        self.use("iced")
        self.use("add")
        self.use_until("review", "question")
        self.use("pay")
        self.see("done", seconds=40)
        number, code = self.read(self.words["number"]), self.read(r"(\d{4})")
        self.use("stay")
        self.use("home")
        self.see("start")
        return number, code

    def cancel(self, number, code):
        self.use_until("find", "look")
        self.type(number)
        self.use("look", exact=True)
        self.use("details")
        self.type(code)
        self.use_until("cancel", "sure")
        self.use("yes")
        self.see("cancelled", seconds=30)
        self.see("paid back", seconds=30)


def tell(shop, language, hand):
    name = f"kiosk-{language}"
    shop.start_kiosk(name, "--lang", language, "--size", "1080x1920", "--at", "0:0")
    customer = Customer(Window(name), WORDS[language], hand)
    customer.see("start", seconds=40)
    number, code = customer.order()
    say(f"{language}, {hand}: order {number} paid, claim code {code}")
    customer.cancel(number, code)
    say(f"{language}, {hand}: order {number} cancelled and paid back")
    orders = shop.wire("ctl", "ctl").ok("orders.list",
                                        {"open_only": False, "before": 0, "limit": 10})["orders"]
    mine = [order for order in orders if order["number"] == int(number)]
    if (len(mine) != 1 or mine[0]["state"] != "cancelled" or mine[0]["kiosk"] != name
            or mine[0]["refunded"] != mine[0]["total"]):
        raise NotThere(f"the books say {mine}")
    shop.stop(name)


def main():
    bin_dir, out, hand = sys.argv[1:]
    shop = Shop(bin_dir, os.path.join(out, f"shop-{os.getpid()}"))
    try:
        shop.start_terminal()
        shop.start_daemon(MENU)
        for language in ("ko", "en"):
            tell(shop, language, hand)
    except (NotThere, ShopTrouble) as trouble:
        say(f"FAILED: {trouble}")
        screen_shot(os.path.join(out, "failed.png"))
        return 1
    finally:
        shop.stop_all()
    say("done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
