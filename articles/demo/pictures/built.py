"""Things people make: houses, windows, lamps, boats, ferries, cranes, vehicles."""

from articles.demo.pictures.paint import At, curve, mix


def windows(s, box, columns, rows, colour, gap=0.45, lit=1.0, off=None):
    """Set a grid of windows in a wall; `lit` is the share with a light behind them."""
    x0, y0, x1, y1 = box
    w, h = (x1 - x0) / columns, (y1 - y0) / rows
    for c in range(columns):
        for r in range(rows):
            tone = colour if s.rng.random() < lit else off
            if tone:
                x, y = x0 + w * (c + gap / 2), y0 + h * (r + gap / 2)
                s.rect(x, y, x + w * (1 - gap), y + h * (1 - gap), tone)


def house(s, x, y, w, h, wall, roof, glass, lit=0.5, off=None, pitch=0.5, gable=False, chimney=True):
    """Build a house front, its left foot at (x, y)."""
    peak = w * pitch
    if chimney:
        s.rect(x + w * 0.72, y - h - peak * 0.95, x + w * 0.86, y - h, mix(roof, "#000000", 0.15))
    if gable:
        s.poly([(x, y), (x, y - h), (x + w / 2, y - h - peak), (x + w, y - h), (x + w, y)], wall)
        s.line(
            [(x - w * 0.05, y - h + peak * 0.1), (x + w / 2, y - h - peak), (x + w * 1.05, y - h + peak * 0.1)],
            roof,
            w * 0.06,
        )
    else:
        s.rect(x, y - h, x + w, y, wall)
        s.poly(
            [
                (x - w * 0.03, y - h),
                (x + w * 0.03, y - h - peak * 0.8),
                (x + w * 0.97, y - h - peak * 0.8),
                (x + w * 1.03, y - h),
            ],
            roof,
        )
    rows = max(1, round(h / w * 1.6))
    columns = 2 if w / h < 1.4 else 3
    windows(
        s,
        (x + w * 0.06, y - h * 0.97, x + w * 0.94, y - h * 0.08),
        columns,
        rows,
        glass,
        0.56,
        lit,
        off or mix(wall, "#000000", 0.4),
    )


def waterfront(s, y, x0, x1, walls, roof, glass, size=60, lit=0.4, off=None):
    """Build a row of old houses of uneven height along a quay."""
    x = x0
    while x < x1:
        w, h = size * s.rng.uniform(0.75, 1.35), size * s.rng.uniform(0.9, 1.9)
        tone = s.rng.choice(walls)
        house(
            s,
            x,
            y,
            w,
            h,
            tone,
            mix(roof, tone, s.rng.uniform(0, 0.25)),
            glass,
            lit,
            off,
            s.rng.uniform(0.3, 0.5),
            s.rng.random() < 0.45,
        )
        x += w * s.rng.uniform(0.92, 1.0)


def rooftops(s, y, x0, x1, colour, size=40, glass=None, lit=0.2):
    """Cut a far town out of one colour, with a few lights."""
    x = x0
    while x < x1:
        w, h = size * s.rng.uniform(0.6, 1.5), size * s.rng.uniform(0.4, 1.3)
        peak = h + w * s.rng.uniform(0.25, 0.5)
        s.poly([(x, y), (x, y - h), (x + w / 2, y - peak), (x + w, y - h), (x + w, y)], colour)
        if s.rng.random() < 0.6:
            s.rect(x + w * 0.7, y - peak - size * 0.1, x + w * 0.82, y - h, colour)
        if glass:
            windows(s, (x, y - h, x + w, y), 2, 2, glass, 0.7, lit)
        x += w * 0.9


