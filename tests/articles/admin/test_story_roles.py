"""What a reporter cannot reach on the story's screens, however the request is made up."""

import pytest

from articles import workflow
from articles.models import Article, Edition
from tests.articles.admin.stories import INLINES, form, make_person, url
from tests.factories import change, make_article, make_author, make_live, make_photo

pytestmark = pytest.mark.django_db
DECISIONS = {
    "publish": {"when": "now", "seen": "1"},
    "correct": {"wrong": "a", "right": "b", "place": "top", "seen": "1"},
    "withdraw": {"when": "now", "reason": "a"},
    "kill": {"reason": "a"},
    "lift": {"reason": "a"},
}


@pytest.mark.parametrize("screen", DECISIONS)
@pytest.mark.parametrize("is_own", [True, False])
def test_reporter_decides_nothing_that_readers_see(beat, reporter, screen, is_own):
    article = make_live(created_by=reporter if is_own else None).article
    before = list(Edition.objects.values())
    assert beat.get(url(article, screen)).status_code == 403
    assert beat.post(url(article, screen), DECISIONS[screen]).status_code == 403
    assert list(Edition.objects.values()) == before
    assert not article.withdrawals.exists()


@pytest.mark.parametrize("name", ["_to_publish", "_to_correct", "_cancel_schedule", "_cancel_withdrawal"])
def test_buttons_of_who_publishes_are_refused_with_all_that_was_typed(beat, reporter, name):
    article = make_article(created_by=reporter)
    assert beat.post(url(article), form(**{name: ""})).status_code == 403
    assert Article.objects.get().headline == article.headline


@pytest.mark.parametrize("screen", ["change", "history", "delete"])
def test_story_of_a_colleague_is_not_found(beat, colleague, screen):
    article = make_article(created_by=colleague, headline="Secret")
    response = beat.get(url(article, screen), follow=True)
    assert b"Secret" not in response.content
    response = beat.post(url(article, screen), form(_continue=""))
    assert response.status_code in (302, 403)
    assert Article.objects.get().headline == "Secret"


@pytest.mark.parametrize("screen", ["changes", "step"])
def test_screens_of_a_colleagues_story_are_refused(beat, colleague, screen):
    article = make_article(created_by=colleague)
    assert beat.get(url(article, screen)).status_code in (403, 405)
    assert beat.post(url(article, screen), {"_comment": "", "note": "x"}).status_code in (403, 405)
    assert not article.notes.exists()


def test_words_of_a_picture_in_a_colleagues_story_are_refused(beat, colleague):
    photo = make_photo()
    article = make_article(created_by=colleague, lead_photo=photo, lead_caption="Own.")
    address = url(article, f"words/{photo.pk}")
    assert beat.get(address).status_code == 403
    assert beat.post(address, {"field": "caption", "choice": "take", "seen": "1"}).status_code == 403


def test_list_shows_a_reporter_own_stories(beat, reporter, colleague):
    make_article(headline="Own", created_by=reporter)
    make_article(headline="Secret", created_by=colleague)
    content = beat.get("/admin/articles/article/").content
    assert b"Own" in content
    assert b"Secret" not in content


def chosen(browser, **asked):
    return [one["headline"] for one in browser.get("/admin/articles/article/choose/", asked).json()["found"]]


@pytest.fixture
def stories(reporter, colleague):
    """A draft of one's own, a colleague's, and a live one of the colleague's that was changed since."""
    live = make_live(headline="Ferry live", created_by=colleague).article
    change(live, headline="Ferry secretly changed")
    return {
        "own": make_article(headline="Ferry own", created_by=reporter),
        "secret": make_article(headline="Ferry secret", created_by=colleague),
        "live": live,
    }


def test_chooser_offers_live_stories_and_own_ones(beat, stories):
    assert sorted(chosen(beat, q="ferry")) == ["Ferry live", "Ferry own"]
    assert chosen(beat, q="secret") == []
    assert chosen(beat, id=stories["secret"].pk) == []


def test_autocomplete_offers_live_stories_and_own_ones(beat, stories):
    asked = {"app_label": "articles", "model_name": "relatedlink", "field_name": "target"}

    def found(term):
        answer = beat.get("/admin/autocomplete/", asked | {"term": term}).json()
        return sorted(one["text"] for one in answer["results"])

    assert found("ferry") == ["Ferry live", "Ferry own"]
    assert found("secret") == []


def related(target, **fields):
    row = {"target": target.pk, "url": "", "headline": "", "teaser": "", "position": "0"}
    rows = {f"related_links-0-{name}": value for name, value in row.items()}
    return form(**INLINES | rows | {"related_links-TOTAL_FORMS": "1"} | fields)


def test_colleagues_draft_cannot_be_made_a_related_story(beat, stories):
    response = beat.post(url(stories["own"]), related(stories["secret"], _continue=""))
    assert b"Select a valid choice" in response.content
    assert b"Ferry secret" not in response.content


def test_editors_link_to_a_draft_stays_and_is_not_named(beat, stories):
    link = stories["own"].related_links.create(target=stories["secret"])
    assert b"Ferry secret" not in beat.get(url(stories["own"])).content
    rows = {"related_links-0-id": link.pk, "related_links-INITIAL_FORMS": "1"}
    assert beat.post(url(stories["own"]), related(stories["secret"], _continue="", **rows)).status_code == 302


def test_chosen_story_of_a_colleague_is_named_as_readers_know_it(beat, stories):
    stories["own"].related_links.create(target=stories["live"])
    content = beat.get(url(stories["own"])).content
    assert b"Ferry live" in content
    assert b"secretly" not in content


def test_places_of_a_photo_in_colleagues_drafts_are_not_named(beat, colleague):
    photo = make_photo()
    make_article(created_by=colleague, headline="Secret", lead_photo=photo, lead_caption="Secret caption")
    content = beat.get(f"/admin/photos/photo/{photo.pk}/uses/").content
    assert "A story of a colleague’s".encode() in content
    assert b"Secret" not in content


def test_reporter_writes_the_byline_of_an_own_story(beat, reporter):
    article, author = make_article(created_by=reporter), make_author()
    row = {"bylines-TOTAL_FORMS": "1", "bylines-0-author": author.pk, "bylines-0-position": "0"}
    beat.post(url(article), form(**INLINES | row, _continue=""))
    assert list(article.authors.all()) == [author]


def test_picture_desk_sees_a_story_and_changes_nothing(client):
    person = make_person("pictures", "Photo editors")
    client.force_login(person)
    article = make_article()
    assert client.get(url(article)).status_code == 200
    assert client.post(url(article), form(_continue="")).status_code == 403
    workflow.submit(article)
    assert client.post(url(article, "step"), {"_take_back": ""}).status_code == 403


@pytest.mark.parametrize("submitted", [True, False])
def test_who_never_changes_stories_is_not_told_to_wait_for_the_editors(client, submitted):
    article = make_article()
    if submitted:
        workflow.submit(article)
    client.force_login(make_person("pia", "Photo editors"))
    page = client.get(url(article)).content.decode()
    assert "You can read this story and add notes, and not change it." in page
