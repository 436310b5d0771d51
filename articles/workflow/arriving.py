"""A story that was only a copied headline elsewhere arrives: the headline becomes a link to it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles import snapshots, stubs
from articles.amendments import Amendment
from articles.headlines import is_telling
from articles.models import Article, RelatedLink, Revision
from articles.workflow.amending import amend
from articles.workflow.intervals import lock
from articles.workflow.telling import tell

UNSTUBBED = {"url": "", "headline": "", "teaser": "", "dateline": "", "teaser_is_cut": False}


def match_later(article: Article) -> None:
    """Once the story's publication is stored, link the stubs in other stories that are this one."""

    def match():  # no partial: Django names what fails by its `__qualname__`
        match_stubs(stubs.waiting_for(article))

    transaction.on_commit(match, robust=True)


def match_stubs(found: list[RelatedLink]) -> None:
    """Make each of these stubs a link to its story, if that is published or scheduled and can be no other one.

    Where several could be meant, or the headline says little, it stays a stub, and editors are told what it may be.
    """
    for stub in found:
        now = timezone.now()
        stories = stubs.candidates(stub, now)
        if len(stories) == 1 and is_telling(stub.headline):
            _link(stub, stories[0], now)
        elif stories:
            RelatedLink.objects.filter(pk=stub.pk).update(may_be=stories[0])


@transaction.atomic
def _link(stub: RelatedLink, target: Article, now: datetime) -> None:
    """Lead to the story, in the working copy and in what readers see or will see, each of which keeps all else.

    The copied headline and teaser go: readers get the live ones.
    """
    story = lock(stub.article)
    held = RelatedLink.objects.stubs().filter(pk=stub.pk, headline=stub.headline)
    before = story.latest_revision()
    if not held.exists() or before is None:
        return  # somebody was faster
    why = f"“{stub.headline[:120]}” arrived: it was a headline only"
    shown = _amended(story, stub, target, before, why, now)
    held.update(target=target, may_be=None, headline_key="", **UNSTUBBED)
    made = snapshots.record(story, why=why, restored=before.content) or story.latest_revision()
    if story.source_revision == before.number:  # of an import, which may go on writing over its own
        Article.objects.filter(pk=story.pk).update(source_revision=made.number)
    tell("linked a headline to its story", story, target=str(target))
    editions = story.editions.not_over(now).select_related("revision", "article")
    revisions = shown | {before.pk: made}
    amendments = [Amendment(one, revisions[one.revision_id]) for one in editions if one.revision_id in revisions]
    if amendments:
        amend(amendments, now)


def _amended(
    story: Article, stub: RelatedLink, target: Article, newest: Revision, why: str, now: datetime
) -> dict[int, Revision]:
    """New revisions for those which readers see or will see and that are not the newest, by the ids of these."""
    older = Revision.objects.filter(pk__in=story.editions.not_over(now).values("revision")).exclude(pk=newest.pk)
    made = {}
    for revision in older.order_by("number"):
        content = _linked(revision.content, stub.headline, target.pk)
        if content != revision.content:
            number = newest.number + len(made) + 1
            made[revision.pk] = Revision(article=story, number=number, content=content, why=why)
    snapshots.append(list(made.values()))
    return made


def _linked(content: dict, headline: str, target: int) -> dict:
    """The content with the stub of this headline as a link; the others as they are."""
    related = [
        link | UNSTUBBED | {"target": target} if _is_stub(link) and link["headline"] == headline else link
        for link in content["related"]
    ]
    return snapshots.carried(content | {"related": related}, content)


def _is_stub(link: dict) -> bool:
    return not link["target"] and not link["url"]
