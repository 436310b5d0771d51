"""Addresses: the admin, signing in, then everything that readers see."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.urls")),
    path("media/", include("articles.photos.urls")),
    path("desk/at/", include("articles.reader.desk_urls")),
    path("", include("articles.reader.preview_urls")),
    path("", include("articles.reader.urls")),
]

handler400 = "articles.reader.views.bad_request"
handler404 = "articles.reader.views.not_found"
handler500 = "articles.reader.views.server_error"
