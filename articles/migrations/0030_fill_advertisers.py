from django.db import migrations

BATCH = 200


def fill(apps, schema_editor):
    """Nobody paid for what was written before: say so in every content, so that a save that changes nothing is none."""
    for model in ("Revision", "Autosave"):
        rows, waiting = apps.get_model("articles", model).objects, []
        for row in rows.exclude(content=None).order_by("pk").iterator(chunk_size=BATCH):
            row.content.setdefault("advertiser", "")
            waiting.append(row)
            if len(waiting) == BATCH:
                rows.bulk_update(waiting, ["content"])
                waiting.clear()
        rows.bulk_update(waiting, ["content"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0029_advertisement_features")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
