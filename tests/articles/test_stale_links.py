"""Which related links are to be looked at, by whom, and what is offered instead."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import replacing, snapshots, workflow
from articles.models import Suggestion
from articles.stale_links import replacements, to_look_at
from tests.articles.admin.stories import make_person
from tests.articles.linking import in_text, make_link, make_live_link, update
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def target():
    return make_live(headline="Ferry late", standfirst="By an hour.").article


@pytest.fixture
def chief():
    return make_person("chief", "Editors")


@pytest.fixture
def found(chief):
    """What the editor is to look at: for each link its story, its target, and what became of that."""

    def look(user=chief, **options):
        links = to_look_at(user, timezone.now(), **options)
        return [(link.story, link.target, link.happened) for link in links]

    return look


def test_link_whose_target_was_retitled_since_is_told_with_both_texts(target, chief, found):
    article = make_live_link(target, "Own")
    assert found() == []
    update(target, headline="Ferry sails")
    (link,) = to_look_at(chief, timezone.now())
    (words,) = link.changed
    assert (words.own, words.written_from, words.library) == ("Own", "Ferry late", "Ferry sails")
    assert (link.story, link.target, link.name, link.happened) == (article.pk, target.pk, "Ferry sails", "retitled")


def test_own_teaser_is_stale_when_the_standfirst_is_another(target, found):
    article = make_live_link(target, own_teaser="Own")
    update(target, standfirst="By two hours.")
    assert found() == [(article.pk, target.pk, "changed")]


def test_change_that_the_own_words_do_not_stand_for_is_none(target, found):
    make_live_link(target, "Own")
    update(target, standfirst="By two hours.")
    assert found() == []


def test_link_without_own_words_follows_its_target_by_itself(target, found):
    make_live_link(target)
    update(target, headline="Ferry sails")
    assert found() == []


def test_difference_of_white_space_is_none(target, found):
    make_live_link(target, own_teaser="Own")
    update(target, standfirst="By  an\nhour.")
    assert found() == []


def test_words_that_were_saved_and_not_published_are_no_change(target, found):
    make_live_link(target, "Own")
    change(target, headline="Not yet")
    assert found() == []


def test_correction_of_the_target_puts_all_own_words_in_question(target, chief, found):
    article = make_live_link(target, "Own", "Own teaser")
    workflow.correct(target, "We wrote forty.", "There were fourteen.")
    assert found() == [(article.pk, target.pk, "corrected")]
    (link,) = to_look_at(chief, timezone.now())
    assert [words.field for words in link.changed] == ["headline", "teaser"]


def test_moment_is_that_of_the_correction_however_often_the_target_is_changed_since(target, chief):
    make_live_link(target, "Own")
    correction = workflow.correct(target, "We wrote forty.", "There were fourteen.")
    update(target, body="<p>More.</p>")
    (link,) = to_look_at(chief, timezone.now())
    assert (link.since, link.is_dated) == (correction.at, True)


def test_words_that_were_written_after_the_correction_know_it(target, found):
    workflow.correct(target, "We wrote forty.", "There were fourteen.")
    make_live_link(target, "Own")
    assert found() == []


def test_correction_that_is_said_anew_is_told_again(target, chief, found):
    first = workflow.correct(target, "We wrote forty.", "There were fourteen.")
    article = make_live_link(target, "Own")
    workflow.correct(target, "We wrote forty.", "There were fifteen.", replaces=first)
    assert found() == [(article.pk, target.pk, "corrected")]


def test_link_in_the_text_counts_where_it_has_words_of_its_own(target, found):
    article = make_live(body=in_text(target, ' data-headline="Own"')).article
    make_live(body=in_text(target))
    update(target, headline="Ferry sails")
    assert found() == [(article.pk, target.pk, "retitled")]


def test_link_to_a_withdrawn_story_is_told_whether_it_has_words_or_not(target, found):
    boxed, tells = make_live_link(target), make_live(body=in_text(target)).article
    workflow.withdraw(target, "Wrong.")
    assert found() == [(boxed.pk, target.pk, "withdrawn"), (tells.pk, target.pk, "withdrawn")]


def test_link_to_a_killed_story_is_told_once_though_it_stands_in_box_and_text(target, found):
    article = make_live_link(target, "Own", body=in_text(target))
    workflow.kill(target, "The court forbids it.")
    assert found() == [(article.pk, target.pk, "killed")]


def test_link_to_a_draft_or_a_scheduled_story_appears_by_itself_and_is_not_told(found):
    scheduled = make_article()
    workflow.schedule(scheduled, timezone.now() + timedelta(hours=1))
    make_live_link(make_article())
    make_live_link(scheduled)
    assert found() == []


def test_link_is_told_no_more_when_its_target_is_published_again(target, found):
    make_live_link(target)
    workflow.withdraw(target, "Wrong.")
    workflow.publish(target)
    assert found() == []


def test_link_of_a_withdrawn_story_is_nobodys_trouble(target, found):
    article = make_live_link(target, "Own")
    update(target, headline="Ferry sails")
    workflow.withdraw(article, "Wrong.")
    assert found() == []


def test_link_that_the_working_copy_lost_is_told_as_long_as_readers_see_it(target, chief, found):
    article = make_live_link(target, "Own")
    article.related_links.all().delete()
    change(article)
    update(target, headline="Ferry sails")
    assert found() == [(article.pk, target.pk, "retitled")]
    assert [link.is_written for link in to_look_at(chief, timezone.now())] == [False]
    workflow.update(article)
    assert found() == []


def test_link_that_stands_alike_in_both_is_told_once(target, found):
    article = make_live_link(target, "Own")
    change(article, headline="Not yet")
    update(target, headline="Ferry sails")
    assert found() == [(article.pk, target.pk, "retitled")]


def test_kept_words_are_not_told_though_readers_see_the_older_revision(target, chief, found):
    article = make_live_link(target, "Own")
    update(target, headline="Ferry sails")
    snapshots.keep_words(article, target, "headline")
    assert found() == []
    update(target, headline="Ferry sinks")
    assert found() == [(article.pk, target.pk, "retitled")]


def test_refreshed_link_is_told_no_more(target, found):
    article = make_live_link(target, "Own")
    update(target, headline="Ferry sails")
    replacing.carry_out(replacing.to_live_words(target, ["headline"]), article=article)
    assert found() == []


def test_what_changed_last_stands_first(target, found):
    other = make_live().article
    first, second = make_live_link(target), make_live_link(other)
    workflow.withdraw(target, "Wrong.")
    workflow.withdraw(other, "Wrong.")
    assert [story for story, *_ in found()] == [second.pk, first.pk]


def test_one_storys_links_can_be_asked_for(target, found):
    article, _ = make_live_link(target), make_live_link(target)
    workflow.withdraw(target, "Wrong.")
    assert found(story=article) == [(article.pk, target.pk, "withdrawn")]


def test_reporter_is_told_of_own_drafts_alone(target, found, reporter):
    person = make_person("ann", "Reporters")
    mine = make_link(target, "Own", created_by=person)
    make_link(target, "Own")
    submitted = make_link(target, "Own", created_by=person)
    workflow.submit(submitted, person)
    update(target, headline="Ferry sails")
    assert found(person) == [(mine.pk, target.pk, "retitled")]


def test_who_does_not_publish_is_told_of_working_copies_alone(target, found):
    person = make_person("ann", "Reporters")
    article = make_live_link(target, "Own", created_by=person)
    article.related_links.all().delete()
    change(article)
    update(target, headline="Ferry sails")
    assert found(person) == []


def test_who_changes_no_stories_is_told_of_none(target, found):
    make_live_link(target, "Own")
    update(target, headline="Ferry sails")
    assert found(make_person("cy", "Commercial")) == []


@pytest.mark.parametrize("count", [1, 12])
def test_as_many_queries_for_few_and_many(target, chief, count, django_assert_num_queries):
    gone = make_live().article
    for _ in range(count):
        make_live_link(target, "Own")
        make_live_link(gone)
    workflow.correct(target, "We wrote forty.", "There were fourteen.")
    workflow.withdraw(gone, "Wrong.")
    chief.has_perm("articles.change_article")  # asked once
    with django_assert_num_queries(5):
        assert len(to_look_at(chief, timezone.now())) == 2 * count


# What is offered instead


def suggest(article, target, weight):
    Suggestion.objects.update_or_create(article=article, target=target, defaults={"weight": weight, "why": "why"})


def test_best_suggestion_that_readers_see_and_that_is_not_linked_yet_is_offered(target):
    article, other = make_link(target), make_live(headline="Second best").article
    suggest(article, make_article(), 3)
    suggest(article, target, 2)
    suggest(article, other, 1)
    suggest(article, make_live().article, 0.5)
    offer = replacements({article.pk}, timezone.now())[article.pk]
    assert (offer.target_id, offer.headline) == (other.pk, "Second best")


def test_nothing_is_offered_where_nothing_goes_with_the_story(target):
    assert replacements({make_link(target).pk}, timezone.now()) == {}


def test_mirror_that_was_built_anew_tells_the_same(target, found):
    make_live_link(target, "Own")
    workflow.correct(target, "We wrote forty.", "There were fourteen.")
    before = found()
    call_command("rebuild_uses")
    assert found() == before != []
