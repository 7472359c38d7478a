# SPDX-License-Identifier: GPL-3.0-or-later
"""Hot drinks as they are had iced, and cold ones as they are had hot: `<image>-ice`, `<image>-hot`."""
from picture_kit import *

from drinks_cold import finish, glass
from drinks_hot import mug, tag


def milky(coffee, milk="#FBF1E2", between="#D6AC7C"):
    """Milk below, what was poured over it above."""
    p, cup, room = glass([(0.46, milk, 0), (0.26, between, 3), (0.28, coffee, 2)])
    return finish(p, cup), cup, room


def foamed(layers, foam="#FFF9EE", low=74):
    """With a cap of cold foam at the rim."""
    p, cup, _ = glass(layers, level=60, cubes=((84, low + 16, 18, -12), (108, low + 14, 17, 18), (96, low + 32, 16, 6)))
    p.poly(cup.band(54, low, inset=4), foam)
    p.poly(cup.band(54, low, 0.52, 1, 4), shade(foam, 0.08))
    top = cup.surface(54, 4)
    p.ellipse(*top, light(foam, 0.4))
    finish(p, cup)
    return p, cup, top


def decaf_americano_ice():
    p, cup, _ = glass([(0.22, "#7A4C2E", 0), (0.30, "#5B3722", 1.5), (0.48, "#452A1B", 1.5)])
    finish(p, cup)
    p.ellipse(140, 154, 15, 15, CREAM)
    bean(p, 140, 154, 0.95, -30)
    p.line("M129 165L151 143", CREAM, 3.4)
    p.line("M128 163L150 141", "#A61B1B", 2.4)
    return p


def cappuccino_ice():
    p, _, top = foamed([(0.40, "#E9CFA9", 0), (0.60, "#8A5731", 2)], low=82)
    dust(p, (top[0], top[1], 26, 6), "#8A5733", 18, 1.3)
    return p


def flat_white_ice():
    return milky("#8B5529", between="#C79A68")[0]


def caramel_macchiato_ice():
    p, _, top = foamed([(0.42, "#F6E7CF", 0), (0.28, "#C08A54", 2), (0.30, "#8B5529", 1.5)])
    drizzle(p, top, CARAMEL)
    for x, high in ((74, 96), (92, 104), (116, 92)):
        p.line(f"M{x} 58L{x} {high}", CARAMEL, 3.2)
    return p


def cafe_mocha_ice():
    p, cup, _ = glass([(0.26, "#4A2717", 0), (0.40, "#8B5C3B", 3), (0.34, "#5A3321", 2)], with_straw=False)
    finish(p, cup)
    whip(p, 100, 50, 50)
    for d in ("M82 46q10 4 17 -2q7 -4 15 0", "M89 36q8 3 18 -2"):
        p.line(d, CHOCOLATE, 3)
    return p


def dolce_latte_ice():
    p, cup, _ = glass([(0.22, "#FFF1CC", 0), (0.44, "#F3E3C6", 2), (0.34, "#B07A46", 2)])
    finish(p, cup)
    return p


def green_tea_latte_ice():
    p, cup, _ = glass([(0.44, "#FBF6E8", 0), (0.24, "#CBD79A", 3), (0.32, "#8FAE4A", 2)])
    finish(p, cup)
    leaf(p, 132, 164, 24, -14, "#5E8F3F")
    leaf(p, 134, 162, 20, -62, "#6FA04A")
    return p


def sweet_potato_latte_ice():
    p, cup, _ = glass([(0.40, "#E2B45C", 0), (0.60, "#F6E3BC", 3)])
    finish(p, cup)
    p.begin(140, 158, -14, 0.8)
    p.path("M-30 2C-28 -14 10 -18 30 -4C34 6 6 18 -18 13C-26 11 -31 8 -30 2z", "#8A3B5C")
    p.path("M-30 2C-26 10 10 12 30 -4C34 6 6 18 -18 13C-26 11 -31 8 -30 2z", "#6E2C49")
    p.ellipse(-17, 2, 12, 11, "#F3C65E")
    p.ellipse(-19, 0, 7.5, 7, "#F9DB8B")
    p.end()
    return p


def chocolate_latte_ice():
    p, cup, _ = glass([(0.30, "#4E2A1A", 0), (0.30, "#8A5A3E", 3), (0.40, "#6B3D26", 2)])
    finish(p, cup)
    p.begin(140, 158, -12, 0.9)
    for i in range(3):
        p.path(f"M{-20 + i * 14} -9h12v20h-12z", CHOCOLATE)
        p.path(f"M{-18 + i * 14} -7h8v5h-8z", light(CHOCOLATE, 0.2))
    p.end()
    return p


