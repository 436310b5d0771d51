"""What the pictures of a page lack."""

import pytest

from articles.photos.models import Photo
from articles.photos.shown import shown_pictures

WORDS = '<figcaption><span class="caption">Boats.</span> <span class="credit">Ann Lee</span></figcaption>'


def figure(image='<img src="/a.jpg" alt="Boats">', words=WORDS):
    return f"<figure><picture>{image}</picture>{words}</figure>"


def lacks(html, photo=None):
    return [picture.lacks(photo) for picture in shown_pictures(html)]


def test_picture_with_credit_and_alt_lacks_nothing():
    assert lacks(figure(), Photo(credit_line="Ann  Lee")) == [[]]


@pytest.mark.parametrize(
    "words",
    ["", WORDS.replace("credit", "caption"), WORDS.replace("Ann Lee", " \n "), WORDS.replace("Ann Lee", "\u200b")],
)
def test_picture_without_credit_lacks_it(words):
    assert lacks(figure(words=words)) == [["its credit"]]


def test_picture_outside_any_figure_lacks_its_credit():
    assert lacks(f"<p><img src='/a.jpg' alt='Boats'></p>{figure()}") == [["its credit"], []]


def test_credit_of_another_picture_does_not_count():
    assert lacks(figure(), Photo(credit_line="Bo Falk")) == [["its own credit (Bo Falk; it shows Ann Lee)"]]


def test_credit_inside_the_enlarged_view_does_not_count_for_the_page():
    view = f"<div popover>{figure()}</div>"
    assert lacks(figure(words=view)) == [["its credit"], []]


def test_credit_of_the_page_does_not_count_for_the_enlarged_view():
    view = f"<div popover>{figure(words='')}</div>"
    assert lacks(figure(words=view + WORDS)) == [[], ["its credit"]]


@pytest.mark.parametrize("alt", ["", 'alt=""', "alt", 'alt="  "', 'alt="\u200b"'])
def test_picture_without_alt_text_lacks_it(alt):
    assert lacks(figure(f'<img src="/a.jpg" {alt}>'), Photo(credit_line="Ann Lee")) == [["its alt text"]]


@pytest.mark.parametrize("alt", ['alt=""', "alt"])
def test_empty_alt_text_of_a_decorative_photo_is_right(alt):
    assert lacks(figure(f'<img src="/a.jpg" {alt}>'), Photo(credit_line="Ann Lee", is_decorative=True)) == [[]]


def test_decorative_photo_needs_the_empty_attribute():
    photo = Photo(credit_line="Ann Lee", is_decorative=True)
    assert lacks(figure('<img src="/a.jpg">'), photo) == [["its alt text"]]


def test_empty_alt_text_of_a_picture_that_the_library_does_not_know_is_not_right():
    assert lacks(figure('<img src="/a.jpg" alt="">')) == [["its alt text"]]
