"""People: jointed figures that stand, walk, run, row, bend and sit, in a few flat tones."""

from articles.demo.pictures.paint import At, curve, mix

# Joints in units of the figure's height: x forwards, y up from the ground. Legs and arms: (far, near).
STAND = {
    "head": (0.0, 0.93), "neck": (0.0, 0.845), "hip": (0.0, 0.5), "wide": 0.105,
    "knees": ((-0.045, 0.27), (0.05, 0.27)), "feet": ((-0.055, 0.02), (0.06, 0.02)),
    "elbows": ((-0.135, 0.64), (0.14, 0.64)), "hands": ((-0.12, 0.49), (0.125, 0.49)), "toes": 0.03,
}  # fmt: skip
POSES = {
    "stand": {},
    "side": {"wide": 0.06, "knees": ((0.0, 0.27), (0.015, 0.27)), "feet": ((-0.03, 0.02), (0.02, 0.02)),
             "elbows": ((-0.02, 0.64), (-0.03, 0.64)), "hands": ((0.03, 0.5), (0.03, 0.5)), "toes": 0.09},
    "lean": {"wide": 0.08, "head": (0.09, 0.9), "neck": (0.065, 0.82), "knees": ((0.01, 0.27), (0.03, 0.27)),
             "feet": ((-0.06, 0.02), (0.02, 0.02)), "elbows": ((0.1, 0.63), (0.12, 0.62)),
             "hands": ((0.21, 0.56), (0.22, 0.57)), "toes": 0.09},
    "hips": {"elbows": ((-0.2, 0.65), (0.2, 0.65)), "hands": ((-0.09, 0.54), (0.09, 0.54))},
    "arms": {"elbows": ((-0.12, 0.66), (0.13, 0.66)), "hands": ((0.06, 0.68), (-0.05, 0.66))},
    "walk": {"wide": 0.07, "head": (0.02, 0.93), "neck": (0.01, 0.845), "knees": ((-0.03, 0.27), (0.09, 0.28)),
             "feet": ((-0.16, 0.045), (0.13, 0.02)), "elbows": ((0.09, 0.65), (-0.09, 0.65)),
             "hands": ((0.17, 0.53), (-0.11, 0.5)), "toes": 0.09},
    "stride": {"wide": 0.07, "head": (0.05, 0.91), "neck": (0.035, 0.83), "knees": ((-0.06, 0.27), (0.13, 0.3)),
               "feet": ((-0.23, 0.07), (0.17, 0.02)), "elbows": ((0.14, 0.65), (-0.11, 0.66)),
               "hands": ((0.22, 0.56), (-0.15, 0.52)), "toes": 0.09},
    "run": {"wide": 0.075, "head": (0.12, 0.92), "neck": (0.09, 0.83), "hip": (0.0, 0.51),
            "knees": ((-0.1, 0.31), (0.17, 0.42)), "feet": ((-0.3, 0.22), (0.13, 0.19)),
            "elbows": ((0.2, 0.66), (-0.1, 0.7)), "hands": ((0.29, 0.75), (-0.15, 0.56)), "toes": 0.09},
    "kick": {"wide": 0.085, "head": (-0.05, 0.93), "neck": (-0.04, 0.84), "hip": (0.01, 0.5),
             "knees": ((-0.03, 0.27), (0.17, 0.36)), "feet": ((-0.06, 0.02), (0.34, 0.27)),
             "elbows": ((0.1, 0.72), (-0.2, 0.75)), "hands": ((0.22, 0.66), (-0.32, 0.79)), "toes": 0.09},
    "bend": {"wide": 0.075, "head": (0.34, 0.66), "neck": (0.27, 0.64), "hip": (-0.06, 0.5),
             "knees": ((0.02, 0.27), (0.05, 0.28)), "feet": ((-0.08, 0.02), (0.02, 0.02)),
             "elbows": ((0.27, 0.46), (0.3, 0.45)), "hands": ((0.33, 0.29), (0.37, 0.3)), "toes": 0.09},
    "reach": {"wide": 0.08, "head": (0.0, 0.93), "neck": (0.0, 0.845), "elbows": ((0.13, 0.92), (0.1, 0.9)),
              "hands": ((0.2, 1.08), (0.17, 1.1)), "feet": ((-0.05, 0.02), (0.04, 0.02)), "toes": 0.08},
    "carry": {"wide": 0.08, "elbows": ((0.05, 0.64), (0.03, 0.63)), "hands": ((0.2, 0.62), (0.2, 0.6)),
              "knees": ((-0.02, 0.27), (0.07, 0.28)), "feet": ((-0.12, 0.03), (0.09, 0.02)), "toes": 0.09},
    "stop": {"elbows": ((-0.22, 0.78), (0.2, 0.86)), "hands": ((-0.33, 0.74), (0.2, 1.03))},
    "cheer": {"elbows": ((-0.17, 0.93), (0.17, 0.93)), "hands": ((-0.15, 1.1), (0.16, 1.1))},
    "point": {"elbows": ((-0.13, 0.64), (0.19, 0.78)), "hands": ((-0.1, 0.5), (0.34, 0.78))},
    "hose": {"wide": 0.08, "head": (0.06, 0.91), "neck": (0.045, 0.83), "knees": ((-0.07, 0.27), (0.12, 0.28)),
             "feet": ((-0.17, 0.03), (0.13, 0.02)), "elbows": ((0.13, 0.64), (0.02, 0.6)),
             "hands": ((0.28, 0.64), (0.16, 0.58)), "toes": 0.09},
    "sit": {"wide": 0.07, "hip": (-0.02, 0.28), "neck": (0.0, 0.62), "head": (0.015, 0.705),
            "knees": ((0.2, 0.29), (0.22, 0.27)), "feet": ((0.2, 0.02), (0.22, 0.02)),
            "elbows": ((0.07, 0.44), (0.05, 0.43)), "hands": ((0.18, 0.38), (0.17, 0.37)), "toes": 0.08},
    "row": {"wide": 0.07, "hip": (0.0, 0.06), "neck": (-0.1, 0.39), "head": (-0.11, 0.475),
            "knees": ((0.2, 0.2), (0.22, 0.19)), "feet": ((0.38, 0.03), (0.39, 0.02)),
            "elbows": ((0.0, 0.24), (0.02, 0.23)), "hands": ((0.14, 0.25), (0.15, 0.24)), "toes": 0.05},
    "catch": {"wide": 0.07, "hip": (0.06, 0.06), "neck": (0.16, 0.38), "head": (0.19, 0.46),
              "knees": ((0.27, 0.26), (0.28, 0.25)), "feet": ((0.38, 0.03), (0.39, 0.02)),
              "elbows": ((0.29, 0.3), (0.3, 0.29)), "hands": ((0.42, 0.26), (0.43, 0.25)), "toes": 0.05},
}  # fmt: skip


