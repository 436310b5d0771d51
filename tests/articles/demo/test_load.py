"""The demonstration paper as a whole."""

import io
from tempfile import TemporaryDirectory

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings
from django.utils import timezone
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from articles import guards
from articles.admin import radar
from articles.demo import load
from articles.follow_ups import offers
from articles.models import Article, Correction, Edition, Publication, RelatedLink, Thread, Withdrawal
from articles.photos.models import Photo
from articles.sponsors.models import Placement
from articles.stale_links import to_look_at
from tests.factories import make_photo, make_section


class PaperTests(TestCase):
    """The paper, made once for all, with plain pictures, because drawing takes long and is tested elsewhere."""

    @classmethod
    def setUpTestData(cls):
        cls.media = cls.enterClassContext(TemporaryDirectory())
        with override_settings(MEDIA_ROOT=cls.media):
            cls.photos = {key: make_photo(alt=f"Picture {key}") for key in load.KEYS}
            load.load_paper(cls.photos)

    def test_stories_are_many_over_sections_and_weeks(self):
        live = Edition.objects.live()
        oldest = live.order_by("first_published_at").first().first_published_at
        assert live.count() >= 40
        assert live.values("section").distinct().count() >= 6
        assert (timezone.now() - oldest).days >= 28

    def test_one_story_is_scheduled_and_one_withdrawn(self):
        assert Edition.objects.filter(live_from__gt=timezone.now()).count() == 1
        assert Article.objects.filter(withdrawals__at__lte=timezone.now()).count() == 1

    def test_two_placements_run(self):
        assert Placement.objects.running().count() == 2

    def test_some_stories_have_histories(self):
        updated = [edition for edition in Edition.objects.live() if edition.live_from > edition.first_published_at]
        assert len(updated) >= 5

    def test_running_stories_developed_over_days(self):
        for thread in Thread.objects.all():
            times = thread.editions.live().order_by("first_published_at").values_list("first_published_at", flat=True)
            assert 4 <= len(times) <= 6
            assert (times.last() - times.first()).days > 7

    def test_every_picture_is_used(self):
        assert not Photo.objects.filter(uses=None)

    def test_related_links_lead_to_stories_and_outside(self):
        assert RelatedLink.objects.filter(target__isnull=False).count() > 30
        assert RelatedLink.objects.exclude(url="").exists()

    def test_desk_has_links_to_look_at_and_follow_ups_to_decide_on(self):
        chief = get_user_model().objects.create_superuser("chief")
        links = to_look_at(chief, timezone.now())
        assert {link.happened for link in links} == {"retitled", "corrected", "withdrawn"}
        assert offers(timezone.now())

    def test_desk_has_rights_to_decide_on(self):
        """One that has ended on live pages, with a replacement, and some that end soon; the rest goes on."""
        for key, photo in self.photos.items():
            load._rights(photo, load.picture_words()[key])
            photo.save()
        load.end_rights(self.photos)
        blips = radar.panel()["blips"]
        assert [blip.has_ended for blip in blips] == [True, False, False, False, False]
        assert all(blip.pages for blip in blips)
        assert "stands in" in blips[0].then
        assert blips[-1].is_last_use

    def test_pictures_that_have_ended_close_no_place_on_the_front(self):
        load.end_rights(self.photos)
        before = len(LexborHTMLParser(self.client.get("/").content).css("img"))
        Photo.objects.update(rights_until=None)
        assert len(LexborHTMLParser(self.client.get("/").content).css("img")) == before

    def test_drafts_could_be_published_as_they_are(self):
        drafts = Article.objects.filter(editions=None)
        assert drafts.count() == 2
        with override_settings(MEDIA_ROOT=self.media):
            assert not any(guards.problems(draft.latest_revision(), timezone.now()) for draft in drafts)

    def test_desk_has_something_to_decide(self):
        stages = Article.objects.filter(editions=None).order_by("stage").values_list("stage", flat=True)
        assert list(stages) == ["ready", "review"]
        assert Article.objects.filter(embargo_until__gt=timezone.now()).count() == 1
        assert Withdrawal.objects.ahead().count() == 1

    def test_readers_are_told_what_was_wrong_and_what_is_new(self):
        assert Correction.objects.count() == 3
        assert Edition.objects.exclude(update_note="").count() == 3

    def test_every_picture_of_it_runs_with_credit_and_alt_text(self):
        call_command("audit_credits", stdout=io.StringIO())


def test_site_that_somebody_began_is_left_alone(db):
    make_section()
    with pytest.raises(CommandError, match="only an empty site"):
        call_command("demo", stdout=io.StringIO())


@pytest.fixture
def plain_pictures(monkeypatch):
    """Each picture is a small one of a colour of its own."""
    numbers = {key: number for number, key in enumerate(load.KEYS)}
    monkeypatch.setattr(load, "draw", lambda key: Image.new("RGB", (60, 40), (numbers[key] * 7, 99, 0)))


@pytest.mark.django_db(transaction=True)
def test_interrupted_demonstration_leaves_nothing_and_the_next_run_makes_it(plain_pictures, monkeypatch):
    before = Publication.objects.values().first()
    for step in ("_photo", "_publish"):
        with monkeypatch.context() as patch:
            patch.setattr(load, step, interrupted_at_the_third(getattr(load, step)))
            with pytest.raises(CommandError, match="nothing of the demonstration is kept"):
                call_command("demo", stdout=io.StringIO(), stderr=io.StringIO())
        assert load.is_empty(), step
        assert Publication.objects.values().first() == before, step
    call_command("demo", stdout=io.StringIO(), stderr=io.StringIO())
    assert Photo.objects.count() == len(load.KEYS)
    assert Article.objects.count() == len(load.stories())


def interrupted_at_the_third(real):
    calls = []

    def interrupt(*arguments):
        calls.append(arguments)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(*arguments)

    return interrupt


def test_some_pictures_may_not_be_syndicated():
    assert [key for key, words in load.picture_words().items() if words.get("may_syndicate") is False]
