"""Pictures of the streets after dark: Fore Street in the rain, the night bus."""

from articles.demo.pictures.built import lamp, rooftops
from articles.demo.pictures.figures import person
from articles.demo.pictures.paint import At, Sheet, curve, mix
from articles.demo.pictures.scenery import lens, rain, ripples, stars


def high_street(key):
    """Shop fronts shine on a wet street at nightfall, people under umbrellas."""
    s = Sheet(key, 1280, 1600, "#1b2440")
    s.wash([(0, "#1c2747"), (0.5, "#4b4a72"), (0.85, "#b5788a"), (1, "#e8a986")], (0, 0, 1280, 860))
    s.glow(640, 850, 300, "#ffd9a0", 0.7)
    rooftops(s, 850, 540, 760, "#5a4a70", 34)
    s.poly([(632, 850), (632, 640), (640, 560), (648, 640), (648, 850)], "#5a4a70")
    walls = ["#6b4560", "#3a4468", "#7d5460", "#46406a", "#5a3c5a", "#34395f"]
    for side in (-1, 1):
        for k in range(5, -1, -1):
            _front(s, side, k, walls[(k + (side > 0) * 3) % 6])
    s.wash_poly(
        [(560, 850), (720, 850), (1280, 1130), (1280, 1600), (0, 1600), (0, 1130)], [(0, "#8a6a86"), (1, "#20243f")]
    )
    s.mirror(856, 744, "#1d2342", 0.28, 1.0, 9, 7)
    s.shade([(0, 860), (1280, 860), (1280, 1600), (0, 1600)], "#161b36", 0.12, 0.5)
    for side in (-1, 1):
        for k in range(5, -1, -1):
            _front(s, side, k, walls[(k + (side > 0) * 3) % 6])
    for side in (-1, 1):
        s.poly(
            [(640 + side * 72, 856), (640 + side * 90, 856), (640 + side * 660, 1290), (640 + side * 560, 1290)],
            "#241f3c",
            0.45,
        )
        s.line([(640 + side * 72, 856), (640 + side * 560, 1290)], "#f0c79a", 2.5, 0.4)
    ripples(s, 880, 1600, ["#ffd79a", "#e89a7a", "#8d86b4"], 210, 0.4, 640, 0.55)
    for x, y, h in ((548, 870, 150), (740, 874, 160), (440, 930, 290), (868, 950, 320)):
        lamp(s, x, y, h, "#151830", "#ffe2a0", h * 0.42, 0.85)
        s.shade(
            [(x - 6, y + 4), (x + 6, y + 4), (x + h * 0.08, y + h * 1.1), (x - h * 0.08, y + h * 1.1)],
            "#ffe2a0",
            0.55,
            0.0,
            soft=3,
        )
    folk = [(600, 905, 96, "walk", "#262a48", "#c9472f"), (690, 930, 122, "side", "#2c2f50", "#2f6b7a"), (520, 985,
        180, "walk", "#1f2442", "#3d3a68"),
            (770, 1080, 270, "walk", "#1a1e3a", "#d98a35"), (420, 1270, 440, "walk", "#14182f", "#b5323a")]  # fmt: skip
    for k, (x, y, h, pose, coat, brolly) in enumerate(folk):
        s.shade(
            [(x - h * 0.16, y), (x + h * 0.16, y), (x + h * 0.2, y + h * 0.7), (x - h * 0.2, y + h * 0.7)],
            "#0f1228",
            0.6,
            0.0,
            soft=6,
        )
        person(
            s,
            x,
            y,
            h,
            pose,
            coat,
            "#10142a",
            "#6a4a50",
            "#1d1830",
            k % 2 == 1,
            None,
            0.1,
            bulk=1.12,
            rim="#ffce8c",
            lit=1 if x < 640 else -1,
        )
        _umbrella(s, x + h * 0.03, y - h * 0.86, h * 0.42, brolly)
    rain(s, "#e6dcef", 420, 0.2, 0.14, 60)
    for _ in range(90):
        lens(s, s.rng.uniform(0, 1280), s.rng.uniform(1000, 1590), s.rng.uniform(5, 14), 1.4, "#e9dcec", 0.45)
    return s.finish(vignette=0.45)


