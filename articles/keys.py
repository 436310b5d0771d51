"""The names of what a page is made of, for the Surrogate-Key header: short, so that the header stays short."""

from django.db.models import Model

from articles.models import Article, Author, Section, Topic
from articles.photos.models import Photo

LETTERS = {Article: "a", Photo: "p", Section: "s", Topic: "t", Author: "w"}
FRONT = "front"
PUBLICATION = "paper"
CORRECTIONS = "corrections"


def key_of(thing: Model) -> str:
    """The key of one article, photo, section, topic or author."""
    return f"{LETTERS[type(thing)]}{thing.pk}"


def article_key(pk: int) -> str:
    return f"a{pk}"


def photo_key(pk: int) -> str:
    return f"p{pk}"


def section_key(pk: int) -> str:
    return f"s{pk}"


def topic_key(pk: int) -> str:
    return f"t{pk}"


def author_key(pk: int) -> str:
    return f"w{pk}"


def slot_key(slot: str) -> str:
    return f"slot:{slot}"
