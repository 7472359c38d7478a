# SPDX-License-Identifier: GPL-3.0-or-later
"""Cold drinks: tall, with ice and a straw; smoothies under a dome."""
from picture_kit import *

from drinks_hot import vanilla_flower


def glass(layers, level=62, with_straw=True, mixing=True, cubes=None):
    """A tall glass with layers, ice and a straw; the front is drawn by `finish`."""
    p = Picture(1.08, 104)
    ground(p, 172, 36)
    cup = Vessel(rim=44, foot=168, half_top=37, half_foot=28, roundness=0.06)
    glass_back(p, cup)
    room = (soft if mixing else fill)(p, cup, layers, level)
    if with_straw:
        straw(p, 110, 20, level + 12, 14)
    cubes = cubes if cubes is not None else ((84, level + 12, 19, -12), (106, level + 8, 18, 18),
                                             (96, level + 30, 18, 6), (116, level + 30, 15, -20))
    for x, y, size, turn in cubes:
        ice(p, x, y, size, turn)
    return p, cup, room


def finish(p, cup):
    glass_front(p, cup)
    return p


def americano_ice():
    p, cup, _ = glass([(0.22, "#6B3F24", 0), (0.30, "#4F2D1A", 1.5), (0.48, "#3A2115", 1.5)])
    return finish(p, cup)


def cafe_latte_ice():
    p, cup, _ = glass([(0.48, "#FBF1E2", 0), (0.24, "#D6AC7C", 3), (0.28, "#7A4A28", 2)])
    return finish(p, cup)


def vanilla_latte_ice():
    p, cup, _ = glass([(0.20, "#F6DE9C", 0), (0.46, "#F3E3C6", 2), (0.34, "#B98350", 2)])
    finish(p, cup)
    vanilla_flower(p, 134, 154, 1.15)
    p.line("M132 168q16 0 28 -12", "#4A2A1B", 4)
    return p


def tumbler(layers, level=90, mixing=True):
    p = Picture(1.22, 116)
    ground(p, 164, 46)
    cup = Vessel(rim=72, foot=158, half_top=46, half_foot=40, roundness=0.10)
    glass_back(p, cup)
    room = (soft if mixing else fill)(p, cup, layers, level, 4, 9)
    return p, cup, room


def cold_brew():
    p, cup, room = tumbler([(0.25, "#5A3320", 0), (0.30, "#42251A", 1.5), (0.45, "#2E1912", 1)], 86)
    ice(p, 92, 96, 34, -10)
    ice(p, 120, 112, 24, 20)
    glass_front(p, cup)
    bean(p, 142, 161, 0.9, -20)
    bean(p, 156, 156, 0.8, 30)
    bean(p, 54, 160, 0.8, 12)
    return p


def cold_brew_latte():
    p, cup, room = tumbler([(0.34, "#5A3320", 0), (0.66, "#432619", 1)], 86)
    for d in ("M66 96c10 26 -6 30 6 50c8 -10 2 -22 12 -34c4 14 -2 22 8 34c8 -12 -4 -26 6 -42c4 10 4 18 12 26"
              "c6 -12 2 -20 8 -34c6 4 10 2 14 -2l-2 -6c-20 8 -48 8 -64 8z",):
        p.path(d, "#E9CFAE", 0.92)
        p.path("M70 98c18 6 42 6 60 0l-1 8c-20 6 -40 5 -58 0z", "#F8EBD8")
    p.ellipse(*room, "#F6E8D4")
    ice(p, 88, 94, 22, -12)
    ice(p, 112, 92, 20, 16)
    glass_front(p, cup)
    straw(p, 118, 44, 86, 10)
    return p