def _front(s, side, k, wall):
    """Build one house of the street, k-th from the viewer, in one-point perspective."""

    def at(depth, height):
        t = 1 / (1 + depth * 0.62)
        return (640 + side * (60 + 690 * t), 850 + 330 * t - height * t)

    a, b = k, k + 1
    tall = (1180, 1010, 1240, 1080, 1150, 1020)[(k * 2 + (side > 0)) % 6]
    near, far = (mix(wall, "#b5788a", k * 0.11), mix(wall, "#101428", 0.35))
    s.wash_poly([at(a, 0), at(a, tall), at(b, tall), at(b, 0)], [(0, near), (1, far)], sideways=True)
    s.poly(
        [at(a, tall), at(a + 0.1, tall + 130), at(b - 0.1, tall + 130), at(b, tall)], mix("#1d1d3a", "#b5788a", k * 0.1)
    )
    glow_ = ("#ffdf95", "#ffc877", "#ffeab5", "#ffb36b")[(k + (side > 0) * 2) % 4]
    s.wash_poly(
        [at(a + 0.08, 30), at(a + 0.08, 300), at(b - 0.08, 300), at(b - 0.08, 30)], [(0, "#fff3c8"), (1, glow_)]
    )
    for u in (0.36, 0.64):
        s.line([at(a + u, 30), at(a + u, 300)], mix(wall, "#10142a", 0.6), max(1, 9 - k * 1.6))
    for u in (0.2, 0.5, 0.8):  # things in the window
        s.poly(
            [at(a + u - 0.07, 60), at(a + u - 0.07, 120), at(a + u + 0.07, 140), at(a + u + 0.07, 60)],
            mix("#8a4a35", glow_, 0.3),
        )
    awning = ("#8f2f3a", "#2f5c66", "#c98a3a", "#3d3f72")[(k * 2 + (side > 0)) % 4]
    s.poly([at(a + 0.03, 312), at(a + 0.03, 380), at(b - 0.03, 380), at(b - 0.03, 312)], awning)
    for row in (470, 720, 930):
        for u in (0.2, 0.6):
            lit = (k * 5 + row + int(u * 10) * 3 + side * 2) % 7 < 3
            tone = mix("#ffd98a", "#b5788a", k * 0.08) if lit else "#20244a"
            if row + 150 < tall:
                s.poly([at(a + u, row), at(a + u, row + 150), at(a + u + 0.22, row + 150), at(a + u + 0.22, row)], tone)


def _umbrella(s, x, y, r, tone):
    s.line([(x, y - r * 0.5), (x, y + r * 0.75)], "#10142a", max(1.2, r * 0.03))
    top = curve([(x - r, y), (x - r * 0.72, y - r * 0.42), (x, y - r * 0.66), (x + r * 0.72, y - r * 0.42), (x + r, y)])
    low = []
    for k in range(4):
        a = x + r - k * r / 2
        low += curve([(a, y), (a - r / 4, y - r * 0.1), (a - r / 2, y)], steps=4)
    s.poly(top + low, tone)
    s.poly(
        [*curve([(x - r, y), (x - r * 0.72, y - r * 0.42), (x, y - r * 0.66)]), (x - r * 0.4, y - r * 0.06)],
        mix(tone, "#0d1024", 0.4),
    )


def bus_night(key):
    """The last bus waits at the stop, its windows bright, two passengers boarding."""
    s = Sheet(key, 1600, 1066, "#121a34")
    s.wash([(0, "#0d1630"), (0.6, "#22305a"), (1, "#51527e")], (0, 0, 1600, 720))
    stars(s, (0, 0, 1600, 400), 130, "#e9ecf6", 0.9)
    s.disc(1330, 160, 46, "#f6edd2")
    s.disc(1310, 150, 42, "#141d3b")
    rooftops(s, 700, -20, 700, "#1c274c", 120, "#f2c877", 0.16)
    rooftops(s, 700, 640, 1640, "#182244", 150, "#f2c877", 0.14)
    s.wash_poly([(0, 690), (1600, 690), (1600, 1066), (0, 1066)], [(0, "#3a4068"), (1, "#141a34")])
    _bus(s)
    s.mirror(846, 220, "#1a2142", 0.5, 1.05, 7, 6)
    s.shade([(0, 846), (1600, 846), (1600, 1066), (0, 1066)], "#10162e", 0.1, 0.75)
    s.shade([(380, 850), (1210, 850), (1330, 1066), (260, 1066)], "#ffd98f", 0.22, 0.0, soft=10)
    _stop(s)
    for k, (x, y, h, pose, coat, flip) in enumerate(
        (
            (1262, 858, 300, "walk", "#7d2f3a", True),
            (1372, 872, 316, "side", "#2a3a5c", True),
            (1466, 884, 300, "stand", "#3a4a44", True),
        )
    ):
        s.shade([(x - 20, y - 4), (x + 24, y - 4), (x + 170, y + 70), (x + 80, y + 90)], "#080c1e", 0.7, 0.1, soft=5)
        person(
            s,
            x,
            y,
            h,
            pose,
            coat,
            "#10152c",
            "#c08a66",
            "#1c1620",
            flip,
            ("wool", "#c98f3a") if k == 1 else None,
            0.1,
            bulk=1.1,
            rim="#ffe3a6",
            lit=-1,
        )
    s.rect(1394, 800, 1430, 870, "#4a3244", round_=6)
    return s.finish(vignette=0.5)


