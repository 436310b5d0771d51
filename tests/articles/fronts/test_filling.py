"""Which story stands where on a front."""

from datetime import UTC, datetime, timedelta
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.fronts.arranging import place
from articles.fronts.filling import NEWEST, PINNED, Candidate, fill, part_of
from articles.fronts.slots import EMPTY, HOME, LEAD, OPINION, RIVER, SECONDS, TOPIC, Pin, wanted, with_pins

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


def candidate(article, part=NEWEST, **fields):
    """A story that is the newer the larger its number is; its edition's number is a hundred more."""
    return Candidate(100 + article, article, part, NOON + timedelta(minutes=article), **fields)


def newest(*articles, **fields):
    return [candidate(article, **fields) for article in articles]


def pinned(*articles, **fields):
    return [candidate(article, PINNED, **fields) for article in articles]


def filled(candidates, content=EMPTY, sections=()):
    """The numbers of the articles in each slot that has any."""
    found = fill(HOME, content, candidates, NOON, sections)
    return {key: [pk - 100 for pk in editions] for key, editions in found.slots.items() if editions}


def pins(key, *articles, until=LATER):
    return with_pins(EMPTY, {key: [Pin(article, until, place) for place, article in enumerate(articles)]})


def test_newest_fill_lead_seconds_and_river_in_turn():
    found = filled(newest(*range(1, 15)))
    assert (found[LEAD], found[SECONDS], found[RIVER]) == ([14], [13, 12, 11, 10], [9, 8, 7, 6, 5, 4, 3, 2])


def test_newest_with_a_picture_leads():
    assert filled([*newest(3, 2), candidate(1, is_pictured=True)])[LEAD] == [1]


def test_picture_of_the_sixth_newest_makes_no_lead():
    assert filled([*newest(*range(2, 8)), candidate(1, is_pictured=True)])[LEAD] == [7]


def test_sponsored_story_never_leads_by_rule():
    found = filled([candidate(2, is_sponsored=True, is_pictured=True), candidate(1)])
    assert (found[LEAD], found[SECONDS]) == ([1], [2])


def test_sponsored_story_never_leads_by_pin():
    found = filled([*pinned(2, is_sponsored=True), *newest(1)], pins(LEAD, 2))
    assert (found[LEAD], SECONDS in found) == ([1], False)


def test_lead_closes_up_where_all_is_sponsored():
    found = filled(newest(1, 2, is_sponsored=True))
    assert LEAD not in found
    assert found[SECONDS] == [2, 1]


def test_pins_come_first_and_the_rule_fills_the_rest():
    found = filled([*pinned(1, 2), *newest(*range(1, 9))], pins(SECONDS, 2, 1))
    assert found[LEAD] == [8]
    assert found[SECONDS] == [2, 1, 7, 6]


def test_rule_fills_the_places_between_pins():
    content = with_pins(EMPTY, {SECONDS: [Pin(1, LATER, 1), Pin(2, LATER, 3)]})
    assert filled([*pinned(1, 2), *newest(*range(1, 9))], content)[SECONDS] == [7, 1, 6, 2]


def test_pins_close_up_where_the_rule_has_nothing_for_the_places_between():
    content = with_pins(EMPTY, {SECONDS: [Pin(1, LATER, 1), Pin(2, LATER, 3)]})
    assert filled(pinned(1, 2), content) == {SECONDS: [1, 2]}


def test_pin_that_is_over_is_the_rules_again():
    assert filled([*pinned(1), *newest(1, 2)], pins(LEAD, 1, until=NOON))[LEAD] == [2]


def test_pin_of_a_story_that_nobody_sees_closes_up():
    assert filled(newest(1), pins(LEAD, 7)) == {LEAD: [1]}


def test_pinned_story_stands_in_its_slot_alone():
    found = filled([*pinned(3), *newest(1, 2, 3)], pins(RIVER, 3))
    assert found == {LEAD: [2], SECONDS: [1], RIVER: [3]}


def test_story_pinned_twice_stands_once():
    content = with_pins(EMPTY, {SECONDS: [Pin(1, LATER)], RIVER: [Pin(1, LATER)]})
    assert filled(pinned(1), content) == {SECONDS: [1]}


