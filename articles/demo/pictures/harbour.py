"""Pictures of the harbour: the fleet, the ferries, the light."""

from articles.demo.pictures.built import church, ferry, house, lighthouse, rooftops, rowboat, trawler, waterfront
from articles.demo.pictures.figures import person
from articles.demo.pictures.paint import At, Sheet, curve, mix
from articles.demo.pictures.scenery import (
    clouds,
    crests,
    gulls,
    land,
    lens,
    rain,
    ridge,
    ripples,
    spray,
    stars,
    streaks,
    swell,
)


def harbour_dawn(key):
    """Fishing boats at their moorings, the town behind them, the sun just up."""
    s = Sheet(key, 1600, 900, "#f3cda6")
    s.wash([(0, "#4a5a7c"), (0.35, "#a98a9c"), (0.7, "#f0b392"), (1, "#fbe0b0")], (0, 0, 1600, 480))
    streaks(s, 60, 330, ["#f6c3a4", "#c68f9d", "#6f6f90"], 34, 0.4)
    s.glow(1090, 448, 460, "#ffeec0", 0.85, ry=300)
    s.disc(1090, 440, 34, "#fff6dc")
    land(s, ridge(s, 448, 22, 1.3, 0.4), [(0, "#b98f97"), (1, "#d9a999")], 482)
    land(
        s,
        [(1180, 482), *curve([(1210, 470), (1330, 436), (1470, 424), (1600, 430)])],
        [(0, "#7f6a80"), (1, "#9a7b88")],
        482,
    )
    lighthouse(s, 1416, 430, 120, "#c9a3a0", "#7d6a80", "#8d5a66", "#fff2c4")
    s.glow(1416, 328, 46, "#fff2c4", 0.9)
    rooftops(s, 482, -10, 640, "#7d6a82", 52)
    church(s, 250, 482, 210, "#75637d")
    waterfront(s, 486, -20, 470, ["#5d5470", "#66587a", "#564e6c"], "#463f5e", "#ffd591", 66, 0.22, "#4c4562")
    s.rect(0, 480, 640, 498, "#4a4260")
    s.rect(560, 470, 640, 500, "#4a4260")
    s.wash([(0, "#f3cda6"), (0.25, "#c99a9b"), (0.6, "#6d6b8c"), (1, "#2f3a5c")], (0, 484, 1600, 900))
    s.rect(0, 482, 640, 496, "#4a4260")
    s.mirror(496, 150, "#8d7c98", 0.3, 0.9, 5, 3, box=(0, 640))
    ripples(s, 492, 900, ["#e8b79f", "#8f7f9c", "#4d5478"], 420, 0.35)
    ripples(s, 488, 900, ["#fff0c8", "#ffe0ae"], 320, 0.7, 1090, 0.35, 0.8)
    fleet = [(1300, 520, 170, "#58506e", False), (770, 532, 230, "#50506c", True), (1010, 566, 250, "#4c3f55", False)]
    for x, y, size, hull, flip in fleet:
        _boat(s, x, y, size, hull, "#8a7688", "#d8a590", "#3b3650", "#a88c9a", flip)
    _boat(s, 470, 690, 620, "#24405c", "#d9c2b4", "#e9a27a", "#1d2138", "#77708e")
    rowboat(s, 1250, 742, 190, "#3a3550", "#8a7688", dip=True)
    rowboat(s, 1250, 740, 190, "#26263f", "#e0a384")
    person(s, 1270, 742, 120, "sit", "#1a1c30", skin="#3b2e3c", hat=("wool", "#7a3f44"))
    ripples(s, 690, 900, ["#59597c", "#a98c9e", "#2d3658"], 130, 0.4)
    gulls(s, (540, 120, 1000, 380), 11, "#f8e6da", 16, 44)
    return s.finish(vignette=0.35)


