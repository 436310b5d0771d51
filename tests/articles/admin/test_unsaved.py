"""Taking what was typed and not saved into a story that somebody else changed meanwhile."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.models import Autosave
from articles.restoring import restore
from tests.articles.admin.stories import messages, words
from tests.articles.admin.test_stale_saves import save
from tests.articles.admin.typed import KEY, sent
from tests.factories import change, make_article, make_photo

pytestmark = pytest.mark.django_db
SCREEN = f"/admin/articles/article/unsaved/{KEY}/"


@pytest.fixture
def article():
    return make_article(headline="Ferry sails", standfirst="At last.", body="<p>One.</p>\n<p>Two.</p>")


@pytest.fixture
def conflict(desk, article):
    """Sends a form that was opened before `theirs` was saved, with `mine`; gives what the screen then asks."""

    def made(theirs, **mine):
        data = sent(desk, article).copy()
        data["opened"], data["autosave"] = "1", KEY
        change(article, **theirs)
        save(desk, article, data, **mine)
        return desk

    return made


def asked(desk):
    return desk.get(SCREEN).context["questions"]


def answer(desk, choice, own="", field=(), latest=None, **button):
    page = desk.get(SCREEN)
    sent_back = {"latest": latest or page.context["taking"].latest.number, "field": list(field)} | button
    for question in page.context["questions"]:
        place = question.place
        sent_back |= {f"asked-{place}": question.dispute.key, f"choice-{place}": choice, f"own-{place}": own}
    return desk.post(SCREEN, sent_back, follow=True)


BODY = {"body": "<p>One at eight.</p>\n<p>Two.</p>"}
MY_BODY = {"body": "<p>One at nine.</p><p>Two.</p>"}


@pytest.mark.parametrize(
    ("choice", "body"),
    [
        ("mine", "<p>One at nine.</p>\n<p>Two.</p>"),
        ("theirs", "<p>One at eight.</p>\n<p>Two.</p>"),
        ("both", "<p>One at nine.</p>\n<p>One at eight.</p>\n<p>Two.</p>"),
        ("own", "<p>One at <strong>ten</strong>.</p>\n<p>Two.</p>"),
    ],
)
def test_paragraph_that_both_changed_is_chosen_or_written_anew(conflict, article, choice, body):
    desk = conflict(BODY, **MY_BODY)
    answer(desk, choice, own="<p>One at <strong>ten</strong>.<script>alert(1)</script></p>")
    article.refresh_from_db()
    assert article.body == body
    assert not Autosave.objects.exists()


@pytest.mark.parametrize(
    ("choice", "headline"), [("mine", "Ferry waits"), ("theirs", "Ferry stays"), ("own", "Ferry goes")]
)
def test_headline_that_both_changed_is_chosen_or_written_anew(conflict, article, choice, headline):
    desk = conflict({"headline": "Ferry stays", "standfirst": "At noon."}, headline="Ferry waits")
    answer(desk, choice, own="Ferry goes")
    article.refresh_from_db()
    assert (article.headline, article.standfirst) == (headline, "At noon.")


def test_what_only_one_changed_is_not_asked_and_is_saved_with_the_answer(conflict, article):
    desk = conflict(BODY | {"standfirst": "At noon."}, **MY_BODY, headline="Ferry waits")
    assert [question.title for question in asked(desk)] == ["Text"]
    answer(desk, "theirs", field=["headline"])
    article.refresh_from_db()
    assert (article.headline, article.standfirst, article.body) == ("Ferry waits", "At noon.", BODY["body"])


def test_all_is_one_revision(conflict, article):
    desk = conflict(BODY | {"headline": "Ferry stays"}, **MY_BODY, headline="Ferry waits")
    assert "Saved as revision 3." in messages(answer(desk, "mine"))
    assert article.revisions.count() == 3


def test_story_that_was_saved_again_meanwhile_is_asked_about_anew(conflict, article):
    desk = conflict({"headline": "Ferry stays"}, headline="Ferry waits")
    seen = article.latest_revision().number
    change(article, headline="Ferry sinks")
    said = answer(desk, "mine", latest=seen)
    assert "saved again meanwhile" in messages(said)
    assert ">sinks<" in words(said)
    article.refresh_from_db()
    assert article.headline == "Ferry sinks"


def test_answer_stays_when_the_story_was_saved_again_elsewhere(conflict, article):
    desk = conflict({"headline": "Ferry stays"}, headline="Ferry waits")
    seen = article.latest_revision().number
    change(article, standfirst="At noon.")
    page = LexborHTMLParser(answer(desk, "own", own="Ferry goes", latest=seen).content.decode())
    assert page.css_first(".own-words").text() == "Ferry goes"
    assert "checked" in page.css_first("input[value=own]").attributes


def test_question_without_an_answer_saves_nothing(conflict, article):
    desk = conflict({"headline": "Ferry stays"}, headline="Ferry waits")
    desk.post(SCREEN, {"latest": article.latest_revision().number})
    assert article.revisions.count() == 2


def test_own_words_that_no_story_can_have_are_told_and_stay(conflict, article):
    desk = conflict({"headline": "Ferry stays"}, headline="Ferry waits")
    said = words(answer(desk, "own", own="x" * 300))
    assert "at most 200 characters" in said
    assert "x" * 300 in said
    assert article.revisions.count() == 2


def test_paragraph_that_is_written_anew_as_nothing_goes(conflict, article):
    answer(conflict(BODY, **MY_BODY), "own")
    article.refresh_from_db()
    assert article.body == "<p>Two.</p>"


def test_words_offered_after_a_crash_write_over_nothing_that_was_saved_since(desk, article):
    data = sent(desk, article).copy()
    data["opened"], data["autosave"], data["headline"] = "1", KEY, "Ferry waits"
    desk.post(f"/admin/articles/article/{article.pk}/autosave/", data)
    change(article, standfirst="At noon.")
    answer(desk, "mine", field=["headline"])
    article.refresh_from_db()
    assert (article.headline, article.standfirst) == ("Ferry waits", "At noon.")


def test_picture_with_two_captions_is_chosen(conflict, article):
    photo = make_photo()
    figure = '<figure data-photo="{}" data-caption="{}"></figure>'
    change(article, body=f"<p>a</p>{figure.format(photo.pk, 'First.')}")
    data_body = f"<p>a</p>{figure.format(photo.pk, 'Mine.')}"
    desk = conflict({"body": f"<p>a</p>{figure.format(photo.pk, 'Theirs.')}"}, body=data_body, opened="2")
    [question] = asked(desk)
    assert not question.may_write
    answer(desk, "theirs")
    article.refresh_from_db()
    assert "Theirs." in article.body


def test_words_written_there_stay_when_the_other_side_changes_again(conflict, article):
    desk = conflict({"headline": "Ferry stays"}, headline="Ferry waits")
    seen = article.latest_revision().number
    change(article, headline="Ferry sinks")
    page = LexborHTMLParser(answer(desk, "own", own="Ferry goes", latest=seen).content.decode())
    assert page.css_first(".own-words").text() == "Ferry goes"
    assert ">sinks<" in page.html


def test_choice_is_made_anew_when_the_other_side_changed_again(conflict, article):
    desk = conflict({"headline": "Ferry stays"}, headline="Ferry waits")
    [question] = asked(desk)
    change(article, headline="Ferry sinks")
    sent_back = {f"asked-{question.place}": question.dispute.key, f"choice-{question.place}": "theirs"}
    said = desk.post(SCREEN, {"latest": article.latest_revision().number} | sent_back, follow=True)
    assert "Something is not chosen yet." in messages(said)
    assert article.revisions.count() == 3


def test_words_written_where_nothing_is_asked_any_more_are_shown(conflict, article):
    desk = conflict({"headline": "Ferry stays"} | BODY, headline="Ferry waits", **MY_BODY)
    answer(desk, "own", own="Ferry goes", _later="")
    change(article, headline="Ferry sails")
    page = LexborHTMLParser(desk.get(SCREEN).content.decode())
    assert [field.text() for field in page.css(".own-words[readonly]")] == ["Ferry goes"]


def test_deciding_later_keeps_what_was_chosen_and_written(conflict, article):
    desk = conflict({"headline": "Ferry stays"}, headline="Ferry waits")
    answer(desk, "own", own="Ferry goes", _later="")
    [question] = asked(desk)
    assert (question.choice, question.own) == ("own", "Ferry goes")
    assert article.revisions.count() == 2


def test_what_is_left_after_a_part_is_taken_is_not_asked_again(conflict, article):
    desk = conflict(BODY, **MY_BODY, headline="Ferry waits", standfirst="At noon.")
    answer(desk, "theirs", field=["headline"])
    page = desk.get(SCREEN)
    assert page.context["questions"] == []
    assert [part.field for part in page.context["parts"]] == ["standfirst"]


def test_reason_that_was_typed_goes_with_the_answer(conflict, article):
    desk = conflict({"headline": "Ferry stays"}, headline="Ferry waits", why="The harbour called")
    answer(desk, "mine")
    assert article.latest_revision().why == "The harbour called"


def test_link_to_one_story_in_two_wordings_can_stand_twice(desk, article):
    link = article.related_links.create(target=make_article(), headline="Old")
    change(article)
    data = sent(desk, article).copy()
    data["opened"], data["autosave"] = "2", KEY
    article.related_links.filter(pk=link.pk).update(headline="Theirs")
    change(article)
    save(desk, article, data, **{"related_links-0-headline": "Mine"})
    answer(desk, "both")
    assert sorted(article.related_links.values_list("headline", flat=True)) == ["Mine", "Theirs"]


def test_who_may_not_change_the_story_any_more_sees_what_they_typed(beat, reporter):
    article = make_article(created_by=reporter)
    data = sent(beat, article).copy()
    data["opened"], data["autosave"], data["standfirst"] = "1", KEY, "At noon."
    beat.post(f"/admin/articles/article/{article.pk}/autosave/", data)
    workflow.submit(article, by=reporter)
    assert SCREEN in words(beat.get(f"/admin/articles/article/{article.pk}/change/"))
    page = words(beat.get(SCREEN))
    assert "noon" in page
    assert "You may not change this story any more" in page
    assert beat.post(SCREEN, {"field": "standfirst"}).status_code == 403


# Every word, whatever is typed and saved in between

PARAGRAPHS = st.lists(st.sampled_from(["One.", "Two.", "Three.", "Four."]), min_size=1, max_size=4, unique=True)


def typed_into(paragraphs, words):
    """Some of the paragraphs with a word of its own in each, and one more paragraph."""
    return "".join(
        f"<p>{one} {word}</p>" if word else f"<p>{one}</p>" for one, word in zip(paragraphs, words, strict=False)
    )


def nothing(article):
    pass


def publish_it(article):
    workflow.publish(article)


def restore_the_first(article):
    restore(article, article.revisions.get(number=1))


def submit_and_return_it(article):
    workflow.submit(article)
    workflow.send_back(article, "Once more.")


def move_a_paragraph_by_command(article):
    change(article, body="\n".join(reversed(article.body.splitlines())))


IN_BETWEEN = [nothing, publish_it, restore_the_first, submit_and_return_it, move_a_paragraph_by_command]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_each_word_that_either_typed_is_in_the_story_or_asked_about(desk, data):
    """Whatever was saved, published, restored or moved meanwhile: a revision has it, or the screen shows it."""
    Autosave.objects.all().delete()
    paragraphs = data.draw(PARAGRAPHS)
    article = make_article(body="".join(f"<p>{one}</p>" for one in paragraphs))
    form = sent(desk, article).copy()
    form["opened"], form["autosave"] = "1", KEY
    typing = st.lists(st.booleans(), min_size=len(paragraphs), max_size=len(paragraphs))
    mine = [f"mine{at}" if is_typed else "" for at, is_typed in enumerate(data.draw(typing))]
    theirs = [f"theirs{at}" if is_typed else "" for at, is_typed in enumerate(data.draw(typing))]
    headlines = st.sampled_from([article.headline, "Own"])
    order = data.draw(st.permutations(paragraphs))
    their_headline, my_headline = data.draw(headlines), data.draw(headlines)
    change(article, body=typed_into(order, theirs), headline=f"{their_headline} theirs")
    data.draw(st.sampled_from(IN_BETWEEN))(article)
    answered = save(desk, article, form, body=typed_into(paragraphs, mine), headline=f"{my_headline} mine")
    kept = [str(revision.content) for revision in article.revisions.filter(number__gt=1)]
    seen = " ".join([words(answered), *kept])
    for word in filter(None, [*mine, *theirs, "theirs", "mine"]):
        assert word in seen, word
