"""The screen on which captions are checked."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.test import Client

from articles.photos.caption_checks import ask, fingerprint
from articles.photos.captions import CaptionSplit
from articles.photos.credits import parse_credit
from articles.photos.models import CaptionCheck, Photo
from tests.factories import make_article, make_live, make_photo

pytestmark = pytest.mark.django_db
NEXT = "/admin/photos/captioncheck/check/"
UNDO = "/admin/photos/captioncheck/undo/"


def make_check(caption="Boats in the harbour.", credit="Ann Lee / AFP", in_story=True):
    photo = make_photo(with_file=False, caption=caption, credit_line=credit, agency="AFP", creators=["Ann Lee"])
    if in_story:
        make_article(body=f'<p>Before.</p><figure data-photo="{photo.pk}"></figure><p>After.</p>')
    split = CaptionSplit(True, caption, credit, 0.5, parse_credit(credit))
    return ask(photo, f"{caption} {credit}", split)


def decide(browser, check, decision="accept", **fields):
    seen = fingerprint(Photo.objects.get(pk=check.photo_id))
    words = {"caption": check.caption, "credit": check.credit, "seen": seen, "decision": decision} | fields
    return browser.post(f"/admin/photos/captioncheck/{check.pk}/check/", words, follow=True).content.decode()


def shown(browser):
    return browser.get(NEXT).context["check"]


@pytest.fixture
def maren(django_user_model):
    """A second editor at another desk."""
    user = django_user_model.objects.create_superuser("maren", "maren@example.org", "another password")
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def permitted(client, django_user_model):
    def sign_in(*codenames):
        user = django_user_model.objects.create_user("bo", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        return client

    return sign_in


def test_oldest_is_shown_first_with_the_number_left(desk):
    first, _ = make_check(), make_check()
    response = desk.get(NEXT)
    assert response.context["check"] == first
    assert "<strong>2</strong> left" in response.content.decode()


def test_parts_of_the_line_are_named_in_words(desk):
    make_check()
    content = desk.get(NEXT).content.decode()
    assert '<span class="part-name">caption</span> Boats in the harbour.' in content
    assert '<span class="part-name">credit</span> Ann Lee / AFP' in content


def test_screen_shows_how_the_credit_is_stored_and_where_the_photo_is_used(desk):
    check = make_check()
    make_live(headline="Ferry sails", lead_photo=make_photo())
    content = desk.get(NEXT).content.decode()
    assert "<dt>Agency</dt><dd>AFP</dd>" in content
    assert str(check.photo.uses.get().revision.article) in content


def test_parts_that_an_editor_sorted_by_hand_are_the_ones_shown(desk):
    check = make_check()
    check.photo.creators = ["Ann", "Lee"]
    check.photo.save()
    assert "<dt>Photographers</dt><dd>Ann, Lee</dd>" in desk.get(NEXT).content.decode()


def test_next_one_comes_by_itself(desk):
    first, second = make_check(), make_check()
    decide(desk, first)
    assert shown(desk) == second


def test_mended_words_are_stored(desk):
    check = make_check()
    decide(desk, check, "mend", caption="Boats.", credit="Bo Ek/Reuters")
    check.refresh_from_db()
    assert (check.outcome, check.photo.caption, check.photo.agency) == ("mended", "Boats.", "Reuters")


def test_changed_words_are_not_lost_by_pressing_accept(desk):
    check = make_check()
    decide(desk, check, "accept", caption="Boats.")
    check.refresh_from_db()
    assert (check.outcome, check.photo.caption) == ("mended", "Boats.")


def test_mending_stands_in_the_history_of_the_photo(desk):
    decide(desk, make_check(), "mend", caption="Boats.")
    assert LogEntry.objects.get().change_message == "Mended caption and credit in the captions to check."


def test_acceptance_changes_nothing_and_leaves_no_history(desk):
    decide(desk, make_check())
    assert not LogEntry.objects.exists()


def test_caption_that_is_too_long_is_shown_again_with_the_reason(desk):
    check = make_check()
    content = decide(desk, check, "mend", caption="x" * 2001)
    assert "at most 2000 characters" in content
    assert shown(desk) == check


def test_skipped_one_leaves_the_queue_and_is_taken_up_again(desk):
    check = make_check()
    assert "Take up what was skipped (1)" in decide(desk, check, "skip")
    desk.post("/admin/photos/captioncheck/skipped/")
    assert shown(desk) == check


def test_empty_queue_says_so(desk):
    assert "No caption waits." in desk.get(NEXT).content.decode()


def test_no_caption_becomes_a_paragraph(desk):
    check = make_check()
    decide(desk, check, "no caption")
    article = check.photo.uses.first().revision.article
    assert article.body == "<p>Before.</p>\n<p>Boats in the harbour. Ann Lee / AFP</p>\n<p>After.</p>"


def test_photo_in_no_story_cannot_become_a_paragraph(desk):
    make_check(in_story=False)
    assert "No caption: it is a paragraph" not in desk.get(NEXT).content.decode()


def test_undo_shows_the_last_one_again(desk):
    first, _ = make_check(), make_check()
    decide(desk, first, "mend", caption="Boats.")
    assert desk.post(UNDO, follow=True).context["check"] == first
    assert Photo.objects.get(pk=first.photo_id).caption == "Boats in the harbour."


def test_undo_of_no_caption_puts_the_picture_back(desk):
    check = make_check()
    decide(desk, check, "no caption")
    desk.post(UNDO)
    assert "figure" in check.photo.uses.first().revision.article.body


def test_undo_goes_back_step_by_step(desk):
    first, second = make_check(), make_check()
    decide(desk, first), decide(desk, second)
    desk.post(UNDO), desk.post(UNDO)
    assert CaptionCheck.objects.waiting().count() == 2


def test_nobody_undoes_what_another_decided(desk, maren):
    decide(desk, make_check())
    assert "nothing of yours to undo" in maren.post(UNDO, follow=True).content.decode()


def test_undo_over_a_later_change_is_refused_with_a_sentence(desk):
    check = make_check()
    decide(desk, check, "mend", caption="Boats.")
    Photo.objects.filter(pk=check.photo_id).update(caption="Later words.")
    assert "Not undone. The photo was changed" in desk.post(UNDO, follow=True).content.decode()


def test_two_editors_are_shown_two_captions(desk, maren):
    first, second = make_check(), make_check()
    assert (shown(desk), shown(maren), shown(desk)) == (first, second, first)


def test_last_caption_is_shown_to_both_with_a_word_about_it(desk, maren):
    make_check()
    shown(maren)
    assert "maren has this one open too" in desk.get(NEXT).content.decode()


def test_second_decision_is_told_who_was_first_and_what_was_typed(desk, maren):
    check, _ = make_check(), make_check()
    shown(desk)
    decide(maren, check)
    content = decide(desk, check, "mend", caption="My own words.")
    assert "“Boats in the harbour.” was decided already by maren (accepted). Nothing of yours was saved." in content
    assert "You had written: “My own words.”" in content
    assert Photo.objects.get(pk=check.photo_id).caption == "Boats in the harbour."


def test_change_in_the_library_is_shown_and_kept_by_accepting(desk):
    check = make_check()
    check.photo.caption = "Better words."
    check.photo.save()
    content = desk.get(NEXT).content.decode()
    assert "An editor changed this photo in the library" in content
    assert "Keep what the library has" in content
    decide(desk, check, caption="Better words.")
    assert Photo.objects.get(pk=check.photo_id).caption == "Better words."


def test_change_while_the_screen_was_open_is_not_written_over(desk):
    check = make_check()
    seen = fingerprint(check.photo)
    check.photo.caption = "Better words."
    check.photo.save()
    content = decide(desk, check, "mend", caption="My own words.", seen=seen)
    assert "Nothing was saved. The photo was changed in the library in the meantime." in content
    assert "You had written: “My own words.”" in content
    assert Photo.objects.get(pk=check.photo_id).caption == "Better words."


def test_who_only_accepted_is_not_told_of_words_of_their_own(desk):
    check = make_check()
    seen = fingerprint(check.photo)
    check.photo.caption = "Better words."
    check.photo.save()
    assert "You had written" not in decide(desk, check, seen=seen)


def test_first_page_has_the_number_waiting(desk):
    make_check(), make_check()
    assert "2 captions to check" in desk.get("/admin/").content.decode()


def test_first_page_says_nothing_where_none_waits(desk):
    assert "captions to check</a>:" not in desk.get("/admin/").content.decode()


def test_who_may_not_change_photos_may_not_decide(permitted):
    check = make_check()
    browser = permitted("view_photo", "change_article")
    assert browser.get(NEXT).status_code == 403
    assert browser.post(f"/admin/photos/captioncheck/{check.pk}/check/", {"decision": "skip"}).status_code == 403
    assert browser.post(UNDO).status_code == 403
    assert "captions to check" not in browser.get("/admin/").content.decode()


def test_who_may_not_change_stories_makes_no_paragraphs(permitted):
    check = make_check()
    browser = permitted("change_photo")
    assert "No caption: it is a paragraph" not in browser.get(NEXT).content.decode()
    fields = {"decision": "no caption", "seen": fingerprint(check.photo)}
    assert browser.post(f"/admin/photos/captioncheck/{check.pk}/check/", fields).status_code == 403
    assert CaptionCheck.objects.waiting().exists()


def test_record_shows_who_decided_what(desk):
    decide(desk, make_check())
    content = desk.get("/admin/photos/captioncheck/").content.decode()
    assert "accepted" in content
    assert "Check what waits" in content


@pytest.mark.parametrize("count", [2, 30])
def test_screen_takes_as_many_queries_for_few_and_many(desk, django_assert_num_queries, count):
    for _ in range(count):
        make_check()
    with django_assert_num_queries(10):  # the list of houses is one of them
        desk.get(NEXT)


def test_no_caption_says_in_which_story_the_line_is_text_again(desk):
    check = make_check()
    article = check.photo.uses.get().revision.article
    link = f'<a href="/admin/articles/article/{article.pk}/change/">working copy of the story</a>'
    assert link in decide(desk, check, "no caption")
