from django.urls import path, re_path

from articles.reader import views

urlpatterns = [
    path("", views.home, name="home"),
    path("latest/", views.latest, name="latest"),
    path("section/<slug:slug>/", views.section, name="section"),
    path("thread/<slug:slug>/", views.thread, name="thread"),
    path("topic/<slug:slug>/", views.topic, name="topic"),
    path("author/<slug:slug>/", views.author, name="author"),
    path("corrections/", views.corrections, name="corrections"),
    path("about/", views.about, name="about"),
    re_path(r"^[0-9]{4}/[0-9]{2}/[0-9]{2}/[-a-zA-Z0-9_]+/$", views.article, name="article"),
    re_path(r"", views.unknown, name="unknown"),  # the last: any address may lead somewhere
]
