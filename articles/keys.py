"""The names of what a page is made of, for the Surrogate-Key header: short, so that the header stays short."""

from hashlib import sha1

from django.db.models import Model

from articles.models import Article, Author, Section, Thread, Topic
from articles.photos.models import Photo

LETTERS = {Article: "a", Photo: "p", Section: "s", Thread: "r", Topic: "t", Author: "w"}
FRONT = "front"
PUBLICATION = "paper"
CORRECTIONS = "corrections"


def key_of(thing: Model) -> str:
    """The key of one article, photo, section, running story, topic or author."""
    return f"{LETTERS[type(thing)]}{thing.pk}"


def article_key(pk: int) -> str:
    return f"a{pk}"


def photo_key(pk: int) -> str:
    return f"p{pk}"


def section_key(pk: int) -> str:
    return f"s{pk}"


def thread_key(pk: int) -> str:
    return f"r{pk}"


def topic_key(pk: int) -> str:
    return f"t{pk}"


def author_key(pk: int) -> str:
    return f"w{pk}"


def slot_key(slot: str) -> str:
    return f"slot:{slot}"


def address_key(path: str) -> str:
    """Of an address that is no page, whatever it is answered: somebody may let it lead somewhere."""
    return f"u{sha1(path.encode(), usedforsecurity=False).hexdigest()[:12]}"
