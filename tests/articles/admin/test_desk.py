"""The desk: what waits for whom, by role, and what it costs."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import roles, workflow
from articles.fronts.arranging import place
from articles.fronts.slots import HOME
from articles.models import Article, Correction, Edition, Withdrawal
from articles.sponsors.models import Placement
from tests.articles.fronts.fronts import dressed, put
from tests.articles.linking import make_link, make_live_link, update
from tests.articles.reader.pages import texts
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


def later(hours=1):
    return timezone.now() + timedelta(hours=hours)


@pytest.fixture
def of_role(client, django_user_model):
    """A browser of somebody who has the role."""

    def sign_in(role):
        person = django_user_model.objects.create_user(role.lower().replace(" ", "-"), is_staff=True)
        person.groups.add(Group.objects.get(name=role))
        client.force_login(person)
        client.person = person
        return client

    return sign_in


def panels(client):
    html = LexborHTMLParser(client.get("/admin/").content.decode())
    return {panel.css_first("h2").text(strip=True): panel for panel in html.css(".desk-panels .desk-panel")}


def names(client, title):
    return texts(panels(client)[title], ".desk-lines > li > a")


def test_empty_desk_has_no_panel(of_role):
    assert panels(of_role("Editors")) == {}


def test_story_in_review_waits_for_the_editors_with_who_submitted_it(of_role, reporter):
    article = make_article(headline="Ferry", created_by=reporter)
    workflow.submit(article, reporter, "The figures are new.")
    panel = panels(of_role("Editors"))["Waiting for review"]
    assert panel.css_first("a").attributes["href"] == f"/admin/articles/article/{article.pk}/change/"
    assert "reporter submitted it" in panel.text()
    assert "The figures are new." in panel.text()


def test_people_are_named_as_colleagues_read_them(of_role, reporter):
    reporter.first_name, reporter.last_name = "Ann", "Lee"
    reporter.save()
    article = make_article(headline="Ferry", created_by=reporter)
    workflow.submit(article, reporter)
    assert "Ann Lee submitted it" in panels(of_role("Editors"))["Waiting for review"].text()


def test_story_that_is_ready_says_who_marked_it(of_role, editor):
    workflow.approve(make_article(), editor)
    assert "editor marked it as ready, " in panels(of_role("Editors"))["Ready to be published"].text()


def test_those_that_wait_longest_stand_first(of_role):
    for headline in ("First", "Second"):
        workflow.submit(make_article(headline=headline))
    assert names(of_role("Editors"), "Waiting for review") == ["First", "Second"]


def test_ready_story_waits_for_who_publishes(of_role):
    workflow.approve(make_article(headline="Ferry"))
    assert names(of_role("Editors"), "Ready to be published") == ["Ferry"]


def test_reporter_sees_own_stories_alone_and_where_they_are(of_role):
    client = of_role("Reporters")
    mine = make_article(headline="Mine", created_by=client.person)
    workflow.submit(mine, client.person)
    workflow.submit(make_article(headline="Another's"))
    workflow.approve(make_article(headline="Ready"))
    make_live(headline="Live")
    assert set(panels(client)) == {"Mine"}
    assert names(client, "Mine") == ["Mine"]
    assert "In review" in panels(client)["Mine"].text()


def test_returned_story_tells_its_reporter_what_is_to_be_done(of_role, editor):
    client = of_role("Reporters")
    article = make_article(headline="Mine", created_by=client.person)
    workflow.submit(article, client.person)
    workflow.send_back(article, "A second source, please.", editor)
    text = panels(client)["Mine"].text()
    assert "Returned by editor" in text
    assert "A second source, please." in text


def test_editor_has_in_hand_what_was_taken(of_role):
    client = of_role("Editors")
    workflow.assign(make_article(headline="Taken"), client.person)
    make_article(headline="Nobody's")
    assert names(client, "Mine") == ["Taken"]


def test_what_is_coming_stands_in_order_of_time(of_role):
    live = make_live(headline="Live").article
    workflow.schedule_withdrawal(live, later(3), "A day only.")
    workflow.schedule(make_article(headline="New"), later(1))
    workflow.set_embargo(make_article(headline="Secret"), later(2))
    client = of_role("Editors")
    assert names(client, "Scheduled next") == ["New", "Secret", "Live"]
    text = panels(client)["Scheduled next"].text()
    assert all(words in text for words in ("First publication", "Embargo ends", "Withdrawal"))


def test_live_stories_are_told_with_their_last_change_and_what_is_not_published(of_role):
    make_live(headline="Older")
    article = make_live(headline="Newer").article
    change(article, headline="Newest")
    client = of_role("Editors")
    assert names(client, "Live now, last changed") == ["Newer", "Older"]
    marked = panels(client)["Live now, last changed"].css(".changed")
    assert [mark.text() for mark in marked] == ["has changes that are not published"]


def test_corrections_and_kills_stand_on_the_desk(of_role):
    workflow.correct(make_live(headline="Wrong").article, "We wrote forty.", "There were fourteen.")
    workflow.kill(make_live(headline="Gone").article, "The court forbids it.")
    client = of_role("Editors")
    assert names(client, "Corrections") == ["Wrong"]
    assert "There were fourteen." in panels(client)["Corrections"].text()
    assert names(client, "Killed stories") == ["Gone"]
    assert "The court forbids it." in panels(client)["Killed stories"].text()


def test_commercial_sees_advertisements_alone(of_role):
    make_live()
    words = {"advertiser": "Ropes Ltd", "text": "Good ropes", "link": "https://example.org/", "disclosure": "Paid."}
    Placement.objects.create(slot="top", label="Advertisement", ends_at=later(), **words)
    assert set(panels(of_role("Commercial"))) == {"Advertisements"}


def test_administrator_is_told_who_has_no_role(of_role, django_user_model):
    django_user_model.objects.create_user("newcomer", is_staff=True)
    assert names(of_role("Administrators"), "People without a role") == ["newcomer"]


def test_front_whose_own_words_may_be_wrong_is_told(of_role):
    story = make_live(headline="Ferry sails").article
    put(content=dressed(story, headline="They sail", written_from="Ferry stays"))
    (panel,) = [panels(of_role("Editors"))["Fronts to look at"]]
    assert panel.css_first("a").attributes["href"] == "/admin/articles/arrangement/home/"
    assert panel.css_first(".changed").text() == "The story was retitled"


def test_who_may_not_arrange_is_told_of_no_front(of_role):
    put(content=dressed(make_live().article, headline="They sail", written_from="Ferry stays"))
    assert "Fronts to look at" not in panels(of_role("Photo editors"))


def test_panel_leads_to_all_where_there_are_more_than_it_shows(of_role):
    for _ in range(9):
        workflow.submit(make_article())
    panel = panels(of_role("Editors"))["Waiting for review"]
    assert len(panel.css(".desk-lines > li")) == 8
    (more,) = panel.css(".desk-more a")
    assert more.attributes["href"] == "/admin/articles/article/?stage__exact=review"


@pytest.mark.parametrize("path", ["?stage__exact=review", "?stage__exact=ready", "?readers=live", "?readers=killed"])
def test_lists_that_the_desk_leads_to_are_there(of_role, path):
    assert of_role("Editors").get(f"/admin/articles/article/{path}").status_code == 200


QUERIES = {"Reporters": 13, "Editors": 30, "Photo editors": 15, "Commercial": 5, "Administrators": 32}


@pytest.mark.parametrize("role", QUERIES)
@pytest.mark.parametrize("count", [1, 12])
def test_desk_takes_as_many_queries_for_few_as_for_many(of_role, role, count, django_assert_num_queries):
    client = of_role(role)
    retitled, gone = make_live().article, make_live().article
    for _ in range(count):
        make_link(retitled, "Own", created_by=client.person)
        make_link(gone, created_by=client.person)
        make_live_link(make_live(at=later(-48)).article)
        workflow.submit(
            make_article(created_by=client.person), client.person if roles.edits_all(client.person) else None
        )
        workflow.approve(make_article())
        workflow.correct(make_live().article, "wrong", "right")
        workflow.kill(make_live().article, "why")
        workflow.schedule(make_article(), later())
    front = dressed(withdrawn := make_live().article, headline="Own", written_from="Other", written_at=timezone.now())
    put(content=place(front, HOME, make_live().article.pk, "seconds", 0, later()))
    workflow.withdraw(withdrawn, "why")
    update(retitled, headline="Retitled")
    workflow.withdraw(gone, "Wrong.")
    client.get("/admin/")
    with django_assert_num_queries(QUERIES[role]):
        assert client.get("/admin/").status_code == 200


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by the size of the tables")
@pytest.mark.parametrize(
    "rows",
    [
        lambda: Article.objects.filter(stage="review").order_by("held_since")[:9],
        lambda: Article.objects.filter(holder=1).order_by("-held_since")[:9],
        lambda: Edition.objects.live().order_by("-live_from")[:9],
        lambda: Edition.objects.filter(live_from__gt=timezone.now()).order_by("live_from")[:9],
        lambda: Withdrawal.objects.ahead().order_by("at")[:9],
        lambda: Article.objects.filter(embargo_until__gt=timezone.now()).order_by("embargo_until")[:9],
        lambda: Correction.objects.standing()[:9],
    ],
)
def test_panels_are_read_in_the_order_of_an_index(rows):
    plan = rows().explain()
    assert "USING INDEX" in plan or "USING COVERING INDEX" in plan
    assert "TEMP B-TREE FOR ORDER BY" not in plan
