"""Whatever editors do, in whatever order: readers get live links alone, and each stale link is told, and no other."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from articles import mirror, replacing, snapshots, workflow
from articles.models import Correction, Edition, FollowUp, Revision
from articles.stale_links import to_look_at
from tests.articles.linking import in_text
from tests.articles.newsroom import KillingNewsroom, some
from tests.factories import change, make_article

headlines = st.sampled_from(["Ferry sails", "Ferry late", "Ferry sinks"])
own = st.sampled_from(["", "Own", "Own words"])


class LinkDesk(KillingNewsroom):
    """Editors at work on a few stories that link to each other; stories are named by numbers."""

    pause = timedelta(minutes=1)

    def __init__(self):
        super().__init__()
        self.chief = get_user_model().objects.create_superuser("chief")
        self.stories = [make_article() for _ in range(4)]
        for place, story in enumerate(self.stories[:3]):
            self.pin(place, place + 1, "Own", "")
            workflow.publish(story)
            self.clock.shift(timedelta(hours=1))

    @rule(story=some, to=some, words=own, teaser=own)
    def pin(self, story, to, words, teaser):
        story, to = self.story(story), self.story(to)
        if story != to:
            story.related_links.update_or_create(target=to, defaults={"headline": words, "teaser": teaser})
            snapshots.record(story)

    @rule(story=some, to=some)
    def put_in_text(self, story, to):
        if self.story(story) != self.story(to):
            change(self.story(story), body=in_text(self.story(to), ' data-headline="In the text"'))

    @rule(story=some, headline=headlines, publish=st.booleans())
    def write(self, story, headline, publish):
        change(self.story(story), headline=headline, standfirst=f"{headline}, they say.")
        if publish:
            self._try(workflow.update, self.story(story))

    @rule(story=some)
    def correct(self, story):
        self._try(workflow.correct, self.story(story), "We wrote forty.", "There were fourteen.")

    @rule(place=st.integers(0, 9), choice=st.sampled_from(["keep", "refresh", "take out", "replace"]), other=some)
    def mend(self, place, choice, other):
        links = to_look_at(self.chief, timezone.now())
        if not links:
            return
        link = links[place % len(links)]
        story, target = (next(one for one in self.stories if one.pk == pk) for pk in (link.story, link.target))
        if choice == "keep":
            snapshots.keep_words(story, target, *(words.field for words in link.words if words.is_own))
            return
        changes = {
            "refresh": replacing.to_live_words(target, ["headline", "teaser"]),
            "take out": replacing.without_links(target),
            "replace": replacing.to_another_story(story, target, self.story(other)),
        }
        self._try(replacing.carry_out, changes[choice], article=story)

    @rule(story=some, newer=some, decide=st.sampled_from([workflow.accept_follow_up, workflow.decline_follow_up]))
    def decide_on_follow_up(self, story, newer, decide):
        self._try(decide, self.story(story), self.story(newer))

    @rule()
    def end_follow_up(self):
        if found := FollowUp.objects.shown().first():
            self._try(workflow.end_follow_up, found)

    @invariant()
    def what_is_to_be_looked_at_is_what_the_contents_say(self):
        found = {(link.story, link.target, link.is_gone) for link in to_look_at(self.chief, timezone.now())}
        assert found == {one for story in self.stories for one in self._by_content(story)}

    def _by_content(self, story):
        """The same, asked of the contents themselves and of nothing that repeats them."""
        newest, now = story.latest_revision(), timezone.now()
        shown = [edition.revision for edition in story.editions.not_over(now)]
        if story.withdrawals.done(now).exists() and not shown:
            return
        written = _links(newest)
        for revision in [newest, *shown]:
            for place in _links(revision):
                if revision == newest or place not in written:
                    yield from self._verdict(story, revision if place not in written else newest, place)

    def _verdict(self, story, revision, place):
        pk, _, *words = place
        target = next(one for one in self.stories if one.pk == pk)
        live = workflow.live_edition(target)
        if live is None:
            if target.withdrawals.done().exists() and not target.editions.not_over().exists():
                yield story.pk, pk, True
            return
        newest = max(Correction.objects.standing().filter(article=target).values_list("pk", flat=True), default=0)
        says = {"headline": live.headline, "teaser": live.standfirst}
        for entry in revision.content["written_from"]:
            is_of_link = entry["story"] == pk and (entry["field"], entry["own"]) in zip(says, words, strict=True)
            if is_of_link and (entry["library"] != says[entry["field"]] or newest > entry["correction"]):
                yield story.pk, pk, False

    @invariant()
    def no_page_shows_a_link_that_is_not_live_nor_any_twice_nor_itself(self):
        live = {edition.article_id: edition for edition in Edition.objects.live()}
        for edition in live.values():
            story = self.reader.get(edition.path).context["story"]
            above = [story.newer] if story.newer else []
            in_text = [block.content for block in story.blocks if block.kind == "related_story"]
            shown = [card.edition.article_id for card in [*above, *story.related, *in_text]]
            assert len(shown) == len(set(shown))
            assert set(shown) <= live.keys() - {edition.article_id}
            assert all(card.headline for card in [*above, *story.related, *in_text])
            if story.newer:
                assert story.newer.headline == live[story.newer.edition.article_id].headline
                assert story.newer.edition.first_published_at > edition.first_published_at

    @invariant()
    def mirror_is_true(self):
        assert not list(mirror.disagreements(Revision.objects.prefetch_related("photo_uses", "story_links")))


def _links(revision):
    """Each link: its target, whether it stands in the text, its own headline and teaser."""
    in_box = sum(bool(row["target"]) for row in revision.content["related"])
    links = enumerate(mirror.story_links(revision.content))
    return [(link.article, place >= in_box, link.headline, link.teaser) for place, link in links]


@pytest.mark.django_db
class TestNewsroom(LinkDesk.TestCase):
    settings = settings(max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
