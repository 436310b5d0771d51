"""Pictures of the great rooms: the auction hall, the covered market, the council chamber."""

import math

from articles.demo.pictures.figures import person
from articles.demo.pictures.paint import At, Sheet, curve, mix


def fish_auction(key):
    """Buyers stand round crates of fish in the auction hall, early lamps overhead."""
    s = Sheet(key, 1600, 1066)
    s.wash([(0, "#1c2f38"), (0.6, "#3d5a60"), (1, "#5c777a")], (0, 0, 1600, 600))
    s.wash_poly([(520, 240), (1080, 240), (1080, 520), (520, 520)], [(0, "#d9b98a"), (1, "#f6e3bd")])
    for k in range(8):
        s.rect(586 + k * 70, 240, 592 + k * 70, 520, "#2b444c")
    s.rect(520, 370, 1080, 378, "#2b444c")
    for x0, x1 in ((0, 520), (1600, 1080)):
        s.wash_poly([(x0, 0), (x1, 230), (x1, 530), (x0, 720)], [(0, "#2a434b"), (1, "#4a666a")], sideways=True)
    for k in range(5):
        t = 1 - 0.72 ** (k + 0.4)
        a, b, y = 760 * t, 1600 - 760 * t, 330 * t
        s.line(
            [
                (a, y + 520 * (1 - t) + 60),
                (a, y),
                (800, y - 120 * (1 - t) + 20 * t),
                (b, y),
                (b, y + 520 * (1 - t) + 60),
            ],
            "#15252d",
            26 * (1 - t) + 4,
        )
    s.wash_poly(
        [(0, 690), (520, 512), (1080, 512), (1600, 690), (1600, 1066), (0, 1066)],
        [(0, "#b9b295"), (0.4, "#6b8180"), (1, "#2d464e")],
    )
    s.shade([(540, 514), (1060, 514), (1400, 1066), (200, 1066)], "#fbe9c2", 0.75, 0.0, soft=16)
    for x, y in ((430, 150), (1170, 150), (640, 215), (960, 215)):
        s.line([(x, 0), (x, y)], "#10202a", 2)
        s.poly([(x - 34, y + 18), (x - 8, y), (x + 8, y), (x + 34, y + 18)], "#10202a")
        s.glow(x, y + 22, 150, "#ffe6a8", 0.8)
        s.oval(x, y + 20, 28, 7, "#fffbe6")
    back = [(560, 560, 180), (640, 566, 190), (720, 556, 172), (880, 560, 186), (960, 556, 176), (1050, 570, 192)]
    for k, (x, y, h) in enumerate(back):
        person(
            s,
            x,
            y + 18,
            h,
            ("stand", "arms", "hips")[k % 3],
            ["#2f474d", "#3a4c48", "#4c4a42"][k % 3],
            skin="#8f7d69",
            hat=("cap", "#22363d"),
        )
    for row, (y, size) in enumerate(((610, 74), (680, 104), (790, 150))):
        for k in range(5):
            _crate(s, 800 + (k - 2) * size * 1.28 + row * 6, y, size)
    fore = ((300, 930, 400, "lean", "#b97a2c", False), (176, 960, 420, "side", "#34545a", False), (1230, 880, 330,
        "point", "#2f4a52", True),
            (1400, 960, 420, "side", "#7d382c", True))  # fmt: skip
    for x, y, h, pose, coat, flip in fore:
        s.soft([(x, y, h * 0.26, 12)], "#14252d", 8, 0.6)
        person(s, x, y, h, pose, coat, "#16262e", "#a87e60", "#2a211e", flip, ("wool" if x in (176,
               1400) else "cap", "#14252d"), 0.07, bulk=1.15,
               rim="#f6dcae", lit=1 if x < 800 else -1)  # fmt: skip
    for x, y, size in ((70, 1060, 240), (70, 985, 240), (70, 910, 240), (1545, 1070, 260), (1545, 990, 260)):
        _crate(s, x, y - 40, size)
    s.shade([(0, 780), (260, 780), (260, 1066), (0, 1066)], "#0f1c23", 0.7, 0.35, sideways=True, soft=10)
    return s.finish(vignette=0.5)


