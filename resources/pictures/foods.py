# SPDX-License-Identifier: GPL-3.0-or-later
"""Food on a plate, and the placeholder."""
from picture_kit import *

CRUST = "#C9822F"
GOLD = "#E3A54A"
CRUMB = "#F7E3B5"


def croissant():
    p = Picture()
    plate(p)
    p.path("M30 138C26 128 36 114 48 112L58 134C50 144 36 146 30 138z", "#C07A2A")
    p.path("M170 138C174 128 164 114 152 112L142 134C150 144 164 146 170 138z", "#A8661F")
    p.path("M46 114C50 96 62 88 72 88L82 136C70 142 56 140 50 134z", GOLD)
    p.path("M154 114C150 96 138 88 128 88L118 136C130 142 144 140 150 134z", "#C9822F")
    p.path("M70 90C80 76 120 76 130 90L120 138C110 144 90 144 80 138z", "#E9B05A")
    p.path("M108 80C118 81 127 85 130 90L120 138C116 141 111 142 106 142C114 122 114 100 108 80z", "#CF8C35")
    p.path("M76 92C84 84 96 82 104 83C94 90 88 98 86 110C82 104 78 98 76 92z", "#F7D08A")
    p.path("M52 110C56 100 62 94 69 92C66 100 66 108 68 116C62 112 56 112 52 110z", "#F3C377")
    p.path("M36 128C38 121 43 117 48 116C47 121 47 125 49 129C44 127 40 128 36 128z", "#DFA04A")
    for d in ("M72 89q8 24 10 47", "M128 89q-8 24 -10 47", "M48 113q5 12 9 21", "M152 113q-5 12 -9 21"):
        p.line(d, "#96581A", 2.2, 0.8)
    for d in ("M92 96q2 20 4 38", "M106 92q2 22 2 44", "M60 104q5 14 8 28", "M140 104q-5 14 -8 28"):
        p.line(d, "#B26F24", 1.8, 0.55)
    return p


def salt_bread():
    p = Picture()
    plate(p)
    p.path("M32 132C34 100 66 84 100 84C134 84 166 100 168 132C168 148 144 150 100 150C56 150 32 148 32 132z", GOLD)
    p.path("M112 85C142 89 166 104 168 132C168 148 144 150 112 150C134 132 134 106 112 85z", "#C9822F")
    p.path("M44 122C50 104 68 94 88 91C72 100 62 112 58 126C52 128 45 128 44 122z", "#F6CD85")
    p.path("M36 138C60 150 140 150 165 138C160 148 140 150 100 150C60 150 42 148 36 138z", "#8F5418")
    for d in ("M72 90C66 108 66 130 70 149", "M100 84C96 104 96 130 98 150", "M128 90C128 108 128 130 126 149"):
        p.line(d, "#A8661F", 3, 0.7)
    for x, y in ((82, 98), (92, 92), (104, 96), (114, 92), (122, 102), (88, 108), (108, 106), (98, 102)):
        p.begin(x, y, x * 7 % 90)
        p.path("M-2.800 -2.800h5.600v5.600h-5.600z", "#FFFFFF")
        p.path("M0.600 -2.800h2.200v5.600h-2.200z", "#E4DCCF")
        p.end()
    return p


def bagel_cream_cheese():
    p = Picture()
    plate(p)
    p.path("M34 128C34 148 62 154 100 154C138 154 166 148 166 128z", "#B9772B")
    p.path("M120 128H166C166 148 146 153 118 154C126 146 126 136 120 128z", "#96581A")
    p.path("M30 122C30 114 170 114 170 122C172 132 164 136 158 132C152 144 142 132 132 136C122 144 112 132 100 137"
           "C88 143 80 132 70 136C60 141 52 132 44 134C36 136 28 132 30 122z", "#FFFDF7")
    p.path("M130 118C150 118 170 118 170 122C172 132 164 136 158 132C152 144 142 132 132 136C140 130 138 122 130 118z", "#E9E1D2")
    p.ellipse(100, 106, 68, 27, "#D3933F")
    p.path("M112 80C144 82 168 92 168 106C168 120 144 131 112 133C138 120 138 94 112 80z", "#B9772B")
    p.path("M40 102C44 90 64 83 84 82C66 88 56 96 54 106C48 108 41 108 40 102z", "#F0BF72")
    p.ellipse(100, 103, 20, 7.5, "#8F5418")
    p.ellipse(100, 106, 15, 4.5, "#FFFDF7")
    for i in range(20):
        a = i * 2.39996
        r = 0.44 + 0.46 * ((i * 0.61803) % 1.0)
        x, y = 100 + math.cos(a) * r * 62, 104 + math.sin(a) * r * 22
        p.begin(x, y, i * 37 % 180)
        p.ellipse(0, 0, 2.6, 1.3, "#FBE9C0" if i % 3 else "#4A3A2A")
        p.end()
    return p


