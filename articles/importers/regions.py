"""Furniture that only its neighbours give away: newsletter forms, readers' comments, columns of tags. Pure.

Each function takes the lines and the reason found for each so far, and fills in reasons.
"""

import re
from itertools import islice

from articles.importers.boxes import is_box_label
from articles.importers.dates import why_dated
from articles.importers.furniture import is_tag_label, why_furniture
from articles.importers.incoming import Dropped
from articles.importers.lines import Line
from articles.importers.notes import why_note
from articles.importers.sentences import ends_sentence, is_paragraph_like
from articles.importers.slogans import names_goods

_REGION = 25  # lines between "skip past …" and "after …"
_FORM = 7
_OFFER_LINES = 5
_SKIP = re.compile(r"skip past (?P<what>.{3,40})", re.IGNORECASE)
_FORM_END = re.compile(
    r"(?:enter |your )*e-?mail(?: address)?\W*|privacy notice:.*|.*\bre-?captcha\b.*"
    r"|.*\bterms of (?:service|use) apply.*"
    r"|(?:sign up|subscribe|submit)\W*|i (?:would like|agree|want) to (?:be|receive).*"
    r"|by (?:signing|submitting|subscribing|clicking|providing).*|let['’]s go\W*",
    re.IGNORECASE,
)
_OFFER = re.compile(r"(?:partner|sponsored|paid|commercial) (?:service|offer|content|message|post)s?\W*", re.IGNORECASE)
_OFFER_END = re.compile(
    r"(?:try|start|get|order|book|shop|buy|subscribe|discover|learn more|find out more|read more|see more|apply|join)\b"
    r"(?: \w+){0,4}\W*",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:view )?(?:all )?\(?\d*\)? ?(?:comments?|replies|responses)(?: \(\d+\))?"
    r"|leave a (?:reply|comment)|post a comment"
    r"|join the (?:conversation|discussion)|kommentare|commentaires|comentarios|commenti|\d+ thoughts on .{3,150}",
    re.IGNORECASE,
)
_COMMENT_SIGN = re.compile(
    r".{1,40} (?:says|said|wrote|schreibt|dice|dit)(?: on .{5,40})?:|reply|report|like|sort by\b.*|newest.*|oldest.*"
    r"|(?:your email address|required fields|log in to (?:reply|comment)|leave a).*|add a comment.*"
    r"|most liked.*"
    r"|\d+ (?:votes?|likes?)|upvote|flag",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"related (?:internet|external|web) links?|(?:external|outside|web) links?|on the web", re.IGNORECASE
)
_FOOT_LABEL = re.compile(
    r"(?:about|meet) the (?:author|contributor|writer|reporter|journalist)s?|keywords|tags|topics|more about"
    r"|filed under"
    r"|join our commenting forum|donate to .{3,50}"
    r"|(?:über|zu) (?:den|die) autor(?:in|en)?|à propos de l['’]auteur"
    r"|sobre el autor|sobre la autora",
    re.IGNORECASE,
)
_NO_VIDEO = re.compile(r"to (?:play|view|watch) this (?:video|content|audio)\b", re.IGNORECASE)
_LENGTH = re.compile(r"\d{1,2}:\d{2}\b\W*(?:source\b.*)?$", re.IGNORECASE)
_FOOT_PARAGRAPHS = 3
_BEFORE_PICTURE = ("gallery words",)


def drop_furniture(lines: list[Line]) -> list:
    """Page furniture marked as dropped. The line behind it keeps the blank line that stood before it."""
    whys = [_why_alone(line) for line in lines]
    for mark in _MARKS:
        mark(lines, whys)
    items: list = []
    gap = 0
    for line, why in zip(lines, whys, strict=True):
        gap = max(gap, line.gap)
        items.append(Dropped(line.text, why) if why else Line(line.text, gap))
        gap = gap if why in _BEFORE_PICTURE and not line.gap else 0 if not why else line.gap
    return items


def _why_alone(line: Line) -> str:
    """A box's label is no furniture; the boxes are read later."""
    return "" if is_box_label(line.text) and not is_tag_label(line.text) else why_furniture(line.text)


def _fill(whys: list[str], start: int, end: int, why: str) -> None:
    whys[start:end] = [known or why for known in whys[start:end]]


def _mark_skipped(lines: list[Line], whys: list[str]) -> None:
    """What a page offers to skip: all from `skip past newsletter promotion` to `after newsletter promotion`."""
    for place, line in enumerate(lines):
        found = _SKIP.fullmatch(line.text)
        if not found:
            continue
        after = f"after {found['what']}".casefold()
        for end, later in enumerate(islice(lines, place, place + _REGION), start=place):
            if later.text.casefold() == after:
                _fill(whys, place, end + 1, "newsletter sign-up")
                break


def _mark_forms(lines: list[Line], whys: list[str]) -> None:
    """From an invitation to sign up to the form under it; a quotation or a long paragraph ends the search, and
    behind a field or a button of the form any paragraph does."""
    for place, why in enumerate(whys):
        if why != "newsletter sign-up":
            continue
        end, is_in_form = place, bool(_FORM_END.fullmatch(lines[place].text))
        for later in range(place + 1, min(place + _FORM, len(lines))):
            text = lines[later].text
            if _FORM_END.fullmatch(text):
                end, is_in_form = later, True
            elif not whys[later] and _is_story(text, is_in_form):
                break
        _fill(whys, place, end + 1, "newsletter sign-up")