def _bus(s):
    s.glow(800, 640, 640, "#ffd98f", 0.32, ry=380)
    red, dark, warm = "#b5322f", "#141a30", "#ffe7a8"
    s.rect(330, 270, 1190, 812, red, round_=34)
    s.shade([(330, 690), (1190, 690), (1190, 812), (330, 812)], "#3a1224", 0.1, 0.7)
    s.rect(330, 530, 1190, 566, "#f3e3c0")
    for y0, y1, x1 in ((318, 500, 1168), (586, 726, 1050)):
        s.rect(356, y0, x1, y1, dark, round_=16)
        count = int((x1 - 356) / 136)
        wide = (x1 - 356 - 12) / count
        for k in range(count):
            x = 362 + k * wide
            s.wash([(0, "#fff6d8"), (0.55, warm), (1, "#f0b566")], (x + 4, y0 + 8, x + wide - 6, y1 - 8))
            s.rect(x + 14, y1 - 62, x + wide - 18, y1 - 8, "#7a3440", round_=10)
    for x, y, flip in (
        (430, 492, False),
        (560, 492, True),
        (846, 492, False),
        (980, 492, False),
        (410, 718, False),
        (690, 718, True),
        (826, 718, False),
    ):
        _rider(s, x, y, flip)
    s.rect(1062, 578, 1168, 806, dark, round_=10)
    s.wash([(0, "#fff8de"), (1, warm)], (1070, 588, 1160, 800))
    s.line([(1115, 588), (1115, 800)], "#8a6a4a", 3)
    person(s, 1138, 800, 180, "sit", "#27406a", "#1c2440", "#8a5c44", "#1a1420", False, ("cap", "#1c2440"))
    s.rect(660, 520, 990, 574, dark, round_=6)
    s.text(825, 547, "N2  EASTCOMBE", 34, "#ffc24a", "mm")
    for x in (500, 960):
        s.disc(x, 806, 66, "#0c1124")
        s.disc(x, 806, 36, "#5a5f78")
        s.disc(x, 806, 14, "#1a2038")
    s.rect(1172, 740, 1196, 770, "#fff6d0", round_=6)
    s.glow(1200, 755, 150, "#fff0bf", 0.9)
    s.shade([(1196, 745), (1600, 700), (1600, 880), (1196, 768)], "#fff0bf", 0.5, 0.0, sideways=True, soft=6)
    s.rect(324, 730, 338, 766, "#ff5a4a", round_=4)
    s.glow(328, 748, 70, "#ff5a4a", 0.7)


def _rider(s, x, y, flip):
    g = At(x, y, 1.0, flip)
    tone = s.rng.choice(["#3a2f48", "#2c3a52", "#4f2f38"])
    s.blob(g.all((-36, 6), (-34, -34), (-14, -52), (14, -52), (32, -34), (34, 6)), tone)
    s.oval(*g(2, -74), 17, 22, "#8f6248")
    s.blob(g.all((-17, -72), (-15, -96), (4, -102), (19, -88), (4, -84), (-8, -66)), "#231a22")


def _stop(s):
    s.line([(1545, 900), (1545, 430)], "#0a0f22", 11)
    s.rect(1490, 410, 1596, 500, "#e9c14a", round_=10)
    s.text(1543, 440, "BUS", 32, "#141a30", "mm")
    s.text(1543, 474, "N2  7", 22, "#141a30", "mm")
    lamp(s, 210, 860, 560, "#0a0f22", "#ffe0a0", 260, 0.75)
    s.shade([(196, 280), (224, 280), (420, 870), (20, 870)], "#ffe0a0", 0.28, 0.03, soft=14)
    s.oval(215, 872, 210, 26, "#ffe0a0", 0.16)


SCENES = {
    "high-street": high_street,
    "bus-night": bus_night,
}
