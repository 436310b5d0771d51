"""The library's grid: what it shows of each photo, how it is narrowed, and what that costs."""

from datetime import datetime, timedelta
from urllib.parse import parse_qsl

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles import workflow
from articles.photos.models import Photo
from articles.photos.search_text import words_of
from articles.sponsors.models import Placement
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db
LIST = "/admin/photos/photo/"


@pytest.fixture
def shown(desk):
    """The photos that the list shows when it is narrowed so."""

    def of(**narrowed):
        response = desk.get(LIST, narrowed)
        assert response.status_code == 200, response.headers.get("Location")
        return [tile.photo for tile in response.context["cl"].tiles]

    return of


def content(client, **narrowed):
    return client.get(LIST, narrowed).content.decode()


def test_tile_shows_picture_caption_and_credit(desk):
    photo = make_photo(caption="The <b>ferry</b> leaves.", creators=["Ann Lee"], agency="AFP")
    page = content(desk)
    assert "The &lt;b&gt;ferry&lt;/b&gt; leaves." in page
    assert '<p class="credit">Ann Lee / AFP</p>' in page
    assert f'value="{photo.pk}" class="action-select"' in page
    assert "320w" in page
    assert "640w" in page


def test_tile_says_what_the_photo_lacks(desk):
    Photo.objects.create(caption="Nothing yet.")
    page = content(desk)
    assert [f"Lacks {what}" in page for what in ("a file", "a credit", "alt text")] == [True] * 3


def test_tile_of_a_whole_photo_has_no_badge(desk):
    make_photo()
    assert "badge" not in content(desk)


def test_tile_says_that_a_picture_is_generated(desk):
    make_photo(False, digital_source_type="trainedAlgorithmicMedia")
    assert "Generated image</span>" in content(desk)


def test_photo_leads_back_to_the_list_as_it_was_narrowed(desk):
    photo = make_photo(False, caption="A ferry.")
    assert f"{LIST}{photo.pk}/change/?_changelist_filters=q%3Dferry" in content(desk, q="ferry")


def test_nothing_found_says_what_to_do(desk):
    assert "Take a filter away" in content(desk, q="nothing like it")


