"""What stands in the way of a story, as the editor is told: each problem with the way to where it is mended."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles.problem import Problem
from articles.workflow import NotPossible

# The field's part of the story's form, as an editor calls it. static/js/admin/mending.js leads there.
PLACES = {
    "headline": ("id_headline", "headline"),
    "standfirst": ("id_standfirst", "standfirst"),
    "body": ("id_body", "text"),
    "section": ("id_section", "section"),
    "slug": ("id_slug", "slug"),
    "lead_photo": ("id_lead_photo", "lead picture"),
    "related_links": ("related_links-group", "related stories"),
    "embargo_until": ("id_embargo_0", "embargo"),
    "note": ("id_note", "note"),
    "to": ("id_to", "colleagues"),
}
NEW_TAB = mark_safe(' target="_blank"')


def refused(refusal: NotPossible, opening: str = "Saved, but nothing more was done.") -> str:
    """The message: one problem in a sentence, several as a list."""
    sentences = told(refusal.problems)
    if len(sentences) == 1:
        return format_html("{} {}", opening, sentences[0])
    items = format_html_join("", "<li>{}</li>", ((sentence,) for sentence in sentences))
    return format_html("{} {} things are to be mended first:<ul>{}</ul>", opening, len(sentences), items)


def told(problems: Iterable[Problem], form: str = "", article: int | None = None) -> list[SafeString]:
    """Each problem, marked with the field it belongs to, and its links; `form` is the address of the story's form,
    "" if it is the page itself."""
    return [_sentence(problem, form, article) for problem in problems]


def _sentence(problem: Problem, form: str, article: int | None) -> SafeString:
    links = format_html_join("", ' <a href="{}"{}>{}</a>', _links(problem, form, article))
    return format_html('<span data-problem="{}">{}</span>{}', problem.field, problem.text, links)


def _links(problem: Problem, form: str, article: int | None) -> Iterator[tuple[str, str, str]]:
    if problem.photo and problem.field == "body":
        yield f"{form}#photo-{problem.photo}", "", "Go to it in the text"
    elif problem.field in PLACES:
        place, name = PLACES[problem.field]
        yield f"{form}#{place}", "", f"Go to the {name}"
    elif problem.field == "kill" and article:
        yield reverse("admin:articles_article_lift", args=[article]), "", "Lift the kill…"
    if problem.photo:
        yield reverse("admin:photos_photo_change", args=[problem.photo]), NEW_TAB, "Go to it in the library"
    if problem.placement:
        address = reverse("admin:sponsors_placement_change", args=[problem.placement])
        yield address, NEW_TAB, "Go to the advertisement"
