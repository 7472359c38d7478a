#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what the fuzz targets start from: the examples of PROTOCOL.md, compact as programs send
them, and the files in resources/."""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# The first byte of a reply's seed chooses the kind that fuzz_reply.cpp decodes.
REPLY_KINDS = 6


def examples():
    """Every JSON example of PROTOCOL.md."""
    text = (ROOT / "shared/protocol/PROTOCOL.md").read_text(encoding="utf-8")
    for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL):
        try:
            yield json.loads(block)
        except json.JSONDecodeError:
            continue  # a part of a message


def kind_of(message):
    if "status" in message:
        return "reply"
    if "from" in message and "type" in message:
        return "request"
    return "frame"


def write(corpus, target, name, data):
    (corpus / target / f"seed-{name}").write_bytes(data)


def main():
    corpus = pathlib.Path(sys.argv[1])
    counts = {}
    for message in examples():
        target = kind_of(message)
        number = counts[target] = counts.get(target, 0) + 1
        data = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
        if target == "reply":
            for kind in range(REPLY_KINDS):
                write(corpus, target, f"{number}-{kind}", bytes([kind]) + data)
            continue
        write(corpus, target, number, data)
        if target == "request":
            write(corpus, "station_journal", number, b"1790000000000 " + data)
    write(corpus, "menu", "demo", (ROOT / "resources/menu.toml").read_bytes())
    for file in sorted((ROOT / "resources").glob("*.toml")):
        write(corpus, "configuration", file.stem, file.read_bytes())
    write(corpus, "kiosk_journal", "entry",
          b"attempt 1\nkiosk-1-" + b"0" * 32 + b"\n" + b"1" * 32 + b"\n4500\nko\n")
    for target in ("request", "reply", "frame"):
        if not counts.get(target):
            sys.exit(f"seeds.py: PROTOCOL.md has no example of a {target}")


if __name__ == "__main__":
    main()
