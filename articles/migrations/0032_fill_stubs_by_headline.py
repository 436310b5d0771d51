from django.db import migrations

from articles.headlines import headline_key


def fill(apps, schema_editor):
    """As `HeadlineKeyField` has it, for the stubs that are there."""
    RelatedLink = apps.get_model("articles", "RelatedLink")
    waiting = []
    for stub in RelatedLink.objects.filter(target=None, url="").only("headline").order_by("pk").iterator():
        stub.headline_key = headline_key(stub.headline)
        waiting.append(stub)
        if len(waiting) == 500:
            RelatedLink.objects.bulk_update(waiting, ["headline_key"])
            waiting.clear()
    RelatedLink.objects.bulk_update(waiting, ["headline_key"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0031_stubs_by_headline")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
