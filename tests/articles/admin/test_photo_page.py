"""A photo's page: its crops, its files, what they said, and what happened to it."""

import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.utils import timezone

from articles.photos.models import CaptionCheck, Original
from articles.photos.uploads import attach, read_picture
from articles.sponsors.models import Placement
from tests.factories import make_image, make_photo

pytestmark = pytest.mark.django_db


def address(photo, rest="change/"):
    return f"/admin/photos/photo/{photo.pk}/{rest}"


def content(client, photo):
    return client.get(address(photo)).content.decode()


def download(client, original, photo=None):
    return client.get(address(photo or original.photo, f"original/{original.pk}/"))


@pytest.fixture
def someone(client, django_user_model):
    """Someone of the staff, with the named permissions."""

    def with_permissions(*names, is_staff=True):
        user = django_user_model.objects.create_user("reporter", is_staff=is_staff)
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        client.force_login(user)
        return client

    return with_permissions


def form(photo, **fields):
    words = {"caption": photo.caption, "alt": photo.alt, "creators": "Maren Holt", "agency": "Coastline"}
    right = {"rights_category": photo.rights_category} | ({"may_syndicate": "on"} if photo.may_syndicate else {})
    return words | right | {"credit_line": photo.credit_line, "focal_x": "0.5", "focal_y": "0.5"} | fields


def test_every_field_is_saved(desk):
    photo = make_photo()
    desk.post(
        address(photo),
        form(
            photo, taken_at_0="03/05/2026", taken_at_1="14:20", city="Saltmere", country="United Kingdom",
            keywords="gulls\n\n Łódź ", digital_source_type="print", copyright_notice="© AFP", usage_terms="Once.",
            web_statement="https://example.org/r", licensor="AFP", licensor_url="https://example.org/l",
            supplier_reference="34QX", instructions="No resale.", extended_description="Long.",
        ),
    )  # fmt: skip
    photo.refresh_from_db()
    assert (photo.keywords, photo.city, photo.digital_source_type) == (["gulls", "Łódź"], "Saltmere", "print")
    assert (photo.licensor, photo.instructions, photo.supplier_reference) == ("AFP", "No resale.", "34QX")
    assert f"{timezone.localtime(photo.taken_at):%d %b %H:%M}" == "03 May 14:20"


@pytest.mark.parametrize("field", ["web_statement", "licensor_url"])
def test_javascript_address_is_refused(desk, field):
    photo = make_photo()
    assert "errorlist" in desk.post(address(photo), form(photo, **{field: "javascript:alert(1)"})).content.decode()


def test_page_carries_no_style_from_the_server(desk):
    assert "style=" not in content(desk, make_photo())


def test_every_crop_that_is_made_is_shown(desk):
    page = content(desk, make_photo())
    assert [f"crop-{name}" in page for name in ("wide", "classic", "square", "card", "share")] == [True] * 5


def test_placeholder_has_a_page(desk):
    assert "A placeholder" in content(desk, make_photo(False))


def test_photo_without_a_picture_asks_for_no_point_in_it(desk):
    assert 'name="focal_x"' not in content(desk, make_photo(False))
    assert 'name="focal_x"' not in desk.get("/admin/photos/photo/add/").content.decode()


def test_words_of_the_file_are_escaped(desk):
    photo = make_photo()
    words = {"city": "<script>alert(1)</script>", "raw": {"xmp": {"<b>": "</pre><script>"}}}
    photo.originals.update(words=words)
    page = content(desk, photo)
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "</pre><script>" not in page


def test_photo_from_before_files_were_read_says_what_to_do(desk):
    photo = make_photo()
    photo.originals.all().delete()
    assert "manage.py make_renditions" in content(desk, photo)


def test_earlier_file_stays_to_be_had(desk):
    photo = make_photo()
    first = photo.originals.get()
    attach(photo, read_picture(io.BytesIO(make_image())))
    page = desk.get(address(photo))
    assert page.context["present"].sha256 == photo.sha256
    assert page.context["earlier"] == [first]
    assert download(desk, first).status_code == 200