def einspanner():
    p, cup, room = tumbler([(0.30, "#4F2D1A", 0), (0.70, "#341D13", 1)], 106)
    p.poly(cup.band(80, 106, inset=4, wave=0), "#FFF7EA")
    for t, y, w in ((-0.70, 118, 9), (-0.25, 126, 10), (0.22, 116, 9), (0.62, 122, 8)):
        x, y0 = cup.at(t, 102, 4)
        p.line(f"M{num(x)} {num(y0 - 4)}L{num(x)} {num(y)}", "#FFF7EA", w)
    p.poly(cup.band(80, 106, 0.52, 1, 4), "#EADCC8")
    top = cup.surface(80, 4)
    p.ellipse(top[0], top[1] - 4, top[2], top[3] + 4, "#FFFDF8")
    p.path(f"M{num(top[0] - 26)} {num(top[1] - 3)}q24 -16 50 -2q-18 10 -50 2z", "#F3E7D5")
    dust(p, (top[0], top[1] - 4, 36, 9), "#8A5733", 30, 1.4)
    glass_front(p, cup)
    return p


def strawberry_latte():
    p, cup, _ = glass([(0.34, "#D6363F", 0), (0.22, "#F2A3A2", 4), (0.44, "#FFF3EC", 2)])
    for x, y in ((82, 140), (104, 148), (116, 136), (92, 156)):
        p.ellipse(x, y, 6, 5, "#B3202C", 0.75)
    finish(p, cup)
    strawberry(p, 68, 44, 0.95, -18)
    return p


def grain_latte():
    p, cup, room = glass([(0.30, "#B48E5C", 0), (0.70, "#CBAA79", 2)], cubes=((86, 74, 19, -12), (108, 72, 18, 16)))
    dust(p, (100, 112, 22, 40), "#9A7546", 24, 1.0)
    finish(p, cup)
    dust(p, (room[0], room[1], 26, 6), "#8E6A3C", 14, 1.1)
    for i in range(5):
        y = 160 - i * 9
        p.begin(142 + i * 1.6, y, 0)
        p.path("M0 0C-9 -2 -10 -9 -7 -12C-1 -10 1 -5 0 0z", "#D9A441")
        p.path("M0 0C9 -3 10 -9 7 -12C1 -10 -1 -5 0 0z", "#B9842E")
        p.end()
    p.line("M140 172L149 122", "#B9842E", 2.4)
    return p


def ade(low, high, cubes=True):
    p, cup, room = glass([(0.36, low, 0), (0.30, mix(low, high, 0.6), 2), (0.34, high, 2)],
                         with_straw=False,
                         cubes=((86, 76, 19, -14), (110, 80, 18, 18), (98, 104, 17, 4)) if cubes else ())
    bubbles(p, cup, 74, 152)
    return p, cup, room


def lemon_ade():
    p, cup, _ = ade("#F4D53C", "#FBF1A8")
    citrus(p, 92, 128, 20, "#E8B90E", "#F7DE4F", 10)
    citrus(p, 112, 98, 17, "#E8B90E", "#F7DE4F", 30, 0.92)
    straw(p, 108, 20, 62, 12)
    finish(p, cup)
    citrus(p, 70, 44, 21, "#E8B90E", "#F9E15C", 0)
    leaf(p, 104, 52, 22, -30)
    leaf(p, 100, 52, 20, -90)
    return p


def grapefruit_ade():
    p, cup, _ = ade("#E7604C", "#F9C9A9")
    citrus(p, 104, 130, 21, "#E8893A", "#E4574A", 20)
    citrus(p, 88, 96, 17, "#E8893A", "#E4574A", 5, 0.92)
    straw(p, 110, 20, 62, 12)
    finish(p, cup)
    citrus(p, 70, 46, 23, "#E8893A", "#EB6A58", 12)
    return p


def grape(p, x, y, r, colour="#A9C74E"):
    p.circle(x, y, r, colour)
    p.path(f"M{num(x + r * 0.3)} {num(y - r * 0.95)}A{num(r)} {num(r)} 0 0 1 {num(x - r * 0.2)} "
           f"{num(y + r)}A{num(r * 1.3)} {num(r * 1.3)} 0 0 0 {num(x + r * 0.3)} {num(y - r * 0.95)}z",
           shade(colour, 0.22))
    p.ellipse(x - r * 0.35, y - r * 0.38, r * 0.26, r * 0.2, "#FFFFFF", 0.8)


