"""The story chooser, the question about embeds, and a save that is refused without losing a word."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


def choose(client, **parameters):
    return client.get(reverse("admin:articles_article_choose"), parameters).json()["found"]


def one(client, article):
    [found] = choose(client, id=article.pk)
    return found


def test_a_live_story_shows_the_words_that_readers_see(desk):
    article = make_live(headline="Ferry sails", standfirst="At eight.").article
    change(article, headline="Ferry sinks", standfirst="At nine.")
    found = one(desk, article)
    assert (found["state"], found["headline"], found["standfirst"]) == ("live", "Ferry sails", "At eight.")


def test_a_scheduled_story_shows_what_will_run(desk):
    article = make_article(headline="Ferry tomorrow")
    workflow.schedule(article, timezone.now() + timedelta(days=1))
    change(article, headline="Changed since")
    found = one(desk, article)
    assert (found["state"], found["headline"]) == ("scheduled", "Ferry tomorrow")


def test_a_live_story_with_an_update_ahead_is_live(desk):
    article = make_live(headline="Now").article
    change(article, headline="Later")
    workflow.schedule(article, timezone.now() + timedelta(days=1))
    assert (one(desk, article)["state"], one(desk, article)["headline"]) == ("live", "Now")


def test_a_draft_and_a_withdrawn_story_say_so(desk):
    draft = make_article()
    gone = make_live().article
    workflow.withdraw(gone, "Wrong.")
    assert one(desk, draft)["state"] == "draft"
    assert one(desk, gone)["state"] == "withdrawn"


def test_every_word_must_stand_in_the_headline(desk):
    wanted = make_article(headline="Ferry reaches Skerry")
    make_article(headline="Ferry sinks")
    assert [found["id"] for found in choose(desk, q="skerry FERRY")] == [wanted.pk]


def test_a_story_is_found_by_its_address(desk):
    edition = make_live()
    make_live()
    assert [found["id"] for found in choose(desk, q=f"https://news.example.org{edition.path}?a=b")] == [
        edition.article_id
    ]


def test_a_story_is_not_offered_to_itself(desk):
    own, other = make_article(), make_article()
    assert [found["id"] for found in choose(desk, besides=own.pk)] == [other.pk]


@pytest.mark.parametrize("words", ["https://[", "/", "a" * 5000, "%", "' OR 1=1"])
def test_odd_words_are_no_error(desk, words):
    assert choose(desk, q=words) == []


def test_the_same_few_queries_for_one_story_and_for_many(desk, django_assert_max_num_queries):
    for _ in range(12):
        make_live()
    with django_assert_max_num_queries(5):
        assert len(choose(desk)) == 12


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "YouTube"),
        ("https://vimeo.com/12345678", "Vimeo"),
        ("http://vimeo.com/12345678", ""),
        ("https://evil.example/watch?v=abcdefghijk", ""),
        ("javascript:alert(1)", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_whether_an_address_may_be_embedded(desk, url, provider):
    answer = desk.get(reverse("admin:articles_article_embed"), {"url": url}).json()
    assert answer == {"provider": provider, "providers": ["YouTube", "Vimeo", "SoundCloud"]}


@pytest.mark.parametrize("name", ["choose", "embed"])
def test_who_may_ask(client, django_user_model, name):
    address = reverse(f"admin:articles_article_{name}")
    assert client.get(address).status_code == 302
    user = django_user_model.objects.create_user("reporter", password="a long password", is_staff=True)
    client.force_login(user)
    assert client.get(address).status_code == 403
    user.user_permissions.set(Permission.objects.filter(codename="view_article"))
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 405


def test_a_refused_body_comes_back_as_it_was_typed(desk):
    known = f'<figure data-photo="{make_photo().pk}"></figure>'
    body = f'<p>Typed words.</p><figure data-photo="4711" data-caption="Own"></figure>{known}'
    form = {"headline": "H", "slug": "h", "kind": "news", "language": "en-gb", "body": body}
    for prefix in ("bylines", "related_links"):
        form |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    response = desk.post(reverse("admin:articles_article_add"), form)
    assert "There is no photo with the number 4711" in response.content.decode()
    assert response.context["adminform"].form["body"].value() == body


def test_the_import_map_carries_the_nonce_of_the_policy(desk):
    response = desk.get(reverse("admin:articles_article_add"))
    nonce = response.headers["Content-Security-Policy"].partition("'nonce-")[2].partition("'")[0]
    assert nonce
    tag = re.search(r"<script[^>]*importmap[^>]*>", response.content.decode())[0]
    assert f'nonce="{nonce}"' in tag


def test_enter_in_a_field_saves_and_never_publishes(desk):
    page = desk.get(reverse("admin:articles_article_change", args=[make_live().article_id])).content.decode()
    form = page.partition('id="article_form"')[2]
    first_submit = form.index('type="submit"')
    assert 'name="_continue"' in form[first_submit : first_submit + 120]
