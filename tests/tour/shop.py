# SPDX-License-Identifier: GPL-3.0-or-later
"""A small shop of real processes for the scripts here: card terminal, daemon and kiosks in a folder
of their own, and a voice on the wire for what other people in the shop do."""

import json
import os
import re
import secrets
import subprocess
import time

import zmq

PATIENCE_SECONDS = 30


class ShopTrouble(Exception):
    """A program of the shop did not start or did not answer."""


class Wire:
    """Asks the daemon as one machine of the shop (shared/protocol/PROTOCOL.md, section 4)."""

    def __init__(self, endpoint, role, name):
        self.endpoint, self.sender = endpoint, {"role": role, "name": name}

    def ask(self, kind, body, patience=8.0):
        socket = zmq.Context.instance().socket(zmq.REQ)
        socket.setsockopt(zmq.LINGER, 0)
        socket.connect(self.endpoint)
        question = {"v": 1, "id": secrets.token_hex(8), "from": self.sender, "type": kind,
                    "body": body}
        try:
            socket.send(json.dumps(question).encode())
            if not socket.poll(patience * 1000, zmq.POLLIN):
                raise ShopTrouble(f"{kind}: no answer")
            return json.loads(socket.recv())
        finally:
            socket.close()

    def ok(self, kind, body):
        reply = self.ask(kind, body)
        if reply["status"] != "ok":
            raise ShopTrouble(f"{kind}: {reply}")
        return reply["body"]

    def attempt(self, kind, **body):
        """A command under a new operation key; the whole reply, refused or not."""
        return self.ask(kind, {"op": secrets.token_hex(16), **body})

    def act(self, kind, **body):
        """A command under a new operation key that must be carried out."""
        return self.ok(kind, {"op": secrets.token_hex(16), **body})


def line(item, options=(), cups=("disposable",)):
    return {"item": item, "cups": list(cups),
            "options": [{"group": group, "choice": choice, "count": 1}
                        for group, choice in options]}


class Shop:
    """Starts what it is asked for; `state` is enough for another process to go on with it."""

    def __init__(self, bin_dir, folder, state=None):
        self.bin = os.path.abspath(bin_dir)
        self.folder = os.path.abspath(folder)
        self.state = state or {"pids": {}, "port": 0}
        os.makedirs(self.folder, exist_ok=True)

    # ---- processes
    def endpoint(self, name):
        return f"ipc://{self.folder}/{name}"

    def start(self, name, *words):
        log = open(os.path.join(self.folder, f"{name}.log"), "ab")
        process = subprocess.Popen([os.path.join(self.bin, words[0]), *words[1:]], stdout=log,
                                   stderr=log, start_new_session=True)
        log.close()
        self.state["pids"][name] = process.pid
        return process

    def stop(self, name):
        pid = self.state["pids"].pop(name, None)
        if pid is None:
            return
        try:
            os.kill(pid, 15)
        except ProcessLookupError:
            return
        end = time.monotonic() + 10
        while time.monotonic() < end:
            try:
                if os.waitpid(pid, os.WNOHANG)[0]:
                    return
            except ChildProcessError:  # somebody else's child: look whether it is there
                try:
                    os.kill(pid, 0)
                except ProcessLookupError:
                    return
            time.sleep(0.05)
        os.kill(pid, 9)

    def kill(self, name):
        """As a power cut does it: nothing is said and nothing is written."""
        os.kill(self.state["pids"].pop(name), 9)

    def stop_all(self):
        for name in reversed(list(self.state["pids"])):
            self.stop(name)

    def start_terminal(self, *words):
        """Without words a script holds the card. Where there was one, at its place."""
        log = os.path.join(self.folder, "terminal.log")
        if os.path.exists(log):
            os.remove(log)
        process = self.start("terminal", "terminal_sim", "--listen",
                             f"127.0.0.1:{self.state['port']}", "--data",
                             os.path.join(self.folder, "terminal"),
                             *(words or ("--window", "off")))
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end and process.poll() is None:
            with open(log, encoding="utf8") as lines:
                for text in lines:
                    found = re.search(r"ready on http://127\.0\.0\.1:(\d+)", text)
                    if found:
                        self.state["port"] = int(found.group(1))
                        return
            time.sleep(0.05)
        raise ShopTrouble("the card terminal did not start")

    def start_daemon(self, menu, *words):
        self.start("daemon", "payment_daemon", "--data", os.path.join(self.folder, "daemon"),
                   "--menu", menu, "--commands", self.endpoint("commands"), "--events",
                   self.endpoint("events"), "--board", self.endpoint("board"), "--gateway",
                   f"terminal_sim=http://127.0.0.1:{self.state['port']}", *words)
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            try:
                return self.wire("ctl", "ctl").ask("status.get", {}, patience=0.5)
            except ShopTrouble:
                continue
        raise ShopTrouble("the daemon did not start")

    def start_screen(self, program, name, *words):
        self.start(name, program, "--name", name, "--data", os.path.join(self.folder, "screens"),
                   "--commands", self.endpoint("commands"), "--events", self.endpoint("events"),
                   "--board", self.endpoint("board"), "--windowed", *words)

    def start_kiosk(self, name, *words):
        self.start_screen("kiosk", name, *words)

    def start_station(self, name, *words):
        self.start_screen("barista_station", name, *words)

    # ---- the other people
    def wire(self, role, name):
        return Wire(self.endpoint("commands"), role, name)

    def menu(self):
        return self.wire("kiosk", "kiosk-1").ok("menu.get", {"version": ""})["menu"]

    def quote(self, kiosk, *lines, service="take_away"):
        """A quote for these lines, at the price that the shop itself names."""
        wire = self.wire("kiosk", kiosk)
        version = self.menu()["version"]
        body = {"basket": {"service": service, "allergy_note": "", "lines": list(lines)},
                "locale": "ko", "menu_version": version, "shown_total": 0}
        answer = wire.ask("checkout.open", body)
        if answer["status"] == "refused" and answer["body"]["code"] == "price_changed":
            body["shown_total"] = answer["body"]["total"]
            answer = wire.ask("checkout.open", body)
        if answer["status"] != "ok":
            raise ShopTrouble(f"checkout.open: {answer}")
        return answer["body"]["quote"]

    def begin(self, kiosk, *lines, service="take_away"):
        """Somebody stands before the card terminal at another kiosk; their attempt's key."""
        key = f"{kiosk}-{secrets.token_hex(16)}"
        self.wire("kiosk", kiosk).ask("order.place",
                                      {"key": key,
                                       "quote": self.quote(kiosk, *lines, service=service)})
        return key

    def settle(self, kiosk, key):
        """Asks until the attempt is final."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            answer = self.wire("kiosk", kiosk).ask("attempt.resume", {"key": key})
            if answer["status"] == "ok":
                return answer["body"]
        raise ShopTrouble("the payment did not end")
