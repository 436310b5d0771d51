"""What the editor is told when a story cannot be published: each problem with the way to where it is mended."""

from datetime import datetime

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from articles import guards
from articles.models import Revision
from articles.problem import Problem
from articles.workflow import NotPossible

# The field's part of the form, as an editor calls it. static/js/admin/mending.js leads there.
PLACES = {
    "headline": "headline",
    "body": "text",
    "slug": "slug",
    "lead_photo": "lead picture",
    "publish_at": "time",
}
NEW_TAB = mark_safe(' target="_blank"')


def refused(refusal: NotPossible) -> str:
    """The message: one problem in a sentence, several as a list."""
    problems = [_sentence(problem) for problem in refusal.problems]
    if len(problems) == 1:
        return format_html("Saved, but not published. {}", problems[0])
    items = format_html_join("", "<li>{}</li>", ((problem,) for problem in problems))
    opening = "Saved, but not published. {} things are to be mended first:"
    return format_html("{}<ul>{}</ul>", opening.format(len(problems)), items)


def advised(revision: Revision, at: datetime) -> str:
    """What a colleague would point out although it is published, as one message; "" for nothing."""
    found = [_sentence(problem) for problem in guards.advice(revision, at)]
    if len(found) < 2:
        return "".join(found)
    items = format_html_join("", "<li>{}</li>", ((sentence,) for sentence in found))
    return format_html("Worth a look, although nothing stands in the way:<ul>{}</ul>", items)


def _sentence(problem: Problem) -> str:
    """The problem, marked with the field it belongs to, and its links."""
    links = format_html_join("", ' <a href="{}"{}>{}</a>', _links(problem))
    return format_html('<span data-problem="{}">{}</span>{}', problem.field, problem.text, links)


def _links(problem: Problem):
    if problem.photo and problem.field == "body":
        yield f"#photo-{problem.photo}", "", "Go to it in the text"
    elif problem.field in PLACES:
        yield f"#id_{problem.field}", "", f"Go to the {PLACES[problem.field]}"
    if problem.photo:
        library = reverse("admin:photos_photo_change", args=[problem.photo])
        yield library, NEW_TAB, "Go to it in the library"
