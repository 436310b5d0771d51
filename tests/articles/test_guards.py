"""What stands in the way of publishing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import guards, workflow
from articles.sponsors.models import Placement
from tests.factories import change, make_article, make_author, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db


def sentences(article):
    return [str(problem) for problem in guards.problems(article.latest_revision(), timezone.now())]


def advice(article, at=None):
    return [str(problem) for problem in guards.advice(article.latest_revision(), at)]


def test_whole_story_has_no_problem():
    assert sentences(make_article(lead_photo=make_photo())) == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"headline": " "}, "no headline"), ({"body": "<h2> </h2>"}, "no text"), ({"slug": ""}, "no slug")],
)
def test_missing_part_is_a_problem(fields, words):
    article = make_article()
    change(article, **fields)
    assert words in sentences(article)[0]


def test_embed_without_a_description_is_told_of_but_runs():
    article = make_article(body='<p>a</p><aside data-embed="https://vimeo.com/12345678"></aside>')
    assert sentences(article) == []
    assert any("An embed has no description" in sentence for sentence in advice(article))


def test_reference_to_a_story_that_is_not_here_is_a_problem():
    found = sentences(make_article(body='<p>a</p><aside data-related="4711"></aside>'))
    assert found == ["The text refers to story 4711, which is not here."]


def whole(**fields):
    """A story that nobody would remark on."""
    related = f'<p>a</p><aside data-related="{make_live().article_id}"></aside>'
    words = {"standfirst": "In short.", "section": make_section(), "body": related}
    return make_article(**words | fields)


def test_whole_story_is_not_remarked_on():
    assert advice(whole()) == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"standfirst": " "}, "standfirst"),
        ({"headline": "Ferry " * 16}, "headline"),
        ({"section": None}, "section"),
        ({"body": "<p>a</p>"}, "related_links"),
    ],
)
def test_what_a_story_could_do_with_is_told_with_its_field(fields, field):
    found = guards.advice(whole(**fields).latest_revision())
    assert [problem.field for problem in found] == [field]


def linking(href):
    other = make_live().article_id
    return whole(body=f'<p><a href="{href}">There</a></p><aside data-related="{other}"></aside>')


@pytest.mark.parametrize(
    "href",
    ["/2026/01/01/no-such-story/", "/section/none/", "/nothing/at-all/", "http://127.0.0.1:8000/topic/none/"],
)
def test_link_that_leads_nowhere_is_told_of(href):
    assert advice(linking(href)) == [f"The link to {href} leads to no page that readers see. Mend it, or take it out."]


def test_links_to_pages_that_readers_see_are_not_remarked_on(settings):
    make_section("Harbour")
    make_topic("Ferry")
    make_author("Ann Lee")
    story = make_live().path
    ours = ["/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/", story, settings.SITE_URL + story]
    for href in [*ours, "https://example.org/nowhere/", "mailto:a@example.org"]:
        assert advice(linking(href)) == []


def test_link_to_a_withdrawn_story_is_told_of():
    edition = make_live()
    story = linking(edition.path)
    workflow.withdraw(edition.article, "Wrong firm")
    assert len(advice(story)) == 1


def test_link_to_a_story_that_is_scheduled_before_is_no_dead_one():
    at = timezone.now() + timedelta(hours=2)
    path = workflow.schedule(make_article(), at).path
    assert advice(linking(path), at) == []
    assert len(advice(linking(path), at - timedelta(seconds=1))) == 1


def barriers(article, at=None):
    return [str(problem) for problem in guards.barriers(article, at or timezone.now())]


def test_embargo_stands_in_the_way_until_it_ends():
    article, ends = make_article(), timezone.now() + timedelta(hours=2)
    workflow.set_embargo(article, ends)
    assert "under embargo until" in barriers(article, ends - timedelta(seconds=1))[0]
    assert barriers(article, ends) == []


def test_killed_story_is_barred_until_the_kill_is_lifted():
    article = make_article()
    workflow.kill(article, "The court forbids it.")
    assert "“The court forbids it.” Lift the kill" in barriers(article)[0]
    workflow.lift(article, "The court allows it.")
    assert barriers(article) == []


def test_advertisement_without_a_label_beside_the_story_stands_in_the_way():
    section, other = make_section(), make_section()
    article = make_article(section=section)
    words = {"advertiser": "A", "text": "T", "link": "https://example.org/", "disclosure": "Paid."}
    ends = timezone.now() + timedelta(days=1)
    placed = Placement.objects.create(slot="story", label=" ", ends_at=ends, **words)
    assert [problem.placement for problem in guards.barriers(article, timezone.now())] == [placed.pk]
    placed.sections.set([other])
    assert barriers(article) == []


def test_advertisement_feature_names_who_paid_before_it_runs():
    nobody, somebody = make_article(kind="sponsored"), make_article(kind="sponsored", advertiser="Ropes Ltd")
    found = guards.problems(nobody.latest_revision(), timezone.now())
    assert [problem.field for problem in found] == ["advertiser"]
    assert guards.problems(somebody.latest_revision(), timezone.now()) == []


def test_advertiser_of_an_ordinary_story_is_pointed_out():
    story = make_article(kind="feature", advertiser="Ropes Ltd")
    assert "readers are not told" in " ".join(map(str, guards.advice(story.latest_revision())))
