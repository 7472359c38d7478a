# SPDX-License-Identifier: GPL-3.0-or-later
"""The kit that every menu picture is composed from.

A picture is 200 × 200, drawn over a round ground that the program paints. Vessels are seen from the
front and a little from above, light comes from the upper left, and each body has three tones: its
own, a lighter strip at the left and a darker one at the right. Only what Qt's SVG Tiny 1.2 draws is
used: plain fills with opacity, no masks, clips, filters or gradients. The output is a function of
the source alone.
"""
import math

CX = 100.0
TILT = 0.26  # how far from above: height of an ellipse against its width
STEPS = 20   # points along an arc

CREAM = "#FFF6E6"
PORCELAIN = "#FFFCF7"
COFFEE = "#3A2115"
CREMA = "#A66F3C"
MILK = "#F7EBD9"
LEAF = "#4E8B4B"
STRAW = "#0B5D4B"
CHOCOLATE = "#4A2A1B"
CARAMEL = "#C47A22"


def mix(a, b, share):
    """The colour `share` of the way from a to b."""
    pa = [int(a[i:i + 2], 16) for i in (1, 3, 5)]
    pb = [int(b[i:i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(x + (y - x) * share):02X}" for x, y in zip(pa, pb))


def light(colour, share=0.22):
    return mix(colour, "#FFFFFF", share)


def shade(colour, share=0.16):
    return mix(colour, "#3A1E10", share)


def num(value):
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


class Picture:
    """Collects shapes from back to front."""

    def __init__(self, scale=1.0, middle=108.0):
        """`scale` enlarges the whole about the point (100, middle)."""
        self.shapes = []
        self.scale, self.middle = scale, middle

    def path(self, d, fill, opacity=1.0):
        more = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
        self.shapes.append(f'<path d="{d}" fill="{fill}"{more}/>')

    def poly(self, points, fill, opacity=1.0):
        self.path("M" + "L".join(f"{num(x)} {num(y)}" for x, y in points) + "z", fill, opacity)

    def ellipse(self, cx, cy, rx, ry, fill, opacity=1.0):
        more = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
        self.shapes.append(
            f'<ellipse cx="{num(cx)}" cy="{num(cy)}" rx="{num(rx)}" ry="{num(ry)}" fill="{fill}"{more}/>')

    def circle(self, cx, cy, r, fill, opacity=1.0):
        self.ellipse(cx, cy, r, r, fill, opacity)

    def line(self, d, colour, width, opacity=1.0):
        more = f' stroke-opacity="{opacity:g}"' if opacity < 1 else ""
        self.shapes.append(
            f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(width)}" '
            f'stroke-linecap="round" stroke-linejoin="round"{more}/>')

    def begin(self, x=0.0, y=0.0, turn=0.0, sx=1.0, sy=None):
        sy = sx if sy is None else sy
        self.shapes.append(f'<g transform="translate({num(x)} {num(y)}) rotate({num(turn)}) '
                           f'scale({sx:.3f} {sy:.3f})">')

    def end(self):
        self.shapes.append("</g>")

    def svg(self):
        head = ('<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" '
                'viewBox="0 0 200 200" width="200" height="200">\n')
        x, y = CX * (1 - self.scale), self.middle * (1 - self.scale)
        return (head + f'<g transform="translate({num(x)} {num(y)}) scale({self.scale:g})">\n'
                + "\n".join(self.shapes) + "\n</g>\n</svg>\n")


class Vessel:
    """A body of revolution: half widths by height, from rim to foot."""

    def __init__(self, rim, foot, half_top, half_foot, roundness=0.0, belly=0.0, cx=CX):
        self.rim, self.foot, self.cx = rim, foot, cx
        self.half_top, self.half_foot = half_top, half_foot
        self.roundness, self.belly = roundness, belly

    def half(self, y, inset=0.0):
        t = min(1.0, max(0.0, (y - self.rim) / (self.foot - self.rim)))
        width = self.half_top + (self.half_foot - self.half_top) * t
        width += self.belly * math.sin(math.pi * t)
        if self.roundness > 0:  # the corner at the foot
            start = 1.0 - self.roundness
            if t > start:
                u = (t - start) / self.roundness
                width *= 0.55 + 0.45 * math.sqrt(max(0.0, 1.0 - u * u))
        return max(1.0, width - inset)

    def at(self, t, y, inset=0.0):
        """A point of the front wall: t from -1 (left edge) to 1 (right edge)."""
        half = self.half(y, inset)
        return self.cx + t * half, y + TILT * half * math.sqrt(max(0.0, 1.0 - t * t))

    def band(self, top, bottom, left=-1.0, right=1.0, inset=0.0, wave=0.0, phase=0.0):
        """The outline of the front wall between two heights and two sides."""
        points = []
        for i in range(STEPS + 1):
            t = left + (right - left) * i / STEPS
            x, y = self.at(t, top, inset)
            points.append((x, y + wave * math.sin(t * 6.0 + phase)))
        for i in range(1, 13):
            y = top + (bottom - top) * i / 13
            points.append(self.at(right, y, inset))
        for i in range(STEPS + 1):
            t = right + (left - right) * i / STEPS
            points.append(self.at(t, bottom, inset))
        for i in range(1, 13):
            y = bottom + (top - bottom) * i / 13
            points.append(self.at(left, y, inset))
        return points

    def surface(self, y, inset=0.0):
        half = self.half(y, inset)
        return self.cx, y, half, TILT * half


def ground(p, y=163.0, rx=52.0, cx=CX):
    p.ellipse(cx, y, rx, rx * 0.17, "#3A1E10", 0.13)


def solid(p, vessel, colour, top=None, bottom=None, inset=0.0):
    """A body with its three tones."""
    top = vessel.rim if top is None else top
    bottom = vessel.foot if bottom is None else bottom
    p.poly(vessel.band(top, bottom, inset=inset), colour)
    p.poly(vessel.band(top, bottom, 0.50, 1.0, inset), shade(colour, 0.13))
    p.poly(vessel.band(top, bottom, -0.90, -0.66, inset), light(colour, 0.38), 0.75)


def handle(p, vessel, colour, size=1.0):
    y = vessel.rim + (vessel.foot - vessel.rim) * 0.42
    x = vessel.cx + vessel.half(y) - 3
    d = (f"M{num(x)} {num(y - 15 * size)}c{num(28 * size)} {num(-9 * size)} {num(32 * size)} "
         f"{num(34 * size)} {num(-3)} {num(33 * size)}")
    p.line(d, shade(colour, 0.16), 10 * size)
    p.line(d, colour, 5 * size)


def saucer(p, y, rx, colour):
    p.ellipse(CX, y + 4, rx, rx * 0.17, shade(colour, 0.18))
    p.ellipse(CX, y, rx, rx * 0.17, colour)
    p.ellipse(CX + 3, y + 1, rx * 0.62, rx * 0.10, shade(colour, 0.10))


def open_top(p, vessel, colour, liquid, depth=3.0, wall=3.5):
    """Rim, inner wall and liquid of an opaque vessel; gives the liquid's ellipse."""
    cx, y, rx, ry = vessel.surface(vessel.rim)
    p.ellipse(cx, y, rx, ry, light(colour, 0.5))
    p.ellipse(cx, y, rx - wall, ry - wall * 0.55, shade(colour, 0.20))
    room = (cx, y + depth * 0.5, rx - wall - 1.0, ry - wall * 0.55 - depth * 0.5)
    p.ellipse(*room, liquid)
    return room


def glass_back(p, vessel, tint="#FFFFFF"):
    cx, y, rx, ry = vessel.surface(vessel.rim)
    p.poly(vessel.band(vessel.rim, vessel.foot), tint, 0.55)
    p.ellipse(cx, y, rx, ry, tint, 0.6)
    fx, fy, frx, fry = vessel.surface(vessel.foot - 1)
    p.ellipse(fx, fy, frx - 3, fry - 1, "#3A1E10", 0.08)


def glass_front(p, vessel):
    """The light on the glass, over everything inside."""
    p.poly(vessel.band(vessel.rim + 3, vessel.foot - 6, -0.86, -0.64), "#FFFFFF", 0.50)
    p.poly(vessel.band(vessel.rim + 3, vessel.foot - 10, -0.52, -0.44), "#FFFFFF", 0.35)
    p.poly(vessel.band(vessel.rim, vessel.foot, 0.72, 1.0), "#3A1E10", 0.09)
    cx, y, rx, ry = vessel.surface(vessel.rim)
    p.line(f"M{num(cx - rx + 1)} {num(y)}a{num(rx - 1)} {num(ry)} 0 0 0 {num(2 * rx - 2)} 0",
           "#FFFFFF", 2.2, 0.85)
    p.line(f"M{num(cx - rx + 1)} {num(y)}a{num(rx - 1)} {num(ry)} 0 0 1 {num(2 * rx - 2)} 0",
           "#FFFFFF", 1.4, 0.6)


def fill(p, vessel, layers, level, inset=4.0, floor=7.0):
    """Liquids from the bottom up: (share of the height, colour, wave of its upper edge). Gives the
    top ellipse."""
    bottom = vessel.foot - floor
    height = bottom - level
    tops = []
    y = bottom
    for share, _, _ in layers:
        y -= height * share
        tops.append(y)
    tops[-1] = level
    # From the top down, each to the floor, so that wavy edges leave no gaps.
    for top, (_, colour, wave) in reversed(list(zip(tops, layers))):
        wave = 0.0 if top == level else wave
        phase = top * 0.9
        p.poly(vessel.band(top, bottom, inset=inset, wave=wave, phase=phase), colour)
        p.poly(vessel.band(top, bottom, 0.52, 1.0, inset, wave, phase), shade(colour, 0.13))
    room = vessel.surface(level, inset)
    p.ellipse(*room, light(layers[-1][1], 0.18))
    return room


def soft(p, vessel, layers, level, inset=4.0, floor=7.0):
    """Like fill, with two steps of mixing between neighbours."""
    steps = []
    for i, (share, colour, wave) in enumerate(layers):
        if i > 0:
            before = layers[i - 1][1]
            steps.append((0.05, mix(before, colour, 0.35), 2.0))
            steps.append((0.05, mix(before, colour, 0.70), -2.0))
            share -= 0.10
        steps.append((share, colour, wave))
    return fill(p, vessel, steps, level, inset, floor)


def ice(p, x, y, size=17.0, turn=0.0):
    p.begin(x, y, turn)
    h = size / 2
    p.path(f"M{num(-h)} {num(-h + 3)}q0 -3 3 -3h{num(size - 6)}q3 0 3 3v{num(size - 6)}q0 3 -3 3"
           f"h{num(-(size - 6))}q-3 0 -3 -3z", "#FFFFFF", 0.46)
    p.path(f"M{num(-h + 2)} {num(-h + 2)}h{num(size - 4)}l-4 4h{num(-(size - 11))}v{num(size - 9)}"
           f"l-3 3z", "#FFFFFF", 0.55)
    p.end()


def straw(p, x=112.0, top=22.0, foot=120.0, lean=12.0, colour=STRAW):
    x0, x1 = x, x + lean
    p.line(f"M{num(x0)} {num(foot)}L{num(x1)} {num(top)}", colour, 6.5)
    p.line(f"M{num(x0 - 1.6)} {num(foot)}L{num(x1 - 1.6)} {num(top)}", light(colour, 0.35), 1.8)


def steam(p, y=62.0, xs=(84.0, 103.0), size=1.0):
    for i, x in enumerate(xs):
        lift = 0 if i % 2 == 0 else -5
        p.line(f"M{num(x)} {num(y + lift)}c{num(-7 * size)} {num(-7 * size)} {num(7 * size)} "
               f"{num(-12 * size)} 0 {num(-20 * size)}", "#FFFFFF", 5.0 * size, 0.80)


def heart(p, room, colour=CREAM):
    """Latte art: layered hearts on a liquid's ellipse."""
    cx, cy, rx, ry = room
    d = "M0 0.78C-0.95 0.25 -0.80 -0.62 -0.30 -0.60C-0.10 -0.60 0 -0.42 0 -0.30C0 -0.42 0.10 -0.60 0.30 -0.60C0.80 -0.62 0.95 0.25 0 0.78z"
    p.begin(cx, cy, 0, rx * 0.86, ry * 0.92)
    p.shapes.append(f'<path d="{d}" fill="{colour}"/>')
    p.end()
    p.begin(cx, cy, 0, rx * 0.46, ry * 0.48)
    p.shapes.append(f'<path d="{d}" fill="{CREMA}" fill-opacity="0.35"/>')
    p.end()


def rosetta(p, room, colour=CREAM):
    cx, cy, rx, ry = room
    p.begin(cx, cy, 0, rx, ry)
    for i, w in enumerate((0.30, 0.46, 0.56, 0.60)):
        y = -0.52 + i * 0.27
        p.shapes.append(f'<path d="M{-w} {y:.2f}C{-w * 0.5:.2f} {y - 0.16:.2f} {-0.1} {y - 0.10:.2f} 0 {y:.2f}'
                        f'C0.1 {y - 0.10:.2f} {w * 0.5:.2f} {y - 0.16:.2f} {w} {y:.2f}'
                        f'C{w * 0.6:.2f} {y + 0.24:.2f} {0.1} {y + 0.20:.2f} 0 {y + 0.14:.2f}'
                        f'C-0.1 {y + 0.20:.2f} {-w * 0.6:.2f} {y + 0.24:.2f} {-w} {y:.2f}z" fill="{colour}"/>')
    p.shapes.append(f'<path d="M-0.04 -0.80L0.04 -0.80L0.07 0.76L-0.07 0.76z" fill="{colour}"/>')
    p.end()


def whip(p, cx, y, width, colour=CREAM):
    """A swirl of whipped cream standing on y."""
    rows = ((1.0, 0.0), (0.80, 0.26), (0.56, 0.50), (0.30, 0.72))
    for share, up in rows:
        rx = width * share / 2
        cy = y - width * up * 0.62
        ry = max(5.0, rx * 0.42)
        p.ellipse(cx, cy, rx, ry, shade(colour, 0.10))
        p.ellipse(cx - rx * 0.10, cy - ry * 0.16, rx * 0.88, ry * 0.82, colour)
        p.ellipse(cx - rx * 0.36, cy - ry * 0.36, rx * 0.34, ry * 0.30, "#FFFFFF")
    tip = y - width * 0.62 * 0.72 - 4
    p.path(f"M{num(cx - 7)} {num(tip + 2)}q3 -11 10 -12q-2 6 4 12z", colour)


def leaf(p, x, y, size=16.0, turn=0.0, colour=LEAF):
    p.begin(x, y, turn, size / 16)
    p.path("M0 0C2 -9 10 -12 18 -10C18 -2 10 4 0 0z", colour)
    p.path("M0 0C6 -1 12 -4 18 -10C18 -2 10 4 0 0z", shade(colour, 0.18))
    p.end()


def citrus(p, x, y, r, rind, flesh, turn=0.0, squash=1.0):
    p.begin(x, y, turn, 1.0, squash)
    p.circle(0, 0, r, rind)
    p.circle(0, 0, r * 0.88, mix(rind, "#FFFFFF", 0.80))
    for i in range(8):
        a, b = math.radians(i * 45 + 5), math.radians(i * 45 + 40)
        q = r * 0.78
        p.path(f"M{num(math.cos((a + b) / 2) * r * .14)} {num(math.sin((a + b) / 2) * r * .14)}"
               f"L{num(math.cos(a) * q)} {num(math.sin(a) * q)}"
               f"A{num(q)} {num(q)} 0 0 1 {num(math.cos(b) * q)} {num(math.sin(b) * q)}z",
               flesh if i % 2 else light(flesh, 0.14))
    p.end()


def strawberry(p, x, y, size=1.0, turn=0.0):
    p.begin(x, y, turn, size)
    p.path("M0 22C-14 14 -18 0 -13 -8C-8 -14 8 -14 13 -8C18 0 14 14 0 22z", "#D8303A")
    p.path("M0 22C10 10 10 -4 5 -12C9 -12 12 -10 13 -8C18 0 14 14 0 22z", "#B3202C")
    p.path("M-11 -4C-9 -9 -5 -10 -3 -9C-7 -6 -9 -1 -9 4C-11 1 -12 -2 -11 -4z", "#EE6A6A")
    for sx, sy in ((-6, 0), (1, -3), (-2, 7), (5, 4), (-7, 8), (2, 13), (8, -2)):
        p.ellipse(sx, sy, 1.0, 1.5, "#F7D774")
    for turn_leaf in (-150, -110, -70, -30):
        a = math.radians(turn_leaf)
        p.path(f"M-3 -10L{num(math.cos(a) * 13)} {num(-10 + math.sin(a) * 8)}L3 -10z", LEAF)
    p.end()


def bean(p, x, y, size=1.0, turn=0.0, colour="#5B3420"):
    p.begin(x, y, turn, size)
    p.ellipse(0, 0, 11, 7.5, colour)
    p.ellipse(-2, -2, 7, 3.6, light(colour, 0.14))
    p.line("M-10 0.500c5 -5 13 4 20 -1", shade(colour, 0.45), 2)
    p.end()


def daisy(p, x, y, r=9.0, squash=1.0, petal="#FFFFFF", heart_colour="#E9A820"):
    p.begin(x, y, 0, 1.0, squash)
    for i in range(9):
        a = math.radians(i * 40)
        p.begin(math.cos(a) * r * 0.62, math.sin(a) * r * 0.62, i * 40)
        p.ellipse(0, 0, r * 0.46, r * 0.24, petal)
        p.end()
    p.circle(0, 0, r * 0.36, heart_colour)
    p.end()


def drizzle(p, room, colour, lines=4):
    """Sauce in a lattice over a surface."""
    cx, cy, rx, ry = room
    for i in range(lines):
        u = -0.62 + 1.24 * i / (lines - 1)
        h = math.sqrt(max(0.0, 1 - u * u)) * 0.86
        p.line(f"M{num(cx + (u - 0.10) * rx)} {num(cy - h * ry)}L{num(cx + (u + 0.10) * rx)} "
               f"{num(cy + h * ry)}", colour, 2.6)
    for v in (-0.45, 0.05, 0.50):
        w = math.sqrt(max(0.0, 1 - v * v)) * 0.88
        p.line(f"M{num(cx - w * rx)} {num(cy + v * ry)}q{num(w * rx)} {num(ry * 0.16)} "
               f"{num(2 * w * rx)} 0", colour, 2.2)


def dust(p, room, colour, count=22, size=1.1):
    """Powder on a surface: points on a sunflower's spiral, the same each time."""
    cx, cy, rx, ry = room
    for i in range(count):
        a = i * 2.39996
        r = 0.80 * math.sqrt((i + 0.5) / count)
        p.ellipse(cx + math.cos(a) * r * rx, cy + math.sin(a) * r * ry, size * 1.3, size * 0.8, colour)


def bubbles(p, vessel, top, bottom, count=14, inset=8.0):
    for i in range(count):
        y = top + (bottom - top) * ((i * 0.7549) % 1.0)
        t = -0.75 + 1.5 * ((i * 0.5698 + 0.2) % 1.0)
        p.circle(vessel.cx + t * vessel.half(y, inset), y + 4, 1.2 + (i % 3) * 0.6, "#FFFFFF", 0.7)


def plate(p, colour=PORCELAIN):
    ground(p, 160, 72)
    p.ellipse(CX, 152, 76, 17, shade(colour, 0.20))
    p.ellipse(CX, 149, 76, 16.5, colour)
    p.ellipse(CX + 1, 150, 54, 10, shade(colour, 0.09))
