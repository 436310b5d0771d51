from django.db import migrations

from articles import body as story_body


def fill(apps, schema_editor):
    """As `articles.mirror` has it, from the content of every revision."""
    Revision, PhotoUse = apps.get_model("articles", "Revision"), apps.get_model("articles", "PhotoUse")
    Photo = apps.get_model("photos", "Photo")
    stories = {}
    known = set(Photo.objects.values_list("pk", flat=True))
    for revision in Revision.objects.order_by("pk").iterator(chunk_size=200):
        lead = revision.content["lead"]
        uses = [story_body.PhotoUse(**lead)] if lead else []
        uses += story_body.photo_uses(story_body.parse(revision.content["body"]))
        if revision.editions.exists():
            for use in uses:
                stories.setdefault(use.photo, set()).add(revision.article_id)
        PhotoUse.objects.bulk_create(
            PhotoUse(revision=revision, position=position, photo_id=use.photo, caption=use.caption, alt=use.alt)
            for position, use in enumerate(uses, 0 if lead else 1)
            if use.photo in known
        )
    for photo, articles in stories.items():
        Photo.objects.filter(pk=photo).update(uses_made=len(articles))


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_places_of_photos"), ("photos", "0016_rights")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
