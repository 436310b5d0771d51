"""The queue of captions to check: asking, deciding, taking back."""

import pytest
from django.core.files.storage import default_storage

from articles.photos import caption_checks
from articles.photos.caption_checks import ChangedSince, DecidedBefore, Words, ask, fingerprint, settle
from articles.photos.captions import CaptionSplit
from articles.photos.credits import Credit, parse_credit
from articles.photos.metadata import read_metadata
from articles.photos.models import CaptionCheck, Photo
from articles.photos.renditions import NATURAL, renditions
from tests.factories import make_photo

pytestmark = pytest.mark.django_db
RAW = "FILE - Boats in the harbour. Ann Lee / AFP"
PROPOSED = Words("Boats in the harbour.", "Ann Lee / AFP", ("file",))


def split(confidence=0.5, **fields):
    parts = Credit(("Ann Lee",), agency="AFP", qualifiers=("file",))
    return CaptionSplit(**{"caption": "Boats in the harbour.", "credit": "Ann Lee / AFP", "parts": parts} | fields,
                        is_caption=True, confidence=confidence)  # fmt: skip


def make_check(**fields):
    photo = Photo(caption="Boats in the harbour.", **fields)
    photo.set_credit(PROPOSED.parts)
    photo.save()
    return ask(photo, RAW, split())


def decided(check, words=PROPOSED, seen="", by=None):
    return settle(check, words, seen or fingerprint(check.photo), by)


def reread(check):
    return Photo.objects.get(pk=check.photo_id)


def test_unsure_line_is_asked():
    check = make_check()
    assert list(CaptionCheck.objects.waiting()) == [check]


def test_sure_line_is_not_asked():
    assert ask(Photo.objects.create(), RAW, split(confidence=0.9)) is None


def test_line_is_asked_once():
    check = make_check()
    assert ask(check.photo, RAW, split()) == check


def test_decided_line_is_not_asked_again():
    check = make_check()
    decided(check)
    ask(check.photo, RAW, split())
    assert not CaptionCheck.objects.waiting()


def test_proposal_has_the_qualifiers_that_only_the_line_names():
    assert caption_checks.proposal(make_check()) == PROPOSED


def test_accepting_leaves_the_photo_as_it_is(django_user_model):
    check, maren = make_check(), django_user_model.objects.create_user("maren")
    before = caption_checks.words_of(check.photo)
    decided(check, by=maren)
    assert caption_checks.words_of(reread(check)) == before
    assert (check.outcome, check.decided_by) == ("accepted", maren)


def test_accepting_fills_a_photo_that_has_no_words_yet():
    check = ask(Photo.objects.create(), RAW, split())
    decided(check)
    photo = reread(check)
    assert (photo.caption, photo.credit_line) == ("Boats in the harbour.", "Ann Lee / AFP")
    assert (photo.agency, photo.qualifiers, photo.supplier.name) == ("AFP", ["file"], "Agence France-Presse")


def test_mending_writes_caption_and_credit():
    check = make_check()
    decided(check, Words("Boats.", "Bo Ek/Reuters"))
    photo = reread(check)
    assert (photo.caption, photo.credit_line, photo.agency) == ("Boats.", "Bo Ek/Reuters", "Reuters")
    assert (photo.creators, photo.qualifiers, photo.supplier.name) == (["Bo Ek"], [], "Reuters")
    assert check.outcome == "mended"


def test_mended_caption_leaves_parts_that_were_sorted_by_hand():
    check = make_check()
    Photo.objects.filter(pk=check.photo_id).update(creators=["Ann", "Lee"])
    check.photo.refresh_from_db()
    decided(check, Words("Boats.", "Ann Lee / AFP", ("file",)))
    assert reread(check).creators == ["Ann", "Lee"]


def test_credit_may_be_taken_away():
    check = make_check()
    decided(check, Words("Boats in the harbour.", ""))
    assert (reread(check).credit_line, reread(check).creators) == ("", [])


def test_second_decision_is_refused_and_writes_nothing(django_user_model):
    check, maren = make_check(), django_user_model.objects.create_user("maren")
    same = CaptionCheck.objects.get(pk=check.pk)
    decided(check, by=maren)
    with pytest.raises(DecidedBefore) as refusal:
        decided(same, Words("Other", "Other"))
    assert refusal.value.check.decided_by == maren
    assert reread(check).caption == "Boats in the harbour."


def test_change_in_the_library_is_seen():
    check = make_check()
    assert not caption_checks.was_changed(check)
    check.photo.caption = "Better words."
    check.photo.save()
    assert caption_checks.was_changed(CaptionCheck.objects.get(pk=check.pk))


def test_change_after_the_screen_was_shown_is_not_written_over():
    check = make_check()
    seen = fingerprint(check.photo)
    Photo.objects.filter(pk=check.photo_id).update(caption="Better words.")
    with pytest.raises(ChangedSince):
        decided(check, seen=seen)
    assert reread(check).caption == "Better words."
    assert CaptionCheck.objects.waiting().count() == 1


def test_undone_acceptance_waits_again():
    check = make_check()
    decided(check)
    caption_checks.take_back(check)
    assert list(CaptionCheck.objects.waiting()) == [check]


def test_undone_mending_puts_the_words_back():
    check = make_check()
    before = caption_checks.words_of(check.photo)
    decided(check, Words("Boats.", "Bo Ek/Reuters"))
    caption_checks.take_back(check)
    assert caption_checks.words_of(reread(check)) == before
    assert reread(check).supplier.name == "Agence France-Presse"


def test_mending_is_not_undone_over_a_later_change():
    check = make_check()
    decided(check, Words("Boats.", "Bo Ek/Reuters"))
    Photo.objects.filter(pk=check.photo_id).update(caption="Better words.")
    with pytest.raises(ChangedSince):
        caption_checks.take_back(check)
    assert reread(check).caption == "Better words."


def test_skipped_line_waits_no_more_until_it_is_taken_up():
    check = make_check()
    caption_checks.skip(check, by=None)
    assert not CaptionCheck.objects.waiting()
    assert caption_checks.take_up_skipped() == 1
    assert list(CaptionCheck.objects.waiting()) == [check]


def test_words_show_the_parts_that_will_be_stored():
    assert PROPOSED.parts == parse_credit("Ann Lee / AFP, File")


def test_photo_deleted_takes_its_question_along():
    make_check().photo.delete()
    assert not CaptionCheck.objects.exists()


def test_mended_words_reach_the_files_of_readers(django_capture_on_commit_callbacks):
    check = ask(make_photo(), RAW, split())
    with django_capture_on_commit_callbacks(execute=True):
        decided(check, Words("Boats.", "Bo Ek / Reuters"))
    rendition = renditions(reread(check), NATURAL, "jpg")[0]
    assert read_metadata(default_storage.open(rendition.path)).description == "Boats."
