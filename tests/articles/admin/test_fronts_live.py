"""What goes live of a front and when, and two editors at one front."""

from datetime import timedelta

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.fronts.slots import pins
from articles.models import Arrangement, FrontDraft
from articles.photos.moment_field import TYPED
from articles.photos.moments import in_words
from newsroom.accounts.models import RecordEntry
from tests.articles.admin.front_screens import HOME, LIST, drafted, front, live, pin_of, put_live, said, step
from tests.articles.fronts.fronts import DAY, HOUR, put
from tests.articles.reader.pages import texts
from tests.factories import change, make_live, make_section, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def seals():
    return make_live(headline="Seals counted").article


def in_force(section=None, at=None):
    """The stories that are pinned by slot at a moment; None where the rule alone fills the front."""
    found = workflow.in_force(section, at)
    return found and {(key, pin.article) for key, pin in pins(found.content)}


def test_draft_is_what_readers_see_once_it_is_put_live(desk, editor, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    assert put_live(desk) == "Readers see it now."
    assert in_force() == {("lead", ferry.pk)}
    assert drafted(editor) is None


def test_front_of_a_section_goes_live_by_itself(desk, ferry):
    section = make_section("Harbour")
    address = f"{LIST}section/{section.slug}/"
    step(desk, f"place {ferry.pk} lead 0", address)
    put_live(desk, address)
    assert (in_force(section), in_force()) == ({("lead", ferry.pk)}, None)


def test_putting_live_stands_in_the_record(desk, editor, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    put_live(desk)
    assert RecordEntry.objects.filter(action="put a front live", by=editor).count() == 1


def test_nothing_goes_live_where_nothing_was_changed(desk):
    response = live(desk, now="1")
    assert "You changed nothing" in response.content.decode()
    assert not Arrangement.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"step": "close river"}, {"q": "ferry"}, {"later": "1"}])
def test_nothing_goes_live_that_nobody_asked_for(desk, editor, ferry, sent):
    step(desk, f"place {ferry.pk} lead 0")
    live(desk, **sent)
    assert in_force() is None
    assert drafted(editor) == {"lead": [ferry.pk]}


def test_screen_of_a_refusal_sends_its_steps_to_the_front(desk, ferry):
    """Where it stands, fronts are put live."""
    step(desk, f"place {ferry.pk} lead 0")
    refused = page_of(live(desk, later="1", at=""))
    steps = [form.attributes.get("action") for form in refused.css("form[data-steps], form[data-find]")]
    assert set(steps) == {HOME}
    assert refused.css_first(".is-pinned a.button").attributes["href"] == f"{HOME}words/{ferry.pk}/"


