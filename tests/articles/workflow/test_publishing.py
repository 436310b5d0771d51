"""Publishing and scheduling: what readers see after each."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import workflow
from articles.models import Address, Edition
from articles.workflow import intervals
from tests.factories import change, make_article, make_author, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def test_published_story_is_live():
    edition = workflow.publish(make_article())
    assert list(Edition.objects.live()) == [edition]


def test_edition_carries_what_lists_need():
    section, topic, authors = make_section(), make_topic(), [make_author("Ann Lee"), make_author("Bo Ek")]
    photo = make_photo()
    edition = make_live(
        headline="H", standfirst="S", section=section, topics=[topic], authors=authors, lead_photo=photo
    )
    assert (edition.headline, edition.standfirst, edition.section, edition.lead_photo) == ("H", "S", section, photo)
    assert edition.byline == [{"name": "Ann Lee", "slug": "ann-lee"}, {"name": "Bo Ek", "slug": "bo-ek"}]
    assert list(edition.topics.all()) == [topic]
    assert set(edition.authors.all()) == set(authors)


def test_saved_change_is_not_seen_before_the_update():
    edition = make_live(headline="Old")
    change(edition.article, headline="New")
    assert Edition.objects.live().get().headline == "Old"
    workflow.update(edition.article)
    assert Edition.objects.live().get().headline == "New"


def test_update_keeps_the_first_publication():
    with time_machine.travel(NOON, tick=False):
        first = make_live()
    change(first.article, headline="New")
    second = workflow.update(first.article)
    assert (second.first_published_at, second.path) == (first.first_published_at, first.path)


def test_update_of_a_draft_is_refused():
    with pytest.raises(workflow.NotPossible, match="not live"):
        workflow.update(make_article())


def test_publishing_the_same_revision_twice_is_refused():
    edition = make_live()
    with pytest.raises(workflow.NotPossible, match="nothing has changed"):
        workflow.publish(edition.article)


def test_scheduled_story_appears_at_its_second():
    at = timezone.now() + timedelta(hours=2)
    workflow.schedule(make_article(), at)
    assert not Edition.objects.live(at - timedelta(microseconds=1))
    assert Edition.objects.live(at)


def test_scheduling_in_the_past_is_refused():
    with pytest.raises(workflow.NotPossible, match="is past"):
        workflow.schedule(make_article(), timezone.now() - timedelta(seconds=1))


def test_scheduled_update_replaces_the_running_edition():
    edition = make_live(headline="Old")
    at = timezone.now() + timedelta(hours=2)
    change(edition.article, headline="New")
    workflow.schedule(edition.article, at)
    assert Edition.objects.live().get().headline == "Old"
    assert Edition.objects.live(at).get().headline == "New"


def test_scheduling_again_replaces_what_was_scheduled():
    article, at = make_article(), timezone.now() + timedelta(hours=2)
    workflow.schedule(article, at)
    workflow.schedule(article, at + timedelta(days=2))
    assert not Edition.objects.live(at)
    assert Edition.objects.count() == 1


def test_publishing_now_replaces_what_was_scheduled():
    article = make_article()
    workflow.schedule(article, timezone.now() + timedelta(hours=2))
    workflow.publish(article)
    assert Edition.objects.get().live_from <= timezone.now()


def test_cancelled_schedule_leaves_the_running_edition_open():
    edition = make_live()
    change(edition.article, headline="New")
    workflow.schedule(edition.article, timezone.now() + timedelta(hours=2))
    assert workflow.cancel_schedule(edition.article) == 1
    assert Edition.objects.get().ends is None


def test_cancelled_first_publication_frees_its_address():
    article = make_article()
    workflow.schedule(article, timezone.now() + timedelta(days=2))
    workflow.cancel_schedule(article)
    assert not Address.objects.exists()


def test_address_has_the_day_in_the_sites_zone(settings):
    settings.TIME_ZONE = "Pacific/Auckland"
    timezone.get_default_timezone.cache_clear()
    try:
        assert workflow.address(datetime(2026, 3, 5, 23, tzinfo=UTC), "x") == "/2026/03/06/x/"
    finally:
        settings.TIME_ZONE = "UTC"
        timezone.get_default_timezone.cache_clear()


def test_taken_address_is_refused():
    make_live(slug="same")
    with pytest.raises(workflow.NotPossible, match="Change the slug"):
        workflow.publish(make_article(slug="same"))


def test_refused_publication_leaves_nothing():
    article = make_article(body="")
    with pytest.raises(workflow.NotPossible):
        workflow.publish(article)
    assert not Edition.objects.exists()
    assert not Address.objects.exists()


def test_past_on_record_is_not_rewritten():
    edition = make_live()
    with pytest.raises(workflow.NotPossible, match="on record"):
        workflow.backdate(edition.article, NOON)


def test_past_before_a_withdrawal_is_not_rewritten():
    edition = make_live(at=NOON)
    workflow.withdraw(edition.article, "Wrong firm")
    with pytest.raises(workflow.NotPossible, match="on record"):
        workflow.backdate(edition.article, NOON + timedelta(minutes=1))


@pytest.fixture
def still():
    """A clock that stands still."""
    with time_machine.travel(NOON, tick=False):
        yield


def test_every_transition_works_within_one_instant(still):
    article = make_article(headline="One")
    workflow.publish(article)
    change(article, headline="Two")
    workflow.publish(article)
    assert Edition.objects.live().get().headline == "Two"
    change(article, headline="Three")
    workflow.schedule(article, NOON + timedelta(hours=1))
    assert Edition.objects.live(NOON + timedelta(hours=1)).get().headline == "Three"
    assert workflow.cancel_schedule(article) == 1
    workflow.withdraw(article, "Wrong firm")
    assert not Edition.objects.live()
    workflow.publish(article)
    assert Edition.objects.live().get().headline == "Three"


def test_scheduled_story_can_be_withdrawn_at_the_second_of_its_release(client):
    article = make_article()
    path = workflow.schedule(article, timezone.now() + timedelta(hours=1)).path
    with time_machine.travel(article.editions.get().live_from, tick=False):
        workflow.withdraw(article, "Wrong firm")
        assert not Edition.objects.live()
        assert client.get(path).status_code == 410


def test_update_in_the_same_instant_keeps_the_first_publication(still):
    first = make_live()
    change(first.article, headline="New")
    assert workflow.update(first.article).first_published_at == first.first_published_at


def test_address_of_an_instant_leads_to_the_story(still, client):
    first = make_live(slug="old")
    change(first.article, slug="new")
    second = workflow.update(first.article)
    assert client.get(first.path)["Location"] == second.path


def test_edition_that_starts_while_another_is_published_gives_way(monkeypatch):
    """The clock is read once: what is scheduled for a moment between two readings would be live beside the new one."""
    with time_machine.travel(NOON, tick=False) as clock:
        article = make_live().article
        change(article, headline="Scheduled")
        workflow.schedule(article, NOON + timedelta(seconds=2))
        change(article, headline="Now")
        clock.move_to(NOON + timedelta(seconds=1))
        problems = intervals.problems
        monkeypatch.setattr(
            intervals, "problems", lambda *given: clock.move_to(NOON + timedelta(seconds=3)) or problems(*given)
        )
        workflow.publish(article)
        assert Edition.objects.live().get().headline == "Now"


def test_update_note_stands_in_its_edition():
    edition = make_live()
    change(edition.article, headline="New")
    assert workflow.update(edition.article, update_note=" With the minister’s answer. ").update_note == (
        "With the minister’s answer."
    )


def test_update_note_alone_is_an_update():
    edition = make_live()
    assert workflow.publish(edition.article, update_note="With a map.").revision == edition.revision


@pytest.mark.parametrize("publish", [workflow.publish, lambda *given, **more: workflow.schedule(*given, **more)])
def test_update_note_of_a_story_that_nobody_has_seen_is_refused(publish):
    given = [make_article()] + ([timezone.now() + timedelta(hours=1)] if publish is not workflow.publish else [])
    with pytest.raises(workflow.NotPossible, match="Readers have not seen the story"):
        publish(*given, update_note="With a map.")


def test_published_story_is_in_nobodys_hands_and_what_is_written_next_a_draft(editor):
    article = make_article()
    workflow.submit(article)
    workflow.assign(article, editor)
    workflow.publish(article)
    article.refresh_from_db()
    assert (article.stage, article.holder, article.held_since) == ("draft", None, None)
