"""Stories as readers would see them, before they do."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import kills, workflow
from articles.models import Autosave, PreviewLink
from articles.snapshots import capture
from tests.articles.admin.stories import make_person
from tests.articles.reader.pages import page, place, texts
from tests.factories import change, make_article, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db
KEPT_NOWHERE = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@pytest.fixture
def editor(client):
    client.user = make_person("eva", "Editors")
    client.force_login(client.user)
    return client


@pytest.fixture
def story():
    return make_article("Ferry sails", body="<p>It sails at eight.</p>")


@pytest.fixture
def guest(client):
    """Somebody without an account."""
    return client


def link_to(article, **fields):
    by = fields.pop("by", None) or make_person("linus", "Editors")
    until = fields.pop("until", timezone.now() + timedelta(days=1))
    return workflow.share(article, "The lawyer", until, by, **fields)


def get(client, article, query=""):
    return client.get(f"/desk/preview/{article.pk}/{query}")


def main_of(response):
    return response.content.decode().partition("<main")[2].partition("</main>")[0].partition("<script")[0]


def type_in_window(user, article, **typed):
    content = (capture(article) if article else dict(EMPTY)) | typed
    return Autosave.objects.create(key=uuid.uuid4(), editor=user, article=article, content=content, at=timezone.now())


EMPTY = {
    "headline": "", "standfirst": "", "body": "", "advertiser": "", "dateline": "", "slug": "", "kind": "news",
    "language": "en-gb", "section": None, "thread": None, "topics": [], "authors": [], "lead": None, "related": [],
}  # fmt: skip


# The page


def test_preview_is_the_page_that_readers_get(clock, editor):
    section, photo = make_section("Harbour"), make_photo()
    body = f'<p>One.</p><figure data-photo="{photo.pk}"></figure>' + "<p>More.</p>" * 6
    edition = make_live(section=section, topics=[make_topic()], lead_photo=make_photo(), body=body)
    workflow.correct(edition.article, "Wrong.", "Right.")
    place("story")
    published = editor.get(edition.path)
    assert main_of(get(editor, edition.article)) == main_of(published)


def test_saved_words_are_shown_before_they_are_published(editor):
    article = make_live(headline="As published").article
    change(article, headline="As saved")
    assert "As saved" in main_of(get(editor, article))


def test_picture_that_may_not_run_is_left_out(editor):
    photo = make_photo()
    article = make_article(lead_photo=photo)
    kills.kill(photo, "Wrong person")
    assert get(editor, article).content.count(b"<img") == 0


def test_nothing_of_it_is_for_search_engines(editor, story):
    html = page(editor, f"/desk/preview/{story.pk}/")
    assert html.css_first("meta[name=robots]").attributes["content"] == "noindex, nofollow, noarchive"
    assert not html.css("link[rel=canonical], meta[property], script[type='application/ld+json']")


def test_revision_is_shown_as_it_was(editor, story):
    change(story, headline="Ferry stays")
    assert "Ferry sails" in main_of(get(editor, story, "?revision=1"))


@pytest.mark.parametrize("query", ["?revision=9", "?revision=x", "?revision=99999999999999999999"])
def test_revision_that_is_not_there(editor, story, query):
    assert get(editor, story, query).status_code == 404


def test_same_queries_for_few_and_many(editor, django_assert_max_num_queries):
    photos = "".join(f'<figure data-photo="{make_photo().pk}"></figure><p>a</p>' for _ in range(9))
    article = make_article(body=photos, topics=[make_topic() for _ in range(5)])
    with django_assert_max_num_queries(26):
        get(editor, article)


# What is typed


def test_typed_words_are_shown(editor, story):
    window = type_in_window(editor.user, story, headline="Ferry stays").key
    assert "Ferry stays" in main_of(get(editor, story, f"?window={window}"))


def test_window_in_which_nothing_was_typed_shows_what_is_saved(editor, story):
    assert "Ferry sails" in main_of(get(editor, story, f"?window={uuid.uuid4()}"))


def test_window_of_somebody_else_is_not_shown(editor, story):
    window = type_in_window(make_person("otto", "Editors"), story, headline="Secret").key
    assert b"Secret" not in get(editor, story, f"?window={window}").content


def test_window_of_another_story_is_not_shown(editor, story):
    window = type_in_window(editor.user, make_article(), headline="Another").key
    assert b"Another" not in get(editor, story, f"?window={window}").content


def test_story_that_was_never_saved_is_shown(editor):
    window = type_in_window(editor.user, None, headline="Begun", body="<p>Words.</p>").key
    assert "Begun" in main_of(editor.get(f"/desk/preview/?window={window}"))


def test_typed_numbers_of_what_is_not_there_are_left_out(editor, story):
    typed = {"section": 99, "topics": [98], "authors": [97], "lead": {"photo": 96, "caption": "", "alt": ""}}
    window = type_in_window(editor.user, story, **typed).key
    assert get(editor, story, f"?window={window}").status_code == 200


def test_nothing_typed_of_no_story_is_no_page(editor):
    assert editor.get("/desk/preview/").status_code == 404


@pytest.mark.parametrize(
    ("role", "status"), [("Editors", 200), ("Photo editors", 200), ("Reporters", 403), ("Commercial", 403)]
)
def test_who_may_see_the_story_sees_its_preview(client, story, role, status):
    client.force_login(make_person("sam", role))
    assert get(client, story).status_code == status


def test_guest_without_a_link_is_asked_to_sign_in(guest, story):
    assert get(guest, story).status_code == 302


def test_page_for_the_forms_frame_has_no_bar(editor, story):
    assert "moment-bar" in get(editor, story).content.decode()
    assert "moment-bar" not in get(editor, story, "?framed=1").content.decode()


def test_editors_preview_is_kept_nowhere(editor, story):
    response = get(editor, story)
    assert {name: response[name] for name in KEPT_NOWHERE} == KEPT_NOWHERE
    assert not response.has_header("Surrogate-Key")


# Links for guests


def test_link_shows_the_newest_that_is_saved(guest, story):
    link = link_to(story)
    change(story, headline="Ferry stays")
    assert "Ferry stays" in main_of(guest.get(link.get_absolute_url()))


def test_link_to_a_revision_shows_it_for_ever(guest, story):
    link = link_to(story, revision=story.latest_revision())
    change(story, headline="Ferry stays")
    assert "Ferry sails" in main_of(guest.get(link.get_absolute_url()))


def test_link_shows_nothing_that_is_typed_and_not_saved(guest, story):
    link = link_to(story)
    window = type_in_window(link.made_by, story, headline="Typed").key
    assert b"Typed" not in guest.get(f"{link.get_absolute_url()}?window={window}").content


def test_link_is_kept_nowhere_and_tells_nobody_its_address(guest, story):
    response = guest.get(link_to(story).get_absolute_url(), headers={"accept-encoding": "gzip"})
    assert {name: response[name] for name in KEPT_NOWHERE} == KEPT_NOWHERE
    assert not [name for name in ("Surrogate-Key", "X-Next-Change", "ETag", "Last-Modified") if name in response]


def test_link_is_framed_by_nobody(guest, story):
    response = guest.get(link_to(story).get_absolute_url())
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_embargo_stands_over_the_preview(guest, story):
    workflow.set_embargo(story, timezone.now() + timedelta(days=2))
    [bar] = texts(page(guest, link_to(story).get_absolute_url()), ".moment-bar")
    assert "Embargo until" in bar
    assert "For The lawyer" in bar


def test_views_are_counted(guest, story):
    link = link_to(story)
    for _ in range(3):
        guest.get(link.get_absolute_url())
    guest.head(link.get_absolute_url())
    link.refresh_from_db()
    assert (link.views, link.last_viewed_at is not None) == (3, True)


def end_by_revoking(link):
    workflow.revoke(link, link.made_by)


def end_by_blocking_its_maker(link):
    link.made_by.is_active = False
    link.made_by.save()


def end_by_taking_its_makers_role(link):
    link.made_by.groups.clear()


def end_by_killing_the_story(link):
    workflow.publish(link.article)
    workflow.kill(link.article, "Wrong")


def end_by_another_token(link):
    PreviewLink.objects.filter(pk=link.pk).update(token="x" * 43)


ENDS = [
    end_by_revoking, end_by_blocking_its_maker, end_by_taking_its_makers_role, end_by_killing_the_story,
    end_by_another_token,
]  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_link_that_ended_is_answered_as_one_that_never_was(guest, story, end):
    link = link_to(story)
    assert guest.get(link.get_absolute_url()).status_code == 200
    end(link)
    response, never = guest.get(link.get_absolute_url()), guest.get("/preview/never-made/")
    assert (response.status_code, never.status_code) == (404, 404)
    assert response.content == never.content
    assert {name: response[name] for name in KEPT_NOWHERE} == KEPT_NOWHERE


def test_link_ends_on_the_second(guest, story):
    until = timezone.now() + timedelta(hours=1)
    link = link_to(story, until=until)
    with time_machine.travel(until - timedelta(seconds=1), tick=False):
        assert guest.get(link.get_absolute_url()).status_code == 200
    with time_machine.travel(until, tick=False):
        assert guest.get(link.get_absolute_url()).status_code == 404


def test_ended_link_counts_no_view(guest, story):
    link = link_to(story)
    workflow.revoke(link, link.made_by)
    guest.get(link.get_absolute_url())
    link.refresh_from_db()
    assert link.views == 0


def test_link_leads_to_no_other_story(guest, story):
    other = make_article("Another")
    assert b"Another" not in guest.get(link_to(story).get_absolute_url()).content
    assert (
        guest.get(f"{link_to(story, by=make_person('mia', 'Editors')).get_absolute_url()}{other.pk}/").status_code
        == 404
    )


def test_link_is_only_read(guest, story):
    assert guest.post(link_to(story).get_absolute_url()).status_code in {403, 405}
