"""What photos look like is measured another way; `make_renditions` takes the new measure of each file."""

from django.db import migrations


def forget(apps, schema_editor):
    photos = apps.get_model("photos", "Photo").objects.using(schema_editor.connection.alias)
    photos.exclude(looks=None).update(looks=None)


class Migration(migrations.Migration):
    dependencies = [("photos", "0015_fill_search_text")]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
