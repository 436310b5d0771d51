"""The demonstration paper: read from its files, and published through time as a newsroom would have done it."""

import io
import re
import signal
import tomllib
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from articles import snapshots, workflow
from articles.demo.pictures import KEYS, draw
from articles.fronts.arranging import about, dress, place
from articles.fronts.slots import EMPTY, HOME
from articles.models import Article, Author, Byline, Publication, RelatedLink, Section, Thread, Topic
from articles.photos.carried import CarriedWords
from articles.photos.credits import Credit
from articles.photos.embed import embed
from articles.photos.models import Photo
from articles.photos.renditions import make_renditions
from articles.photos.rights import Category
from articles.photos.uploads import attach, read_picture
from articles.sponsors.models import Placement

FOLDER = Path(__file__).parent
OWN_HOUSE = "The Saltmere Courier"
PLACEMENT_DAYS, FRONT_LASTS = 60, timedelta(days=14)
DESK_OPENS, DESK_CLOSES = 6, 22  # hours of the site's zone


def is_empty() -> bool:
    """Whether nobody has begun a paper here."""
    return not (Article.objects.exists() or Section.objects.exists() or Photo.objects.exists())


def stories() -> dict[str, dict]:
    """The stories by their slugs: what their front matter says, and `body`."""
    found = {}
    for path in sorted((FOLDER / "stories").glob("*.html")):
        _, front, body = path.read_text(encoding="utf-8").split("+++\n", 2)
        found[path.stem] = tomllib.loads(front) | {"body": body.strip()}
    return found


def paper() -> dict:
    return tomllib.loads((FOLDER / "paper.toml").read_text(encoding="utf-8"))


def make_paper(progress) -> tuple[int, int]:
    """Make the paper whole, or nothing of it; the numbers of its stories and pictures.

    `progress` wraps the iteration over the pictures, which takes nearly all of the time. Their files are made before
    the end of the one transaction; whoever interrupts it finds an empty site again, and files that need not be
    made a second time.
    """
    pool = ProcessPoolExecutor(max_workers=2, initializer=_leave_interrupts_to_the_parent)
    try:
        drawn = pool.map(_drawn, KEYS)  # starts the processes, which must not have an open transaction
        with transaction.atomic():
            photos = load_pictures(progress(zip(KEYS, drawn, strict=True), len(KEYS)))
            number = load_paper(photos)
            end_rights(photos)
            return number, len(photos)
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _drawn(key: str) -> bytes:
    buffer = io.BytesIO()
    draw(key).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def picture_words() -> dict:
    return tomllib.loads((FOLDER / "pictures.toml").read_text(encoding="utf-8"))


def load_pictures(drawn) -> dict[str, Photo]:
    """Put the pictures, pairs of a key and a file's content, into the library; each photo by its key."""
    words = picture_words()
    return {key: _photo(key, words[key], data) for key, data in drawn}


def _photo(key: str, words: dict, data: bytes) -> Photo:
    photo = Photo(caption=words["caption"], alt=words.get("alt", ""), is_decorative=words.get("decorative", False))
    photo.focal_x, photo.focal_y = words.get("focal", (0.5, 0.5))
    parts = {name: words.get(name, "") for name in ("source", "agency", "distributor")}
    photo.set_credit(Credit(tuple(words.get("creators", ())), qualifiers=tuple(words.get("qualifiers", ())), **parts))
    _rights(photo, words)
    file = io.BytesIO(embed(data, "jpg", _as_it_came(photo)))
    file.name = f"{key}.jpg"
    attach(photo, read_picture(file))
    make_renditions(photo)
    return photo


def _rights(photo: Photo, words: dict) -> None:
    """By which right it runs; what is not said here follows from its credit."""
    photo.rights_category = words.get("right", Category.STAFF if photo.agency == OWN_HOUSE else "")
    for name in ("uses_allowed", "restrictions", "may_syndicate", "cost"):
        if name in words:
            setattr(photo, name, words[name])


def end_rights(photos: dict[str, Photo]) -> None:
    """Let some rights end soon, and one have ended: only now, for a story is not published with such a picture."""
    for key, words in picture_words().items():
        if "ends_in_days" in words:
            day = timezone.localtime() + timedelta(days=words["ends_in_days"])
            photos[key].rights_until = day.replace(hour=18, minute=0, second=0, microsecond=0)
            photos[key].replacement = photos.get(words.get("replacement"))
            photos[key].save(update_fields=["rights_until", "replacement"])


def _as_it_came(photo: Photo) -> CarriedWords:
    """What a supplier writes into a file: the caption with its photographer, its own line, whose right it is."""
    house = photo.agency or photo.source
    by = f" (Photo by {' and '.join(photo.creators)} / {house})" if photo.creators and house else ""
    return CarriedWords(
        description=f"{photo.caption}{by}",
        creators=tuple(photo.creators),
        credit_line=f"{photo.agency} via {photo.distributor}" if photo.distributor else house,
        source=house,
        copyright_notice=f"© {house}" if house else "",
    )


