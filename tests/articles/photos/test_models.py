"""A photo's words."""

import pytest

from articles.photos.credits import parse_credit
from articles.photos.models import Photo

COMPLETE = {"file": "originals/x.jpg", "credit_line": "Ann Lee", "alt": "A boat", "rights_category": "staff"}


def test_complete_photo_lacks_nothing():
    assert Photo(**COMPLETE).shortcomings() == []


@pytest.mark.parametrize(
    ("field", "word"),
    [("file", "file"), ("credit_line", "credit"), ("alt", "alt text"), ("rights_category", "right")],
)
def test_missing_part_is_named(field, word):
    assert word in Photo(**COMPLETE | {field: ""}).shortcomings()[0]


@pytest.mark.parametrize(("field", "word"), [("credit_line", "credit"), ("alt", "alt text")])
@pytest.mark.parametrize("text", [" ", "\u200b", "\ufeff\u00a0"])
def test_words_that_cannot_be_seen_are_missing(field, word, text):
    assert word in Photo(**COMPLETE | {field: text}).shortcomings()[0]


def test_decorative_photo_needs_no_alt():
    assert Photo(**COMPLETE | {"alt": "", "is_decorative": True}).shortcomings() == []


def test_alt_of_the_use_is_enough():
    assert Photo(**COMPLETE | {"alt": ""}).shortcomings(alt="A boat") == []


@pytest.mark.django_db
def test_line_is_written_from_the_parts():
    photo = Photo.objects.create(creators=["Ann Lee"], agency="Coastline", distributor="North Sea Pictures")
    assert photo.credit_line == "Ann Lee / Coastline via North Sea Pictures"


def test_imported_line_prints_as_it_was_written():
    photo = Photo()
    photo.set_credit(parse_credit("Ann Lee / AFP – Getty Images"))
    assert (photo.credit_line, photo.creators, photo.agency) == ("Ann Lee / AFP – Getty Images", ["Ann Lee"], "AFP")
