"""The words of pictures that were just brought: what is written, what is asked for, by which right they run."""

import pytest

from articles.photos.alt_texts import REPEATS_SAYS
from articles.photos.models import Photo
from articles.photos.words_form import NO_RIGHT
from tests.articles.photos.blocks import jpeg
from tests.articles.photos.bringing import DOUBTFUL, WORDS, address, bring, brought, file, save

pytestmark = pytest.mark.django_db


def test_words_are_written_and_the_credit_is_read_into_parts(desk):
    photo = brought(desk)
    answer = save(desk, photo, caption="Boats.", alt="Three boats", credit="Jose Colon / Anadolu via Getty Images")
    assert answer["is_saved"]
    assert (photo.caption, photo.alt) == ("Boats.", "Three boats")
    assert (photo.creators, photo.agency, photo.distributor) == (["Jose Colon"], "Anadolu", "Getty Images")


def test_credit_that_nobody_touched_keeps_its_parts(desk):
    photo = brought(desk, jpeg(xmp=WORDS).read())
    Photo.objects.filter(pk=photo.pk).update(source="The Port")
    save(desk, photo, caption="Boats.", credit=photo.credit_line)
    assert (photo.caption, photo.source) == ("Boats.", "The Port")


def test_words_that_another_editor_wrote_meanwhile_stay(desk):
    photo = brought(desk)
    Photo.objects.filter(pk=photo.pk).update(caption="Written by a colleague.")
    save(desk, photo, caption="", alt="Three boats")
    assert (photo.caption, photo.alt) == ("Written by a colleague.", "Three boats")


def test_error_stands_at_its_field_and_what_was_typed_stays(desk):
    photo = brought(desk)
    answer = save(desk, photo, caption="x" * 2001, alt="Three boats")
    assert not answer["is_saved"]
    assert f"{'x' * 2001}</textarea>" in answer["words"]
    assert "Three boats</textarea>" in answer["words"]
    assert photo.alt == ""


def test_one_with_an_error_stops_no_other(desk):
    one, two = brought(desk), brought(desk)
    words = {f"photo-{one.pk}-caption": "x" * 2001, f"photo-{two.pk}-caption": "Boats."}
    desk.post(address("bring_words"), words | {"photo": [one.pk, two.pk]})
    two.refresh_from_db()
    assert two.caption == "Boats."


def test_the_library_saves_what_is_not_complete_and_says_what_it_lacks(desk):
    photo = brought(desk)
    answer = save(desk, photo, caption="Boats.", credit="")
    assert answer["is_saved"]
    assert "it lacks a credit, alt text" in answer["words"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ({"credit": "Ann Lee"}, "Say what is to be seen, or tick"),
        ({"alt": "Boats", "credit": " "}, "Say who made the picture"),
    ],
)
def test_a_story_asks_for_what_it_could_not_be_published_without(desk, words, asked):
    answer = save(desk, brought(desk), placing=True, **words)
    assert not answer["is_saved"]
    assert asked in answer["words"]


def test_decorative_picture_needs_no_alt_in_a_story(desk):
    assert save(desk, brought(desk), placing=True, is_decorative="on", credit="Ann Lee / AFP")["is_saved"]


def test_alt_that_repeats_the_caption_is_warned_of_and_saved(desk):
    photo = brought(desk)
    answer = save(desk, photo, caption="The last ferry leaves the quay.", alt="The last ferry leaves the quay")
    assert REPEATS_SAYS in answer["words"]
    assert photo.alt == "The last ferry leaves the quay"


def test_doubtful_caption_is_asked_about_in_its_row(desk):
    answer = bring(desk, file(jpeg(xmp=DOUBTFUL).read())).json()
    assert 'data-credit="Ann Lee file"' in answer["row"]


def test_doubtful_caption_that_is_mended_in_its_row_is_asked_about_no_more(desk, editor):
    photo = brought(desk, jpeg(xmp=DOUBTFUL).read())
    save(desk, photo, caption="Boats in the harbour.", credit="Ann Lee file")
    assert (photo.creators, photo.qualifiers) == (["Ann Lee"], ["file"])
    [check] = photo.caption_checks.all()
    assert (check.outcome, check.decided_by) == ("mended", editor)


def test_doubtful_caption_that_only_got_its_alt_still_waits(desk):
    photo = brought(desk, jpeg(xmp=DOUBTFUL).read())
    save(desk, photo, caption=photo.caption, alt="Three boats")
    assert photo.caption_checks.waiting().exists()


def test_right_is_proposed_by_the_file_s_credit(desk):
    row = bring(desk, file(jpeg(xmp=WORDS).read())).json()["row"]
    assert '<option value="agency" selected>' in row


def test_right_that_nobody_said_is_asked_for_in_a_story(desk):
    photo = brought(desk)
    answer = save(desk, photo, placing=True, alt="Boats", credit="Ann Lee", rights_category="")
    assert not answer["is_saved"]
    assert NO_RIGHT in answer["words"]


def test_library_takes_a_picture_whose_right_nobody_said(desk):
    photo = brought(desk)
    answer = save(desk, photo, alt="Boats", credit="Ann Lee", rights_category="")
    assert answer["is_saved"]
    assert "it lacks a right to run" in answer["words"]


def test_right_follows_from_a_credit_that_names_a_house(desk):
    photo = brought(desk)
    assert save(desk, photo, placing=True, alt="Boats", credit="Ann Lee / AFP", rights_category="")["is_saved"]
    assert (photo.rights_category, photo.may_syndicate) == ("agency", False)


@pytest.mark.parametrize(("right", "travels"), [("staff", True), ("pool", False)])
def test_chosen_right_is_kept_and_says_whether_it_travels(desk, right, travels):
    photo = brought(desk)
    save(desk, photo, placing=True, alt="Boats", credit="Ann Lee", rights_category=right)
    assert (photo.rights_category, photo.may_syndicate) == (right, travels)


def test_right_that_another_editor_said_meanwhile_stays(desk):
    photo = brought(desk)
    Photo.objects.filter(pk=photo.pk).update(rights_category="staff")
    save(desk, photo, alt="Boats", credit="Ann Lee / AFP", rights_category="")
    assert photo.rights_category == "staff"
