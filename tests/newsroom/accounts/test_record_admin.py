"""The record's screen: it shows, narrows down and hands out, and changes nothing."""

import csv
import io
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.accounts import record_admin
from newsroom.accounts.models import RecordEntry
from newsroom.accounts.record import note, note_all
from newsroom.accounts.record_csv import harmless
from newsroom.accounts.record_filters import occurring
from tests.factories import make_author, make_topic

pytestmark = pytest.mark.django_db
LIST = "/admin/accounts/recordentry/"


def listed(client, **asked):
    return [entry.label for entry in client.get(LIST, asked).context["cl"].result_list if entry.label != "editor"]


def exported(client, **asked):
    text = client.get(f"{LIST}export/", asked).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_newest_line_stands_first(desk):
    for name in ("Ferry", "Boats"):
        note("merged", make_topic(name))
    assert listed(desk) == ["Boats", "Ferry"]


def test_line_leads_to_its_thing_while_that_is_there(desk):
    here, gone = make_topic("Here"), make_topic("Gone")
    note_all("merged", [here, gone])
    gone_address = reverse("admin:articles_topic_change", args=[gone.pk])
    gone.delete()
    html = desk.get(LIST).content.decode()
    assert reverse("admin:articles_topic_change", args=[here.pk]) in html
    assert gone_address not in html
    assert "Gone" in html


def test_line_leads_nowhere_that_is_closed(browser_of, editor):
    note("blocked", editor, by=editor)
    html = browser_of("Editors").get(LIST).content.decode()
    assert reverse("admin:accounts_user_change", args=[editor.pk]) not in html


def test_line_has_a_page_of_its_own(desk):
    entry = note("merged", make_topic("Ferry"), into="Boats")
    html = desk.get(f"{LIST}{entry.pk}/change/").content.decode()
    assert "into: Boats" in html
    assert 'name="_save"' not in html


def test_label_is_escaped(desk):
    note("merged", make_topic("<script>alert(1)</script>"))
    assert b"<script>alert(1)" not in desk.get(LIST).content


# Filters


def test_list_is_narrowed_to_a_person(desk, editor):
    note("merged", make_topic("Ferry"), by=editor)
    note("merged", make_topic("Boats"))
    assert listed(desk, by__id__exact=editor.pk) == ["Ferry"]


def test_list_is_narrowed_to_an_action(desk):
    note("merged", make_topic("Ferry"))
    note("killed", make_topic("Boats"))
    assert listed(desk, action="killed") == ["Boats"]


def test_list_is_narrowed_to_a_kind_of_thing(desk):
    note("merged", make_topic("Ferry"))
    entry = note("merged", make_author("Ann Lee"))
    assert listed(desk, kind=entry.kind_id) == ["Ann Lee"]


def test_label_is_searched(desk):
    note_all("merged", [make_topic("The long ferry"), make_topic("Boats")])
    assert listed(desk, q="ferry") == ["The long ferry"]


@pytest.fixture
def three_days(settings):
    settings.TIME_ZONE = "Europe/London"
    for day in (10, 11, 12):
        with time_machine.travel(datetime(2026, 6, day, 22, 30, tzinfo=UTC), tick=False):  # 23:30 in London
            note("merged", make_topic(f"On {day} June"))


def test_days_are_whole_ones_of_the_sites_zone(desk, three_days):
    assert listed(desk, **{"from": "2026-06-11", "until": "2026-06-11"}) == ["On 11 June"]


def test_day_from_and_day_until_stand_alone(desk, three_days):
    assert listed(desk, **{"from": "2026-06-12"}) == ["On 12 June"]
    assert listed(desk, until="2026-06-10") == ["On 10 June"]


@pytest.mark.parametrize("day", ["yesterday", "2026-13-40", "9999-12-31", "0001-01-01", "\x00"])
def test_day_that_is_none_is_no_error(desk, day):
    assert desk.get(LIST, {"from": day, "until": day}, follow=True).status_code == 200


def test_days_keep_the_other_filters(desk, three_days):
    html = desk.get(LIST, {"action": "merged", "from": "2026-06-11"}).content.decode()
    assert '<input type="hidden" name="action" value="merged">' in html
    assert 'value="2026-06-11"' in html


