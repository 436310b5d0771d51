"""The sheet a demonstration picture is painted on: gradients, curves, soft shapes, reflections, grain.

Everything is measured in units of the finished picture (long side 1600) and painted at twice that size;
`finish` brings it down with Lanczos, so every edge is smooth. No randomness but the sheet's own seeded one.
"""

import itertools
import math
from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter, ImageFont

SCALE = 2


def rgb(colour):
    """Turn "#rrggbb" or a tuple into a tuple of three."""
    return ImageColor.getrgb(colour) if isinstance(colour, str) else tuple(colour[:3])


def ink(colour, alpha=1.0):
    """Give a colour its opacity, as Pillow's pens take it."""
    return (*rgb(colour), max(0, min(255, round(alpha * 255))))


def mix(one, other, share):
    """Blend two colours; `share` is how much of the other."""
    return tuple(round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))


def along(stops, at):
    """Read a list of (place, colour) stops at one place."""
    for (start, one), (end, other) in itertools.pairwise(stops):
        if at <= end:
            return mix(one, other, max(0.0, at - start) / max(end - start, 1e-6))
    return rgb(stops[-1][1])


def curve(points, closed=False, steps=7):
    """Run a Catmull-Rom curve through the points."""
    count = len(points)
    if count < 3:
        return list(points)
    out = []
    for i in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            out.append(tuple(_spline(p0[a], p1[a], p2[a], p3[a], t) for a in (0, 1)))
    if not closed:
        out.append(points[-1])
    return out


def _spline(a, b, c, d, t):
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


class At:
    """A place, a size and a direction: puts an object's own points onto the sheet."""

    def __init__(self, x, y, size=1.0, flip=False, turn=0.0, dip=False):
        """Remember where the object's own (0, 0) lies; y runs downwards, or for a reflection (dip) upwards."""
        self.x, self.y, self.size = x, y, size
        self.sign, self.down = (-1 if flip else 1), (-0.85 if dip else 1)
        self.cos, self.sin = math.cos(turn), math.sin(turn)

    def __call__(self, x, y):
        x, y = x * self.size * self.sign, y * self.size * self.down
        return (self.x + x * self.cos - y * self.sin, self.y + x * self.sin + y * self.cos)

    def all(self, *points):
        """Place many points."""
        return [self(*point) for point in points]


