"""Links to other sites' pages that are gone, as editors are told of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import guards, workflow
from articles.link_checks import contents, note_places, standing
from articles.models import OutsideLink
from tests.articles.admin.test_desk import panels
from tests.articles.reader.pages import page, texts
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db

URL = "https://gone.example/report"
LIST = "/admin/articles/article/dead-links/"


def leading_to(url=URL, **fields):
    return make_live(body=f'<p><a href="{url}">A</a></p>', **fields)


def find_dead(*urls, days=2):
    """As two runs leave them, so many days apart."""
    note_places(standing(contents(timezone.now())))
    for url in urls or [URL]:
        link = OutsideLink.objects.get(url=url)
        for back in (days, 0):
            link.note("dead", "404 Not Found", timezone.now() - timedelta(days=back))


def test_desk_names_the_story_and_what_the_site_said(desk):
    edition = leading_to(headline="The report")
    find_dead()
    panel = panels(desk)["Dead links to other sites"]
    assert panel.css_first("a").attributes["href"] == f"/admin/articles/article/{edition.article_id}/change/"
    assert "gone.example: 404 Not Found. Gone since" in panel.text()


def test_link_that_was_found_dead_once_is_not_told_of(desk):
    leading_to()
    find_dead(days=0)
    assert "Dead links to other sites" not in panels(desk)


def test_link_that_was_taken_out_leaves_the_desk_before_the_next_run(desk):
    edition = leading_to()
    find_dead()
    change(edition.article, body="<p>No link.</p>")
    assert "Dead links to other sites" not in panels(desk)


def test_list_tells_a_mended_link_until_it_is_published(desk):
    edition = leading_to()
    find_dead()
    change(edition.article, body="<p>No link.</p>")
    assert "mended, not published yet" in page(desk, LIST).text()
    workflow.publish(edition.article)
    assert "No link is dead" in page(desk, LIST).text()


def test_list_has_each_link_once_with_all_its_stories(desk):
    leading_to(headline="One")
    leading_to(headline="Two")
    find_dead()
    html = page(desk, LIST)
    assert texts(html, ".sheet h2") == [URL]
    assert texts(html, ".sheet li > a") == ["One", "Two"]


def test_reporter_is_told_of_own_stories_only(client, reporter):
    leading_to("https://b.example/", headline="A colleague's")
    own = make_article(headline="Own", created_by=reporter, body=f'<p><a href="{URL}">A</a></p>')
    workflow.publish(own)
    find_dead(URL, "https://b.example/")
    client.force_login(reporter)
    assert texts(page(client, LIST), ".sheet li > a") == ["Own"]


def test_list_costs_the_same_for_many(desk, django_assert_max_num_queries):
    for number in range(30):
        leading_to(f"https://{number}.example/")
    find_dead(*(f"https://{number}.example/" for number in range(30)))
    with django_assert_max_num_queries(14):
        desk.get(LIST)


def test_address_in_the_list_is_no_script(desk):
    leading_to("https://gone.example/?q=%3Cscript%3E&amp;x=1")
    find_dead("https://gone.example/?q=%3Cscript%3E&x=1")
    html = page(desk, LIST)
    assert html.css_first(".sheet h2 a").attributes["href"] == "https://gone.example/?q=%3Cscript%3E&x=1"


def test_publish_check_tells_of_it():
    edition = leading_to()
    find_dead()
    found = [problem for problem in guards.advice(edition.revision) if URL in str(problem)]
    assert [problem.field for problem in found] == ["body"]


def test_publish_check_of_a_story_without_links_asks_nothing(django_assert_num_queries):
    revision = make_article().latest_revision()
    with django_assert_num_queries(0):
        assert not [problem for problem in guards._text_advice(revision.content, timezone.now()) if URL in str(problem)]
