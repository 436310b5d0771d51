"""Where a photo is used, on its page and on a page of its own; and that what is used cannot be deleted."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import snapshots, workflow
from articles.photos.models import Photo
from articles.photos.sweeping import sweep
from articles.sponsors.models import Placement
from tests.factories import change, make_article, make_image, make_live, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    return make_photo(caption="Library.", alt="Library alt")


def in_text(photo, words=""):
    return f'<p>a</p><figure data-photo="{photo.pk}"{words}></figure>'


def advertise(photo, **fields):
    now = timezone.now()
    words = {"slot": "top", "label": "Advertisement", "advertiser": "Ropes", "text": "Ropes.", "disclosure": "Paid."}
    dates = {"starts_at": now, "ends_at": now + timedelta(days=1)}
    return Placement.objects.create(link="https://example.org/", picture=photo, **words | dates | fields)


def page_of(desk, photo, query=""):
    return LexborHTMLParser(desk.get(f"/admin/photos/photo/{photo.pk}/uses/{query}").content.decode())


def titles(page):
    return [" ".join(title.text().split()) for title in page.css(".where-used h3")]


def text_of(page):
    return " ".join(page.css_first("#content").text().split())


def test_kinds_stand_in_order_with_their_numbers(desk, photo):
    with time_machine.travel(timezone.now() - timedelta(days=1)):
        article = make_live(lead_photo=photo).article
    change(article, headline="Another headline")
    workflow.publish(article)
    workflow.schedule(make_article(lead_photo=photo), timezone.now() + timedelta(hours=1))
    advertise(photo)
    assert titles(page_of(desk, photo)) == [
        "In live stories 1",
        "Scheduled 1",
        "Working copies 2",
        "Advertisements 1",
        "In earlier editions 1",
    ]


def test_photo_in_no_story_says_so(desk, photo):
    assert "In no story." in text_of(page_of(desk, photo))


def test_live_story_can_be_mended_and_read(desk, photo):
    edition = make_live(lead_photo=photo)
    page = page_of(desk, photo, "?kind=live")
    links = [link.attributes["href"] for link in page.css(".place-name a")]
    assert links == [f"/admin/articles/article/{edition.article_id}/change/", edition.path]


def test_past_edition_says_from_when_until_when(desk, photo):
    with time_machine.travel("2026-03-05T12:00Z", tick=False):
        article = make_live(lead_photo=photo).article
    with time_machine.travel("2026-03-06T12:00Z", tick=False):
        change(article, lead_photo=None)
        workflow.publish(article)
    assert "5 March 2026, 12:00 – 6 March 2026, 12:00" in text_of(page_of(desk, photo, "?kind=past"))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", ["Library. the library’s", "Library alt the library’s"]),
        (' data-caption="Own."', ["Own. its own", "Library alt the library’s"]),
        (' data-alt="Own alt"', ["Library. the library’s", "Own alt its own"]),
    ],
)
def test_words_of_a_use_say_whose_they_are(desk, photo, body, words):
    make_live(body=in_text(photo, body))
    page = page_of(desk, photo, "?kind=live")
    assert [" ".join(found.text().split()) for found in page.css(".use-words")] == words


def test_change_of_the_library_is_marked_word_by_word(desk, photo):
    make_live(body=in_text(photo, ' data-caption="Own."'))
    Photo.objects.update(caption="Library mended.")
    page = page_of(desk, photo, "?kind=live")
    assert "its own; the library changed since" in text_of(page)
    assert "Library." in page.css_first("del").text()
    assert "Library mended." in page.css_first("ins").text()


def test_words_kept_in_the_working_copy_are_kept_in_what_readers_see(desk, photo):
    article = make_live(body=in_text(photo, ' data-caption="Own."')).article
    Photo.objects.update(caption="Library mended.")
    snapshots.keep_words(article, photo, "caption")
    assert "changed since" not in text_of(page_of(desk, photo))


def test_nothing_of_a_photo_is_taken_for_a_tag(desk):
    photo = make_photo(caption="<b>bold</b>")
    make_live(body=in_text(photo, ' data-caption="Own."'), headline="<i>x</i>")
    Photo.objects.update(caption="<u>under</u>")
    page = page_of(desk, photo)
    assert not page.css("#content b, #content i, #content u")


@pytest.mark.parametrize("count", [1, 12])
def test_photo_page_takes_as_many_queries_for_few_uses_and_many(desk, photo, django_assert_num_queries, count):
    for _ in range(count):
        make_live(body=in_text(photo, ' data-caption="Own."'))
    desk.get(f"/admin/photos/photo/{photo.pk}/uses/")
    with django_assert_num_queries(8):  # session, user, photo, three for the places, two for their words
        desk.get(f"/admin/photos/photo/{photo.pk}/uses/")


@pytest.mark.parametrize("count", [1, 60])
@pytest.mark.parametrize("kind", ["live", "working"])
def test_page_of_a_kind_takes_as_many_queries_for_few_and_many(desk, photo, django_assert_num_queries, kind, count):
    for _ in range(count):
        make_live(lead_photo=photo)
    desk.get(f"/admin/photos/photo/{photo.pk}/uses/?kind={kind}")
    with django_assert_num_queries({"live": 7, "working": 6}[kind]):
        desk.get(f"/admin/photos/photo/{photo.pk}/uses/?kind={kind}")


def test_more_than_a_few_are_a_link_and_more_than_a_page_are_paged(desk, photo):
    for _ in range(51):
        make_article(lead_photo=photo)
    assert "and 46 more" in text_of(page_of(desk, photo))
    first, last = (page_of(desk, photo, f"?kind=working&page={number}") for number in (1, 2))
    assert [len(page.css(".place")) for page in (first, last)] == [50, 1]
    links = [[link.attributes["href"] for link in page.css(".pages a")] for page in (first, last)]
    assert links == [["?kind=working&page=2"], ["?kind=working&page=1"]]


@pytest.mark.parametrize("query", ["?kind=odd", "?kind=live&page=x", "?kind=live&page=99"])
def test_odd_addresses_show_a_page(desk, photo, query):
    assert desk.get(f"/admin/photos/photo/{photo.pk}/uses/{query}").status_code == 200


def test_who_may_not_see_photos_does_not_see_their_uses(client, photo, django_user_model):
    client.force_login(django_user_model.objects.create_user("bo", password="x", is_staff=True))
    assert client.get(f"/admin/photos/photo/{photo.pk}/uses/").status_code == 403


# After a change in the library


def save(desk, photo, **fields):
    words = {"caption": photo.caption, "alt": photo.alt, "creators": "Maren Holt", "agency": "Coastline"}
    words |= {"focal_x": "0.5", "focal_y": "0.5"} | fields
    return " ".join(desk.post(f"/admin/photos/photo/{photo.pk}/change/", words, follow=True).content.decode().split())


def test_changed_caption_tells_of_the_stories_with_their_own(desk, photo):
    for _ in range(2):
        make_live(body=in_text(photo, ' data-caption="Own."'))
    make_live(lead_photo=photo)
    assert "2 stories have a caption of their own and did not change with this" in save(desk, photo, caption="Mended.")


def test_changed_alt_text_tells_of_the_story_with_its_own(desk, photo):
    make_article(lead_photo=photo, lead_alt="Own")
    assert "1 story has an alt text of its own" in save(desk, photo, alt="Mended")


def test_other_changes_tell_of_none(desk, photo):
    make_article(lead_photo=photo, lead_alt="Own")
    assert "of its own and did" not in save(desk, photo, city="Oslo")


def test_words_that_nobody_sees_any_more_are_not_told_of(desk, photo):
    article = make_article(lead_photo=photo, lead_caption="Own.")
    change(article, lead_caption="")
    assert "of its own and did" not in save(desk, photo, caption="Mended.")


# What is used stays


def delete(desk, photo, **data):
    response = desk.post(f"/admin/photos/photo/{photo.pk}/delete/", data, follow=True)
    return " ".join(LexborHTMLParser(response.content.decode()).css_first("#content").text().split())


def delete_selected(desk, *photos):
    data = {"action": "delete_selected", "_selected_action": [photo.pk for photo in photos], "post": "yes"}
    response = desk.post("/admin/photos/photo/", data, follow=True)
    return " ".join(LexborHTMLParser(response.content.decode()).css_first("#content").text().split())


def take_out(photo):
    change(make_article(lead_photo=photo), lead_photo=None)


USES = {
    "1 story": lambda photo: make_article(lead_photo=photo),
    "1 story ": take_out,
    "1 advertisement": advertise,
    "1 picture for which it stands in": lambda photo: make_photo(replacement=photo),
}


@pytest.mark.parametrize("words", USES)
def test_used_photo_is_not_deleted_and_a_sentence_says_where_it_is_used(desk, photo, words):
    USES[words](photo)
    assert f"is used in {words.strip()}, so it cannot be deleted." in delete(desk, photo, post="yes")
    assert Photo.objects.filter(pk=photo.pk).exists()


@pytest.mark.parametrize("words", USES)
def test_used_photo_is_not_deleted_among_others(desk, photo, words):
    USES[words](photo)
    other = make_photo()
    said = delete_selected(desk, photo, other)
    assert "Nothing was deleted. One of the photos you selected is used" in said
    assert f"is used in {words.strip()}, so it cannot be deleted." in said
    assert Photo.objects.filter(pk__in=[photo.pk, other.pk]).count() == 2


def test_what_to_do_instead_depends_on_whether_anybody_sees_it(desk, photo):
    make_article(lead_photo=photo)
    assert "Replace it everywhere" in delete(desk, photo)
    other = make_photo()
    take_out(other)
    assert "Nobody sees it now" in delete(desk, other)


def test_unused_photos_are_deleted(desk, photo):
    other, third = make_photo(), make_photo()
    delete(desk, photo, post="yes")
    delete_selected(desk, other, third)
    assert not Photo.objects.exists()


def test_many_used_photos_are_counted(desk):
    photos = [make_photo(with_file=False) for _ in range(22)]
    for photo in photos:
        make_article(lead_photo=photo)
    assert "And 2 more that are used." in delete_selected(desk, *photos)


def test_file_of_a_used_photo_outlives_every_sweep(photo):
    make_live(lead_photo=photo)
    kept = photo.file.name
    for days in (0, 30, 60):
        sweep(timezone.now() + timedelta(days=days), timedelta(days=14))
    assert default_storage.exists(kept)


def test_file_that_was_replaced_stays_for_a_used_photo(desk, photo):
    make_live(lead_photo=photo)
    kept = photo.file.name
    upload = ContentFile(make_image(), "other.jpg")
    save(desk, photo, upload=upload)
    photo.refresh_from_db()
    assert photo.file.name != kept
    for days in (0, 30):
        sweep(timezone.now() + timedelta(days=days), timedelta(days=14))
    assert default_storage.exists(kept)
    assert default_storage.exists(photo.file.name)