def _crate(s, x, y, size):
    w, h = size * 1.14, size * 0.3
    s.poly(
        [(x - w * 0.46, y - h * 0.75), (x + w * 0.46, y - h * 0.75), (x + w * 0.52, y), (x - w * 0.52, y)], "#e9ece2"
    )
    for _ in range(9):
        fx, fy = x + s.rng.uniform(-0.34, 0.34) * w, y - h * s.rng.uniform(0.18, 0.62)
        g = At(fx, fy, size * 0.2, s.rng.random() < 0.5, s.rng.gauss(0, 0.25))
        tone = s.rng.choice(["#8fa3a6", "#b9c4bf", "#6d858c", "#c99b84"])
        s.poly(
            curve(
                g.all((-1, 0), (-0.4, -0.2), (0.5, -0.16), (0.95, -0.02), (0.5, 0.16), (-0.4, 0.2)),
                closed=True,
                steps=3,
            ),
            tone,
        )
        s.poly(g.all((-0.85, 0), (-1.25, -0.2), (-1.25, 0.2)), tone)
    s.poly(
        [(x - w * 0.52, y), (x + w * 0.52, y), (x + w * 0.5, y + h * 0.85), (x - w * 0.5, y + h * 0.85)],
        "#2f7f8c" if s.rng.random() < 0.7 else "#c9562f",
    )
    s.rect(x - w * 0.52, y - h * 0.06, x + w * 0.52, y + h * 0.12, "#57a3aa")
    s.rect(x - w * 0.14, y + h * 0.34, x + w * 0.14, y + h * 0.5, "#16323c")


def arch_outline(x, y, w, h, steps=24):
    """Give the outline of a round-headed opening standing on y."""
    r = w / 2
    head = [
        (x - r * math.cos(math.pi * k / steps), y - h + r - r * math.sin(math.pi * k / steps)) for k in range(steps + 1)
    ]
    return [(x - r, y), *head, (x + r, y)]


def market_hall(key):
    """Iron arches and a glass roof over the stalls of the covered market."""
    s = Sheet(key, 1600, 1066)
    s.wash([(0, "#3d5a55"), (1, "#d8c9a0")])
    s.wash_poly([(0, 0), (1600, 0), (1600, 330), (980, 470), (620, 470), (0, 330)], [(0, "#7fa39a"), (1, "#f3e6c0")])
    s.wash_poly(arch_outline(800, 620, 330, 330), [(0, "#fff6da"), (1, "#f7e2ae")])
    for k in range(-3, 4):
        s.line([(800 + k * 46, 620), (800 + k * 46, 330)], "#8aa295", 3)
    s.line([(636, 450), (964, 450)], "#8aa295", 4)
    s.wash_poly(
        [(0, 1066), (0, 860), (640, 614), (960, 614), (1600, 860), (1600, 1066)],
        [(0, "#e6d3a4"), (0.5, "#b39a75"), (1, "#75614c")],
    )
    s.shade([(660, 616), (940, 616), (1260, 1066), (340, 1066)], "#fff3cf", 0.75, 0.05, soft=18)
    for k in range(9):
        s.line([(800 + (k - 4) * 34, 616), (800 + (k - 4) * 330, 1066)], "#6a5744", 1.6, 0.35)
    for k in range(6, -1, -1):
        _bay(s, 0.78**k, k)
    walkers = [(770, 700, 128, "walk", "#5b4a44"), (842, 716, 140, "stand", "#2f4a4c"), (700, 760, 176, "side",
        "#8a3f34"), (905, 800, 210, "walk", "#31454d"),
               (800, 900, 300, "walk", "#b5713a"), (610, 960, 360, "side", "#2b3f44")]  # fmt: skip
    for k, (x, y, h, pose, coat) in enumerate(walkers):
        s.shade(
            [(x - h * 0.06, y - 3), (x + h * 0.06, y - 3), (x + h * 0.12, y + h * 0.3), (x - h * 0.16, y + h * 0.3)],
            "#4a3a2e",
            0.5,
            0,
            soft=4,
        )
        skirt = "#4a3a48" if k == 4 else None
        person(s, x, y, h, pose, coat, "#2a2b30", "#b98a6a", "#2c211c", k % 2 == 1, ("wool", "#41342e") if k in (1,
               3) else None, 0.05,
               skirt, rim="#fff0c4", lit=1 if x < 800 else -1, back=k == 4)  # fmt: skip
    return s.finish(vignette=0.4)