def wedge(p, layers, top, top_light, height=46):
    """A slice of cake: point at the left, seen from the front; layers from the bottom up."""
    foot = 150
    y = foot
    for share, colour in layers:
        h = height * share
        p.path(f"M38 {num(y)}L132 {num(y + 6)}L132 {num(y + 6 - h)}L38 {num(y - h)}z", colour)
        p.path(f"M132 {num(y + 6)}C150 {num(y + 2)} 162 {num(y - 6)} 164 {num(y - 12)}L164 {num(y - 12 - h)}"
               f"C162 {num(y - 6 - h)} 150 {num(y + 2 - h)} 132 {num(y + 6 - h)}z", shade(colour, 0.17))
        y -= h
    p.path(f"M38 {num(y)}L132 {num(y + 6)}C150 {num(y + 2)} 162 {num(y - 6)} 164 {num(y - 12)}"
           f"C154 {num(y - 20)} 134 {num(y - 24)} 120 {num(y - 24)}z", top)
    p.path(f"M52 {num(y - 1)}L118 {num(y - 20)}C126 {num(y - 20)} 132 {num(y - 19)} 136 {num(y - 18)}"
           f"L70 {num(y + 0.5)}z", top_light, 0.7)
    return y


def cheesecake():
    p = Picture()
    plate(p)
    y = wedge(p, [(0.20, "#A8661F"), (0.68, "#FBE9B8"), (0.12, "#E9B85C")], "#D9973A", "#EDBE6E")
    strawberry(p, 120, y - 22, 0.85, 8)
    leaf(p, 132, y - 20, 18, -10)
    return p


def chocolate_cake():
    p = Picture()
    plate(p)
    y = wedge(p, [(0.28, "#5A3321"), (0.10, "#E9CDB0"), (0.26, "#5A3321"), (0.10, "#E9CDB0"), (0.26, "#4A2A1B")],
              "#3A2016", "#6B4430", 50)
    for x, h in ((56, 12), (78, 18), (100, 10), (120, 15)):
        p.line(f"M{x} {num(y + (x - 38) * 0.064)}v{h}", "#3A2016", 8)
    p.circle(118, y - 24, 11, "#B3202C")
    p.ellipse(114, y - 28, 4, 3, "#EE8A8A")
    p.line(f"M119 {num(y - 34)}q2 -12 12 -16", "#4A2A1B", 2.4)
    return p


def tiramisu():
    p = Picture()
    plate(p)
    y = 150
    for h, colour in ((12, "#8A5A36"), (12, "#FFF3DC"), (11, "#8A5A36"), (14, "#FFF7E8")):
        p.path(f"M44 {y}H128V{y - h}H44z", colour)
        p.path(f"M128 {y}L160 {y - 14}V{y - 14 - h}L128 {y - h}z", shade(colour, 0.16))
        y -= h
    p.path(f"M44 {y}H128L160 {y - 14}H80z", "#5A3321")
    p.path(f"M62 {y - 5}L88 {y - 13}H110L84 {y - 5}z", "#7C5237")
    dust(p, (102, y - 7, 44, 5), "#3A2016", 26, 1.2)
    for x in (58, 80, 104):
        p.ellipse(x, 144, 6, 2.2, "#6B4126")
    leaf(p, 104, y - 8, 20, -24)
    bean(p, 96, y - 9, 0.8, 10)
    return p


