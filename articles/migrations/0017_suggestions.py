import django.db.models.deletion
from django.db import migrations, models


def count_words(apps, schema_editor):
    """How many stories have a word, as SQLite's own index knows; PostgreSQL is asked for a sample instead."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            "CREATE VIRTUAL TABLE articles_search_words USING fts5vocab('articles_search', 'row')", params=None
        )


def drop_count(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE articles_search_words", params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0016_autosave")]

    operations = [
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "weight",
                    models.FloatField(help_text="How well it goes with the story, beside its other suggestions."),
                ),
                ("why", models.CharField(help_text="In words, for editors.", max_length=200)),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="articles.article",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggested_for",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "ordering": ["-weight", "target"],
                "constraints": [models.UniqueConstraint(fields=("article", "target"), name="suggested_once")],
            },
        ),
        migrations.RunPython(count_words, drop_count),
    ]