def _bay(s, t, k):
    """Draw one bay of the hall, t being its nearness: columns, arch and a stall on either side."""
    dark = mix("#1d3734", "#8da697", min(1, k / 7))
    half, base = 150 + 690 * t, 614 + 290 * t
    top = 452 - 400 * t
    w = 26 * t + 3
    arch = [
        (800 - half * math.cos(math.pi * i / 40), top + 170 * t - 190 * t * math.sin(math.pi * i / 40))
        for i in range(41)
    ]
    s.line(arch, dark, w * 0.7)
    s.line([(x, y - 36 * t) for x, y in arch], dark, w * 0.35)
    for i in range(2, 39, 2):
        s.line([arch[i], (arch[i + 1][0], arch[i + 1][1] - 36 * t)], dark, max(1, w * 0.18))
    for side in (-1, 1):
        x = 800 + side * half
        _stall(s, x, base, t, side, k)
        s.rect(x - w / 2, top + 170 * t, x + w / 2, base, dark)
        s.rect(x - w, base - 26 * t, x + w, base, dark)
        s.rect(x - w, top + 160 * t, x + w, top + 176 * t, dark)
        lx, ly = 800 + side * half * 0.62, 520 - 190 * t
        s.line([(lx, ly), (lx, top - 20 * t)], dark, 2 * t + 0.6)
        s.glow(lx, ly, 90 * t + 10, "#ffe7a6", 0.85)
        s.disc(lx, ly, 11 * t + 1.5, "#fffbe4")