def person(s, x, y, h, pose="stand", coat="#222222", legs=None, skin=None, hair=None, flip=False,
           hat=None, tail=0.0, skirt=None, bulk=1.0, rim=None, stripe=None, back=False, lit=-1):  # fmt: skip
    """Draw one person, feet at (x, y), h tall.

    `tail` lengthens the coat below the hip, `skirt` replaces the upper legs, `rim` is the colour of a
    light on one side (`lit`: -1 left, 1 right), `stripe` a reflective band, `hat` one of (kind, colour),
    `back` turns the face away.
    """
    legs, skin, hair = legs or coat, skin or coat, hair or coat
    if rim:
        dx, dy = lit * 0.0075 * h, -0.0045 * h
        _figure(s, x + dx, y + dy, h, pose, (rim,) * 4, flip, hat and (hat[0], rim), tail, skirt and rim, bulk)
    place = _figure(s, x, y, h, pose, (coat, legs, skin, hair), flip, hat, tail, skirt, bulk)
    if back:
        head = (STAND | POSES[pose])["head"]
        s.oval(*place(head[0], -head[1] - 0.006), h * 0.053, h * 0.068, hair)
        if hat:
            _hat(s, place, head[0], -head[1], *hat)
    if stripe:
        joints = STAND | POSES[pose]
        (nx, ny), (hx, hy), w = joints["neck"], joints["hip"], joints["wide"] * bulk
        for t in (0.55, 0.8):
            cx, cy = nx + (hx - nx) * t, -(ny + (hy - ny) * t)
            s.line([place(cx - w * 0.9, cy), place(cx + w * 0.9, cy)], stripe, h * 0.022)


