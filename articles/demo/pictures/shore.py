"""Pictures of the shore: the breakwater, the sea wall, the seals."""

from articles.demo.pictures.built import digger, lamp, lighthouse, rooftops, waterfront
from articles.demo.pictures.figures import person
from articles.demo.pictures.paint import At, Sheet, curve, mix
from articles.demo.pictures.scenery import clouds, crests, gulls, land, lens, ridge, ripples, spray, swell


def breakwater(key):
    """A wave breaks over the breakwater and its little light."""
    s = Sheet(key, 1600, 1066)
    s.wash([(0, "#39505c"), (0.5, "#84979a"), (1, "#d9d3bd")], (0, 0, 1600, 600))
    clouds(s, [(250, 150, 800, 150), (1000, 110, 1000, 150), (1450, 280, 600, 100)], "#455962", "#93a3a3", 0.7, 15)
    s.glow(420, 540, 600, "#f6e8c4", 0.6, ry=190)
    for y, rise, wide, phase, top, low in (
        (596, 22, 170, 0.2, "#8fa29d", "#6d8583"), (650, 44, 300, 0.6, "#6f8a89", "#4d6b70"), (720, 66, 430, 0.1,
        "#54777a", "#35555d"),
    ):  # fmt: skip
        line = swell(s, y, rise, wide, phase=phase)
        s.wash_poly([*line, (1640, 1000), (-40, 1000)], [(0, top), (1, low)])
        crests(s, line, "#e6e8dc", 0.8, rise * 0.34)
    spray(s, 1010, 770, 600, 540, "#dfe5df", 500, 0.75, -0.2)
    _wall(s)
    spray(s, 890, 830, 720, 660, "#f7f6ec", 700, 0.95, -0.22)
    spray(s, 1250, 850, 420, 370, "#f2f2e6", 260, 0.85, -0.15)
    mid = curve([(-40, 880), (200, 850), (480, 836), (760, 812), (1000, 815), (1250, 822), (1640, 866)])
    s.wash_poly([*mid, (1640, 1066), (-40, 1066)], [(0, "#8faaa6"), (0.4, "#4a7076"), (1, "#223f4a")])
    crests(s, mid, "#f2f2e6", 0.9, 30, 0.25)
    front = curve([(-40, 930), (180, 880), (380, 900), (620, 970), (900, 990), (1200, 970), (1420, 950), (1640, 985)])
    s.wash_poly([*front, (1640, 1066), (-40, 1066)], [(0, "#6b9292"), (0.3, "#3a626a"), (1, "#172d38")])
    crests(s, front, "#f2f2e6", 0.9, 36, 0.45)
    _foam(s, 900, 1066, "#dfe6dc", 120)
    gulls(s, (1080, 160, 1520, 420), 6, "#f0efe4", 20, 46)
    return s.finish(vignette=0.4)


def _wall(s):
    s.wash_poly([(330, 770), (1600, 700), (1600, 900), (330, 850)], [(0, "#4e5b5e"), (1, "#1f2c33")])
    s.poly([(330, 770), (1600, 700), (1600, 722), (330, 780)], "#a8a898")
    for k in range(14):
        x = 350 + k * 92
        s.line([(x, 782 - k * 5), (x + 6, 850)], "#1c282e", 2.2, 0.5)
    s.line([(340, 812), (1600, 780)], "#1c282e", 2, 0.45)
    g = At(430, 768, 1.15)
    s.wash_poly(
        g.all((-44, 6), (-30, -190), (30, -190), (44, 6)),
        [(0, "#f1ead6"), (0.4, "#d8d2c0"), (1, "#77807c")],
        sideways=True,
    )
    s.wash_poly(
        g.all((-38, -70), (-33.6, -130), (33.6, -130), (38, -70)),
        [(0, "#c2523a"), (0.4, "#a8412f"), (1, "#5c2b28")],
        sideways=True,
    )
    s.poly(g.all((-44, -190), (44, -190), (44, -200), (-44, -200)), "#27343b")
    s.poly(g.all((-22, -200), (22, -200), (22, -240), (-22, -240)), "#ffe9b0")
    s.poly(g.all((-30, -240), (0, -262), (30, -240)), "#27343b")
    s.glow(430, 515, 120, "#ffe9b0", 0.9)
    s.rect(417, 690, 443, 760, "#39474c")


def _foam(s, top, bottom, colour, count):
    for _ in range(count):
        near = s.rng.random()
        x, y, long = s.rng.uniform(-20, s.w), top + (bottom - top) * near, 20 + 80 * near
        points = [(x + k * long / 3, y + s.rng.gauss(0, 5 + 6 * near)) for k in range(4)]
        s.line(points, colour, 1 + 2 * near, 0.3, smooth=True)