def _boat(s, x, y, size, hull, cabin, trim, dark, water, flip=False):
    wet = [mix(c, water, 0.45) for c in (hull, cabin, trim, dark)]
    trawler(s, x, y + 1, size, *wet, None, flip, dip=True)
    for _ in range(int(size / 12)):
        ly = y + s.rng.random() ** 0.8 * size * 0.5
        lens(s, x + s.rng.uniform(-0.5, 0.5) * size, ly, size * s.rng.uniform(0.05, 0.2), 1 + size * 0.004, water, 0.8)
    trawler(s, x, y, size, hull, cabin, trim, dark, "#ffe9b0", flip)


def ferry_storm(key):
    """The old ferry rides over a crest in a grey gale."""
    s = Sheet(key, 1600, 1066, "#8a9895")
    s.wash([(0, "#2c3840"), (0.4, "#5b6b70"), (0.75, "#a3aaa2"), (1, "#c6c5b4")], (0, 0, 1600, 590))
    clouds(s, [(300, 130, 900, 170), (1100, 90, 1000, 200), (1500, 250, 700, 120)], "#36434a", "#7b888a", 0.75, 16)
    clouds(s, [(200, 330, 800, 90), (900, 380, 500, 50)], "#5a686c", "#b6b9ae", 0.5, 14)
    s.glow(930, 470, 520, "#f0e8cc", 0.55, ry=210)
    for y, rise, wide, phase, top, low in (
        (575, 30, 230, 0.1, "#8a9895", "#617578"),
        (640, 60, 420, 0.5, "#6b8082", "#455c62"),
    ):
        line = swell(s, y, rise, wide, phase=phase)
        s.wash_poly([*line, (1640, 900), (-40, 900)], [(0, top), (1, low)])
        if rise > 40:
            crests(s, line, "#d7dcd2", 0.75, rise * 0.2)
    g = At(745, 678, 9.2, turn=-0.14)
    ferry(s, g, "#1d3d4f", "#e4e0d2", "#22313a", "#2a3f4b", "#c9562f", None)
    s.soft([(560, 350, 60, 16), (470, 335, 80, 20), (360, 330, 90, 18)], "#3d474b", 14, 0.55)
    spray(s, 1215, 748, 420, 370, "#f2f3ea", 420, 0.8, -0.3)
    back = curve(
        [
            (-40, 760),
            (140, 790),
            (330, 745),
            (520, 690),
            (700, 742),
            (900, 800),
            (1080, 742),
            (1240, 640),
            (1380, 640),
            (1640, 760),
        ]
    )
    s.wash_poly(
        [*back, (1640, 1066), (-40, 1066)], [(0, "#7fa09d"), (0.2, "#4a7076"), (0.7, "#223b47"), (1, "#15262f")]
    )
    crests(s, back, "#eef0e6", 0.9, 30, 0.42)
    _sea_veins(s, 830, 1066, "#b9c7c2", 90)
    front = curve(
        [
            (-40, 800),
            (110, 770),
            (240, 800),
            (420, 930),
            (640, 1000),
            (900, 985),
            (1130, 920),
            (1330, 870),
            (1480, 880),
            (1640, 960),
        ]
    )
    s.wash_poly([*front, (1640, 1066), (-40, 1066)], [(0, "#5d8a8a"), (0.3, "#2f525c"), (1, "#101d26")])
    crests(s, front, "#e9eee6", 0.92, 42, 0.5)
    _sea_veins(s, 960, 1066, "#c9d3cd", 40)
    rain(s, "#e8ece6", 240, 0.14, 0.55, 60)
    gulls(s, (180, 180, 620, 420), 6, "#e6e8e0", 22, 46)
    return s.finish(vignette=0.45)


def _sea_veins(s, top, bottom, colour, count):
    for _ in range(count):
        near = s.rng.random()
        x, y, long = s.rng.uniform(-20, s.w), top + (bottom - top) * near, 30 + 90 * near
        points = [(x + k * long / 3, y + s.rng.gauss(0, 5 + 6 * near) - k * 4) for k in range(4)]
        s.line(points, colour, 1 + 1.6 * near, 0.28, smooth=True)