def _figure(s, x, y, h, pose, tones, flip, hat, tail, skirt, bulk):
    coat, legs, skin, hair = tones
    j = STAND | POSES[pose]
    place = At(x, y, h, flip)

    def at(point):
        return place(point[0], -point[1])

    far_coat, far_legs = mix(coat, "#000000", 0.16), mix(legs, "#000000", 0.16)
    hip, neck, w = j["hip"], j["neck"], j["wide"] * bulk
    front = w > 0.095
    shoulders = ((neck[0] - (w if front else 0.012), neck[1] - 0.045), (neck[0] + (w if front else 0), neck[1] - 0.045))
    hips = ((hip[0] - 0.045, hip[1]), (hip[0] + 0.045, hip[1])) if front else (hip, hip)
    _arm(s, at, h * bulk, shoulders[0], j["elbows"][0], j["hands"][0], far_coat, skin)
    _leg(s, at, h * bulk, hips[0], j["knees"][0], j["feet"][0], far_legs, j["toes"] * (-1 if front else 1))
    _leg(s, at, h * bulk, hips[1], j["knees"][1], j["feet"][1], legs, j["toes"])
    if skirt:
        _skirt(s, at, hip, j["knees"], w, skirt)
    _torso(s, at, neck, hip, w, tail, coat)
    s.taper(at((neck[0], neck[1] - 0.03)), at(j["head"]), h * 0.062, h * 0.056, skin)
    _head(s, place, j["head"], h, skin, hair, hat, front)
    _arm(
        s,
        at,
        h * bulk,
        shoulders[1],
        j["elbows"][1],
        j["hands"][1],
        coat if front else mix(coat, "#000000", 0.07),
        skin,
    )
    return place


def _arm(s, at, h, shoulder, elbow, hand, coat, skin):
    dx, dy = hand[0] - elbow[0], hand[1] - elbow[1]
    reach = 0.022 / ((dx * dx + dy * dy) ** 0.5 or 1e-6)
    fist = (hand[0] + dx * reach, hand[1] + dy * reach)
    s.taper(at(hand), at(fist), h * 0.036, h * 0.04, skin)
    s.taper(at(shoulder), at(elbow), h * 0.066, h * 0.052, coat)
    s.taper(at(elbow), at(hand), h * 0.052, h * 0.036, coat)


def _leg(s, at, h, hip, knee, foot, colour, toe):
    s.taper(at(hip), at(knee), h * 0.105, h * 0.078, colour)
    s.taper(at(knee), at((foot[0], foot[1] + 0.02)), h * 0.078, h * 0.054, colour)
    x, y = foot
    shoe = mix(colour, "#000000", 0.3)
    s.blob([at(p) for p in ((x - 0.025 * (1 if toe > 0 else -1), y + 0.02), (x + toe * 0.5, y + 0.018),
                            (x + toe, y - 0.008), (x + toe * 0.9, y - 0.02), (x - toe * 0.35, y - 0.02))],
                            shoe)  # fmt: skip


def _torso(s, at, neck, hip, w, tail, coat):
    dx, dy = hip[0] - neck[0], hip[1] - neck[1]
    long = (dx * dx + dy * dy) ** 0.5 or 1e-6
    ux, uy = dx / long, dy / long  # down the spine
    px, py = -uy, ux  # across it

    def on(across, down):
        return (neck[0] + px * across + ux * down, neck[1] + py * across + uy * down)

    wide, seat = w * 1.16, w * 0.98
    outline = [
        on(-0.03, -0.015), on(-wide * 0.75, 0.018), on(-wide, 0.06), on(-wide * 0.9, long * 0.45), on(-seat * 0.88,
            long * 0.7),
        on(-seat, long * 0.98),
    ]  # fmt: skip
    if tail:
        outline.append((hip[0] - w * (1.0 + tail), hip[1] - tail))
        outline.append((hip[0] + w * (1.0 + tail), hip[1] - tail))
    outline += [on(seat, long * 0.98), on(seat * 0.88, long * 0.7), on(wide * 0.9, long * 0.45), on(wide, 0.06),
                on(wide * 0.75, 0.018), on(0.03, -0.015)]  # fmt: skip
    s.poly(curve([at(p) for p in outline], closed=True, steps=4), coat)