def test_who_may_only_look_selects_nothing(client, django_user_model):
    user = django_user_model.objects.create_user("reader", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_photo"))
    client.force_login(user)
    make_photo(False)
    page = content(client)
    assert "tile-link" in page
    assert "action-select" not in page


def test_selected_photos_are_deleted_after_a_question(desk):
    photos = [make_photo(False) for _ in range(3)]
    wanted = {"action": "delete_selected", "_selected_action": [photo.pk for photo in photos[:2]]}
    assert "Are you sure" in desk.post(LIST, wanted).content.decode()
    desk.post(LIST, wanted | {"post": "yes"})
    assert list(Photo.objects.all()) == photos[2:]


def test_search_needs_every_word_and_finds_keywords(shown):
    wanted = make_photo(False, caption="A bridge.", keywords=["Łódź"])
    make_photo(False, caption="A bridge.")
    assert shown(q="LODZ bridge") == [wanted]


def test_by_what_is_missing(shown):
    whole, no_file = make_photo(), make_photo(False)
    no_alt = make_photo(alt="")
    no_credit = make_photo(creators=[], agency="", credit_line="")
    decorative = make_photo(alt="", is_decorative=True)
    assert shown(missing="file") == [no_file]
    assert shown(missing="alt") == [no_alt]
    assert shown(missing="credit") == [no_credit]
    assert shown(missing="odd") == [decorative, no_credit, no_alt, no_file, whole]


def test_by_right(shown):
    staff, pool, unsaid = make_photo(False), make_photo(False, rights_category="pool"), make_photo(False)
    Photo.objects.filter(pk=unsaid.pk).update(rights_category="")
    assert shown(right="staff") == [staff]
    assert shown(right="pool") == [pool]
    assert shown(right="none") == shown(missing="right") == [unsaid]


def test_by_the_end_of_the_right(shown):
    now, day = timezone.now(), timedelta(days=1)
    soon, ended = make_photo(False, rights_until=now + 29 * day), make_photo(False, rights_until=now - day)
    make_photo(False, rights_until=now + 31 * day)
    spent = make_photo(False, uses_allowed=1, uses_made=1)
    assert (shown(ends="soon"), shown(ends="ended"), shown(ends="uses")) == ([soon], [ended], [spent])


def test_tile_says_that_a_right_has_ended_or_will(desk):
    make_photo(False, rights_until=timezone.now() - timedelta(days=1))
    make_photo(False, rights_until=timezone.now() + timedelta(days=1))
    page = content(desk)
    assert 'badge-over">Its right ended on' in page
    assert 'badge-soon">May run until' in page


def test_by_supplier(shown):
    wanted, _ = make_photo(False, agency="AFP"), make_photo(False, agency="Reuters")
    assert shown(supplier__id__exact=wanted.supplier_id) == [wanted]


@pytest.mark.parametrize(
    ("size", "orientation"),
    [
        ((900, 600), "landscape"),
        ((600, 900), "portrait"),
        ((600, 600), "square"),
        ((630, 600), "square"),
        ((600, 630), "square"),
        ((631, 600), "landscape"),
        ((600, 631), "portrait"),
    ],
)
def test_by_orientation(shown, size, orientation):
    make_photo(False)
    photo = make_photo(False)
    Photo.objects.filter(pk=photo.pk).update(width=size[0], height=size[1])
    found = {name: shown(orientation=name) for name in ("landscape", "portrait", "square")}
    assert found == {name: [photo] if name == orientation else [] for name in found}


def test_by_how_it_was_made(shown, desk):
    unknown = make_photo(False)
    made = [make_photo(False, digital_source_type=term) for term in ("trainedAlgorithmicMedia", "print")]
    assert shown(made="generated") == made[:1]
    assert shown(made="print") == made[1:]
    assert shown(made="unknown") == [unknown]
    assert "Screen capture" not in content(desk)


def test_by_when_it_was_taken_or_added(shown):
    old = make_photo(False, taken_at=timezone.now() - timedelta(days=400))
    new = make_photo(False, taken_at=timezone.now())
    Photo.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=400))
    week = (timezone.now() - timedelta(days=7)).isoformat()
    assert shown(taken_at__gte=week) == [new]
    assert shown(created_at__gte=week) == [new]
    assert shown(created_at__year=str(timezone.localtime(new.created_at).year)) == [new]


def added(*dates):
    for date in dates:
        photo = make_photo(False)
        Photo.objects.filter(pk=photo.pk).update(created_at=datetime.fromisoformat(f"{date}T12:00+00:00"))


@pytest.mark.parametrize(
    ("dates", "narrowed", "back", "choices"),
    [
        ([], {}, None, []),
        (["2024-02-29"], {}, None, []),
        (["2024-02-29", "2026-01-31"], {}, None, ["2024", "2025", "2026"]),
        (["2024-02-29", "2024-04-30"], {}, None, ["February 2024", "March 2024", "April 2024"]),
        (["2024-02-28", "2024-02-29"], {}, None, ["28 February", "29 February"]),
        (["2024-01-31", "2024-03-31", "2025-01-01"], {"year": 2024}, "All dates", ["January", "February", "March"]),
        (["2024-01-31", "2024-01-30", "2025-01-01"], {"year": 2024, "month": 1}, "2024", ["30", "31"]),
        (["2024-01-31"], {"year": 2024, "month": 1, "day": 31}, "January 2024", []),
        (["2024-01-31"], {"year": 2025}, "All dates", []),
    ],
)
def test_date_bar_offers_what_the_dates_do_not_share(desk, dates, narrowed, back, choices):
    added(*dates)
    bar = desk.get(LIST, {f"created_at__{part}": at for part, at in narrowed.items()}).context["cl"].dates
    assert (bar.back and bar.back[0]) == back
    assert [title[: len(wanted)] for (title, _), wanted in zip(bar.choices, choices, strict=True)] == choices


