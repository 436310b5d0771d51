"""Stories before readers see them: for editors beside the admin, for guests by a link."""

from django.urls import path

from articles.reader import preview

urlpatterns = [
    path("desk/preview/", preview.beside_form, name="preview_typed"),
    path("desk/preview/<int:pk>/", preview.beside_form, name="preview_story"),
    path("preview/<str:token>/", preview.by_link, name="preview"),
]
