"""The words of a picture in a story beside the library's: the panel on the story's screen, and the page of choices."""

import pytest
from django.contrib.auth.models import Permission
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.photos.models import Photo
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    return make_photo(caption="Library.", alt="Library alt", rights_category="agency")


def address(article, photo=None):
    return f"/admin/articles/article/{article.pk}/" + (f"words/{photo.pk}/" if photo else "change/")


def parsed(response):
    return LexborHTMLParser(response.content.decode())


def text_of(node):
    return " ".join(node.text().split())


def panel(desk, article):
    return parsed(desk.get(address(article))).css_first(".story-pictures")


def choose(browser, article, photo, choice, field="caption", **data):
    seen = article.latest_revision().number
    return browser.post(address(article, photo), {"choice": choice, "field": field, "seen": seen} | data, follow=True)


def said(response):
    return " ".join(text_of(item) for item in parsed(response).css(".messagelist li"))


@pytest.fixture
def story(photo):
    """A live story with a caption of its own, and the library's caption mended since."""
    article = make_live(lead_photo=photo, lead_caption="Own.").article
    Photo.objects.filter(pk=photo.pk).update(caption="Library mended.")
    return article


@pytest.fixture
def writer(client, django_user_model):
    """Somebody who may change stories and not publish them."""
    user = django_user_model.objects.create_user("bo", password="x", is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["change_article", "view_article", "edit_any_article", "view_photo"])
    )
    client.force_login(user)
    return client


def test_panel_shows_each_picture_with_words_credit_and_right(desk, photo):
    article = make_article(lead_photo=photo, body=f'<p>a</p><figure data-photo="{photo.pk}" data-alt="Own"></figure>')
    found = panel(desk, article)
    lead, inside = map(text_of, found.css(".use"))
    assert "Lead picture: photo" in lead
    assert "Library. the library’s" in lead
    assert "Credit Maren Holt / Coastline Right Agency" in lead
    assert "Picture 1 in the text: photo" in inside
    assert "Own its own" in inside


def test_panel_says_why_a_picture_may_not_run(desk, photo):
    article = make_article(lead_photo=photo)
    Photo.objects.update(rights_until="2026-01-01T00:00Z")
    assert "Its right ended on 1 January 2026" in text_of(panel(desk, article))


def test_panel_leads_to_the_choices_only_where_words_are_the_storys_own(desk, photo, story):
    assert panel(desk, story).css_first(".use-choice a").attributes["href"] == address(story, photo)
    assert not panel(desk, make_article(lead_photo=photo)).css(".use-choice")


def test_story_without_pictures_and_a_new_one_have_no_panel(desk):
    assert panel(desk, make_article()) is None
    assert b"story-pictures" not in desk.get("/admin/articles/article/add/").content


def test_page_shows_both_texts_and_what_changed(desk, photo, story):
    page = text_of(parsed(desk.get(address(story, photo))).css_first("#content"))
    assert "This story says Own. The library says Library mended." in page
    assert "What changed in the library since the story’s words were written" in page


def test_words_taken_over_wait_for_publication(desk, photo, story):
    answer = said(choose(desk, story, photo, "take"))
    assert "is the library’s now, in the working copy. Readers see it when you publish it." in answer
    story.refresh_from_db()
    assert story.lead_caption == ""
    assert workflow.live_edition(story).lead_caption == "Own."


def test_words_taken_over_and_published_are_seen_at_once(desk, photo, story):
    assert "Readers see the library’s caption" in said(choose(desk, story, photo, "publish"))
    assert workflow.live_edition(story).lead_caption == ""


def test_kept_words_are_not_asked_about_again(desk, photo, story):
    assert "keeps its own caption" in said(choose(desk, story, photo, "keep"))
    story.refresh_from_db()
    assert story.lead_caption == "Own."
    assert "changed since" not in text_of(panel(desk, story))


def test_choice_for_one_field_leaves_the_other(desk, photo, story):
    change(story, lead_alt="Own alt")
    choose(desk, story, photo, "take", "alt")
    story.refresh_from_db()
    assert (story.lead_caption, story.lead_alt) == ("Own.", "")


def test_choice_made_before_another_save_changes_nothing(desk, photo, story):
    change(story, headline="Saved meanwhile")
    assert "saved meanwhile, so nothing was changed" in said(choose(desk, story, photo, "take", seen=1))
    story.refresh_from_db()
    assert story.lead_caption == "Own."


def test_alt_text_that_the_library_lacks_is_not_published(desk, photo):
    article = make_live(lead_photo=photo, lead_alt="Own").article
    Photo.objects.update(alt="")
    assert "Nothing was changed." in said(choose(desk, article, photo, "publish", "alt"))
    assert workflow.live_edition(article).lead_alt == "Own"


def test_who_may_not_publish_takes_over_and_keeps_but_publishes_nothing(writer, photo, story):
    page = text_of(parsed(writer.get(address(story, photo))).css_first("#content"))
    assert "Take over the library’s caption" in page
    assert "Take over and publish" not in page
    assert "Apply everywhere" not in page
    assert choose(writer, story, photo, "publish").status_code == 403
    choose(writer, story, photo, "take")
    story.refresh_from_db()
    assert (story.lead_caption, workflow.live_edition(story).lead_caption) == ("", "Own.")


def test_who_may_not_change_stories_may_not_choose(client, photo, story, django_user_model):
    client.force_login(django_user_model.objects.create_user("cy", password="x", is_staff=True))
    assert client.get(address(story, photo)).status_code == 403
    assert choose(client, story, photo, "take").status_code == 403


@pytest.mark.parametrize("data", [{"field": "credit"}, {"choice": "odd"}, {"seen": "x"}])
def test_odd_choices_change_nothing(desk, photo, story, data):
    desk.post(address(story, photo), {"choice": "take", "field": "caption", "seen": 1} | data)
    story.refresh_from_db()
    assert story.lead_caption == "Own."


def test_page_of_a_photo_that_the_story_has_no_more_says_so(desk, photo):
    assert b"does not have this photo any more" in desk.get(address(make_article(), photo)).content


@pytest.mark.parametrize("count", [1, 12])
def test_page_takes_as_many_queries_for_few_and_many_stories(desk, photo, story, django_assert_num_queries, count):
    for _ in range(count):
        make_live(lead_photo=photo, lead_caption="Own too.")
    with django_assert_num_queries(9):
        desk.get(address(story, photo))
