"""The houses of the built-in table become rows that editors can change, and every photo gets its supplier."""

from django.db import migrations

from articles.photos.houses import HOUSES, house_key


def add_known_agencies(apps, schema_editor):
    """Add what is missing only: a house or a spelling that the list has, whoever it belongs to by now, stays."""
    names = apps.get_model("photos", "AgencyName").objects.using(schema_editor.connection.alias)
    agencies = apps.get_model("photos", "Agency").objects.using(schema_editor.connection.alias)
    taken = set(names.values_list("key", flat=True))
    added = {}
    for house in HOUSES:
        if house_key(house.name) not in taken:
            added[house] = agencies.create(name=house.name, kind=house.kind, credit_style=house.style, is_checked=True)
            _know(names, added[house], house.name, taken)
    for house, agency in added.items():  # after all names: no house's own name is another's spelling
        for alias in house.aliases:
            _know(names, agency, alias, taken)


def _know(names, agency, spelling, taken):
    key = house_key(spelling)
    if key not in taken:
        names.create(agency=agency, spelling=spelling, key=key)
        taken.add(key)


def find_suppliers(apps, schema_editor):
    """Point each photo at its distributor, else its agency; a house that is not on the list is added, unchecked."""
    alias = schema_editor.connection.alias
    photos = apps.get_model("photos", "Photo").objects.using(alias).filter(supplier=None)
    names = apps.get_model("photos", "AgencyName").objects.using(alias)
    agencies = apps.get_model("photos", "Agency").objects.using(alias)
    known = dict(names.values_list("key", "agency"))
    for agency, distributor in photos.order_by().values_list("agency", "distributor").distinct():
        spelling = " ".join((distributor or agency).split())
        key = house_key(spelling)
        if not key:
            continue
        if key not in known:
            known[key] = agencies.create(name=spelling, is_checked=False).pk
            names.create(agency_id=known[key], spelling=spelling, key=key)
        photos.filter(agency=agency, distributor=distributor).update(supplier=known[key])


class Migration(migrations.Migration):
    dependencies = [("photos", "0010_agencies")]

    # Back: the rows stay, with all that editors made of them, until the step before takes the tables away.
    operations = [
        migrations.RunPython(add_known_agencies, migrations.RunPython.noop),
        migrations.RunPython(find_suppliers, migrations.RunPython.noop),
    ]