def page_of(response):
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def test_what_stands_in_the_way_is_said(desk, editor, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    change(ferry, kind="sponsored")
    refused = page_of(live(desk, now="1"))
    assert "is sponsored" in texts(refused, ".errorlist")[0]
    assert drafted(editor) == {"lead": [ferry.pk]}


def test_front_that_is_live_is_undone(desk, ferry, gulls):
    put(lead=[ferry])
    second = put(lead=[gulls])
    assert said(live(desk, undo=second.pk)) == "Undone: readers see the front of before."
    assert in_force() == {("lead", ferry.pk)}


def test_front_that_gave_way_meanwhile_is_not_undone(desk, ferry, gulls):
    first = put(lead=[ferry])
    put(lead=[gulls])
    assert "Bring both together first" in live(desk, undo=first.pk).content.decode()
    assert in_force() == {("lead", gulls.pk)}


@pytest.mark.parametrize("number", ["", "x", "99"])
def test_what_was_never_live_is_not_undone(desk, ferry, number):
    put(lead=[ferry])
    assert "nothing to undo" in live(desk, undo=number).content.decode()


# At a time


@pytest.fixture
def six(clock):
    """Six hours from now."""
    return timezone.now() + 6 * HOUR


def schedule(client, at):
    return live(client, later="1", at=at if isinstance(at, str) else at.strftime(TYPED))


def test_front_is_scheduled(desk, editor, six, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    assert said(schedule(desk, six)) == f"Scheduled for {in_words(six)}."
    assert (in_force(), in_force(at=six)) == (None, {("lead", ferry.pk)})
    assert drafted(editor) is None


@pytest.mark.parametrize("at", ["", "soon", "2020-01-01T00:00"])
def test_time_that_cannot_be_is_refused_at_its_field(desk, editor, ferry, at):
    step(desk, f"place {ferry.pk} lead 0")
    response = schedule(desk, at)
    assert response.context["form"].errors["at"]
    assert page_of(response).css_first(".front-more[open] .errorlist")
    assert drafted(editor) == {"lead": [ferry.pk]}


def test_pins_of_a_front_for_another_day_last_from_then(desk, clock, ferry):
    in_three_days = timezone.now() + 3 * DAY
    step(desk, f"place {ferry.pk} lead 0")
    assert said(schedule(desk, in_three_days)).endswith("Pins that would have ended before last from then: 1.")
    (_, pin), *_ = pins(workflow.in_force(None, in_three_days).content)
    assert pin.until == in_three_days + timedelta(hours=12)


def test_scheduled_front_is_taken_up_and_scheduled_again(desk, editor, six, ferry, gulls):
    waiting = put(at=six, lead=[ferry])
    assert step(desk, f"take_up {waiting.pk}") == "Change it, then schedule it again."
    assert front(desk).css_first("[name=at]").attributes["value"] == six.strftime(TYPED)
    step(desk, f"place {gulls.pk} river 0")
    schedule(desk, six)
    assert in_force(at=six) == {("lead", ferry.pk), ("river", gulls.pk)}


@pytest.mark.parametrize("hours", [2, 9])
def test_scheduled_front_that_is_taken_up_moves_to_another_time(desk, six, ferry, gulls, hours):
    put(lead=[gulls])
    waiting = put(at=six, lead=[ferry])
    step(desk, f"take_up {waiting.pk}")
    moved = timezone.now() + hours * HOUR
    schedule(desk, moved)
    assert in_force(at=moved) == {("lead", ferry.pk)}
    assert in_force(at=moved - timedelta(minutes=1)) == {("lead", gulls.pk)}


def test_scheduled_front_that_is_taken_up_is_put_live_now(desk, six, ferry):
    waiting = put(at=six, lead=[ferry])
    step(desk, f"take_up {waiting.pk}")
    assert put_live(desk) == "Readers see it now."
    assert in_force() == in_force(at=six) == {("lead", ferry.pk)}


def test_pin_in_a_front_that_waits_lasts_from_its_beginning(desk, editor, six, ferry, gulls):
    waiting = put(at=six, lead=[ferry])
    step(desk, f"take_up {waiting.pk}")
    step(desk, f"place {gulls.pk} seconds 0")
    assert pin_of(editor, gulls).until == six + DAY


def test_scheduled_front_is_not_taken_up_over_a_draft(desk, editor, six, ferry, gulls):
    waiting = put(at=six, lead=[ferry])
    step(desk, f"place {gulls.pk} lead 0")
    assert "put that live or discard it first" in step(desk, f"take_up {waiting.pk}")
    assert drafted(editor) == {"lead": [gulls.pk]}


def test_scheduled_front_is_taken_back(desk, six, ferry):
    waiting = put(at=six, lead=[ferry])
    assert said(live(desk, cancel=waiting.pk)) == "The scheduled front is taken back."
    assert in_force(at=six) is None


def test_front_that_was_taken_back_since_it_was_taken_up_is_not_put_back_unasked(desk, other, six, ferry):
    waiting = put(at=six, lead=[ferry])
    step(desk, f"take_up {waiting.pk}")
    live(other, cancel=waiting.pk)
    assert schedule(desk, six).status_code == 200
    assert in_force(at=six) is None
    step(desk, "bring_together")
    schedule(desk, six)


@pytest.mark.parametrize("number", ["", "x", "99"])
def test_what_does_not_wait_is_not_taken_back(desk, number):
    assert live(desk, cancel=number).status_code == 404


def test_front_that_began_is_not_taken_back(desk, ferry):
    began = put(lead=[ferry])
    assert "is not waiting any more" in live(desk, cancel=began.pk).content.decode()
    assert in_force() == {("lead", ferry.pk)}


# Two editors at one front


def test_who_comes_second_is_told_and_loses_nothing(desk, editor, other, ferry, gulls):
    step(desk, f"place {ferry.pk} lead 0")
    step(other, f"place {gulls.pk} lead 0")
    put_live(other)
    assert "chief changed this front while you arranged it" in live(desk, now="1").content.decode()
    assert (in_force(), drafted(editor)) == ({("lead", gulls.pk)}, {"lead": [ferry.pk]})


def test_different_slots_are_brought_together_without_a_question(desk, other, ferry, gulls):
    step(desk, f"place {ferry.pk} lead 0")
    step(other, f"place {gulls.pk} river 0")
    put_live(other)
    assert texts(front(desk), ".front-overtaken p")[0] == "You changed different slots: nothing of either is lost."
    assert step(desk, "bring_together") == "Both are brought together. Look at it, then put it live."
    put_live(desk)
    assert in_force() == {("lead", ferry.pk), ("river", gulls.pk)}


@pytest.fixture
def disputed(desk, other, ferry, gulls, seals):
    """Both put another story into the lead, and the other one into the river besides."""
    step(desk, f"place {ferry.pk} lead 0")
    step(other, f"place {gulls.pk} lead 0")
    step(other, f"place {seals.pk} river 0")
    put_live(other)


def test_slot_that_both_changed_is_shown_as_each_made_it(desk, disputed):
    (dispute,) = front(desk).css(".front-dispute")
    assert texts(dispute, "legend") == ["Lead: whose is it to be?"]
    assert texts(dispute, ".line") == ["Ferry sails", "Gulls return"]


def test_dispute_must_be_answered(desk, editor, disputed, ferry):
    assert step(desk, "bring_together") == "Say for each of the slots below whose it is to be."
    assert step(desk, "bring_together", **{"answer-lead": "nobody"}).startswith("Say for each")
    assert drafted(editor) == {"lead": [ferry.pk]}


@pytest.mark.parametrize(("answer", "leads"), [("mine", "ferry"), ("theirs", "gulls")])
def test_slot_is_whose_it_is_said_to_be_and_the_rest_stays(desk, disputed, ferry, gulls, seals, answer, leads):
    step(desk, "bring_together", **{"answer-lead": answer})
    put_live(desk)
    assert in_force() == {("lead", {"ferry": ferry, "gulls": gulls}[leads].pk), ("river", seals.pk)}


def test_topic_that_both_changed_is_asked_about(desk, other):
    ours, theirs = make_topic("Ferries"), make_topic("Gulls")
    step(desk, "about", topic=ours.pk)
    step(other, "about", topic=theirs.pk)
    put_live(other)
    assert texts(front(desk), ".front-dispute .line") == ["Ferries", "Gulls"]
    step(desk, "bring_together", **{"answer-topic of the strip": "theirs"})
    assert FrontDraft.objects.get().content["topic"] == theirs.pk


def test_overtaken_front_has_no_button_that_puts_it_live(desk, disputed):
    assert front(desk).css("[name=now], [name=later]") == []


def test_nothing_is_brought_together_where_nobody_was_overtaken(desk, ferry):
    assert step(desk, "bring_together") == "There is nothing to bring together any more."
    step(desk, f"place {ferry.pk} lead 0")
    assert step(desk, "bring_together") == "There is nothing to bring together any more."
    assert drafted_steps() == 1


def drafted_steps():
    return len(FrontDraft.objects.get().steps)
