"""The intervals of a story's editions: opened, cut and forgotten under the story's lock."""

from datetime import datetime, timedelta

from django.utils import timezone

from articles import body as story_body
from articles import mirror, suggestions
from articles.guards import barriers, problems
from articles.models import (
    FAR_FUTURE,
    Address,
    Article,
    Author,
    AuthorPlace,
    Edition,
    Revision,
    Topic,
    TopicPlace,
)
from articles.models.edition import EditionQuerySet
from articles.photos.moments import in_words
from articles.teasers import teaser_of
from articles.workflow.refusals import NotPossible, refuse

FARTHEST = timedelta(days=3653)


def live_edition(article: Article, at: datetime | None = None) -> Edition | None:
    """What readers see of the article at `at` (default: now)."""
    return article.editions.live(at).first()


def scheduled(article: Article, at: datetime | None = None) -> EditionQuerySet:
    """The editions that lie ahead of `at` (default: now)."""
    return article.editions.filter(live_from__gt=at or timezone.now())


def lock(article: Article) -> Article:
    """The article as it stands, held until the transaction ends; the one given learns its stage, holder and embargo."""
    held = Article.objects.select_for_update(of=("self",)).select_related("holder").get(pk=article.pk)
    for name in ("stage", "holder", "held_since", "embargo_until"):
        setattr(article, name, getattr(held, name))
    return held


def latest(article: Article) -> Revision:
    """The article's newest revision, or NotPossible."""
    revision = article.latest_revision()
    if revision is None:
        refuse("The story was never saved.")
    return revision


def require_ahead(at: datetime, now: datetime, field: str) -> None:
    """NotPossible for a moment that is past, or farther ahead than anybody plans."""
    if at > now + FARTHEST:
        refuse("That time is more than ten years ahead. Give an earlier one.", field)
    if at <= now:
        moment = in_words(at) if at.year > 1 else "That time"
        refuse(f"{moment} is past. Give a later time, or do it now.", field)


def open_edition(
    article: Article, revision: Revision, at: datetime, now: datetime, by, update_note: str = ""
) -> Edition:
    """Open the interval of a new edition at `at`, after checking that nothing stands in the way.

    `now` is the transition's one moment: of two, something scheduled could start in between and go on beside it.
    """
    photos = mirror.lock(revision.content)
    if found := [*barriers(article, max(at, now)), *problems(revision, max(at, now))]:
        raise NotPossible(*found)
    end = planned_end(article, now)
    if end <= at:
        refuse(
            f"The story is to be withdrawn on {in_words(end)}. Cancel that first, or give an earlier time.",
            "publish_at",
        )
    forget_scheduled(article, now)
    first = article.editions.filter(live_from__lte=now).order_by("live_from").first()
    if running := live_edition(article, at):
        end_edition(running, at)
    edition = edition_of(article, revision, at, first.first_published_at if first else at)
    edition.published_by, edition.live_until, edition.update_note = by, end, update_note.strip()
    claim_address(edition)
    store([edition])
    mirror.count(photos)
    suggestions.later(article)
    return edition


def planned_end(article: Article, now: datetime) -> datetime:
    """When the story is to be withdrawn, as is scheduled."""
    ahead = article.withdrawals.ahead(now).values_list("at", flat=True).first()
    return ahead or FAR_FUTURE


def store(editions: list[Edition]) -> None:
    """Store new editions, each in the lists of its topics and its authors."""
    Edition.objects.bulk_create(editions, batch_size=200)
    for place, model, name in [(TopicPlace, Topic, "topics"), (AuthorPlace, Author, "authors")]:
        wanted = [(edition, pk) for edition in editions for pk in edition.revision.content[name]]
        known = set(model.objects.filter(pk__in={pk for _, pk in wanted}).values_list("pk", flat=True))
        subject = f"{model._meta.model_name}_id"
        place.objects.bulk_create(
            place(edition=edition, first_published_at=edition.first_published_at, **{subject: pk})
            for edition, pk in wanted
            if pk in known
        )


def end_edition(running: Edition, at: datetime) -> None:
    """Cut the interval of an edition at `at`. One that started at that very moment was shown to nobody, and goes."""
    if running.live_from >= at:
        _erase(running)
    else:
        Edition.objects.filter(pk=running.pk).update(live_until=at)


def _erase(edition: Edition) -> None:
    """Forget an edition that was shown to nobody: there is nothing to remember, and its photos ran once less."""
    photos = list(edition.revision.photo_uses.values_list("photo", flat=True))
    edition.delete()
    mirror.count(photos)


def forget_scheduled(article: Article, now: datetime) -> int:
    """Take back the editions that lie ahead, and the addresses that only they have; how many there were."""
    ahead = scheduled(article, now)
    count = ahead.count()
    paths = list(ahead.values_list("path", flat=True))
    for edition in ahead:
        _erase(edition)
    claimed = article.addresses.filter(path__in=paths, origin=Address.Origin.STORY)
    claimed.exclude(path__in=article.editions.values("path")).delete()
    if count:
        article.editions.live(now).update(live_until=planned_end(article, now))
    return count


def forget_withdrawal(article: Article, now: datetime) -> bool:
    """Take back the withdrawal that lies ahead: the edition that it would end goes on. Whether there was one."""
    ahead = list(article.withdrawals.ahead(now))
    for withdrawal in ahead:
        article.editions.filter(live_until=withdrawal.at).update(live_until=FAR_FUTURE)
        withdrawal.delete()
    return bool(ahead)


def edition_of(article: Article, revision: Revision, at: datetime, first_published_at: datetime) -> Edition:
    """The edition that shows a revision from `at` on, not stored yet."""
    content = revision.content
    lead = content["lead"] or {"photo": None, "caption": "", "alt": ""}
    return Edition(
        article=article,
        revision=revision,
        live_from=at,
        first_published_at=first_published_at,
        path=address(first_published_at, content["slug"]),
        byline=_byline(content["authors"]),
        section_id=content["section"],
        thread_id=content["thread"],
        lead_photo_id=lead["photo"],
        lead_caption=lead["caption"],
        lead_alt=lead["alt"],
        teaser=teaser_of(content["standfirst"], story_body.first_paragraph(story_body.parse(content["body"]))).text,
        **{name: content[name] for name in ("slug", "headline", "standfirst", "kind", "language", "dateline")},
    )


def address(first_published_at: datetime, slug: str) -> str:
    """A story's address: the day of its first publication in the site's own time zone, and its slug."""
    day = first_published_at.astimezone(timezone.get_default_timezone())
    return f"/{day:%Y/%m/%d}/{slug}/"


def _byline(author_ids: list[int]) -> list[dict[str, str]]:
    authors = Author.objects.in_bulk(author_ids)
    return [{"name": authors[pk].name, "slug": authors[pk].slug} for pk in author_ids if pk in authors]


def claim_address(edition: Edition) -> None:
    """Make the edition's address the story's, for ever; NotPossible if it is another's, or leads elsewhere."""
    own = {"article": edition.article, "by": edition.published_by}
    claimed, _ = Address.objects.get_or_create(path=edition.path, defaults=own)
    if claimed.article_id is None:
        refuse(f"The address {edition.path} is a redirect to {claimed.target}. Change the slug, or delete it.", "slug")
    if claimed.article_id != edition.article_id:
        refuse(f"Another story has the address {edition.path} already. Change the slug.", "slug")
