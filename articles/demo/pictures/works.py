"""Pictures of the railway and the building site."""

from articles.demo.pictures.built import church, rooftops, tower_crane
from articles.demo.pictures.figures import person
from articles.demo.pictures.paint import Sheet
from articles.demo.pictures.scenery import bare_tree, land, ridge, streaks


def station(key):
    """A small train waits at the station in winter sun."""
    s = Sheet(key, 1600, 1066, "#b3a98c")
    s.wash([(0, "#5f7f93"), (0.6, "#c9cdbd"), (1, "#f9dca6")], (0, 0, 1600, 560))
    s.glow(880, 500, 520, "#fff3d0", 0.8, ry=300)
    land(s, ridge(s, 470, 50, 1.4, 0.4), [(0, "#8b9a94"), (1, "#b9b59a")], 600)
    rooftops(s, 560, 560, 900, "#9a9a8c", 46)
    church(s, 700, 560, 130, "#8f9186")
    for x, tall in ((590, 210), (520, 270), (655, 170)):
        bare_tree(s, x, 590, tall, "#57524c")
    s.wash_poly([(800, 560), (900, 560), (1600, 900), (1600, 1066), (500, 1066)], [(0, "#b9a889"), (1, "#4e443c")])
    for k in range(26):
        t = (k / 26) ** 2.2
        y = 566 + 520 * t
        s.line([(830 - 150 * t, y), (868 + 370 * t, y)], "#3a312c", 1.5 + 16 * t, 0.7)
    for a, b in ((840, 760), (860, 1130)):
        s.line([(a, 562), (b, 1066)], "#5a4d44", 7)
        s.line([(a, 562), (b, 1066)], "#fbe6bd", 3)
    _platform(s)
    _train(s)
    people = [(500, 742, 150, "stand", "#33424c"), (440, 770, 176, "side", "#8a3b2f"), (310, 840, 240, "walk",
        "#c38a35"), (196, 900, 300, "stand", "#2f4a4c"),
              (590, 700, 112, "walk", "#4a3a44"), (620, 682, 96, "stand", "#2d3338")]  # fmt: skip
    for k, (x, y, h, pose, coat) in enumerate(people):
        s.shade(
            [(x - h * 0.06, y - 4), (x + h * 0.06, y - 4), (x - h * 0.2, y + h * 0.34), (x - h * 0.4, y + h * 0.3)],
            "#4a3f3a",
            0.6,
            0.15,
            soft=4,
        )
        person(s, x, y, h, pose, coat, "#26282c", "#b98565", "#2e211c", k % 2 == 1, ("wool", "#5c2f2a") if k in (0,
               3) else None, 0.08, bulk=1.1,
               rim="#ffeec4", lit=1, back=k == 3)  # fmt: skip
        if k in (2, 3):
            s.rect(x + h * 0.14, y - h * 0.2, x + h * 0.3, y - h * 0.01, "#4d3a2c", round_=6)
    return s.finish(vignette=0.35)


def _platform(s):
    s.wash_poly([(826, 566), (0, 700), (0, 1066), (690, 1066)], [(0, "#d6c29a"), (1, "#94806a")])
    s.poly([(826, 566), (690, 1066), (640, 1066), (818, 566)], "#f3e6c4")
    s.poly([(826, 566), (690, 1066), (716, 1066), (830, 572)], "#5c4f46")
    s.poly([(0, 250), (0, 870), (420, 660), (420, 400)], "#9a5b42")
    s.shade([(0, 250), (0, 870), (420, 660), (420, 400)], "#5a2f2a", 0.6, 0.0, sideways=True)
    for k in range(4):
        a, b = 60 + k * 96, 112 + k * 88
        ya, yb = 0.76, 0.6
        top = 420 + a * 0.17
        low = 830 - a * ya + 40 * yb
        s.poly([(a, top), (b, top + 10), (b, low - 70), (a, low - 40)], "#ffdf98")
        s.line([((a + b) / 2, top), ((a + b) / 2, low - 50)], "#5a2f2a", 4)
    s.wash_poly(
        [(-10, 190), (520, 392), (560, 420), (560, 440), (430, 430), (-10, 300)], [(0, "#c9cbb8"), (1, "#6f7468")]
    )
    for k in range(15):
        x = 20 + k * 37
        s.poly([(x, 300 + x * 0.245), (x + 37, 309 + x * 0.245), (x + 18, 336 + x * 0.2)], "#f3e6c4")
    for x, y0, y1 in ((140, 330, 900), (340, 384, 780), (460, 412, 716), (532, 436, 672)):
        s.line([(x, y0), (x, y1)], "#3c4a44", 13 - x / 60)
    s.line([(600, 690), (600, 560)], "#3c4a44", 4)
    s.rect(540, 520, 664, 562, "#24424c", round_=4)
    s.text(602, 541, "SALTMERE", 22, "#f6ecd2", "mm")


