"""Pictures of the stage: the choir, the theatre."""

from articles.demo.pictures.figures import crowd, person
from articles.demo.pictures.paint import At, Sheet, curve, mix


def choir(key):
    """The choir sings on the tiered stage, the conductor's arms raised."""
    s = Sheet(key, 1600, 1066, "#1c1024")
    s.wash([(0, "#1a0f26"), (0.6, "#4a1f3d"), (1, "#7a3242")], (0, 0, 1600, 760))
    for k in range(13):
        x = 180 + k * 104
        tall = 250 + 120 * (1 - abs(k - 6) / 6)
        s.wash_poly(
            [(x - 34, 470), (x - 34, 470 - tall), (x, 440 - tall), (x + 34, 470 - tall), (x + 34, 470)],
            [(0, "#f2c27a"), (0.2, "#b5733f"), (1, "#5a2a30")],
        )
        s.poly([(x - 20, 470), (x - 14, 430), (x + 14, 430), (x + 20, 470)], "#2a1424")
    s.wash_poly([(120, 470), (1480, 470), (1560, 800), (40, 800)], [(0, "#6a2f35"), (1, "#a35a40")])
    for row in range(4):
        y, h = 560 + row * 72, 200 + row * 14
        count = 15 + row
        for k in range(count):
            u = (k + 0.5) / count * 2 - 1
            _singer(s, 800 + u * (590 + row * 36), y - 36 * (1 - u * u) + 40, h, row, k)
    s.wash_poly([(0, 800), (1600, 800), (1600, 1066), (0, 1066)], [(0, "#d98f55"), (0.3, "#a35c3c"), (1, "#2a1420")])
    for k in range(-9, 10):
        s.line([(800 + k * 96, 800), (800 + k * 210, 1066)], "#4a2428", 1.6, 0.5)
    for x, lean in ((210, 360), (520, 160), (1080, -160), (1390, -360)):
        s.shade(
            [(x - 14, -10), (x + 14, -10), (x + lean + 190, 800), (x + lean - 190, 800)], "#ffe7ac", 0.5, 0.04, soft=10
        )
        s.poly([(x - 22, 0), (x + 22, 0), (x + 14 + lean * 0.04, 34), (x - 14 + lean * 0.04, 34)], "#0f0916")
        s.glow(x, 36, 90, "#fff3cf", 0.85)
    s.oval(800, 1010, 170, 26, "#1c0f1a")
    s.rect(630, 1010, 970, 1066, "#1c0f1a")
    s.oval(800, 1004, 166, 24, "#4a2428")
    person(
        s,
        800,
        1008,
        470,
        "cheer",
        "#120b16",
        "#0d0810",
        "#8a5c48",
        "#2a1a1c",
        tail=0.1,
        bulk=1.06,
        rim="#ffd99a",
        lit=1,
        back=True,
    )
    g = At(800, 1008, 470)
    s.line([g(0.16, -1.1), g(0.24, -1.24)], "#fff3cf", 3)
    xs = [20 + k * 74 for k in range(22)]
    crowd(s, 1080, 86, [x for x in xs if not 620 < x < 980], ["#140b18", "#1c0f1e", "#0f0813"], None, 0.12)
    return s.finish(vignette=0.45)


def _singer(s, x, y, h, row, k):
    w = h * 0.19
    robe = ("#e9dcc4", "#b5323f", "#e9dcc4", "#8f2438")[row]
    s.blob(
        [
            (x - w, y),
            (x - w * 0.95, y - h * 0.42),
            (x - w * 0.45, y - h * 0.56),
            (x + w * 0.45, y - h * 0.56),
            (x + w * 0.95, y - h * 0.42),
            (x + w, y),
        ],
        mix(robe, "#5a2a30", 0.12 + 0.1 * ((k * 7 + row) % 3)),
    )
    skin = ("#d9a986", "#b57f5c", "#e3b896", "#8a5a42", "#c9946f")[(k * 3 + row * 2) % 5]
    s.rect(x - h * 0.035, y - h * 0.64, x + h * 0.035, y - h * 0.54, mix(skin, "#5a2a30", 0.3))
    s.oval(x, y - h * 0.7, h * 0.072, h * 0.094, skin)
    hair = ("#2a1a16", "#6a4a34", "#c9c0b4", "#1a1214", "#8f4a2a")[(k * 2 + row) % 5]
    s.blob(
        [
            (x - h * 0.08, y - h * 0.68),
            (x - h * 0.075, y - h * 0.78),
            (x, y - h * 0.815),
            (x + h * 0.075, y - h * 0.78),
            (x + h * 0.08, y - h * 0.68),
            (x + h * 0.045, y - h * 0.755),
            (x - h * 0.045, y - h * 0.755),
        ],
        hair,
    )
    s.oval(x, y - h * 0.655, h * 0.018, h * 0.022, "#5a1f24")
    s.poly(
        [
            (x - w * 0.8, y - h * 0.34),
            (x, y - h * 0.29),
            (x + w * 0.8, y - h * 0.34),
            (x + w * 0.8, y - h * 0.14),
            (x, y - h * 0.09),
            (x - w * 0.8, y - h * 0.14),
        ],
        "#1d1420",
    )
    s.line([(x, y - h * 0.29), (x, y - h * 0.09)], "#6a4a3a", 1.5)