def test_who_may_only_look_sees_the_page(someone):
    photo = make_photo()
    page = content(someone("view_photo"), photo)
    assert "What the file said" in page
    assert 'name="focal_x"' not in page


def test_original_is_handed_out_whole_to_be_kept(desk):
    photo = make_photo(False)
    file = io.BytesIO(make_image())
    file.name = "Gulls & “pier”.php"
    attach(photo, read_picture(file))
    response = download(desk, photo.originals.get())
    assert b"".join(response.streaming_content) == file.getvalue()
    assert response["Content-Disposition"].startswith("attachment; filename")
    assert response["Content-Disposition"].endswith(".jpg")
    assert response["Content-Type"] == "application/octet-stream"
    assert "no-store" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_original_without_a_name_is_called_by_the_photos_number(desk):
    original = make_photo().originals.get()
    assert f'filename="photo-{original.photo_id}.jpg"' in download(desk, original)["Content-Disposition"]


def test_original_is_found_under_its_own_photo_only(desk):
    assert download(desk, make_photo().originals.get(), make_photo()).status_code == 404


def test_original_that_is_lost_is_not_found(desk):
    original = make_photo().originals.get()
    default_storage.delete(original.path)
    assert download(desk, original).status_code == 404


def test_original_is_not_for_staff_without_the_permission(someone):
    original = make_photo().originals.get()
    assert download(someone("view_article"), original).status_code == 403


def test_original_is_for_those_who_may_see_photos(someone):
    original = make_photo().originals.get()
    assert download(someone("view_photo"), original).status_code == 200


def test_original_is_not_for_others(client, someone):
    original = make_photo().originals.get()
    assert download(client, original).status_code == 302
    assert download(someone("view_photo", is_staff=False), original).status_code in (302, 403)


def test_original_is_not_served_with_the_media(client):
    original = make_photo().originals.get()
    assert client.get(f"/media/{original.path}").status_code == 404


def test_history_says_who_changed_what(desk):
    photo = make_photo()
    desk.post(address(photo), form(photo, caption="Changed."))
    newest = desk.get(address(photo)).context["history"][0]
    assert (newest.by.username, newest.what) == ("editor", "Changed Caption.")


def test_history_tells_of_captions_checked(desk, editor):
    photo = make_photo()
    check = {"photo": photo, "raw": "x", "confidence": 0.5, "found": {}, "decided_by": editor}
    CaptionCheck.objects.create(outcome="mended", decided_at=timezone.now(), **check)
    CaptionCheck.objects.create(outcome="skipped", decided_at=timezone.now(), **check)
    history = desk.get(address(photo)).context["history"]
    assert [(one.what, one.by) for one in history] == [
        ("Mended its caption in the captions to check.", editor),
        ("Came into the library.", None),
    ]


@pytest.mark.parametrize("count", [1, 30])
def test_page_takes_as_many_queries_for_a_short_past_and_a_long_one(desk, django_assert_num_queries, count):
    photo = make_photo()
    for number in range(count):
        desk.post(address(photo), form(photo, caption=f"Change {number}."))
        Original.objects.create(photo=photo, sha256=str(number), path="x", format="jpg", size=1)
    desk.get(address(photo))
    with django_assert_num_queries(13):  # the last to come were for kills, and for the licences to fill in from
        assert len(desk.get(address(photo)).context["history"]) == min(count + 1, 10)


def test_photo_keeps_its_number_in_the_title(desk):
    photo = make_photo()
    assert f"<h1>Photo {photo.pk}</h1>" in content(desk, photo)


def test_photo_of_an_advertisement_says_so(desk):
    photo, now = make_photo(), timezone.now()
    Placement.objects.create(
        slot="top", label="Advertisement", advertiser="Ropes", text="Ropes.", link="https://example.org/",
        disclosure="Paid for.", picture=photo, starts_at=now, ends_at=now + timedelta(days=1),
    )  # fmt: skip
    page = content(desk, photo)
    assert "Advertisements" in page
    assert "Ropes: Ropes." in page
