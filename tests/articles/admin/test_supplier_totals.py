"""Totals by supplier and month."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from articles import workflow
from articles.admin.supplier_totals import NO_SUPPLIER, last_year, totals
from articles.models import Edition
from articles.photos.models import Agency, Photo
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/photos/agency/totals/"
MARCH, APRIL, MAY = (date(2026, month, 1) for month in (3, 4, 5))


def on(month, day=10):
    return datetime(2026, month, day, 12, tzinfo=UTC)


def photo(agency="Reuters", added=None, **fields):
    made = make_photo(with_file=False, agency=agency, **fields)
    made.file.save("originals/xx/x.jpg", ContentFile(b"no picture is looked at here"))
    Photo.objects.filter(pk=made.pk).update(created_at=added or on(3))
    return made


def rows(table):
    return {row.name: row.numbers for row in table.rows}


def published(first=MARCH, last=MAY):
    return rows(totals(first, last)[0])


def added(first=MARCH, last=MAY):
    return rows(totals(first, last)[1])


def test_photos_are_counted_in_the_month_they_came():
    photo(), photo(), photo(added=on(5)), photo("AFP", added=on(4))
    assert added() == {"Reuters": [2, 0, 1], "Agence France-Presse": [0, 1, 0]}


def test_months_end_with_the_site_s_own_day(settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    timezone.activate("Asia/Tokyo")
    try:
        photo(added=datetime(2026, 3, 31, 16, tzinfo=UTC))  # the first of April in Tokyo
        assert added() == {"Reuters": [0, 1, 0]}
    finally:
        timezone.deactivate()


def test_both_ends_of_the_period_are_in_it():
    photo(added=datetime(2026, 3, 1, tzinfo=UTC))
    photo(added=datetime(2026, 5, 31, 23, 59, tzinfo=UTC))
    photo(added=datetime(2026, 6, 1, tzinfo=UTC))
    photo(added=datetime(2026, 2, 28, 23, 59, tzinfo=UTC))
    assert added() == {"Reuters": [1, 0, 1]}


def test_photo_without_a_house_is_counted_last():
    photo(""), photo("Reuters")
    assert list(added()) == ["Reuters", NO_SUPPLIER]


def test_published_photo_is_counted_in_the_month_readers_first_saw_it():
    make_live(at=on(4), lead_photo=photo())
    assert published() == {"Reuters": [0, 1, 0]}


def test_photo_in_the_text_counts_too():
    make_live(at=on(4), body=f'<p>One.</p><figure data-photo="{photo().pk}"></figure>')
    assert published() == {"Reuters": [0, 1, 0]}


def test_photo_in_two_stories_is_published_twice():
    shared = photo()
    make_live(at=on(4), lead_photo=shared), make_live(at=on(5), lead_photo=shared)
    assert published() == {"Reuters": [0, 1, 1]}


def test_photo_that_stands_twice_in_a_story_is_published_once():
    shared = photo()
    make_live(at=on(4), lead_photo=shared, body=f'<p>One.</p><figure data-photo="{shared.pk}"></figure>')
    assert published() == {"Reuters": [0, 1, 0]}


def test_updated_story_counts_its_pictures_once_and_the_new_one_when_it_came():
    article = make_article(lead_photo=photo())
    workflow.backdate(article, on(4))
    change(article, headline="Said better")
    workflow.backdate(article, on(4, day=20))
    change(article, body=f'<p>One.</p><figure data-photo="{photo("AFP").pk}"></figure>')
    workflow.backdate(article, on(5))
    assert published() == {"Reuters": [0, 1, 0], "Agence France-Presse": [0, 0, 1]}


def test_draft_publishes_nothing():
    make_article(lead_photo=photo())
    assert published() == {}


def test_scheduled_story_publishes_nothing_yet():
    article = make_article(lead_photo=photo())
    workflow.schedule(article, timezone.now() + timedelta(seconds=1000))
    first, last = last_year()
    assert rows(totals(first, last)[0]) == {}


def test_sums_stand_at_both_edges():
    photo(), photo(added=on(4)), photo("AFP")
    table = totals(MARCH, MAY)[1]
    assert ([row.sum for row in table.rows], table.sums, table.sum) == ([2, 1], [2, 1, 0], 3)


def test_page_shows_the_last_twelve_months(desk):
    content = desk.get(ADDRESS).content.decode()
    assert f'value="{last_year()[0]:%Y-%m}"' in content
    assert "None in this period." in content


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("2026-05", "2026-03", "The period ends before it begins."),
        ("1990-01", "2026-03", "Choose 60 at most."),
        ("soon", "2026-03", "Give a month as year and month: 2026-03."),
        ("", "2026-03", "Give a month as year and month: 2026-03."),
    ],
)
def test_odd_period_is_answered_with_a_sentence(desk, first, last, sentence):
    assert sentence in desk.get(ADDRESS, {"first": first, "last": last}).content.decode()


def download(desk):
    return desk.get(ADDRESS, {"first": "2026-03", "last": "2026-04", "csv": "1"})


def test_download_has_both_tables(desk):
    make_live(at=on(4), lead_photo=photo())
    response = download(desk)
    assert response.content.decode("utf-8-sig").splitlines() == [
        "Counted,Supplier,2026-03,2026-04,Sum",
        "Pictures published,Reuters,0,1,1",
        "Pictures added,Reuters,1,0,1",
    ]
    assert "suppliers-2026-03-to-2026-04.csv" in response["Content-Disposition"]


def test_download_says_that_it_is_utf_8(desk):
    assert download(desk).content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_cell_that_looks_like_a_formula_is_guarded(desk, sign):
    photo(f"{sign}cmd Press")
    assert f",'{sign}cmd Press," in download(desk).content.decode()


def test_who_may_not_see_agencies_sees_no_totals(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("maren", is_staff=True))
    assert client.get(ADDRESS).status_code == 403


@pytest.mark.parametrize("count", [2, 40])
def test_page_takes_as_many_queries_for_few_and_many(desk, django_assert_num_queries, count):
    for number in range(count):
        make_live(at=on(4), lead_photo=photo(f"Velmora Echo {number}"))
    assert Edition.objects.count() == count == Agency.objects.filter(is_checked=False).count()
    with django_assert_num_queries(6):  # session, user, and two for each table
        desk.get(ADDRESS, {"first": "2026-03", "last": "2026-05"})
