"""`manage.py import_redirects`."""

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from articles.addresses import point
from articles.importers.redirects import Line, in_order
from articles.models import Address
from newsroom.accounts.models import RecordEntry
from tests.factories import make_live, make_section

pytestmark = pytest.mark.django_db
HARBOUR = "/section/harbour/"


@pytest.fixture(autouse=True)
def _harbour():
    make_section("Harbour")


@pytest.fixture
def brought(tmp_path, capsys):
    """Imports these lines; what the command said."""

    def do(*lines, **options):
        file = tmp_path / "old.csv"
        file.write_text("\n".join(lines), "utf-8")
        call_command("import_redirects", str(file), **options)
        return capsys.readouterr().out

    return do


def stored():
    return dict(Address.objects.values_list("path", "target"))


def test_lines_become_redirects(brought):
    said = brought("\ufefffrom,to", f"/a/,{HARBOUR}", "", '"/b,c/",https://other.example.org/')
    assert stored() == {"/a/": HARBOUR, "/b,c/": "https://other.example.org/"}
    assert "2 redirects written, 0 unchanged" in said
    assert set(Address.objects.values_list("origin", flat=True)) == {"imported"}


def test_story_is_found_by_its_address(brought):
    edition = make_live()
    brought(f"/?p=12,{edition.path}")
    assert Address.objects.get(path="/?p=12").article == edition.article


@pytest.mark.parametrize("order", [1, -1])
def test_chain_is_folded_in_whatever_order_it_is_written(brought, order):
    brought(*["/a/,/b", "/b/,/c/", f"/c/,{HARBOUR}"][::order])
    assert stored() == dict.fromkeys(["/a/", "/b/", "/c/"], HARBOUR)


def test_second_run_changes_nothing(brought):
    lines = ["/a/,/b/", f"/b/,{HARBOUR}"]
    brought(*lines)
    before = list(Address.objects.order_by("pk").values())
    assert "0 redirects written, 2 unchanged" in brought(*lines)
    assert list(Address.objects.order_by("pk").values()) == before


def test_record_tells_of_the_import(brought):
    brought(f"/a/,{HARBOUR}")
    brought(f"/a/,{HARBOUR}")
    assert RecordEntry.objects.get(action="imported redirects").details == {"file": "old.csv", "written": 1}


def test_dry_run_writes_nothing(brought):
    assert "1 redirects would be written" in brought(f"/a/,{HARBOUR}", dry_run=True)
    assert stored() == {}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/a/", "two addresses"),
        ("/a/,", "two addresses"),
        ("/a/,/b/,/c/", "two addresses"),
        ("/a/,/nowhere/", "no page at /nowhere/"),
        ("/latest/,/about/", "There is a page at /latest/"),
        ("https://example.com/a/,/about/", "another site"),
        ("/a/,http://example.com/", "https://"),
        ("/a/,/a", "leads to itself"),
        ("/good/,/about/", "leads elsewhere in line 1"),
        ('"/a/,/about/', "Quotes"),
    ],
)
def test_one_bad_line_is_named_and_nothing_is_written(brought, line, said):
    with pytest.raises(CommandError, match=rf"old\.csv:2: .*{said}"):
        brought(f"/good/,{HARBOUR}", line)
    assert stored() == {}


def test_circle_is_refused(brought):
    with pytest.raises(CommandError, match="leads to itself"):
        brought("/a/,/b/", "/b/,/c/", "/c/,/a/")


def test_what_an_editor_typed_is_not_overruled(brought):
    point("/a/", "/about/")
    with pytest.raises(CommandError, match="An editor lets /a/ lead elsewhere"):
        brought(f"/a/,{HARBOUR}")


def test_later_file_lets_an_imported_address_lead_elsewhere(brought):
    brought(f"/a/,{HARBOUR}")
    brought("/a/,/about/")
    assert stored() == {"/a/": "/about/"}


def test_missing_file_is_said():
    with pytest.raises(CommandError, match=r"none\.csv cannot be read"):
        call_command("import_redirects", "none.csv")


NAMES = st.sampled_from("abcdef")


@given(st.dictionaries(NAMES, NAMES))
def test_each_line_stands_behind_the_one_to_which_it_leads(ways):
    lines = [Line(number, f"/{one}/", f"/{to}/") for number, (one, to) in enumerate(ways.items(), 1)]
    ordered, wrong = in_order(lines)
    places = {line.path: place for place, line in enumerate(ordered)}
    assert all(places[line.to] < places[line.path] for line in ordered if line.to in places)
    assert all(f"/{one}/" in places for one in ways) == (not wrong)
