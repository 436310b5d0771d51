"""A front at a moment, as its page composes it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.fronts.arranging import about, close, dress
from articles.fronts.page import front_of
from articles.fronts.slots import EMPTY
from articles.photos.models import Photo
from tests.articles.fronts.fronts import DAY, HOUR, arranged, dressed, put
from tests.articles.noon import NOON
from tests.factories import change, make_article, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db


def shown(section=None, at=None):
    """The headlines in each slot."""
    front, _ = front_of(section, at or timezone.now())
    return {key: [card.headline for card in cards] for key, cards in front.slots.items()}


def test_front_shows_live_stories_alone(clock):
    make_article(headline="Draft")
    workflow.schedule(make_article(headline="Later"), NOON + HOUR)
    withdrawn = make_live(headline="Withdrawn").article
    workflow.withdraw(withdrawn, "Wrong")
    put(lead=[withdrawn])
    make_live(headline="Live")
    assert shown() == {"lead": ["Live"]}


def test_pin_to_a_scheduled_story_appears_at_its_release(clock):
    story = make_article(headline="Later")
    workflow.schedule(story, NOON + HOUR)
    put(content=arranged(lead=[story], lasts=DAY))
    make_live(headline="Live")
    assert shown()["lead"] == ["Live"]
    assert shown(at=NOON + HOUR) == {"lead": ["Later"], "seconds": ["Live"]}


def test_front_knows_when_a_pinned_story_of_another_section_appears(clock):
    story, section = make_article(), make_section()
    workflow.schedule(story, NOON + HOUR)
    put(section, content=arranged(section, lead=[story], lasts=DAY))
    assert NOON + HOUR in front_of(section, NOON)[0].changes


def test_front_knows_when_a_pin_ends_and_when_another_front_takes_over(clock):
    put(lead=[make_live().article])
    put(at=NOON + HOUR)
    assert {NOON + DAY, NOON + HOUR} <= set(front_of(None, NOON)[0].changes)


def test_own_words_are_shown_until_the_pin_ends(clock):
    story = make_live(headline="Ferry sails").article
    put(content=dressed(story, headline="They sail"))
    assert shown() == {"lead": ["They sail"]}
    assert shown(at=NOON + DAY) == {"lead": ["Ferry sails"]}


def test_pin_without_words_follows_its_story():
    story = make_live(headline="Ferry sails").article
    put(lead=[story])
    change(story, headline="Ferry stays")
    workflow.update(story)
    assert shown() == {"lead": ["Ferry stays"]}


def picture_of(front, key="lead"):
    figure = front.slots[key][0].edition.lead_figure
    return figure and figure.photo


def test_own_picture_is_shown_instead_of_the_storys():
    own = make_photo()
    put(content=dressed(make_live(lead_photo=make_photo()).article, photo=own.pk))
    assert picture_of(front_of(None, timezone.now())[0]) == own


def test_own_picture_that_may_not_run_gives_way_to_the_storys():
    lead, own = make_photo(), make_photo()
    put(content=dressed(make_live(lead_photo=lead).article, photo=own.pk))
    Photo.objects.filter(pk=own.pk).update(alt="")
    assert picture_of(front_of(None, timezone.now())[0]) == lead


def test_of_two_stories_with_one_picture_the_first_shows_it():
    photo = make_photo()
    make_live(lead_photo=photo)
    make_live(lead_photo=photo)
    front, _ = front_of(None, timezone.now())
    assert (picture_of(front), picture_of(front, "seconds")) == (photo, None)


def test_topic_strip_is_about_its_topic():
    topic = make_topic()
    for number in range(8):
        make_live(headline=f"About {number}", topics=[topic] if number < 3 else [])
    put(content=about(EMPTY, topic.pk))
    assert shown()["topic"] == ["About 2", "About 1", "About 0"]


def test_opinion_rail_shows_opinion():
    for number in range(8):
        make_live(headline=f"Number {number}", kind="opinion" if number < 3 else "news")
    assert shown()["opinion"] == ["Number 2", "Number 1", "Number 0"]


def test_closed_slot_is_not_there():
    for _ in range(3):
        make_live()
    put(content=close(EMPTY, "seconds"))
    assert "seconds" not in shown()


def test_section_shows_its_own_stories_and_what_is_pinned_from_others():
    harbour = make_section("Harbour")
    for number in range(3):
        make_live(headline=f"Harbour {number}", section=harbour)
    other = make_live(headline="Other", section=make_section())
    put(harbour, seconds=[other.article])
    assert shown(harbour) == {"lead": ["Harbour 2"], "seconds": ["Other", "Harbour 1", "Harbour 0"]}


def test_section_of_opinion_has_no_rail():
    section = make_section("Opinion")
    for _ in range(12):
        make_live(section=section, kind="opinion")
    assert "opinion" not in shown(section)


def test_few_opinions_of_a_section_make_its_rail():
    section = make_section("Harbour")
    for number in range(12):
        make_live(headline=f"Number {number}", section=section, kind="opinion" if number < 2 else "news")
    assert shown(section)["opinion"] == ["Number 1", "Number 0"]


def test_what_does_not_stand_in_a_slot_is_listed_below():
    section = make_section("Harbour")
    for number in range(7):
        make_live(headline=f"Number {number}", section=section)
    _, rest = front_of(section, timezone.now())
    assert [edition.headline for edition in rest] == ["Number 1", "Number 0"]


def test_front_that_nobody_touched_for_a_year_is_the_rules(clock):
    story = make_live(headline="Of last year").article
    put(content=dressed(story, headline="They sail"))
    clock.move_to(NOON + timedelta(days=366))
    make_live(headline="Of today")
    assert shown() == {"lead": ["Of today"], "seconds": ["Of last year"]}


def test_words_for_a_story_leave_with_it_when_it_goes_back_to_the_rule(clock):
    story = make_live(headline="Ferry sails").article
    content = dressed(story, headline="They sail")
    put(content=dress(content, story.pk, until=NOON + HOUR / 2))
    assert shown(at=NOON + HOUR / 2) == {"lead": ["Ferry sails"]}


@pytest.mark.parametrize("count", [3, 40])
def test_two_queries_for_the_stories_however_many_slots(django_assert_num_queries, count):
    topic, sections = make_topic(), [make_section() for _ in range(3)]
    for number in range(count):
        kind = "opinion" if number % 3 else "news"
        last = make_live(topics=[topic], section=sections[number % 3], lead_photo=make_photo(), kind=kind)
    put(content=about(dressed(last.article, photo=make_photo().pk), topic.pk))
    with django_assert_num_queries(5):  # with the arrangement, the sections, and the pin's own picture
        front_of(None, timezone.now())
