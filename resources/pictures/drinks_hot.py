# SPDX-License-Identifier: GPL-3.0-or-later
"""Hot drinks: low and wide, with a handle and steam."""
from picture_kit import *

SAGE = "#9DB8A6"
CLAY = "#C98B66"
INDIGO = "#5C7391"
ONGGI = "#7A4A33"


def mug_of(colour=PORCELAIN):
    return Vessel(rim=86, foot=152, half_top=46, half_foot=42, roundness=0.30), colour


def mug(liquid, colour=PORCELAIN, vapour=True):
    """A mug with its liquid; gives the picture and the ellipse of the liquid."""
    p = Picture(1.22)
    vessel, colour = mug_of(colour)
    ground(p, 161, 50)
    if vapour:
        steam(p, 70)
    handle(p, vessel, colour)
    solid(p, vessel, colour)
    return p, open_top(p, vessel, colour, liquid)


def crema(p, room, liquid):
    cx, cy, rx, ry = room
    p.ellipse(cx, cy, rx, ry, CREMA)
    p.ellipse(cx + 1, cy + 0.6, rx - 3.5, ry - 1.6, liquid)
    p.ellipse(cx - rx * 0.35, cy - ry * 0.3, rx * 0.26, ry * 0.18, light(liquid, 0.20))


def americano():
    p, room = mug(COFFEE)
    crema(p, room, COFFEE)
    return p


def decaf_americano():
    p, room = mug("#4B2D1D", INDIGO)
    crema(p, room, "#4B2D1D")
    p.ellipse(92, 126, 15, 15, CREAM)
    bean(p, 92, 126, 0.95, -30)
    p.line("M81 137L103 115", CREAM, 3.4)
    p.line("M80 135L102 113", "#A61B1B", 2.4)
    return p


def espresso():
    p = Picture(1.20, 116)
    ground(p, 163, 60)
    saucer(p, 154, 62, PORCELAIN)
    cup = Vessel(rim=104, foot=152, half_top=33, half_foot=24, roundness=0.42)
    steam(p, 88, (90, 106), 0.9)
    handle(p, cup, PORCELAIN, 0.72)
    solid(p, cup, PORCELAIN)
    room = open_top(p, cup, PORCELAIN, COFFEE, 3, 3)
    cx, cy, rx, ry = room
    p.ellipse(cx, cy, rx, ry, "#B67A3F")
    p.line(f"M{num(cx - 14)} {num(cy + 1)}q14 -6 26 -1", "#D9A766", 2.6)
    p.line(f"M{num(cx - 8)} {num(cy + 3)}q10 -2 18 0", "#8F5A2C", 1.8)
    bean(p, 145, 152, 0.8, 20)
    bean(p, 133, 157, 0.7, -25)
    return p


def cafe_latte():
    p, room = mug("#B98552")
    rosetta(p, room)
    return p


def cappuccino():
    p = Picture(1.12)
    ground(p, 163, 64)
    saucer(p, 154, 68, PORCELAIN)
    cup = Vessel(rim=92, foot=152, half_top=54, half_foot=30, roundness=0.45, belly=7)
    handle(p, cup, PORCELAIN, 0.9)
    solid(p, cup, PORCELAIN)
    cx, cy, rx, ry = open_top(p, cup, PORCELAIN, "#B98552")
    p.path(f"M{num(cx - rx)} {num(cy)}c0 -26 {num(rx * 0.5)} -34 {num(rx)} -34c{num(rx * 0.5)} 0 "
           f"{num(rx)} 8 {num(rx)} 34c0 16 {num(-2 * rx)} 16 {num(-2 * rx)} 0z", "#FFF3DF")
    p.path(f"M{num(cx + rx * 0.2)} {num(cy - 33)}c{num(rx * 0.42)} 2 {num(rx * 0.8)} 10 {num(rx * 0.8)} "
           f"33c0 6 {num(-rx * 0.35)} 10 {num(-rx * 0.7)} 11.500c{num(rx * 0.3)} -14 {num(rx * 0.3)} -32 "
           f"{num(-rx * 0.1)} -44.500z", "#EBD8BC")
    p.ellipse(cx - 20, cy - 18, 15, 7, "#FFFFFF")
    dust(p, (cx, cy - 16, 36, 15), "#8A5733", 34, 1.5)
    return p