def green_grape_ade():
    p, cup, _ = ade("#B9D45C", "#E9F2BE")
    for x, y, r in ((84, 142, 11), (106, 146, 12), (94, 124, 11), (116, 126, 10), (104, 106, 9)):
        grape(p, x, y, r, "#93B73C")
    straw(p, 112, 20, 62, 12)
    finish(p, cup)
    for x, y, r in ((62, 50, 11), (76, 40, 11), (72, 58, 11)):
        grape(p, x, y, r)
    leaf(p, 76, 34, 20, -30)
    return p


def plum_ade():
    p, cup, _ = ade("#CDB03A", "#EFE6A6")
    for x, y in ((88, 140), (110, 134)):
        grape(p, x, y, 14, "#8FAF3F")
        p.line(f"M{num(x + 1)} {num(y - 12)}q5 12 -1 24", "#6E8F2C", 1.6)
    straw(p, 112, 20, 62, 12)
    finish(p, cup)
    for x, y in ((142, 158), (60, 160)):
        grape(p, x, y, 14, "#9DBB47")
        p.line(f"M{num(x + 1)} {num(y - 12)}q5 12 -1 24", "#7C9C36", 1.6)
    leaf(p, 144, 146, 20, -35)
    return p


def peach_iced_tea():
    p, cup, _ = ade("#C5692B", "#EFAE5E")
    for x, y, t in ((90, 136, 24), (110, 118, -30)):
        peach_wedge(p, x, y, t, 0.9)
    straw(p, 112, 20, 62, 12)
    finish(p, cup)
    peach_wedge(p, 68, 48, -24, 1.15)
    leaf(p, 84, 38, 20, -30)
    return p


def peach_wedge(p, x, y, turn, size):
    p.begin(x, y, turn, size)
    p.path("M-20 -6C-12 16 12 16 20 -6C14 -12 -14 -12 -20 -6z", "#F08A5D")
    p.path("M-17 -6C-10 11 10 11 17 -6C12 -10 -12 -10 -17 -6z", "#FBC977")
    p.path("M-7 -7C-4 0 4 0 7 -7z", "#D9634A")
    p.end()


def dome(body, specks=None, speck_count=0):
    """A plastic cup with a dome lid; the lid is drawn by `lid`."""
    p = Picture(1.10, 104)
    ground(p, 172, 34)
    cup = Vessel(rim=76, foot=168, half_top=40, half_foot=28, roundness=0.05)
    glass_back(p, cup)
    fill(p, cup, [(0.35, shade(body, 0.06), 0), (0.65, body, 3)], 78, 3, 5)
    if specks:
        for i in range(speck_count):
            y = 88 + 66 * ((i * 0.7549) % 1.0)
            t = -0.8 + 1.6 * ((i * 0.5698 + 0.13) % 1.0)
            p.begin(100 + t * cup.half(y, 7), y + 4, i * 47 % 90)
            p.path("M-2.600 -1.800h5.200v3.600h-5.200z", specks)
            p.end()
    return p, cup


def lid(p, cup, straw_colour=STRAW):
    cx, y, rx, ry = cup.surface(cup.rim)
    p.line(f"M112 62L122 18", straw_colour, 6.5)
    p.line(f"M110.500 62L120.500 18", light(straw_colour, 0.35), 1.8)
    p.path(f"M{num(cx - rx)} {num(y)}C{num(cx - rx)} {num(y - 52)} {num(cx + rx)} {num(y - 52)} "
           f"{num(cx + rx)} {num(y)}a{num(rx)} {num(ry)} 0 0 1 {num(-2 * rx)} 0z", "#FFFFFF", 0.26)
    p.line(f"M{num(cx - rx + 8)} {num(y - 14)}q4 -16 18 -21", "#FFFFFF", 4, 0.75)
    glass_front(p, cup)
    p.line(f"M{num(cx - rx)} {num(y)}a{num(rx)} {num(ry)} 0 0 0 {num(2 * rx)} 0", "#FFFFFF", 5, 0.9)
    return p


