"""Fronts as readers get them."""

from datetime import timedelta

import pytest

from articles import workflow
from articles.fronts.arranging import about, close
from articles.fronts.slots import EMPTY
from tests.articles.fronts.fronts import HOUR, arranged, dressed, put
from tests.articles.noon import NOON
from tests.articles.reader.pages import page, place, texts
from tests.factories import make_article, make_author, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def next_change(client, path="/"):
    return client.get(path)["X-Next-Change"]


def test_own_words_stand_on_the_front(client):
    put(content=dressed(make_live(headline="Ferry sails").article, headline="They sail", kicker="Strike"))
    html = page(client, "/")
    assert texts(html, ".lead .headline") == ["They sail"]
    assert texts(html, ".lead .kicker .own") == ["Strike"]


def test_own_kicker_leaves_the_label_of_the_kind(client):
    put(content=dressed(make_live(kind="opinion").article, kicker="Strike"))
    assert texts(page(client, "/"), ".lead .kind") == ["Opinion"]


def test_own_words_stand_nowhere_else(client):
    put(content=dressed(make_live(headline="Ferry sails").article, headline="They sail"))
    assert "They sail" not in client.get("/latest/").content.decode()


def test_no_story_stands_twice_on_any_front(client):
    section, topic = make_section("Harbour"), make_topic()
    for number in range(30):
        make_live(section=section, topics=[topic], kind="opinion" if number % 3 == 0 else "news")
    put(content=about(EMPTY, topic.pk))
    for path in ("/", "/section/harbour/"):
        links = [link.attributes["href"] for link in page(client, path).css("main .card .headline a")]
        assert len(links) == len(set(links)) > 12


def test_emptied_slots_leave_no_hole(client):
    for _ in range(3):
        make_live()
    put(content=close(close(EMPTY, "river"), "seconds"))
    html = page(client, "/")
    assert not html.css(".seconds, .river, .band")
    assert len(html.css(".lead .card")) == 1


def test_paper_without_a_story_says_so(client):
    assert "front" in client.get("/").context
    assert not page(client, "/").css(".front, .band, .strips")


def test_corrections_stand_there_for_thirty_days(client, clock):
    workflow.correct(make_live(headline="Ferry sails").article, "It was eight.", "It was nine.")
    assert texts(page(client, "/"), ".front-corrections a") == ["Corrections", "Ferry sails"]
    clock.move_to(NOON + timedelta(days=30))
    assert not page(client, "/").css(".front-corrections")


def test_corrections_of_a_section_are_its_own(client):
    for name in ("Harbour", "Sport"):
        workflow.correct(make_live(headline=name, section=make_section(name)).article, "It was eight.", "It was nine.")
    assert texts(page(client, "/section/harbour/"), ".front-corrections li a") == ["Harbour"]


def test_corrections_are_not_shown_where_that_is_closed(client):
    workflow.correct(make_live().article, "It was eight.", "It was nine.")
    put(content=close(EMPTY, "corrections"))
    assert not page(client, "/").css(".front-corrections")


def test_older_pages_of_a_section_have_no_front(client, settings):
    settings.PAGE_SIZE = 2
    section = make_section("Harbour")
    for _ in range(5):
        make_live(section=section)
    older = client.get("/section/harbour/").context["stories"].older
    assert not page(client, f"/section/harbour/{older}").css(".front")


def test_page_knows_when_a_pin_ends(client, clock):
    content = arranged(lead=[make_live().article], lasts=HOUR)
    put(content=content)
    assert next_change(client) == (NOON + HOUR).isoformat()


def test_page_knows_when_a_pinned_story_appears(client, clock):
    story, section = make_article(), make_section("Harbour")
    workflow.schedule(story, NOON + HOUR / 2)
    put(section, content=arranged(section, lead=[story]))
    assert next_change(client, "/section/harbour/") == (NOON + HOUR / 2).isoformat()


def test_page_knows_when_the_right_to_a_pins_own_picture_ends(client, clock):
    photo = make_photo(rights_until=NOON + HOUR / 2)
    put(content=dressed(make_live().article, photo=photo.pk))
    response = client.get("/")
    assert response["X-Next-Change"] == (NOON + HOUR / 2).isoformat()
    assert f"p{photo.pk}" in response["Surrogate-Key"].split()


def test_page_knows_when_another_front_takes_over(client, clock):
    put(at=NOON + HOUR / 2)
    assert next_change(client) == (NOON + HOUR / 2).isoformat()


def full_site():
    """Each thing that costs a front a query: pins, own pictures, a topic, a rail, fallen leads, advertisements."""
    section, topic, author = make_section("Harbour"), make_topic(), make_author()
    fallen = make_photo(rights_until=NOON + SECOND)
    body = f'<p>a</p><figure data-photo="{make_photo().pk}"></figure>'
    for number in range(24):
        kind = "opinion" if number % 4 == 0 else "news"
        lead = fallen if number % 5 == 0 else make_photo()
        story = make_live(
            at=NOON - HOUR * (number + 1), section=section, topics=[topic], authors=[author], kind=kind,
            lead_photo=lead, body=body,
        )  # fmt: skip
    workflow.correct(story.article, "It was eight.", "It was nine.")
    content = about(dressed(story.article, photo=make_photo().pk), topic.pk)
    for slot in ("top", "front", "foot"):
        place(slot=slot, picture=make_photo())
    workflow.break_news("Bridge jams open", NOON + HOUR, article=story.article)
    put(content=content)
    put(section, content=content)


@pytest.mark.parametrize("path", ["/", "/section/harbour/"])
def test_front_is_read_in_six_queries_at_most(client, clock, django_assert_max_num_queries, path):
    full_site()
    clock.move_to(NOON + SECOND)
    with django_assert_max_num_queries(6):
        html = page(client, path)
    assert len(html.css(".lead, .seconds, .band")) >= 4


# Breaking news


@pytest.mark.parametrize("path", ["/", "/latest/", "/section/harbour/", "/about/", "story", "/nothing/"])
def test_breaking_line_stands_on_every_page(client, whole_site, clock, path):
    workflow.break_news("Bridge jams open", NOON + HOUR)
    path = whole_site.path if path == "story" else path
    assert "Bridge jams open" in client.get(path).content.decode()


def test_breaking_line_is_over_at_its_end(client, clock):
    workflow.break_news("Bridge jams open", NOON + HOUR)
    assert next_change(client) == (NOON + HOUR).isoformat()
    clock.move_to(NOON + HOUR)
    assert not page(client, "/").css(".breaking")


def test_breaking_line_leads_to_its_story_once_that_is_live(client, clock):
    story = make_article()
    workflow.break_news("Bridge jams open", NOON + HOUR, article=story)
    assert not page(client, "/").css(".breaking a")
    edition = workflow.publish(story)
    assert page(client, "/").css_first(".breaking a").attributes["href"] == edition.path
    workflow.withdraw(story, "Wrong")
    assert not page(client, "/").css(".breaking a")
    assert f"a{story.pk}" in client.get("/about/")["Surrogate-Key"].split()


def test_line_does_not_stand_over_the_story_that_it_leads_to(client, clock):
    edition = make_live()
    workflow.break_news("Bridge jams open", NOON + HOUR, article=edition.article)
    assert not page(client, edition.path).css(".breaking")
    assert page(client, "/").css(".breaking")