class Sheet:
    """One picture under the brush."""

    def __init__(self, key, width, height, ground="#ffffff"):
        """Stretch the paper and seed the picture's own randomness with its key."""
        self.w, self.h, self.rng = width, height, Random(key)
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), rgb(ground))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    # Hard-edged shapes -----------------------------------------------------------------------------------

    def poly(self, points, colour, alpha=1.0):
        """Fill a polygon."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=ink(colour, alpha))

    def blob(self, points, colour, alpha=1.0):
        """Fill a closed smooth shape through the points."""
        self.poly(curve(points, closed=True), colour, alpha)

    def rect(self, x0, y0, x1, y1, colour, alpha=1.0, round_=0):
        """Fill a rectangle, given any two corners."""
        box = [min(x0, x1) * SCALE, min(y0, y1) * SCALE, max(x0, x1) * SCALE, max(y0, y1) * SCALE]
        if round_:
            self.pen.rounded_rectangle(box, round_ * SCALE, fill=ink(colour, alpha))
        else:
            self.pen.rectangle(box, fill=ink(colour, alpha))

    def oval(self, x, y, rx, ry, colour, alpha=1.0):
        """Fill an ellipse about its centre."""
        box = [(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE]
        self.pen.ellipse(box, fill=ink(colour, alpha))

    def disc(self, x, y, r, colour, alpha=1.0):
        """Fill a circle."""
        self.oval(x, y, r, r, colour, alpha)

    def line(self, points, colour, width=2.0, alpha=1.0, smooth=False):
        """Draw a line of even width with rounded joints."""
        points = curve(points) if smooth else points
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=ink(colour, alpha), width=max(1, round(width * SCALE)), joint="curve")

    def taper(self, a, b, wide, narrow, colour, alpha=1.0):
        """Draw a limb: a bar from a to b that changes width and has round ends."""
        (ax, ay), (bx, by) = a, b
        length = math.hypot(bx - ax, by - ay) or 1e-6
        nx, ny = -(by - ay) / length, (bx - ax) / length
        w, n = wide / 2, narrow / 2
        self.poly(
            [
                (ax + nx * w, ay + ny * w),
                (bx + nx * n, by + ny * n),
                (bx - nx * n, by - ny * n),
                (ax - nx * w, ay - ny * w),
            ],
            colour,
            alpha,
        )
        if alpha == 1.0:
            self.disc(ax, ay, w, colour)
            self.disc(bx, by, n, colour)

    def text(self, x, y, words, size, colour, anchor="la"):
        """Letter some words."""
        font = ImageFont.load_default(size * SCALE)
        self.pen.text((x * SCALE, y * SCALE), words, font=font, fill=ink(colour), anchor=anchor)

    # Gradients and soft shapes ---------------------------------------------------------------------------

    def wash(self, stops, box=None, sideways=False):
        """Lay a gradient of (place, colour) stops over a box, or the whole sheet."""
        left, top, right, bottom = self._pixels(box or (0, 0, self.w, self.h))
        size = (right - left, bottom - top)
        if min(size) > 0:
            self.image.paste(_ramp(tuple(stops), size, sideways), (left, top))

    def wash_poly(self, points, stops, sideways=False):
        """Fill a polygon with a gradient."""
        box, mask = self._mask(points, SCALE)
        if mask:
            self.image.paste(_ramp(tuple(stops), mask.size, sideways), box[:2], mask)

    def wash_blob(self, points, stops, sideways=False):
        """Fill a smooth closed shape with a gradient."""
        self.wash_poly(curve(points, closed=True), stops, sideways)

    def shade(self, points, colour, start, end, sideways=False, soft=0):
        """Tint a polygon, its opacity running from start to end; `soft` blurs its edge by so many units."""
        scale = SCALE if not soft else (0.5 if soft < 14 else 0.25)
        box, mask = self._mask(points, scale, soft * 2.5)
        if not mask:
            return
        if start != end:
            stops = ((0, (round(start * 255),) * 3), (1, (round(end * 255),) * 3))
            mask = ImageChops.multiply(mask, _ramp(stops, mask.size, sideways).getchannel(0))
        else:
            mask = mask.point([round(v * start) for v in range(256)])
        if soft:
            mask = mask.filter(ImageFilter.GaussianBlur(soft * scale))
            mask = mask.resize((box[2] - box[0], box[3] - box[1]), Image.BILINEAR)
        self.image.paste(rgb(colour), box, mask)

    def veil(self, colour, top, bottom, start, end):
        """Draw haze across the sheet between two heights."""
        self.shade([(0, top), (self.w, top), (self.w, bottom), (0, bottom)], colour, start, end)

    def soft(self, shapes, colour, blur=8, alpha=1.0, detail=0.5):
        """Paint many ovals (x, y, rx, ry) and polygons as one blurred cloud of colour."""
        mask = Image.new("L", (round(self.w * detail), round(self.h * detail)), 0)
        pen = ImageDraw.Draw(mask)
        for shape in shapes:
            if len(shape) == 4 and not isinstance(shape[0], tuple):
                x, y, rx, ry = (v * detail for v in shape)
                pen.ellipse([x - rx, y - ry, x + rx, y + ry], fill=255)
            else:
                pen.polygon([(x * detail, y * detail) for x, y in shape], fill=255)
        mask = mask.filter(ImageFilter.GaussianBlur(blur * detail))
        box = mask.getbbox()
        if not box:
            return
        area = tuple(round(v * SCALE / detail) for v in box)
        part = mask.crop(box).point([round(v * alpha) for v in range(256)])
        part = part.resize((area[2] - area[0], area[3] - area[1]), Image.BILINEAR)
        self.image.paste(rgb(colour), area, part)

    def glow(self, x, y, r, colour, strength=1.0, ry=None, falloff=2.0):
        """Let a light glow about a point."""
        ry = ry or r
        size = (max(2, round(r * 2 * SCALE)), max(2, round(ry * 2 * SCALE)))
        left, top = round((x - r) * SCALE), round((y - ry) * SCALE)
        mask = _disc(falloff, strength).resize(size, Image.BILINEAR)
        self.image.paste(rgb(colour), (left, top), mask)

    # Water, and the end ----------------------------------------------------------------------------------

    def mirror(self, y, depth, tint, share=0.35, stretch=1.0, wobble=6.0, strip=5, box=None):
        """Reflect what stands above the line y into the water below it, broken by ripples."""
        x0, x1 = box or (0, self.w)
        left, width = round(x0 * SCALE), round((x1 - x0) * SCALE)
        line, deep = round(y * SCALE), round(depth * SCALE)
        source = self.image.crop((left, line - round(deep / stretch), left + width, line))
        source = source.transpose(Image.FLIP_TOP_BOTTOM).resize((width, deep), Image.BILINEAR)
        source = Image.blend(source, Image.new("RGB", source.size, rgb(tint)), share)
        top = 0
        while top < deep:
            far = top / deep
            tall = max(2, round((1.5 + strip * far) * SCALE * self.rng.uniform(0.6, 1.4)))
            shift = self.rng.gauss(0, wobble * (0.25 + far)) * SCALE
            slice_ = source.crop((0, top, width, min(deep, top + tall)))
            self.image.paste(slice_, (left, line + top))
            self.image.paste(slice_, (left + round(shift), line + top))
            top += tall

    def finish(self, grain=1.0, vignette=0.0):
        """Bring the sheet down to its size and give it the tooth of the paper."""
        image = self.image.resize((self.w, self.h), Image.LANCZOS)
        if vignette:
            dark = Image.radial_gradient("L").resize(image.size, Image.BILINEAR)
            dark = dark.point([round(255 - max(0, v - 70) * vignette) for v in range(256)])
            image = ImageChops.multiply(image, Image.merge("RGB", (dark,) * 3))
        tooth = _tooth(image.size, grain)
        return ImageChops.overlay(image, Image.merge("RGB", (tooth,) * 3))

    def _pixels(self, box):
        x0, y0, x1, y1 = (round(v * SCALE) for v in box)
        return max(0, x0), max(0, y0), min(self.image.width, x1), min(self.image.height, y1)

    def _mask(self, points, scale, margin=0):
        """Cut a polygon out: the box on the sheet in pixels, and its mask at the asked scale."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)
        x0, y0, x1, y1 = max(0, box[0]), max(0, box[1]), min(self.w, box[2]), min(self.h, box[3])
        if x1 - x0 < 1 or y1 - y0 < 1:
            return None, None
        area = tuple(round(v * SCALE) for v in (x0, y0, x1, y1))
        size = (max(1, round((area[2] - area[0]) * scale / SCALE)), max(1, round((area[3] - area[1]) * scale / SCALE)))
        mask = Image.new("L", size, 0)
        left, top = area[0] / SCALE, area[1] / SCALE
        ImageDraw.Draw(mask).polygon([((x - left) * scale, (y - top) * scale) for x, y in points], fill=255)
        return area, mask


def _ramp(stops, size, sideways):
    long = size[0] if sideways else size[1]
    count = min(long, 512)
    strip = Image.new("RGB", (count, 1) if sideways else (1, count))
    strip.putdata([along(stops, i / max(1, count - 1)) for i in range(count)])
    return strip.resize(size, Image.BILINEAR)


@lru_cache(maxsize=64)
def _disc(falloff, strength):
    table = [round(255 * strength * max(0, 1 - v / 178) ** falloff) for v in range(256)]
    return Image.radial_gradient("L").point(table)


@lru_cache(maxsize=16)
def _tooth(size, amount):
    """Make the paper: fine grain and a slow mottle about middle grey."""
    rng = Random("paper")
    fine = Image.frombytes("L", (400, 400), rng.randbytes(160000)).filter(ImageFilter.GaussianBlur(0.6))
    paper = Image.new("L", size)
    for x in range(0, size[0], 400):
        for y in range(0, size[1], 400):
            paper.paste(fine, (x, y))
    slow = Image.frombytes("L", (90, 90), rng.randbytes(8100)).resize(size, Image.BICUBIC)
    both = Image.blend(paper, slow, 0.14)
    return both.point([round(128 + (v - 128) * 0.16 * amount) for v in range(256)])
