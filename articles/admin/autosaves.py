"""Autosave: what is typed into a story's form reaches the server every few seconds, and is offered after a crash."""

import uuid
from collections.abc import Container, Iterator
from datetime import timedelta

from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.db.models import Model
from django.http import JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from articles import body as story_body
from articles import snapshots
from articles.admin.screens import StoryViews
from articles.comparison import TITLES
from articles.models import Article, Autosave, RelatedLink, Revision
from articles.photos.chooser import numbers
from articles.photos.moments import in_words

OPEN = timedelta(seconds=15)  # since a window was heard of, which is every five; so that who left is gone in 20
EMPTY = dict.fromkeys(snapshots.TEXTS, "") | {
    "section": None, "thread": None, "topics": [], "authors": [], "lead": None, "related": [],
}  # fmt: skip


def window_of(request) -> uuid.UUID:
    """The key of the window that sent the form, a new one for a form that is about to be shown."""
    try:
        return uuid.UUID(request.POST.get("autosave", ""))
    except ValueError:
        return uuid.uuid4()


def offered(request, article: Article | None) -> list[Autosave]:
    """What the person typed into this form before and did not save, in another window or before a crash; one query."""
    found = Autosave.objects.filter(editor=request.user, article=article if article and article.pk else None)
    return list(found.filter(content__isnull=False).exclude(key=window_of(request)))


def saved(request) -> None:
    """What was typed in this window is saved now."""
    Autosave.objects.filter(editor=request.user, key=window_of(request)).delete()


def keep(request, article: Article | None, key: uuid.UUID, content: dict) -> None:
    """What was typed in the window is this; of a form that says what is stored, nothing is kept."""
    beside = {"note": request.POST.get("note", "").strip(), "why": request.POST.get("why", "").strip()[:200]}
    is_stored = _is_stored(content, article) and not any(beside.values())
    typed_now = beside | {"content": None if is_stored else content, "at": timezone.now()}
    typed_now["base"] = opened_with(request, article)
    hear(request.user, article, key, **typed_now)


def keep_form(request, article: Article | None) -> uuid.UUID:
    """What a sent form says is kept, since it could not be saved so; under the key that this gives."""
    key = window_of(request)
    if Autosave.objects.filter(key=key).exclude(editor=request.user).exists():
        key = uuid.uuid4()
    keep(request, article, key, typed(request.POST, article))
    return key


def opened_with(request, article: Article | None) -> Revision | None:
    """The revision that the form which was sent has been typed on."""
    number = next(iter(numbers([request.POST.get("opened", "")])), None)
    return article.revisions.filter(number=number).first() if article and number else None


def hear(editor, article: Article | None, key: uuid.UUID, **typed_now) -> None:
    """The window is open. Raises PermissionDenied if it is another person's."""
    if Autosave.objects.filter(key=key).exclude(editor=editor).exists():
        raise PermissionDenied
    Autosave.objects.update_or_create(key=key, defaults={"editor": editor, "article": article} | typed_now)
    forgotten = Autosave.objects.filter(
        editor=editor, content__isnull=True, heard_at__lt=timezone.now() - timedelta(days=1)
    )
    forgotten.delete()


def leave(editor, key: uuid.UUID) -> None:
    """The window is left; what was typed in it stays."""
    left = Autosave.objects.filter(editor=editor, key=key)
    left.filter(content__isnull=True).delete()
    left.update(heard_at=timezone.now() - OPEN)


def others(editor, article: Article | None) -> list[str]:
    """Who else has the story open, and since when, in sentences."""
    if article is None:
        return []
    heard = Autosave.objects.filter(article=article, heard_at__gt=timezone.now() - OPEN).exclude(editor=editor)
    since = {}
    for window in heard.select_related("editor").order_by("opened_at"):
        since.setdefault(window.editor, window.opened_at)
    return [f"{one} has this story open too, since {in_words(at, editor.time_zone)}." for one, at in since.items()]


def allowed(views: StoryViews, request, pk: int | None) -> Article | None:
    """The story whose form is open, None for one that was never saved; PermissionDenied unless one may fill it in."""
    if pk is not None:
        return views.story_to_change(request, pk)
    if not views.model_admin.has_add_permission(request):
        raise PermissionDenied
    return None


