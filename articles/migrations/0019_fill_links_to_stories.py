from django.db import migrations

from articles import body as story_body


def fill(apps, schema_editor):
    """As `articles.mirror` has it, from the content of every revision; nobody noted what own words were written from."""
    Revision, StoryLink = apps.get_model("articles", "Revision"), apps.get_model("articles", "StoryLink")
    for revision in Revision.objects.order_by("pk").iterator(chunk_size=200):
        box = [(link["target"], link["headline"], link["teaser"]) for link in revision.content["related"] if link["target"]]
        in_text = story_body.related_stories(story_body.parse(revision.content["body"]))
        links = box + [(link.article, link.headline, link.teaser) for link in in_text]
        StoryLink.objects.bulk_create(
            StoryLink(
                revision=revision,
                position=position,
                in_text=position >= len(box),
                target_id=target,
                headline=headline,
                teaser=teaser,
            )
            for position, (target, headline, teaser) in enumerate(links)
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_links_to_stories")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
