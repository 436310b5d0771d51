"""The enlarged view of a picture, as the page holds it."""

import pytest

from tests.articles.reader.pages import page, texts
from tests.factories import make_live, make_photo

pytestmark = pytest.mark.django_db


def story_with(photo, **fields):
    return make_live(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>', **fields)


def test_words_stand_with_the_enlarged_picture(client):
    photo = make_photo(caption="Boats at rest.", alt="Three boats", creators=["Ann Lee"], agency="Coastline")
    html = page(client, story_with(photo).path)
    assert texts(html, "[popover] .words > .caption") == ["Boats at rest."]
    assert texts(html, "[popover] .words > .credit") == ["Ann Lee / Coastline"]
    assert html.css_first("[popover] img").attributes["alt"] == "Three boats"


def test_each_view_has_a_button_of_its_own(client):
    html = page(client, story_with(make_photo(), lead_photo=make_photo()).path)
    views = [view.attributes["id"] for view in html.css("[popover]")]
    assert len(set(views)) == 2
    assert [button.attributes["popovertarget"] for button in html.css("button.enlarge")] == views
    assert [button.attributes["popovertarget"] for button in html.css("[popover] button")] == views


def test_words_of_a_use_stand_once_in_its_story(client):
    photo = make_photo(caption="Boats at rest.")
    html = page(client, story_with(photo, lead_photo=make_photo(caption="Ropes.")).path)
    assert texts(html, "article .caption") == ["Ropes.", "Boats at rest."]
    assert not html.css("article [popover], figure figure, [popover] :is(figure, figcaption)")


def test_picture_that_may_not_run_has_no_enlarged_view(client):
    photo = make_photo()
    edition = story_with(photo, lead_photo=photo)
    type(photo).objects.update(credit_line="")
    assert not page(client, edition.path).css("[popover], .enlarge")


def test_story_without_pictures_asks_for_no_sheet_of_theirs(client):
    assert not page(client, make_live().path).css("link[href*='enlarged']")


def test_without_scripts_it_is_the_file_of_the_page(client):
    """By its `sizes`: browsers then choose the same of the same files, and fetch none."""
    html = page(client, story_with(make_photo(), lead_photo=make_photo()).path)
    shown, enlarged = ([image.attributes for image in html.css(f"{place} img")] for place in ("figure", "[popover]"))
    assert [image["srcset"] for image in shown] == [image["srcset"] for image in enlarged]
    for on_page, large in zip(shown, enlarged, strict=True):
        with_scripts, _, without = large["sizes"].partition(", " + on_page["sizes"])
        assert (with_scripts.startswith("(scripting: enabled) min("), without) == (True, "")


def test_picture_no_wider_than_the_text_is_not_offered_enlarged(client):
    html = page(client, story_with(make_photo(width=640, height=400)).path)
    assert html.css("figure img")
    assert not html.css("[popover], .enlarge")


def test_link_for_older_browsers_leads_to_the_largest_file(client):
    html = page(client, story_with(make_photo(width=2400, height=1600)).path)
    assert html.css_first("a.enlarge").attributes["href"].endswith("-1920.jpg")


def test_enlarged_view_leads_to_the_largest_file_too(client):
    html = page(client, story_with(make_photo(width=2400, height=1600)).path)
    assert html.css_first("[popover] a").attributes["href"].endswith("-1920.jpg")


def test_enlarged_picture_is_lazy_even_where_it_leads(client):
    html = page(client, make_live(lead_photo=make_photo()).path)
    assert "loading" not in html.css_first(".lead-figure > .frame > picture img").attributes
    assert html.css_first("[popover] img").attributes["loading"] == "lazy"


def test_papers_own_words_keep_their_language_round_a_foreign_picture(client):
    html = page(client, story_with(make_photo(), language="ar").path)
    assert html.css_first("button.enlarge").attributes["lang"] == "en-gb"
    assert not html.css("[lang=ar] [popover]")
    assert html.css_first("[popover] > .view").attributes["lang"] == "ar"
    assert html.css_first("[popover] .whole").attributes["lang"] == "en-gb"