def ferry_quay(key):
    """The new ferry lies at the quay, her bow door lamps lit, people looking on."""
    s = Sheet(key, 1600, 1066)
    s.wash([(0, "#6aa3b8"), (0.5, "#b9d3cf"), (1, "#f4ead0")], (0, 0, 1600, 620))
    clouds(s, [(380, 190, 620, 80), (1150, 130, 560, 70), (1380, 300, 460, 50)], "#d7e1da", "#fdf7e6", 0.85, 8)
    land(s, ridge(s, 560, 34, 1.2, 0.35), [(0, "#8fb0a8"), (1, "#b4c8b8")], 640)
    rooftops(s, 640, 1060, 1620, "#86a3a3", 56)
    church(s, 1330, 640, 190, "#7c9a9c")
    s.wash([(0, "#b7cfc8"), (0.4, "#5e97a3"), (1, "#2b6478")], (0, 636, 1600, 940))
    water = "#6ea3ac"
    g = At(700, 742, 12.4, dip=True)
    ferry(s, g, *[mix(c, water, 0.45) for c in ("#f2eee2", "#fbf8ee", "#1d3544", "#30566a", "#d2452f")])
    ripples(s, 745, 960, ["#5b95a2", "#8fb9ba", "#cfe0d6", "#2f6c80"], 420, 0.55)
    ferry(s, At(700, 740, 12.4), "#f4f0e4", "#fdfaf0", "#1d3544", "#30566a", "#d2452f")
    s.text(1128, 652, "SKERRY LIGHT", 34, "#1d3544", "rm")
    s.shade([(80, 578), (1120, 590), (1290, 560), (1230, 770), (120, 780)], "#1d4a66", 0.0, 0.28)
    _flags(s, [(911, 158), (1010, 330), (1170, 402), (1345, 508)])
    _flags(s, [(911, 158), (720, 250), (420, 222)])
    _quay(s, 900)
    gulls(s, (980, 140, 1500, 440), 9, "#fbf8ee", 18, 46)
    return s.finish()


def _flags(s, points):
    line = curve(points, steps=12)
    s.line(line, "#1d3544", 1.4)
    for k, (x, y) in enumerate(line[1:-1:2]):
        tone = ("#d2452f", "#f0c04a", "#2c6f8a", "#fbf6e6")[k % 4]
        s.poly([(x - 9, y), (x + 10, y + 2), (x - 1, y + 27)], tone)


def _quay(s, y):
    s.wash_poly([(0, y + 36), (1600, y - 14), (1600, 1066), (0, 1066)], [(0, "#b8a68a"), (1, "#7f705e")])
    s.poly([(0, y + 36), (1600, y - 14), (1600, y + 2), (0, y + 54)], "#d9c8a6")
    for k in range(9):
        s.line([(k * 210 - 60, y + 50 - k * 6), (k * 240 - 260, 1066)], "#6d5f50", 2, 0.5)
    for x in (260, 1180):
        s.blob(
            [(x - 26, y + 54), (x - 16, y + 20), (x - 30, y + 4), (x + 30, y + 4), (x + 16, y + 20), (x + 26, y + 54)],
            "#26343c",
        )
    s.line([(260, y + 18), (330, y - 60), (380, y - 170)], "#e9dcc0", 6, smooth=True)
    coats = ["#8f3a2e", "#2c4a5c", "#c98f3c", "#33473e", "#6d3f55", "#26384c", "#7d4a2e", "#2f6c80"]
    group = [(96, 236, "stand"), (420, 268, "hips"), (500, 280, "stand"), (566, 168, "stand"), (640, 262, "point"),
        (872, 272, "stand"),
             (940, 196, "cheer"), (1010, 280, "stand"), (1082, 268, "stand"), (1350, 276, "cheer"), (1438, 262,
             "stand"), (1512, 176, "stand")]  # fmt: skip
    for k, (x, h, pose) in enumerate(group):
        foot = y + 110 - x * 0.015 + (k * 37) % 26
        s.shade(
            [(x - 16, foot - 6), (x + 20, foot - 6), (x + 150, foot + 44), (x + 96, foot + 52)],
            "#4c3f34",
            0.5,
            0.15,
            soft=3,
        )
        person(s, x, foot, h, pose, coats[(k * 3) % 8], "#26303a", "#c99a78", ["#3a2a22", "#55381f", "#8a8378",
               "#1f1a1a"][k % 4],
               hat=("wool", "#b5482f") if k % 5 == 3 else None, tail=0.05, bulk=1.08, rim="#f4ead0",
               back=True)  # fmt: skip


