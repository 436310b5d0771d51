import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Words come folded and taken apart by `articles.search`, so `ascii`, which splits at spaces, is the right tokeniser.
SQLITE = [
    """CREATE VIRTUAL TABLE articles_search USING fts5(
        headline, words, content='articles_searchtext', content_rowid='article_id', tokenize='ascii', prefix='2 3')""",
    """CREATE TRIGGER articles_search_added AFTER INSERT ON articles_searchtext BEGIN
        INSERT INTO articles_search (rowid, headline, words) VALUES (new.article_id, new.headline, new.words);
    END""",
    """CREATE TRIGGER articles_search_removed AFTER DELETE ON articles_searchtext BEGIN
        INSERT INTO articles_search (articles_search, rowid, headline, words)
        VALUES ('delete', old.article_id, old.headline, old.words);
    END""",
    """CREATE TRIGGER articles_search_changed AFTER UPDATE ON articles_searchtext BEGIN
        INSERT INTO articles_search (articles_search, rowid, headline, words)
        VALUES ('delete', old.article_id, old.headline, old.words);
        INSERT INTO articles_search (rowid, headline, words) VALUES (new.article_id, new.headline, new.words);
    END""",
]
POSTGRESQL = [
    """ALTER TABLE articles_searchtext ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', headline), 'A') || setweight(to_tsvector('simple', words), 'D')) STORED""",
    "CREATE INDEX articles_search ON articles_searchtext USING gin (vector)",
]


def make_index(apps, schema_editor):
    for command in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(command, params=None)


def drop_index(apps, schema_editor):
    """PostgreSQL's goes with its table, and so do SQLite's triggers."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE articles_search", params=None)


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("articles", "0009_stages_and_corrections"),
    ]

    operations = [
        migrations.AddIndex(
            "article", models.Index(fields=["section", "-updated_at", "-id"], name="story_newest_in_section")
        ),
        migrations.AddIndex(
            "article", models.Index(fields=["kind", "-updated_at", "-id"], name="story_newest_of_kind")
        ),
        migrations.AddIndex(
            "article", models.Index(fields=["stage", "-updated_at", "-id"], name="story_newest_in_stage")
        ),
        migrations.AddIndex("withdrawal", models.Index(fields=["kind", "-at"], name="withdrawal_by_kind")),
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("headline", models.TextField()),
                ("words", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("query", models.CharField(max_length=1000)),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_filters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [models.UniqueConstraint(fields=("user", "name"), name="saved_filter_by_name")],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
