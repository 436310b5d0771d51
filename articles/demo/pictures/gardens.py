"""Pictures of growing things: the allotments and the orchard."""

import math

from articles.demo.pictures.built import church, rooftops
from articles.demo.pictures.figures import person
from articles.demo.pictures.paint import At, Sheet, curve, mix
from articles.demo.pictures.scenery import bush, clouds, grass, gulls, land, ridge, tree


def allotments(key):
    """Plots and sheds above the town, a man digging, a woman with a barrow."""
    s = Sheet(key, 1600, 1066, "#8f9a5c")
    s.wash([(0, "#86b5c2"), (0.6, "#d3e0cc"), (1, "#f6ecc6")], (0, 0, 1600, 460))
    clouds(s, [(320, 150, 560, 70), (1080, 110, 700, 80)], "#dfe8dc", "#fdf9ea", 0.8, 9)
    s.wash_poly([(0, 388), (1600, 380), (1600, 440), (0, 440)], [(0, "#7fb0b5"), (1, "#a9c9bf")])
    land(s, [(1050, 392), *curve([(1100, 384), (1300, 356), (1600, 340)])], [(0, "#9ab39c"), (1, "#b3c4a2")], 440)
    rooftops(s, 452, -10, 1620, "#b59a86", 50)
    church(s, 430, 452, 150, "#a58c7c")
    rooftops(s, 474, -10, 1620, "#a5735c", 56)
    s.wash_poly([(0, 462), (1600, 470), (1600, 1066), (0, 1066)], [(0, "#8fa35a"), (1, "#566b35")])
    for x in (40, 190, 1000, 1160, 1380, 1540):
        bush(s, x, 468, s.rng.uniform(26, 44), "#4f6a3a", "#9fae5a", 16)
    _plots(s)
    for x, y, k, tone in (
        (210, 600, 0.8, "#4f7a78"),
        (700, 560, 0.6, "#b5563f"),
        (1330, 640, 1.0, "#c9974a"),
        (1010, 560, 0.55, "#5c6d86"),
    ):
        _shed(s, x, y, k, tone)
    _poles(s, 520, 760)
    _poles(s, 1130, 860, 1.25)
    person(
        s,
        840,
        800,
        270,
        "bend",
        "#9a4a35",
        "#33415a",
        "#b98565",
        "#8a8478",
        True,
        ("brim", "#d9b56c"),
        bulk=1.12,
        rim="#fbf3cc",
        lit=1,
    )
    s.line([(740, 690), (716, 830)], "#6a4a30", 7)
    s.poly([(706, 812), (728, 814), (722, 850), (708, 848)], "#77807d")
    person(
        s,
        330,
        930,
        320,
        "carry",
        "#2f6b6a",
        "#3a3a44",
        "#c4926f",
        "#4a2f22",
        False,
        ("brim", "#e6c98a"),
        0.08,
        bulk=1.1,
        rim="#fbf3cc",
        lit=1,
    )
    _barrow(s, 440, 930)
    for x, y in ((1260, 985), (1330, 1010), (1400, 978), (1190, 1020)):
        bush(s, x, y - 26, 30, "#c9632a", "#f3b04a", 10)
    gulls(s, (900, 180, 1300, 320), 4, "#fbf9ec", 18, 32)
    return s.finish(vignette=0.2)


def _plots(s):
    """Lay beds in perspective, each with rows of its own green."""
    tones = [
        ("#6a4a32", "#7fa042"),
        ("#5c4230", "#4f7d4a"),
        ("#7a5a3a", "#b5b348"),
        ("#5f4630", "#6a9a8a"),
        ("#6a4a32", "#a34a5a"),
    ]
    bands = [(520, 590), (606, 690), (712, 830), (862, 1050)]
    for r, (y0, y1) in enumerate(bands):
        for c in range(4):
            u0, u1 = c * 0.5 - 1.02, c * 0.5 - 0.56
            a, b = 0.55 + (y0 - 500) / 500, 0.55 + (y1 - 500) / 500
            soil, leaf = tones[(r * 3 + c * 2) % 5]
            s.poly(
                [
                    (800 + u0 * 900 * a, y0),
                    (800 + u1 * 900 * a, y0),
                    (800 + u1 * 900 * b, y1),
                    (800 + u0 * 900 * b, y1),
                ],
                soil,
            )
            for row in range(7):
                u = u0 + (u1 - u0) * (row + 0.5) / 7
                for i in range(13):
                    t = i / 12
                    k = a + (b - a) * t
                    x, y = 800 + u * 900 * k, y0 + 4 + (y1 - y0 - 6) * t
                    s.oval(x, y, 11 * k, 6.5 * k * s.rng.uniform(0.6, 1.3), mix(leaf, "#f3e9a8", s.rng.random() * 0.35))


