"""The stories' part of the desk: what waits for whom, what is coming, what readers got last. A query a panel."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from operator import attrgetter
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat, NullIf, Trim
from django.urls import reverse
from django.utils import timezone

from articles import follow_ups, roles, stale_links
from articles.admin.front_screens import screen_of as screen_of_front
from articles.admin.screens import form_of, screen_of
from articles.fronts.slots import pins
from articles.fronts.stale import doubts
from articles.models import Arrangement, Article, Correction, Edition, Note, RelatedLink, Revision, Withdrawal
from articles.sponsors.models import Placement
from newsroom.accounts.models import User

SHOWN = 8
HORIZON = timedelta(days=14)
Stage = Article.Stage
WHOLE_NAME = Trim(Concat("by__first_name", Value(" "), "by__last_name"))
NAME = Coalesce(NullIf(WHOLE_NAME, Value("")), "by__username")  # what `str` says of a person


@dataclass(frozen=True)
class Line:
    """One thing: what it is called, where it is mended, when that was or will be, and what else is to be said."""

    name: str
    address: str
    at: datetime | None = None
    words: str = ""
    said: str = ""
    alarm: str = ""
    before_time: str = ", "  # what stands between the words and the time
    beside: tuple[str, str] = ()  # name and address of another thing, which the words are about
    ways: tuple[tuple[str, str], ...] = ()  # what can be decided on the spot, each with what its button says
    decided_at: str = ""  # the address that is told


@dataclass(frozen=True)
class Panel:
    """Some of the things of one kind; `more` leads to all where there are more."""

    key: str
    title: str
    lines: list[Line]
    more: str = ""
    is_urgent: bool = False


def panels(user) -> list[Panel]:
    """Those that concern the person and hold something, the most pressing first."""
    wanted = []
    if roles.edits_all(user):
        wanted.append(_at_stage("review", "Waiting for review", Stage.REVIEW, "submitted it"))
    if roles.may_publish(user):
        wanted.append(_at_stage("ready", "Ready to be published", Stage.READY, "marked it as ready"))
    if user.has_perm("articles.change_article"):
        wanted += [_mine(user), _stale_links(user), _stubs(user)]
    if roles.may_publish(user):
        wanted.append(_follow_ups())
    if roles.sees_all(user):
        wanted += [_coming(), _killed(), _live(), _corrections()]
    if roles.may_arrange(user):
        wanted.append(_fronts())
    if user.has_perm("sponsors.change_placement"):
        wanted.append(_placements())
    if user.has_perm("accounts.change_user"):
        wanted.append(_without_role())
    return [panel for panel in wanted if panel.lines]


def _panel(key: str, title: str, lines: Iterable[Line], more: str = "", **more_of_it) -> Panel:
    lines = list(lines)
    return Panel(key, title, lines[:SHOWN], more if len(lines) > SHOWN else "", **more_of_it)


def _stories(**parameters) -> str:
    """The list of stories, filtered."""
    return f"{reverse('admin:articles_article_changelist')}?{urlencode(parameters)}"


def _at_stage(key: str, title: str, stage: str, did: str) -> Panel:
    found = _with_last_step(Article.objects.filter(stage=stage)).order_by("held_since")
    lines = (
        Line(
            article.headline,
            form_of(article.pk),
            article.held_since,
            f"{article.last_by or 'The machine'} {did}" if not article.holder else f"{article.holder} has it",
            article.last_said or "",
        )
        for article in found[: SHOWN + 1]
    )
    return _panel(key, title, lines, _stories(stage__exact=stage), is_urgent=True)


def _with_last_step(stories: QuerySet) -> QuerySet:
    """The stories, without their texts, each with who took the last step, which, and what they said."""
    last = Note.objects.filter(article=OuterRef("pk")).exclude(step="").order_by("-pk")
    return (
        stories.select_related("holder")
        .defer("body")
        .annotate(
            last_step=Subquery(last.values("step")[:1]),
            last_by=Subquery(last.annotate(name=NAME).values("name")[:1]),
            last_said=Subquery(last.values("text")[:1]),
        )
    )


def _mine(user) -> Panel:
    """What the person has in hand; and what they handed in, as long as nothing is decided about it."""
    found = Article.objects.filter(holder=user)
    if not roles.edits_all(user):
        handed_in = Q(stage__in=[Stage.REVIEW, Stage.READY])
        found = Article.objects.filter(handed_in | Q(holder=user), pk__in=roles.own(user))
    lines = map(_of_mine, _with_last_step(found).order_by("-held_since")[: SHOWN + 1])
    return _panel("mine", "Mine", lines, _stories(stage__exact=Stage.DRAFT))


def _of_mine(article: Article) -> Line:
    line = Line(article.headline, form_of(article.pk), article.held_since, article.get_stage_display())
    if article.stage == Stage.DRAFT and article.last_step == Note.Step.RETURNED:
        return replace(line, words=f"Returned by {article.last_by or 'an editor'}", said=article.last_said)
    return line


def _stale_links(user) -> Panel:
    """The links that the person should look at; each leads to those of its story."""
    every = reverse("admin:articles_article_links")
    lines = (
        Line(
            link.headline,
            f"{every}?story={link.story}",
            link.since,
            "leads to",
            alarm=link.happened,
            before_time=", " if link.is_dated else ", last changed ",
            beside=(link.name, form_of(link.target) if roles.sees_all(user) else ""),
        )
        for link in stale_links.to_look_at(user, timezone.now())
    )
    return _panel("links", "Related links to look at", lines, every)


def _follow_ups() -> Panel:
    """Older stories whose readers could be told of a newer one."""
    lines = (
        Line(
            offer.headline,
            form_of(offer.story),
            offer.published,
            "was followed up by",
            beside=(offer.newer_headline, form_of(offer.newer)),
            ways=((f"accept {offer.newer}", "Show it as newer"), (f"decline {offer.newer}", "No, thanks")),
            decided_at=screen_of("follow_up", offer.story),
        )
        for offer in follow_ups.offers(timezone.now())
    )
    return _panel("follow-ups", "Follow-ups of older stories", lines)


def _stubs(user) -> Panel:
    """The copied headlines whose story may have arrived: an editor chooses it, or takes the headline out."""
    stories = roles.visible_to(user, Article.objects.all())
    found = RelatedLink.objects.stubs().filter(may_be__isnull=False, article__in=stories.values("pk"))
    known = roles.headline_of(OuterRef("may_be"))
    lines = (
        Line(one.article.headline, f"{form_of(one.article_id)}#related_links-group", words=_may_be(one))
        for one in found.select_related("article").annotate(known=known).order_by("pk")[: SHOWN + 1]
    )
    return _panel("stubs", "Headlines whose story may be here", lines)


def _may_be(stub: RelatedLink) -> str:
    story = f"“{stub.known}”" if stub.known else "one that is scheduled"
    return f"Its related headline “{stub.headline}” may be story {stub.may_be_id}, {story}."


def _coming() -> Panel:
    now = timezone.now()
    until = now + HORIZON
    lines = [*_publications(now, until), *_withdrawals(now, until), *_embargoes(now, until)]
    return _panel(
        "coming", "Scheduled next", sorted(lines, key=attrgetter("at")), reverse("admin:articles_article_calendar")
    )


def _publications(now: datetime, until: datetime) -> Iterator[Line]:
    found = Edition.objects.filter(live_from__gt=now, live_from__lt=until).order_by("live_from")
    for edition in found[: SHOWN + 1]:
        first = edition.live_from == edition.first_published_at
        words = "First publication" if first else "Update"
        yield Line(edition.headline, form_of(edition.article_id), edition.live_from, words)


def _withdrawals(now: datetime, until: datetime) -> Iterator[Line]:
    found = Withdrawal.objects.ahead(now).filter(at__lt=until).annotate(headline=F("article__headline")).order_by("at")
    for one in found[: SHOWN + 1]:
        yield Line(one.headline, form_of(one.article_id), one.at, "Withdrawal")


def _embargoes(now: datetime, until: datetime) -> Iterator[Line]:
    found = Article.objects.filter(embargo_until__gt=now, embargo_until__lt=until).order_by("embargo_until")
    for article in found.only("headline", "embargo_until")[: SHOWN + 1]:
        yield Line(article.headline, form_of(article.pk), article.embargo_until, "Embargo ends")


def _live() -> Panel:
    newer = Revision.objects.filter(article=OuterRef("article"), pk__gt=OuterRef("revision"))
    found = (
        Edition.objects.live().order_by("-live_from").select_related("published_by").annotate(has_changes=Exists(newer))
    )
    lines = (
        Line(
            edition.headline,
            form_of(edition.article_id),
            edition.live_from,
            _by(edition.published_by),
            edition.update_note,
            "has changes that are not published" if edition.has_changes else "",
        )
        for edition in found[: SHOWN + 1]
    )
    return _panel("live", "Live now, last changed", lines, _stories(readers="live"))


def _by(person) -> str:
    return f"by {person}" if person else ""


def _corrections() -> Panel:
    found = Correction.objects.standing().annotate(headline=F("article__headline")).select_related("by")
    lines = (
        Line(one.headline, form_of(one.article_id), one.at, _by(one.by), f"{one.wrong} {one.right}")
        for one in found[: SHOWN + 1]
    )
    return _panel("corrections", "Corrections", lines, reverse("corrections"))


def _killed() -> Panel:
    found = Withdrawal.objects.in_force().annotate(headline=F("article__headline")).select_related("by")
    lines = (Line(one.headline, form_of(one.article_id), one.at, _by(one.by), one.reason) for one in found[: SHOWN + 1])
    return _panel("killed", "Killed stories", lines, _stories(readers="killed"), is_urgent=True)


def _fronts() -> Panel:
    """Pins whose own words may be wrong by now, and those whose story is gone."""
    now = timezone.now()
    arrangements = Arrangement.objects.live(now).select_related("section")
    fronts = [(front, pin) for front in arrangements for _, pin in pins(front.content)]
    found = {doubt.pin: doubt for doubt in doubts([pin for _, pin in fronts], now)}
    lines = (
        Line(
            found[pin].headline,
            screen_of_front("arrange", front.section),
            words=str(front),
            said=pin.headline or pin.kicker,
            alarm=f"The story was {found[pin].what}",
        )
        for front, pin in fronts
        if pin in found
    )
    return _panel("fronts", "Fronts to look at", lines, reverse("admin:articles_arrangement_changelist"))


def _placements() -> Panel:
    now = timezone.now()
    lines = (
        Line(
            str(one),
            reverse("admin:sponsors_placement_change", args=[one.pk]),
            one.ends_at if one.starts_at <= now else one.starts_at,
            "Runs until" if one.starts_at <= now else "Begins",
            before_time=" ",
        )
        for one in Placement.objects.not_over(now).order_by("ends_at")[: SHOWN + 1]
    )
    return _panel("placements", "Advertisements", lines, reverse("admin:sponsors_placement_changelist"))


def _without_role() -> Panel:
    found = User.objects.filter(is_active=True, is_superuser=False, groups=None).order_by("-date_joined")
    lines = (
        Line(
            str(person),
            reverse("admin:accounts_user_change", args=[person.pk]),
            person.date_joined,
            "Can do nothing yet",
        )
        for person in found[: SHOWN + 1]
    )
    return _panel("no-role", "People without a role", lines, reverse("admin:accounts_user_changelist"))
