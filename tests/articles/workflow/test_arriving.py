"""Copied headlines become links when their story arrives."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles import workflow
from articles.headlines import fits, headline_key
from articles.importers.load import load_story
from articles.importers.text import parse_text
from articles.models import RelatedLink
from tests.articles.importers.test_text import SEED
from tests.articles.reader.pages import link, page, texts
from tests.factories import change, make_article, make_live

HEADLINE = "Islanders of Skerry get their ferry back before Easter"
CUT = "Islanders of Skerry get their ferry…"
OLD = timedelta(days=1)


@pytest.mark.parametrize(
    ("copied", "headline", "is_so"),
    [
        ("Ferry sails again", "Ferry sails again", True),
        ("“FERRY” sails again!", "‘Ferry’ sails again", True),
        ("Fähre fährt", "Fahre fahrt", True),
        ("Ferry sails", "Ferry sails again", False),
        ("Ferry sails…", "Ferry sails again", False),
        ("Islanders of Skerry get their fer...", HEADLINE, True),
        ("Islanders of Skerry get their bus…", HEADLINE, False),
        ("…", "…", False),
        ("!", "?", False),
    ],
)
def test_copied_headline_fits(copied, headline, is_so):
    assert fits(copied, headline) == is_so


@given(st.text(max_size=80))
def test_every_headline_with_words_fits_itself(headline):
    if headline_key(headline) and not headline.rstrip().endswith(("…", "...")):
        assert fits(headline, headline.upper()) or headline.upper().lower() != headline.lower()


@pytest.fixture
def publish(db, django_capture_on_commit_callbacks):
    """Publish a story, with all that follows once that is stored."""

    def run(article, transition=workflow.publish, *given):
        with django_capture_on_commit_callbacks(execute=True):
            return transition(article, *given)

    return run


def stub(headline=HEADLINE, **fields):
    """A live story of yesterday with a copied headline in its box; its edition."""
    with time_machine.travel(timezone.now() - OLD):
        return link(make_article(**fields), headline=headline, teaser="The council has …", teaser_is_cut=True)


def box(client, edition):
    return texts(page(client, edition.path), ".related .headline")


def test_stub_becomes_a_link_when_its_story_is_published(client, publish):
    edition = stub()
    publish(make_article(HEADLINE.upper(), standfirst="The boat sails on Friday."))
    assert box(client, edition) == [HEADLINE.upper()]
    assert "The boat sails on Friday." in page(client, edition.path).css_first(".related").text()
    assert "The council has" not in page(client, edition.path).text()


def test_cut_headline_becomes_a_link_too(client, publish):
    edition = stub(CUT)
    publish(make_article(HEADLINE))
    assert box(client, edition) == [HEADLINE]


def test_link_follows_the_story_from_then_on(client, publish):
    edition, target = stub(), make_article(HEADLINE)
    publish(target)
    change(target, headline="Ferry delayed")
    workflow.publish(target)
    assert box(client, edition) == ["Ferry delayed"]


def test_story_that_is_scheduled_appears_by_itself(client, publish):
    edition, at = stub(), timezone.now() + timedelta(hours=1)
    publish(make_article(HEADLINE), workflow.schedule, at)
    assert box(client, edition) == []
    with time_machine.travel(at):
        assert box(client, edition) == [HEADLINE]


def test_stub_that_is_imported_after_its_story_becomes_a_link(client, db):
    make_live(headline=HEADLINE)
    story = make_article()
    found = RelatedLink.objects.create(article=story, headline=HEADLINE)
    workflow.match_stubs([found])
    edition = workflow.publish(story)
    assert box(client, edition) == [HEADLINE]


def test_what_was_not_published_stays_unpublished(client, publish):
    edition = stub(headline_of_story := HEADLINE)
    change(edition.article, body="<p>Not yet for readers.</p>")
    publish(make_article(headline_of_story))
    assert box(client, edition) == [HEADLINE]
    assert "Not yet for readers." not in page(client, edition.path).text()
    newest = edition.article.latest_revision()
    assert "Not yet for readers." in newest.content["body"]
    assert newest.content["related"][0]["headline"] == ""


def test_edition_that_is_scheduled_gets_the_link_too(client, publish):
    edition, at = stub(), timezone.now() + timedelta(hours=1)
    change(edition.article, standfirst="News at noon.")
    workflow.schedule(edition.article, at)
    publish(make_article(HEADLINE))
    with time_machine.travel(at):
        assert "News at noon." in page(client, edition.path).text()
        assert box(client, edition) == [HEADLINE]


def test_revision_says_what_arrived(publish):
    edition = stub()
    publish(make_article(HEADLINE))
    assert edition.article.latest_revision().why == f"“{HEADLINE}” arrived: it was a headline only"


def test_draft_does_not_take_a_stub(client, db):
    stub()
    make_article(HEADLINE)
    assert RelatedLink.objects.stubs().count() == 1


@pytest.mark.parametrize("headline", ["Weather", HEADLINE])
def test_stub_that_may_be_several_stories_or_says_little_is_told_to_editors(desk, publish, headline):
    edition = stub(headline)
    first = make_live(headline=headline) if headline == HEADLINE else None
    second = publish(make_article(headline))
    assert RelatedLink.objects.stubs().get().article == edition.article
    told = " ".join(texts(page(desk, "/admin/"), "[aria-labelledby=desk-stubs] .desk-words"))
    assert f"may be story {(first or second).article_id}, “{headline}”" in told


def test_story_is_not_its_own_related_story(publish):
    article = make_article(HEADLINE)
    RelatedLink.objects.create(article=article, headline=HEADLINE)
    publish(article)
    assert RelatedLink.objects.stubs().count() == 1


def test_headline_that_an_editor_took_out_stays_out(publish):
    edition = stub()
    RelatedLink.objects.all().delete()
    change(edition.article)
    publish(make_article(HEADLINE))
    assert edition.article.latest_revision().content["related"] == []


STORY = """Harbour wall holds in the storm