def test_values_that_occur_are_found_by_leaps(editor):
    for action in ("killed", "merged", "killed", "added"):
        note(action)
    assert occurring("action") == ["added", "killed", "merged"]
    assert occurring("kind_id") == []


# Speed


def queries(client, **asked):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(LIST, asked).status_code == 200
    return captured


def test_list_asks_as_much_of_300_lines_as_of_3(desk, editor):
    topics = [make_topic() for _ in range(3)]
    note_all("merged", topics, by=editor)
    few = queries(desk, action="merged")
    note_all("merged", [make_topic() for _ in range(300)], by=editor)
    assert len(queries(desk, action="merged")) == len(few)


def test_list_never_counts_the_whole_record(desk, editor):
    note("merged", by=editor)
    counts = [query["sql"] for query in queries(desk) if "COUNT(" in query["sql"] and "recordentry" in query["sql"]]
    assert counts
    assert all("LIMIT 10000" in sql for sql in counts)


def test_list_says_that_it_holds_the_newest_lines_only(desk, monkeypatch):
    monkeypatch.setattr(record_admin, "SHOWN", 2)
    note_all("merged", [make_topic() for _ in range(3)])
    assert "These are the newest 2 lines" in desk.get(LIST).content.decode()


# Nothing is changed


FORGED = {"_selected_action": ["1"], "post": "yes", "label": "nothing", "action_name": "nothing"}


@pytest.mark.parametrize("address", ["add/", "{}/delete/", "{}/change/"])
def test_forged_posts_change_nothing_even_for_a_superuser(desk, editor, address):
    entry = note("merged", make_topic("Ferry"), by=editor)
    before = list(RecordEntry.objects.values())
    assert desk.post(LIST + address.format(entry.pk), FORGED).status_code == 403
    assert list(RecordEntry.objects.values()) == before


def test_forged_action_deletes_nothing(desk, editor):
    entry = note("merged", make_topic("Ferry"), by=editor)
    desk.post(LIST, {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"})
    assert RecordEntry.objects.filter(pk=entry.pk).exists()


@pytest.mark.parametrize("role", ["Reporters", "Photo editors", "Commercial"])
@pytest.mark.parametrize("address", ["", "export/", "1/change/", "1/history/"])
def test_record_is_closed_to_other_roles(browser_of, role, address):
    RecordEntry.objects.filter(pk=1).exists() or note("merged")
    assert browser_of(role).get(LIST + address).status_code in (302, 403)


# CSV


def test_csv_has_the_whole_narrowed_list(desk, monkeypatch):
    monkeypatch.setattr(record_admin, "SHOWN", 2)
    monkeypatch.setattr(record_admin.RecordEntryAdmin, "list_per_page", 1)
    note_all("merged", [make_topic(f"Ferry {number}") for number in range(5)])
    note("killed", make_topic("Boats"))
    assert [line["what"] for line in exported(desk, action="merged")] == [
        f"Ferry {number}" for number in (4, 3, 2, 1, 0)
    ]


def test_csv_line_says_who_when_and_from_where(desk, editor):
    note("merged", make_topic("Ferry"), by=editor, into="Boats")
    (line,) = exported(desk, action="merged")
    assert (line["who"], line["account"], line["kind"], line["details"]) == ("editor", "editor", "topic", "into: Boats")
    assert datetime.fromisoformat(line["at"]).tzinfo


def test_csv_is_streamed(desk):
    response = desk.get(f"{LIST}export/")
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_no_cell_is_a_formula(desk, cell):
    assert harmless(cell) == f"'{cell}"


def test_csv_of_a_hostile_headline_is_harmless(desk):
    note("merged", make_topic('=HYPERLINK("https://evil.example")'))
    (line,) = exported(desk, action="merged")
    assert line["what"].startswith("'=")


def test_who_takes_the_record_away_stands_in_it(desk, editor):
    exported(desk, action="merged")
    entry = RecordEntry.objects.first()
    assert (entry.action, entry.by, entry.details) == (
        "exported the record",
        editor,
        {"narrowed": {"action": "merged"}},
    )