def _train(s):
    s.wash_poly([(880, 470), (1150, 250), (1150, 860), (880, 596)], [(0, "#2c6a70"), (1, "#1a444e")], sideways=True)
    s.poly([(880, 470), (1150, 250), (1600, 214), (1600, 250), (1150, 290)], "#a9b3aa")
    s.wash_poly(
        [(1150, 250), (1600, 196), (1600, 1000), (1150, 862)], [(0, "#e0a03a"), (0.5, "#c98428"), (1, "#7a4a1f")]
    )
    s.poly([(1150, 250), (1330, 204), (1600, 184), (1600, 250), (1150, 300)], "#d9dccb")
    s.wash_poly(
        [(1185, 340), (1370, 326), (1370, 540), (1185, 534)], [(0, "#9fc0c4"), (0.6, "#3f5f6a"), (1, "#22383f")]
    )
    s.wash_poly(
        [(1410, 323), (1620, 306), (1620, 545), (1410, 541)], [(0, "#9fc0c4"), (0.6, "#3f5f6a"), (1, "#22383f")]
    )
    person(s, 1500, 700, 330, "stand", "#22323a", "#22323a", "#6a5040", "#1a1a1a")
    s.poly([(1400, 545), (1620, 549), (1620, 760), (1400, 720)], "#c07d28")
    s.poly([(1150, 640), (1600, 700), (1600, 760), (1150, 690)], "#22383f")
    for x, y in ((1200, 600), (1560, 640)):
        s.disc(x, y, 20, "#fff6d6")
        s.glow(x, y, 120, "#fff1c4", 0.85)
    s.poly([(1160, 860), (1600, 1000), (1600, 1040), (1180, 900)], "#22262a")
    for k in range(5):
        a, b = 890 + k * 52 - (4 - k) * 2, 930 + k * 52
        ya, yb = 470 - (a - 880) * 0.81 + 40 + (a - 880) * 0.27, 470 - (b - 880) * 0.81 + 40 + (b - 880) * 0.27
        la, lb = 560 + (a - 880) * 0.16, 560 + (b - 880) * 0.16
        s.poly([(a, ya), (b, yb), (b, lb - 12), (a, la - 14)], "#fbe3a6")
    s.poly([(880, 575), (1150, 660), (1150, 700), (880, 582)], "#e9c27a")


def housing_site(key):
    """Cranes over half-built terraces, men on the scaffold."""
    s = Sheet(key, 1600, 1066, "#d3a388")
    s.wash([(0, "#e9b48f"), (0.5, "#f6d9ae"), (1, "#fbeccb")], (0, 0, 1600, 800))
    streaks(s, 80, 560, ["#fff1d2", "#e39f82", "#f0c39a"], 36, 0.45)
    s.glow(420, 620, 520, "#fff7de", 0.8, ry=320)
    s.disc(420, 560, 46, "#fffaea")
    land(s, ridge(s, 720, 46, 1.3, 0.4), [(0, "#e3b795"), (1, "#ecc9a0")], 840)
    rooftops(s, 800, -10, 1620, "#cf9f86", 54)
    church(s, 210, 800, 190, "#c4937e")
    tower_crane(s, 1180, 810, 640, 470, "#8d4f3f", True)
    tower_crane(s, 470, 820, 560, 330, "#b0705a")
    s.line([(830, 172), (830, 420)], "#8d4f3f", 1.8)
    s.poly([(790, 440), (870, 440), (870, 462), (790, 462)], "#8d4f3f")
    s.line([(790, 440), (830, 412), (870, 440)], "#8d4f3f", 1.6)
    for k in range(4):
        _terrace(s, 640 + k * 176, 850, k)
    s.wash_poly(
        [(0, 850), (500, 836), (1600, 850), (1600, 1066), (0, 1066)], [(0, "#b98565"), (0.4, "#8f5f4c"), (1, "#5a3a38")]
    )
    for _ in range(60):
        y = s.rng.uniform(870, 1060)
        x = s.rng.uniform(0, 1600)
        s.line([(x, y), (x + s.rng.uniform(40, 200), y - 4)], s.rng.choice(["#d9a580", "#6a4440"]), 3, 0.45)
    for k in range(5):
        _half_built(s, 20 + k * 118, 900, k)
    _bricks(s)
    for x, y, h, pose, flip in (
        (800, 990, 220, "point", False),
        (890, 996, 210, "hips", False),
        (1130, 960, 180, "carry", True),
        (400, 1010, 214, "walk", False),
    ):
        s.shade([(x - 12, y - 4), (x + 16, y - 4), (x + 130, y + 40), (x + 90, y + 46)], "#3a2528", 0.55, 0.2, soft=3)
        person(
            s,
            x,
            y,
            h,
            pose,
            "#d9622c",
            "#33303a",
            "#8f5f48",
            "#3a2420",
            flip,
            ("helmet", "#fbf3dc"),
            bulk=1.1,
            rim="#fff1cf",
            stripe="#fbf0b8",
        )
    return s.finish(vignette=0.25)


