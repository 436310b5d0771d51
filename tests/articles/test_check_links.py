"""`check_links`, and what it keeps: which addresses outside stories lead to, and whether a page is there."""

import io
import json
import threading
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import link_checks, workflow
from articles.link_checks import answers, due, state_of
from articles.models import OutsideLink
from articles.public_web import Answer
from tests.articles.reader.pages import link
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db

NIGHT = datetime(2026, 3, 5, 3, tzinfo=UTC)
THERE, GONE, BUSY = Answer(200, "200 OK"), Answer(404, "404 Not Found"), Answer(503, "503 Service Unavailable")
NO_HOST = Answer(None, "There is no such host", is_no_host=True)


def leading_to(*urls):
    return make_live(body="".join(f'<p><a href="{url}">A</a></p>' for url in urls))


@pytest.fixture
def check(settings, monkeypatch):
    """Run the command with answers by address; what it prints, and how it fails ("" where it does not)."""
    settings.CHECK_LINKS = True

    def run(said, **options):
        asking = partial(answers, asking=lambda url: said[url], pause=0)
        out, failure = io.StringIO(), ""
        with monkeypatch.context() as patched:
            patched.setattr(link_checks, "answers", asking)
            try:
                call_command("check_links", stdout=out, **options)
            except CommandError as error:
                failure = str(error)
        return out.getvalue(), failure

    return run


@pytest.fixture
def clock():
    with time_machine.travel(NIGHT, tick=False) as traveller:
        yield traveller


def test_it_is_off_and_says_how_it_is_switched_on():
    leading_to("https://a.example/")
    with pytest.raises(CommandError, match="Set CHECK_LINKS=on"):
        call_command("check_links")
    assert not OutsideLink.objects.exists()


def test_links_of_texts_and_boxes_that_readers_see_or_will_see_are_asked(check):
    leading_to("https://a.example/")
    link(make_article(), url="https://b.example/", headline="B")
    workflow.schedule(
        make_article(body='<p><a href="https://c.example/">C</a></p>'), timezone.now() + timedelta(hours=1)
    )
    make_article(body='<p><a href="https://draft.example/">D</a></p>')
    out, failure = check({f"https://{name}.example/": THERE for name in "abc"})
    assert (out, failure) == ("3 links asked: 3 there, 0 not sure, 0 dead\n", "")


def test_link_is_dead_once_it_was_found_so_on_two_days(check, clock):
    edition = leading_to("https://a.example/", "https://b.example/")
    said = {"https://a.example/": GONE, "https://b.example/": THERE}
    assert check(said)[1] == ""
    clock.shift(timedelta(hours=2))
    assert check(said)[1] == ""
    clock.shift(timedelta(hours=22))
    out, failure = check(said)
    assert out.splitlines()[0] == f"{edition.path}: https://a.example/: 404 Not Found"
    assert failure == "1 links in stories lead to no page, as was found on two days"


def test_page_that_came_back_is_not_dead(check, clock):
    leading_to("https://a.example/")
    for answer in (GONE, THERE, GONE):
        check({"https://a.example/": answer})
        clock.shift(timedelta(days=1))
    assert not OutsideLink.objects.dead()


def test_site_out_of_order_in_between_does_not_begin_it_anew(check, clock):
    leading_to("https://a.example/")
    for answer in (GONE, BUSY, GONE):
        check({"https://a.example/": answer})
        clock.shift(timedelta(days=1))
    assert OutsideLink.objects.dead().count() == 1


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (THERE, "alive"), (Answer(204, ""), "alive"), (GONE, "dead"), (Answer(410, ""), "dead"), (NO_HOST, "dead"),
        (Answer(403, ""), "unsure"), (Answer(429, ""), "unsure"), (BUSY, "unsure"), (Answer(304, ""), "unsure"),
        (Answer(None, "It did not answer"), "unsure"),
    ],
)  # fmt: skip
def test_what_says_that_no_page_is_there_is_dead_and_nothing_else(answer, state):
    assert state_of(answer) == state


