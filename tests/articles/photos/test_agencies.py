"""Likely twins, and making one house of two."""

import pytest
from django.db.models import ProtectedError

from articles.photos import agencies
from articles.photos.agencies import merge, plan, twins
from articles.photos.credits import parse_credit
from articles.photos.houses import find_house
from articles.photos.models import Agency, AgencyName, Photo

pytestmark = pytest.mark.django_db


def spelt(name):
    return Agency.objects.spelt(name)


def photo(**fields):
    return Photo.objects.create(**{"creators": ["Ann Lee"], "agency": "Gety Images"} | fields)


def merged():
    return merge(spelt("Gety Images"), spelt("Getty Images"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Gety Images", "Getty Images"), ("Assosiated Press", "Associated Press"), ("Reutters", "Reuters")],
)
def test_misspelling_finds_its_twin(written, meant):
    unknown = photo(agency=written).supplier
    assert twins([unknown])[unknown.pk].name == meant


def test_house_of_its_own_has_no_twin():
    assert twins([photo(agency="Velmora Echo").supplier]) == {}


def test_short_names_are_not_compared():
    assert twins([photo(agency="AFX").supplier]) == {}


def test_checked_houses_are_not_looked_at(django_assert_num_queries):
    agency = spelt("Reuters")
    with django_assert_num_queries(0):
        assert twins([agency]) == {}


def test_merging_moves_the_photos():
    moved = photo()
    merged()
    moved.refresh_from_db()
    assert moved.supplier.name == "Getty Images"


def test_merging_writes_the_credit_anew():
    moved = photo()
    merged()
    moved.refresh_from_db()
    assert (moved.agency, moved.credit_line) == ("Getty Images", "Ann Lee / Getty Images")


def test_misspelt_house_behind_another_supplier_is_mended_and_the_supplier_stays():
    photo()
    behind = photo(distributor="Reuters")
    merged()
    behind.refresh_from_db()
    assert (behind.agency, behind.supplier.name) == ("Getty Images", "Reuters")


def test_one_house_twice_in_a_credit_becomes_once():
    twice = photo(agency="Getty Images News", distributor="Gety Images")
    merged()
    twice.refresh_from_db()
    assert (twice.agency, twice.distributor) == ("Getty Images News", "")
    assert twice.supplier.name == "Getty Images"


def test_credit_written_by_hand_is_kept_and_reported():
    own = photo(credit_line="Picture: Ann Lee for Gety")
    merger = merged()
    own.refresh_from_db()
    assert (own.credit_line, own.agency) == ("Picture: Ann Lee for Gety", "Getty Images")
    assert merger.kept == [own]


def test_merged_house_becomes_a_spelling():
    photo()
    merged()
    assert spelt("Gety Images").name == "Getty Images"
    assert not Agency.objects.filter(name="Gety Images").exists()


def test_next_photo_of_the_misspelling_goes_to_the_right_house():
    photo()
    merged()
    assert photo().supplier.name == "Getty Images"


def test_plan_says_what_will_happen_and_does_nothing():
    photo(), photo(), photo(credit_line="By hand")
    planned = plan(spelt("Gety Images"), spelt("Getty Images"))
    assert (planned.moving, planned.rewritten, len(planned.kept)) == (3, 2, 1)
    assert Photo.objects.filter(supplier__name="Gety Images").count() == 3


def test_plan_and_merger_agree():
    photo(), photo(credit_line="By hand")
    planned, done = plan(spelt("Gety Images"), spelt("Getty Images")), merged()
    assert (planned.moving, planned.rewritten, planned.kept) == (done.moving, done.rewritten, done.kept)


def test_failed_merger_leaves_everything(monkeypatch):
    moved = photo()

    def fail(self):
        raise ProtectedError("something still points here", set())

    monkeypatch.setattr(agencies.Agency, "delete", fail)
    with pytest.raises(ProtectedError):
        merged()
    moved.refresh_from_db()
    assert (moved.supplier.name, moved.agency, moved.supplier.names.count()) == ("Gety Images", "Gety Images", 1)


def test_house_is_not_merged_into_itself():
    with pytest.raises(ValueError, match="itself"):
        merge(spelt("Reuters"), spelt("Rueters"))


def test_house_that_is_gone_is_not_merged():
    photo()
    gone, into = spelt("Gety Images"), spelt("Getty Images")
    merged()
    with pytest.raises(Agency.DoesNotExist):
        merge(gone, into)


@pytest.mark.parametrize("count", [3, 300])
def test_merging_takes_as_many_queries_for_few_and_many(count, django_assert_max_num_queries):
    photo()
    supplier = spelt("Gety Images")
    fields = {"creators": ["Ann Lee"], "agency": "Gety Images", "credit_line": "Ann Lee / Gety Images"}
    Photo.objects.bulk_create(Photo(supplier=supplier, **fields) for _ in range(count))
    with django_assert_max_num_queries(16):  # the list of houses is one of them
        merged()


def test_spelling_that_an_editor_adds_is_read_from_then_on():
    AgencyName.objects.create(agency=spelt("Reuters"), spelling="Tidewerk Bilder")
    with agencies.edited_list():
        assert find_house("Tidewerk Bilder").name == "Reuters"
    assert find_house("Tidewerk Bilder") is None


def test_unchecked_house_does_not_prove_itself():
    photo(agency="Gety Imaages")
    with agencies.edited_list():
        assert find_house("Gety Imaages") is None


def test_edited_list_costs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1), agencies.edited_list():
        parse_credit("Ann Lee / Reuters via Getty Images")
