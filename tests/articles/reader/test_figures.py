"""Pictures on pages: their words, and pages that close up without them."""

import pytest

from articles.photos.models import Photo
from tests.articles.reader.pages import page, place, texts
from tests.factories import make_live, make_photo

pytestmark = pytest.mark.django_db


def test_caption_and_credit_have_elements_of_their_own(client):
    photo = make_photo(caption="Boats at rest.", creators=["Ann Lee"], agency="Coastline")
    html = page(client, make_live(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>').path)
    assert texts(html, ".story-body > figure > figcaption > .caption") == ["Boats at rest."]
    assert texts(html, ".story-body > figure > figcaption > .credit") == ["Ann Lee / Coastline"]


def test_picture_has_true_width_height_and_alt(client):
    photo = make_photo(alt="Three boats", width=1200, height=600)
    image = page(client, make_live(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>').path).css_first(
        "figure img"
    )
    width, height = int(image.attributes["width"]), int(image.attributes["height"])
    assert (width, image.attributes["alt"]) == (height * 2, "Three boats")


def test_mended_credit_is_mended_on_the_page(client):
    photo = make_photo(creators=["Wrong Name"], agency="")
    edition = make_live(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>')
    photo.creators, photo.credit_line = ["Right Name"], ""
    photo.save()
    assert texts(page(client, edition.path), ".credit") == ["Right Name"] * 2  # on the page, and enlarged


def test_caption_of_the_use_is_frozen_in_the_edition(client):
    photo = make_photo(caption="The library's.")
    edition = make_live(body=f'<p>a</p><figure data-photo="{photo.pk}" data-caption="For this use."></figure>')
    photo.caption = "Changed."
    photo.save()
    assert texts(page(client, edition.path), ".caption") == ["For this use."] * 2  # on the page, and enlarged


def test_decorative_picture_has_an_empty_alt(client):
    photo = make_photo(alt="", is_decorative=True)
    html = page(client, make_live(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>').path)
    assert (html.css_first("figure img").attributes.get("alt") or "") == ""


def test_photo_that_lost_its_credit_leaves_the_page(client):
    photo = make_photo()
    edition = make_live(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>')
    type(photo).objects.update(credit_line="")
    assert not page(client, edition.path).css("figure")


LOSSES = [{"credit_line": " "}, {"alt": ""}, {"file": ""}]


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("path", ["/", "/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/", "story"])
def test_picture_that_may_not_run_closes_up_everywhere(whole_site, client, path, loss):
    Photo.objects.update(**loss)
    assert not page(client, whole_site.path if path == "story" else path).css("figure, img")


@pytest.mark.parametrize("loss", LOSSES)
def test_picture_that_may_not_run_leads_no_front(client, loss):
    make_live(headline="Older", lead_photo=make_photo())
    newest = make_live(headline="Newest", lead_photo=make_photo())
    Photo.objects.filter(pk=newest.lead_photo_id).update(**loss)
    assert texts(page(client, "/"), ".lead .headline") == ["Older"]


@pytest.mark.parametrize("loss", LOSSES)
def test_picture_that_may_not_run_is_not_shared(whole_site, client, loss):
    Photo.objects.update(**loss)
    assert not page(client, whole_site.path).css("meta[property^='og:image']")


@pytest.mark.parametrize("loss", LOSSES)
def test_picture_that_may_not_run_leaves_its_advertisement(client, loss):
    place(picture=make_photo())
    make_live()
    Photo.objects.update(**loss)
    html = page(client, "/")
    assert html.css(".advertisement")
    assert not html.css("figure, img")


def test_alt_text_of_the_use_lets_a_picture_run_on_lists_too(client):
    make_live(lead_photo=make_photo(alt=""), lead_alt="Boats, for this use")
    assert page(client, "/latest/").css_first("img").attributes["alt"] == "Boats, for this use"


GENERATED = [
    ("trainedAlgorithmicMedia", "Generated image"),
    ("compositeWithTrainedAlgorithmicMedia", "Partly generated image"),
    ("compositeSynthetic", "Partly generated image"),
]


@pytest.mark.parametrize(("source_type", "label"), GENERATED)
def test_generated_picture_is_said_to_be_one_on_its_page_and_enlarged(client, source_type, label):
    edition = make_live(lead_photo=make_photo(digital_source_type=source_type))
    html = page(client, edition.path)
    for words in ("figcaption", "[popover] .words"):
        assert texts(html, f"{words} > .generated") == [label]
        assert texts(html, f"{words} > .credit") == ["Maren Holt / Coastline"]


@pytest.mark.parametrize("path", ["/", "/latest/"])
def test_generated_picture_is_said_to_be_one_on_lists(client, path):
    make_live(lead_photo=make_photo(digital_source_type="trainedAlgorithmicMedia"))
    assert texts(page(client, path), "figcaption > .generated") == ["Generated image"]


@pytest.mark.parametrize("source_type", ["", "digitalCapture", "algorithmicallyEnhanced"])
def test_other_picture_bears_no_such_words(client, source_type):
    edition = make_live(lead_photo=make_photo(digital_source_type=source_type))
    assert not page(client, edition.path).css(".generated")
