"""Sky, water, hills, trees and birds."""

import math

from articles.demo.pictures.paint import At, curve, mix


def ridge(s, y, height, waves=3.0, rough=0.25, x0=0, x1=None, step=12):
    """Make the line of a hill or moor: a few slow waves and some unevenness."""
    x1 = s.w if x1 is None else x1
    tones = [(waves * 2**k, s.rng.uniform(0, 6.3), rough**k) for k in range(5)]
    points = []
    for i in range(int((x1 - x0) / step) + 2):
        x = min(x1, x0 + i * step)
        lift = sum(math.sin(f * (x / s.w) * 6.3 + p) * a for f, p, a in tones)
        points.append((x, y - height * lift))
    return points


def land(s, line, stops, foot=None):
    """Fill the ground beneath a ridge with a gradient."""
    foot = s.h if foot is None else foot
    s.wash_poly([*line, (line[-1][0], foot), (line[0][0], foot)], stops)


def clouds(s, bands, colour, lit=None, alpha=0.8, blur=9):
    """Paint flat-bottomed banks of cloud, billowing above; each band is (x, y, length, height)."""
    body, edge = [], []
    for x, y, long, tall in bands:
        body.append((x, y - tall * 0.12, long * 0.46, tall * 0.13))
        count = int(7 + long / 34)
        for k in range(count):
            at = (k + s.rng.random()) / count * 2 - 1
            swell_ = (1 - abs(at) ** 1.6) * s.rng.uniform(0.35, 1.0)
            r = tall * (0.13 + 0.3 * swell_)
            px, py = x + at * long * 0.46, y - tall * 0.1 - r * 0.85
            body.append((px, py, r * 1.5, r))
            edge.append((px - r * 0.25, py - r * 0.3, r * 1.2, r * 0.78))
            if swell_ > 0.55:
                edge.append((px + s.rng.gauss(0, r), py - r * 0.75, r * 0.9, r * 0.6))
    s.soft(body, colour, blur, alpha)
    if lit:
        s.soft(edge, lit, blur * 0.75, alpha)


def streaks(s, top, bottom, colours, count, alpha=0.35):
    """Draw long thin clouds, or the brush's own streaks in a sky."""
    for _ in range(count):
        y, x = s.rng.uniform(top, bottom), s.rng.uniform(-0.1, 1.1) * s.w
        long, thick = s.rng.uniform(0.06, 0.3) * s.w, s.rng.uniform(1.5, 6)
        lens(s, x, y, long, thick, s.rng.choice(colours), alpha * s.rng.uniform(0.4, 1))


def lens(s, x, y, half, thick, colour, alpha=1.0):
    """Draw a stroke that is thick in the middle and pointed at both ends."""
    s.poly(
        [(x - half, y), (x - half * 0.4, y - thick * 0.8), (x + half * 0.3, y - thick), (x + half, y),
         (x + half * 0.35, y + thick * 0.7), (x - half * 0.45, y + thick)],
        colour, alpha,
    )  # fmt: skip


def ripples(s, top, bottom, colours, count, alpha=0.5, about=None, spread=0.5, size=1.0):
    """Lay strokes on water, longer and thicker towards the viewer; `about` gathers them beneath a light."""
    for _ in range(count):
        near = s.rng.random() ** 1.4
        y = top + (bottom - top) * near
        x = s.rng.uniform(-20, s.w + 20) if about is None else s.rng.gauss(about, s.w * spread * (0.1 + 0.22 * near))
        half = (6 + 52 * near) * s.rng.uniform(0.4, 1.5) * size
        lens(s, x, y, half, (0.5 + 2.6 * near) * size, s.rng.choice(colours), alpha * s.rng.uniform(0.4, 1))


def swell(s, y, height, length, lean=0.35, phase=0.0, x0=-40, x1=None):
    """Make the line of a running sea: peaked crests, round troughs."""
    x1 = s.w + 40 if x1 is None else x1
    points, x = [], x0
    while x <= x1:
        t = (x / length + phase) * 2 * math.pi
        peak = 1 - abs(math.sin(t / 2 + lean * math.sin(t)))
        big = 0.65 + 0.35 * math.sin(x / length * 1.7 + phase * 9)
        points.append((x, y - height * big * peak**1.3 + s.rng.gauss(0, height * 0.012)))
        x += 8
    return points


def crests(s, line, colour, alpha=0.8, reach=26, above=0.55):
    """Break foam on the upper parts of a swell's line, and let it slide down the face."""
    low, high = max(y for _, y in line), min(y for _, y in line)
    limit = low - (low - high) * above
    cap = []
    for x, y in line:
        over = max(0.0, (limit - y) / max(limit - high, 1e-6))
        cap.append((x, y, over**0.8 * reach * s.rng.uniform(0.45, 0.8)))
        if over and s.rng.random() < 0.8:
            long = reach * over * s.rng.uniform(1.2, 4.5)
            lean = s.rng.uniform(0.2, 1.1)
            trail = [(x, y), (x + long * lean * 0.4, y + long * 0.5), (x + long * lean, y + long)]
            s.line(trail, colour, s.rng.uniform(1, 2.6), alpha * s.rng.uniform(0.15, 0.5), smooth=True)
    s.poly(
        [(x, y - thick * 0.35) for x, y, thick in cap] + [(x, y + thick) for x, y, thick in reversed(cap)],
        colour,
        alpha,
    )


