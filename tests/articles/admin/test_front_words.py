"""The front's own words, picture and end for a story that is pinned there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.photos.moment_field import TYPED
from tests.articles.admin.front_screens import HOME, LIST, drafted, front, pin_of, put_live, said, step
from tests.articles.fronts.fronts import DAY, HOUR, arranged, dressed, put
from tests.articles.reader.pages import texts
from tests.factories import change, make_photo, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon(at_noon):
    pass


@pytest.fixture
def pinned(desk, ferry):
    """The story in the lead of the editor's draft."""
    step(desk, f"place {ferry.pk} lead 0")
    return ferry


def words(client, story, address=HOME, until=None, **fields):
    until = timezone.now() + HOUR if until is None else until
    typed = until if isinstance(until, str) else until.strftime(TYPED)
    typed = {"headline": "", "kicker": "", "photo": "", "until": typed}
    return client.post(f"{address}words/{story.pk}/", typed | fields)


def test_words_stand_in_the_draft_with_what_they_were_written_from(desk, editor, pinned):
    response = words(desk, pinned, headline="They sail", kicker="At last")
    assert said(response) == "“Ferry sails” has other words, picture or end here."
    pin = pin_of(editor, pinned)
    assert (pin.headline, pin.kicker, pin.written_from) == ("They sail", "At last", "Ferry sails")
    assert pin.written_at == timezone.now()


def test_words_are_written_from_what_readers_see(desk, editor, pinned):
    change(pinned, headline="Ferry sinks")
    words(desk, pinned, headline="They sail")
    assert pin_of(editor, pinned).written_from == "Ferry sails"


def test_emptied_words_are_the_storys_again(desk, editor, pinned):
    words(desk, pinned, headline="They sail")
    words(desk, pinned)
    pin = pin_of(editor, pinned)
    assert (pin.headline, pin.written_from, pin.written_at) == ("", "", None)


def test_own_picture_and_end_stand_in_the_draft(desk, editor, pinned):
    photo, until = make_photo(), timezone.now() + 3 * HOUR
    words(desk, pinned, photo=photo.pk, until=until)
    pin = pin_of(editor, pinned)
    assert (pin.photo, pin.until) == (photo.pk, until)


def test_words_of_a_front_that_is_live_are_changed_in_a_draft(desk, editor, ferry):
    put(content=dressed(ferry, headline="They sail"))
    assert 'value="They sail"' in desk.get(f"{HOME}words/{ferry.pk}/").content.decode()
    words(desk, ferry, headline="All sail")
    assert pin_of(editor, ferry).headline == "All sail"


def test_words_are_a_step_that_is_undone(desk, editor, pinned):
    words(desk, pinned, headline="They sail")
    step(desk, "undo")
    assert pin_of(editor, pinned).headline == ""


def test_words_on_the_front_of_a_section(desk, editor, ferry):
    section = make_section("Harbour")
    address = f"{LIST}section/{section.slug}/"
    step(desk, f"place {ferry.pk} lead 0", address)
    response = words(desk, ferry, address, headline="They sail")
    assert response.url == address
    assert texts(front(desk, address), ".is-pinned .front-headline") == ["They sail"]


def test_row_shows_the_fronts_words_and_the_storys(desk, pinned):
    words(desk, pinned, headline="They sail", kicker="At last")
    page = front(desk)
    assert texts(page, ".is-pinned .front-headline") == ["At last They sail"]
    assert "The story itself: Ferry sails" in texts(page, ".is-pinned .help")


def refused(response, field):
    assert response.status_code == 200
    return " ".join(response.context["form"].errors[field])


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("headline", "x" * 121, "at most 120 characters"),
        ("kicker", "x" * 41, "at most 40 characters"),
        ("photo", "99", ""),
        ("photo", "x", ""),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(desk, editor, pinned, field, typed, why):
    assert why in refused(words(desk, pinned, **{field: typed}), field)
    assert pin_of(editor, pinned).headline == ""


@pytest.mark.parametrize(
    ("ahead", "why"),
    [
        (timedelta(0), "That is over before the front begins."),
        (-DAY, "That is over before the front begins."),
        (31 * DAY, "A story is pinned for 30 days at most."),
    ],
)
def test_end_that_is_past_or_far_is_refused_at_its_field(desk, pinned, ahead, why):
    assert why in refused(words(desk, pinned, until=timezone.now() + ahead), "until")


@pytest.mark.parametrize("typed", ["", "tomorrow", "2026-99-99T00:00"])
def test_end_that_is_no_time_is_refused_at_its_field(desk, pinned, typed):
    assert refused(words(desk, pinned, until=typed), "until")


def test_front_that_waits_has_its_ends_counted_from_its_beginning(desk, editor, ferry):
    waiting = put(at=timezone.now() + 20 * DAY, content=arranged(lead=[ferry], lasts=21 * DAY))
    step(desk, f"take_up {waiting.pk}")
    words(desk, ferry, until=timezone.now() + 40 * DAY)
    assert pin_of(editor, ferry).until == timezone.now() + 40 * DAY


def test_picture_that_may_not_run_is_refused_at_its_field(desk, pinned):
    photo = make_photo(rights_until=timezone.now() - DAY)
    assert refused(words(desk, pinned, photo=photo.pk), "photo")


def test_what_was_typed_stays_when_something_is_refused(desk, pinned):
    response = words(desk, pinned, headline="They sail", kicker="At last", until=timezone.now() - DAY)
    source = response.content.decode()
    assert 'value="They sail"' in source
    assert 'value="At last"' in source


def test_story_that_is_not_pinned_has_no_words(desk, editor, ferry):
    response = desk.get(f"{HOME}words/{ferry.pk}/")
    assert (response.url, said(response)) == (HOME, "That story is not pinned here any more.")
    words(desk, ferry, headline="They sail")
    assert drafted(editor) is None


def test_words_reach_readers_with_the_front(desk, client, pinned):
    words(desk, pinned, headline="They sail")
    assert "They sail" not in client.get("/").content.decode()
    put_live(desk)
    assert "They sail" in client.get("/").content.decode()
