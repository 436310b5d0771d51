"""Pictures of the town by day: the town hall, the school crossing."""

import math

from articles.demo.pictures.built import rooftops
from articles.demo.pictures.figures import person
from articles.demo.pictures.paint import At, Sheet, curve, mix
from articles.demo.pictures.scenery import clouds, tree


def town_hall(key):
    """The town hall and its clock tower across the square."""
    s = Sheet(key, 1600, 1600)
    s.wash([(0, "#7fb0bf"), (0.5, "#c9d9cc"), (1, "#f6e7c6")], (0, 0, 1600, 1150))
    clouds(s, [(380, 330, 620, 90), (1320, 520, 640, 90), (1180, 170, 420, 60)], "#dfe6da", "#fdf7e6", 0.8, 9)
    rooftops(s, 1130, -20, 330, "#a9b8a8", 110)
    rooftops(s, 1130, 1290, 1640, "#a9b8a8", 120)
    stone, shadow, dark, trim = "#e3c69a", "#a98663", "#4a4346", "#f6e6c4"
    _wing(s, 190, 1410, stone, shadow, dark, trim)
    _tower(s, 800, stone, shadow, dark, trim)
    s.wash_poly([(0, 1126), (1600, 1126), (1600, 1600), (0, 1600)], [(0, "#d9c6a2"), (0.4, "#bfa785"), (1, "#8a745c")])
    for k in range(-10, 11):
        s.line([(800 + k * 86, 1128), (800 + k * 300, 1600)], "#7a6650", 2, 0.4)
    for k in range(8):
        y = 1128 + 470 * (k / 8) ** 1.7
        s.line([(0, y), (1600, y)], "#7a6650", 2, 0.35)
    s.shade(
        [(190, 1128), (800, 1128), (800, 1128), (560, 1420), (430, 1420), (330, 1260), (20, 1260)],
        "#5a4a4c",
        0.55,
        0.4,
        soft=5,
    )
    for x, _side in ((90, -1), (1500, 1)):
        tree(s, x, 1190, 430, "#5e7440", "#b9b75c", "#5a4636", 0.34)
    walkers = [(560, 1190, 120, "walk", False), (620, 1184, 116, "walk", False), (1010, 1176, 108, "stand", False),
        (1060, 1180, 112, "side", True),
               (1250, 1290, 190, "walk", True), (940, 1400, 270, "walk", False), (420, 1490, 300, "side", False),
               (1310, 1180, 104, "walk", True)]  # fmt: skip
    for k, (x, y, h, pose, flip) in enumerate(walkers):
        s.shade(
            [(x - h * 0.05, y - 4), (x + h * 0.08, y - 4), (x - h * 0.42, y + h * 0.22), (x - h * 0.56, y + h * 0.2)],
            "#4e4044",
            0.6,
            0.3,
            soft=3,
        )
        person(s, x, y, h, pose, ("#a1442f", "#33515c", "#4a4a3a", "#6a3f55", "#c08a35", "#2f4350", "#7a4a33",
               "#33515c")[k], "#33302f", "#c4926f",
               "#3a281e", flip, tail=0.06, rim="#f6e7c6", lit=1)  # fmt: skip
    for _ in range(16):
        x, y = s.rng.uniform(620, 900), s.rng.uniform(1440, 1540)
        g = At(x, y, s.rng.uniform(0.8, 1.2), s.rng.random() < 0.5)
        s.blob(
            g.all((-18, -6), (-4, -16), (8, -18), (12, -26), (19, -27), (18, -14), (6, -4), (-8, -3)),
            s.rng.choice(["#5e6468", "#777d80", "#8f8f8a"]),
        )
        s.line([g(2, -4), g(2, 4)], "#a4553f", 2)
    return s.finish(vignette=0.25)


def _wing(s, x0, x1, stone, shadow, dark, trim):
    s.wash_poly(
        [(x0, 720), (x1, 720), (x1, 1130), (x0, 1130)],
        [(0, mix(stone, shadow, 0.4)), (0.4, stone), (1, mix(stone, "#ffffff", 0.15))],
        sideways=True,
    )
    s.poly([(x0 - 10, 720), (x0 + 50, 600), (x1 - 50, 600), (x1 + 10, 720)], "#6f6a74")
    for k in range(40):
        x = x0 + 40 + k * 30
        s.line([(x, 604), (x - (800 - x) * 0.03, 716)], "#5d5965", 1.5, 0.6)
    s.rect(x0 - 18, 712, x1 + 18, 734, trim)
    s.rect(x0 - 8, 922, x1 + 8, 936, trim)
    for k in range(10):
        x = x0 + 68 + k * 120
        if 560 < x < 1040:
            continue
        _window(s, x, 900, 62, 130, dark, trim)
        _window(s, x, 1100, 62, 130, dark, trim)
    for k in range(11):
        s.rect(x0 + 4 + k * 120, 736, x0 + 16 + k * 120, 1130, mix(stone, shadow, 0.3))