def _terrace(s, x, y, k):
    wall = ("#b5654a", "#c07552", "#a95a45", "#b86c4e")[k]
    h = 230
    s.rect(x, y - h, x + 176, y, wall)
    if k < 2:
        s.poly([(x - 4, y - h), (x + 88, y - h - 104), (x + 180, y - h)], wall)
        s.line([(x - 8, y - h + 4), (x + 88, y - h - 106), (x + 184, y - h + 4)], "#4d3a44", 9)
    else:
        for i in range(7):  # bare rafters
            s.line([(x + i * 6, y - h), (x + 60 + i * 8, y - h - 100), (x + 176 - (6 - i) * 6, y - h)], "#7a4c3a", 3)
        s.line([(x + 56, y - h - 100), (x + 120, y - h - 100)], "#7a4c3a", 5)
    for row in range(2):
        for col in range(2):
            s.rect(
                x + 26 + col * 76,
                y - h + 30 + row * 104,
                x + 74 + col * 76,
                y - h + 96 + row * 104,
                "#5a3436" if k > 1 else "#8fa3a4",
            )
    for i in range(4):
        s.line([(x + i * 58, y), (x + i * 58, y - h - 40)], "#53404a", 3)
    for i in range(3):
        s.line([(x, y - 84 - i * 84), (x + 176, y - 84 - i * 84)], "#53404a", 4)
        s.line([(x, y - 104 - i * 84), (x + 176, y - 104 - i * 84)], "#53404a", 2)
    s.line([(x, y), (x + 58, y - 84), (x + 116, y - 168)], "#53404a", 2)
    if k in (1, 2, 3):
        person(
            s,
            x + 70,
            y - 168 if k != 2 else y - 252,
            86,
            ("carry", "bend", "stand")[k - 1],
            "#d9622c",
            "#33303a",
            "#8f5f48",
            hat=("helmet", "#fbf3dc"),
            stripe="#fbf0b8",
        )


def _half_built(s, x, y, k):
    tops = (190, 168, 118, 90, 48)
    h, w = tops[k], 118
    steps = [(x, y), (x, y - h)]
    after = tops[k + 1] if k < 4 else 14
    for i in range(4):  # the end of each wall is racked back, course by course
        level = h + (after - h) * (i + 1) / 4
        steps += [(x + w * (0.55 + i * 0.11), steps[-1][1]), (x + w * (0.55 + i * 0.11), y - level)]
    s.wash_poly([*steps, (x + w, y - after), (x + w, y)], [(0, "#b5634a"), (1, "#7d4038")])
    if h > 80:
        s.rect(x + 28, y - min(h - 14, 128), x + 78, y - 34, "#4a2c30")
        s.rect(x + 22, y - min(h - 14, 128) - 8, x + 84, y - min(h - 14, 128), "#d9a580")
    for i in range(1, int(h / 14)):
        s.line([(x, y - i * 14), (x + w * 0.54, y - i * 14)], "#5a2f2c", 1, 0.35)


def _bricks(s):
    for _k, (x, y) in enumerate(((1250, 1010), (1370, 1020), (1310, 960), (1480, 1000))):
        s.poly([(x, y), (x, y - 62), (x + 96, y - 62), (x + 96, y)], "#b5583f")
        s.poly([(x, y - 62), (x + 22, y - 80), (x + 118, y - 80), (x + 96, y - 62)], "#dd8a64")
        s.poly([(x + 96, y), (x + 96, y - 62), (x + 118, y - 80), (x + 118, y - 18)], "#7a3a32")
        for i in range(1, 4):
            s.line([(x, y - i * 15), (x + 96, y - i * 15)], "#7a3a32", 1.5)
        s.line([(x + 30, y), (x + 30, y - 62)], "#f3d9b4", 2.5, 0.7)


SCENES = {
    "station": station,
    "housing-site": housing_site,
}
