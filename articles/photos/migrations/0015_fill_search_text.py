"""Every photo that is there already can be found by its words."""

from django.db import migrations

from articles.photos.search_text import SEARCHED, words_of


def fill(apps, schema_editor):
    photos = apps.get_model("photos", "Photo").objects.using(schema_editor.connection.alias)
    batch = []
    for photo in photos.order_by().only(*SEARCHED).iterator(chunk_size=500):
        photo.search_text = words_of(photo)
        batch.append(photo)
        if len(batch) == 500:
            photos.bulk_update(batch, ["search_text"])
            batch = []
    photos.bulk_update(batch, ["search_text"])


class Migration(migrations.Migration):
    dependencies = [("photos", "0014_search_text")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
