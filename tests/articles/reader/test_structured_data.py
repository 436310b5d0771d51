"""What search engines are told of a story."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Publication
from articles.photos.renditions import make_renditions
from tests.articles.reader.pages import page
from tests.factories import change, make_author, make_live, make_photo, make_section

pytestmark = pytest.mark.django_db

SITE = "https://news.example.org"


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = SITE
    Publication.objects.update(name="The Courier")


def told(client, edition):
    (script,) = page(client, edition.path).css('script[type="application/ld+json"]')
    return json.loads(script.text())


def body_of(*photos, words=""):
    return "<p>a</p>" + "".join(f'<figure data-photo="{photo.pk}"{words}></figure>' for photo in photos)


def test_story_is_told_whole(client):
    fields = {"headline": "Ferry sails", "standfirst": "At eight.", "dateline": "SALTMERE"}
    edition = make_live(section=make_section("Harbour"), authors=[make_author("Ann Lee")], **fields)
    data = told(client, edition)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "Ferry sails"
    assert data["description"] == "At eight."
    assert data["mainEntityOfPage"] == data["url"] == SITE + edition.path
    assert data["author"] == [{"@type": "Person", "name": "Ann Lee", "url": f"{SITE}/author/ann-lee/"}]
    assert data["publisher"] == {"@type": "NewsMediaOrganization", "name": "The Courier", "url": f"{SITE}/"}
    assert (data["dateline"], data["articleSection"]) == ("SALTMERE", "Harbour")
    assert data["isAccessibleForFree"] is True


def test_address_is_that_of_the_canonical_link(client):
    edition = make_live()
    canonical = page(client, edition.path).css_first('link[rel="canonical"]').attributes["href"]
    assert told(client, edition)["mainEntityOfPage"] == canonical


def test_both_dates_have_their_zone(client, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    first = timezone.now() - timedelta(days=200)
    edition = make_live(at=first)
    change(edition.article, headline="Mended")
    update = workflow.update(edition.article)
    data = told(client, edition)
    assert data["datePublished"] == timezone.localtime(first).isoformat(timespec="seconds")
    assert data["dateModified"] == timezone.localtime(update.live_from).isoformat(timespec="seconds")
    assert data["datePublished"][19:] in {"+01:00", "+02:00"}


def test_story_without_byline_is_the_papers(client):
    data = told(client, make_live())
    assert data["author"] == [data["publisher"]]


def test_picture_is_told_with_its_credit(client):
    photo = make_photo(
        caption="Boats at rest.", creators=["Ann Lee", "Bo Falk"], agency="AFP", width=960, height=480,
        copyright_notice="© Ann Lee", web_statement="https://example.org/terms/",
        licensor_url="https://example.org/buy/", digital_source_type="digitalCapture",
    )  # fmt: skip
    (image,) = told(client, make_live(body=body_of(photo)))["image"]
    assert image["@type"] == "ImageObject"
    assert (image["width"], image["height"]) == (960, 480)
    assert image["url"] == image["contentUrl"]
    assert image["url"].startswith(f"{SITE}/media/renditions/")
    assert image["caption"] == "Boats at rest."
    assert image["creditText"] == photo.credit_line
    assert image["creator"] == [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Falk"}]
    assert image["copyrightNotice"] == "© Ann Lee"
    assert (image["license"], image["acquireLicensePage"]) == ("https://example.org/terms/", "https://example.org/buy/")
    assert image["digitalSourceType"] == "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"


def test_what_is_not_known_is_not_told(client):
    photo = make_photo(caption="", creators=[], agency="AFP")
    data = told(client, make_live(body=body_of(photo)))
    (image,) = data["image"]
    assert set(image) == {"@type", "url", "contentUrl", "width", "height", "creditText"}
    assert "dateline" not in data
    assert "image" not in told(client, make_live())


def test_lead_stands_first_and_in_the_cuts_that_are_asked_for(client):
    lead, other = make_photo(width=2000, height=1500), make_photo()
    make_renditions(lead)
    images = told(client, make_live(lead_photo=lead, body=body_of(other)))["image"]
    assert [(image["width"], image["height"]) for image in images] == [
        (1920, 1440), (1200, 675), (1200, 900), (1200, 1200), (900, 600),
    ]  # fmt: skip


def test_picture_that_stands_twice_is_told_once_in_the_words_of_its_first_use(client):
    photo = make_photo(caption="The library's.")
    edition = make_live(lead_photo=photo, lead_caption="Of the lead.", body=body_of(photo, photo))
    assert [image["caption"] for image in told(client, edition)["image"]] == ["Of the lead."]


def test_picture_that_may_not_run_is_not_told_of(client):
    photo = make_photo()
    edition = make_live(lead_photo=photo, body=body_of(photo))
    type(photo).objects.update(credit_line="")
    assert "image" not in told(client, edition)


def test_no_word_ends_the_script(client):
    hostile = "</script><script>alert(1)</script><!-- & \u2028 \"'"
    photo = make_photo(caption=hostile)
    edition = make_live(headline=hostile, body=body_of(photo))
    data = told(client, edition)
    assert data["headline"] == hostile
    assert data["image"][0]["caption"] == hostile
    raw = client.get(edition.path).content.decode().partition("ld+json")[2].partition("</script>")[0]
    assert not set("<&") & set(raw)
    assert raw.count(">") == 1  # of the element's own start


def test_foreign_story_says_its_language(client):
    assert told(client, make_live(language="ar"))["inLanguage"] == "ar"


def test_picture_that_may_not_be_syndicated_is_withheld(client):
    stays, travels = make_photo(may_syndicate=False), make_photo(creators=["Bo Falk"])
    edition = make_live(lead_photo=stays, body=body_of(travels))
    assert {image["creditText"] for image in told(client, edition)["image"]} == {"Bo Falk / Coastline"}


def test_story_whose_every_picture_stays_is_told_of_without_any(client):
    edition = make_live(lead_photo=make_photo(may_syndicate=False))
    assert "image" not in told(client, edition)
