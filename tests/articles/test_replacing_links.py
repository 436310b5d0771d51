"""Links to a story that are to lead elsewhere, nowhere, or to show what it says itself: in all that a story shows."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import body as story_body
from articles import mirror, replacing, workflow
from articles.models import Article, Revision
from articles.workflow import NotPossible
from tests.articles.linking import in_text, make_link, make_live_link
from tests.articles.replacing_uses import live
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40).map(lambda text: " ".join(text.split()))
LINK = st.tuples(st.sampled_from([1, 2]), WORDS, WORDS)


@pytest.fixture
def target():
    return make_live(headline="Ferry late").article


@pytest.fixture
def other():
    return make_live(headline="Ferry sails").article


def links_of(revision):
    return [(link.article, link.headline, link.teaser) for link in mirror.story_links(revision.content)]


def carry_out(change, article, **options):
    return replacing.carry_out(change, article=article, **options)


@settings(deadline=None)
@given(st.lists(LINK, max_size=4), st.lists(LINK, max_size=4))
def test_whatever_links_there_are_only_the_words_of_the_target_and_the_field_go(box, text):
    rows = [
        {"target": pk, "url": "", "headline": headline, "teaser": teaser, "dateline": "", "teaser_is_cut": False}
        for pk, headline, teaser in box
    ]
    blocks = [story_body.Text("<p>a</p>"), *(story_body.RelatedStory(*link) for link in text)]
    body = story_body.sanitise("\n".join(map(story_body.to_html, blocks)))
    before = {"body": body, "lead": None, "related": rows, "written_from": []}
    after = replacing.to_live_words(Article(pk=1), ["headline"]).content(before)
    wanted = [(pk, "" if pk == 1 else headline, teaser) for pk, headline, teaser in box + text]
    assert [(link.article, link.headline, link.teaser) for link in mirror.story_links(after)] == wanted
    assert (after is before) == (wanted == box + text)


def test_link_of_a_live_story_leads_to_the_other_in_both_places(target, other):
    article = make_live_link(target, "Own", "Own too", body=in_text(target, ' data-headline="Own"'))
    carry_out(replacing.to_another_story(article, target, other), article)
    assert links_of(live(article).revision) == [(other.pk, "", ""), (other.pk, "", "")]
    article.refresh_from_db()
    assert article.body == in_text(other)
    assert list(article.related_links.values_list("target", "headline", "teaser")) == [(other.pk, "", "")]


def test_link_that_is_taken_out_leaves_the_others(target, other):
    article = make_link(target, body=in_text(target))
    article.related_links.create(target=other, headline="Stays", position=1)
    change(article)
    carry_out(replacing.without_links(target), article)
    assert links_of(article.latest_revision()) == [(other.pk, "Stays", "")]
    assert story_body.related_stories(story_body.parse(Article.objects.get(pk=article.pk).body)) == []


def test_live_words_are_shown_where_the_links_own_were(target):
    article = make_live_link(target, "Own", "Own teaser")
    carry_out(replacing.to_live_words(target, ["headline"]), article)
    assert links_of(live(article).revision) == [(target.pk, "", "Own teaser")]


def test_what_was_known_of_a_cut_teaser_goes_with_it(target):
    article = make_link(target, own_teaser="Cut sh")
    article.related_links.update(teaser_is_cut=True, dateline="SALTMERE")
    change(article)
    carry_out(replacing.to_live_words(target, ["teaser"]), article)
    assert list(article.related_links.values_list("teaser", "teaser_is_cut", "dateline")) == [("", False, "")]


def test_words_that_were_not_published_do_not_slip_out(target):
    article = make_live_link(target, "Own", headline="Out")
    change(article, headline="Not yet")
    carry_out(replacing.to_live_words(target, ["headline"]), article)
    assert (live(article).headline, links_of(live(article).revision)) == ("Out", [(target.pk, "", "")])
    assert article.latest_revision().content["headline"] == "Not yet"


def test_scheduled_story_keeps_its_moment(target, other):
    at = timezone.now() + timedelta(hours=3)
    article = make_link(target)
    workflow.schedule(article, at)
    carry_out(replacing.to_another_story(article, target, other), article)
    edition = workflow.scheduled(article).get()
    assert (edition.live_from, links_of(edition.revision)) == (at, [(other.pk, "", "")])


def test_mirror_agrees_with_the_contents(target, other):
    article = make_live_link(target, "Own", body=in_text(target))
    carry_out(replacing.to_another_story(article, target, other), article)
    assert not list(mirror.disagreements(Revision.objects.prefetch_related("photo_uses", "story_links")))


def test_story_does_not_become_its_own_related_story(target):
    article = make_link(target)
    with pytest.raises(NotPossible, match="related to itself"):
        carry_out(replacing.to_another_story(article, target, article), article)


def test_link_is_not_replaced_by_one_that_is_there_already(target, other):
    article = make_link(target, body=in_text(other))
    with pytest.raises(NotPossible, match="leads to “Ferry sails” already"):
        carry_out(replacing.to_another_story(article, target, other), article)


def test_link_is_not_replaced_by_one_to_a_withdrawn_story(target, other):
    article = make_link(target)
    workflow.withdraw(other, "Wrong.")
    with pytest.raises(NotPossible, match="was withdrawn"):
        carry_out(replacing.to_another_story(article, target, other), article)


def test_link_may_be_replaced_by_one_to_a_draft_that_appears_by_itself(target):
    article, draft = make_link(target), make_article()
    carry_out(replacing.to_another_story(article, target, draft), article)
    assert links_of(article.latest_revision()) == [(draft.pk, "", "")]


def test_links_of_other_stories_stay(target):
    article, neighbour = (make_live_link(target, "Own") for _ in range(2))
    carry_out(replacing.to_live_words(target, ["headline"]), article)
    assert links_of(live(neighbour).revision) == [(target.pk, "Own", "")]