def _shed(s, x, y, k, tone):
    g = At(x, y, k)
    s.shade(g.all((100, 0), (230, 30), (60, 40), (-90, 10)), "#33401f", 0.5, 0.1, soft=5)
    s.poly(g.all((-90, 0), (-90, -150), (0, -200), (90, -150), (90, 0)), tone)
    s.poly(g.all((90, 0), (90, -150), (170, -160), (170, -16)), mix(tone, "#1d2618", 0.35))
    s.poly(g.all((-102, -146), (0, -206), (84, -212), (180, -158), (98, -146), (0, -198)), "#4d4a4f")
    for i in range(-4, 5):
        s.line(g.all((i * 20, 0), (i * 20, -150 - (40 - abs(i) * 9))), mix(tone, "#1d2618", 0.3), 1.8 * k)
    s.poly(g.all((-20, 0), (-20, -112), (44, -112), (44, 0)), mix(tone, "#1d2618", 0.4))
    s.poly(g.all((-74, -70), (-74, -112), (-34, -112), (-34, -70)), "#dfeadf")
    s.line(g.all((-54, -70), (-54, -112)), tone, 4 * k)


def _poles(s, x, y, k=1.0):
    g = At(x, y, k)
    for i in range(6):
        for side in (-1, 1):
            s.line([g(i * 36 + side * 16, 0), g(i * 36 - side * 4, -150)], "#8a6a42", 3.4 * k)
            for _ in range(13):
                t = s.rng.random() ** 0.8
                px, py = g(i * 36 + side * (16 - 20 * t) + s.rng.gauss(0, 7), -150 * t)
                s.oval(px, py, 8 * k, 6 * k, s.rng.choice(["#4f7d3a", "#7fa042", "#3d6332"]))
                if s.rng.random() < 0.12:
                    s.disc(px, py, 4.5 * k, "#d9452f")
    s.line([g(-8, -146), g(188, -146)], "#8a6a42", 4 * k)


def _barrow(s, x, y):
    g = At(x, y, 1.35)
    s.line(g.all((-48, -132), (10, -70), (60, -62)), "#6a4a30", 7)
    s.poly(g.all((-10, -92), (84, -92), (64, -42), (14, -42)), "#5f7d86")
    for px, py, r, tone in (
        (8, -98, 18, "#d98a35"),
        (34, -104, 22, "#c9562f"),
        (62, -98, 17, "#8fa042"),
        (46, -94, 14, "#e6b84a"),
    ):
        s.disc(*g(px, py), r * 1.2, tone)
    s.line(g.all((14, -44), (4, 0)), "#3a3a38", 6)
    s.disc(*g(66, -18), 26, "#2c2c2e")
    s.disc(*g(66, -18), 10, "#8f8f8a")


def orchard(key):
    """Pickers among heavy apple trees, a ladder and full crates."""
    s = Sheet(key, 1600, 1066, "#a9a85a")
    s.wash([(0, "#a9c9c4"), (0.6, "#f0e6bf"), (1, "#fbe0a0")], (0, 0, 1600, 620))
    s.glow(360, 380, 620, "#fff6d6", 0.8)
    land(s, ridge(s, 520, 50, 1.2, 0.4), [(0, "#b3bd8f"), (1, "#cfc98f")], 660)
    s.wash_poly([(0, 610), (1600, 600), (1600, 1066), (0, 1066)], [(0, "#c9c06a"), (0.4, "#94a04a"), (1, "#4f662f")])
    for row in range(4):
        y, size = 612 + row * row * 9 + row * 12, 110 + row * 46
        for k in range(9 - row):
            x = 800 + (k - (8 - row) / 2) * size * 1.55 + row * 20
            if row == 3 and 500 < x < 1100:
                continue
            s.oval(x + size * 0.3, y, size * 0.5, size * 0.07, "#3d5228", 0.5)
            tree(
                s,
                x,
                y + 2,
                size,
                mix("#4f6b2f", "#c9c06a", 0.45 - row * 0.13),
                mix("#b3b84a", "#f0e6a8", 0.5 - row * 0.12),
                "#6a5240",
                0.42,
            )
            _apples(s, x, y - size * 0.66, size * 0.4, 14, size * 0.022)
    s.shade([(0, 1000), (1600, 960), (1600, 1066), (0, 1066)], "#26361c", 0.0, 0.5)
    grass(s, 720, 1060, ["#c9c46a", "#5f7a35", "#8fa048", "#3f5a2a"], 1100, 22, 0.6)
    _big_tree(s, 300, 960, 860)
    _big_tree(s, 1380, 980, 820)
    _ladder(s)
    person(
        s,
        1060,
        930,
        330,
        "carry",
        "#2f5c78",
        "#3d3a40",
        "#b98565",
        "#2c1f1a",
        True,
        ("cap", "#5a4034"),
        0.03,
        bulk=1.1,
        rim="#fff3c4",
        lit=-1,
    )
    _crate(s, 972, 790, 130)
    person(
        s,
        740,
        900,
        280,
        "bend",
        "#8a3f5a",
        "#3a4456",
        "#d9a680",
        "#6a3a22",
        False,
        ("brim", "#e9cf94"),
        0.03,
        bulk=1.1,
        rim="#fff3c4",
        lit=-1,
    )
    for x, y, w in ((860, 950, 150), (700, 1000, 170), (880, 1040, 180)):
        _crate(s, x, y, w)
    return s.finish(vignette=0.3)


