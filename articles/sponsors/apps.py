from django.apps import AppConfig


class SponsorsConfig(AppConfig):
    name = "articles.sponsors"
    verbose_name = "Advertising"
