"""The two charts: ten years of rents, twelve months of landings."""

import itertools

from articles.demo.pictures.paint import Sheet

PAPER, INK, SOFT, RULE = "#fbf7ee", "#22303a", "#66727a", "#d9d2c2"
RENTS = (575, 586, 598, 610, 624, 684, 752, 814, 857, 899, 940)
WAGE_RISE = 1.29
CATCH = (118, 112, 165, 214, 262, 301, 338, 352, 331, 288, 231, 158)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _frame(s, title, note, source):
    s.rect(80, 70, 176, 80, "#9b1c1c")
    s.text(80, 100, title, 50, INK)
    s.text(80, 168, note, 30, SOFT)
    s.text(80, s.h - 66, source, 25, SOFT)


def _grid(s, left, right, values, place):
    for value in values:
        y = place(value)
        s.line([(left, y), (right, y)], RULE if value != values[0] else INK, 2 if value != values[0] else 3)
        s.text(left - 18, y, f"{value:,}", 29, SOFT, "rm")


def rents(key):
    """Draw the typical rent against what it would be had it kept step with wages."""
    s = Sheet(key, 1600, 1066, PAPER)
    _frame(
        s,
        "Rents left wages behind",
        "Typical two-bedroom home in Saltmere, pounds a month",
        "Source: Courier analysis of 4,316 adverts for homes to let; wages, county survey",
    )
    left, right, top, foot = 200, 1270, 260, 890

    def place(value):
        return foot - (value - 500) / 500 * (foot - top)

    xs = [left + 40 + k * (right - left - 40) / 10 for k in range(11)]
    s.rect(xs[4], top, xs[7], foot, "#f0dfc4")
    s.text((xs[4] + xs[7]) / 2, top + 16, "Three years:", 27, "#8a5a1c", "ma")
    s.text((xs[4] + xs[7]) / 2, top + 50, "up 190", 34, "#8a5a1c", "ma")
    _grid(s, left, right, (500, 600, 700, 800, 900, 1000), place)
    for k in range(0, 11, 2):
        s.line([(xs[k], foot), (xs[k], foot + 12)], INK, 3)
        label = "Now" if k == 10 else f"{10 - k} years ago" if k == 0 else f"{10 - k}"
        s.text(xs[k], foot + 24, label, 29, SOFT, "ma")
    wages = [RENTS[0] * (1 + (WAGE_RISE - 1) * k / 10) for k in range(11)]
    line = [(x, place(v)) for x, v in zip(xs, RENTS, strict=True)]
    other = [(x, place(v)) for x, v in zip(xs, wages, strict=True)]
    s.poly([*line, *reversed(other)], "#9b1c1c", 0.1)
    for a, b in itertools.pairwise(other):
        s.line([a, ((a[0] + b[0] * 2) / 3, (a[1] + b[1] * 2) / 3)], "#0b5470", 6)
    s.line(line, "#9b1c1c", 9)
    for x, y in (line[0], line[4], line[7], line[-1]):
        s.disc(x, y, 13, PAPER)
        s.disc(x, y, 9.5, "#9b1c1c")
    s.text(line[0][0] + 2, line[0][1] - 24, "575", 32, "#9b1c1c", "mb")
    s.text(line[-1][0] + 26, line[-1][1] - 22, "940", 46, "#9b1c1c", "lm")
    s.text(line[-1][0] + 26, line[-1][1] + 22, "Rent, +63%", 29, "#9b1c1c", "lm")
    s.text(other[-1][0] + 26, other[-1][1] - 22, "742", 46, "#0b5470", "lm")
    s.text(other[-1][0] + 26, other[-1][1] + 22, "had it kept step", 29, "#0b5470", "lm")
    s.text(other[-1][0] + 26, other[-1][1] + 56, "with pay, +29%", 29, "#0b5470", "lm")
    return s.finish(grain=0.25)


def catch(key):
    """Draw the year's landings as one bar a month."""
    s = Sheet(key, 1600, 900, PAPER)
    _frame(
        s,
        "A year of twelve harbours",
        "Fish and shellfish landed at Saltmere, tonnes a month",
        "Source: Saltmere Harbour Trust. Twelve months: 2,870 tonnes",
    )
    left, right, top, foot = 180, 1520, 260, 740

    def place(value):
        return foot - value / 400 * (foot - top)

    _grid(s, left, right, (0, 100, 200, 300, 400), place)
    step = (right - left) / 12
    mean = sum(CATCH) / 12
    for k in range(67):
        s.line([(left + k * 20, place(mean)), (left + k * 20 + 11, place(mean))], INK, 3)
    s.text(left + 6, place(mean) - 12, f"Monthly average: {mean:.0f}", 29, INK, "lb")
    for k, (month, value) in enumerate(zip(MONTHS, CATCH, strict=True)):
        x = left + step * (k + 0.5)
        best, worst = value == max(CATCH), value == min(CATCH)
        tone = "#0b5470" if best else "#c2562c" if worst else "#7fa9b5"
        if abs(value + 14 - mean) < 22:
            s.rect(x - 30, place(value) - 38, x + 30, place(value), PAPER)
        s.rect(x - step * 0.34, place(value), x + step * 0.34, foot - 1.5, tone)
        s.text(x, foot + 18, month, 29, INK if best or worst else SOFT, "ma")
        s.text(x, place(value) - 10, str(value), 36 if best or worst else 29, tone if best or worst else SOFT, "mb")
    return s.finish(grain=0.25)


SCENES = {"chart-rents": rents, "chart-catch": catch}
