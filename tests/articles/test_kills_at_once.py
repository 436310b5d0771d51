"""Kills while others publish and read, and kills whose process is killed itself."""

import io
import random
import threading
import time

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from articles import kills, workflow
from articles.models import Edition
from articles.photos.models import Kill, Photo
from articles.photos.renditions import all_renditions, folder_of, make_renditions, stored
from articles.workflow import NotPossible
from tests.articles.workflow.at_once import killed_after, together
from tests.factories import make_article, make_live, make_photo

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 20


def in_text(photo):
    return f'<p>a</p><figure data-photo="{photo.pk}"></figure>'


def with_files(**fields):
    photo = make_photo(width=640, height=430, **fields)
    make_renditions(photo)
    return photo


def test_no_publication_slips_through_a_kill():
    """Each story was published before the kill, and is among its places, or refused after it."""
    photo = make_photo()
    articles = [make_article(body=in_text(photo)) for _ in range(12)]
    published, refused = set(), set()

    def publish(some):
        for article in some:
            try:
                published.add(workflow.publish(article).article_id)
            except NotPossible:
                refused.add(article.pk)

    halfway = [lambda: publish(articles[:6]), lambda: publish(articles[6:]), lambda: kills.kill(photo, "Wrong")]
    assert together(*halfway) == []
    assert published | refused == {article.pk for article in articles}
    assert {place["article"] for place in Kill.objects.get().places} == published
    client = Client()
    folder = folder_of(photo.sha256)
    assert not [edition for edition in Edition.objects.all() if folder in client.get(edition.path).content.decode()]


def test_two_kills_at_once_are_one():
    photo = make_photo()
    assert together(*[lambda: kills.kill(photo, "Wrong")] * 2) == []
    assert Kill.objects.get().completed_at


def test_kill_and_its_lift_at_once_end_in_a_state_that_is_whole():
    photo = with_files()
    kills.kill(photo, "Wrong")
    together(lambda: kills.kill(Photo.objects.get(), ""), lambda: kills.lift(Photo.objects.get(), "Mistaken"))
    names, is_killed = stored(folder_of(photo.sha256))[1], bool(Photo.objects.get().killed_at)
    assert is_killed is Kill.objects.in_force().exists()
    assert bool(names) is not is_killed


def test_no_response_that_began_after_the_kill_has_the_picture():
    photo = with_files()
    edition = make_live(lead_photo=photo, body=in_text(photo))
    folder, file = folder_of(photo.sha256).encode(), next(all_renditions(Photo.objects.get())).url
    killed, seen, shown_after = threading.Event(), threading.Event(), []

    def read(path):
        client, last = Client(), 3
        while last:
            is_after = killed.is_set()
            response = client.get(path)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            response.close()
            has_picture = folder in content or (path == file and response.status_code == 200)
            seen.set()
            last -= is_after
            if is_after and has_picture:
                shown_after.append(path)

    def kill():
        seen.wait()
        kills.kill(photo, "Wrong")
        killed.set()

    paths = ["/", "/latest/", edition.path, file]
    assert together(kill, *[lambda path=path: read(path) for path in paths]) == []
    assert shown_after == []


# A kill that is killed itself


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a pool of connections does not outlive a fork")
def test_kill_that_is_killed_at_any_moment_is_whole_or_nothing_and_completes_when_run_again(client):
    photo = with_files()
    edition = make_live(lead_photo=photo)
    file = next(all_renditions(Photo.objects.get())).url
    command = [str(photo.pk), "--reason", "Wrong person"]

    def run():
        call_command("kill_photo", *command, stdout=io.StringIO())

    begin = time.perf_counter()
    assert not killed_after(600, run)  # how long it takes undisturbed
    whole = time.perf_counter() - begin
    chance = random.Random(4)
    for _ in range(ROUNDS):
        kills.lift(Photo.objects.get(), "For the next round")
        assert file in client.get(edition.path).content.decode()
        killed_after(chance.uniform(0, whole), run)
        is_killed = Kill.objects.in_force().exists()
        assert bool(Photo.objects.get().killed_at) is is_killed
        assert (file in client.get(edition.path).content.decode()) is not is_killed
        assert (client.get(file).status_code == 410) is is_killed
        run()
        kill = Kill.objects.in_force().get()
        assert kill.completed_at
        assert edition.path in {place["address"] for place in kill.places}
        assert client.get(file).status_code == 410
        assert file not in client.get(edition.path).content.decode()
        assert stored(folder_of(photo.sha256))[1] == []
