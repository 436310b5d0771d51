"""Several stories at once: what the page says, what it does, and what it leaves alone."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from articles import workflow
from articles.admin import bulk
from articles.models import Article, Edition, Revision, Withdrawal
from tests.factories import change, make_article, make_live, make_section

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
WHY = {"reason": "Wrong figures", "notice": ""}
NAMES = ["move", "join", "assign", "submit", "schedule", "schedule-withdrawal", "withdraw"]


def ask(client, name, *stories, **more):
    """The list's action for the selected stories."""
    return client.post(LIST, {"action": name, "_selected_action": [story.pk for story in stories]} | more, follow=True)


def press(client, page, **typed):
    """The button of the page."""
    context = page.context
    hidden = {"stories": context["keys"], "told": context["plan"].digest}
    return client.post(f"{LIST}bulk/{context['action'].name}/", hidden | typed, follow=True)


def do(client, name, *stories, **typed):
    return press(client, ask(client, name, *stories), **typed)


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def tomorrow():
    return (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")


class TestPage:
    @pytest.mark.parametrize("name", NAMES)
    def test_nothing_happens_before_its_button_is_pressed(self, desk, name):
        story = make_live(section=make_section()).article
        change(story, headline="Changed")
        page = ask(desk, name, story)
        assert [line.article for line in page.context["plan"].possible] == [story]
        assert story.editions.live().exists()
        assert not Withdrawal.objects.exists()
        assert Revision.objects.count() == 2

    def test_names_the_stories_in_the_order_of_the_list(self, desk):
        stories = [make_article(), make_article()]
        page = ask(desk, "move", *stories)
        assert [line.article for line in page.context["plan"].lines] == stories[::-1]
        assert page.context["title"] == "Move 2 stories"

    def test_leaves_out_with_which_it_cannot_be_done_and_says_why(self, desk):
        live, draft = make_live().article, make_article()
        page = ask(desk, "withdraw", live, draft)
        assert [(line.article, line.obstacle) for line in page.context["plan"].impossible] == [
            (draft, "Readers do not see it, so there is nothing to withdraw.")
        ]
        assert page.context["keys"] == str(live.pk)

    def test_more_than_can_be_changed_at_once_are_refused_in_a_sentence(self, desk, monkeypatch):
        monkeypatch.setattr(bulk, "MOST", 2)
        stories = [make_article() for _ in range(3)]
        response = ask(desk, "move", stories[0], select_across="1")
        assert "More than 2 stories are selected" in said(response)
        assert response.redirect_chain == [(LIST, 302)]

    def test_all_that_the_list_is_narrowed_to(self, desk):
        for headline in ("Harbour one", "Harbour two", "Other"):
            make_article(headline)
        chosen = {"action": "move", "_selected_action": [1], "select_across": "1"}
        assert desk.post(f"{LIST}?q=harbour", chosen).context["plan"].number == "2 stories"

    @pytest.mark.parametrize("name", ["withdraw", "schedule-withdrawal"])
    def test_withdrawal_names_the_stories_and_fronts_that_point_there(self, desk, name):
        story = make_live().article
        make_live(headline="The one that points", body=f'<p>Said.</p><aside data-related="{story.pk}"></aside>')
        page = ask(desk, name, story)
        assert [edition.headline for edition in page.context["pointing"]] == ["The one that points"]
        assert [front["title"] for front in page.context["fronts"]] == ["The front"]
        assert "1 story and 1 front point to them" in page.content.decode()

    @pytest.mark.parametrize("count", [2, 12])
    def test_takes_as_many_queries_for_few_and_many(self, desk, django_assert_num_queries, count):
        stories = [make_live().article for _ in range(count)]
        with django_assert_num_queries(20):  # nine of them for what points there
            ask(desk, "withdraw", *stories)


class TestDone:
    def test_move_makes_a_revision_of_each_and_leaves_readers_where_they_are(self, desk, editor):
        old, new = make_section("Old"), make_section("New")
        live, there = make_live(section=old).article, make_article(section=new)
        response = do(desk, "move", live, there, section=new.pk)
        assert "Moved 1 story to New" in said(response)
        newest = live.latest_revision()
        assert (newest.content["section"], newest.why, newest.created_by) == (new.pk, "Moved to New", editor)
        assert workflow.live_edition(live).section == old
        assert there.revisions.count() == 1

    def test_move_says_that_readers_see_it_once_it_is_published(self, desk):
        page = ask(desk, "move", make_live(section=make_section("Old")).article).content.decode()
        assert "In Old now. It is live: readers find it where it is until the move is published." in page

    def test_withdraw_takes_each_with_one_reason_and_notice(self, desk, editor):
        stories = [make_live().article for _ in range(2)]
        do(desk, "withdraw", *stories, reason="Wrong figures", notice="We were wrong.")
        made = set(Withdrawal.objects.values_list("article", "reason", "notice", "by"))
        assert made == {(story.pk, "Wrong figures", "We were wrong.", editor.pk) for story in stories}
        assert not Edition.objects.live().exists()

    def test_schedule_gives_each_its_newest_revision_at_one_moment(self, desk):
        live, draft = make_live().article, make_article()
        change(live, headline="Changed")
        do(desk, "schedule", live, draft, publish_at=tomorrow())
        ahead = Edition.objects.filter(live_from__gt=timezone.now())
        assert {edition.article for edition in ahead} == {live, draft}
        assert len({edition.live_from for edition in ahead}) == 1

    def test_schedule_the_withdrawal(self, desk):
        story = make_live().article
        do(desk, "schedule-withdrawal", story, at=tomorrow(), **WHY)
        assert workflow.planned_withdrawal(story).reason == "Wrong figures"
        assert workflow.live_edition(story)

    def test_assign_and_submit(self, desk, editor):
        story = make_article()
        do(desk, "assign", story, to=editor.pk, note="By six.")
        story.refresh_from_db()
        assert (story.holder, story.notes.get().text) == (editor, "By six.")
        do(desk, "submit", story)
        story.refresh_from_db()
        assert story.stage == Article.Stage.REVIEW

    def test_is_in_the_history_of_each(self, desk):
        stories = [make_live().article for _ in range(2)]
        do(desk, "withdraw", *stories, **WHY)
        assert LogEntry.objects.count() == 2

    @pytest.mark.parametrize(
        ("name", "typed"),
        [("move", {}), ("move", {"section": "99"}), ("withdraw", {"reason": " "}), ("schedule", {"publish_at": "soon"}),
         ("assign", {"to": "99"}), ("schedule-withdrawal", {"at": "", **WHY})],
    )  # fmt: skip
    def test_what_is_typed_wrongly_is_asked_again(self, desk, name, typed):
        story = make_live().article
        page = do(desk, name, story, **typed)
        assert page.context["form"].errors
        assert workflow.live_edition(story)

    def test_all_or_none_with_the_list_of_those_that_cannot(self, desk):
        good, bad = make_live().article, make_article(slug="")
        page = do(desk, "schedule", good, bad, publish_at=tomorrow())
        assert [article for article, _ in page.context["refused"]] == [bad]
        assert "Nothing is changed, because these cannot" in page.content.decode()
        assert not Edition.objects.filter(live_from__gt=timezone.now()).exists()
        assert not LogEntry.objects.exists()


class TestStale:
    def test_what_changed_meanwhile_is_told_again(self, desk):
        story = make_live().article
        page = ask(desk, "withdraw", story)
        change(story, headline="Corrected meanwhile")
        again = press(desk, page, **WHY)
        assert bulk.CHANGED in said(again)
        assert "Corrected meanwhile" in again.content.decode()
        assert workflow.live_edition(story)
        assert not workflow.live_edition(press(desk, again, **WHY) and story)

    def test_what_has_become_impossible_stops_all(self, desk):
        stories = [make_live().article for _ in range(2)]
        page = ask(desk, "withdraw", *stories)
        workflow.withdraw(stories[0], "Another was quicker")
        again = press(desk, page, **WHY)
        assert bulk.CHANGED in said(again)
        assert workflow.live_edition(stories[1])

    @pytest.mark.parametrize("forged", ["", "nothing", "-1", "999999", "1;2", "9" * 400])
    def test_forged_numbers_do_nothing(self, desk, forged):
        story = make_live().article
        response = desk.post(f"{LIST}bulk/withdraw/", WHY | {"stories": forged, "told": "x"})
        assert response.status_code == 200
        assert workflow.live_edition(story)

    def test_what_was_not_told_is_not_done(self, desk):
        told, smuggled = make_live().article, make_live().article
        page = ask(desk, "withdraw", told)
        press(desk, page, stories=f"{told.pk},{smuggled.pk}", **WHY)
        assert Edition.objects.live().count() == 2


class TestPermission:
    @pytest.mark.parametrize("name", ["schedule", "schedule-withdrawal", "withdraw", "assign"])
    def test_reporter_is_offered_and_may_do_nothing_that_is_an_editors(self, staff, name):
        client = staff("view_article", "change_article")
        story = make_live().article
        assert client.post(f"{LIST}bulk/{name}/", WHY | {"stories": story.pk}).status_code == 403
        assert f'value="{name}"' not in client.get(LIST).content.decode()

    def test_reporter_moves_own_drafts_alone(self, staff, django_user_model):
        client = staff("view_article", "change_article")
        reporter = django_user_model.objects.get(username="reporter")
        own, submitted = make_article(created_by=reporter), make_article(created_by=reporter)
        others = make_article()
        workflow.submit(submitted)
        section = make_section()
        page = client.post(f"{LIST}bulk/move/", {"stories": f"{own.pk},{submitted.pk},{others.pk}", "told": ""})
        assert [line.article for line in page.context["plan"].possible] == [own]
        assert [line.article for line in page.context["plan"].impossible] == [submitted]
        assert others.headline not in page.content.decode()
        press(client, page, section=section.pk)
        assert list(section.articles.all()) == [own]

    def test_who_may_only_look_is_offered_nothing(self, staff):
        make_article()
        page = staff("view_article", "view_any_article").get(LIST)
        assert "action-select" not in page.content.decode()

    def test_unknown_actions_and_plain_visits(self, desk):
        assert desk.post(f"{LIST}bulk/delete/").status_code == 404
        assert desk.get(f"{LIST}bulk/move/").status_code == 405
