# SPDX-License-Identifier: GPL-3.0-or-later
"""A finger and a keyboard at one window, through the X server. Knows nothing of what it shows."""

import subprocess
import time


def windows(search):
    found = subprocess.run(["xdotool", "search", "--onlyvisible", *search], capture_output=True,
                           text=True, check=False)
    return found.stdout.split()


def xdotool(*words):
    subprocess.run(["xdotool", *[str(word) for word in words]], check=True)


def push(window, points):
    """A finger on the first point, along the others, up at the last."""
    xdotool("mousemove", "--window", window, *points[0], "mousedown", 1)
    for point in points[1:]:
        xdotool("mousemove", "--window", window, *point)
        time.sleep(0.03)
    time.sleep(0.06 if len(points) == 1 else 0.2)
    xdotool("mouseup", 1)


def put(window, verb, words):
    """What the person's hand does at the glass."""
    if verb == "tap":
        push(window, [(int(words[0]), int(words[1]))])
    elif verb == "drag":
        from_x, from_y, to_x, to_y = (int(word) for word in words)
        push(window, [(from_x + (to_x - from_x) * part // 8, from_y + (to_y - from_y) * part // 8)
                      for part in range(9)])
    elif verb == "key":
        xdotool("windowactivate", "--sync", window, "key", words[0])
