"""Pictures of sport: football under lights, a crew on the river."""

import math

from articles.demo.pictures.built import church, rooftops
from articles.demo.pictures.figures import POSES, STAND, crowd, person
from articles.demo.pictures.paint import At, Sheet, curve, mix
from articles.demo.pictures.scenery import bush, land, lens, ridge, ripples, stars


def football_night(key):
    """A striker shoots under the floodlights, the goalkeeper dives."""
    s = Sheet(key, 1600, 1066, "#0d1a2b")
    s.wash([(0, "#0a1526"), (0.7, "#1d3a55"), (1, "#3d6070")], (0, 0, 1600, 560))
    stars(s, (0, 0, 1600, 240), 60, "#e9eef3", 0.7)
    rooftops(s, 420, -10, 1620, "#15293d", 70, "#f2c877", 0.1)
    for x, y, k in ((190, 430, 1.0), (1410, 430, 1.0), (640, 430, 0.62), (980, 430, 0.62)):
        _floodlight(s, x, y, k)
    _stand(s)
    s.wash_poly([(0, 560), (1600, 560), (1600, 1066), (0, 1066)], [(0, "#3f8a55"), (0.3, "#2f7a48"), (1, "#17452f")])
    for k in range(-9, 10, 2):
        a, b, c, d = (800 + k * 130, 800 + (k + 1) * 130, 800 + (k + 1) * 310, 800 + k * 310)
        s.poly([(a, 560), (b, 560), (c, 1066), (d, 1066)], "#7fc07a", 0.16)
    s.line([(0, 640), (1600, 600)], "#eef3e4", 4, 0.9)
    s.line([(1120, 612), (800, 800), (1600, 790)], "#eef3e4", 5, 0.8)
    _goal(s)
    players = [
        (250, 720, 210, "run", False, 0),
        (560, 700, 196, "stride", True, 1),
        (1010, 706, 200, "run", False, 1),
        (130, 840, 300, "stride", False, 1),
        (820, 668, 168, "stand", True, 1),
    ]
    for x, y, h, pose, flip, team in players:
        _player(s, x, y, h, pose, flip, team)
    _player(s, 560, 980, 500, "kick", False, 0)
    _player(s, 880, 950, 430, "run", True, 1)
    s.oval(812, 952, 34, 8, "#0f2f22", 0.6)
    _ball(s, 812, 846, 27)
    for x, y in ((190, 96), (1410, 96)):
        s.shade(
            [(x - 60, y), (x + 60, y), (x + (800 - x) * 1.1 + 380, 1066), (x + (800 - x) * 1.1 - 380, 1066)],
            "#e9f4e9",
            0.22,
            0.0,
            soft=18,
        )
    return s.finish(vignette=0.5)


def _floodlight(s, x, y, k):
    g = At(x, y, k)
    for side in (-12, 12):
        s.line(g.all((side, 0), (side * 0.5, -300)), "#0c1826", 5 * k)
    for i in range(8):
        s.line(g.all((-12, -i * 36), (11, -i * 36 - 36), (-12, -i * 36 - 36)), "#0c1826", 2 * k)
    s.poly(g.all((-72, -380), (72, -380), (66, -296), (-66, -296)), "#0c1826")
    for i in range(4):
        for j in range(3):
            s.disc(*g(-48 + i * 32, -364 + j * 26), 10 * k, "#fdfff2")
    s.glow(*g(0, -338), 300 * k, "#e9f6f6", 0.85)


def _stand(s):
    s.poly([(330, 330), (1270, 330), (1330, 380), (270, 380)], "#0f2033")
    s.wash_poly([(300, 380), (1300, 380), (1300, 540), (300, 540)], [(0, "#16283c"), (1, "#2b4356")])
    for x in (330, 560, 800, 1040, 1270):
        s.rect(x - 4, 370, x + 4, 540, "#0c1826")
    coats = ["#2f6b7a", "#c9472f", "#e3e0d2", "#24384c", "#8a3a34", "#3d5566", "#d9a23c"]
    for row in range(6):
        y = 430 + row * 24
        lo, hi = (300, 1300) if row < 3 else (-10, 1610)
        xs = [lo + i * 21 + s.rng.uniform(-5, 5) for i in range(int((hi - lo) / 21) + 1)]
        crowd(s, y + 20, 44, xs, coats, s.rng.choice(["#c99a7a", "#a87858", "#d9ae8c"]), 0.1)
    s.rect(0, 556, 1600, 596, "#12243a")
    for k, words in enumerate(("MARLINSPIKE OUTFITTERS", "THE TIDEWATER BOOKSHOP", "SALTMERE COLLEGE", "OUZEL BAKERY")):
        x = 10 + k * 400
        s.rect(x, 560, x + 390, 594, ("#e9e3cf", "#2f6b7a", "#c9472f", "#e0b44a")[k])
        s.text(x + 195, 577, words, 22, ("#1d3544", "#f6f0dc", "#f6f0dc", "#1d2a38")[k], "mm")


