#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws every picture of the demo menu into this folder, and the list that embeds them.

    python3 resources/pictures/make_pictures.py

Run it after changing the kit; the output is committed. A picture's file name is the menu's `image`.
"""
import pathlib

import drinks_cold
import drinks_hot
import drinks_iced
import foods


def main():
    folder = pathlib.Path(__file__).resolve().parent
    pictures = {**drinks_hot.PICTURES, **drinks_cold.PICTURES, **drinks_iced.PICTURES, **foods.PICTURES}
    for name, draw in sorted(pictures.items()):
        (folder / f"{name}.svg").write_text(draw().svg(), encoding="utf-8")
    names = sorted(path.name for path in folder.glob("*.svg"))
    listed = "".join(f"    <file>{name}</file>\n" for name in names)
    (folder / "coffee_pictures.qrc").write_text(
        '<!DOCTYPE RCC>\n<RCC version="1.0">\n<qresource prefix="/pictures">\n' + listed
        + "</qresource>\n</RCC>\n", encoding="utf-8")


if __name__ == "__main__":
    main()
