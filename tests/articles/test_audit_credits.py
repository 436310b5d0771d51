"""`audit_credits` from the command line."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from articles import workflow
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
    assert "have their credit and alt text" in out


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
    line = {"address": "/about/", "picture": f"photo {photo.pk}", "missing": ["its credit"]}
    assert line in audited()["lacking"]


def test_picture_that_may_not_run_is_not_shown_and_so_lacks_nothing(story):
    type(story.lead_photo).objects.update(credit_line="")
    assert audited() == {"pages": 7, "pictures": 0, "lacking": []}


def test_withdrawn_story_is_no_page(story):
    workflow.withdraw(story.article, "Wrong")
    assert audited()["pages"] == 6


def test_empty_site_passes():
    assert audit()[1] == ""