def milk_tea_ice():
    p, cup, _ = glass([(0.34, "#F0DCC0", 0), (0.66, "#C9966A", 3)])
    finish(p, cup)
    tag(p, "#B4663A", 62, 104)
    return p


def iced_tea(tea, colour=None):
    p, cup, room = glass([(0.34, shade(tea, 0.08), 0), (0.66, tea, 2)])
    finish(p, cup)
    if colour:
        tag(p, colour, 62, 104)
    return p, room


def earl_grey_ice():
    p, _ = iced_tea("#B65A24", "#5B6FB0")
    for x, y in ((146, 160), (136, 166)):
        daisy(p, x, y, 7, 0.8, "#6F86CC", "#41549B")
    return p


def chamomile_ice():
    p, _ = iced_tea("#EBC350")
    daisy(p, 62, 160, 11, 0.85)
    daisy(p, 140, 164, 10, 0.85)
    return p


def peppermint_ice():
    p, room = iced_tea("#CBD67A")
    leaf(p, room[0] - 26, room[1] - 2, 20, -30, "#4E9A5A")
    leaf(p, room[0] - 24, room[1] - 2, 18, -84, "#5DAA68")
    leaf(p, 134, 166, 22, -20, "#4E9A5A")
    leaf(p, 138, 166, 20, -78, "#5DAA68")
    return p


def yuja_tea_ice():
    p, room = iced_tea("#F2B62E")
    for x, y, t in ((84, 138, 20), (104, 144, -24), (114, 126, 62), (94, 154, 8)):
        p.begin(x, y, t)
        p.path("M-9 0q9 -6 18 0q-9 -2 -18 0z", "#D98E12")
        p.line("M-8 0q8 -5 16 0", "#FBDD7A", 2.4)
        p.end()
    citrus(p, 142, 154, 16, "#E9A51B", "#FFD35A", 0, 0.95)
    return p


def jujube_tea_ice():
    p, room = iced_tea("#8E3A22")
    for x, y, t in ((136, 160, -18), (152, 156, 14)):
        p.begin(x, y, t, 0.9)
        p.ellipse(0, 0, 13, 9.5, "#9E2F22")
        p.path("M-11 2C-6 8 8 8 13 0C12 10 -8 12 -11 2z", "#7A2018")
        p.line("M-7 -4q6 -3 12 -1", "#C8614E", 2)
        p.end()
    return p


def einspanner_hot():
    p, room = mug(COFFEE, vapour=False)
    cx, cy, rx, ry = room
    p.path(f"M{num(cx - rx)} {num(cy)}c0 -24 {num(rx * 0.5)} -30 {num(rx)} -30c{num(rx * 0.5)} 0 "
           f"{num(rx)} 6 {num(rx)} 30c0 14 {num(-2 * rx)} 14 {num(-2 * rx)} 0z", "#FFF7EA")
    p.path(f"M{num(cx - 20)} {num(cy - 18)}q20 -14 42 -2q-14 10 -42 2z", "#F3E7D5")
    dust(p, (cx, cy - 14, 32, 10), "#8A5733", 26, 1.4)
    return p


def grain_latte_hot():
    p, room = mug("#CBAA79")
    dust(p, (room[0], room[1], 30, 6), "#8E6A3C", 20, 1.2)
    for i in range(4):
        p.begin(138 + i * 1.6, 166 - i * 9, 0)
        p.path("M0 0C-9 -2 -10 -9 -7 -12C-1 -10 1 -5 0 0z", "#D9A441")
        p.path("M0 0C9 -3 10 -9 7 -12C1 -10 -1 -5 0 0z", "#B9842E")
        p.end()
    p.line("M136 174L144 128", "#B9842E", 2.4)
    return p


PICTURES = {
    "decaf-americano-ice": decaf_americano_ice,
    "cappuccino-ice": cappuccino_ice,
    "flat-white-ice": flat_white_ice,
    "caramel-macchiato-ice": caramel_macchiato_ice,
    "cafe-mocha-ice": cafe_mocha_ice,
    "dolce-latte-ice": dolce_latte_ice,
    "green-tea-latte-ice": green_tea_latte_ice,
    "sweet-potato-latte-ice": sweet_potato_latte_ice,
    "chocolate-latte-ice": chocolate_latte_ice,
    "milk-tea-ice": milk_tea_ice,
    "earl-grey-ice": earl_grey_ice,
    "chamomile-ice": chamomile_ice,
    "peppermint-ice": peppermint_ice,
    "yuja-tea-ice": yuja_tea_ice,
    "jujube-tea-ice": jujube_tea_ice,
    "einspanner-hot": einspanner_hot,
    "grain-latte-hot": grain_latte_hot,
}
