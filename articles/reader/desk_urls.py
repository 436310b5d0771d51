"""The readers' site at another moment; wired beside the admin, since only editors come in."""

from django.urls import path, re_path

from articles.reader import desk

urlpatterns = [
    path("", desk.choose, name="at_moment"),
    re_path(r"^(?P<when>[^/]+)$", desk.show),
    re_path(r"^(?P<when>[^/]+)(?P<path>/.*)$", desk.show, name="at"),
]