def _apples(s, x, y, r, count, size):
    for _ in range(count):
        t, d = s.rng.uniform(0, 6.28), s.rng.random() ** 0.5 * r
        px, py = x + math.cos(t) * d, y + math.sin(t) * d * 0.8
        s.disc(px, py, size, s.rng.choice(["#c9362c", "#d9562f", "#a82a2c", "#e08a3a"]))
        s.disc(px - size * 0.3, py - size * 0.3, size * 0.35, "#f6c99a", 0.7)


def _big_tree(s, x, y, tall):
    s.oval(x + 50, y, 250, 24, "#26361c", 0.55)
    trunk = [
        (x - 46, y + 6),
        (x - 26, y - 90),
        (x - 34, y - 240),
        (x - 10, y - 420),
        (x + 24, y - 420),
        (x + 30, y - 240),
        (x + 34, y - 90),
        (x + 62, y + 6),
    ]
    s.wash_blob(trunk, [(0, "#a37d58"), (0.4, "#6a4d3a"), (1, "#3a2c28")], sideways=True)
    for dx, dy, w in ((-190, -420, 34), (200, -440, 34), (-90, -520, 26), (110, -540, 26)):
        s.taper((x, y - 230), (x + dx, y + dy), w, w * 0.4, "#5a4233")
    for dx, dy, r in (
        (-210, -470, 170),
        (210, -480, 175),
        (0, -560, 220),
        (-130, -680, 180),
        (140, -690, 180),
        (0, -430, 120),
    ):
        bush(s, x + dx, y + dy, r * 1.12, "#3f5f2a", "#c2c255", 38)
    for dx, dy, r in ((-210, -450, 140), (210, -450, 140), (0, -520, 190), (-120, -660, 150), (130, -660, 150)):
        _apples(s, x + dx, y + dy, r, 16, 14)
    del tall


def _ladder(s):
    a, b = (470, 930), (388, 480)
    for off in (-26, 26):
        s.line([(a[0] + off, a[1]), (b[0] + off * 0.6, b[1])], "#d9b27a", 9)
    for k in range(11):
        t = (k + 0.7) / 11.5
        x, y, w = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, 26 - 10 * t
        s.line([(x - w, y), (x + w, y)], "#b98d58", 7)
    person(
        s,
        434,
        730,
        300,
        "reach",
        "#c98a35",
        "#34485c",
        "#b98565",
        "#3a2419",
        True,
        ("wool", "#8a2f2c"),
        0.02,
        bulk=1.1,
        rim="#fff3c4",
        lit=-1,
        back=True,
    )


def _crate(s, x, y, w):
    h = w * 0.42
    s.oval(x + w * 0.1, y + 4, w * 0.62, 9, "#26361c", 0.5)
    for _ in range(26):
        px, py = x + s.rng.uniform(-0.44, 0.44) * w, y - h - s.rng.uniform(-6, w * 0.1)
        s.disc(px, py, w * 0.062, s.rng.choice(["#c9362c", "#d9562f", "#a82a2c", "#e0963a"]))
        s.disc(px - 3, py - 3, w * 0.02, "#f6c99a", 0.7)
    for k in range(3):
        s.rect(
            x - w / 2,
            y - h + k * h * 0.35,
            x + w / 2,
            y - h + k * h * 0.35 + h * 0.28,
            ("#d9b27a", "#c99c62", "#b5864f")[k],
        )
    for side in (-1, 1):
        s.rect(x + side * w * 0.46 - w * 0.05, y - h, x + side * w * 0.46 + w * 0.05, y, "#a3763f")


SCENES = {
    "allotments": allotments,
    "orchard": orchard,
}
