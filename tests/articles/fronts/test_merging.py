"""Two arrangements of one front brought together."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from articles.fronts.arranging import close, dress, pin_of, place, reopen, take_out
from articles.fronts.merging import MINE, THEIRS, TOPIC_OF_STRIP, merge
from articles.fronts.slots import EMPTY, HOME, LEAD, OPINION, RIVER, SECONDS, TOPIC, pins

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def put(content, **slots):
    for key, articles in slots.items():
        for position, article in enumerate(articles):
            content = place(content, HOME, article, key, position, NOON)
    return content


def stories(content):
    found = {}
    for key, pin in pins(content):
        found.setdefault(key, []).append(pin.article)
    return found


def test_slots_that_one_changed_are_theirs():
    base = put(EMPTY, lead=[1], seconds=[2])
    merged = merge(base, put(base, lead=[3]) | {"topic": 5}, put(base, river=[4]))
    assert stories(merged.content) == {LEAD: [3], SECONDS: [1, 2], RIVER: [4]}
    assert (merged.content["topic"], merged.disputes) == (5, [])


def test_slot_that_both_changed_is_in_dispute_and_mine_until_answered():
    base = put(EMPTY, seconds=[1])
    merged = merge(base, put(base, seconds=[2]), put(base, seconds=[3]))
    assert [dispute.key for dispute in merged.disputes] == [SECONDS]
    assert stories(merged.content) == {SECONDS: [2, 1]}
    assert merged.unanswered({}) == merged.disputes


def test_answer_gives_the_slot_to_who_it_says():
    base = put(EMPTY, seconds=[1])
    mine, theirs = put(base, seconds=[2]), put(base, seconds=[3])
    assert merge(base, mine, theirs, {SECONDS: THEIRS}).content == theirs
    assert merge(base, mine, theirs, {SECONDS: MINE}).content == mine
    assert not merge(base, mine, theirs).unanswered({SECONDS: MINE})


def test_same_change_of_both_is_no_dispute():
    base = put(EMPTY, seconds=[1])
    assert merge(base, put(base, lead=[2]), put(base, lead=[2])).disputes == []


def test_topic_that_both_changed_is_in_dispute():
    (dispute,) = merge(EMPTY, EMPTY | {"topic": 1}, EMPTY | {"topic": 2}).disputes
    assert (dispute.key, dispute.mine, dispute.theirs) == (TOPIC_OF_STRIP, 1, 2)


def test_story_that_both_put_elsewhere_stands_where_i_put_it():
    base = put(EMPTY, seconds=[1])
    merged = merge(base, put(base, river=[7]), put(base, opinion=[7]))
    assert stories(merged.content) == {SECONDS: [1], RIVER: [7]}
    assert merged.moved == {7}


def test_story_that_only_they_moved_stands_where_they_put_it():
    base = put(EMPTY, river=[7, 8])
    merged = merge(base, put(base, river=[9]), put(base, topic=[7]), {RIVER: MINE})
    assert pin_of(merged.content, 7)[0] == TOPIC


def test_slots_that_either_closed_or_opened_are_so():
    base = close(close(EMPTY, LEAD), RIVER)
    assert merge(base, reopen(base, LEAD), close(base, OPINION)).content["closed"] == sorted([RIVER, OPINION])


def test_words_that_they_wrote_are_kept_where_i_changed_another_slot():
    base = put(EMPTY, lead=[1])
    merged = merge(base, put(base, river=[2]), dress(base, 1, headline="Ferry"))
    assert pin_of(merged.content, 1)[1].headline == "Ferry"


SLOTS = st.sampled_from([LEAD, SECONDS, RIVER, TOPIC, OPINION])
STEPS = st.lists(st.tuples(SLOTS, st.integers(1, 9), st.booleans()), max_size=8)


def arranged(content, steps):
    for key, article, is_taken_out in steps:
        content = take_out(content, {article}) if is_taken_out else place(content, HOME, article, key, 0, NOON)
    return content


@given(STEPS, STEPS, STEPS, st.dictionaries(SLOTS, st.sampled_from([MINE, THEIRS])))
def test_whatever_both_did_no_story_is_pinned_twice_and_no_slot_overflows(before, own, other, answers):
    base = arranged(EMPTY, before)
    merged = merge(base, arranged(base, own), arranged(base, other), answers).content
    pinned = [pin.article for _, pin in pins(merged)]
    assert len(pinned) == len(set(pinned))
    for slot in HOME:
        places = [pin["place"] for pin in merged["pins"].get(slot.key, [])]
        assert len(places) == len(set(places))
        assert set(places) <= set(range(slot.size))


@given(STEPS, STEPS)
def test_who_alone_changed_something_gets_all_of_it(before, own):
    base = arranged(EMPTY, before)
    mine = arranged(base, own)
    assert merge(base, mine, base).content == merge(base, base, mine).content == mine