def _window(s, x, y, w, h, glass, trim):
    r = w / 2
    head = [(x - r * math.cos(math.pi * k / 12), y - h + r - r * math.sin(math.pi * k / 12)) for k in range(13)]
    s.poly([(x - r - 8, y + 8), *[(px + (px - x) * 0.25, py - 8) for px, py in head], (x + r + 8, y + 8)], trim)
    s.wash_poly([(x - r, y), *head, (x + r, y)], [(0, "#86a5ad"), (0.5, "#566f7a"), (1, glass)])
    s.line([(x, y), (x, y - h)], trim, 4)
    s.line([(x - r, y - h * 0.45), (x + r, y - h * 0.45)], trim, 4)


def _tower(s, x, stone, shadow, dark, trim):
    s.wash_poly(
        [(x - 240, 690), (x + 240, 690), (x + 240, 1130), (x - 240, 1130)],
        [(0, shadow), (0.3, stone), (1, mix(stone, "#ffffff", 0.25))],
        sideways=True,
    )
    s.poly([(x - 270, 690), (x, 580), (x + 270, 690)], trim)
    s.poly([(x - 200, 680), (x, 600), (x + 200, 680)], mix(stone, shadow, 0.5))
    s.wash_poly(
        [(x - 105, 230), (x + 105, 230), (x + 105, 640), (x, 592), (x - 105, 640)],
        [(0, shadow), (0.42, stone), (0.5, mix(stone, "#ffffff", 0.3)), (1, mix(stone, "#ffffff", 0.3))],
        sideways=True,
    )
    s.rect(x - 122, 500, x + 122, 518, trim)
    s.rect(x - 122, 222, x + 122, 246, trim)
    for k in (-1, 1):
        _window(s, x + k * 44, 626 - 40, 36, 62, dark, trim)
    s.disc(x, 380, 88, trim)
    s.disc(x, 380, 76, "#fbf5e2")
    s.disc(x, 380, 76, "#dfe6da", 0.4)
    for k in range(12):
        g = At(x, 380, 1, turn=k * math.pi / 6)
        s.line(g.all((0, -70), (0, -56 if k % 3 else -50)), dark, 4 if k % 3 else 7)
    s.line([(x, 380), At(x, 380, 1, turn=math.radians(305))(0, -42)], dark, 8)
    s.line([(x, 380), At(x, 380, 1, turn=math.radians(60))(0, -62)], dark, 6)
    s.disc(x, 380, 8, dark)
    s.poly([(x - 84, 222), (x - 84, 150), (x + 84, 150), (x + 84, 222)], mix(stone, shadow, 0.25))
    for k in range(4):
        _window(s, x - 60 + k * 40, 216, 24, 56, dark, trim)
    s.wash_poly(curve([(x - 100, 152), (x - 84, 110), (x - 40, 84), (x - 12, 56), (x, 34), (x + 12, 56), (x + 40,
        84), (x + 84, 110), (x + 100, 152)]),
                [(0, "#3f7a74"), (0.5, "#6fa79b"), (1, "#8fc0ae")], sideways=True)  # fmt: skip
    s.line([(x, 44), (x, 10)], dark, 4)
    s.disc(x, 16, 6, "#d9a650")
    for k in range(5):
        s.wash_poly(
            [(x - 214 + k * 97, 700), (x - 178 + k * 97, 700), (x - 178 + k * 97, 1086), (x - 214 + k * 97, 1086)],
            [(0, "#fbeed2"), (0.5, trim), (1, shadow)][::-1],
            sideways=True,
        )
        s.rect(x - 222 + k * 97, 696, x - 170 + k * 97, 712, trim)
    for k in range(4):
        s.wash_poly(
            [
                (x - 168 + k * 97, 800),
                (x - 226 + (k + 1) * 97, 800),
                (x - 226 + (k + 1) * 97, 1086),
                (x - 168 + k * 97, 1086),
            ],
            [(0, "#6b5548"), (1, "#3a302e")],
        )
    s.rect(x - 30, 930, x + 30, 1086, "#6a2f2a")
    for k in range(4):
        s.rect(x - 250 - k * 16, 1086 + k * 13, x + 250 + k * 16, 1100 + k * 13, mix(trim, shadow, 0.15 * k))
    s.line([(x + 170, 692), (x + 170, 560)], dark, 4)
    s.poly(
        curve([(x + 172, 562), (x + 210, 570), (x + 260, 560)])
        + curve([(x + 260, 606), (x + 210, 616), (x + 172, 608)]),
        "#2f6b8a",
    )


