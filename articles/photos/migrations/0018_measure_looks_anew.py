"""What photos look like is measured another way; `make_renditions` takes the new measure of each file."""

from django.db import migrations


def forget(apps, schema_editor):
    photos = apps.get_model("photos", "Photo").objects.using(schema_editor.connection.alias)
    photos.exclude(looks=None).update(looks=None)


class Migration(migrations.Migration):
    dependencies = [("photos", "0017_fill_rights")]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