def test_closed_slot_shows_nothing_and_leaves_its_stories_to_others():
    found = filled([*pinned(1), *newest(1, 2)], pins(SECONDS, 1) | {"closed": [SECONDS]})
    assert found == {LEAD: [2], RIVER: [1]}


def test_topic_strip_takes_what_leads_and_seconds_left():
    found = filled([*newest(*range(1, 12)), *(candidate(pk, TOPIC) for pk in (11, 4, 3))])
    assert found[TOPIC] == [4, 3]
    assert not {3, 4} & set(found[RIVER])


def test_one_story_makes_no_strip():
    assert TOPIC not in filled([candidate(1, TOPIC), *newest(*range(2, 9))])


def test_pin_and_one_more_make_a_strip():
    found = filled([*pinned(5), candidate(1, TOPIC), *newest(*range(6, 11))], pins(TOPIC, 5))
    assert found[TOPIC] == [5, 1]


def test_topic_of_which_there_is_no_news_makes_no_strip():
    old = [Candidate(1, 1, TOPIC, NOON - timedelta(days=91)), Candidate(2, 2, TOPIC, NOON - timedelta(days=92))]
    assert TOPIC not in filled([*old, *newest(3)])
    assert TOPIC in filled([*old, Candidate(3, 3, NEWEST, NOON - timedelta(days=91))])


def test_opinion_rail_takes_the_newest_opinions():
    found = filled([*newest(*range(4, 12)), *(candidate(pk, OPINION) for pk in (1, 2, 3))])
    assert found[OPINION] == [3, 2, 1]


def test_strips_take_what_is_left():
    strips = [candidate(pk, part_of(9)) for pk in range(1, 20)]
    found = fill(HOME, EMPTY, [*newest(*range(7, 20)), *strips], NOON, sections=[9, 10])
    assert found.strips == {9: [106, 105, 104, 103]}


PARTS = st.sampled_from([NEWEST, PINNED, TOPIC, OPINION, part_of(1), part_of(2)])
FOUND = st.tuples(st.integers(1, 30), PARTS, st.booleans(), st.booleans())
CANDIDATES = st.lists(FOUND, max_size=60, unique_by=lambda one: one[:2])
SLOTS = st.sampled_from([LEAD, SECONDS, RIVER, TOPIC, OPINION])
STEPS = st.lists(st.tuples(st.integers(1, 30), SLOTS, st.integers(0, 9)), max_size=25)


@settings(max_examples=300)
@given(CANDIDATES, STEPS, st.sets(st.sampled_from([slot.key for slot in HOME])))
def test_whatever_is_arranged_no_story_stands_twice_and_no_slot_overflows(found, steps, closed):
    candidates = [candidate(*one[:2], is_sponsored=one[2], is_pictured=one[3]) for one in found]
    content = EMPTY | {"closed": sorted(closed)}
    for article, key, position in steps:
        content = place(content, HOME, article, key, position, LATER)
    front = fill(HOME, content, candidates, NOON, sections=[1, 2])
    shown = [pk for editions in [*front.slots.values(), *front.strips.values()] for pk in editions]
    assert len(shown) == len(set(shown))
    assert {pk - 100 for pk in shown} <= {one.article for one in candidates}
    assert all(len(front.slots.get(slot.key, [])) <= slot.size for slot in HOME)
    assert not closed & set(front.slots)
    by_part = {(one.article, one.part): one for one in candidates}
    for pk in front.slots.get(LEAD, []):
        parts = [by_part[pk - 100, part] for part in (NEWEST, PINNED) if (pk - 100, part) in by_part]
        assert any(not one.is_sponsored for one in parts)


def test_enough_of_the_newest_are_asked_for():
    content, numbers = EMPTY, count(1)
    for slot in HOME[:-1]:
        for _ in range(slot.size):
            content = place(content, HOME, next(numbers), slot.key, 0, NOON)  # over: the rule fills all of them
    asked = wanted(HOME, content)
    found = filled(newest(*range(asked)), content)
    assert len(found[LEAD] + found[SECONDS] + found[RIVER]) == 13