def theatre(key):
    """An actor alone in the light before the red curtain, the audience dark."""
    s = Sheet(key, 1600, 1600, "#160709")
    _curtain(s)
    s.shade([(690, -20), (910, -20), (1240, 1180), (360, 1180)], "#ffe9b8", 0.5, 0.22, soft=18)
    s.wash_poly([(0, 1120), (1600, 1120), (1600, 1400), (0, 1400)], [(0, "#4a1a18"), (0.3, "#7a3a26"), (1, "#2a0f10")])
    for k in range(-10, 11):
        s.line([(800 + k * 90, 1120), (800 + k * 150, 1400)], "#2a0f10", 2, 0.6)
    s.soft([(800, 1200, 400, 56)], "#ffe9b8", 16, 0.85)
    s.shade([(770, 1200), (830, 1200), (1050, 1330), (900, 1350)], "#2a0f10", 0.75, 0.25, soft=5)
    x, y, h = 800, 1212, 560
    person(
        s,
        x,
        y,
        h,
        "stop",
        "#150a10",
        "#0f070c",
        "#150a10",
        "#150a10",
        hat=("brim", "#150a10"),
        tail=0.2,
        bulk=1.05,
        rim="#ffedc4",
        lit=-1,
    )
    g = At(x, y, h)
    s.poly(
        curve(g.all((-0.12, -0.8), (-0.22, -0.5), (-0.3, -0.12), (-0.18, -0.1), (-0.04, -0.5)), closed=True), "#150a10"
    )
    s.line(curve(g.all((-0.125, -0.81), (-0.225, -0.5), (-0.305, -0.12))), "#ffedc4", 4)
    g = At(*g(0.2, -1.06), 1)
    s.blob(
        g.all((-24, -8), (-28, -40), (-16, -66), (14, -70), (32, -48), (26, -22), (12, -12), (10, 8), (-12, 8)),
        "#f3ead2",
    )
    for dx in (-6, 16):
        s.disc(*g(dx, -34), 7, "#150a10")
    s.poly(g.all((3, -26), (8, -18), (0, -18)), "#150a10")
    for k in range(9):
        lx = 120 + k * 170
        s.blob([(lx - 40, 1404), (lx - 32, 1376), (lx, 1362), (lx + 32, 1376), (lx + 40, 1404)], "#c9954a")
        s.glow(lx, 1372, 110, "#ffdf9a", 0.5)
    s.rect(0, 1398, 1600, 1424, "#b5803a")
    s.rect(0, 1424, 1600, 1600, "#12070a")
    _arch(s)
    for row in range(3):
        y = 1500 + row * 70
        xs = [s.rng.uniform(-8, 8) + 40 + k * (118 + row * 16) + (row % 2) * 60 for k in range(15)]
        crowd(s, y, 108 + row * 26, xs, [mix("#2a1014", "#070304", row * 0.45)], None, 0.08)
    return s.finish(vignette=0.4)


def _curtain(s):
    stops = []
    folds = 27
    for k in range(folds):
        stops += [
            (k / folds, "#3d0a10"),
            ((k + 0.42) / folds, "#b3222a"),
            ((k + 0.6) / folds, "#d9443a"),
            ((k + 0.8) / folds, "#8a151f"),
        ]
    s.wash([*stops, (1, "#3d0a10")], (0, 0, 1600, 1120), sideways=True)
    s.shade([(0, 0), (1600, 0), (1600, 520), (0, 520)], "#1d060a", 0.75, 0.0)
    s.shade([(0, 0), (560, 0), (560, 1120), (0, 1120)], "#1d060a", 0.75, 0.0, sideways=True)
    s.shade([(1040, 0), (1600, 0), (1600, 1120), (1040, 1120)], "#1d060a", 0.0, 0.75, sideways=True)
    s.rect(0, 1082, 1600, 1096, "#d9a650")
    for k in range(160):
        s.line([(k * 10 + 4, 1096), (k * 10 + 4, 1120)], "#b5803a", 5)


def _arch(s):
    gold, dark = "#c9954a", "#3a1a18"
    for side in (-1, 1):
        a, b = 800 + side * 660, 800 + side * 820
        s.wash_poly(
            [(a, 0), (b, 0), (b, 1424), (a, 1424)],
            [(0, gold if side > 0 else dark), (0.5, "#7a4a2c"), (1, dark if side > 0 else gold)],
            sideways=True,
        )
        for k in range(12):
            s.disc(800 + side * 716, 180 + k * 110, 18, "#e9c27a")
            s.disc(800 + side * 716, 180 + k * 110, 10, "#7a4a2c")
    for k in range(5):
        x = 800 + (k - 2) * 330
        swag = curve(
            [(x - 180, -10), (x - 165, 90), (x - 90, 170), (x, 196), (x + 90, 170), (x + 165, 90), (x + 180, -10)]
        )
        s.wash_poly(swag, [(0, "#4a0d13"), (0.6, "#a31f26"), (1, "#d9443a")])
        for j in range(1, 4):
            s.line(
                [
                    (x - 170 + j * 6, -10),
                    (x - 80, 40 * j - 10),
                    (x, 46 * j),
                    (x + 80, 40 * j - 10),
                    (x + 170 - j * 6, -10),
                ],
                "#5a0f16",
                4,
                0.6,
                smooth=True,
            )
        s.line(swag, "#d9a650", 9)


SCENES = {
    "choir": choir,
    "theatre": theatre,
}
