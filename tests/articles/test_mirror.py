"""The mirror of where photos stand, and in how many stories they ran."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import mirror, snapshots, workflow
from articles.models import PhotoUse, Revision, StoryLink
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


def in_text(*photos):
    return "<p>a</p>" + "".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in photos)


def disagreeing():
    return list(mirror.disagreements(Revision.objects.prefetch_related("photo_uses", "story_links")))


def test_each_place_is_noted_with_its_words():
    lead, other = make_photo(), make_photo()
    body = f'<p>a</p><figure data-photo="{other.pk}" data-caption="Own." data-alt="A boat"></figure>{in_text(lead)}'
    revision = make_article(lead_photo=lead, lead_alt="Two", body=body).latest_revision()
    assert list(revision.photo_uses.values_list("position", "photo", "caption", "alt")) == [
        (0, lead.pk, "", "Two"),
        (1, other.pk, "Own.", "A boat"),
        (2, lead.pk, "", ""),
    ]


def test_story_without_a_lead_has_nothing_in_its_place():
    revision = make_article(body=in_text(make_photo())).latest_revision()
    assert revision.photo_uses.get().position == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda uses: uses.delete(),
        lambda uses: uses.update(caption="Another."),
        lambda uses: uses.update(position=5),
        lambda uses: uses.update(photo=make_photo()),
        lambda uses: PhotoUse.objects.create(revision=uses.get().revision, position=9, photo=uses.get().photo),
    ],
)
def test_damage_is_found_and_mended(damage):
    revision = make_article(body=in_text(make_photo())).latest_revision()
    assert not disagreeing()
    damage(PhotoUse.objects.all())
    assert disagreeing() == [revision]
    mirror.mend(revision)
    assert not disagreeing()


def uses_made(photo):
    photo.refresh_from_db()
    return photo.uses_made


def test_photo_is_counted_once_a_story():
    photo = make_photo()
    article = make_live(lead_photo=photo, body=in_text(photo)).article
    change(article, headline="Another headline")
    workflow.publish(article)
    make_live(body=in_text(photo))
    assert uses_made(photo) == 2


def test_draft_is_no_use():
    photo = make_photo()
    make_article(lead_photo=photo)
    assert uses_made(photo) == 0


def test_scheduled_use_counts_until_it_is_cancelled():
    photo = make_photo()
    article = make_article(lead_photo=photo)
    workflow.schedule(article, timezone.now() + timedelta(hours=1))
    assert uses_made(photo) == 1
    workflow.cancel_schedule(article)
    assert uses_made(photo) == 0


def test_edition_that_nobody_saw_is_no_use():
    photo = make_photo()
    with time_machine.travel(timezone.now(), tick=False):
        article = make_live(lead_photo=photo).article
        change(article, lead_photo=None)
        workflow.publish(article)
    assert uses_made(photo) == 0


def test_use_stays_one_when_the_photo_was_taken_out_or_the_story_withdrawn():
    photo = make_photo()
    article = make_live(lead_photo=photo).article
    change(article, lead_photo=None)
    workflow.publish(article)
    workflow.withdraw(article, "Wrong firm")
    assert uses_made(photo) == 1


def test_photo_that_ran_as_often_as_it_may_is_refused_to_another_story():
    photo = make_photo(uses_allowed=1)
    article = make_live(lead_photo=photo).article
    with pytest.raises(workflow.NotPossible, match="in all 1 stories"):
        workflow.publish(make_article(lead_photo=photo))
    change(article, headline="The first one may be updated")
    workflow.publish(article)
    assert uses_made(photo) == 1


def test_working_copies_are_found_by_their_newest_revision():
    photo = make_photo()
    holds, held = make_article(body=in_text(photo, photo)), make_article(lead_photo=photo)
    change(held, lead_photo=None)
    assert list(mirror.working_copies(photo)) == [holds]


def make_pinned(target, body="<p>a</p>", **words):
    article = make_article(body=body)
    article.related_links.create(target=target, **words)
    snapshots.record(article)
    return article.latest_revision()


def test_links_are_noted_the_box_first():
    pinned, told = make_article(), make_article()
    body = f'<p>a</p><aside data-related="{told.pk}" data-teaser="Own."></aside>'
    revision = make_pinned(pinned, body, headline="Own headline")
    assert list(revision.story_links.values_list("target", "in_text", "headline", "teaser")) == [
        (pinned.pk, False, "Own headline", ""),
        (told.pk, True, "", "Own."),
    ]


def test_link_outside_is_no_link_to_a_story():
    article = make_article()
    article.related_links.create(url="https://example.org/", headline="Outside")
    snapshots.record(article)
    assert not article.latest_revision().story_links.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda links: links.delete(),
        lambda links: links.update(headline="Another"),
        lambda links: links.update(in_text=True),
        lambda links: links.update(target=make_article()),
        lambda links: links.update(headline_from="Another"),
    ],
)
def test_damaged_link_is_found_and_mended(damage):
    revision = make_pinned(make_article(), headline="Own")
    assert not disagreeing()
    damage(StoryLink.objects.all())
    assert disagreeing() == [revision]
    mirror.mend(revision)
    assert not disagreeing()


class TestLinkedSince:
    """Since which revision a story stands in the related box of the newest."""

    @staticmethod
    def pin(article, *targets):
        article.related_links.all().delete()
        for position, target in enumerate(targets):
            article.related_links.create(target=target, position=position)
        snapshots.record(article)

    @staticmethod
    def since(article, *targets):
        found = mirror.linked_since(article.latest_revision(), [target.pk for target in targets])
        return {target: revision.number for target, revision in found.items()}

    def test_each_story_counts_from_its_own_revision(self):
        article, early, late = make_article(), make_article(), make_article()
        self.pin(article, early)
        self.pin(article, late, early)
        change(article, headline="Another")
        assert self.since(article, early, late) == {early.pk: 2, late.pk: 3}

    def test_story_that_was_taken_out_counts_from_its_return(self):
        article, target = make_article(), make_article()
        self.pin(article, target)
        self.pin(article)
        self.pin(article, target)
        assert self.since(article, target) == {target.pk: 4}

    def test_story_that_stands_in_the_text_or_stood_in_the_box_does_not_count(self):
        told, gone = make_article(), make_article()
        article = make_article(body=f'<p>a</p><aside data-related="{told.pk}"></aside>')
        self.pin(article, gone)
        self.pin(article)
        assert self.since(article, told, gone) == {}

    def test_two_queries_for_few_and_many(self, django_assert_num_queries):
        article, targets = make_article(), [make_article() for _ in range(9)]
        for count in range(len(targets)):
            self.pin(article, *targets[: count + 1])
        latest = article.latest_revision()
        with django_assert_num_queries(2):
            assert len(mirror.linked_since(latest, [target.pk for target in targets])) == 9
