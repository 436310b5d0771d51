"""The publish screen: nothing but it publishes a story, and nothing that nobody looked at."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import snapshots, workflow
from articles.models import Edition
from articles.photos.models import Photo
from tests.articles.admin.stories import messages, url, words
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db
TYPED, MOMENT = "2030-01-01T10:00", datetime(2030, 1, 1, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _zone(settings):
    settings.TIME_ZONE = "UTC"


def asked(desk, article, query=""):
    return desk.get(url(article, "publish") + query)


def decide(desk, article, **fields):
    """Press the primary button."""
    fields = {"when": "now", "seen": article.latest_revision().number} | fields
    return desk.post(url(article, "publish"), fields, follow=True)


def part(response, selector):
    return LexborHTMLParser(response.content.decode()).css_first(selector)


def test_publish_now_shows_readers_the_newest_revision(desk, editor):
    article = make_live(headline="Old").article
    change(article, headline="New")
    response = decide(desk, article)
    edition = Edition.objects.live().get()
    assert (edition.headline, edition.published_by) == ("New", editor)
    assert "Readers now see revision 2" in messages(response)


def test_screen_says_what_readers_see_and_what_they_would(desk):
    article = make_live(slug="old").article
    change(article, slug="new")
    said = words(asked(desk, article))
    assert "Readers see revision 1 since" in said
    assert "Revision 2, saved on" in said
    assert "/new/." in said
    assert f'href="{url(article, "changes")}"' in said


def test_nothing_is_published_by_looking(desk):
    asked(desk, make_article())
    assert not Edition.objects.exists()


def test_each_blocker_leads_to_its_field_on_the_form(desk):
    photo = make_photo(alt="")
    article = make_article(body=f'<figure data-photo="{photo.pk}"></figure>', lead_photo=photo)
    content = asked(desk, article).content.decode()
    assert f'href="{url(article)}#id_body">Go to the text' in content
    assert f'href="{url(article)}#photo-{photo.pk}">Go to it in the text' in content
    assert f'href="{url(article)}#id_lead_photo">Go to the lead picture' in content
    assert f'href="/admin/photos/photo/{photo.pk}/change/"' in content


def test_blockers_disable_the_button_and_warnings_do_not(desk):
    assert "disabled" in part(asked(desk, make_article(body="")), "input.default").attributes
    response = asked(desk, make_article())
    assert "disabled" not in part(response, "input.default").attributes
    assert "autofocus" in part(response, "input.default").attributes
    assert "The story has no standfirst" in response.content.decode()


def test_words_of_a_caption_are_no_markup(desk):
    article = make_article(lead_photo=make_photo(alt="", caption="<script>x</script>"))
    assert "<script>x" not in asked(desk, article).content.decode()


def test_forged_publication_with_blockers_is_refused(desk):
    assert b"The story has no text" in decide(desk, make_article(body="")).content
    assert not Edition.objects.exists()


def test_taken_address_leads_to_the_slug(desk):
    make_live(slug="taken")
    article = make_article(slug="taken")
    assert f'href="{url(article)}#id_slug"' in decide(desk, article).content.decode()


def test_pictures_that_may_not_travel_are_counted_before_and_after(desk):
    article = make_article(lead_photo=make_photo(may_syndicate=False))
    assert b"One of its pictures may not be syndicated" in asked(desk, article).content
    assert "One of its pictures may not be syndicated" in messages(decide(desk, article))


def test_page_opened_before_another_save_publishes_nothing(desk, chief):
    article = make_article()
    article.headline = "Newer"
    article.save()
    snapshots.record(article, by=chief)
    content = decide(desk, article, seen=1, when="later", at=TYPED).content.decode()
    assert "Revision 2 was saved by chief since you opened this page" in content
    assert 'name="seen" value="2"' in content
    assert TYPED in content
    assert not Edition.objects.exists()


def test_schedule_is_in_the_sites_zone(desk, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    decide(desk, make_article(), when="later", at=TYPED)
    assert Edition.objects.get().live_from == MOMENT - timedelta(hours=1)


@pytest.mark.parametrize(
    ("moment", "words"),
    [("", "Give the day and the time"), ("2020-01-01T10:00", "is past"), ("soon", "Give a day and a time")],
)
def test_impossible_time_is_refused_by_its_field(desk, moment, words):
    response = decide(desk, make_article(), when="later", at=moment)
    assert words in response.context["form"].errors["at"].as_text()
    assert not Edition.objects.exists()


def test_time_beside_now_is_asked_about(desk):
    response = decide(desk, make_article(), at=TYPED)
    assert "You gave a time, and chose now" in response.context["form"].errors["when"].as_text()
    assert not Edition.objects.exists()


def test_refused_schedule_is_checked_for_its_time_and_keeps_time_and_note(desk):
    photo = make_photo()
    article = make_live(lead_photo=photo).article
    Photo.objects.filter(pk=photo.pk).update(rights_until=MOMENT - timedelta(days=1))
    response = decide(desk, article, when="later", at=TYPED, update_note="with the answer")
    content = response.content.decode()
    assert "may not run on 1 January 2030, 10:00" in content
    assert TYPED in content
    assert 'value="with the answer"' in content


def test_update_note_is_asked_of_a_live_story_only(desk):
    assert b"update_note" not in asked(desk, make_article()).content
    article = make_live().article
    change(article, headline="New")
    decide(desk, article, update_note="with the answer")
    assert Edition.objects.live().get().update_note == "with the answer"


def test_embargo_blocks_now_and_offers_its_end(desk):
    article = make_article()
    workflow.set_embargo(article, MOMENT)
    response = asked(desk, article)
    assert response.context["form"].is_later
    assert TYPED in response.content.decode()
    assert '<p class="embargo">' in words(response)
    assert b"under embargo" in decide(desk, article).content
    assert not Edition.objects.exists()
    decide(desk, article, when="later", at=TYPED)
    assert Edition.objects.get().live_from == MOMENT


def test_killed_story_leads_to_the_lift(desk):
    article = make_article()
    workflow.kill(article, "Wrong")
    assert f'href="{url(article, "lift")}"' in asked(desk, article).content.decode()


def test_change_of_a_schedule_starts_from_its_time(desk):
    article = make_article()
    workflow.schedule(article, timezone.now() + timedelta(days=1))
    workflow.schedule(article, MOMENT.replace(year=timezone.now().year + 1))
    response = asked(desk, article, "?when=later")
    assert response.context["form"].is_later
    assert MOMENT.replace(year=timezone.now().year + 1).strftime("%Y-%m-%dT%H:%M") in response.content.decode()


def test_screen_says_that_publishing_now_cancels_what_is_scheduled(desk):
    article = make_live().article
    change(article, headline="New")
    assert "what is scheduled is cancelled" not in words(desk.get(url(article, "publish")))
    workflow.schedule(article, timezone.now() + timedelta(hours=1))
    assert "Published now, what is scheduled is cancelled." in words(desk.get(url(article, "publish")))