def _player(s, x, y, h, pose, flip, team):
    shirt, shorts, socks = (("#d9402f", "#f4efe2", "#d9402f"), ("#e9d24a", "#22406a", "#22406a"))[team]
    skin = s.rng.choice(["#c9946f", "#8a5a40", "#d9a986", "#6a442f"])
    s.shade(
        [
            (x - h * 0.1, y - h * 0.03),
            (x + h * 0.14, y - h * 0.03),
            (x + h * 0.4, y + h * 0.1),
            (x + h * 0.1, y + h * 0.12),
        ],
        "#0c2a1e",
        0.6,
        0.25,
        soft=3,
    )
    person(
        s,
        x,
        y,
        h,
        pose,
        shirt,
        skin,
        skin,
        s.rng.choice(["#2a1b16", "#14100f", "#6a4426"]),
        flip,
        bulk=1.08,
        rim="#f4f8ec",
        lit=-1 if x > 800 else 1,
    )
    j = STAND | POSES[pose]
    g = At(x, y, h, flip)
    for knee, foot in zip(j["knees"], j["feet"], strict=True):
        hip = j["hip"]
        mid = (hip[0] + (knee[0] - hip[0]) * 0.62, hip[1] + (knee[1] - hip[1]) * 0.62)
        s.taper(g(hip[0], -hip[1]), g(mid[0], -mid[1]), h * 0.125, h * 0.12, shorts)
        calf = (knee[0] + (foot[0] - knee[0]) * 0.35, knee[1] + (foot[1] - knee[1]) * 0.35)
        s.taper(g(calf[0], -calf[1]), g(foot[0], -foot[1] - 0.02), h * 0.076, h * 0.058, socks)
        toe = j["toes"] * (1 if pose != "kick" or foot[0] < 0 else 0.8)
        s.taper(
            g(foot[0] - 0.01, -foot[1] + 0.004),
            g(foot[0] + toe * 0.85, -foot[1] + 0.01),
            h * 0.046,
            h * 0.03,
            "#16222c",
        )
    if h > 280:
        n, hp = j["neck"], j["hip"]
        s.text(*g((n[0] + hp[0]) / 2, -(n[1] * 0.62 + hp[1] * 0.38)), "9" if team == 0 else "5", h * 0.1, shorts, "mm")


def _ball(s, x, y, r):
    s.disc(x, y, r, "#fbfbf3")
    s.shade(
        curve([(x - r, y + 2), (x, y + r), (x + r, y + 2), (x, y + r * 0.4)], closed=True), "#6a7d86", 0.5, 0.5, soft=4
    )
    for k in range(5):
        a = k * 1.257 + 0.4
        s.disc(x + math.cos(a) * r * 0.72, y + math.sin(a) * r * 0.72, r * 0.2, "#1d2a36")
    s.disc(x, y, r * 0.27, "#1d2a36")


def _goal(s):
    left, right, back = (1236, 770), (1560, 752), 60
    top = 520
    for k in range(15):
        t = k / 14
        x = left[0] + (right[0] - left[0]) * t
        s.line([(x, top - 4 * t), (x + back, top + 36), (x + back * 1.2, 740)], "#e9eee6", 1.2, 0.5)
    for k in range(9):
        y = top + 30 + k * 26
        s.line([(left[0], y), (left[0] + back, y + 8), (right[0] + back, y)], "#e9eee6", 1.2, 0.45)
    _player(s, 1385, 752, 226, "cheer", True, 1)
    s.line([left, (left[0], top), (right[0], top - 8), right], "#fdfdf6", 9)