def vanilla_flower(p, x, y, size=1.0):
    p.begin(x, y, 0, size)
    for turn in (-160, -100, -20, 40, 100):
        p.begin(0, 0, turn)
        p.path("M0 0C4 -8 16 -8 20 0C16 5 4 5 0 0z", "#FFF7DA")
        p.path("M0 0C8 1 14 1 20 0C16 5 4 5 0 0z", "#F0DFA6")
        p.end()
    p.circle(0, 0, 4.5, "#E9B64A")
    p.end()


def vanilla_latte():
    p, room = mug("#D3A872")
    heart(p, room, "#FFF9EC")
    p.line("M112 166q26 -2 44 -18", "#4A2A1B", 4.4)
    p.line("M112 165q26 -2 43 -18", "#7A4E33", 1.6)
    vanilla_flower(p, 128, 153, 0.9)
    return p


def glass_mug(layers, level=80):
    p = Picture(1.16, 104)
    ground(p, 162, 44)
    cup = Vessel(rim=66, foot=156, half_top=38, half_foot=34, roundness=0.14)
    y = 104
    d = f"M{num(CX + 35)} {num(y - 16)}c30 -8 30 36 -1 38"
    p.line(d, "#FFFFFF", 9, 0.75)
    p.line(d, "#3A1E10", 3, 0.10)
    glass_back(p, cup)
    room = soft(p, cup, layers, level)
    return p, cup, room


def caramel_macchiato():
    p, cup, room = glass_mug([(0.40, "#F6E7CF", 0), (0.30, "#C08A54", 2), (0.30, "#8B5529", 1.5)], 92)
    top = 79
    p.poly(cup.band(top, 93, inset=4), "#FFF4E1")
    p.poly(cup.band(top, 93, 0.52, 1, 4), "#EBDABF")
    room = cup.surface(top, 4)
    p.ellipse(*room, "#FFF9EE")
    drizzle(p, room, CARAMEL)
    for t, y in ((-0.62, 104), (-0.18, 114), (0.3, 100)):
        x, y0 = cup.at(t, top + 2, 4)
        p.line(f"M{num(x)} {num(y0)}L{num(x)} {num(y)}", CARAMEL, 3.6)
    glass_front(p, cup)
    steam(p, 58, (88, 106), 0.9)
    return p


def cafe_mocha():
    p, room = mug("#5A3321", vapour=False)
    whip(p, 100, 82, 76)
    for d in ("M72 74q14 6 22 -2q8 -6 18 0q8 5 16 -2", "M80 60q10 5 18 -1q8 -5 20 1", "M90 47q6 3 14 -1"):
        p.line(d, CHOCOLATE, 3.6)
    p.begin(126, 50, 28)
    p.path("M-5 -16h10v30h-10z", CHOCOLATE)
    p.path("M-5 -16h4v30h-4z", light(CHOCOLATE, 0.2))
    p.end()
    return p


def dolce_latte():
    p, cup, room = glass_mug([(0.26, "#FFF1CC", 0), (0.52, "#CF9F6B", 2), (0.22, "#E8CBA0", 1.5)], 80)
    heart(p, room, "#FFFBF2")
    glass_front(p, cup)
    steam(p, 58, (88, 106), 0.9)
    return p


def flat_white():
    p = Picture(1.14, 112)
    ground(p, 163, 58)
    saucer(p, 155, 60, SAGE)
    cup = Vessel(rim=100, foot=153, half_top=44, half_foot=27, roundness=0.42, belly=4)
    steam(p, 84, (88, 104), 0.9)
    handle(p, cup, SAGE, 0.82)
    solid(p, cup, SAGE)
    room = open_top(p, cup, SAGE, "#A66F3F")
    heart(p, room)
    return p