def sea_defence(key):
    """A digger and men in orange rebuild the sea wall at low tide."""
    s = Sheet(key, 1600, 1066)
    s.wash([(0, "#c7d3cf"), (0.6, "#e9e2cf"), (1, "#f4e6c6")], (0, 0, 1600, 520))
    clouds(s, [(500, 150, 900, 90), (1250, 230, 700, 70)], "#b3c0bd", "#f1ece0", 0.6, 14)
    rooftops(s, 500, 860, 1640, "#a9b0a6", 66)
    waterfront(s, 520, 1130, 1620, ["#c9bda6", "#b7a68f", "#d6cbb4"], "#6f6a66", "#5c6a6c", 78, 0.0, "#66706f")
    s.wash([(0, "#b9c6bd"), (0.5, "#8fa8a4"), (1, "#a9b3a2")], (0, 508, 1130, 660))
    ripples(s, 512, 650, ["#eef0e2", "#7b9795"], 200, 0.5)
    s.wash_poly(
        [(0, 640), (520, 622), (1000, 650), (1600, 800), (1600, 1066), (0, 1066)],
        [(0, "#c2ae86"), (0.5, "#a38d68"), (1, "#6f5d45")],
    )
    for _k in range(60):
        lens(
            s,
            s.rng.uniform(0, 1000),
            s.rng.uniform(660, 1040),
            s.rng.uniform(20, 120),
            2.5,
            s.rng.choice(["#8a7452", "#d9c89e", "#b9d0c8"]),
            0.45,
        )
    wall = [(1600, 520), (1020, 512), (560, 516), (520, 626), (1000, 650), (1600, 860)]
    s.wash_poly(wall, [(0, "#9b9688"), (0.5, "#7d796f"), (1, "#5b584f")])
    _courses(s)
    s.poly([(560, 508), (1020, 500), (1600, 500), (1600, 526), (1020, 514), (560, 519)], "#d8d2c0")
    lamp(s, 1240, 502, 150, "#3d4643", "#efe6cc", 5, 0)
    lamp(s, 1510, 502, 190, "#3d4643", "#efe6cc", 5, 0)
    for x in range(600, 1130, 46):
        s.line([(x, 508), (x, 470)], "#c8502b", 4)
    s.line([(590, 476), (1130, 470)], "#f3ecd8", 5)
    s.line([(590, 490), (1130, 486)], "#c8502b", 4)
    _blocks(s)
    s.shade([(330, 912), (820, 912), (900, 955), (300, 960)], "#3f3424", 0.6, 0.2, soft=5)
    digger(s, 520, 925, 520, "#e0a020", "#2e2c28", "#5f7f86", False)
    for x, y, h, pose, flip in (
        (1050, 880, 250, "point", True),
        (1180, 930, 280, "hips", False),
        (225, 965, 300, "carry", False),
        (1420, 1010, 310, "bend", True),
    ):
        s.soft([(x + 30, y, h * 0.3, 9)], "#3f3424", 6, 0.5)
        person(
            s,
            x,
            y,
            h,
            pose,
            "#e0652a",
            "#2d3b48",
            "#c79a78",
            "#3a2a20",
            flip,
            ("helmet", "#f4efe0"),
            0.0,
            bulk=1.12,
            stripe="#f6f0c8",
        )
    gulls(s, (120, 150, 700, 400), 8, "#fbf8ec", 18, 40)
    return s.finish(vignette=0.25)


def _courses(s):
    for k in range(1, 5):
        t = k / 5
        s.line(
            [(560 - 40 * t, 516 + 110 * t), (1020 - 20 * t, 512 + 138 * t), (1600, 520 + 340 * t)], "#4c4a44", 2, 0.6
        )
    for _ in range(90):
        x, t = s.rng.uniform(560, 1580), s.rng.randrange(5) / 5
        deep = 110 + max(0, x - 1000) * 0.385
        y = 516 + deep * t
        s.line([(x, y), (x - 3, y + deep / 5)], "#4c4a44", 1.8, 0.6)
        if s.rng.random() < 0.4:
            s.poly(
                [(x, y), (x + 44, y + 4), (x + 42, y + deep / 5), (x - 2, y + deep / 5)],
                s.rng.choice(["#b3ad9c", "#6a665c", "#8a7f6c"]),
                0.5,
            )


def _blocks(s):
    for k, (x, y, w) in enumerate(
        ((840, 850, 110), (960, 862, 120), (890, 800, 112), (1290, 900, 130), (60, 905, 120))
    ):
        h = w * 0.55
        s.poly([(x, y - h), (x + w, y - h), (x + w, y), (x, y)], "#c3bba6")
        s.poly([(x, y - h), (x + w * 0.25, y - h * 1.35), (x + w * 1.25, y - h * 1.35), (x + w, y - h)], "#e4dcc6")
        s.poly([(x + w, y - h), (x + w * 1.25, y - h * 1.35), (x + w * 1.25, y - h * 0.35), (x + w, y)], "#8b8473")
        s.text(x + w / 2, y - h / 2, str(41 + k), w * 0.28, "#d6a41e", "mm")


