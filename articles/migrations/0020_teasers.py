from django.db import migrations, models

from articles import body as story_body
from articles.teasers import teaser_of


def fill(apps, schema_editor):
    """As `articles.workflow` has it, from each edition's standfirst, else from its first paragraph."""
    Edition = apps.get_model("articles", "Edition")
    waiting = []
    for edition in Edition.objects.select_related("revision").order_by("pk").iterator(chunk_size=200):
        paragraph = "" if edition.standfirst else story_body.first_paragraph(story_body.parse(edition.revision.content["body"]))
        edition.teaser = teaser_of(edition.standfirst, paragraph).text
        waiting.append(edition)
        if len(waiting) == 200:
            Edition.objects.bulk_update(waiting, ["teaser"])
            waiting.clear()
    Edition.objects.bulk_update(waiting, ["teaser"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0019_fill_links_to_stories")]

    operations = [
        migrations.AddField(
            "edition",
            "teaser",
            models.TextField(blank=True, default="", help_text="What lists and boxes say of it."),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