def spray(s, x, y, width, height, colour, count=260, alpha=0.75, lean=0.0):
    """Throw spray up from (x, y) in jets that fan out, slow down and fall into drops."""
    body, jets, drops = [], [], []
    for _ in range(150):
        turn, power = max(-0.85, min(0.85, s.rng.gauss(0, 0.4))), s.rng.uniform(0.2, 1.0)
        power *= 1 - min(0.8, abs(turn) * 0.72)
        start = x + max(-0.36, min(0.36, s.rng.gauss(0, 0.2))) * width
        path = []
        for k in range(9):
            t = k / 8
            px = start + (turn * width * 0.8 + lean * height) * t * power
            path.append((px, y - height * power * (2 * t - t * t)))
        thick = width * s.rng.uniform(0.012, 0.034)
        blade = [(px - thick * (1 - k / 8) ** 0.7, py) for k, (px, py) in enumerate(path)]
        blade += [(px + thick * (1 - k / 8) ** 0.7, py) for k, (px, py) in reversed(list(enumerate(path)))]
        jets.append(blade)
        if abs(turn) < 0.5:
            body += [(*path[k], thick * 1.9, thick * 2.6) for k in (1, 3, 5)]
        end, high = path[-1], height * power
        drops += [
            (end[0] + s.rng.gauss(0, 14), end[1] + s.rng.gauss(0.04, 0.1) * high) for _ in range(count // 110 + 1)
        ]
    s.soft(body, colour, 20, alpha * 0.75)
    s.soft(jets, colour, 4.5, alpha * 0.7)
    s.soft(jets[::2], colour, 1.3, alpha * 0.65, detail=1)
    for px, py in drops:
        s.disc(px, py, s.rng.uniform(0.6, 2.2), colour, alpha * 0.8)


def grass(s, top, bottom, colours, count, tall=16, alpha=0.6, x0=0, x1=None):
    """Set tufts of grass, taller towards the viewer."""
    x1 = s.w if x1 is None else x1
    for _ in range(count):
        near = s.rng.random()
        x, y = s.rng.uniform(x0, x1), top + (bottom - top) * near
        up = tall * (0.25 + near) * s.rng.uniform(0.5, 1.2)
        lean = s.rng.gauss(0.15, 0.3) * up
        s.poly([(x - 1 - near, y), (x + lean, y - up), (x + 1 + near, y)], s.rng.choice(colours), alpha)


def bush(s, x, y, r, dark, light, count=26, flat=0.8):
    """Build a crown of leaves in two tones, lit from the upper left."""
    for k in range(count):
        t, d = s.rng.uniform(0, 6.28), s.rng.random() ** 0.5 * r * 0.72
        px, py = x + math.cos(t) * d, y + math.sin(t) * d * flat
        up = (y - py) / r * 0.5 + (x - px) / r * 0.25
        tone = mix(dark, light, max(0, min(1, 0.15 + k / count * 0.45 + up)))
        s.disc(px, py, r * s.rng.uniform(0.2, 0.36), tone)


def tree(s, x, y, tall, dark, light, trunk, wide=0.36):
    """Plant a leafy tree, its foot at (x, y)."""
    s.taper((x, y), (x + tall * 0.01, y - tall * 0.55), tall * 0.06, tall * 0.03, trunk)
    for side in (-1, 1):
        s.taper((x, y - tall * 0.35), (x + side * tall * 0.15, y - tall * 0.58), tall * 0.03, tall * 0.012, trunk)
    bush(s, x, y - tall * 0.66, tall * wide, dark, light, 34)


def bare_tree(s, x, y, tall, colour, angle=-math.pi / 2, depth=6):
    """Grow a winter tree, its foot at (x, y)."""
    end = (x + math.cos(angle) * tall * 0.3, y + math.sin(angle) * tall * 0.3)
    s.taper((x, y), end, tall * 0.035 + 0.7, tall * 0.026 + 0.5, colour)
    if depth:
        for turn in (-0.45, 0.05, 0.45)[: 3 if depth > 3 else 2]:
            bend = angle + turn + s.rng.gauss(0, 0.16)
            bare_tree(s, *end, tall * s.rng.uniform(0.66, 0.82), colour, bend, depth - 1)


def gull(s, x, y, span, colour, bank=0.2, alpha=1.0):
    """Draw a gliding gull."""
    g = At(x, y, span, turn=bank)
    top = [(-0.5, 0.02), (-0.27, -0.11), (-0.04, -0.01), (0.04, -0.01), (0.28, -0.12), (0.5, 0.0)]
    low = [(0.27, -0.07), (0.06, 0.05), (0, 0.08), (-0.06, 0.05), (-0.26, -0.06)]
    s.poly(curve(g.all(*top), steps=4) + curve(g.all(*low), steps=4), colour, alpha)


def gulls(s, box, count, colour, small=14, large=44):
    """Scatter gulls in a box."""
    x0, y0, x1, y1 = box
    for _ in range(count):
        span = s.rng.uniform(small, large)
        gull(s, s.rng.uniform(x0, x1), s.rng.uniform(y0, y1), span, colour, s.rng.gauss(0, 0.25))


def rain(s, colour, count=260, alpha=0.16, slant=0.12, long=46):
    """Let fine rain fall over the sheet."""
    for _ in range(count):
        x, y = s.rng.uniform(-40, s.w + 40), s.rng.uniform(-40, s.h)
        fall = long * s.rng.uniform(0.4, 1.3)
        s.line([(x, y), (x - fall * slant, y + fall)], colour, s.rng.uniform(0.5, 1.3), alpha)


def stars(s, box, count, colour="#ffffff", alpha=0.7):
    """Set stars."""
    x0, y0, x1, y1 = box
    for _ in range(count):
        s.disc(s.rng.uniform(x0, x1), s.rng.uniform(y0, y1), s.rng.uniform(0.5, 1.5), colour, alpha * s.rng.random())