def _stall(s, x, y, t, side, k):
    fade = min(1, k / 8)
    g = At(x - side * 70 * t, y, t * 1.32, flip=side > 0)
    cloth = (("#b5432f", "#f0e2c4"), ("#2f6b62", "#f0e2c4"), ("#d09a35", "#f5ead0"), ("#34546b", "#efe4cc"))[
        (k + (side > 0)) % 4
    ]
    s.wash_poly(
        g.all((-10, 40), (240, -30), (240, -130), (-10, -90)),
        [(0, mix("#6b4a33", "#e6d3a4", fade)), (1, mix("#3c2b20", "#e6d3a4", fade))],
    )
    for i in range(30):
        u = i / 30
        for row in range(3):
            tone = ("#c9562f", "#e3b23c", "#7d9440", "#a83a4a", "#e8d9a8")[(i // 5 + row + k) % 5]
            s.disc(*g(-6 + 242 * u, -94 - 38 * u - row * 13), 10 * t + 0.5, mix(tone, "#f3e6c0", fade))
    for i in range(10):
        a, b = -30 + i * 29, -1 + i * 29
        s.poly(
            g.all(
                (a + 30, -292 - i * 7),
                (b + 30, -299 - i * 7),
                (b, -214 - i * 7),
                ((a + b) / 2, -200 - i * 7),
                (a, -208 - i * 7),
            ),
            mix(cloth[i % 2], "#f3e6c0", fade),
        )


def council_chamber(key):
    """Councillors in curved rows before the chair's table, tall windows behind."""
    s = Sheet(key, 1600, 900)
    s.wash([(0, "#3a2430"), (0.55, "#74443f"), (1, "#4d2b2e")], (0, 0, 1600, 470))
    _tall_windows(s)
    s.rect(0, 356, 1600, 470, "#55302e")
    for k in range(40):
        s.rect(k * 41 + 6, 368, k * 41 + 34, 460, "#6a3d35", 0.8)
    s.wash_poly([(0, 470), (1600, 470), (1600, 900), (0, 900)], [(0, "#9c5a4a"), (1, "#5e3036")])
    for k in range(5):
        x = 240 + k * 280
        s.shade(
            [(x - 50, 470), (x + 60, 470), (x + 60 + (x - 800) * 0.5, 900), (x - 90 + (x - 800) * 0.5, 900)],
            "#f8d9a8",
            0.35,
            0.0,
            soft=8,
        )
    s.rect(730, 150, 870, 380, "#41252a")
    s.disc(800, 215, 44, "#d0a55c")
    s.poly([(778, 240), (800, 180), (822, 240)], "#41252a")
    s.rect(772, 226, 828, 234, "#41252a")
    for k, x in enumerate((650, 725, 800, 875, 950)):
        _sitter(s, x, 476, 150 if k == 2 else 138, ("#2b2730", "#39333b", "#20242c", "#4a3136", "#2c3138")[k], False)
    s.wash_poly([(560, 470), (1040, 470), (1070, 560), (530, 560)], [(0, "#a86b45"), (1, "#5f3526")])
    s.rect(550, 462, 1050, 474, "#d39a62")
    for x in (640, 720, 800, 880, 960):
        s.poly([(x - 22, 462), (x + 18, 462), (x + 14, 454), (x - 18, 454)], "#f8ecd2")
    for row in range(3):
        _bench(s, row)
    for x in (300, 1300):
        s.line([(x, 0), (x, 90)], "#24161c", 3)
        s.glow(x, 112, 170, "#ffdf9a", 0.75)
        for k in range(-2, 3):
            s.disc(x + k * 30, 112 - abs(k) * 5, 11, "#fff4d0")
        s.line([(x - 70, 120), (x, 96), (x + 70, 120)], "#24161c", 4, smooth=True)
    return s.finish(vignette=0.5)


def _tall_windows(s):
    for k in range(5):
        x = 240 + k * 280
        outline = arch_outline(x, 350, 130, 300)
        s.line([*outline, outline[0]], "#c79a62", 14)
        s.wash_poly(outline, [(0, "#8fb0bd"), (0.6, "#d9dcc8"), (1, "#f5e3b8")])
        for m in (-32, 0, 32):
            s.line([(x + m, 350), (x + m, 70)], "#5b3a35", 4)
        for y in (160, 250):
            s.line([(x - 64, y), (x + 64, y)], "#5b3a35", 4)


def _sitter(s, x, y, h, coat, away, hair="#2a1d1a"):
    w = h * 0.36
    s.blob([(x - w, y + 4), (x - w * 0.98, y - h * 0.36), (x - w * 0.62, y - h * 0.54), (x - w * 0.2, y - h * 0.6),
        (x + w * 0.2, y - h * 0.6),
            (x + w * 0.62, y - h * 0.54), (x + w * 0.98, y - h * 0.36), (x + w, y + 4)], coat)  # fmt: skip
    skin = "#c4926f"
    s.rect(x - h * 0.07, y - h * 0.7, x + h * 0.07, y - h * 0.56, skin)
    if not away:
        s.poly([(x - h * 0.08, y - h * 0.58), (x + h * 0.08, y - h * 0.58), (x, y - h * 0.34)], "#f3ead8")
    s.oval(x, y - h * 0.82, h * 0.135, h * 0.175, skin)
    if away:
        s.oval(x, y - h * 0.84, h * 0.14, h * 0.17, hair)
    else:
        s.blob([(x - h * 0.145, y - h * 0.82), (x - h * 0.13, y - h * 0.98), (x, y - h * 1.03), (x + h * 0.13,
            y - h * 0.98), (x + h * 0.145, y - h * 0.82),
                (x + h * 0.08, y - h * 0.92), (x - h * 0.08, y - h * 0.93)], hair)  # fmt: skip


def _bench(s, row):
    y, size = 590 + row * 105, 150 + row * 62
    bend = 56 + row * 16
    coats = ["#2a2c34", "#3d2f3a", "#54403a", "#27333c", "#6a3a35", "#33313c"]
    hairs = ["#2a1d1a", "#6e5a4a", "#b8b0a2", "#1d1717", "#7a4a2a"]
    count = 11 - row * 2
    for k in range(count):
        u = (k + 0.5) / count * 2 - 1
        if (row == 2 and k in (3,)) or (row == 1 and k == 6):
            continue
        x = 800 + u * (800 + row * 60)
        _sitter(s, x, y + 44 - bend * u * u, size, s.rng.choice(coats), True, s.rng.choice(hairs))
    top = [(800 + u * 900 / 10, y - bend * (u / 10) ** 2 * 1.25 + 30) for u in range(-10, 11)]
    s.wash_poly([*top, *[(x, py + 100 + row * 20) for x, py in reversed(top)]], [(0, "#8b4d38"), (1, "#45231f")])
    s.line(top, "#cf9058", 7 + row * 2)


SCENES = {
    "fish-auction": fish_auction,
    "market-hall": market_hall,
    "council-chamber": council_chamber,
}
