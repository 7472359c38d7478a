#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the table of docs/performance.md from what coffee_bench printed.

usage: table.py FILE...

Each FILE has one JSON line for each row; where several tell of the same row, the last one is
taken. A row without a floor has a dash there: its bound is on the value itself.
"""
import json
import pathlib
import sys

HEAD = ("#", "figure", "unit", "must", "value (min … max)", "floor", "ratio (min … max)", "rounds", "holds")


def fail(message):
    print(f"table.py: {message}", file=sys.stderr)
    sys.exit(2)


def read_rows(paths):
    rows = {}
    for path in paths:
        try:
            lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
        except OSError as error:
            fail(f"{path}: {error.strerror}")
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                rows[(row["target"], row["name"])] = row
            except (ValueError, KeyError, TypeError):
                fail(f"{path}:{number}: expected a row of coffee_bench, got {line[:60]!r}")
    return [rows[key] for key in sorted(rows, key=lambda key: key[0])]


def figure(value):
    """Three digits that matter; whole numbers whole."""
    if value == 0:
        return "0"
    if abs(value) >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"


def spread(middle, least, most):
    return f"{figure(middle)} ({figure(least)} … {figure(most)})"


def note(row):
    trouble = f": {row['trouble']}" if "trouble" in row else ""
    return trouble + (" (quick: not to judge by)" if row.get("quick") else "")


def cells(row):
    is_absolute = row["floor"] == 1
    bound = row["must"].replace("<=", "≤").replace(">=", "≥")
    return (
        str(row["target"]),
        row["name"],
        row["unit"] or "–",
        bound if is_absolute else bound + " ×",
        spread(row["value"], row["min"], row["max"]),
        "–" if is_absolute else figure(row["floor"]),
        "–" if is_absolute else spread(row["ratio"], row["ratio_min"], row["ratio_max"]),
        str(row["rounds"]),
        ("yes" if row["holds"] else "**no**") + note(row),
    )


def main(paths):
    if not paths or paths[0].startswith("-"):
        fail("which files? usage: table.py FILE...")
    rows = read_rows(paths)
    print("| " + " | ".join(HEAD) + " |")
    print("|" + "---|" * len(HEAD))
    for row in rows:
        print("| " + " | ".join(cells(row)) + " |")


if __name__ == "__main__":
    main(sys.argv[1:])
