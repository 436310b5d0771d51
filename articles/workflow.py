"""Every transition between what the newsroom has and what readers see: the only writer of editions.

An article's editions never overlap. Publishing at a moment cuts the edition that is live then and opens the
next one's interval there, in one transaction. Whatever was scheduled for later gives way to a newer decision:
the last word of the newsroom is what readers get.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles import mirror
from articles.amendments import Amendment, exchanged, obstacles
from articles.guards import Problem, problems
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
    Withdrawal,
)
from articles.models.edition import EditionQuerySet
from articles.photos.moments import in_words

FARTHEST_SCHEDULE = timedelta(days=3653)


class NotPossible(Exception):
    """A transition that cannot be made; `problems` says what to mend."""

    def __init__(self, *found: Problem):
        self.problems = list(found)
        super().__init__(" ".join(str(problem) for problem in found))


@transaction.atomic
def publish(article: Article, by=None) -> Edition:
    """Show readers the article's latest revision from now on, first or again.

    Raises NotPossible if readers see that revision already, or with all that must be mended first.
    """
    _lock(article)
    now = timezone.now()
    revision = _latest(article)
    running = live_edition(article, now)
    if running and running.revision_id == revision.pk and not scheduled(article, now).exists():
        raise NotPossible(Problem("", "Readers see this revision already; nothing has changed since."))
    return _open(article, revision, now, now, by)


@transaction.atomic
def update(article: Article, by=None) -> Edition:
    """Show readers of a live story its latest revision. Raises NotPossible if the story is not live."""
    _lock(article)
    if not live_edition(article):
        raise NotPossible(Problem("", "The story is not live, so it cannot be updated. Publish it."))
    return publish(article, by)


@transaction.atomic
def schedule(article: Article, at: datetime, by=None) -> Edition:
    """Show readers the article's latest revision from the moment `at`, instead of what was scheduled before.

    Raises NotPossible for a moment that is past, or with all that must be mended first.
    """
    _lock(article)
    now = timezone.now()
    if at > now + FARTHEST_SCHEDULE:
        raise NotPossible(Problem("publish_at", "That time is more than ten years ahead. Give an earlier one."))
    if at <= now:
        moment = in_words(at) if at.year > 1 else "That time"
        raise NotPossible(Problem("publish_at", f"{moment} is past. Give a later time, or publish now."))
    return _open(article, _latest(article), at, now, by)


@transaction.atomic
def backdate(article: Article, at: datetime, by=None) -> Edition:
    """Record that readers have seen the article's latest revision since `at`, as an archive that moves in knows.

    Raises NotPossible if what readers saw after `at` is on record already: the past is not rewritten.
    """
    _lock(article)
    now = timezone.now()
    later = article.editions.filter(live_from__gte=at).exists() or article.withdrawals.filter(at__gte=at).exists()
    if at > now or later:
        raise NotPossible(Problem("", "What readers saw at that time is on record already, or lies ahead."))
    return _open(article, _latest(article), at, now, by)


@transaction.atomic
def amend(amendments: list[Amendment], at: datetime, by=None) -> list[Edition]:
    """Show readers other revisions of stories, all at once: from `at` where they see the old one, else when they would.

    Unlike `publish`, this decides nothing about when a story is seen: a scheduled edition keeps its moment, and what is
    scheduled after a live one stays. The editions are live at `at` or lie ahead of it, at most one amendment for each.
    Raises NotPossible with all that they would bring into the way, each problem under its story's headline.
    """
    articles = {amendment.edition.article_id for amendment in amendments}
    list(Article.objects.select_for_update().filter(pk__in=articles).order_by("pk").values_list("pk"))
    mirror.hold(set().union(*(amendment.photos for amendment in amendments)))
    if found := [problem for _, problem in obstacles(amendments, at)]:
        raise NotPossible(*found)
    successors = [_successor(amendment, at, by) for amendment in amendments]
    unseen = {amendment.edition.pk for amendment in amendments if amendment.edition.live_from >= at}
    Edition.objects.filter(pk__in={amendment.edition.pk for amendment in amendments} - unseen).update(live_until=at)
    Edition.objects.filter(pk__in=unseen).delete()
    _place(successors)
    mirror.count(exchanged(amendments))
    return successors


def _successor(amendment: Amendment, at: datetime, by) -> Edition:
    old = amendment.edition
    edition = _edition(old.article, amendment.revision, max(old.live_from, at), old.first_published_at)
    edition.live_until = old.live_until
    edition.published_by = by
    if edition.path != old.path:
        _claim_address(edition)
    return edition


@transaction.atomic
def cancel_schedule(article: Article, by=None) -> int:
    """Take back what was scheduled; readers go on seeing what they see now. The number of editions cancelled."""
    _lock(article)
    return _forget_scheduled(article, timezone.now())


@transaction.atomic
def withdraw(article: Article, reason: str, notice: str = "", by=None) -> Withdrawal:
    """Take the story from readers at once; its address answers 410 with `notice`. What was scheduled falls too.

    Raises NotPossible without a reason, or if readers have no such story and will not have.
    """
    _lock(article)
    now = timezone.now()
    if not reason.strip():
        raise NotPossible(Problem("reason", "Say why the story is withdrawn."))
    running = live_edition(article, now)
    if not running:
        raise NotPossible(Problem("", "Readers do not see this story, so there is nothing to withdraw."))
    _forget_scheduled(article, now)
    _end(running, now)
    return Withdrawal.objects.create(article=article, at=now, by=by, reason=reason, notice=notice)


def live_edition(article: Article, at: datetime | None = None) -> Edition | None:
    """What readers see of the article at `at` (default: now)."""
    return article.editions.live(at).first()


def scheduled(article: Article, at: datetime | None = None) -> EditionQuerySet:
    """The editions that lie ahead of `at` (default: now)."""
    return article.editions.filter(live_from__gt=at or timezone.now())


def _lock(article: Article) -> None:
    Article.objects.select_for_update().get(pk=article.pk)


def _latest(article: Article) -> Revision:
    revision = article.latest_revision()
    if revision is None:
        raise NotPossible(Problem("", "The story was never saved."))
    return revision


def _open(article: Article, revision: Revision, at: datetime, now: datetime, by) -> Edition:
    """Open the interval of a new edition at `at`, after checking that nothing stands in the way.

    `now` is the transition's one moment: of two, something scheduled could start in between and go on beside it.
    """
    photos = mirror.lock(revision.content)
    if found := problems(revision, max(at, now)):
        raise NotPossible(*found)
    _forget_scheduled(article, now)
    first = article.editions.filter(live_from__lte=now).order_by("live_from").first()
    if running := live_edition(article, at):
        _end(running, at)
    edition = _edition(article, revision, at, first.first_published_at if first else at)
    edition.published_by = by
    _claim_address(edition)
    _place([edition])
    mirror.count(photos)
    return edition


def _place(editions: list[Edition]) -> None:
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


def _end(running: Edition, at: datetime) -> None:
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


def _forget_scheduled(article: Article, now: datetime) -> int:
    ahead = scheduled(article, now)
    count = ahead.count()
    paths = list(ahead.values_list("path", flat=True))
    for edition in ahead:
        _erase(edition)
    article.addresses.filter(path__in=paths).exclude(path__in=article.editions.values("path")).delete()
    if count:
        article.editions.live(now).update(live_until=FAR_FUTURE)
    return count


def _edition(article: Article, revision: Revision, at: datetime, first_published_at: datetime) -> Edition:
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
        lead_photo_id=lead["photo"],
        lead_caption=lead["caption"],
        lead_alt=lead["alt"],
        **{name: content[name] for name in ("slug", "headline", "standfirst", "kind", "language", "dateline")},
    )


def address(first_published_at: datetime, slug: str) -> str:
    """A story's address: the day of its first publication in the site's own time zone, and its slug."""
    day = first_published_at.astimezone(timezone.get_default_timezone())
    return f"/{day:%Y/%m/%d}/{slug}/"


def _byline(author_ids: list[int]) -> list[dict[str, str]]:
    authors = Author.objects.in_bulk(author_ids)
    return [{"name": authors[pk].name, "slug": authors[pk].slug} for pk in author_ids if pk in authors]


def _claim_address(edition: Edition) -> None:
    claimed, _ = Address.objects.get_or_create(path=edition.path, defaults={"article": edition.article})
    if claimed.article_id != edition.article_id:
        raise NotPossible(Problem("slug", f"Another story has the address {edition.path} already. Change the slug."))
