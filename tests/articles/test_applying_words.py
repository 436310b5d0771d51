"""The library's words in the place of a use's own: in one story, or everywhere."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import body as story_body
from articles import mirror, replacing
from articles.models import Edition, PhotoUse
from articles.photos.models import Photo
from articles.workflow import NotPossible
from tests.articles.replacing_uses import in_text, live
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40).map(lambda text: " ".join(text.split()))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([1, 2]), WORDS, WORDS), max_size=5))
def test_whatever_words_there_are_only_those_of_the_photo_and_the_field_go(places):
    uses = [story_body.PhotoUse(photo, caption, alt) for photo, caption, alt in places]
    body = story_body.sanitise("\n".join(map(story_body.to_html, [story_body.Text("<p>a</p>"), *uses])))
    content = {"body": body, "lead": None, "related": [], "written_from": []}
    after = replacing.to_library_words(Photo(pk=1), "caption").content(content)
    wanted = [dataclasses.replace(use, caption="") if use.photo == 1 else use for use in uses]
    assert mirror.photo_uses(after) == wanted
    assert (after is content) == (wanted == uses)


def take_over(photo, name="caption", **options):
    return replacing.carry_out(replacing.to_library_words(photo, name), **options)


def test_words_taken_over_are_the_librarys(old):
    article = make_article(lead_photo=old, lead_caption="Own.", lead_alt="Own alt")
    take_over(old, article=article, published=False)
    article.refresh_from_db()
    assert (article.lead_caption, article.lead_alt) == ("", "Own alt")


def test_words_taken_over_in_the_working_copy_are_not_seen_by_readers(old):
    article = make_live(lead_photo=old, lead_caption="Own.").article
    take_over(old, article=article, published=False)
    assert live(article).lead_caption == "Own."
    assert article.latest_revision().content["lead"]["caption"] == ""


def test_words_taken_over_and_published_are_seen_and_no_other_change_is(old):
    article = make_live(lead_photo=old, lead_caption="Own.", headline="Out").article
    change(article, headline="Not yet")
    take_over(old, article=article)
    assert (live(article).lead_caption, live(article).headline) == ("", "Out")


def test_words_of_other_stories_stay(old):
    article, other = (make_live(lead_photo=old, lead_caption="Own.").article for _ in range(2))
    take_over(old, article=article)
    assert live(other).lead_caption == "Own."


def test_words_applied_everywhere_are_applied_to_each_use_of_its_own(old):
    with_own = [
        make_live(lead_photo=old, lead_caption="Own.").article,
        make_live(body=in_text(old, ' data-caption="O"')).article,
    ]
    without = make_live(lead_photo=old)
    plan = take_over(old)
    assert [story.article for story in plan.stories] == with_own
    assert not PhotoUse.objects.filter(revision__editions__in=Edition.objects.live()).exclude(caption="")
    assert live(without.article) == without


def test_librarys_empty_caption_is_a_text_too():
    photo = make_photo(caption="")
    article = make_live(lead_photo=photo, lead_caption="Own.").article
    take_over(photo)
    assert live(article).lead_caption == ""


def test_empty_alt_text_is_not_applied_to_what_readers_see():
    photo = make_photo(alt="")
    article = make_live(lead_photo=photo, lead_alt="Own").article
    with pytest.raises(NotPossible, match="no alt text"):
        take_over(photo, "alt")
    assert live(article).lead_alt == "Own"