def green_tea_latte():
    p, room = mug("#A8BE62")
    heart(p, room, "#F6F8E4")
    leaf(p, 120, 160, 24, 12, "#5E8F3F")
    leaf(p, 118, 158, 20, -38, "#6FA04A")
    p.ellipse(148, 160, 12, 4.5, "#7FA043")
    p.ellipse(146, 158.5, 7, 2.4, "#9ABB57")
    return p


def sweet_potato_latte():
    p, room = mug("#E2B45C")
    rosetta(p, room, "#FFF4D8")
    p.begin(134, 151, -14)
    p.path("M-30 2C-28 -14 10 -18 30 -4C34 6 6 18 -18 13C-26 11 -31 8 -30 2z", "#8A3B5C")
    p.path("M-30 2C-26 10 10 12 30 -4C34 6 6 18 -18 13C-26 11 -31 8 -30 2z", "#6E2C49")
    p.ellipse(-17, 2, 12, 11, "#F3C65E")
    p.ellipse(-19, 0, 7.5, 7, "#F9DB8B")
    p.end()
    return p


def chocolate_latte():
    p, room = mug("#6B3D26", CLAY)
    cx, cy, rx, ry = room
    for x, y, turn in ((-16, -1, -8), (2, -4, 10), (16, 1, -4)):
        p.begin(cx + x, cy + y, turn)
        p.path("M-8 -6q0 -3 3 -3h10q3 0 3 3v7q0 3 -3 3h-10q-3 0 -3 -3z", "#FFF8F0")
        p.path("M3 -9h2q3 0 3 3v7q0 3 -3 3h-2z", "#E9D9CB")
        p.end()
    p.begin(132, 152, -12)
    for i in range(3):
        p.path(f"M{-20 + i * 14} -9h12v20h-12z", CHOCOLATE)
        p.path(f"M{-18 + i * 14} -7h8v5h-8z", light(CHOCOLATE, 0.2))
    p.end()
    return p


def tea_cup(tea, vapour=True):
    p = Picture(1.14, 112)
    ground(p, 163, 58)
    saucer(p, 155, 64, PORCELAIN)
    cup = Vessel(rim=88, foot=153, half_top=48, half_foot=30, roundness=0.36, belly=5)
    d = f"M{num(CX + 44)} 100c30 -10 32 30 -6 34"
    p.line(d, "#FFFFFF", 8, 0.8)
    p.line(d, "#3A1E10", 2.6, 0.10)
    if vapour:
        steam(p, 72, (86, 104), 0.95)
    glass_back(p, cup)
    deep = shade(tea, 0.10)
    fill(p, cup, [(0.30, deep, 0), (0.70, tea, 0)], 98, 4, 6)
    return p, cup, cup.surface(98, 4)


def tag(p, colour, x=66, y=118):
    p.line(f"M86 92q-14 2 -{num(86 - x)} {num(y - 96)}", "#FFFFFF", 1.8, 0.95)
    p.begin(x, y, 6)
    p.path("M-9 -4l9 -6l9 6v19h-18z", colour)
    p.path("M2 -8.700l7 4.700v19h-7z", shade(colour, 0.14))
    p.circle(0, -4, 1.6, CREAM)
    p.end()


def milk_tea():
    p, cup, room = tea_cup("#D1A377")
    p.ellipse(room[0], room[1], room[2], room[3], "#DDB68C")
    p.line(f"M{num(room[0] - 22)} {num(room[1])}q18 -8 34 -1q-10 7 -22 3", "#F3E0C6", 3)
    glass_front(p, cup)
    tag(p, "#B4663A")
    return p