def church(s, x, y, h, colour):
    """Raise a square church tower with a low spire."""
    w = h * 0.2
    s.rect(x - w / 2, y - h * 0.62, x + w / 2, y, colour)
    for k in range(3):
        s.rect(x - w / 2 + k * w * 0.4, y - h * 0.66, x - w / 2 + k * w * 0.4 + w * 0.2, y - h * 0.6, colour)
    s.poly([(x - w * 0.35, y - h * 0.62), (x, y - h), (x + w * 0.35, y - h * 0.62)], colour)
    s.poly(
        [(x, y), (x, y - h * 0.3), (x + w * 2.2, y - h * 0.3), (x + w * 2.6, y - h * 0.17), (x + w * 2.6, y)], colour
    )


def lamp(s, x, y, h, post, light, reach=90, strength=0.8):
    """Light a street lamp whose foot is at (x, y)."""
    s.taper((x, y), (x, y - h), h * 0.03, h * 0.018, post)
    s.poly(
        [(x - h * 0.045, y - h * 1.09), (x + h * 0.045, y - h * 1.09), (x + h * 0.028, y - h), (x - h * 0.028, y - h)],
        light,
    )
    s.poly([(x - h * 0.055, y - h * 1.09), (x, y - h * 1.15), (x + h * 0.055, y - h * 1.09)], post)
    s.glow(x, y - h * 1.05, reach, light, strength)


def trawler(s, x, y, size, hull, house_, trim, dark, light=None, flip=False, dip=False):
    """Moor a fishing boat, (x, y) at the middle of her waterline, about `size` long; `dip` is her reflection."""
    g = At(x, y, size / 100, flip, dip=dip)
    sheer = curve(g.all((-50, -15), (-30, -12), (0, -12), (28, -16), (52, -26)), steps=5)
    s.poly([*sheer, *curve(g.all((50, -20), (45, -6), (40, 2)), steps=4), g(-46, 2)], hull)
    s.line(sheer, trim, size * 0.018)
    s.line(curve(g.all((-49, -7), (0, -5), (44, -9)), steps=5), mix(hull, trim, 0.45), size * 0.01)
    s.poly(g.all((6, -13), (6, -31), (24, -31), (28, -16)), house_)
    s.poly(g.all((3, -31), (3, -34), (28, -34), (27, -31)), dark)
    for k in range(3):
        s.poly(
            g.all((9 + k * 5.5, -23), (9 + k * 5.5, -28.5), (13 + k * 5.5, -28.5), (13 + k * 5.5, -23)), light or dark
        )
    for a, b, w in (((-34, -12), (-34, -46), 1.6), ((13, -34), (13, -62), 1.5), ((-34, -42), (-14, -20), 1.1)):
        s.taper(g(*a), g(*b), size * w / 100, size * w / 160, dark)
    for a, b in (((13, -61), (51, -26)), ((13, -61), (-34, -46)), ((-34, -46), (-49, -15)), ((-34, -44), (-44, -14))):
        s.line([g(*a), g(*b)], dark, max(0.8, size * 0.0045), 0.85)
    s.poly(g.all((-47, -14), (-47, -27), (-38, -27), (-38, -13)), dark)  # the gantry's drum
    s.blob(g.all((-29, -12), (-25, -18), (-15, -19), (-7, -17), (-3, -12)), mix(trim, dark, 0.45))  # heaped nets
    for k in range(4):
        s.disc(*g(-36 + k * 25, -7 - k * 0.8), size * 0.021, dark)
    if light and not dip:
        s.disc(*g(13, -62), size * 0.012, light)
        s.glow(*g(13, -62), size * 0.2, light, 0.8)


def rowboat(s, x, y, size, hull, trim, flip=False, dip=False):
    """Moor a small open boat."""
    g = At(x, y, size / 100, flip, dip=dip)
    rail = curve(g.all((-50, -20), (-20, -13), (18, -14), (50, -25)), steps=5)
    s.poly([*rail, *g.all((42, -4), (34, 3), (-42, 3))], hull)
    s.line(rail, trim, size * 0.03)


