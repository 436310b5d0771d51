"""What readers see, and what they never do."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.models import RelatedLink
from articles.photos.models import Photo
from articles.sponsors.models import Placement
from tests.factories import change, make_article, make_author, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200, response.status_code
    return LexborHTMLParser(response.content.decode())


def texts(html, selector):
    return [" ".join(node.text().split()) for node in html.css(selector)]


def place(slot="top", **fields):
    start = timezone.now() - timedelta(hours=1)
    defaults = {
        "label": "Advertisement",
        "advertiser": "Ropes Ltd",
        "text": "Good ropes",
        "link": "https://example.org/r",
    }
    times = {"disclosure": "Paid for by Ropes Ltd.", "starts_at": start, "ends_at": start + timedelta(days=1)}
    return Placement.objects.create(slot=slot, **defaults | times | fields)


@pytest.fixture
def whole_site():
    """One of each thing that has a page."""
    section, topic, author = make_section("Harbour"), make_topic("Ferry"), make_author("Ann Lee")
    return make_live(headline="Sails", section=section, topics=[topic], authors=[author], lead_photo=make_photo())


ADDRESSES = ["/", "/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/", "/about/"]


@pytest.mark.parametrize("path", [*ADDRESSES, "story"])
def test_page_has_one_h1_and_no_cookie(whole_site, client, path):
    response = client.get(whole_site.path if path == "story" else path)
    assert len(LexborHTMLParser(response.content.decode()).css("h1")) == 1
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("path", [*ADDRESSES, "story", "/no-such-page/"])
def test_page_says_how_long_it_holds_and_varies_by_encoding_only(whole_site, client, path):
    path = whole_site.path if path == "story" else path
    response = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert response["Vary"] == "Accept-Encoding"
    assert response["Cache-Control"].startswith("public, max-age=")
    assert "paper" in response["Surrogate-Key"].split()


@pytest.mark.parametrize("path", [*ADDRESSES, "story"])
def test_page_can_be_read_and_nothing_else(whole_site, path):
    client = Client(enforce_csrf_checks=True)
    path = whole_site.path if path == "story" else path
    assert client.head(path).status_code == 200
    for method in (client.post, client.put, client.patch, client.delete, client.options):
        response = method(path)
        assert (response.status_code, response.cookies) == (405, {})


@pytest.mark.parametrize("path", [*ADDRESSES, "story"])
def test_unknown_parameters_change_nothing(whole_site, client, path):
    path = whole_site.path if path == "story" else path
    assert client.get(path, {"utm_source": "x", "page": "7"}).content == client.get(path).content


@pytest.mark.parametrize("path", ADDRESSES)
def test_empty_site_has_pages(client, path):
    assert client.get(path).status_code in {200, 404}


@pytest.mark.parametrize("path", ["/", "/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/"])
def test_story_stands_on_its_lists(whole_site, client, path):
    assert whole_site.path in [a.attributes.get("href") for a in page(client, path).css("main a")]


@pytest.mark.parametrize("path", ["/", "/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/"])
def test_withdrawn_story_leaves_every_list(whole_site, client, path):
    workflow.withdraw(whole_site.article, "Wrong")
    assert whole_site.path.encode() not in client.get(path).content


@pytest.mark.parametrize("path", ["/", "/latest/"])
def test_draft_stands_on_no_list(client, path):
    make_article(headline="Secret draft")
    assert b"Secret draft" not in client.get(path).content


def test_scheduled_story_is_404_until_its_second(client):
    at = timezone.now() + timedelta(hours=1)
    edition = workflow.schedule(make_article(), at)
    assert client.get(edition.path).status_code == 404
    with time_machine.travel(at):
        assert client.get(edition.path).status_code == 200


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("ar-ly", "rtl"), ("he", "rtl"), ("ps", "rtl"), ("de", "ltr")]
)
def test_foreign_story_says_its_language_and_direction(client, language, direction):
    edition = make_live(language=language)
    for path, selector in ((edition.path, ".story"), ("/", ".lead article"), ("/latest/", ".stories article")):
        attributes = page(client, path).css_first(selector).attributes
        assert (attributes["lang"], attributes["dir"]) == (language, direction)


def test_story_in_the_papers_language_does_not_repeat_it(client):
    assert "lang" not in page(client, make_live().path).css_first("article.story").attributes


def test_papers_own_words_in_a_foreign_story_keep_their_language(client):
    author = make_author()
    edition = link(make_article(language="ar", authors=[author], topics=[make_topic()]), make_live().article)
    html = page(client, edition.path)
    for part in (".signed", ".topics", ".related"):
        assert html.css_first(part).attributes["lang"] == "en-gb"


def test_paper_that_reads_from_right_to_left_says_so(client, settings):
    settings.LANGUAGE_CODE = "ar"
    edition = make_live(language="en-gb")
    html = page(client, edition.path)
    assert html.css_first("html").attributes["dir"] == "rtl"
    assert html.css_first("article.story").attributes["dir"] == "ltr"


def test_withdrawn_story_answers_410_with_its_notice(client):
    edition = make_live()
    workflow.withdraw(edition.article, "Internal words", "It named the wrong firm.")
    response = client.get(edition.path)
    assert response.status_code == 410
    assert b"It named the wrong firm." in response.content
    assert b"Internal words" not in response.content


def test_changed_slug_redirects_for_good(client):
    edition = make_live(slug="old")
    change(edition.article, slug="new")
    renamed = workflow.update(edition.article)
    response = client.get(edition.path)
    assert (response.status_code, response["Location"]) == (301, renamed.path)


def test_slug_changed_twice_redirects_in_one_hop(client):
    edition = make_live(slug="one")
    for slug in ("two", "three"):
        change(edition.article, slug=slug)
        latest = workflow.update(edition.article)
    assert client.get(edition.path)["Location"] == latest.path


def test_slug_changed_back_is_no_loop(client):
    edition = make_live(slug="one")
    for slug in ("two", "one"):
        change(edition.article, slug=slug)
        workflow.update(edition.article)
    assert client.get(edition.path).status_code == 200


def test_scheduled_slug_change_is_not_known_before(client):
    edition = make_live(slug="old")
    change(edition.article, slug="new")
    ahead = workflow.schedule(edition.article, timezone.now() + timedelta(hours=1))
    assert client.get(edition.path).status_code == 200
    assert client.get(ahead.path).status_code == 404


def test_caption_and_credit_have_elements_of_their_own(client):
    photo = make_photo(caption="Boats at rest.", creators=["Ann Lee"], agency="Coastline")
    html = page(client, make_live(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>').path)
    assert texts(html, "figure figcaption .caption") == ["Boats at rest."]
    assert texts(html, "figure figcaption .credit") == ["Ann Lee / Coastline"]


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
    assert texts(page(client, edition.path), ".credit") == ["Right Name"]


def test_caption_of_the_use_is_frozen_in_the_edition(client):
    photo = make_photo(caption="The library's.")
    edition = make_live(body=f'<p>a</p><figure data-photo="{photo.pk}" data-caption="For this use."></figure>')
    photo.caption = "Changed."
    photo.save()
    assert texts(page(client, edition.path), ".caption") == ["For this use."]


def test_decorative_picture_has_an_empty_alt(client):
    photo = make_photo(alt="", is_decorative=True)
    html = page(client, make_live(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>').path)
    assert (html.css_first("figure img").attributes.get("alt") or "") == ""


def link(story, target=None, **fields):
    RelatedLink.objects.create(article=story, target=target, **fields)
    change(story)
    return (workflow.update if workflow.live_edition(story) else workflow.publish)(story)


def related(client, edition):
    return [a.attributes.get("href") for a in page(client, edition.path).css(".related a")]


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


def test_scheduled_address_knows_when_it_appears(client):
    at = timezone.now() + timedelta(seconds=10)
    edition = workflow.schedule(make_article(), at)
    response = client.get(edition.path)
    assert (response.status_code, datetime.fromisoformat(response["X-Next-Change"])) == (404, at)
    assert f"a{edition.article_id}" in response["Surrogate-Key"].split()


def test_related_story_shows_its_live_headline(client):
    target = make_live(headline="Live words")
    edition = link(make_article(), target.article)
    change(target.article, headline="Unpublished words")
    assert any("Live words" in text for text in texts(page(client, edition.path), ".related"))


def test_related_draft_shows_nothing(client):
    edition = link(make_article(), make_article(headline="Draft"))
    assert not page(client, edition.path).css(".related")


def test_related_scheduled_story_appears_when_it_goes_live(client):
    target, at = make_article(), timezone.now() + timedelta(hours=1)
    ahead = workflow.schedule(target, at)
    edition = link(make_article(), target)
    assert related(client, edition) == []
    with time_machine.travel(at):
        assert ahead.path in related(client, edition)


def test_related_withdrawn_story_disappears(client):
    target = make_live()
    edition = link(make_article(), target.article)
    workflow.withdraw(target.article, "Wrong")
    assert related(client, edition) == []


def test_related_stub_is_not_shown(client):
    edition = link(make_article(), headline="Only a headline")
    assert "Only a headline" not in page(client, edition.path).text()


def test_related_outside_link_has_its_domain(client):
    edition = link(make_article(), url="https://www.example.org/report", headline="The report")
    assert "example.org" in texts(page(client, edition.path), ".related")[0]


def test_story_named_in_the_text_is_not_repeated_in_the_box(client):
    target = make_live()
    story = make_article(body=f'<p>a</p><aside data-related="{target.article_id}"></aside><p>b</p>')
    edition = link(story, target.article)
    assert client.get(edition.path).content.decode().count(f'href="{target.path}"') == 1


def test_advertisement_says_so_first(client):
    place()
    make_live()
    words = texts(page(client, "/"), ".advertisement")[0]
    assert words.startswith("Advertisement")
    assert "Paid for by Ropes Ltd." in words


def test_advertisements_link_is_sponsored(client):
    place()
    rel = page(client, "/").css_first(".advertisement a").attributes["rel"]
    assert {"sponsored", "nofollow"} <= set(rel.split())


def test_affiliate_notice_stands_before_the_link(client):
    place(is_affiliate=True, disclosure="We earn a commission.")
    content = client.get("/").content.decode()
    assert content.index("We earn a commission.") < content.index("https://example.org/r")


def test_no_placement_leaves_no_box(client):
    make_live()
    assert not page(client, "/").css(".advertisement")


def test_placement_of_one_section_runs_there_only(client):
    harbour, _ = make_section("Harbour"), make_section("Council")
    place().sections.set([harbour])
    assert page(client, "/section/harbour/").css(".advertisement")
    assert not page(client, "/section/council/").css(".advertisement")
    assert not page(client, "/").css(".advertisement")


def test_placement_ends_at_its_moment(client):
    placement = place()
    with time_machine.travel(placement.ends_at):
        assert not page(client, "/").css(".advertisement")


def test_placement_stands_between_paragraphs(client):
    place(slot="story")
    body = "".join(f"<p>Paragraph {number}</p>" for number in range(8))
    words = " ".join(page(client, make_live(body=body).path).css_first("article").text().split())
    assert words.index("Paragraph 3") < words.index("Good ropes") < words.index("Paragraph 4")


def test_embed_loads_nothing_before_the_click(client):
    body = '<p>a</p><aside data-embed="https://www.youtube.com/watch?v=abcdefghijk" data-title="Seals"></aside>'
    html = page(client, make_live(body=body).path)
    assert not html.css("iframe")
    assert html.css_first("a[href='https://www.youtube.com/watch?v=abcdefghijk']")


def test_page_says_what_it_was_made_of(client):
    photo, target = make_photo(), make_live()
    section = make_section()
    edition = link(make_article(lead_photo=photo, section=section), target.article)
    keys = set(client.get(edition.path)["Surrogate-Key"].split())
    assert {f"a{edition.article_id}", f"p{photo.pk}", f"a{target.article_id}", f"s{section.pk}", "paper"} <= keys


def test_story_is_made_of_its_topics_and_authors(client):
    topic, author = make_topic(), make_author()
    edition = make_live(topics=[topic], authors=[author])
    assert {f"t{topic.pk}", f"w{author.pk}"} <= set(client.get(edition.path)["Surrogate-Key"].split())


def test_page_is_made_of_its_empty_slots_too(client):
    edition = make_live()
    assert {"slot:top", "slot:story", "slot:foot"} <= set(client.get(edition.path)["Surrogate-Key"].split())


def test_page_is_made_of_stories_that_it_points_at_in_vain(client):
    draft = make_article()
    edition = link(make_article(), draft)
    assert f"a{draft.pk}" in client.get(edition.path)["Surrogate-Key"].split()


@time_machine.travel(datetime(2026, 3, 5, 12, tzinfo=UTC))
def test_page_knows_its_next_change(client):
    at = timezone.now() + timedelta(hours=1)
    workflow.schedule(make_article(), at)
    make_live()
    assert datetime.fromisoformat(client.get("/")["X-Next-Change"]) == at


@time_machine.travel(datetime(2026, 3, 5, 12, tzinfo=UTC))
def test_page_changes_with_the_date_that_it_shows(client):
    make_live()
    assert datetime.fromisoformat(client.get("/")["X-Next-Change"]) == datetime(2026, 3, 6, tzinfo=UTC)


def test_page_is_not_kept_past_its_next_change(client):
    workflow.schedule(make_article(), timezone.now() + timedelta(seconds=10))
    max_age = int(client.get("/")["Cache-Control"].rpartition("=")[2])
    assert max_age < 10


def test_page_made_of_too_much_is_not_cached(client, monkeypatch):
    monkeypatch.setattr("articles.reader.page.LONGEST_HEADER", 10)
    response = client.get(make_live().path)
    assert response["Cache-Control"] == "no-store"
    assert "Surrogate-Key" not in response


def test_unchanged_page_answers_304(client):
    edition = make_live()
    etag = client.get(edition.path)["ETag"]
    assert client.get(edition.path, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("way", ["before", "after"])
@pytest.mark.parametrize("place_", ["x", "1", "1-2-3", "9" * 40 + "-1", "-1-1", "1-1", "5000000000000000-1"])
def test_forged_place_in_a_list_is_404(client, way, place_):
    make_live()
    assert client.get("/latest/", {way: place_}).status_code == 404


def test_place_of_a_story_that_was_withdrawn_still_leads_on(client, settings):
    settings.PAGE_SIZE = 1
    older, newer = make_live(at=datetime(2026, 3, 4, tzinfo=UTC)), make_live(at=datetime(2026, 3, 5, tzinfo=UTC))
    place_ = client.get("/latest/").context["stories"].older
    workflow.withdraw(newer.article, "Wrong")
    assert client.get(f"/latest/{place_}").context["stories"].editions == [older]


LISTS = ["/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/"]


@pytest.mark.parametrize("path", LISTS)
def test_paging_shows_each_story_once(client, settings, path):
    settings.PAGE_SIZE = 4
    now = datetime(2026, 3, 5, 12, tzinfo=UTC)
    own = {"section": make_section("Harbour"), "topics": [make_topic("Ferry")], "authors": [make_author("Ann Lee")]}
    other = {"section": make_section(), "topics": [make_topic()], "authors": [make_author()]}
    expected = [make_live(at=now - timedelta(hours=number // 2), **own).path for number in range(11)]
    expected += [make_live(at=now, **other).path] if path == "/latest/" else []
    seen, query = [], ""
    while True:
        response = client.get(f"{path}{query}")
        seen += [edition.path for edition in response.context["stories"].editions]
        if not (query := response.context["stories"].older):
            break
    assert sorted(seen) == sorted(expected)


@pytest.mark.parametrize("path", LISTS)
def test_newer_page_leads_back_to_the_same_stories(client, settings, path):
    settings.PAGE_SIZE = 2
    own = {"section": make_section("Harbour"), "topics": [make_topic("Ferry")], "authors": [make_author("Ann Lee")]}
    for number in range(4):
        make_live(at=datetime(2026, 3, 5, number, tzinfo=UTC), **own)
    first = client.get(path).context["stories"]
    second = client.get(f"{path}{first.older}").context["stories"]
    back = client.get(f"{path}{second.newer}").context["stories"]
    assert back.editions == first.editions


@pytest.mark.parametrize("path", ["/topic/ferry/", "/author/ann-lee/"])
def test_updated_story_keeps_its_place_in_the_list(client, path):
    own = {"topics": [make_topic("Ferry")], "authors": [make_author("Ann Lee")]}
    old = make_live(at=datetime(2026, 3, 4, tzinfo=UTC), **own)
    make_live(at=datetime(2026, 3, 5, tzinfo=UTC), headline="Newer", **own)
    change(old.article, headline="Older, mended")
    workflow.update(old.article)
    assert texts(page(client, path), ".stories .headline") == ["Newer", "Older, mended"]


def test_list_knows_only_the_changes_of_its_own_stories(client):
    at = timezone.now() + timedelta(hours=1)
    workflow.schedule(make_article(topics=[make_topic("Ferry")]), at)
    make_topic("Flood")
    assert datetime.fromisoformat(client.get("/topic/ferry/")["X-Next-Change"]) == at
    assert "X-Next-Change" not in client.get("/topic/flood/")


def test_reader_policy_allows_no_inline(client):
    policy = client.get("/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