def lighthouse_dusk(key):
    """Gull Point light at dusk, its beam over the water."""
    s = Sheet(key, 1280, 1600)
    s.wash(
        [(0, "#16233f"), (0.35, "#37406a"), (0.62, "#96638a"), (0.85, "#e58f78"), (1, "#f7c48c")], (0, 0, 1280, 1130)
    )
    stars(s, (0, 0, 1280, 460), 120, "#fdf1d6", 0.8)
    streaks(s, 620, 1060, ["#b3687f", "#f2a784", "#6d4f7d"], 40, 0.4)
    s.glow(250, 1130, 620, "#ffdc9c", 0.6, ry=330)
    land(s, ridge(s, 1118, 16, 1.6, 0.4), [(0, "#8a5f80"), (1, "#a8707f")], 1140)
    s.wash([(0, "#f0ae86"), (0.2, "#a56d82"), (0.6, "#454673"), (1, "#1a2444")], (0, 1130, 1280, 1600))
    ripples(s, 1136, 1600, ["#ffce9a", "#e39a86"], 210, 0.6, 260, 0.5)
    ripples(s, 1136, 1600, ["#3a3d68", "#6a547d", "#232b50"], 260, 0.45)
    x, foot, tall = 820, 1085, 690
    top = foot - tall * 0.845
    for far, up, low, a in ((-900, -260, -60, 0.55), (560, -66, -10, 0.4)):
        beam = [(x, top - 4), (x + far, top + up), (x + far, top + low), (x, top + 6)]
        s.shade(beam, "#fff1c2", *((0.02, a) if far < 0 else (a, 0.02)), sideways=True, soft=6)
    _point(s)
    house(s, 925, 1098, 170, 74, "#d8b3a4", "#3a3050", "#ffd98a", 0.8, "#5a4464", 0.3)
    lighthouse(s, x, foot + 12, tall, "#f6dccb", "#86698a", "#b8483f", "#fff3c9")
    s.glow(x, top, 190, "#fff1c2", 0.95)
    s.disc(x, top, 15, "#fffdf0")
    person(s, 640, 1136, 62, "side", "#171a30", tail=0.05)
    gulls(s, (160, 560, 620, 820), 5, "#f3d3c2", 20, 40)
    return s.finish(vignette=0.4)


def _point(s):
    cliff = curve([(420, 1320), (470, 1210), (560, 1140), (700, 1098), (900, 1088), (1100, 1100), (1300, 1076)])
    s.wash_poly([*cliff, (1300, 1600), (560, 1600), (470, 1450)], [(0, "#4c4058"), (0.25, "#332d48"), (1, "#161a30")])
    for _ in range(150):
        px, py = s.rng.uniform(470, 1280), s.rng.uniform(1150, 1560)
        w, h = s.rng.uniform(10, 52), s.rng.uniform(10, 70)
        s.poly(
            [(px, py), (px + w, py - 8), (px + w * 0.8, py + h), (px - w * 0.2, py + h * 0.8)],
            s.rng.choice(["#5d4a60", "#201f38", "#3d3550"]),
            0.4,
        )
    for _ in range(60):
        px = s.rng.uniform(400, 600) - 10
        lens(s, px, 1330 + (px - 400) * 1.2 + s.rng.uniform(-50, 60), s.rng.uniform(14, 50), 4, "#f4cdb4", 0.55)


SCENES = {
    "harbour-dawn": harbour_dawn,
    "ferry-storm": ferry_storm,
    "ferry-quay": ferry_quay,
    "lighthouse": lighthouse_dusk,
}