def cookie_disc(p, x, y, r, turn=0):
    p.begin(x, y, turn)
    p.circle(0, 0, r, "#C98A45")
    p.path(f"M{num(r * 0.35)} {num(-r * 0.937)}A{num(r)} {num(r)} 0 0 1 {num(-r * 0.2)} {num(r * 0.98)}"
           f"A{num(r * 1.25)} {num(r * 1.25)} 0 0 0 {num(r * 0.35)} {num(-r * 0.937)}z", "#AB6D2C")
    p.path(f"M{num(-r * 0.8)} {num(-r * 0.1)}A{num(r * 0.8)} {num(r * 0.8)} 0 0 1 {num(-r * 0.1)} {num(-r * 0.8)}"
           f"A{num(r)} {num(r)} 0 0 0 {num(-r * 0.8)} {num(-r * 0.1)}z", "#E2AF70")
    for cx, cy, s in ((-0.40, -0.30, 6), (0.22, -0.48, 5), (0.50, 0.10, 6.5), (-0.10, 0.12, 7),
                      (-0.55, 0.32, 5), (0.16, 0.60, 5.5), (-0.2, 0.7, 4)):
        p.ellipse(cx * r, cy * r, s, s * 0.85, CHOCOLATE)
        p.ellipse(cx * r - s * 0.25, cy * r - s * 0.3, s * 0.4, s * 0.25, light(CHOCOLATE, 0.35))
    p.end()


def cookie():
    p = Picture()
    plate(p)
    cookie_disc(p, 122, 106, 36, 40)
    cookie_disc(p, 84, 112, 40)
    return p


def financier():
    p = Picture()
    plate(p)

    def bar(x, y):
        p.path(f"M{x} {y}l10 -24h72l-8 24z", "#EDBB66")
        p.path(f"M{x} {y}h74v16q0 5 -5 5h-64q-5 0 -5 -5z", CRUST)
        p.path(f"M{x + 74} {y}l8 -24v15l-8 30z", "#96581A")
        p.path(f"M{x + 14} {y - 4}l6 -15h54l-5 15z", "#F7D592")
        p.path(f"M{x + 6} {y + 5}h26v5h-26z", "#DDA04E")
        for i in range(3):
            p.begin(x + 32 + i * 14, y - 12, -18)
            p.ellipse(0, 0, 5.5, 2.6, "#FBEBC8")
            p.line("M-4 0h8", "#C79A55", 1)
            p.end()

    bar(76, 108)
    bar(40, 130)
    return p


def stack(p, layers, width=100, foot=150):
    """A closed sandwich cut in half, its cut face to the front; layers (height, colour, ragged)."""
    left, right = CX - width / 2, CX + width / 2
    y = foot
    for height, colour, ragged in layers:
        top = y - height
        if ragged:
            d = f"M{num(left - 4)} {num(y - height / 2)}"
            n = 8
            for i in range(n):
                x = left - 4 + (right - left + 8) * (i + 1) / n
                d += f"Q{num(x - (right - left + 8) / n / 2)} {num(top - 3 if i % 2 else y + 4)} {num(x)} {num(y - height / 2)}"
            d += f"L{num(right + 4)} {num(top)}H{num(left - 4)}z"
            p.path(d, colour)
            p.path(f"M{num(left)} {num(top)}h{num(width)}v{num(height * 0.5)}h{num(-width)}z", colour)
        else:
            p.path(f"M{num(left)} {num(y)}h{num(width)}v{num(-height)}h{num(-width)}z", colour)
        p.path(f"M{num(right - width * 0.24)} {num(y)}h{num(width * 0.24)}v{num(-height)}h{num(-width * 0.24)}z",
               shade(colour, 0.12))
        y = top
    return y


