"""Whatever editors do, in whatever order: no page shows a link that is not live then, a story twice, or itself."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from selectolax.lexbor import LexborHTMLParser

from articles import snapshots, workflow
from articles.fronts.arranging import place
from articles.fronts.slots import EMPTY, SECTION
from articles.models import Edition, RelatedLink, Suggestion
from tests.articles.newsroom import KillingNewsroom, hours, some
from tests.factories import change, make_article, make_section

STORY = re.compile(r"/\d{4}/\d\d/\d\d/[\w-]+/")
IN_WORDS = ".story-body > p:not([class]) > a"
slots = st.sampled_from(["lead", "seconds", "topic", "opinion"])
words = st.sampled_from(["Ferry sails", "Ferry stays", "Quay opens"])


def _addresses(body, selector) -> set[str]:
    return {link.attributes["href"] for link in body.css(selector)}


class Readers(KillingNewsroom):
    """Editors at work through a few days, and a reader who follows every page after each step."""

    def __init__(self):
        super().__init__()
        self.section = make_section("Harbour")
        self.stories = [make_article(section=self.section) for _ in range(4)]
        for story in self.stories[:3]:
            workflow.publish(story)
        for story in self.stories:  # as if each went with each, itself too
            for target in self.stories:
                Suggestion.objects.create(article=story, target=target, weight=target.pk, why="Both say quay")

    @rule(headline=words, kind=st.sampled_from(["news", "sponsored"]))
    def begin(self, headline, kind):
        self.stories.append(make_article(headline, section=self.section, kind=kind, advertiser="Ropes Ltd"))

    @rule(story=some, headline=words)
    def retitle(self, story, headline):
        change(self.story(story), headline=headline, slug=f"{headline[-5:]}-{story}".replace(" ", "-"))

    @rule(story=some, pins=st.lists(st.tuples(some, st.just("") | words), min_size=1, max_size=3))
    def pin(self, story, pins):
        """More than once, and to itself, as no form would let it."""
        story = self.story(story)
        for to, headline in pins:
            RelatedLink.objects.create(article=story, target=self.story(to), headline=headline)
        snapshots.record(story)
        self._try(workflow.publish, story)

    @rule(story=some)
    def unpin(self, story):
        RelatedLink.objects.filter(article=self.story(story)).delete()
        snapshots.record(self.story(story))

    @rule(story=some, others=st.lists(some, max_size=3), named=some)
    def link_in_text(self, story, others, named):
        nodes = "".join(f'<aside data-related="{self.story(other).pk}"></aside>' for other in others)
        known = self.story(named).editions.live().values_list("path", flat=True)
        words = "".join(f'<p><a href="{path}">Before</a></p>' for path in known)
        story = self.story(story)
        change(story, body=f"<p>The ferry sails.</p>{nodes}{words}")
        self._try(workflow.publish, story)

    @rule(story=some)
    def cancel(self, story):
        self._try(workflow.cancel_schedule, self.story(story))

    @rule(story=some, ahead=hours)
    def plan_withdrawal(self, story, ahead):
        self._try(workflow.schedule_withdrawal, self.story(story), timezone.now() + ahead, "Until then")

    @rule(story=some, ahead=st.none() | hours)
    def embargo(self, story, ahead):
        self._try(workflow.set_embargo, self.story(story), timezone.now() + ahead if ahead else None)

    @rule(story=some, newer=some)
    def accept_follow_up(self, story, newer):
        self._try(workflow.accept_follow_up, self.story(story), self.story(newer))

    @rule(of_section=st.booleans(), pins=st.lists(st.tuples(some, slots, some), max_size=4), ahead=st.none() | hours)
    def arrange(self, of_section, pins, ahead):
        """A front, now or for later, whatever is in force there."""
        section = self.section if of_section else None
        at, content = timezone.now() + ahead if ahead else None, EMPTY
        for story, slot, place_ in pins:
            until = (at or timezone.now()) + timedelta(hours=20)
            content = place(content, SECTION, self.story(story).pk, slot, place_, until)
        self._try(workflow.put_live, section, content, workflow.in_force(section, at), None, at)

    @rule(story=some, ahead=hours)
    def break_news(self, story, ahead):
        self._try(workflow.break_news, "Ferry stops", timezone.now() + ahead, None, self.story(story))

    @invariant()
    def no_page_shows_a_story_that_is_not_live_or_twice_or_itself(self):
        live = {edition.path: edition for edition in Edition.objects.live().select_related("revision")}
        for address in ["/", "/section/harbour/", "/latest/", *live]:
            body = LexborHTMLParser(self._body(address))
            in_words = _addresses(body, IN_WORDS)  # of an editor's own sentence, which the check of links looks after
            for link in body.css(IN_WORDS):
                link.decompose()
            assert set(STORY.findall(body.html)) <= set(live) | {address}, address
            self._look_at_front(body, live)
            if address in live:
                assert in_words.isdisjoint(_addresses(body, ".related .headline a")), address
                self._look_at_story(live[address], body, live)

    def _look_at_front(self, body, live):
        links = [] if body.css("article.story") else body.css("main .card .headline a")
        assert len(links) == len({link.attributes["href"] for link in links}), "a story twice"
        for path in _addresses(body, ".front .lead .headline a"):
            assert not live[path].is_sponsored, "led by what was paid for"

    def _look_at_story(self, edition, body, live):
        words = {link["headline"] for link in edition.revision.content["related"]}
        chosen = {link["target"] for link in edition.revision.content["related"]}
        links = body.css("article.story .headline a")
        shown = _addresses(body, "article.story .headline a")
        assert len(links) == len(shown - {edition.path}), edition.path
        for link in links:
            target = live[link.attributes["href"]]
            assert link.text(strip=True) in words | {target.headline}
        for path in _addresses(body, ".related .headline a"):
            assert not live[path].is_sponsored or live[path].article_id in chosen, "filled with what was paid for"

    def _body(self, address) -> str:
        response = self.reader.get(address)
        assert response.status_code == 200, address
        return response.content.decode().partition("<body")[2]


@pytest.mark.django_db
class TestNewsroom(Readers.TestCase):
    settings = settings(max_examples=6, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))