def _skirt(s, at, hip, knees, w, colour):
    low = min(k[1] for k in knees) - 0.06
    left, right = min(k[0] for k in knees) - 0.07, max(k[0] for k in knees) + 0.07
    s.poly(
        [
            at((hip[0] - w * 0.95, hip[1] + 0.08)),
            at((hip[0] + w * 0.95, hip[1] + 0.08)),
            at((right, low)),
            at((left, low)),
        ],
        colour,
    )


def _head(s, place, head, h, skin, hair, hat, front):
    x, y = head[0], -head[1]
    s.oval(*place(x, y), h * (0.05 if front else 0.056), h * 0.068, skin)
    if hair != skin:
        back = 0 if front else -0.014
        s.poly(curve(place.all((x + 0.05, y - 0.025), (x + 0.035, y - 0.066), (x + back, y - 0.078), (x - 0.05,
            y - 0.055),
                               (x - 0.06, y), (x - 0.045, y + 0.03), (x - 0.03 + back, y - 0.01), (x + 0.01,
                               y - 0.035)),
                     closed=True, steps=4), hair)  # fmt: skip
    if hat:
        _hat(s, place, x, y, *hat)


def _hat(s, place, x, y, kind, colour):
    shapes = {
        "helmet": [(-0.078, -0.028), (-0.062, -0.072), (0, -0.1), (0.062, -0.072), (0.085, -0.028), (0, -0.036)],
        "cap": [(-0.06, -0.03), (-0.058, -0.07), (0, -0.086), (0.055, -0.062), (0.105, -0.03), (0.05, -0.03)],
        "wool": [(-0.06, -0.018), (-0.058, -0.07), (0, -0.1), (0.058, -0.07), (0.06, -0.018), (0, -0.028)],
        "chef": [(-0.06, -0.03), (-0.075, -0.12), (-0.03, -0.15), (0.04, -0.148), (0.078, -0.115), (0.06, -0.03)],
        "brim": [
            (-0.1, -0.03),
            (-0.06, -0.05),
            (-0.05, -0.098),
            (0.05, -0.098),
            (0.06, -0.05),
            (0.105, -0.03),
            (0, -0.022),
        ],
        "hood": [
            (-0.06, 0.06),
            (-0.078, 0.0),
            (-0.06, -0.07),
            (0.005, -0.098),
            (0.06, -0.06),
            (0.04, -0.02),
            (0, 0.07),
        ],
    }
    s.poly(curve([place(x + px, y + py) for px, py in shapes[kind]], closed=True, steps=4), colour)


def crowd(s, y, h, xs, coats, alpha_heads=None, jitter=0.05):
    """Stand heads and shoulders along a line, the bodies running out below it."""
    for x in xs:
        tone, tall = s.rng.choice(coats), h * (1 + s.rng.gauss(0, jitter))
        top = y - tall
        w = tall * 0.5
        s.blob([(x - w * 0.5, y), (x - w * 0.46, top + tall * 0.52), (x - w * 0.2, top + tall * 0.4), (x + w * 0.2,
            top + tall * 0.4),
                (x + w * 0.46, top + tall * 0.52), (x + w * 0.5, y)], tone)  # fmt: skip
        s.oval(x, top + tall * 0.2, tall * 0.13, tall * 0.175, alpha_heads or tone)
        s.rect(x - tall * 0.06, top + tall * 0.3, x + tall * 0.06, top + tall * 0.45, alpha_heads or tone)
