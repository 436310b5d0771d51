from datetime import UTC, datetime

import django.db.models.deletion
from django.db import migrations, models


def place(noun: str) -> list:
    """The operations that give the table between editions and `noun` a model, a moment and an index of its own."""
    model, table = f"{noun.capitalize()}Place", f"articles_edition_{noun}s"

    def key(to, name, **options):
        return models.ForeignKey(
            to=to, on_delete=django.db.models.deletion.CASCADE, related_name=name, **options
        )

    fields = [
        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
        ("edition", key("articles.edition", f"{noun}_places")),
        (noun, key(f"articles.{noun}", "places")),
    ]
    through = models.ManyToManyField(related_name="editions", through=f"articles.{model}", to=f"articles.{noun}")
    return [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    model, fields, options={"db_table": table, "unique_together": {("edition", noun)}}
                ),
                migrations.AlterField("edition", f"{noun}s", through),
            ]
        ),
        migrations.AddField(
            model, "first_published_at", models.DateTimeField(default=datetime(1970, 1, 1, tzinfo=UTC)), False
        ),
        migrations.AlterField(model, "edition", key("articles.edition", f"{noun}_places", db_index=False)),
        migrations.AlterField(model, noun, key(f"articles.{noun}", "places", db_index=False)),
        migrations.AddIndex(
            model, models.Index(fields=[noun, "-first_published_at", "-edition"], name=f"{noun}_newest")
        ),
        migrations.AlterModelTable(model, None),
    ]


class Migration(migrations.Migration):
    """The tables between editions and their topics and authors stay, and gain what their lists are ordered by."""

    dependencies = [("articles", "0001_initial")]
    operations = [*place("topic"), *place("author")]
