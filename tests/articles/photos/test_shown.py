"""What the pictures of a page lack."""

import pytest
from django.utils import timezone

from articles.photos.models import Photo
from articles.photos.shown import shown_pictures, told_addresses

WORDS = '<figcaption><span class="caption">Boats.</span> <span class="credit">Ann Lee</span></figcaption>'


def figure(image='<img src="/a.jpg" alt="Boats">', words=WORDS):
    return f"<figure><picture>{image}</picture>{words}</figure>"


def lacks(html, photo=None):
    return [picture.lacks(photo, timezone.now()) for picture in shown_pictures(html)]


def test_picture_with_credit_and_alt_lacks_nothing():
    assert lacks(figure(), Photo(rights_category="staff", credit_line="Ann  Lee")) == [[]]


@pytest.mark.parametrize(
    "words",
    ["", WORDS.replace("credit", "caption"), WORDS.replace("Ann Lee", " \n "), WORDS.replace("Ann Lee", "\u200b")],
)
def test_picture_without_credit_lacks_it(words):
    assert lacks(figure(words=words)) == [["its credit"]]


def test_picture_outside_any_figure_lacks_its_credit():
    assert lacks(f"<p><img src='/a.jpg' alt='Boats'></p>{figure()}") == [["its credit"], []]


def test_credit_of_another_picture_does_not_count():
    assert lacks(figure(), Photo(rights_category="staff", credit_line="Bo Falk")) == [
        ["its own credit (Bo Falk; it shows Ann Lee)"]
    ]


def enlarged(words='<div><span class="credit">Ann Lee</span></div>'):
    return f'<div popover><div><picture><img src="/a.jpg" alt="Boats"></picture>{words}</div></div>'


def test_credit_of_the_enlarged_view_does_not_count_for_the_page():
    assert lacks(figure(words="") + enlarged()) == [["its credit"], []]
    assert lacks(figure(words=enlarged())) == [["its credit"], []]


def test_credit_of_the_page_does_not_count_for_the_enlarged_view():
    assert lacks(figure() + enlarged(words="")) == [[], ["its credit"]]
    assert lacks(figure(words=enlarged(words="") + WORDS)) == [[], ["its credit"]]


def test_credit_of_another_enlarged_view_does_not_count():
    assert lacks(enlarged(words="") + enlarged()) == [["its credit"], []]


@pytest.mark.parametrize("alt", ["", 'alt=""', "alt", 'alt="  "', 'alt="\u200b"'])
def test_picture_without_alt_text_lacks_it(alt):
    assert lacks(figure(f'<img src="/a.jpg" {alt}>'), Photo(rights_category="staff", credit_line="Ann Lee")) == [
        ["its alt text"]
    ]


@pytest.mark.parametrize("alt", ['alt=""', "alt"])
def test_empty_alt_text_of_a_decorative_photo_is_right(alt):
    assert lacks(
        figure(f'<img src="/a.jpg" {alt}>'), Photo(rights_category="staff", credit_line="Ann Lee", is_decorative=True)
    ) == [[]]


def test_decorative_photo_needs_the_empty_attribute():
    photo = Photo(rights_category="staff", credit_line="Ann Lee", is_decorative=True)
    assert lacks(figure('<img src="/a.jpg">'), photo) == [["its alt text"]]


def test_empty_alt_text_of_a_picture_that_the_library_does_not_know_is_not_right():
    assert lacks(figure('<img src="/a.jpg" alt="">')) == [["its alt text"]]


def test_picture_without_a_right_lacks_it():
    killed = Photo(rights_category="staff", credit_line="Ann Lee", killed_at=timezone.now())
    assert lacks(figure(), killed) == [["its right to run"]]
    assert lacks(figure(), Photo(credit_line="Ann Lee")) == [["its right to run"]]


def test_machines_are_told_of_pictures_too():
    html = """<meta property="og:image" content="https://a.example/b.jpg"><script type="application/ld+json">
        {"image": [{"contentUrl": "https://a.example/c.jpg"}]}</script>"""
    assert told_addresses(html) == ({"https://a.example/b.jpg"}, {"https://a.example/c.jpg"})
