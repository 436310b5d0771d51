from django.db import migrations

from articles.photos.credits import Credit
from articles.photos.rights import STAYS, Category, proposed_category


def fill(apps, schema_editor):
    """What ran until now goes on running: by the right that its words name, else as the paper's own."""
    Photo = apps.get_model("photos", "Photo")
    for photo in Photo.objects.filter(rights_category="").exclude(credit_line="").select_related("supplier").iterator():
        credit = Credit(
            creators=tuple(photo.creators),
            source=photo.source,
            agency=photo.agency,
            distributor=photo.distributor,
            qualifiers=tuple(photo.qualifiers),
            raw=photo.credit_line,
        )
        terms = f"{photo.usage_terms} {photo.copyright_notice} {photo.web_statement}"
        kind = photo.supplier.kind if photo.supplier else ""
        category = proposed_category(credit, terms, photo.digital_source_type, kind) or Category.STAFF
        Photo.objects.filter(pk=photo.pk).update(rights_category=category, may_syndicate=category not in STAYS)


class Migration(migrations.Migration):
    dependencies = [("photos", "0016_rights")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
