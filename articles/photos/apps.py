from django.apps import AppConfig


class PhotosConfig(AppConfig):
    name = "articles.photos"
    verbose_name = "Picture desk"
