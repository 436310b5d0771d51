"""The steps of a story, by the buttons of its form."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Article, Edition
from tests.articles.admin.stories import ADD, form, make_person, messages, url, words
from tests.factories import make_article

pytestmark = pytest.mark.django_db
Stage = Article.Stage


def press(browser, article, name, **fields):
    """Press a button of the form, with what was typed."""
    return browser.post(url(article), form(**fields, **{name: ""}), follow=True)


def step(browser, article, name, **fields):
    """Press a button of a story that is to be read only."""
    return browser.post(url(article, "step"), fields | {name: ""}, follow=True)


def test_reporter_submits_what_was_typed_with_a_note(beat, reporter):
    beat.post(ADD, form(_submit="", note="Two sources."), follow=True)
    article = Article.objects.get()
    assert (article.stage, article.holder, article.headline) == (Stage.REVIEW, None, "Ferry sails")
    assert article.notes.get().text == "Two sources."


def test_submit_is_the_reporters_first_choice(beat, reporter, chief, client):
    article = make_article(created_by=reporter)
    assert 'value="Submit for review" name="_submit" class="default"' in words(beat.get(url(article)))
    client.force_login(chief)
    assert 'name="_submit" class="default"' not in words(client.get(url(article)))


def test_submitted_story_is_shown_to_be_read_and_taken_back(beat, reporter):
    article = make_article(created_by=reporter, body="<p>Read me.</p>")
    workflow.submit(article, reporter)
    said = words(beat.get(url(article)))
    assert "To change it, take it back first" in said
    assert "<p>Read me.</p>" in said
    assert 'name="_continue"' not in said
    step(beat, article, "_take_back")
    assert Article.objects.get().stage == Stage.DRAFT


def test_story_is_not_changed_while_the_editors_have_it(beat, reporter):
    article = make_article(created_by=reporter)
    workflow.submit(article, reporter)
    assert beat.post(url(article), form(_continue="")).status_code == 403
    assert Article.objects.get().headline == article.headline


def test_editor_marks_as_ready(desk):
    article = make_article()
    press(desk, article, "_approve")
    assert Article.objects.get().stage == Stage.READY


def test_return_without_a_note_is_refused_and_what_was_typed_is_saved(desk, reporter):
    article = make_article(created_by=reporter)
    workflow.submit(article, reporter)
    response = press(desk, article, "_return", headline="Typed")
    assert "Say what is to be done" in messages(response)
    assert 'href="#id_note"' in messages(response)
    assert Article.objects.get().headline == "Typed"


def test_return_gives_the_story_to_who_submitted_it(desk, reporter):
    article = make_article(created_by=reporter)
    workflow.submit(article, reporter)
    press(desk, article, "_return", note="Call her again.")
    assert (Article.objects.get().stage, Article.objects.get().holder) == (Stage.DRAFT, reporter)


def test_editor_gives_the_story_to_a_colleague_and_takes_it(desk, editor, reporter):
    article = make_article()
    press(desk, article, "_assign", to=reporter.pk)
    assert Article.objects.get().holder == reporter
    press(desk, article, "_take")
    assert Article.objects.get().holder == editor


@pytest.mark.parametrize("to", ["", "x", "4711", "9" * 5000])
def test_nobody_chosen_is_said_and_the_note_stays(desk, to):
    response = press(desk, make_article(), "_assign", to=to, note="For tomorrow")
    assert "Choose the colleague" in messages(response)
    assert "For tomorrow</textarea>" in words(response)


def test_who_does_not_write_is_not_among_the_colleagues(desk, reporter):
    make_person("seller")
    said = words(desk.get(url(make_article())))
    assert ">reporter</option>" in said
    assert ">seller</option>" not in said


def test_note_alone_stands_in_the_thread(desk, editor):
    article = make_article()
    response = press(desk, article, "_comment", note="<b>Who</b> said so?")
    assert "&lt;b&gt;Who&lt;/b&gt; said so?" in words(response)
    assert article.notes.get().by == editor


def test_note_that_no_button_used_stays_in_its_field(desk):
    article = make_article()
    response = press(desk, article, "_continue", note="Half a thought")
    assert "Half a thought</textarea>" in words(response)
    assert "Half a thought" not in words(desk.get(url(make_article())))


def test_note_of_a_refused_save_stays_in_its_field(desk):
    response = press(desk, make_article(), "_comment", headline="", note="Half a thought")
    assert "Half a thought</textarea>" in words(response)


def test_note_is_added_to_a_story_to_be_read_only(beat, reporter):
    article = make_article(created_by=reporter)
    workflow.submit(article, reporter)
    step(beat, article, "_comment", note="She called back.")
    assert article.notes.filter(text="She called back.").exists()


def test_schedule_is_cancelled_after_what_was_typed_is_saved(desk):
    article = make_article()
    workflow.schedule(article, timezone.now() + timedelta(days=1))
    press(desk, article, "_cancel_schedule", headline="Typed")
    assert not Edition.objects.exists()
    assert Article.objects.get().headline == "Typed"


@pytest.mark.parametrize("name", ["_approve", "_return", "_assign", "_take", "_cancel_schedule", "_cancel_withdrawal"])
def test_reporter_cannot_take_an_editors_step(beat, reporter, name):
    article = make_article(created_by=reporter)
    fields = {"note": "x", "to": reporter.pk, name: ""}
    assert beat.post(url(article), form(**fields)).status_code == 403
    assert beat.post(url(article, "step"), fields).status_code == 403
    assert Article.objects.get().stage == Stage.DRAFT
    assert not article.notes.exists()


def test_thread_says_that_who_took_the_story_took_it(desk):
    response = press(desk, make_article(), "_take")
    assert "</strong> took it" in words(response)
