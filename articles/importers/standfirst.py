"""The standfirst: what is left of a head when signatures and pictures are taken, and what is furniture. Pure."""

from articles.importers.boxes import inline_related, is_box_label
from articles.importers.furniture import is_post_details
from articles.importers.headline import Head
from articles.importers.incoming import Dropped, IncomingRelated
from articles.importers.lines import Line, is_point
from articles.importers.notes import why_note
from articles.importers.sentences import is_paragraph_like, is_sentence

LONGEST = 60  # words


def clear_head(head: Head, items: list, following: str) -> list:
    """The head's lines when names, dates and pictures are gone: the standfirst is taken, the rest left out.

    A whole sentence is never left out: one that is no standfirst stays for the story.
    """
    first = next((n for n, item in enumerate(items) if item is None or isinstance(item, Line)), None)
    cleared: list = []
    for place, item in enumerate(items):
        if not isinstance(item, Line):
            cleared.append(item)
        elif not head.standfirst and _is_standfirst(item.text, place == first, items[place + 1 :], following):
            head.standfirst = item.text
        else:
            cleared.append(_left_over(item))
    return [item for item in cleared if item is not None]


def _is_standfirst(text: str, is_first: bool, rest: list, following: str) -> bool:
    words = len(text.split())
    if words > LONGEST or is_point(text) or is_box_label(text) or inline_related(text) or text.endswith(":"):
        return False
    if is_paragraph_like(text):
        return True
    if is_point(following) or not is_first:
        return False
    return words >= 5 and not is_post_details(text) and bool(following)


def _left_over(line: Line) -> Line | Dropped | IncomingRelated:
    text = line.text
    if related := inline_related(text):
        return related
    if why := why_note(text, at_an_edge=True):
        return Dropped(text, why)
    if is_paragraph_like(text) or is_sentence(text) or is_point(text) or len(text.split()) > 20:
        return line
    return Dropped(text, "page furniture over the story")