def ferry(s, g, hull, upper, dark, glass, band, name=None):
    """Build the island ferry in units of a hundred long, broadside; `g` places her, bow at +x."""
    s.poly([*curve(g.all((-50, -13), (0, -12), (38, -14), (53, -19)), steps=5), *curve(g.all((53, -19), (48, -6),
        (42, 3)), steps=4),
            g(-46, 3), g(-50, -4)], hull)  # fmt: skip
    s.poly(g.all((-46, 3), (42, 3), (44.5, -0.6), (-47.6, -0.6)), mix(hull, band, 0.75))
    s.poly(g.all((-47, -13), (-47, -22), (33, -22), (39, -14)), upper)
    s.poly(g.all((-40, -22), (-40, -29), (24, -29), (29, -22)), mix(upper, dark, 0.06))
    s.poly(g.all((8, -29), (10, -36), (25, -36), (28, -29)), upper)
    s.poly(g.all((8.6, -31), (9.8, -34.6), (25.6, -34.6), (27, -31)), glass)
    s.poly(g.all((-28, -29), (-26, -41), (-16, -41), (-15, -29)), band)
    s.poly(g.all((-26.3, -39), (-26, -41.5), (-16, -41.5), (-15.8, -39)), dark)
    for k in range(17):
        s.poly(g.all((-43 + k * 4.5, -15), (-43 + k * 4.5, -19), (-40.3 + k * 4.5, -19), (-40.3 + k * 4.5, -15)), glass)
    for k in range(12):
        s.poly(g.all((-37 + k * 5, -24.6), (-37 + k * 5, -27.4), (-33.4 + k * 5, -27.4), (-33.4 + k * 5, -24.6)), glass)
    s.line(g.all((-47, -22), (34, -22)), dark, 0.5 * g.size, 0.5)
    s.line(g.all((-40, -29.2), (24, -29.2)), dark, 0.4 * g.size, 0.5)
    s.line(g.all((17, -36), (17, -47)), dark, 0.8 * g.size)
    s.line(g.all((12.5, -43.5), (21.5, -43.5)), dark, 0.5 * g.size)
    s.line(g.all((36, -14), (38, -27)), dark, 0.6 * g.size)
    s.line(g.all((17, -46), (38, -26.5)), dark, 0.22 * g.size, 0.7)
    for k in (-36, -8):  # the boats in their davits
        s.blob(g.all((k, -25), (k + 1, -23), (k + 8, -23), (k + 9.5, -25), (k + 5, -26.2)), band)
    s.line(g.all((-49, -8.4), (47.5, -11)), band, 1.3 * g.size)
    if name:
        s.text(*g(26, -6.6), name, 3.6 * g.size, upper, "mm")


def tower_crane(s, x, y, h, jib, colour, flip=False):
    """Stand a tower crane, its foot at (x, y)."""
    g = At(x, y, 1, flip)
    w = h * 0.016
    for side in (-w, w):
        s.line(g.all((side, 0), (side, -h)), colour, 2.2)
    steps = 22
    for k in range(steps):
        a, b = -h * k / steps, -h * (k + 1) / steps
        s.line(g.all((-w, a), (w, b)) if k % 2 else g.all((w, a), (-w, b)), colour, 1.2)
    top = -h * 1.13
    s.poly(g.all((-w, -h), (0, top), (w, -h)), colour)
    s.line(g.all((-jib * 0.34, -h), (jib, -h)), colour, 3)
    s.line(g.all((0, -h - h * 0.035), (jib * 0.93, -h - h * 0.03), (jib, -h)), colour, 1.6)
    count = 26
    for k in range(count):
        a, b = jib * 0.96 * k / count, jib * 0.96 * (k + 1) / count
        s.line(g.all((a, -h), ((a + b) / 2, -h * 1.033), (b, -h)), colour, 1.0)
    s.line(g.all((0, top), (jib * 0.62, -h * 1.03)), colour, 1.2)
    s.line(g.all((0, top), (-jib * 0.32, -h)), colour, 1.2)
    s.poly(g.all((-jib * 0.34, -h), (-jib * 0.22, -h), (-jib * 0.22, -h * 0.94), (-jib * 0.34, -h * 0.94)), colour)
    s.poly(g.all((w, -h * 0.99), (w + h * 0.03, -h * 0.99), (w + h * 0.03, -h * 0.95), (w, -h * 0.95)), colour)


