"""The authority list, and which house supplied a photo."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from articles.photos.credits import Credit
from articles.photos.houses import HOUSES
from articles.photos.models import Agency, AgencyName, Photo

pytestmark = pytest.mark.django_db


def photo(**credit):
    return Photo.objects.create(**credit)


def test_every_known_house_is_on_the_list_from_the_start():
    assert set(Agency.objects.values_list("name", flat=True)) >= {house.name for house in HOUSES}


def test_house_is_found_under_a_misspelling():
    assert Agency.objects.spelt("Rueters").name == "Reuters"


def test_distributor_is_the_supplier():
    assert photo(agency="AFP", distributor="Getty Images").supplier.name == "Getty Images"


def test_agency_is_the_supplier_where_there_is_no_distributor():
    assert photo(creators=["Ann Lee"], agency="AFP").supplier.name == "Agence France-Presse"


def test_own_picture_has_no_supplier():
    assert photo(creators=["Ann Lee"]).supplier is None


def test_changed_credit_changes_the_supplier():
    changed = photo(agency="AFP")
    changed.agency = "Reuters"
    changed.save(update_fields=["agency"])
    changed.refresh_from_db()
    assert changed.supplier.name == "Reuters"


def test_credit_without_a_house_has_its_supplier_taken_away():
    changed = photo(agency="AFP")
    changed.set_credit(Credit(creators=("Ann Lee",)))
    changed.save()
    assert changed.supplier is None


def test_saving_other_fields_asks_nothing_of_the_list(django_assert_num_queries):
    changed = photo(agency="AFP")
    with django_assert_num_queries(1):
        changed.save(update_fields=["caption"])


def test_unknown_house_comes_on_the_list_unchecked():
    supplier = photo(agency="Gety  Images").supplier
    assert (supplier.name, supplier.is_checked) == ("Gety Images", False)


def test_unknown_house_comes_on_the_list_once():
    assert photo(agency="Velmora Echo").supplier == photo(agency="the velmora echo").supplier


def test_marks_alone_are_no_house():
    assert photo(agency="–").supplier is None


def test_one_spelling_belongs_to_one_house():
    with pytest.raises(IntegrityError), transaction.atomic():
        AgencyName.objects.create(agency=Agency.objects.spelt("Reuters"), spelling="getty-images")


def test_name_of_another_house_is_refused_with_its_name():
    with pytest.raises(ValidationError, match=r"is a spelling of Reuters"):
        Agency(name="Rueters").full_clean()


def test_name_without_a_letter_is_refused():
    with pytest.raises(ValidationError, match="Write its name"):
        Agency(name="– .").full_clean()


def test_renamed_house_is_still_found_under_its_old_name():
    agency = Agency.objects.spelt("Alamy")
    agency.name = "Alamy Limited"
    agency.save()
    assert Agency.objects.spelt("Alamy") == Agency.objects.spelt("alamy limited") == agency


def test_style_must_say_where_the_name_stands():
    with pytest.raises(ValidationError, match="name"):
        Agency(name="Velmora Echo", credit_style="Echo/").full_clean()


def test_authority_takes_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        Agency.objects.authority()


def test_authority_is_the_built_in_table_before_anyone_changed_it():
    assert {house.name: (house.kind, house.style) for house in Agency.objects.authority()} == {
        house.name: (house.kind, house.style) for house in HOUSES
    }


def test_authority_knows_what_an_editor_added():
    Agency.objects.create(name="Velmora Echo", kind="newspaper").names.create(spelling="Echo of Velmora")
    house = next(house for house in Agency.objects.authority() if house.name == "Velmora Echo")
    assert (house.kind, house.aliases) == ("newspaper", ("Echo of Velmora",))


def test_authority_leaves_out_what_nobody_checked():
    photo(agency="Gety Images")
    assert "Gety Images" not in {house.name for house in Agency.objects.authority()}


def test_emptied_list_reads_by_the_built_in_table():
    Agency.objects.all().delete()
    assert Agency.objects.authority() == HOUSES


def migrate():
    """Run the migration that fills the list, on the models as they were then."""
    loader = MigrationLoader(connection)
    name = next(name for _, name in loader.disk_migrations if name.endswith("known_agencies"))
    state = loader.project_state([("photos", name)])
    for operation in loader.get_migration("photos", name).operations:
        operation.code(state.apps, SimpleNamespace(connection=connection))


@pytest.fixture
def edited():
    """A list on which an editor has merged, renamed and taken away."""
    getty, istock = Agency.objects.spelt("Getty"), Agency.objects.spelt("iStock")
    istock.names.update(agency=getty)
    istock.delete()
    Agency.objects.spelt("Alamy").delete()
    reuters = Agency.objects.spelt("Reuters")
    reuters.name = "Reuters News Pictures"
    reuters.save()


@pytest.mark.usefixtures("edited")
def test_migration_leaves_what_editors_made_of_the_list():
    migrate()
    assert Agency.objects.spelt("iStock").name == "Getty Images"
    assert Agency.objects.spelt("Rueters").name == "Reuters News Pictures"
    assert Agency.objects.spelt("Alamy Stock Photo").name == "Alamy"


def test_migration_twice_changes_nothing():
    before = AgencyName.objects.count()
    migrate()
    assert AgencyName.objects.count() == before


def test_migration_gives_photos_their_supplier():
    Photo.objects.bulk_create([Photo(agency="AP"), Photo(agency="Velmora Echo"), Photo()])
    migrate()
    suppliers = Photo.objects.order_by("pk").values_list("supplier__name", "supplier__is_checked")
    assert list(suppliers) == [("Associated Press", True), ("Velmora Echo", False), (None, None)]
