"""Publishing from the story's screen."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Edition
from tests.factories import change, make_article, make_author, make_live, make_photo

pytestmark = pytest.mark.django_db
INLINES = {
    f"{prefix}-{name}": "0" for prefix in ("bylines", "related_links") for name in ("TOTAL_FORMS", "INITIAL_FORMS")
}


def form(**fields):
    """What the browser sends for a story."""
    words = {
        "headline": "Ferry sails",
        "slug": "ferry-sails",
        "body": "<p>At eight.</p>",
        "kind": "news",
        "language": "en-gb",
    }
    return INLINES | words | fields


def change_url(article):
    return f"/admin/articles/article/{article.pk}/change/"


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_save_makes_a_revision_by_its_editor(desk, editor):
    desk.post("/admin/articles/article/add/", form(_continue=""))
    revision = Article.objects.get().latest_revision()
    assert (revision.number, revision.created_by) == (1, editor)


def test_save_shows_readers_nothing(desk):
    desk.post("/admin/articles/article/add/", form(_continue=""))
    assert not Edition.objects.exists()


def test_publish_button_publishes_what_was_typed(desk, editor):
    desk.post("/admin/articles/article/add/", form(_publish=""))
    edition = Edition.objects.live().get()
    assert (edition.headline, edition.published_by) == ("Ferry sails", editor)


def test_update_button_shows_the_change(desk):
    article = make_live().article
    desk.post(change_url(article), form(headline="Ferry stays", _publish=""))
    assert Edition.objects.live().get().headline == "Ferry stays"


def test_refused_publication_keeps_what_was_typed_and_says_why(desk):
    photo = make_photo(alt="")
    body = f'<p>New words.</p><figure data-photo="{photo.pk}"></figure>'
    response = desk.post("/admin/articles/article/add/", form(body=body, _publish=""), follow=True)
    assert "no alt text" in messages(response)
    assert f"/admin/photos/photo/{photo.pk}/change/" in messages(response)
    assert "New words." in Article.objects.get().body


def refused(desk, **fields):
    """The message of a refused publication."""
    article = make_article()
    return messages(desk.post(change_url(article), form(**{"_publish": ""} | fields), follow=True))


def test_each_problem_leads_to_its_field(desk):
    photo = make_photo(alt="")
    message = refused(desk, body="", lead_photo=photo.pk)
    assert 'href="#id_body">Go to the text' in message
    assert 'href="#id_lead_photo">Go to the lead picture' in message
    assert f'href="/admin/photos/photo/{photo.pk}/change/"' in message


def test_problem_of_a_photo_leads_to_its_place_in_the_text_and_to_the_library(desk):
    photo = make_photo(alt="")
    message = refused(desk, body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>')
    assert f'href="#photo-{photo.pk}">Go to it in the text' in message
    assert f'href="/admin/photos/photo/{photo.pk}/change/"' in message


def test_taken_address_leads_to_the_slug(desk):
    make_live(slug="ferry-sails")
    assert 'href="#id_slug"' in refused(desk)


def test_one_problem_is_told_in_a_sentence_and_several_in_a_list(desk):
    assert "<ul>" not in refused(desk, body="")
    message = refused(desk, body="", lead_photo=make_photo(alt="").pk)
    assert message.startswith("Saved, but not published. 2 things are to be mended first:<ul>")


def test_words_of_a_caption_are_no_markup_in_the_message(desk):
    photo = make_photo(alt="", caption="<script>x</script>")
    assert "<script>" not in refused(desk, lead_photo=photo.pk)


def test_empty_headline_is_one_error(desk):
    response = desk.post("/admin/articles/article/add/", form(headline="", slug="", _continue=""))
    assert response.context["adminform"].form.errors.keys() == {"headline"}


def test_emptied_slug_is_asked_for(desk):
    response = desk.post(change_url(make_article()), form(slug="", _continue=""))
    assert "Give the story a slug" in str(response.context["adminform"].form.errors["slug"])


def test_published_story_without_a_lead_picture_is_told_of_it(desk):
    body = f'<p>At eight.</p><figure data-photo="{make_photo().pk}"></figure>'
    response = desk.post("/admin/articles/article/add/", form(body=body, _publish=""), follow=True)
    assert "no lead picture" in messages(response)


def test_unknown_photo_is_refused_and_everything_typed_stays(desk):
    body = '<p>Many words.</p><figure data-photo="4711"></figure>'
    response = desk.post("/admin/articles/article/add/", form(body=body, _continue=""))
    assert b"There is no photo with the number 4711" in response.content
    assert b"Many words." in response.content
    assert not Article.objects.exists()


def test_schedule_button_schedules_in_the_sites_zone(desk):
    article = make_article()
    at = (timezone.localtime() + timedelta(days=1)).replace(second=0, microsecond=0)
    desk.post(change_url(article), form(publish_at=at.strftime("%Y-%m-%dT%H:%M"), _schedule=""))
    assert Edition.objects.get().live_from == at


@pytest.mark.parametrize(
    ("moment", "words"), [("", "Give the day and the time"), ("2020-01-01T10:00", "is past"), ("soon", "Give the day")]
)
def test_impossible_time_is_refused_with_a_sentence(desk, moment, words):
    response = desk.post(change_url(make_article()), form(publish_at=moment, _schedule=""), follow=True)
    assert words in messages(response)
    assert not Edition.objects.exists()


@pytest.mark.parametrize(
    "fields", [{"_schedule": ""}, {"_publish": "", "body": ""}, {"_continue": ""}, {"_continue": "", "headline": ""}]
)
def test_typed_time_survives_what_did_not_use_it(desk, fields):
    fields = {"publish_at": "2020-01-01T10:00"} | fields
    content = desk.post(change_url(make_article()), form(**fields), follow=True).content.decode()
    assert 'name="publish_at" value="2020-01-01T10:00"' in content
    assert '<details class="schedule" open>' in content


def test_used_time_is_gone_from_the_form(desk):
    fields = {"publish_at": "2030-01-01T10:00", "_schedule": ""}
    response = desk.post(change_url(make_article()), form(**fields), follow=True)
    assert b'name="publish_at" value=""' in response.content


def test_sites_zone_stands_beside_the_time(desk, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    assert b"In Europe/Berlin time" in desk.get(change_url(make_article())).content


def test_schedule_is_cancelled_by_its_button(desk):
    article = make_article()
    desk.post(change_url(article), form(publish_at="2999-01-01T10:00", _schedule=""))
    desk.post(change_url(article), form(_cancel_schedule=""))
    assert not Edition.objects.exists()


def test_withdrawal_asks_first(desk):
    edition = make_live()
    response = desk.get(f"/admin/articles/article/{edition.article_id}/withdraw/")
    assert b"Withdraw the story" in response.content
    assert Edition.objects.live().exists()


def test_withdrawal_names_the_stories_that_readers_see_pointing_to_it(desk):
    edition = make_live()
    pointing = make_live(headline="Points", body=f'<p>a</p><aside data-related="{edition.article_id}"></aside>')
    make_article(headline="Draft", body=f'<p>a</p><aside data-related="{edition.article_id}"></aside>')
    content = desk.get(f"/admin/articles/article/{edition.article_id}/withdraw/").content.decode()
    assert "1 live story points to it" in content
    assert f'<a href="{change_url(pointing.article)}">Points</a>' in content
    assert "Draft" not in content


def test_withdrawal_takes_the_story_from_readers(desk):
    edition = make_live()
    desk.post(f"/admin/articles/article/{edition.article_id}/withdraw/", {"reason": "Wrong", "notice": "It was wrong."})
    assert not Edition.objects.live().exists()


def test_withdrawal_without_reason_changes_nothing(desk):
    edition = make_live()
    desk.post(f"/admin/articles/article/{edition.article_id}/withdraw/", {"reason": "", "notice": ""})
    assert Edition.objects.live().exists()


def test_form_says_what_readers_see(desk):
    edition = make_live()
    change(edition.article, headline="Newer")
    words = " ".join(desk.get(change_url(edition.article)).content.decode().split())
    assert "Readers see revision 1 since" in words
    assert "(revision 2) are not published" in words


@pytest.mark.parametrize("action", ["_publish", "_schedule", "_cancel_schedule"])
def test_who_may_only_write_cannot_publish(client, django_user_model, action):
    from django.contrib.auth.models import Permission

    reporter = django_user_model.objects.create_user("reporter", password="x", is_staff=True)
    reporter.user_permissions.set(Permission.objects.filter(codename__in=["change_article", "view_article"]))
    client.force_login(reporter)
    article = make_article()
    response = client.post(change_url(article), form(publish_at="2999-01-01T10:00", **{action: ""}))
    assert response.status_code == 403
    assert not Edition.objects.exists()


def test_who_may_not_publish_cannot_withdraw(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reporter", password="x", is_staff=True))
    edition = make_live()
    response = client.post(f"/admin/articles/article/{edition.article_id}/withdraw/", {"reason": "x"})
    assert response.status_code == 403
    assert Edition.objects.live().exists()


def test_recorded_story_cannot_be_deleted(desk):
    article = make_article()
    assert desk.post(f"/admin/articles/article/{article.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("count", [2, 20])
def test_form_takes_as_many_queries_for_few_and_many_links(desk, django_assert_num_queries, count):
    article = make_article(authors=[make_author() for _ in range(count)])
    for position in range(count):
        article.related_links.create(target=make_article(), position=position)
    desk.get(change_url(article))  # what is asked once a process is asked here
    with django_assert_num_queries(14):
        content = desk.get(change_url(article)).content.decode()
    chosen = [link.target for link in article.related_links.all()] + list(article.authors.all())
    assert all(f'<option value="{one.pk}" selected>{one}</option>' in content for one in chosen)


def test_pictures_that_may_not_travel_are_counted_when_a_story_is_published(desk):
    photo = make_photo(may_syndicate=False)
    response = desk.post(change_url(make_article()), form(lead_photo=photo.pk, _publish=""), follow=True)
    assert "One of its pictures may not be syndicated" in messages(response)


def test_what_stands_in_the_way_and_what_is_odd_are_told_apart(desk):
    photo = make_photo(width=300, height=200, alt="")
    response = desk.post(change_url(make_article()), form(lead_photo=photo.pk, _publish=""), follow=True)
    said = {message.level_tag: str(message) for message in response.context["messages"]}
    assert "no alt text" in said["error"]
    assert "looks soft" in said["warning"]


def test_what_a_colleague_would_point_out_is_one_warning(desk):
    photo = make_photo(width=300, height=200, restrictions="No covers.")
    response = desk.post(change_url(make_article()), form(lead_photo=photo.pk, _publish=""), follow=True)
    said = list(response.context["messages"])
    assert [message.level_tag for message in said] == ["success", "warning"]
    assert str(said[1]).count("<li>") == 2
    assert f"/admin/photos/photo/{photo.pk}/change/" in str(said[1])
