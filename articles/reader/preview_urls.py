"""Stories before readers see them: for editors beside the admin, for guests by a link."""

from django.urls import path

from articles.reader import front_preview, preview

urlpatterns = [
    path("desk/preview/", preview.beside_form, name="preview_typed"),
    path("desk/preview/<int:pk>/", preview.beside_form, name="preview_story"),
    path("desk/front/", front_preview.front, name="front_preview"),
    path("desk/front/<slug:slug>/", front_preview.front, name="front_preview"),
    path("preview/<str:token>/", preview.by_link, name="preview"),
]
