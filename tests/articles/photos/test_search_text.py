"""The words by which a photo is found: what makes no difference, and that they are kept up to date."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from articles.photos import agencies
from articles.photos.models import Photo
from articles.photos.search_text import MAX_WORDS, asked_for, fold
from tests.factories import make_photo


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ÉCOLE", "ecole"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("İstanbul'da IŞIK ışık", "istanbul'da isik isik"),
        ("Straße", "strasse"),
        ("Αθήνα", "αθηνα"),
        ("Киев", "киев"),
        ("東京タワー", "東京タワー"),
        ("O’Brien", "o'brien"),
        ("a\0b", "ab"),
    ],
)
def test_case_and_accents_make_no_difference(written, folded):
    assert fold(written) == fold(folded)


def test_what_is_asked_for_is_bounded():
    assert asked_for(" Two  WORDS ") == ["two", "words"]
    assert len(asked_for("a " * 150)) == MAX_WORDS
    assert asked_for("") == []


@pytest.fixture
def found(db):
    """Whether a photo with these fields is found by these words."""

    def is_found(words, **fields):
        photo = make_photo(False, **fields)
        return photo in Photo.objects.matching(words)

    return is_found


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("wroclaw", {"keywords": ["Wrocław", "bridge"]}),
        ("BRIDGE wroc", {"keywords": ["Wrocław", "bridge"]}),
        ("škoda", {"caption": "A SKODA in the street."}),
        ("zoë", {"creators": ["ZOE Brandt"], "credit_line": "Own words"}),
        ("anadolu", {"agency": "Anadolu", "credit_line": "Own words"}),
        ("tromso", {"city": "Tromsø"}),
        ("34qx", {"supplier_reference": "AFP_34QX"}),
        ("50%", {"alt": "A sign that says 50% off"}),
        ("東京", {"keywords": ["東京タワー"]}),
    ],
)
def test_photo_is_found_by_what_is_searched(found, words, fields):
    assert found(words, **fields)


@pytest.mark.parametrize("words", ["5_%", "u017", "[", '"', "ferry boats"])
def test_photo_is_not_found_by_what_it_does_not_say(found, words):
    assert not found(words, caption="Boats, 55 of them.", keywords=["Łódź"])


@pytest.mark.django_db
def test_words_follow_a_save_of_some_fields():
    photo = make_photo(False, caption="Before.")
    photo.caption = "After."
    photo.save(update_fields=["caption"])
    assert Photo.objects.matching("after").get() == photo
    assert not Photo.objects.matching("before").exists()


@pytest.mark.django_db
def test_save_of_other_fields_leaves_the_words_alone():
    photo = make_photo(False, caption="Boats.")
    Photo.objects.filter(pk=photo.pk).update(search_text="kept")
    photo.save(update_fields=["focal_x"])
    assert Photo.objects.matching("kept").exists()


@pytest.mark.django_db
def test_merged_house_is_found_by_its_new_name():
    photo = make_photo(False, creators=["Ann Lee"], agency="Harbor Pictures")
    agencies.merge(photo.supplier, make_photo(False, agency="Coastline Press").supplier)
    assert list(Photo.objects.matching("coastline lee")) == [photo]


@pytest.mark.django_db
def test_photos_from_before_are_found_after_the_migration():
    photos = [make_photo(False, caption=f"Łódź {number}.") for number in range(3)]
    Photo.objects.update(search_text="")
    loader = MigrationLoader(connection)
    name = next(name for _, name in loader.disk_migrations if name.endswith("fill_search_text"))
    import_module(f"articles.photos.migrations.{name}").fill(apps, SimpleNamespace(connection=connection))
    assert Photo.objects.matching("lodz").count() == len(photos)
