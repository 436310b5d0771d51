"""The mirror holds each place of a photo with its words; what it held is told by the revisions, and is told anew."""

import django.db.models.deletion
from django.db import migrations, models


def empty(apps, schema_editor):
    apps.get_model("articles", "PhotoUse").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("articles", "0004_story_in_words")]

    operations = [
        migrations.RunPython(empty, empty),
        migrations.RemoveConstraint("photouse", "photo_once_a_revision"),
        migrations.AlterModelOptions("photouse", {"ordering": ["revision", "position"]}),
        migrations.AddField("photouse", "position", models.PositiveSmallIntegerField(default=0), preserve_default=False),
        migrations.AddField("photouse", "caption", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField("photouse", "alt", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AlterField(
            "photouse",
            "revision",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="photo_uses",
                to="articles.revision",
            ),
        ),
        migrations.AddConstraint(
            "photouse", models.UniqueConstraint(fields=["revision", "position"], name="one_photo_a_place")
        ),
    ]