def crossing(key):
    """Children and a crossing warden with her sign on the striped road."""
    s = Sheet(key, 1600, 1066, "#b0b096")
    s.wash([(0, "#a9c6c4"), (0.6, "#e6e3c8"), (1, "#f9e6b9")], (0, 0, 1600, 620))
    s.glow(1300, 330, 560, "#fff6da", 0.7)
    rooftops(s, 600, 560, 1100, "#b3b9a2", 60)
    _school(s)
    for x, y, tall in ((1250, 640, 420), (1480, 660, 540), (1080, 626, 260)):
        tree(s, x, y, tall, "#8f5a2c", "#e9b44a", "#5a4030", 0.35)
    s.wash_poly([(0, 640), (1600, 640), (1600, 700), (0, 700)], [(0, "#c9b48e"), (1, "#b39c7a")])
    for x in range(620, 1600, 26):
        s.line([(x, 652), (x, 588)], "#3f5a50", 3)
    s.line([(620, 596), (1600, 596)], "#3f5a50", 4)
    s.wash_poly([(0, 690), (1600, 690), (1600, 1066), (0, 1066)], [(0, "#8f8a86"), (1, "#4f4d55")])
    s.rect(0, 686, 1600, 698, "#e3d6b6")
    for k in range(7):
        x = 210 + k * 190
        s.poly(
            [
                (x + 40 + (800 - x) * 0.12, 712),
                (x + 140 + (800 - x) * 0.12, 712),
                (x + 96 - (800 - x) * 0.2, 1066),
                (x - 40 - (800 - x) * 0.2, 1066),
            ],
            "#efe6d0",
        )
    for x in (110, 1500):
        for i in range(6):
            s.rect(x - 7, 690 - (i + 1) * 52, x + 7, 690 - i * 52, "#fbf5e4" if i % 2 else "#26292e")
        s.glow(x, 356, 90, "#ffc35a", 0.8)
        s.disc(x, 356, 28, "#f6a32f")
    kids = [(520, 838, 232, "walk", "#2f5c8a", "#d9452f"), (640, 852, 258, "walk", "#b5432f", "#2f6b62"), (748, 836,
        214, "run", "#e0a635", "#3d4a7a"),
            (880, 856, 246, "walk", "#3f7a5c", "#c9562f"), (984, 842, 222, "stand", "#6a3f6a", "#e0a635")]  # fmt: skip
    for k, (x, y, h, pose, coat, bag) in enumerate(kids):
        _shadow(s, x, y, h)
        g = At(x, y, h)
        person(s, x, y, h, pose, coat, "#2c3440", ("#d9a680", "#8a5a40", "#e0b08c", "#c08a66", "#6a442f")[k],
               ("#4a2f20", "#1d1614", "#a8672f", "#2a1d18", "#1a1412")[k],
               False, ("wool", bag) if k in (1, 4) else None, 0.03, "#3a3f58" if k in (0, 3) else None, 1.15,
                   rim="#fff1c8", lit=1)  # fmt: skip
        s.poly(
            curve(
                g.all((-0.19, -0.8), (-0.06, -0.8), (-0.05, -0.54), (-0.18, -0.53), (-0.21, -0.66)),
                closed=True,
                steps=4,
            ),
            bag,
        )
    _shadow(s, 1210, 900, 400)
    person(
        s,
        1210,
        900,
        400,
        "stop",
        "#e8d13a",
        "#23303c",
        "#c4926f",
        "#5a4030",
        True,
        ("cap", "#1f2b36"),
        0.14,
        bulk=1.15,
        stripe="#fbfbf0",
        rim="#fff6da",
        lit=1,
    )
    s.line([(1130, 915), (1130, 330)], "#f4efe0", 8)
    s.disc(1130, 330, 62, "#d9452f")
    s.disc(1130, 330, 50, "#f4c23a")
    s.rect(1092, 320, 1168, 342, "#26292e")
    s.text(1130, 294, "STOP", 20, "#26292e", "mm")
    person(s, 330, 820, 330, "side", "#4a4048", "#2a2a30", "#c4926f", "#6a4a34", tail=0.1, rim="#fff1c8", lit=1)
    return s.finish(vignette=0.25)


def _shadow(s, x, y, h):
    s.shade(
        [(x - h * 0.07, y - 5), (x + h * 0.07, y - 5), (x - h * 0.28, y + h * 0.3), (x - h * 0.46, y + h * 0.28)],
        "#2e2d3a",
        0.6,
        0.25,
        soft=4,
    )


def _school(s):
    s.wash_poly([(-10, 300), (560, 330), (560, 650), (-10, 650)], [(0, "#b5583f"), (1, "#c97a56")])
    s.poly([(-10, 300), (-10, 190), (500, 230), (590, 336), (560, 338)], "#5d5560")
    s.poly([(150, 314), (250, 170), (350, 320), (350, 460), (150, 460)], "#c46a4a")
    s.line([(136, 326), (250, 160), (364, 330)], "#f0dcb8", 10)
    s.disc(250, 262, 30, "#f6ecd2")
    s.line([(250, 262), (250, 242)], "#3a3238", 4)
    s.line([(250, 262), (264, 268)], "#3a3238", 4)
    for x in (30, 190, 330, 470):
        s.rect(x - 30, 380, x + 54, 560, "#f0dcb8")
        s.wash_poly([(x - 22, 388), (x + 46, 388), (x + 46, 552), (x - 22, 552)], [(0, "#cfe0da"), (1, "#6f8f94")])
        s.line([(x + 12, 388), (x + 12, 552)], "#f0dcb8", 5)
        s.line([(x - 22, 450), (x + 46, 450)], "#f0dcb8", 5)


SCENES = {
    "town-hall": town_hall,
    "school-crossing": crossing,
}