def seals(key):
    """Seals lie on a sand bank, the light of morning behind them."""
    s = Sheet(key, 1600, 1066)
    s.wash([(0, "#a8c3c4"), (0.55, "#dfe0cc"), (1, "#f7e4bd")], (0, 0, 1600, 420))
    s.glow(1180, 400, 600, "#fff3d2", 0.7, ry=240)
    land(s, ridge(s, 400, 16, 1.5, 0.4), [(0, "#b4c0b0"), (1, "#c9c9b0")], 430)
    lighthouse(s, 250, 398, 120, "#e6dcc8", "#a9ab9e", "#c08874", "#fff3d2", lit=False)
    s.wash([(0, "#ebdcb8"), (0.3, "#a9bdb2"), (1, "#5f8e92")], (0, 418, 1600, 640))
    ripples(s, 422, 640, ["#fbf0d2", "#7da3a2", "#d9d3b4"], 330, 0.5)
    ripples(s, 422, 640, ["#fff6dc"], 120, 0.7, 1180, 0.5)
    bank = curve([(-20, 600), (260, 578), (620, 560), (1000, 566), (1350, 590), (1620, 618)])
    s.wash_poly([*bank, (1620, 1066), (-20, 1066)], [(0, "#e6cd9c"), (0.35, "#cdb07c"), (1, "#93794f")])
    s.line(bank, "#fbf3dc", 5, 0.8)
    for _ in range(230):
        near = s.rng.random()
        lens(
            s,
            s.rng.uniform(0, 1600),
            600 + 460 * near,
            20 + 90 * near,
            1 + 3 * near,
            s.rng.choice(["#f2e0b4", "#a88c5e", "#b89a6a"]),
            0.4,
        )
    s.wash_blob(
        [(980, 900), (1200, 868), (1640, 850), (1640, 960), (1300, 985), (1080, 960)], [(0, "#d9dcc4"), (1, "#89a9a4")]
    )
    herd = [(330, 612, 150, "#8f8270", False), (520, 600, 140, "#a4967f", True), (760, 604, 150, "#7c7264", False),
        (1130, 612, 160, "#94887a", True),
            (1330, 628, 150, "#7f7568", False), (190, 690, 230, "#6d655b", True), (640, 700, 260, "#857a6a", False),
            (1040, 706, 250, "#6a6259", True),
            (1410, 744, 270, "#8d8271", True), (420, 850, 470, "#5e5850", False), (1000, 930, 330, "#e2d8c2",
            True)]  # fmt: skip
    for x, y, size, tone, flip in herd:
        _seal(s, x, y, size, tone, flip)
    gulls(s, (180, 120, 900, 320), 9, "#fbf6e6", 16, 40)
    return s.finish(vignette=0.3)


def _seal(s, x, y, size, tone, flip):
    g = At(x, y, size / 100, flip)
    dark, light = mix(tone, "#2a2622", 0.45), mix(tone, "#fff0cc", 0.5)
    s.soft([(x, y + size * 0.01, size * 0.6, size * 0.045)], "#6d5535", size * 0.02 + 1, 0.7)
    body = [(-60, -7), (-48, -10), (-30, -19), (-5, -25), (18, -25), (30, -31), (37, -41), (46, -44), (54, -39),
        (58, -33), (53, -28),
            (50, -22), (44, -8), (34, 0), (0, 2), (-35, 0), (-50, -2)]  # fmt: skip
    s.blob(g.all(*[(px - 0.5, py - 1.4) for px, py in body]), light)
    s.wash_blob(g.all(*body), [(0, tone), (0.5, tone), (1, dark)])
    s.blob(g.all((-56, -7), (-66, -15), (-73, -14), (-69, -8), (-74, -2), (-64, -1)), dark)
    s.blob(g.all((22, -10), (30, -8), (34, 0), (28, 5), (16, 4)), dark)
    for _ in range(16):
        s.oval(
            *g(s.rng.uniform(-38, 30), s.rng.uniform(-19, -6)),
            size * s.rng.uniform(0.006, 0.016),
            size * 0.007,
            dark,
            0.45,
        )
    s.disc(*g(50, -37.5), size * 0.012, "#17130f")
    s.disc(*g(57.4, -34), size * 0.011, "#17130f")
    for k in (-1, 1, 3):
        s.line([g(55, -32 + k * 0.4), g(62, -30 + k)], light, max(0.8, size * 0.003), 0.8)


SCENES = {
    "breakwater": breakwater,
    "sea-defence": sea_defence,
    "seals": seals,
}
