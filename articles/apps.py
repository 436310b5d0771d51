from django.apps import AppConfig
from django.apps import apps as installed
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Newsroom"

    def ready(self):
        post_migrate.connect(make_publication, sender=self)


def make_publication(using, apps=installed, **kwargs):
    """Make the one publication where it is missing: after the first migration, and after a flush.

    Every page takes its frame from it, so there is never a site without one.
    """
    try:
        publication = apps.get_model("articles", "Publication")
    except LookupError:
        return  # migrated back to before there was one
    publication.objects.using(using).get_or_create(pk=1)
