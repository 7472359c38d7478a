#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places an order, follows it and cancels it.

Written from shared/protocol/PROTOCOL.md alone; the sections named below are that page's. It needs
python3-zmq and a running shop:

    python3 order_client.py --commands tcp://127.0.0.1:7701 --board tcp://127.0.0.1:7703
"""

import argparse
import json
import os
import random
import secrets
import sys
import time

import zmq

VERSION = 1
CONNECT_MS = 300         # section 16: not writable for so long means that nobody is there
STALE_SECONDS = 3        # three heartbeats
GAP_GRACE_SECONDS = 0.05
GAP_MAX = 20_000
PAGE_MAX = 500
PATIENCE = {             # type: (milliseconds to wait, tries); everything else: (2000, 2)
    "checkout.open": (1200, 2),
    "order.place": (7000, 1),
    "attempt.resume": (7000, 1),
}


class Unreachable(Exception):
    """Nothing was sent: the daemon cannot have heard it."""


class TimedOut(Exception):
    """It was sent and nobody answered: it may have been carried out."""


class Refused(Exception):
    """The daemon said no, and why."""

    def __init__(self, refusal):
        super().__init__(f"{refusal['code']}: {refusal['detail']}")
        self.refusal = refusal
        self.code = refusal["code"]


class Daemon:
    """The commands of a shop (sections 1, 2 and 4)."""

    def __init__(self, context, endpoint, name):
        self.context = context
        self.endpoint = endpoint
        self.name = name
        self.socket = None

    def ask(self, kind, body):
        """Gives (status, body), with status "ok" or "pending"."""
        wait_ms, tries = PATIENCE.get(kind, (2000, 2))
        sent = False
        for attempt in range(tries):
            if attempt:
                time.sleep(random.uniform(0, 0.1))
            question = {
                "v": VERSION,
                "id": secrets.token_hex(16),  # a repeat is a new question
                "from": {"role": "kiosk", "name": self.name},
                "type": kind,
                "body": body,
            }
            if self.socket is None:
                self.open()
            if not self.socket.poll(CONNECT_MS, zmq.POLLOUT):
                break
            self.socket.send(json.dumps(question, ensure_ascii=False).encode())
            sent = True
            if self.socket.poll(wait_ms, zmq.POLLIN):
                reply = json.loads(self.socket.recv())
                if reply["v"] == VERSION and reply["id"] == question["id"]:
                    if reply["status"] == "refused":
                        raise Refused(reply["body"])
                    return reply["status"], reply["body"]
            # A REQ that missed its reply can neither send nor receive; a late one reaches nobody.
            self.socket.close()
            self.socket = None
        raise (TimedOut if sent else Unreachable)(f"{kind}: no answer from {self.endpoint}")

    def open(self):
        self.socket = self.context.socket(zmq.REQ)
        self.socket.setsockopt(zmq.LINGER, 0)
        self.socket.setsockopt(zmq.IMMEDIATE, 1)
        self.socket.connect(self.endpoint)


class BoardFeed:
    """Follows the public stream (section 13): calls `applied(event)` for each event, in order and
    once, whatever the network does."""

    def __init__(self, context, endpoint, daemon, applied):
        self.daemon = daemon
        self.applied = applied
        self.epoch = None
        self.seq = 0
        self.head = 0
        self.waiting = {}
        self.gap_since = None
        self.heard = time.monotonic()
        self.socket = context.socket(zmq.SUB)
        self.socket.setsockopt(zmq.LINGER, 0)
        self.socket.setsockopt(zmq.SUBSCRIBE, b"")
        self.socket.connect(endpoint)  # first, so that what comes now waits in the socket
        self.take_snapshot()

    @property
    def stale(self):
        return time.monotonic() - self.heard > STALE_SECONDS

    def take_snapshot(self):
        _, snapshot = self.daemon.ask("snapshot.get", {"stream": "board"})
        if snapshot["epoch"] != self.epoch:
            self.waiting.clear()
        self.epoch = snapshot["epoch"]
        self.seq = self.head = snapshot["view"]["seq"]
        self.apply_waiting()

    def turn(self, milliseconds):
        """Reads what comes within this time and closes gaps."""
        if self.socket.poll(milliseconds, zmq.POLLIN):
            self.take(json.loads(self.socket.recv()))
        if self.head <= self.seq:
            self.gap_since = None
            return
        self.gap_since = self.gap_since or time.monotonic()
        if time.monotonic() - self.gap_since >= GAP_GRACE_SECONDS:  # not late: lost
            self.fetch()

    def take(self, frame):
        self.heard = time.monotonic()
        if frame["epoch"] != self.epoch:  # another log
            self.take_snapshot()
        elif frame["frame"] == "heartbeat":
            if frame["head"] < self.seq:  # late, or the log was put back: ask
                self.fetch()
            self.head = max(self.head, frame["head"])
        elif frame["seq"] > self.seq:     # anything else is a repeat
            self.head = max(self.head, frame["seq"])
            self.waiting[frame["seq"]] = frame
            self.apply_waiting()

    def apply_waiting(self):
        for seq in [seq for seq in self.waiting if seq <= self.seq]:
            del self.waiting[seq]
        while self.seq + 1 in self.waiting:
            self.seq += 1
            self.applied(self.waiting.pop(self.seq))
        self.head = max(self.head, self.seq)

    def fetch(self):
        if self.head - self.seq > GAP_MAX:
            self.take_snapshot()
            return
        try:
            _, page = self.daemon.ask(
                "events.get", {"stream": "board", "after": self.seq, "limit": PAGE_MAX})
        except Refused as refused:
            if refused.code != "unknown_epoch":
                raise
            self.take_snapshot()
            return
        if page["epoch"] != self.epoch or page["head"] < self.seq:
            self.take_snapshot()
            return
        for event in page["events"]:
            if event["seq"] > self.seq:
                self.waiting[event["seq"]] = event
        self.apply_waiting()


def choose(menu, sold_out):
    """One of the first item that can be had, to take away, with the first of each required
    choice; and its price (sections 10 and 15)."""
    item = next(item for item in menu["items"] if item["id"] not in sold_out)
    groups = {group["id"]: group for group in menu["option_groups"]}
    options, won = [], item["price"]
    for group in (groups[name] for name in item["option_groups"]):
        for choice in group["choices"][: group["min"]]:
            options.append({"group": group["id"], "choice": choice["id"], "count": 1})
            won += choice["price_difference"]
    cup = "disposable" if item["needs_cup"] else "none"
    won += menu["cups"]["disposable"] if item["needs_cup"] else 0
    line = {"item": item["id"], "options": options, "cups": [cup]}
    return item, {"service": "take_away", "allergy_note": "", "lines": [line]}, max(won, 0)


def pay(daemon, key, first):
    """Asks until the attempt is final; always under the same key (section 6)."""
    kind, body = first
    while True:
        try:
            status, answer = daemon.ask(kind, body)
        except (Unreachable, TimedOut) as trouble:
            print(f"  {trouble}; asking again with the same key")
            kind, body = "attempt.resume", {"key": key}
            time.sleep(0.5)
            continue
        if status == "ok":
            return answer
        print(f"  payment: {answer['phase']}")


def settle_journal(daemon, path):
    """After a crash: what became of the key on our disk? (attempt.resume)"""
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as journal:
        key = journal.read().strip()
    print(f"an attempt was open when we ended last time: {key}")
    answer = pay(daemon, key, ("attempt.resume", {"key": key}))
    print(f"  it was {answer['outcome']}")
    finish(daemon, key, path)


def finish(daemon, key, path):
    """The customer has seen the outcome."""
    try:
        daemon.ask("attempt.shown", {"key": key})
    except Refused as refused:
        if refused.code != "not_found":
            raise
    os.remove(path)


def order(daemon, locale, journal_path):
    """Gives (attempt key, paid answer)."""
    _, answer = daemon.ask("menu.get", {"version": ""})
    menu = answer["menu"]
    _, snapshot = daemon.ask("snapshot.get", {"stream": "board"})
    sold_out = {row["item"] for row in snapshot["view"]["offer"]["sold_out"]}
    item, basket, won = choose(menu, sold_out)
    print(f"{menu['shop_name'][locale]}: {item['name'][locale]}, {won:,} won")

    _, quote = daemon.ask("checkout.open", {
        "basket": basket, "locale": locale, "menu_version": menu["version"], "shown_total": won})
    print(f"quote for {quote['basket']['total']:,} won, "
          f"{quote['orders_ahead']} orders ahead of us")

    key = f"{daemon.name}-{secrets.token_hex(16)}"
    with open(journal_path, "w", encoding="utf-8") as journal:  # on the disk before it is sent
        journal.write(key + "\n")
        journal.flush()
        os.fsync(journal.fileno())
    answer = pay(daemon, key, ("order.place", {"key": key, "quote": quote["quote"]}))
    if answer["outcome"] != "paid":
        finish(daemon, key, journal_path)
        sys.exit(f"no order: {answer['outcome']} {answer.get('reason', '')}")
    print(f"paid: number {answer['number']}, claim code {answer['code']}")
    finish(daemon, key, journal_path)
    return key, answer


def wait_until(feed, condition, seconds):
    """Follows the stream until the condition holds; False when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        feed.turn(100)
        if feed.stale:
            print("  nothing heard for 3 s: what we know may be old")
    return True


