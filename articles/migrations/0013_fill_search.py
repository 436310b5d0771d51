from django.db import migrations

from articles import search


def fill(apps, schema_editor):
    """As `articles.search` has it, from every story's working copy."""
    Article, SearchText = apps.get_model("articles", "Article"), apps.get_model("articles", "SearchText")
    stories = Article.objects.only("headline", "standfirst", "body", "slug").order_by("pk")
    batch = []
    for article in stories.iterator(chunk_size=200):
        batch.append(SearchText(article_id=article.pk, **search.texts(article)))
        if len(batch) == 200:
            SearchText.objects.bulk_create(batch)
            batch = []
    SearchText.objects.bulk_create(batch)


class Migration(migrations.Migration):
    dependencies = [("articles", "0012_search_and_lists")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