def earl_grey():
    p, cup, room = tea_cup("#B65A24")
    glass_front(p, cup)
    tag(p, "#5B6FB0")
    for x, y in ((150, 157), (140, 162)):
        daisy(p, x, y, 7, 0.8, "#6F86CC", "#41549B")
    return p


def chamomile():
    p, cup, room = tea_cup("#EBC350")
    for x, y in ((-20, 0), (6, -3), (22, 3)):
        daisy(p, room[0] + x, room[1] + y, 10, 0.55)
    glass_front(p, cup)
    daisy(p, 60, 156, 11, 0.85)
    daisy(p, 144, 160, 9, 0.85)
    return p


def peppermint():
    p, cup, room = tea_cup("#CBD67A")
    leaf(p, room[0] - 24, room[1] + 2, 20, 8, "#4E9A5A")
    leaf(p, room[0] + 22, room[1] + 1, 18, 176, "#5DAA68")
    leaf(p, room[0] - 2, room[1] + 5, 18, -12, "#3F8A4E")
    for x, y, t in ((84, 122, 40), (112, 128, -30), (98, 138, 5)):
        leaf(p, x, y, 15, t, "#6FAE5E")
    glass_front(p, cup)
    leaf(p, 136, 162, 22, -20, "#4E9A5A")
    leaf(p, 140, 162, 20, -78, "#5DAA68")
    return p


def yuja_tea():
    p, cup, room = tea_cup("#F2B62E")
    for x, y, t in ((76, 128, 20), (96, 134, -24), (114, 124, 62), (122, 136, 8), (86, 140, -50)):
        p.begin(x, y, t)
        p.path("M-9 0q9 -6 18 0q-9 -2 -18 0z", "#D98E12")
        p.line("M-8 0q8 -5 16 0", "#FBDD7A", 2.4)
        p.end()
    citrus(p, room[0] - 8, room[1], 19, "#E9A51B", "#FFD35A", 10, 0.40)
    glass_front(p, cup)
    citrus(p, 146, 150, 16, "#E9A51B", "#FFD35A", 0, 0.95)
    return p


def jujube_tea():
    p, room = mug("#7B2E1A", ONGGI)
    cx, cy, rx, ry = room
    for x, y in ((-18, 0), (4, -3), (20, 2)):
        p.ellipse(cx + x, cy + y, 10, 4.6, "#B5402C")
        p.ellipse(cx + x - 1, cy + y - 0.6, 7, 2.8, "#E8B88A")
        p.ellipse(cx + x, cy + y, 2.6, 1.3, "#7B2E1A")
    for x, y in ((-6, 5), (12, 6), (-28, 4)):
        p.ellipse(cx + x, cy + y, 3.4, 1.7, "#FBEBC8")
    for x, y, t in ((130, 156, -18), (148, 152, 14)):
        p.begin(x, y, t)
        p.ellipse(0, 0, 13, 9.5, "#9E2F22")
        p.path("M-11 2C-6 8 8 8 13 0C12 10 -8 12 -11 2z", "#7A2018")
        p.path("M-8 -4q6 -3 12 -1", "#C8614E")
        p.line("M-7 -4q6 -3 12 -1", "#C8614E", 2)
        p.end()
    return p


PICTURES = {
    "americano": americano,
    "decaf-americano": decaf_americano,
    "espresso": espresso,
    "cafe-latte": cafe_latte,
    "cappuccino": cappuccino,
    "vanilla-latte": vanilla_latte,
    "caramel-macchiato": caramel_macchiato,
    "cafe-mocha": cafe_mocha,
    "dolce-latte": dolce_latte,
    "flat-white": flat_white,
    "green-tea-latte": green_tea_latte,
    "sweet-potato-latte": sweet_potato_latte,
    "chocolate-latte": chocolate_latte,
    "milk-tea": milk_tea,
    "earl-grey": earl_grey,
    "chamomile": chamomile,
    "peppermint": peppermint,
    "yuja-tea": yuja_tea,
    "jujube-tea": jujube_tea,
}
