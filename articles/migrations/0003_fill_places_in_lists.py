from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    first = apps.get_model("articles", "Edition").objects.filter(pk=OuterRef("edition")).values("first_published_at")
    for model in ("TopicPlace", "AuthorPlace"):
        apps.get_model("articles", model).objects.update(first_published_at=Subquery(first))


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_places_in_lists")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