def _is_story(text: str, is_in_form: bool) -> bool:
    return len(text.split()) > 35 or text[:1] in "“«„" or (is_in_form and is_paragraph_like(text))


def _mark_offers(lines: list[Line], whys: list[str]) -> None:
    """From `Partner service` to the button under it, if that stands within a few lines."""
    for place, line in enumerate(lines):
        if not _OFFER.fullmatch(line.text):
            continue
        below = range(place + 1, min(place + _OFFER_LINES, len(lines)))
        end = next((later for later in below if _OFFER_END.fullmatch(lines[later].text)), None)
        if end is not None:
            _fill(whys, place, end + 1, "advertisement")


def _mark_tags(lines: list[Line], whys: list[str]) -> None:
    """The short lines under `Filed under`, up to the first that ends as a sentence does."""
    under = False
    for place, line in enumerate(lines):
        is_short = len(line.text.split()) <= 4 and not ends_sentence(line.text)
        under = is_tag_label(line.text) or (under and is_short and not is_box_label(line.text))
        whys[place] = whys[place] or ("tags" if under else "")


def _mark_outside_links(lines: list[Line], whys: list[str]) -> None:
    """`Related internet links` and the names under it, which no story of this paper stands behind."""
    under = False
    for place, line in enumerate(lines):
        under = bool(_OUTSIDE.fullmatch(line.text)) or (
            under and len(line.text.split()) <= 8 and not ends_sentence(line.text)
        )
        whys[place] = whys[place] or ("outside link" if under else "")


def _mark_comments(lines: list[Line], whys: list[str]) -> None:
    """Readers' comments: all behind their heading, if a sign of comments stands close under it, up to a box."""
    for place, line in enumerate(lines):
        if place < 3 or not _COMMENTS.fullmatch(line.text) or not _has_comment_sign(lines, place):
            continue
        end = next((n for n in range(place + 1, len(lines)) if _ends_comments(lines[n].text)), len(lines))
        _fill(whys, place, end, "comments")
        return


def _mark_foot(lines: list[Line], whys: list[str]) -> None:
    """All under `About the author` or an appeal for gifts, if most of the running text stands before it."""
    over = 0
    for place, line in enumerate(lines):
        over += is_paragraph_like(line.text)
        if over < _FOOT_PARAGRAPHS or not _FOOT_LABEL.fullmatch(line.text):
            continue
        end = next((n for n in range(place + 1, len(lines)) if is_box_label(lines[n].text)), len(lines))
        if sum(is_paragraph_like(later.text) for later in lines[place:]) <= min(_FOOT_PARAGRAPHS, over // 2):
            _fill(whys, place, end, "foot of the page")
        return


def _mark_notes(lines: list[Line], whys: list[str]) -> None:
    """The site's notes behind the last sentence, from the end up to the first line that is none."""
    for place in range(len(lines) - 1, 2, -1):
        whys[place] = whys[place] or why_note(lines[place].text, at_an_edge=True)
        if not whys[place]:
            return


def _mark_sold(lines: list[Line], whys: list[str]) -> None:
    """What stands over the word that its links pay: right over it and apart from the rest, or naming goods."""
    for place in range(3, len(lines)):
        over, text = lines[place - 1], lines[place - 1].text
        if whys[place] != "affiliate disclosure" or len(text.split()) > 16 or ends_sentence(text):
            continue
        is_pair = over.gap > lines[place].gap == 0
        whys[place - 1] = whys[place - 1] or ("advertisement" if is_pair or names_goods(text) else "")


def _mark_video_titles(lines: list[Line], whys: list[str]) -> None:
    """The title of a video, tight under the words that say that the page cannot show it or over how long it runs."""
    for place in range(2, len(lines)):
        text = lines[place].text
        below = lines[place + 1 : place + 2]
        is_over_length = any(line.gap == 0 and _LENGTH.match(line.text) for line in below)
        is_title = 2 <= len(text.split()) <= 14 and not is_paragraph_like(text)
        if is_title and (is_over_length or (_NO_VIDEO.match(lines[place - 1].text) and not lines[place].gap)):
            whys[place] = whys[place] or "player"


_MARKS = (
    _mark_skipped,
    _mark_forms,
    _mark_offers,
    _mark_tags,
    _mark_outside_links,
    _mark_comments,
    _mark_foot,
    _mark_notes,
    _mark_sold,
    _mark_video_titles,
)


def _has_comment_sign(lines: list[Line], place: int) -> bool:
    """A count over the story is a button: its comments do not follow it, the story's date may."""
    texts = [line.text for line in lines[place + 1 : place + 6]]
    signs = sum(bool(_COMMENT_SIGN.fullmatch(text)) for text in texts)
    return signs > 0 and (signs > 1 or any(why_dated(t) for t in texts) or place > len(lines) // 2)


def _ends_comments(text: str) -> bool:
    return is_box_label(text) or text.startswith("©")
