from django.urls import path

from articles.photos.views import rendition

urlpatterns = [path("renditions/<str:folder>/<str:name>", rendition, name="rendition")]
