"""Follow-ups of older stories: offered, accepted, declined and ended, and what readers see of them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.follow_ups import OFFERED, offers
from articles.models import FollowUp
from articles.reader.page import seen_at
from articles.workflow import NotPossible
from newsroom.accounts.models import RecordEntry
from tests.articles.admin.stories import make_person
from tests.articles.linking import in_text, make_link, make_live_link, update
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


def ago(**time):
    return timezone.now() - timedelta(**time)


@pytest.fixture
def older():
    return make_live(at=ago(days=30), headline="Ferry late").article


@pytest.fixture
def newer(older):
    """A live story of today that leads to the older one."""
    return make_live_link(older, headline="Ferry sails")


def offered(**options):
    return [(offer.story, offer.newer) for offer in offers(timezone.now(), **options)]


def shown(client, article):
    """What stands above the text of the story as readers get it: "" for nothing."""
    html = LexborHTMLParser(client.get(workflow.live_edition(article).path).content.decode())
    found = html.css_first(".newer a")
    return found.text(strip=True) if found else ""


# Offered


def test_story_that_links_to_an_older_one_is_offered_to_it(older, newer):
    (offer,) = offers(timezone.now())
    assert (offer.headline, offer.newer_headline) == ("Ferry late", "Ferry sails")
    assert offered() == offered(story=older) == [(older.pk, newer.pk)]
    assert offered(story=newer) == []


def test_link_in_the_text_is_enough(older):
    newer = make_live(body=in_text(older)).article
    assert offered() == [(older.pk, newer.pk)]


def test_two_links_make_one_offer(older):
    newer = make_live_link(older, body=in_text(older))
    assert offered() == [(older.pk, newer.pk)]


def test_what_somebody_paid_for_is_not_offered(older):
    make_live(body=in_text(older), kind="sponsored", advertiser="Ropes Ltd")
    assert offered() == []


def test_draft_offers_nothing(older):
    make_link(older)
    assert offered() == []


def test_link_that_is_not_published_offers_nothing(older):
    article = make_live().article
    article.related_links.create(target=older)
    change(article)
    assert offered() == []


def test_older_story_offers_nothing_to_a_newer_one(older):
    later = make_live().article
    older.related_links.create(target=later)
    update(older, headline="Ferry later")
    assert offered() == []


def test_story_that_leads_to_the_newer_already_is_offered_nothing(older, newer):
    older.related_links.create(target=newer)
    change(older)
    assert offered() == [(older.pk, newer.pk)]
    workflow.update(older)
    assert offered() == []


def test_nothing_is_offered_to_a_story_that_readers_do_not_see(older, newer):
    workflow.withdraw(older, "Wrong.")
    assert offered() == []


def test_offer_lapses(older):
    make_link(older)
    article = make_link(older)
    workflow.backdate(article, timezone.now() - OFFERED - timedelta(hours=1))
    assert offered() == []


def test_what_was_decided_is_not_offered_again(older, newer, editor):
    workflow.decline_follow_up(older, newer, editor)
    assert offered() == []


def test_ended_follow_up_is_not_offered_again(older, newer):
    workflow.end_follow_up(workflow.accept_follow_up(older, newer))
    assert offered() == []


def test_one_query_for_the_offers_of_few_and_many(older, django_assert_num_queries):
    for _ in range(12):
        make_live_link(older)
    with django_assert_num_queries(1):
        assert len(offered()) == 12


# Decided


def test_readers_of_the_older_story_are_led_to_the_newer(client, older, newer):
    assert shown(client, older) == ""
    workflow.accept_follow_up(older, newer)
    assert shown(client, older) == "Ferry sails"


def test_live_headline_is_shown(client, older, newer):
    workflow.accept_follow_up(older, newer)
    update(newer, headline="Ferry sails again")
    change(newer, headline="Not yet")
    assert shown(client, older) == "Ferry sails again"


def test_declined_follow_up_is_not_shown(client, older, newer):
    workflow.decline_follow_up(older, newer)
    assert shown(client, older) == ""


def test_what_was_declined_can_be_accepted_after_all(client, older, newer):
    workflow.decline_follow_up(older, newer)
    workflow.accept_follow_up(older, newer)
    assert shown(client, older) == "Ferry sails"
    assert FollowUp.objects.standing().count() == 1


def test_withdrawn_follow_up_disappears_and_comes_back_with_its_story(client, older, newer):
    workflow.accept_follow_up(older, newer)
    workflow.withdraw(newer, "Wrong.")
    assert shown(client, older) == ""
    workflow.publish(newer)
    assert shown(client, older) == "Ferry sails"


def test_scheduled_follow_up_appears_on_release(client, older, time_machine):
    newer, release = make_article(headline="Ferry sails"), timezone.now() + timedelta(hours=2)
    workflow.schedule(newer, release)
    workflow.accept_follow_up(older, newer)
    response = client.get(workflow.live_edition(older).path)
    assert response.headers["X-Next-Change"] == release.isoformat()
    assert shown(client, older) == ""
    time_machine.move_to(release, tick=False)
    assert shown(client, older) == "Ferry sails"


def test_newest_of_several_is_shown_and_the_next_when_it_goes(client, older, newer):
    newest = make_live_link(older, headline="Ferry sinks")
    for one in (newest, newer):
        workflow.accept_follow_up(older, one)
    assert shown(client, older) == "Ferry sinks"
    workflow.withdraw(newest, "Wrong.")
    assert shown(client, older) == "Ferry sails"


def test_follow_up_is_not_repeated_in_the_box(client, older, newer):
    older.related_links.create(target=newer)
    update(older, headline="Ferry later")
    workflow.accept_follow_up(older, newer)
    html = client.get(workflow.live_edition(older).path).content.decode()
    assert html.count(workflow.live_edition(newer).path) == 1


def test_follow_up_that_stands_in_the_text_is_not_repeated_above_it(client, older, newer):
    update(older, body=in_text(newer))
    workflow.accept_follow_up(older, newer)
    html = client.get(workflow.live_edition(older).path).content.decode()
    assert shown(client, older) == ""
    assert html.count(workflow.live_edition(newer).path) == 1


def test_ended_follow_up_is_shown_no_more(client, older, newer):
    found = workflow.accept_follow_up(older, newer)
    assert workflow.end_follow_up(found) is True
    assert shown(client, older) == ""
    assert workflow.end_follow_up(found) is False


def test_page_of_the_past_has_what_readers_saw_then(client, older, newer, time_machine):
    accepted = timezone.now() + timedelta(hours=1)
    time_machine.move_to(accepted, tick=False)
    found = workflow.accept_follow_up(older, newer)
    time_machine.shift(timedelta(hours=1))
    workflow.end_follow_up(found)
    seen = []
    for minutes in (-1, 0, 59, 60):
        with seen_at(accepted + timedelta(minutes=minutes)):
            seen.append(shown(client, older))
    assert seen == ["", "Ferry sails", "Ferry sails", ""]


def test_page_is_made_of_the_follow_up_too(client, older, newer):
    workflow.accept_follow_up(older, newer)
    response = client.get(workflow.live_edition(older).path)
    assert f"a{newer.pk}" in response.headers["Surrogate-Key"].split()


def test_page_with_a_follow_up_takes_three_queries_at_most(client, older, newer, django_assert_max_num_queries):
    workflow.accept_follow_up(older, newer)
    with django_assert_max_num_queries(3):
        client.get(workflow.live_edition(older).path)


# Refused


def test_story_does_not_follow_itself_up(older):
    with pytest.raises(NotPossible, match="not newer"):
        workflow.accept_follow_up(older, older)


def test_older_story_follows_no_newer_one_up(older, newer):
    with pytest.raises(NotPossible, match="not newer"):
        workflow.accept_follow_up(newer, older)


def test_draft_follows_nothing_up(older):
    with pytest.raises(NotPossible, match="Readers do not see"):
        workflow.accept_follow_up(older, make_article())


def test_nothing_is_shown_above_a_story_that_readers_do_not_see(newer):
    with pytest.raises(NotPossible, match="Readers do not see this story"):
        workflow.accept_follow_up(make_article(), newer)


def test_nothing_is_decided_twice(older, newer):
    workflow.accept_follow_up(older, newer)
    with pytest.raises(NotPossible, match="decided already"):
        workflow.accept_follow_up(older, newer)
    with pytest.raises(NotPossible, match="End that instead"):
        workflow.decline_follow_up(older, newer)


def test_only_who_publishes_decides(older, newer):
    person = make_person("ann", "Reporters")
    found = workflow.accept_follow_up(older, newer)
    for transition, given in [
        (workflow.accept_follow_up, (older, newer)),
        (workflow.decline_follow_up, (older, newer)),
        (workflow.end_follow_up, (found,)),
    ]:
        with pytest.raises(PermissionDenied):
            transition(*given, by=person)


def test_each_decision_stands_in_the_record(older, newer, editor):
    workflow.decline_follow_up(older, newer, editor)
    workflow.end_follow_up(workflow.accept_follow_up(older, newer, editor), editor)
    entries = RecordEntry.objects.filter(thing=str(older.pk), by=editor).order_by("pk")
    assert [entry.action for entry in entries] == [
        "declined a follow-up", "accepted a follow-up", "ended a follow-up",
    ]  # fmt: skip