def rowing(key):
    """A four goes by on the still river at first light."""
    s = Sheet(key, 1600, 900, "#a9b8b0")
    s.wash([(0, "#86b0b8"), (0.5, "#e3dcc0"), (1, "#fbdca6")], (0, 0, 1600, 400))
    s.glow(1120, 380, 520, "#fff6d6", 0.9, ry=260)
    land(s, ridge(s, 330, 44, 1.0, 0.4), [(0, "#9fb3a6"), (1, "#c9cdb0")], 410)
    rooftops(s, 400, 120, 420, "#8fa096", 40)
    church(s, 300, 400, 140, "#869a91")
    for k in range(46):
        x = k * 37 + s.rng.uniform(-14, 14)
        if 130 < x < 380:
            continue
        r = s.rng.uniform(20, 46)
        bush(s, x, 396 - r * 0.6, r, mix("#5f7d5f", "#e9dcb0", 0.3), mix("#a9b56a", "#fbe6b8", 0.4), 9)
    s.rect(0, 396, 1600, 408, "#6a8068")
    s.mirror(406, 494, "#a9b5a4", 0.3, 1.25, 5, 5)
    s.shade([(0, 406), (1600, 406), (1600, 900), (0, 900)], "#2f5a66", 0.0, 0.75)
    s.soft([(300, 410, 420, 9), (1100, 414, 520, 10), (760, 408, 300, 7)], "#fdf0d0", 10, 0.75)
    ripples(s, 430, 900, ["#fff3d0", "#d9d9be"], 160, 0.5, 1120, 0.5)
    ripples(s, 600, 900, ["#234853", "#7fa3a0"], 140, 0.4)
    _crew(s, 420, 500, 0.42, ["#5f7d80"] * 4, "#6a8486", "#4d6a70")
    _crew(s, 690, 700, 1.25, ["#c9402f", "#f1e7d0", "#c9402f", "#f1e7d0"], "#23343c", "#fbf3dc")
    for x0, y0, w in ((0, 900, 330), (1600, 910, 280)):
        for _ in range(70):
            x = x0 + s.rng.uniform(-1, 1) * w
            tall = 230 * (1 - abs(x - x0) / w) * s.rng.uniform(0.5, 1.1) + 20
            s.line([(x, y0), (x + s.rng.gauss(4, 10), y0 - tall)], s.rng.choice(["#1d3a38", "#2f4f40", "#16302f"]), 3.4)
            if s.rng.random() < 0.3:
                s.oval(x + 4, y0 - tall - 12, 5, 22, "#4a3a2c")
    return s.finish(vignette=0.35)


def _crew(s, x, y, k, shirts, hull, trim):
    """Row a coxed four to the left, her middle at (x, y)."""
    g = At(x, y, k)
    s.soft([(x, y + 26 * k, 420 * k, 9 * k)], "#1d3d48", 6, 0.6)
    seats = [(-190 + i * 118, shirts[i]) for i in range(4)]
    for sx, _ in seats:  # the far oars
        s.line([g(sx - 44, -38), g(sx + 60, -66), g(sx + 150, -30)], "#8a6a44", 2.4 * k)
    for sx, shirt in seats:
        person(
            s,
            *g(sx - 10, -4),
            250 * k,
            "catch",
            shirt,
            "#26343c",
            "#c08a66",
            "#2c1f1a",
            bulk=1.12,
            rim="#fff3cf",
            lit=1,
        )
        s.taper(g(sx + 92, -66), g(sx + 4, -20), 5 * k, 5 * k, "#a3804f")
        s.taper(g(sx + 10, -24), g(sx - 150, 44), 4.4 * k, 4 * k, "#c9a268")
        s.poly(g.all((sx - 140, 36), (sx - 186, 48), (sx - 190, 62), (sx - 146, 50)), "#c9402f")
        for r in (20, 34, 50):
            lens(s, *g(sx - 168, 60 + r * 0.08), r * k, 1.7 * k, "#fdf3d6", 0.6)
        s.disc(*g(sx + 10, -24), 4 * k, "#23343c")
    person(
        s,
        *g(320, 2),
        210 * k,
        "sit",
        "#23343c",
        "#1d2a30",
        "#c08a66",
        "#2c1f1a",
        True,
        ("cap", "#f4efe2"),
        bulk=1.1,
        rim="#fff3cf",
        lit=1,
    )
    top = curve(g.all((-500, 4), (-260, -8), (0, -11), (260, -9), (470, 0)))
    low = curve(g.all((470, 6), (250, 24), (0, 28), (-250, 22), (-500, 6)))
    s.poly(top + low, hull)
    s.line(top, trim, 4 * k)
    for r in range(7):
        lens(s, *g(-470 + r * 150, 31 + (r % 3) * 3), 90 * k, 2 * k, "#e9ead6", 0.55)


SCENES = {
    "football-night": football_night,
    "rowing": rowing,
}