class AutosaveViews(StoryViews):
    """Keeping what is typed, for who may change the story."""

    def urls(self):
        door = self.model_admin.admin_site.admin_view
        return [
            path("autosave/", door(self.keep), name="articles_article_autosave_new"),
            path("<int:pk>/autosave/", door(self.keep), name="articles_article_autosave"),
        ]

    @method_decorator(require_POST)
    def keep(self, request, pk: int | None = None) -> JsonResponse:
        """Hear of a window that it is open, what was typed there, or that it is left; tell who else is at the story."""
        article = allowed(self, request, pk)
        try:
            key = uuid.UUID(request.POST.get("autosave", ""))
        except ValueError:
            raise BadRequest from None
        if "left" in request.POST:
            leave(request.user, key)
        elif "headline" in request.POST:
            keep(request, article, key, typed(request.POST, article))
        else:
            hear(request.user, article, key)
        return JsonResponse({"others": others(request.user, article)})


def typed(data, article: Article | None) -> dict:
    """What a sent form says, as a content, whether or not it could be saved so."""
    content = {name: data.get(name, "").strip() for name in snapshots.TEXTS}
    content |= {"headline": " ".join(content["headline"].split()), "slug": content["slug"].lower()}
    content |= {"body": story_body.sanitise(content["body"])}
    lead = _number(data.get("lead_photo", ""))
    words = {name: data.get(f"lead_{name}", "").strip() for name in ("caption", "alt")}
    return content | {
        "section": _number(data.get("section", "")),
        "thread": _number(data.get("thread", "")),
        "topics": sorted(numbers(data.getlist("topics"))),
        "authors": list(dict.fromkeys(pk for row in _rows(data, "bylines") if (pk := _number(row("author"))))),
        "lead": {"photo": lead} | words if lead else None,
        "related": _links(data, article),
    }


def unfit(content: dict, fields: list[str]) -> Iterator[str]:
    """What of these fields no story can have: a form that could not be saved was typed on."""
    texts = {name: content[name] for name in fields if name in snapshots.TEXTS}
    yield from _errors(Article(**texts), texts)
    for link in content["related"] if "related" in fields else []:
        of_link = {"target_id": link["target"], **{name: link[name] for name in ("url", "headline", "teaser")}}
        yield from _errors(RelatedLink(**of_link), of_link, "Related story: ")


def _errors(thing: Model, names: Container[str], about: str = "") -> Iterator[str]:
    exclude = {field.name for field in thing._meta.fields if field.name not in names and field.attname not in names}
    try:
        thing.full_clean(exclude)
    except ValidationError as error:
        for name, found in error.message_dict.items():
            field = about or f"{TITLES.get(name, name)}: "
            yield f"{field}{' '.join(found)} Untick it, then mend it on the form."


def _number(text: str) -> int | None:
    return next(iter(numbers([text])), None)


def _rows(data, prefix: str) -> list:
    """The rows of a formset that are not to be deleted, in their order; each gives its values by their names."""
    count = min(_number(data.get(f"{prefix}-TOTAL_FORMS", "")) or 0, 200)
    rows = [lambda name, at=at: data.get(f"{prefix}-{at}-{name}", "").strip() for at in range(count)]
    return sorted((row for row in rows if not row("DELETE")), key=lambda row: _number(row("position")) or 0)


def _links(data, article: Article | None) -> list[dict]:
    """The related links; what was copied with one, which the form does not ask, is the row's own."""
    known = {str(link.pk): link for link in RelatedLink.objects.filter(article=article)} if article else {}
    links = []
    for row in _rows(data, "related_links"):
        stored = known.get(row("id"), RelatedLink())
        words = {name: row(name) for name in ("url", "headline", "teaser")}
        copied = {"dateline": stored.dateline, "teaser_is_cut": stored.teaser_is_cut}
        link = {"target": _number(row("target"))} | words | copied
        if link["target"] or any(words.values()):
            links.append(link)
    return links


def _is_stored(content: dict, article: Article | None) -> bool:
    if article:
        return content == snapshots.capture(article)
    return not any(content[name] for name in EMPTY if name not in {"kind", "language", "slug"})
