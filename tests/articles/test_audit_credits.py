"""`audit_credits` from the command line."""

import io
import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import workflow
from articles.models import Audit
from articles.photos.models import Photo
from articles.reader.story import Story
from tests.articles.reader.pages import place
from tests.factories import make_author, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db


def audit(**options):
    """What the command prints, and how it fails ("" where it does not)."""
    out, failure = io.StringIO(), ""
    try:
        call_command("audit_credits", stdout=out, **options)
    except CommandError as error:
        failure = str(error)
    return out.getvalue(), failure


def audited(**options):
    return json.loads(audit(json=True, **options)[0])


@pytest.fixture
def story():
    photo, other = make_photo(), make_photo(alt="", is_decorative=True)
    fields = {"section": make_section("Harbour"), "topics": [make_topic("Ferry")], "authors": [make_author("Ann Lee")]}
    return make_live(lead_photo=photo, body=f'<p>a</p><figure data-photo="{other.pk}"></figure>', **fields)


@pytest.fixture
def template(settings, tmp_path):
    """Puts another template in the place of one of ours."""

    def template(name, text):
        file = tmp_path / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        ours = settings.TEMPLATES[0]
        settings.TEMPLATES = [ours | {"DIRS": [tmp_path / "templates", *ours["DIRS"]]}]

    return template


def test_good_site_passes(story):
    out, failure = audit()
    assert failure == ""
    assert "have their credit, alt text and right" in out


def test_every_page_and_every_picture_is_audited(story):
    place(slot="foot", picture=make_photo())
    found = audited()
    # Front, latest, section, topic, author, about and the story; each with the advertisement.
    assert found["pages"] == 7
    # A card on five of them, and two pictures of the story, which stand there twice.
    assert found["pictures"] == 7 + 5 + 4


def test_stripped_credit_fails_on_every_page_that_shows_it(story, template):
    template("articles/_credit.html", "")
    out, failure = audit()
    pages = ["/", "/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/", story.path]
    for page in pages:
        assert f"{page}: photo {story.lead_photo_id}: its credit\n" in out
    assert failure.endswith("pictures on 6 of 7 pages lack something")


def test_credit_stripped_on_the_page_alone_fails_although_the_enlarged_view_has_it(story, template):
    figure = '<figure>{% picture figure.photo "natural" sizes alt=figure.alt %}</figure>'
    template("articles/_figure.html", "{% load pictures %}" + figure)
    lacking = audited()["lacking"]
    assert {line["address"] for line in lacking} == {story.path}
    assert [line["missing"] for line in lacking] == [["its credit"]] * 2


def test_credit_stripped_in_the_enlarged_view_alone_fails(story, template):
    view = '<div popover>{% picture figure.photo "natural" sizes alt=figure.alt %}</div>'
    template("articles/_enlarged.html", "{% load pictures %}" + view)
    lacking = audited()["lacking"]
    assert {line["address"] for line in lacking} == {story.path}
    assert [line["missing"] for line in lacking] == [["its credit"]] * 2


def test_stripped_alt_text_fails_except_where_it_is_declared(story, template):
    template("photos/picture.html", '<img src="{{ fallback.url }}" alt="">')
    lacking = audited()["lacking"]
    assert {line["picture"] for line in lacking} == {f"photo {story.lead_photo_id}"}
    assert {what for line in lacking for what in line["missing"]} == {"its alt text"}


def test_advertisement_is_audited_too(template):
    photo = make_photo()
    place(slot="foot", picture=photo)
    template("articles/_card_picture.html", '{% load pictures %}{% picture figure.photo "card" sizes alt="Ropes" %}')
    line = {"address": "/about/", "picture": f"photo {photo.pk}", "photo": photo.pk, "missing": ["its credit"]}
    assert line in audited()["lacking"]


def test_picture_that_may_not_run_is_not_shown_and_so_lacks_nothing(story):
    type(story.lead_photo).objects.update(credit_line="")
    assert audited() == {"pages": 7, "pictures": 0, "withheld": 0, "lacking": []}


def test_withdrawn_story_is_no_page(story):
    workflow.withdraw(story.article, "Wrong")
    assert audited()["pages"] == 6


def test_empty_site_passes():
    assert audit()[1] == ""


@pytest.fixture
def careless(monkeypatch):
    """Readers' pages that show a picture whether it may run or not."""
    monkeypatch.setattr(Photo, "may_run", lambda *given, **named: True)


@pytest.mark.parametrize(
    ("fields", "is_over"),
    [
        ({"rights_until": timezone.now()}, True),
        ({"killed_at": timezone.now()}, True),
        ({"rights_category": ""}, True),
        ({"rights_until": timezone.now() + timedelta(days=1)}, False),
    ],
)
def test_picture_without_right_fails_on_every_page_that_shows_it(story, careless, fields, is_over):
    Photo.objects.filter(pk=story.lead_photo_id).update(**fields)
    out, failure = audit()
    assert (f"/latest/: photo {story.lead_photo_id}: its right to run\n" in out) is is_over
    assert bool(failure) is is_over


def test_picture_without_right_fails_where_machines_are_told_of_it(story, careless):
    Photo.objects.filter(pk=story.lead_photo_id).update(killed_at=timezone.now())
    missing = [what for line in audited()["lacking"] for what in line["missing"]]
    assert "its right to run, and other sites are told of it" in missing


def test_picture_that_may_not_travel_is_counted_and_fails_only_where_it_did(story, monkeypatch):
    Photo.objects.filter(pk=story.lead_photo_id).update(may_syndicate=False)
    assert audited()["withheld"] == 5 + 2  # five cards, and the story with its enlarged view
    assert audited()["lacking"] == []
    monkeypatch.setattr(Story, "travelling", property(lambda story: story.figures))
    assert "syndicated" in str(audited()["lacking"])


def test_result_stands_on_the_desk(story, desk, careless):
    assert "Audit of all pages" not in desk.get("/admin/").content.decode()
    audit()
    assert "each of the 9 pictures on 7 pages had its credit" in desk.get("/admin/").content.decode()
    Photo.objects.update(killed_at=timezone.now())
    audit()
    html = desk.get("/admin/").content.decode()
    assert f'<a href="{story.path}">{story.path}</a>: its right to run' in html


def test_audit_that_missed_its_night_is_said_to_be_late(story, desk):
    audit()
    Audit.objects.update(at=timezone.now() - timedelta(hours=27))
    assert "It has not run since" in desk.get("/admin/").content.decode()


def test_last_runs_are_kept(story, monkeypatch):
    monkeypatch.setattr(Audit, "KEPT", 2)
    for _ in range(3):
        audit()
    assert Audit.objects.count() == 2
