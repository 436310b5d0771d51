"""Plain makers of the things that tests need; each makes the least that is whole."""

import io
import itertools

from PIL import Image

from articles import snapshots, workflow
from articles.models import Article, Author, Byline, Section, Thread, Topic
from articles.photos.models import Photo
from articles.photos.uploads import attach, read_picture

_numbers = itertools.count(1)
_colours = itertools.count(1)


def begin_colours_anew():
    """For each test the same pictures, so that what was encoded for one serves the next."""
    global _colours
    _colours = itertools.count(1)


def make_section(name="", **fields):
    name = name or f"Section {next(_numbers)}"
    return Section.objects.create(name=name, slug=fields.pop("slug", name.lower().replace(" ", "-")), **fields)


def make_topic(name=""):
    name = name or f"Topic {next(_numbers)}"
    return Topic.objects.create(name=name, slug=name.lower().replace(" ", "-"))


def make_thread(name="", **fields):
    name = name or f"Running story {next(_numbers)}"
    return Thread.objects.create(name=name, slug=name.lower().replace(" ", "-"), **fields)


def make_author(name=""):
    name = name or f"Author {next(_numbers)}"
    return Author.objects.create(name=name, slug=name.lower().replace(" ", "-"))


def make_image(width=900, height=600, colour=None, kind="JPEG", **options):
    """The bytes of a picture; a new colour each time, so that no two of a test are the same file."""
    number = next(_colours)
    colour = colour or (number * 37 % 256, number * 91 % 256, number % 256)
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, kind, **options)
    return buffer.getvalue()


def make_photo(with_file=True, width=900, height=600, **fields):
    """A photo that may run; with_file=False for a placeholder."""
    words = {
        "caption": "Boats in the harbour.",
        "alt": "Three boats",
        "creators": ["Maren Holt"],
        "agency": "Coastline",
        "rights_category": "staff",
    }
    photo = Photo(**words | fields)
    if with_file:
        attach(photo, read_picture(io.BytesIO(make_image(width, height))))
    else:
        photo.save()
    return photo


def make_article(headline="", body="<p>The ferry sails at eight.</p>", authors=(), topics=(), **fields):
    """A draft, recorded once."""
    number = next(_numbers)
    fields.setdefault("slug", f"story-{number}")
    article = Article.objects.create(headline=headline or f"Story {number}", body=body, **fields)
    for position, author in enumerate(authors):
        Byline.objects.create(article=article, author=author, position=position)
    article.topics.set(topics)
    snapshots.record(article)
    return article


def make_live(at=None, **fields):
    """An article that readers see, since `at` or since now; its edition."""
    article = make_article(**fields)
    return workflow.backdate(article, at) if at else workflow.publish(article)


def change(article, **fields):
    """Save the article with other fields, as the admin does; the new revision or None."""
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()
    return snapshots.record(article)