By Ann Lee

Saltmere's new wall held on Friday night, when the highest tide of the year met a gale from the west.

The water stood a hand's breadth below the top for an hour, and went back before midnight.

Check Also

Islanders of Skerry get their ferry back before Easter

SKERRY — The islanders of Skerry are to have a ferry again, the council …
"""


def test_imported_headline_is_shown_live_once_its_story_is_here(client, publish):
    _import_and_arrive(client, publish, STORY.encode())


def test_seed_shows_the_story_that_it_names_once_that_is_here(client, publish):
    if not SEED.exists():
        pytest.skip("the shared seed is not here")
    _import_and_arrive(client, publish, SEED.read_bytes())


def _import_and_arrive(client, publish, text):
    article = load_story(parse_text(text), "seed").article
    copied = article.related_links.get()
    change(article, lead_photo=None, body="<p>Its pictures have no files yet.</p>")
    edition = publish(article)
    first = "A plane with 68 people left on Monday. It landed in San Pedro Sula, and went on to Bogotá on the same day."
    target = make_article(copied.headline, body=f"<p>{first}</p>" + "<p>More.</p>" * 3)
    publish(target)
    assert box(client, edition) == [copied.headline]
    teaser = texts(page(client, edition.path), ".related .standfirst")[0]
    assert teaser == first
    change(target, headline="What became of it")
    publish(target)
    assert box(client, edition) == ["What became of it"]


def test_import_goes_on_writing_over_its_own(publish):
    article = load_story(parse_text(STORY.encode()), "seed").article
    publish(make_article(HEADLINE))
    assert article.related_links.get().target_id
    outcome = load_story(parse_text(STORY.replace("before midnight", "at midnight").encode()), "seed")
    assert outcome.status == "updated"
    assert article.related_links.get().target_id
