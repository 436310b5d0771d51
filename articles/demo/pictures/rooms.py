"""Pictures taken indoors: the reading room, the keeper at his window."""

from articles.demo.pictures.figures import person
from articles.demo.pictures.halls import arch_outline
from articles.demo.pictures.paint import At, Sheet, curve
from articles.demo.pictures.scenery import gulls, land, lens


def library(key):
    """Readers at long tables under the tall windows of the reading room."""
    s = Sheet(key, 1600, 1066)
    s.wash([(0, "#24453f"), (0.6, "#3f6a5c"), (1, "#2d4a42")])
    for k in range(3):
        x = 400 + k * 400
        outline = arch_outline(x, 590, 210, 520)
        s.line([*outline, outline[0]], "#cdbb8c", 18)
        s.wash_poly(outline, [(0, "#bcd3cf"), (0.5, "#f0ecd2"), (1, "#fbe3ac")])
        s.soft([(x - 40, 590, 60, 90), (x + 60, 580, 70, 60)], "#a8b98f", 12, 0.55)
        for m in (-52, 0, 52):
            s.line([(x + m, 590), (x + m, 92 if m == 0 else 118)], "#2d4a42", 6)
        for y in range(200, 590, 97):
            s.line([(x - 105, y), (x + 105, y)], "#2d4a42", 5)
    for x0, x1 in ((0, 262), (538, 662), (938, 1062), (1338, 1600)):
        _shelves(s, x0, 190, x1, 640)
    s.wash_poly([(0, 640), (1600, 640), (1600, 1066), (0, 1066)], [(0, "#8a6a48"), (1, "#41301f")])
    for k in range(3):
        x = 400 + k * 400
        d = (x - 800) * 0.3
        s.shade(
            [(x - 105, 300), (x + 105, 300), (x + 10 + d, 1066), (x - 330 + d, 1066)], "#fff1c6", 0.32, 0.12, soft=14
        )
    for x, y, size, flip in (
        (560, 730, 150, False),
        (980, 726, 146, True),
        (1300, 732, 150, True),
        (250, 735, 152, False),
    ):
        _reader(s, x, y, size, flip)
    _table(s, 80, 700, 1520, 26)
    for x, y, size, flip in ((380, 910, 250, False), (760, 920, 262, True), (1210, 912, 255, False)):
        _reader(s, x, y, size, flip)
    _table(s, -60, 866, 1660, 40)
    for x, y, k in (
        (470, 700, 0.7),
        (870, 700, 0.7),
        (1090, 700, 0.7),
        (180, 866, 1.1),
        (985, 866, 1.1),
        (1470, 866, 1.1),
    ):
        _desk_lamp(s, x, y, k)
    person(s, 1440, 690, 300, "reach", "#5c3a44", "#26302c", "#c09072", "#2c1f1b", skirt="#33403a", back=True)
    return s.finish(vignette=0.4)


def _shelves(s, x0, y0, x1, y1):
    s.rect(x0, y0, x1, y1, "#3a2818")
    tones = ["#8c4a34", "#b3854a", "#4f6b5c", "#6b3340", "#c9b184", "#34505c", "#7a6a4a"]
    rows = 7
    tall = (y1 - y0) / rows
    for r in range(rows):
        y, x = y0 + (r + 1) * tall - 6, x0 + 7
        while x < x1 - 12:
            w, h = s.rng.uniform(7, 15), tall * s.rng.uniform(0.55, 0.82)
            if s.rng.random() > 0.06:
                s.rect(x, y - h, min(x + w, x1 - 6), y, s.rng.choice(tones))
            x += w + 1
        s.rect(x0, y, x1, y + 6, "#5b412a")


def _table(s, x0, y, x1, thick):
    s.wash_poly(
        [(x0, y), (x1, y), (x1 + 40, y + thick * 2.2), (x0 - 40, y + thick * 2.2)], [(0, "#d7a868"), (1, "#9a6a3c")]
    )
    s.rect(x0 - 40, y + thick * 2.2, x1 + 40, y + thick * 6, "#3d281a")
    s.rect(x0 - 40, y + thick * 2.2, x1 + 40, y + thick * 3.1, "#5a3a22")


def _reader(s, x, y, size, flip):
    coat = s.rng.choice(["#2f3f4a", "#6a3a34", "#3c4a3a", "#4a3a52"])
    person(s, x, y + size * 0.34, size * 1.75, "sit", coat, "#232a2a", "#c09072", s.rng.choice(["#2c1f1b",
           "#8a8074", "#5a3a22"]), flip,
           rim="#fbe9be", lit=-1)  # fmt: skip
    g = At(x, y - size * 0.27, size / 100, flip)
    s.poly(g.all((26, -6), (44, -16), (62, -8), (46, -2)), "#fbf3dc")