def test_where_no_site_answers_nothing_is_noted(check):
    leading_to("https://a.example/", "https://b.example/")
    _, failure = check(dict.fromkeys(["https://a.example/", "https://b.example/"], NO_HOST))
    assert "No site answered" in failure
    assert not OutsideLink.objects.exclude(state="").exists()


def test_host_that_is_gone_is_noted_where_others_answer(check):
    leading_to("https://a.example/", "https://b.example/")
    check({"https://a.example/": NO_HOST, "https://b.example/": THERE})
    assert OutsideLink.objects.get(url="https://a.example/").state == "dead"


def test_link_that_no_story_has_any_more_is_forgotten(check):
    edition = leading_to("https://a.example/", "https://b.example/")
    check({"https://a.example/": THERE, "https://b.example/": THERE})
    change(edition.article, body='<p><a href="https://b.example/">B</a></p>')
    workflow.publish(edition.article)
    check({"https://b.example/": THERE})
    assert [found.url for found in OutsideLink.objects.all()] == ["https://b.example/"]


def test_stories_that_lead_to_it_are_those_of_today(check):
    one, other = leading_to("https://a.example/"), leading_to("https://a.example/")
    check({"https://a.example/": THERE})
    workflow.withdraw(one.article, "Wrong")
    check({"https://a.example/": THERE})
    assert [*OutsideLink.objects.get().stories.all()] == [other.article]


def test_address_that_is_too_long_to_keep_is_left_out(check):
    leading_to("https://a.example/" + "ü" * 1000, "https://b.example/")
    assert check({"https://b.example/": THERE})[0].startswith("1 links asked")


def test_json_has_what_is_printed_otherwise(check, clock):
    edition = leading_to("https://a.example/")
    check({"https://a.example/": GONE})
    clock.shift(timedelta(days=1))
    told = json.loads(check({"https://a.example/": GONE}, json=True)[0])
    assert told == {
        "asked": {"alive": 0, "unsure": 0, "dead": 1},
        "dead": [
            {
                "address": edition.path, "link": "https://a.example/", "said": "404 Not Found",
                "since": NIGHT.isoformat(),
            }
        ],
    }  # fmt: skip


# Whom it asks, and how long


def make_links(*urls):
    return [OutsideLink.objects.create(url=url) for url in urls]


def test_what_was_asked_longest_ago_is_asked_first():
    new, never, old = make_links("https://a.example/", "https://b.example/", "https://c.example/")
    new.note("alive", "", NIGHT)
    old.note("alive", "", NIGHT - timedelta(days=1))
    assert due(2) == [never, old]


def test_one_host_is_asked_for_some_of_its_pages_only(monkeypatch):
    monkeypatch.setattr(link_checks, "MOST_OF_A_HOST", 2)
    links = make_links("https://a.example/1", "https://a.example/2", "https://a.example/3", "https://b.example/")
    assert due(10) == [links[0], links[1], links[3]]


def test_no_host_is_asked_for_two_pages_at_once():
    links = make_links(*(f"https://{host}.example/{page}" for page in range(5) for host in "abc"))
    busy, crossed = set(), []

    def asking(url):
        host = url.split("/")[2]
        crossed.append(host in busy)
        busy.add(host)
        busy.discard(host)
        return THERE

    assert len(list(answers(links, 60, asking, pause=0))) == 15
    assert not any(crossed)


def test_few_hosts_are_asked_at_once():
    links = make_links(*(f"https://{number}.example/" for number in range(12)))
    lock, now, most = threading.Lock(), [0], [0]
    together = threading.Barrier(link_checks.AT_ONCE)

    def asking(url):
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        together.wait(timeout=30)
        with lock:
            now[0] -= 1
        return THERE

    assert len(list(answers(links, 60, asking, pause=0))) == 12
    assert most[0] == link_checks.AT_ONCE


def test_no_question_begins_after_the_time():
    assert list(answers(make_links("https://a.example/"), -1, lambda url: THERE, pause=0)) == []


def test_what_goes_wrong_while_asking_is_not_kept_quiet():
    def asking(url):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(answers(make_links("https://a.example/"), 60, asking, pause=0))
