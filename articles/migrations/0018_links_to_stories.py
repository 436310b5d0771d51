import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_suggestions")]

    operations = [
        migrations.CreateModel(
            name="StoryLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("in_text", models.BooleanField()),
                ("headline", models.TextField(blank=True)),
                ("teaser", models.TextField(blank=True)),
                ("headline_from", models.TextField(null=True)),
                ("teaser_from", models.TextField(null=True)),
                (
                    "revision",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="story_links",
                        to="articles.revision",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="links_here",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "ordering": ["revision", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("revision", "position"), name="one_link_a_place"),
                ],
            },
        ),
    ]
