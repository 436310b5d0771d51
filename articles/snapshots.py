"""Revisions: capturing what an article is at a save.

A revision's `content` is a dict of plain values:
headline, standfirst, body, dateline, slug, kind, language: texts; section: id or null; topics: ids, sorted;
authors: ids in byline order; lead: null or {photo, caption, alt};
related: a list of {target, url, headline, teaser, dateline, teaser_is_cut} in order.
"""

from django.db import transaction

from articles import mirror
from articles.models import Article, Revision

TEXTS = ("headline", "standfirst", "body", "dateline", "slug", "kind", "language")


def capture(article: Article) -> dict:
    """The article's content as it stands in the database."""
    related = article.related_links.values("target", "url", "headline", "teaser", "dateline", "teaser_is_cut")
    return {
        **{name: getattr(article, name) for name in TEXTS},
        "section": article.section_id,
        "topics": sorted(article.topics.values_list("pk", flat=True)),
        "authors": list(article.bylines.values_list("author", flat=True)),
        "lead": _lead(article),
        "related": list(related),
    }


def _lead(article: Article) -> dict | None:
    if not article.lead_photo_id:
        return None
    return {"photo": article.lead_photo_id, "caption": article.lead_caption, "alt": article.lead_alt}


@transaction.atomic
def record(article: Article, by=None, why: str = "") -> Revision | None:
    """Make a revision of the article as saved; None where nothing changed since the last one."""
    Article.objects.select_for_update().get(pk=article.pk)
    article = Article.objects.get(pk=article.pk)
    content = capture(article)
    latest = article.latest_revision()
    if latest and latest.content == content:
        return None
    number = latest.number + 1 if latest else 1
    revision = Revision.objects.create(article=article, number=number, content=content, created_by=by, why=why)
    mirror.keep(revision)
    return revision