def digger(s, x, y, size, paint, dark, glass, flip=False):
    """Park a tracked digger, its tracks standing at (x, y), its arm reaching forwards."""
    g = At(x, y, size / 100, flip)
    s.rect(*g(-30, -14), *g(24, 0), dark, round_=size * 0.06)
    for k in range(5):
        s.disc(*g(-24 + k * 10.5, -7), size * 0.045, mix(dark, "#888888", 0.35))
    s.poly(g.all((-36, -17), (-38, -38), (-14, -41), (-2, -38), (26, -30), (26, -17)), paint)
    s.poly(g.all((-2, -19), (-2, -57), (18, -57), (24, -36), (24, -19)), mix(paint, dark, 0.12))
    s.poly(g.all((3, -34), (3, -53), (15.5, -53), (20, -36), (20, -34)), glass)
    s.poly(g.all((22, -28), (50, -86), (58, -90), (63, -84), (34, -24)), paint)
    s.poly(g.all((54, -90), (64, -88), (84, -34), (77, -32)), mix(paint, dark, 0.15))
    s.line(g.all((27, -42), (52, -74)), dark, size * 0.03)
    s.line(g.all((54, -84), (70, -70)), dark, size * 0.025)
    s.blob(g.all((74, -36), (87, -36), (92, -22), (84, -12), (68, -16), (72, -24)), dark)


def lighthouse(s, x, y, h, white, shadow, trim, light, lit=True):
    """Raise the Gull Point lighthouse, its foot at (x, y), the day side on the left."""
    w = h * 0.115
    body = [(x - w, y), (x - w * 0.62, y - h * 0.76), (x + w * 0.62, y - h * 0.76), (x + w, y)]
    s.wash_poly(body, [(0, white), (0.45, white), (1, shadow)], sideways=True)
    for low, high in ((0.2, 0.36), (0.52, 0.66)):
        a, b = w * (1 - 0.5 * low), w * (1 - 0.5 * high)
        s.wash_poly([(x - a, y - h * low), (x - b, y - h * high), (x + b, y - h * high), (x + a, y - h * low)],
                    [(0, trim), (0.5, trim), (1, mix(trim, "#101018", 0.55))], sideways=True)  # fmt: skip
    dark = mix(shadow, "#101018", 0.55)
    for k in (0.1, 0.44, 0.7):
        s.rect(x - w * 0.12, y - h * k - h * 0.028, x + w * 0.08, y - h * k, dark)
    s.rect(x - w * 0.98, y - h * 0.785, x + w * 0.98, y - h * 0.76, dark)
    for k in range(9):
        s.line(
            [(x - w * 0.95 + k * w * 0.237, y - h * 0.785), (x - w * 0.95 + k * w * 0.237, y - h * 0.82)],
            dark,
            h * 0.004,
        )
    s.line([(x - w * 0.98, y - h * 0.82), (x + w * 0.98, y - h * 0.82)], dark, h * 0.006)
    s.rect(x - w * 0.5, y - h * 0.9, x + w * 0.5, y - h * 0.785, light if lit else mix(dark, white, 0.5))
    for k in (-0.5, -0.17, 0.17, 0.5):
        s.line([(x + w * k, y - h * 0.9), (x + w * k, y - h * 0.785)], dark, h * 0.006)
    s.blob([(x - w * 0.62, y - h * 0.898), (x - w * 0.42, y - h * 0.94), (x, y - h * 0.965), (x + w * 0.42,
        y - h * 0.94),
            (x + w * 0.62, y - h * 0.898)], dark)  # fmt: skip
    s.line([(x, y - h * 0.96), (x, y - h)], dark, h * 0.006)