def main():
    parser = argparse.ArgumentParser(description="Places, follows and cancels an order.")
    parser.add_argument("--commands", default="tcp://127.0.0.1:7701")
    parser.add_argument("--board", default="tcp://127.0.0.1:7703")
    parser.add_argument("--name", default="example-1", help="of this machine")
    parser.add_argument("--lang", choices=["ko", "en"], default="ko")
    parser.add_argument("--journal", default="order_client.journal",
                        help="where the open attempt's key is kept")
    arguments = parser.parse_args()

    context = zmq.Context()
    daemon = Daemon(context, arguments.commands, arguments.name)
    try:
        settle_journal(daemon, arguments.journal)

        states = {}  # order id: state, folded from the public stream

        def applied(event):
            body = event["body"]
            if event["type"] == "order.appeared":
                states[body["order"]] = "queued"
                print(f"  board: number {body['number']} is queued")
            elif event["type"] == "order.moved":
                states[body["order"]] = body["to"]
            elif event["type"] == "order.cancelled":
                states[body["order"]] = "cancelled"
                print("  board: cancelled")

        feed = BoardFeed(context, arguments.board, daemon, applied)
        key, paid = order(daemon, arguments.lang, arguments.journal)
        if not wait_until(feed, lambda: paid["order"] in states, 10):
            sys.exit("the order did not appear on the board")

        proof = {"number": paid["number"], "code": paid["code"]}
        _, shown = daemon.ask("order.show", {"proof": proof})
        print(f"order {shown['order']['number']} is {shown['order']['state']}, "
              f"{shown['orders_ahead']} ahead, cancellable: {shown['cancellable']}")

        op = secrets.token_hex(16)  # the same for every repeat of this command
        _, cancelled = daemon.ask("order.cancel", {
            "op": op, "proof": {"key": key}, "seen": shown["order"]["state"], "age_ms": 0})
        print(f"cancelled; {cancelled['amount']:,} won come back")
        if not wait_until(feed, lambda: states[paid["order"]] == "cancelled", 10):
            sys.exit("the board did not hear of it")

        def refunded():
            _, again = daemon.ask("order.show", {"proof": {"key": key}})
            return all(refund["state"] == "done" for refund in again["order"]["refunds"])

        if not wait_until(feed, refunded, 60):
            sys.exit("the refund is still on its way")
        print("the money is back")
    except Refused as refused:
        sys.exit(f"refused: {refused}")
    except (Unreachable, TimedOut) as trouble:
        sys.exit(f"the shop cannot be reached: {trouble}")


if __name__ == "__main__":
    main()
