"""How many queries each page costs: pinned, and the same at 3 stories and at 300."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles import workflow
from articles.models import Article, Author, Edition, RelatedLink, Section, Thread, Topic
from articles.reader.furniture import with_next_change
from articles.reader.views import SUBJECT
from articles.sponsors.models import Placement
from tests.factories import change, make_author, make_live, make_photo, make_section, make_thread, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[3, 300])
def site(request):
    """Stories with all that costs queries: a lead, pictures, related stories, topics, advertisements."""
    now = timezone.now()
    photo, section, topic, author = make_photo(), make_section("Harbour"), make_topic("Ferry"), make_author("Ann Lee")
    subjects = {"section": section, "thread": make_thread("The ferry"), "topics": [topic], "authors": [author]}
    first = make_live(at=now - timedelta(days=400), lead_photo=photo, **subjects)
    for slot in Placement.Slot.values:
        Placement.objects.create(
            slot=slot, label="Advertisement", advertiser="A", text="T", link="https://example.org/", picture=photo,
            disclosure="Paid.", ends_at=now + timedelta(days=1),
        )  # fmt: skip
    _many_more(first, request.param)
    return first


def _many_more(first: Edition, count: int) -> None:
    """Copies of `first`, written straight into the tables because 300 publications take long."""
    article, topic, author = first.article, first.topics.get(), first.authors.get()
    copies = Article.objects.bulk_create(
        Article(headline=f"N {number}", slug=f"n-{number}", section=first.section, body="<p>a</p>")
        for number in range(count)
    )
    times = [first.live_from + timedelta(days=1, hours=number) for number in range(count)]
    editions = Edition.objects.bulk_create(
        Edition(
            article=copy, revision=first.revision, live_from=at, first_published_at=at, path=f"/x/{number}/",
            slug=copy.slug, headline=copy.headline, kind="news", language="en-gb", section=first.section,
            lead_photo=first.lead_photo, byline=first.byline, thread=first.thread,
        )
        for number, (copy, at) in enumerate(zip(copies, times, strict=True))
    )  # fmt: skip
    for subjects, one in ((Edition.topics, {"topic": topic}), (Edition.authors, {"author": author})):
        subjects.through.objects.bulk_create(
            subjects.through(edition=edition, first_published_at=edition.live_from, **one) for edition in editions
        )
    for number, copy in enumerate(copies[:5]):
        RelatedLink.objects.create(article=article, target=copy, position=number)
    pictures = "".join(f'<figure data-photo="{make_photo().pk}"></figure>' for _ in range(3))
    related = f'<aside data-related="{Article.objects.last().pk}"></aside>'
    change(article, body=f"<p>One</p><p>Two</p>{pictures}<p>Three</p>{related}<p>Four</p><p>Five</p><p>Six</p>")
    workflow.update(article)


def test_article_page_takes_three_queries(site, client, django_assert_num_queries):
    with django_assert_num_queries(3):
        response = client.get(site.path)
    assert response.content.count(b"<figure class") >= 4


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/", 4),
        ("/latest/", 3),
        ("/section/harbour/", 3),
        ("/thread/the-ferry/", 3),
        ("/topic/ferry/", 3),
        ("/author/ann-lee/", 3),
        ("/about/", 2),
    ],
)
def test_list_page_queries(site, client, django_assert_num_queries, path, queries):
    with django_assert_num_queries(queries):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["/latest/", "/section/harbour/", "/thread/the-ferry/", "/topic/ferry/", "/author/ann-lee/"]
)
def test_deep_page_takes_as_many_queries_as_the_first(site, client, settings, django_assert_num_queries, path):
    settings.PAGE_SIZE = 2
    second = client.get(f"{path}{client.get(path).context['stories'].older}").context["stories"]
    for query in (second.older, second.newer):
        with django_assert_num_queries(3):
            assert client.get(f"{path}{query}").status_code == 200


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by the size of the tables")
@pytest.mark.parametrize("subject", ["section", "thread", "topic", "author"])
def test_list_is_read_in_the_order_of_an_index(site, subject):
    subjects = {
        "section": site.section,
        "thread": site.thread,
        "topic": site.topics.get(),
        "author": site.authors.get(),
    }
    editions = Edition.objects.live().for_cards().in_list_of(subjects[subject])
    assert "TEMP B-TREE" not in editions.order_by("-listed_at", "-listed_id")[:21].explain()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by the size of the tables")
@pytest.mark.parametrize("model", [Section, Thread, Topic, Author])
def test_next_change_is_found_among_those_that_lie_ahead(site, model):
    editions = {
        Section: Edition.objects.filter(section=SUBJECT),
        Thread: Edition.objects.filter(thread=SUBJECT),
        Topic: Edition.objects.filter(topics=SUBJECT),
        Author: Edition.objects.filter(authors=SUBJECT),
    }
    plan = with_next_change(model.objects.all(), timezone.now(), editions[model]).explain()
    assert "edition_by_start (live_from>" in plan
    assert "edition_by_end (live_until>" in plan