def bread(p, y, height, width=104, top=False):
    """A slice seen at its cut: crumb, with the crust outside. Gives the height of its upper edge."""
    left, right = CX - width / 2, CX + width / 2
    r = min(height * 0.8, 16) if top else 5
    crust = 5
    if top:
        outer = (f"M{num(left)} {num(y)}v{num(r - height)}q0 {num(-r)} {num(r)} {num(-r)}h{num(width - 2 * r)}"
                 f"q{num(r)} 0 {num(r)} {num(r)}v{num(height - r)}z")
        inner = (f"M{num(left + 4)} {num(y)}v{num(r - height + crust)}q0 {num(3 - r)} {num(r - 3)} {num(3 - r)}"
                 f"h{num(width - 2 * r - 2)}q{num(r - 3)} 0 {num(r - 3)} {num(r - 3)}v{num(height - r - crust)}z")
    else:
        outer = (f"M{num(left)} {num(y - height)}h{num(width)}v{num(height - r)}q0 {num(r)} {num(-r)} {num(r)}"
                 f"h{num(2 * r - width)}q{num(-r)} 0 {num(-r)} {num(-r)}z")
        inner = (f"M{num(left + 4)} {num(y - height)}h{num(width - 8)}v{num(height - crust - 3)}q0 3 -3 3"
                 f"h{num(14 - width)}q-3 0 -3 -3z")
    p.path(outer, "#C9822F")
    p.path(inner, "#FBEBC6")
    edge = y - height + (crust if top else 0)
    low = y if top else y - crust
    p.path(f"M{num(right - width * 0.24)} {num(edge)}h{num(width * 0.24 - 4)}V{num(low)}h{num(4 - width * 0.24)}z",
           "#3A1E10", 0.08)
    return y - height


def sandwich_ham():
    p = Picture()
    plate(p)
    y = bread(p, 152, 17)
    y = stack(p, [(9, "#7FB04A", True), (8, "#F6C945", False), (9, "#F2A7A0", True), (6, "#E88C86", False),
                  (8, "#D8483C", False), (7, "#8FBF55", True)], 104, y)
    bread(p, y, 24, 104, True)
    p.line(f"M100 {num(y - 40)}V{num(y - 14)}", "#B9842E", 3)
    p.circle(100, y - 40, 6, "#7C8F3A")
    p.circle(98, y - 42, 2, "#C3D178")
    return p


def sandwich_egg():
    p = Picture()
    plate(p)
    y = bread(p, 152, 17)
    top = y - 40
    p.path(f"M46 {num(y)}C40 {num(y - 14)} 42 {num(top + 8)} 48 {num(top)}H152C158 {num(top + 8)} 160 {num(y - 14)} 154 {num(y)}z", "#FFF6D8")
    p.path(f"M128 {num(y)}V{num(top)}H152C158 {num(top + 8)} 160 {num(y - 14)} 154 {num(y)}z", "#F0DFAE")
    for x, dy, r in ((70, 20, 15), (106, 22, 16), (137, 18, 12)):
        p.ellipse(x, top + dy, r + 5, r + 1, "#FFFFFF")
        p.ellipse(x, top + dy + 1, r - 3, r - 5, "#F5A623")
        p.ellipse(x - 3, top + dy - 2, (r - 3) * 0.45, (r - 5) * 0.4, "#FBCB6B")
    for i in range(12):
        p.circle(52 + i * 8.6, y - 4 - (i * 13 % 9), 1.2, "#5E8F3F")
    bread(p, top, 24, 104, True)
    return p


def placeholder():
    p = Picture()
    ground(p, 161, 50)
    tone = "#B7AA9A"
    cup = Vessel(rim=86, foot=152, half_top=46, half_foot=42, roundness=0.30)
    handle(p, cup, tone)
    solid(p, cup, tone)
    open_top(p, cup, tone, "#8F8272")
    return p


PICTURES = {
    "croissant": croissant,
    "salt-bread": salt_bread,
    "bagel-cream-cheese": bagel_cream_cheese,
    "cheesecake": cheesecake,
    "chocolate-cake": chocolate_cake,
    "tiramisu": tiramisu,
    "cookie": cookie,
    "financier": financier,
    "sandwich-ham": sandwich_ham,
    "sandwich-egg": sandwich_egg,
    "placeholder": placeholder,
}
