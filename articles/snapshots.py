"""Revisions: capturing what an article is at a save.

A revision's `content` is a dict of plain values:
headline, standfirst, body, advertiser, dateline, slug, kind, language: texts; section, thread: id or null;
topics: ids, sorted;
authors: ids in byline order; lead: null or {photo, caption, alt};
related: a list of {target, url, headline, teaser, dateline, teaser_is_cut} in order;
written_from: a list of {photo, field, own, library}: for the caption and the alt text that a use of a photo has of its
own, the library's text from which it was written; and of {story, field, own, library, correction} for the headline and
the teaser that a link to a story has of its own: the newest correction of that story then, 0 for none. Contents of long
ago have no such list, or no correction in it, and nothing is made of that.
What else they lack is filled in when they are read (`articles.models.content`).
"""

from collections.abc import Iterator

from django.db import transaction

from articles import mirror, search, suggestions
from articles.models import Article, Correction, Edition, Revision
from articles.models.own_words import FIELDS, LINK_FIELDS
from articles.photos.models import Photo

TEXTS = ("headline", "standfirst", "body", "advertiser", "dateline", "slug", "kind", "language")


def capture(article: Article) -> dict:
    """The article's content as it stands in the database."""
    return {
        **{name: getattr(article, name) for name in TEXTS},
        "section": article.section_id,
        "thread": article.thread_id,
        "topics": sorted(article.topics.values_list("pk", flat=True)),
        "authors": list(article.bylines.values_list("author", flat=True)),
        "lead": lead_of(article),
        "related": links_of(article),
    }


def links_of(article: Article) -> list[dict]:
    """The working copy's related links, as a content has them."""
    return list(article.related_links.values("target", "url", "headline", "teaser", "dateline", "teaser_is_cut"))


def lead_of(article: Article) -> dict | None:
    """The working copy's lead, as a content has it."""
    if not article.lead_photo_id:
        return None
    return {"photo": article.lead_photo_id, "caption": article.lead_caption, "alt": article.lead_alt}


@transaction.atomic
def record(article: Article, by=None, why: str = "", restored: dict | None = None) -> Revision | None:
    """Make a revision of the article as saved; None where nothing changed since the last one.

    `restored` is the content that the article was brought back to: what its own words were written from comes back too.
    """
    article, latest = _now(article)
    content = capture(article)
    if latest and _placed(latest.content) == content:
        return None
    content["written_from"] = _written_from(content, latest.content if latest else {}, restored or {})
    search.index(article)
    suggestions.later(article)
    return _append(Revision(article=article, content=content, created_by=by, why=why), latest)


@transaction.atomic
def keep_words(article: Article, about: Photo | Article, *fields: str, by=None) -> Revision | None:
    """Note that the story's own `fields` of the photo, or of its link to a story, hold against what that says now.

    None where it did. Readers see no difference, so there is nothing to publish.
    """
    article, latest = _now(article)
    content = capture(article)
    kind = "photo" if isinstance(about, Photo) else "story"
    entries = _written_from(content, latest.content if latest else {})
    says = _SAYINGS[kind]({about.pk})
    kept = [(kind, about.pk, field) for field in fields]
    content["written_from"] = [_entry(key, says) if (key := _key(entry))[:3] in kept else entry for entry in entries]
    if latest and latest.content == content:
        return None
    names = " and ".join((FIELDS | LINK_FIELDS)[field] for field in fields)
    why = f"Kept the story's own {names} of {kind} {about.pk}"
    return _append(Revision(article=article, content=content, created_by=by, why=why), latest)


def append(revisions: list[Revision]) -> None:
    """Store revisions that were made of contents, all in few queries; each has its number."""
    Revision.objects.bulk_create(revisions, batch_size=100)
    mirror.keep(*revisions)


def carried(content: dict, before: dict) -> dict:
    """The content with what is known of its own words from `before`, of which it was made."""
    if "written_from" not in before:
        return content
    own = set(_own_words(content))
    return content | {"written_from": [entry for entry in before["written_from"] if _key(entry) in own]}


def _now(article: Article) -> tuple[Article, Revision | None]:
    """The article as it stands, held, and its newest revision."""
    Article.objects.select_for_update().get(pk=article.pk)
    article = Article.objects.get(pk=article.pk)
    return article, article.latest_revision()


def _append(revision: Revision, latest: Revision | None) -> Revision:
    revision.number = latest.number + 1 if latest else 1
    revision.save()
    mirror.keep(revision)
    return revision


def _placed(content: dict) -> dict:
    """What a content says of the story itself."""
    return {name: value for name, value in content.items() if name != "written_from"}


def _written_from(content: dict, *before: dict) -> list[dict]:
    """Of each text of its own: the library's as it was when one `before` had that text first, the last to say so;
    else as it is now."""
    known = {_key(entry): entry for one in before for entry in one.get("written_from", [])}
    own = list(dict.fromkeys(_own_words(content)))
    for kind, sayings in _SAYINGS.items():
        new = [key for key in own if key[0] == kind and key not in known]
        says = sayings({pk for _, pk, *_ in new}) if new else {}
        known |= {key: _entry(key, says) for key in new}
    return [known[key] for key in own]


def _own_words(content: dict) -> Iterator[tuple[str, int, str, str]]:
    for use in mirror.photo_uses(content):
        yield from (("photo", use.photo, field, text) for field in FIELDS if (text := getattr(use, field)))
    for link in mirror.story_links(content):
        yield from (("story", link.article, field, text) for field in LINK_FIELDS if (text := getattr(link, field)))


def _photos_say(ids: set[int]) -> dict[tuple[int, str], str]:
    return {(pk, field): getattr(photo, field) for pk, photo in Photo.objects.in_bulk(ids).items() for field in FIELDS}


def _stories_say(ids: set[int]) -> dict[tuple[int, str], str | int]:
    """As readers know them; of those that they do not, the working copy's."""
    words = ("headline", "standfirst")
    known = {pk: texts for pk, *texts in Article.objects.filter(pk__in=ids).values_list("pk", *words)}
    live = Edition.objects.live().filter(article__in=ids)
    known |= {pk: texts for pk, *texts in live.values_list("article", *words)}
    says = {(pk, field): text for pk, texts in known.items() for field, text in zip(LINK_FIELDS, texts, strict=True)}
    corrections = Correction.objects.standing().filter(article__in=ids).order_by("pk").values_list("article", "pk")
    return says | {(pk, "correction"): correction for pk, correction in corrections}


_SAYINGS = {"photo": _photos_say, "story": _stories_say}


def _key(entry: dict) -> tuple[str, int, str, str]:
    kind = "photo" if "photo" in entry else "story"
    return kind, entry[kind], entry["field"], entry["own"]


def _entry(key: tuple[str, int, str, str], says: dict[tuple[int, str], str | int]) -> dict:
    kind, pk, field, own = key
    entry = {kind: pk, "field": field, "own": own, "library": says.get((pk, field), "")}
    return entry | ({"correction": says.get((pk, "correction"), 0)} if kind == "story" else {})
