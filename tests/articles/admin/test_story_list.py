"""The stories' list: what stands in it, how it is narrowed and put in order, and what that costs."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import search, workflow
from articles.admin import story_list
from articles.models import Article
from tests.factories import change, make_article, make_author, make_live, make_photo, make_section

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture
def shown(desk):
    """The headlines that the list shows when it is narrowed so."""

    def of(**narrowed):
        response = desk.get(LIST, narrowed)
        assert response.status_code == 200, response.headers.get("Location")
        return [str(story) for story in response.context["cl"].result_list]

    return of


def cells(client, name, **narrowed):
    """What a column says, line by line."""
    html = LexborHTMLParser(client.get(LIST, narrowed).content.decode())
    return [" ".join(cell.text(separator=" ").split()) for cell in html.css(f".field-{name}")]


def age(article, **by):
    Article.objects.filter(pk=article.pk).update(updated_at=timezone.now() - timedelta(**by))


class TestColumns:
    def test_story_begins_with_its_headline_and_standfirst(self, desk):
        make_article("Ferry <b>sails</b>", standfirst="At eight.", kind="opinion")
        assert cells(desk, "story") == ["Ferry <b>sails</b> Opinion. At eight."]

    def test_authors_stand_in_the_order_of_the_byline(self, desk):
        make_article(authors=[make_author("Zoe Ash"), make_author("Ann Lee")])
        assert cells(desk, "written_by") == ["Zoe Ash, Ann Lee"]

    def test_stage_says_who_has_the_story(self, desk, editor):
        workflow.assign(make_article(), editor, by=editor)
        workflow.submit(make_article())
        make_article()
        assert sorted(cells(desk, "how_far")) == ["", "Draft with editor", "In review"]

    def test_last_change_says_when_and_by_whom(self, desk, editor, at_noon):
        article = make_article()
        article.headline = "Another"
        article.save()
        story_list.Revision.objects.create(article=article, number=2, content={}, created_by=editor)
        assert cells(desk, "changed")[0].endswith("UTC by editor")

    def test_readers_state(self, desk):
        make_article("draft")
        make_live(headline="live")
        workflow.withdraw(make_live(headline="withdrawn").article, "Wrong")
        workflow.kill(make_live(headline="killed").article, "Wrong")
        workflow.schedule(make_article("scheduled"), timezone.now() + timedelta(days=1))
        workflow.schedule_withdrawal(make_live(headline="ends").article, timezone.now() + timedelta(days=1), "Over")
        states = dict(zip([s.split()[0] for s in cells(desk, "story")], cells(desk, "readers_state"), strict=True))
        assert states == {
            "draft": "nothing yet",
            "live": "live",
            "withdrawn": "withdrawn",
            "killed": "killed",
            "scheduled": "nothing yet; scheduled",
            "ends": "live",
        }


class TestNarrowed:
    @pytest.mark.parametrize("state", ["live", "scheduled", "withdrawn", "killed", "none"])
    def test_by_what_readers_see(self, shown, state):
        make_article("none")
        make_live(headline="live")
        workflow.withdraw(make_live(headline="withdrawn").article, "Wrong")
        workflow.schedule(make_article("scheduled"), timezone.now() + timedelta(days=1))
        workflow.kill(make_article("killed"), "Wrong")
        assert (state in shown(readers=state)) and set(shown(readers=state)) <= {state, "killed"}

    def test_by_section_stage_and_kind(self, shown):
        section = make_section()
        workflow.submit(make_article("One", section=section, kind="opinion"))
        make_article("Two")
        assert shown(section__id__exact=section.pk, kind__exact="opinion", stage__exact="review") == ["One"]

    def test_story_at_rest_since_it_was_published_is_no_draft(self, shown, reporter):
        make_live(headline="At rest")
        change(make_live(headline="Taken up").article, holder=reporter)
        make_article("New")
        assert sorted(shown(stage__exact="draft")) == ["New", "Taken up"]

    def test_by_no_section_is_offered_in_a_word(self, desk):
        make_article(section=make_section())
        html = LexborHTMLParser(desk.get(LIST).content.decode())
        assert html.css_first('#changelist-filter a[href="?section__isnull=True"]').text(strip=True) == "none"

    def test_by_author(self, shown):
        author = make_author()
        make_article("Hers", authors=[make_author(), author])
        make_article("Another’s")
        assert shown(author=author.pk) == ["Hers"]

    @pytest.mark.parametrize("value", ["nobody", "0", "99999999999999999999", "1,2"])
    def test_by_an_author_that_is_none_shows_nothing(self, shown, value):
        make_article()
        assert shown(author=value) == []

    def test_by_the_days_of_the_last_change_in_the_sites_zone(self, shown, settings):
        settings.TIME_ZONE = "Europe/London"
        Article.objects.filter(pk=make_article("Summer").pk).update(
            updated_at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
        )
        assert shown(changed_from="2026-07-01", changed_until="2026-07-01") == ["Summer"]
        assert shown(changed_until="2026-06-30") == []

    def test_by_the_days_of_the_first_publication(self, shown):
        make_live(headline="March", at=datetime(2026, 3, 5, tzinfo=UTC))
        make_live(headline="April", at=datetime(2026, 4, 5, tzinfo=UTC))
        make_article("Never")
        assert shown(published_from="2026-03-01", published_until="2026-03-31") == ["March"]

    @pytest.mark.parametrize("value", ["yesterday", "0001-01-01", "9999-12-31", "2026-02-30", "' OR 1"])
    def test_what_is_no_day_narrows_nothing(self, shown, value):
        make_article("A story")
        assert shown(changed_from=value, published_until=value) == ["A story"]

    def test_by_photo_in_the_working_copy_or_before_readers(self, shown):
        photo = make_photo()
        change(make_live(headline="Live", lead_photo=photo).article, lead_photo=None)
        make_article("Draft", body=f'<figure data-photo="{photo.pk}"></figure><p>Text.</p>')
        make_article("Without")
        assert set(shown(photo=photo.pk)) == {"Live", "Draft"}
        assert shown(photo=f"{photo.pk + 1}") == shown(photo="x") == []

    def test_photos_page_leads_to_its_stories(self, desk):
        photo = make_photo()
        make_article(lead_photo=photo)
        assert f"{LIST}?photo={photo.pk}" in desk.get(f"/admin/photos/photo/{photo.pk}/change/").content.decode()

    def test_forms_of_filters_keep_what_else_is_narrowed(self, desk):
        html = LexborHTMLParser(desk.get(LIST, {"q": "ferry", "readers": "live", "author": "1"}).content.decode())
        kept = {field.attributes["name"] for field in html.css(".asking.dates input[type=hidden]")}
        assert kept == {"q", "readers", "author"}

    def test_reporter_sees_no_story_of_others(self, staff):
        make_article("Another’s")
        assert staff("view_article").get(LIST).context["cl"].result_list == []


class TestSearch:
    def test_finds_in_texts(self, shown):
        make_article("Found", body="<p>A lighthouse.</p>")
        make_article("Not found")
        assert shown(q="lighth") == ["Found"]

    def test_headlines_come_first_then_the_last_changed(self, shown):
        for headline, body, days in [
            ("Ferry, old", "x", 9), ("Text, old", "ferry", 8), ("Ferry, new", "x", 7), ("Text, new", "ferry", 6),
        ]:  # fmt: skip
            age(make_article(headline, body=f"<p>{body}</p>"), days=days)
        assert shown(q="ferry") == ["Ferry, new", "Ferry, old", "Text, new", "Text, old"]

    def test_the_order_that_is_asked_for_wins(self, shown):
        age(make_article("Ferry", body="<p>x</p>"), days=2)
        age(make_article("Text", body="<p>ferry</p>"), days=1)
        assert shown(q="ferry", o="-6") == ["Text", "Ferry"]

    @pytest.mark.parametrize("few", [1000, 1])
    def test_pages_follow_each_other_without_gap_or_double(self, shown, monkeypatch, few):
        monkeypatch.setattr(search, "FEW", few)
        monkeypatch.setattr(story_list.StoryListMixin, "list_per_page", 3)
        for number in range(4):
            make_article(f"Ferry {number}")
            make_article(f"Text {number}", body="<p>ferry</p>")
        pages = [shown(q="ferry", p=page) for page in (1, 2, 3)]
        assert [len(page) for page in pages] == [3, 3, 2]
        assert len({headline for page in pages for headline in page}) == 8
        assert all(headline.startswith("Ferry") for headline in pages[0])


class TestCounting:
    def test_says_how_many_there_are(self, desk):
        make_article()
        assert "1 story" in desk.get(LIST).content.decode()

    def test_counts_to_a_bound_and_turns_pages_to_there(self, desk, monkeypatch):
        monkeypatch.setattr(story_list, "MOST_COUNTED", 4)
        monkeypatch.setattr(story_list.StoryListMixin, "list_per_page", 2)
        for _ in range(6):
            make_article()
        page = desk.get(LIST)
        assert "More than 4 stories" in page.content.decode()
        assert page.context["cl"].paginator.num_pages == 2
        assert desk.get(LIST, {"p": 2}).status_code == 200


class TestCost:
    @pytest.mark.parametrize("count", [3, 30])
    def test_as_many_queries_for_few_and_many(self, desk, django_assert_num_queries, count):
        for _ in range(count):
            make_live(authors=[make_author()])
        with django_assert_num_queries(8):
            desk.get(LIST)

    @pytest.mark.parametrize("count", [3, 30])
    def test_as_many_queries_for_a_search(self, desk, django_assert_num_queries, count):
        for _ in range(count):
            make_live(headline="Ferry", authors=[make_author()])
        with django_assert_num_queries(11):
            desk.get(LIST, {"q": "ferry", "readers": "live"})


# What may never stand in a plan: a table read from end to end, or all of it sorted for one page.
WHOLE, SORTED = "SCAN articles_article", "USE TEMP B-TREE FOR ORDER BY"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="plans are read as SQLite tells them")
class TestPlans:
    @pytest.fixture
    def plans(self, desk, django_assert_max_num_queries):
        """How SQLite goes about the queries that find a page's stories, without statistics, as on a young site."""

        def of(**narrowed):
            with django_assert_max_num_queries(99) as caught:
                desk.get(LIST, narrowed)
            found = [query["sql"] for query in caught if query["sql"].startswith(("SELECT", "WITH"))]
            keys = [sql for sql in found if '"articles_article"."id" AS "pk" FROM' in sql]
            assert keys
            return [plan for sql in keys for plan in _plan(sql)]

        make_section("News")
        make_live()
        return of

    @pytest.mark.parametrize(
        "narrowed",
        [{}, {"p": "1", "o": "-6"}, {"section__id__exact": "1"}, {"kind__exact": "news"}, {"stage__exact": "review"},
         {"stage__exact": "draft"}, {"readers": "live"}, {"readers": "none"}, {"changed_from": "2026-01-01"},
         {"q": "the"}],
        ids=str,
    )  # fmt: skip
    def test_walks_an_index_in_order(self, plans, narrowed, monkeypatch):
        monkeypatch.setattr(search, "FEW", 0)
        make_article("The ferry")
        found = plans(**narrowed)
        assert not [step for step in found if step.startswith(WHOLE) and "INDEX" not in step]
        assert SORTED not in found

    @pytest.mark.parametrize(
        "narrowed",
        [{"readers": "scheduled"}, {"readers": "withdrawn"}, {"readers": "killed"}, {"author": "1"}, {"photo": "1"},
         {"published_from": "2026-01-01"}, {"q": "ferry"}],
        ids=str,
    )  # fmt: skip
    def test_looks_up_few(self, plans, narrowed):
        make_article("The ferry", lead_photo=make_photo(pk=1), authors=[make_author()])
        found = plans(**narrowed)
        assert not [
            step for step in found if step.startswith("SCAN") and "INDEX" not in step and "subquery" not in step
        ]


def _plan(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return [row[3] for row in cursor.fetchall()]