@transaction.atomic
def load_paper(photos: dict[str, Photo]) -> int:
    """Make the paper round `photos`: its name, sections, people, stories and advertisements. The number of stories."""
    told, written = paper(), stories()
    Publication.objects.filter(pk=1).update(**{name: text.strip() for name, text in told["publication"].items()})
    sections = {
        row["slug"]: Section.objects.create(position=place, **row) for place, row in enumerate(told["sections"])
    }
    threads = {row["slug"]: Thread.objects.create(**row) for row in told["threads"]}
    topics = {row["slug"]: Topic.objects.create(**row) for row in told["topics"]}
    authors = {row["name"]: Author.objects.create(**row) for row in told["authors"]}
    _placements(told["placements"])
    articles = {
        slug: Article.objects.create(
            slug=slug,
            section=sections[story["section"]],
            thread=threads.get(story.get("thread")),
            **{name: story.get(name, "") for name in ("headline", "standfirst", "kind", "advertiser", "dateline")},
        )
        for slug, story in written.items()
    }
    for slug in sorted(written, key=lambda slug: -written[slug].get("days_ago", 0)):
        article, story = articles[slug], written[slug]
        article.topics.set(topics[topic] for topic in story.get("topics", []))
        for position, name in enumerate(story["authors"]):
            Byline.objects.create(article=article, author=authors[name], position=position)
        article.lead_photo = photos.get(story.get("lead"))
        article.body = _body(story["body"], photos, articles)
        article.save()
        _related(article, story.get("related", []), articles)
        _publish(article, story)
        _hand_on(article, story)
    _arrange(told["front"], articles, topics)
    return len(articles)


def _body(html: str, photos: dict[str, Photo], articles: dict[str, Article]) -> str:
    html = re.sub(r'data-photo="([\w-]+)"', lambda match: f'data-photo="{photos[match[1]].pk}"', html)
    return re.sub(r'data-related="([\w-]+)"', lambda match: f'data-related="{articles[match[1]].pk}"', html)


def _related(article: Article, links: list[str], articles: dict[str, Article]) -> None:
    for position, link in enumerate(links):
        url, _, words = link.partition("|")
        headline, _, teaser = words.partition("|")
        leads = {"target": articles[url]} if url in articles else {"url": url}
        RelatedLink.objects.create(article=article, position=position, headline=headline, teaser=teaser, **leads)


def _publish(article: Article, story: dict) -> None:
    """Publish the story when its front matter says, with its later editions, and withdraw it if it was."""
    now = timezone.now()
    snapshots.record(article, why="Written")
    if "scheduled_in_days" in story:
        workflow.schedule(article, now + timedelta(days=story["scheduled_in_days"]))
    elif not story.get("draft"):
        first = moment = _by_day(now - timedelta(days=story["days_ago"]))
        workflow.backdate(article, moment)
        for update in story.get("updates", []):
            article.body = article.body.replace(*update["replace"])
            article.headline = update.get("headline", article.headline)
            article.save()
            snapshots.record(article, why=update["why"])
            moment = max(_by_day(first + timedelta(hours=update["hours_later"])), moment + timedelta(minutes=20))
            workflow.backdate(article, min(moment, timezone.now()), **_told(update))
    if notice := story.get("withdrawn"):
        workflow.withdraw(article, reason=notice, notice=notice)
    if "withdrawn_in_days" in story:
        until = now + timedelta(days=story["withdrawn_in_days"])
        workflow.schedule_withdrawal(article, until, "The recording may be shown for two weeks.")


def _told(update: dict) -> dict:
    """What readers are told with an update: what is new, or what was wrong and what is right."""
    correction = (update["wrong"], update["right"]) if "wrong" in update else None
    return {"update_note": update.get("note", ""), "correction": correction}


def _hand_on(article: Article, story: dict) -> None:
    """Bring a draft as far as its front matter says, so that the desk has something to decide."""
    if "embargo_in_days" in story:
        until = timezone.now() + timedelta(days=story["embargo_in_days"])
        workflow.set_embargo(article, until.replace(minute=0, second=0, microsecond=0))
    if note := story.get("submitted"):
        workflow.submit(article, note=note)
    if note := story.get("ready"):
        workflow.approve(article, note=note)


def _arrange(front: dict, articles: dict[str, Article], topics: dict[str, Topic]) -> None:
    """Arrange the home page as an editor of the paper did."""
    content, until = about(EMPTY, topics[front["topic"]].pk), timezone.now() + FRONT_LASTS
    for pin in front["pins"]:
        pk = articles[pin["story"]].pk
        own = {name: pin[name] for name in ("headline", "kicker", "written_from") if name in pin}
        content = dress(place(content, HOME, pk, pin["slot"], pin["place"], until), pk, **own)
    workflow.put_live(None, content, base=None)


def _by_day(moment: datetime) -> datetime:
    """A moment at which somebody is at the desk: what would fall into the night stands in the evening before it."""
    local = timezone.localtime(moment)
    if local.hour < DESK_OPENS:
        local -= timedelta(days=1)
    return local if DESK_OPENS <= local.hour < DESK_CLOSES else local.replace(hour=DESK_CLOSES - 1)


def _placements(rows: list[dict]) -> None:
    start = timezone.now() - timedelta(days=1)
    for row in rows:
        own = {name: value for name, value in row.items() if name != "affiliate"}
        Placement.objects.create(
            is_affiliate=row["affiliate"], starts_at=start, ends_at=start + timedelta(days=PLACEMENT_DAYS), **own
        )
