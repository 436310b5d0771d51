"""Which addresses outside the stories lead to, and whether a page is there: asked by `manage.py check_links` alone."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from queue import SimpleQueue
from threading import Event
from time import monotonic
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import F, Prefetch, prefetch_related_objects

from articles.models import Article, Edition, OutsideLink
from articles.models.outside_link import LONGEST
from articles.outside_links import outside_links
from articles.public_web import Answer, ask

AT_ONCE = 4  # hosts that are asked at the same time
PAUSE = 1.0  # seconds between two questions to one host
MOST_OF_A_HOST = 30  # links that one host is asked for in a run
GONE = {404, 410}
State = OutsideLink.State


# Where they stand


def standing(contents: Iterable[tuple[int, dict]]) -> dict[str, set[int]]:
    """The addresses outside in pairs of a story and a content, each with its stories; none that is too long to keep."""
    found = defaultdict(set)
    for story, content in contents:
        for url in outside_links(content):
            if len(url.encode()) <= LONGEST:
                found[url].add(story)
    return found


def contents(at: datetime) -> Iterator[tuple[int, dict]]:
    """What readers see at `at` or will see, by stories."""
    editions = Edition.objects.not_over(at).order_by("pk").values_list("article", "revision__content")
    return editions.iterator(chunk_size=200)


@transaction.atomic
def note_places(found: dict[str, set[int]]) -> None:
    """Store which stories lead to which addresses; those to which none leads any more are forgotten."""
    links = {link.url: link for link in OutsideLink.objects.all()}
    OutsideLink.objects.filter(pk__in=[link.pk for url, link in links.items() if url not in found]).delete()
    OutsideLink.objects.bulk_create([OutsideLink(url=url) for url in found if url not in links], batch_size=500)
    keys = dict(OutsideLink.objects.values_list("url", "pk"))
    places = OutsideLink.stories.through.objects
    held = {(link, story): pk for pk, link, story in places.values_list("pk", "outsidelink", "article")}
    wanted = {(keys[url], story) for url, stories in found.items() for story in stories}
    for start in range(0, len(over := [held[place] for place in held.keys() - wanted]), 500):
        places.filter(pk__in=over[start : start + 500]).delete()
    places.bulk_create(
        [places.model(outsidelink_id=link, article_id=story) for link, story in wanted - held.keys()], batch_size=500
    )


def places(links: Iterable[OutsideLink], at: datetime) -> Iterator[tuple[OutsideLink, Edition]]:
    """Each link with the editions that lead to it and that readers see at `at` or will see: asked of what they say.

    Two queries, however many links there are.
    """
    links = list(links)
    prefetch_related_objects(links, Prefetch("stories", Article.objects.only("pk").order_by("pk")))
    editions = Edition.objects.not_over(at).filter(article__outside_links__in=links).distinct()
    by_story = defaultdict(list)
    for edition in editions.select_related("revision").order_by("live_from", "pk"):
        by_story[edition.article_id].append((edition, set(outside_links(edition.revision.content))))
    for link in links:
        for story in link.stories.all():
            yield from ((link, edition) for edition, leads_to in by_story[story.pk] if link.url in leads_to)


def known_dead(content: dict) -> dict[str, str]:
    """The addresses outside of a content of which no page was there, and what their sites said; no site is asked."""
    leads_to = outside_links(content)
    dead = OutsideLink.objects.dead().filter(url__in=leads_to) if leads_to else []
    return {link.url: link.said for link in dead}


# Asking


def due(most_hosts: int) -> list[OutsideLink]:
    """What is asked next: what was never asked, then what was asked longest ago, of at most so many hosts."""
    by_host: dict[str, list[OutsideLink]] = defaultdict(list)
    for link in OutsideLink.objects.order_by(F("checked_at").asc(nulls_first=True), "pk").iterator():
        host = _host(link.url)
        if (host in by_host or len(by_host) < most_hosts) and len(by_host[host]) < MOST_OF_A_HOST:
            by_host[host].append(link)
    return [link for links in by_host.values() for link in links]


def answers(
    links: Collection[OutsideLink], seconds: float, asking: Callable[[str], Answer] = ask, pause: float = PAUSE
) -> Iterator[tuple[OutsideLink, Answer]]:
    """Each link with what came of asking it, as that comes, until `seconds` are over; no question begins after that.

    A few hosts are asked at once, each for one page at a time. Nothing is stored here.
    """
    by_host = defaultdict(list)
    for link in links:
        by_host[_host(link.url)].append(link)
    until, enough, found = monotonic() + seconds, Event(), SimpleQueue()

    def ask_host(of_host: list[OutsideLink]) -> None:
        try:
            for link in of_host:
                if monotonic() > until or enough.is_set():
                    return
                found.put((link, asking(link.url)))
                if link is not of_host[-1]:
                    enough.wait(pause)
        finally:
            found.put(None)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = [pool.submit(ask_host, of_host) for of_host in by_host.values()]
        try:
            yield from _until_all_ended(found, len(jobs))
        finally:
            enough.set()
        for job in jobs:
            job.result()  # what went wrong in a thread goes wrong here


def _until_all_ended(found: SimpleQueue, hosts: int) -> Iterator[tuple[OutsideLink, Answer]]:
    while hosts:
        if (one := found.get()) is None:
            hosts -= 1
        else:
            yield one


def state_of(answer: Answer) -> str:
    """Dead is only what says so itself, or has no host; what refuses a stranger, or is out of order, may be there."""
    if answer.is_no_host or answer.status in GONE:
        return State.DEAD
    return State.ALIVE if answer.status and 200 <= answer.status < 300 else State.UNSURE


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""