def test_date_bar_narrows_what_is_found_and_no_further(shown, desk):
    added("2024-02-29", "2024-04-30", "2025-01-01")
    bar = desk.get(LIST, {"q": "boats", "created_at__year": 2024}).context["cl"].dates
    april = dict(bar.choices)["April 2024"]
    assert [photo.created_at.day for photo in shown(**dict(parse_qsl(april[1:])))] == [30]
    assert "q=boats" in april
    assert bar.back[1] == "?q=boats"


class TestUnused:
    """In no story that readers see or will see, in no working copy, in no advertisement."""

    def test_new_photo_is_unused(self, shown):
        photo = make_photo()
        assert shown(unused="yes") == [photo]

    def test_photo_of_a_draft_is_used(self, shown):
        make_article(lead_photo=make_photo())
        assert shown(unused="yes") == []

    def test_photo_in_the_text_is_used(self, shown):
        make_article(body=f'<figure data-photo="{make_photo().pk}"></figure>')
        assert shown(unused="yes") == []

    def test_photo_taken_from_a_draft_is_unused(self, shown):
        photo = make_photo()
        change(make_article(lead_photo=photo), lead_photo=None)
        assert shown(unused="yes") == [photo]

    def test_photo_that_readers_still_see_is_used(self, shown):
        change(make_live(lead_photo=make_photo()).article, lead_photo=None)
        assert shown(unused="yes") == []

    def test_photo_that_readers_will_see_is_used(self, shown):
        article = make_article(lead_photo=make_photo())
        workflow.schedule(article, timezone.now() + timedelta(days=1))
        change(article, lead_photo=None)
        assert shown(unused="yes") == []

    def test_photo_that_readers_saw_is_unused(self, shown):
        photo = make_photo()
        article = make_live(lead_photo=photo).article
        change(article, lead_photo=None)
        workflow.publish(article)
        assert shown(unused="yes") == [photo]

    @pytest.mark.parametrize(("days", "is_unused"), [(1, False), (-1, True)])
    def test_photo_of_an_advertisement_is_used_until_that_ends(self, shown, days, is_unused):
        photo, now = make_photo(), timezone.now()
        dates = {"starts_at": now - timedelta(days=9), "ends_at": now + timedelta(days=days)}
        Placement.objects.create(
            slot="top", label="Advertisement", advertiser="Ropes", text="Ropes.", link="https://example.org/",
            disclosure="Paid for.", picture=photo, **dates,
        )  # fmt: skip
        assert shown(unused="yes") == ([photo] if is_unused else [])


def many(count):
    photos = [
        Photo(caption=f"Ferry {number}.", alt="" if number % 2 else "A ship", keywords=["Łódź"], width=900, height=600)
        for number in range(count)
    ]
    for photo in photos:
        photo.search_text = words_of(photo)
    Photo.objects.bulk_create(photos, batch_size=1000)


@pytest.mark.parametrize("count", [10, 10_000])
def test_list_takes_as_many_queries_for_few_and_many(desk, django_assert_num_queries, count):
    """Session and person; the page and its count; suppliers; how pictures were made; the first and last date."""
    many(count)
    narrowed = {"missing": "alt", "orientation": "landscape", "unused": "yes", "made": "unknown"}
    desk.get(LIST)
    for parameters, queries in [({}, 7), ({"q": "lodz ferry"}, 7), (narrowed, 7), ({"o": "-2"}, 7)]:
        with django_assert_num_queries(queries):
            response = desk.get(LIST, parameters)
        assert len(response.context["cl"].tiles) == min(count // 2 if "missing" in parameters else count, 48)
