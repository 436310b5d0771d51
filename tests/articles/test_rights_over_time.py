"""Whatever an editor does, in whatever order: readers never get a picture without right, and the mirror is true."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from selectolax.lexbor import LexborHTMLParser

from articles import kills, mirror, replacing, workflow
from articles.models import Edition, Revision
from articles.photos.models import Photo
from articles.photos.renditions import all_renditions
from tests.articles.newsroom import Newsroom, hours, some
from tests.factories import change, make_article, make_photo, make_section

PICTURE = re.compile(r"/media/renditions/[^\s\"',\\]+")


def figure(photo, caption=""):
    own = f' data-caption="{caption}"' if caption else ""
    return f'<figure data-photo="{photo.pk}"{own}></figure>'


def _structured_data(html):
    return " ".join(script.text() for script in LexborHTMLParser(html).css("script[type='application/ld+json']"))


class PictureDesk(Newsroom):
    """An editor at work through a few days, and a reader who looks at every page after each step.

    Photos and stories are named by numbers, so that there are always some, and the first stories are live.
    """

    def __init__(self):
        super().__init__()
        self.section = make_section("Harbour")
        self.photos = [make_photo() for _ in range(3)]
        self.stories = [make_article(section=self.section, lead_photo=photo) for photo in self.photos[:2]]
        for story in self.stories:
            workflow.publish(story)

    def photo(self, number):
        photo = self.photos[number % len(self.photos)]
        photo.refresh_from_db()
        return photo

    @rule(ends=st.none() | hours, allowed=st.none() | st.just(1), travels=st.booleans())
    def upload(self, ends, allowed, travels):
        until = timezone.now() + ends if ends else None
        self.photos.append(make_photo(rights_until=until, uses_allowed=allowed, may_syndicate=travels))

    @rule(lead=some)
    def begin_story(self, lead):
        self.stories.append(make_article(section=self.section, lead_photo=self.photo(lead)))

    @rule(story=some, lead=some, inside=st.lists(some, max_size=2), caption=st.sampled_from(["", "Its own."]))
    def use(self, story, lead, inside, caption):
        body = "<p>a</p>" + "".join(figure(self.photo(number), caption) for number in inside)
        change(self.story(story), lead_photo=self.photo(lead), body=body)

    @rule(photo=some, longer=st.none() | hours)
    def prolong(self, photo, longer):
        until = timezone.now() + longer if longer else None
        Photo.objects.filter(pk=self.photo(photo).pk).update(rights_until=until)

    @rule(photo=some)
    def end(self, photo):
        Photo.objects.filter(pk=self.photo(photo).pk).update(rights_until=timezone.now())

    @rule(photo=some, other=some)
    def choose_replacement(self, photo, other):
        photo = self.photo(photo)
        photo.replacement = self.photo(other)
        try:
            photo.clean()
        except ValidationError:
            return
        photo.save()

    @rule(photo=some)
    def kill(self, photo):
        kills.kill(self.photo(photo), "The supplier asked for it.")

    @rule(photo=some)
    def lift(self, photo):
        if self.photo(photo).killed_at:
            kills.lift(self.photo(photo), "It was another picture.")

    @rule(photo=some, other=some)
    def replace_everywhere(self, photo, other):
        if self.photo(photo) != self.photo(other):
            self._try(replacing.carry_out, replacing.by_another(self.photo(photo), self.photo(other)))

    @invariant()
    def readers_get_the_pictures_that_may_run_and_no_other(self):
        usable = set(Photo.objects.usable(timezone.now()).values_list("pk", flat=True))
        travelling = set(Photo.objects.filter(may_syndicate=True).values_list("pk", flat=True))
        photos = {file.url: photo.pk for photo in Photo.objects.all() for file in all_renditions(photo)}
        placed = {
            edition.path: {use.photo for use in mirror.photo_uses(edition.revision.content)}
            for edition in Edition.objects.live().select_related("revision")
        }
        for path in ["/", "/latest/", "/section/harbour/", *placed]:
            html = self.reader.get(path).content.decode()
            shown = {photos[address] for address in PICTURE.findall(html)}
            assert placed.get(path, set()) & usable <= shown <= usable, path
            told = {photos[address] for address in PICTURE.findall(_structured_data(html))}
            assert told <= usable & travelling, path

    @invariant()
    def mirror_is_true(self):
        assert not list(mirror.disagreements(Revision.objects.prefetch_related("photo_uses", "story_links")))
        assert not Photo.objects.exclude(uses_made=mirror.made()).exists()


@pytest.mark.django_db
class TestNewsroom(PictureDesk.TestCase):
    settings = settings(max_examples=8, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))