def plain_yogurt_smoothie():
    p, cup = dome("#FFF9F0")
    whip(p, 98, 74, 58, "#FFFFFF")
    leaf(p, 92, 44, 20, -20)
    leaf(p, 96, 46, 18, -100)
    for x, y in ((84, 66), (106, 60), (96, 72)):
        p.circle(x, y, 4.6, "#4F5FA3")
        p.circle(x - 1.2, y - 1.4, 1.4, "#A6B1E0")
    return lid(p, cup)


def strawberry_smoothie():
    p, cup = dome("#EE7F86", "#C93B46", 18)
    p.ellipse(100, 72, 33, 12, "#F4A4A6")
    p.ellipse(92, 68, 20, 7, "#F9C4C3")
    strawberry(p, 92, 58, 0.95, -14)
    return lid(p, cup)


def mango_smoothie():
    p, cup = dome("#F8B52E", "#FFDA7A", 14)
    p.ellipse(100, 72, 33, 12, "#FBC95E")
    for x, y, t in ((86, 64, -12), (104, 62, 14), (96, 52, 30)):
        p.begin(x, y, t)
        p.path("M-8 -6h16v13h-16z", "#F39C12")
        p.path("M-8 -6h16l-4 -4h-16z", "#FFCF5C")
        p.path("M8 -6v13l-4 -4v-13z", "#D9820B", 0.7)
        p.end()
    return lid(p, cup)


def java_chip_frappe():
    p, cup = dome("#B08560", "#3E2317", 26)
    whip(p, 98, 74, 62)
    for d in ("M74 66q12 6 20 -1q9 -6 24 1", "M82 54q8 4 16 -1q7 -4 14 1"):
        p.line(d, CHOCOLATE, 3.2)
    for x, y in ((86, 60), (106, 66), (98, 46), (112, 56)):
        p.path(f"M{x} {y}l6 2l-2 5l-6 -2z", CHOCOLATE)
    return lid(p, cup, CHOCOLATE)


def cookie_frappe():
    p, cup = dome("#D9CDBF", "#3B322D", 28)
    whip(p, 98, 74, 60, "#FFFFFF")
    p.begin(88, 52, -16)
    p.circle(0, 0, 16, "#3B322D")
    p.path("M-16 0a16 16 0 0 0 32 0z", "#2B2320")
    p.circle(-2, -2, 10.5, "#4A403A")
    for i in range(8):
        a = math.radians(i * 45)
        p.circle(math.cos(a) * 13, math.sin(a) * 13, 1.3, "#5B4F48")
    p.end()
    return lid(p, cup)


PICTURES = {
    "americano-ice": americano_ice,
    "cafe-latte-ice": cafe_latte_ice,
    "vanilla-latte-ice": vanilla_latte_ice,
    "cold-brew": cold_brew,
    "cold-brew-latte": cold_brew_latte,
    "einspanner": einspanner,
    "strawberry-latte": strawberry_latte,
    "grain-latte": grain_latte,
    "lemon-ade": lemon_ade,
    "grapefruit-ade": grapefruit_ade,
    "green-grape-ade": green_grape_ade,
    "plum-ade": plum_ade,
    "peach-iced-tea": peach_iced_tea,
    "plain-yogurt-smoothie": plain_yogurt_smoothie,
    "strawberry-smoothie": strawberry_smoothie,
    "mango-smoothie": mango_smoothie,
    "java-chip-frappe": java_chip_frappe,
    "cookie-frappe": cookie_frappe,
}
