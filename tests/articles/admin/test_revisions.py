"""The revisions of a story, on their screens."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import kills, workflow
from tests.articles.admin.stories import messages, url, words
from tests.factories import change, make_article, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db


def test_changed_words_and_names_are_shown(desk):
    article = make_live(headline="Ferry sails", section=make_section("Harbour")).article
    change(article, headline="Ferry stays", section=make_section("Town"))
    said = words(desk.get(url(article, "changes")))
    assert ">sails<" in said
    assert ">stays<" in said
    assert ">Harbour<" in said
    assert ">Standfirst</h2>" not in said


def test_story_as_readers_see_it_has_no_difference(desk):
    assert b"Readers see the newest revision" in desk.get(url(make_live().article, "changes")).content


def test_unseen_story_of_a_colleague_is_not_named(beat, reporter, editor):
    secret = make_article(headline="Secret")
    article = make_live(created_by=reporter).article
    article.related_links.create(target=secret)
    change(article, headline="New")
    said = words(beat.get(url(article, "changes")))
    assert f"Story {secret.pk}" in said
    assert "Secret" not in said


def test_own_scheduled_story_has_nothing_to_compare_yet(desk):
    article = make_article()
    workflow.kill(article, "Wrong")
    assert b"Readers see nothing of this story" in desk.get(url(article, "changes")).content


# Any two


@pytest.fixture
def changed():
    """A live story, whose headline and text were changed twice since."""
    article = make_live(headline="Ferry sails", body="<p>At eight.</p>").article
    change(article, headline="Ferry stays")
    change(article, headline="Ferry waits", body="<p>At nine.</p>")
    return article


@pytest.mark.parametrize(("before", "after", "went", "came"), [(1, 2, "sails", "stays"), (3, 2, "waits", "stays")])
def test_any_two_revisions_are_compared(desk, changed, before, after, went, came):
    said = words(desk.get(url(changed, "changes"), {"before": before, "after": after}))
    assert f">{went}<" in said
    assert f">{came}<" in said


def test_two_are_compared_side_by_side(desk, changed):
    said = words(desk.get(url(changed, "changes"), {"before": 1, "after": 2, "as": "side"}))
    before, after = said.split('class="side"')[1:]
    assert (">sails<" in before, ">stays<" in before) == (True, False)
    assert (">sails<" in after, ">stays<" in after) == (False, True)


@pytest.mark.parametrize(
    "asked", [{"before": 9, "after": 1}, {"before": 1}, {"before": "x", "after": 1}, {"before": -1}]
)
def test_revision_that_is_not_there_is_not_found(desk, changed, asked):
    assert desk.get(url(changed, "changes"), asked).status_code == 404


def test_revisions_of_another_reporter_are_not_shown(beat, changed):
    assert [beat.get(url(changed, screen)).status_code for screen in ("revisions", "changes", "restore")] == [403] * 3


# The list


def test_list_tells_what_readers_see_saw_and_will_see(desk):
    article = make_live(at=timezone.now() - timedelta(hours=2)).article
    change(article, headline="Second")
    workflow.publish(article)
    change(article, headline="Third")
    workflow.schedule(article, timezone.now() + timedelta(hours=1))
    said = words(desk.get(url(article, "revisions")))
    rows = said.split("<tbody>")[1].split("<tr>")[1:]
    assert ["Readers see it from" in rows[0], "Readers see it since" in rows[1], "Readers saw it from" in rows[2]] == [
        True
    ] * 3


def test_list_takes_as_many_queries_for_few_and_many(desk, changed, django_assert_num_queries):
    for number in range(20):
        change(changed, headline=f"Ferry {number}")
    desk.get(url(changed, "revisions"))
    with django_assert_num_queries(9):
        desk.get(url(changed, "revisions"))


def test_long_list_has_pages(desk, changed):
    for number in range(50):
        change(changed, headline=f"Ferry {number}")
    assert b"Page 1 of 2" in desk.get(url(changed, "revisions")).content
    assert b"Revision 1<" in desk.get(url(changed, "revisions"), {"page": 2}).content


# Bringing one back


def bring_back(browser, article, number, **fields):
    sent = {"field": ["headline", "body"], "latest": article.latest_revision().number} | fields
    return browser.post(f"{url(article, 'restore')}?revision={number}", sent, follow=True)


def test_revision_is_brought_back_as_a_new_one(desk, changed, editor):
    said = messages(bring_back(desk, changed, 1))
    changed.refresh_from_db()
    assert said == "Restored from revision 1; this is revision 4."
    assert (changed.headline, changed.body) == ("Ferry sails", "<p>At eight.</p>")
    assert (changed.latest_revision().created_by, changed.holder) == (editor, editor)


def test_only_what_is_ticked_is_brought_back(desk, changed):
    bring_back(desk, changed, 1, field=["headline"])
    changed.refresh_from_db()
    assert (changed.headline, changed.body) == ("Ferry sails", "<p>At nine.</p>")


def test_readers_see_nothing_of_what_is_brought_back(desk, changed):
    before = changed.editions.live().get()
    bring_back(desk, changed, 2)
    assert changed.editions.live().get() == before


@pytest.mark.parametrize("fields", [[], ["stage"]])
def test_nothing_ticked_brings_nothing_back(desk, changed, fields):
    assert "Nothing is ticked" in messages(bring_back(desk, changed, 1, field=fields))
    assert changed.revisions.count() == 3


def test_what_was_saved_meanwhile_is_looked_at_first(desk, changed):
    assert "saved meanwhile" in messages(bring_back(desk, changed, 1, latest=2))
    assert changed.revisions.count() == 3


def test_what_does_not_come_back_is_said_first(desk):
    photo, topic = make_photo(), make_topic("Quays")
    article = make_article(lead_photo=photo, topics=[topic])
    article.topics.clear()
    change(article, lead_photo=None)
    pk = topic.pk
    topic.delete()
    kills.kill(photo, "Wrong person")
    said = words(desk.get(f"{url(article, 'restore')}?revision=1"))
    assert f"The topic with the number {pk} is deleted." in said
    assert "The story has no lead picture then." in said


def test_who_may_only_read_a_story_brings_nothing_back(beat, reporter):
    article = make_article(created_by=reporter)
    change(article, headline="Ferry stays")
    workflow.submit(article, reporter)
    assert beat.get(url(article, "revisions")).status_code == 200
    assert bring_back(beat, article, 1).status_code == 403