def _desk_lamp(s, x, y, k):
    s.line([(x, y + 14 * k), (x, y - 62 * k)], "#b98d3c", 5 * k)
    s.oval(x, y + 16 * k, 22 * k, 6 * k, "#8a6728")
    s.glow(x, y - 30 * k, 120 * k, "#ffe39a", 0.6)
    s.blob(
        [
            (x - 44 * k, y - 52 * k),
            (x - 34 * k, y - 76 * k),
            (x + 34 * k, y - 76 * k),
            (x + 44 * k, y - 52 * k),
            (x, y - 50 * k),
        ],
        "#2f7a5c",
    )
    s.oval(x, y - 52 * k, 38 * k, 4 * k, "#fff6d2")


def keeper(key):
    """The keeper in profile at the lamp-room window, the evening sea outside."""
    s = Sheet(key, 1280, 1600)
    s.wash([(0, "#3d3449"), (1, "#2a2433")])
    outer = [(470, 150), (1180, 150), (1180, 1120), (470, 1120)]
    s.poly([(430, 100), (1240, 100), (1240, 1180), (430, 1180)], "#544454")
    s.wash_poly(outer, [(0, "#3f5a78"), (0.45, "#b18c92"), (0.66, "#f2bd8c"), (0.68, "#d79a80"), (1, "#3d4a6c")])
    s.glow(1010, 800, 330, "#fff0c6", 0.75, ry=220)
    s.disc(1010, 782, 30, "#fff8e0")
    land(s, [(470, 815), (560, 800), (700, 806), (800, 815)], [(0, "#8d6d80"), (1, "#8d6d80")], 818)
    for _ in range(150):
        t = s.rng.random() ** 1.3
        lens(
            s,
            min(1150, max(520, s.rng.gauss(1000, 60 + 130 * t))),
            820 + 296 * t,
            8 + 40 * t,
            1 + 2 * t,
            "#ffe3b4",
            0.55,
        )
    gulls(s, (620, 300, 1100, 560), 5, "#f7e3d0", 26, 56)
    for x in (470, 825, 1180):
        s.rect(x - 12, 140, x + 12, 1130, "#4a3c4a")
    for y in (150, 640, 1120):
        s.rect(460, y - 11, 1190, y + 11, "#4a3c4a")
    s.wash_poly([(400, 1130), (1280, 1130), (1280, 1200), (400, 1200)], [(0, "#d9a184"), (1, "#4d3a44")])
    s.shade([(480, 1200), (1180, 1200), (900, 1600), (100, 1600)], "#e0a184", 0.3, 0.0, soft=14)
    _keeper(s)
    _mug(s)
    return s.finish(vignette=0.5)


def _keeper(s):
    dark, edge = "#14131f", "#f2b88a"
    body = [
        (-40, 1640),
        (-20, 1300),
        (60, 1120),
        (190, 1020),
        (310, 960),
        (390, 940),
        (500, 985),
        (600, 1060),
        (680, 1180),
        (740, 1330),
        (770, 1640),
    ]
    head = [(330, 960), (322, 880), (286, 800), (280, 690), (318, 596), (400, 546), (492, 548), (556, 590), (584,
        640), (588, 690), (604, 742), (622, 776),
            (612, 794), (590, 800), (592, 822), (598, 838), (588, 852), (586, 892), (560, 950), (500, 968), (470,
            985), (468, 1010)]  # fmt: skip
    for dx, tone in ((9, edge), (0, dark)):
        s.blob([(x + dx, y - dx * 0.5) for x, y in body], tone)
        s.poly(curve([(x + dx, y - dx * 0.2) for x, y in head], closed=True, steps=6), tone)
    s.blob(
        [
            (268, 704),
            (262, 610),
            (310, 520),
            (408, 470),
            (520, 486),
            (580, 548),
            (596, 610),
            (500, 622),
            (380, 640),
            (300, 690),
        ],
        "#1f2235",
    )
    s.blob(
        [(262, 716), (270, 664), (380, 622), (500, 604), (600, 596), (612, 636), (500, 652), (380, 676), (290, 722)],
        "#2d3149",
    )
    for k in range(9):
        x = 296 + k * 36
        s.line([(x, 690 - k * 9), (x + 3, 656 - k * 8)], "#14131f", 3)
    s.line([(594, 800), (566, 806)], "#4a3840", 4)
    s.line([(574, 712), (556, 712)], edge, 5, 0.8)
    s.blob([(440, 890), (500, 862), (560, 856), (592, 858), (590, 900), (566, 956), (520, 980), (470, 960)], "#2b2734")
    for k in range(5):
        s.line(
            [(300 + k * 8, 985 + k * 28), (400 + k * 40, 960 + k * 50), (520 + k * 26, 1020 + k * 56)],
            "#27273a",
            6,
            smooth=True,
        )
    s.line([(520, 1180), (590, 1330), (600, 1600)], "#27273a", 6, smooth=True)


def _mug(s):
    s.wash_poly(
        [(1000, 1010), (1100, 1010), (1094, 1134), (1006, 1134)], [(0, "#2d2a3a"), (1, "#6a4a4e")], sideways=True
    )
    s.line([(1098, 1036), (1136, 1044), (1134, 1094), (1096, 1108)], "#6a4a4e", 11, smooth=True)
    s.soft([(1040, 960, 12, 40), (1060, 900, 12, 44)], "#f6dcc4", 10, 0.5)


SCENES = {
    "library": library,
    "portrait-keeper": keeper,
}
