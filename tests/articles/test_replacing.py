"""One photo by another: working copies, what readers see, and what is scheduled."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import body as story_body
from articles import mirror, replacing, workflow
from articles.models import Edition, Revision
from articles.photos.models import Photo
from articles.workflow import NotPossible
from tests.articles.replacing_uses import in_text, live
from tests.factories import change, make_article, make_author, make_live, make_photo, make_topic

pytestmark = pytest.mark.django_db


def replace(old, new, **options):
    return replacing.carry_out(replacing.by_another(old, new), **options)


def photos_of(revision):
    return [use.photo for use in mirror.photo_uses(revision.content)]


def test_lead_and_text_of_a_live_story_get_the_other_picture(old, new):
    article = make_live(lead_photo=old, body=in_text(old)).article
    replace(old, new)
    assert photos_of(live(article).revision) == [new.pk, new.pk]
    assert live(article).lead_photo == new


def test_working_copy_is_what_readers_see_where_it_was(old, new):
    article = make_live(lead_photo=old, body=in_text(old)).article
    replace(old, new)
    article.refresh_from_db()
    assert live(article).revision == article.latest_revision()
    assert (article.lead_photo, article.body) == (new, in_text(new))


def test_everything_else_of_the_story_stays(old, new):
    article = make_live(lead_photo=old, headline="H", topics=[make_topic()], authors=[make_author()]).article
    before = article.latest_revision().content
    edition = live(article)
    replace(old, new)
    after = article.latest_revision().content
    assert {name for name in after if after[name] != before[name]} == {"lead"}
    assert live(article).byline == edition.byline
    assert list(live(article).topics.all()) == list(edition.topics.all())
    assert list(live(article).authors.all()) == list(edition.authors.all())


def test_first_publication_and_address_stay_and_so_does_the_order_of_lists(old, new):
    first = make_live(at=timezone.now() - timedelta(days=2), lead_photo=old)
    second = make_live(at=timezone.now() - timedelta(days=1))
    order = list(Edition.objects.live().newest_first().values_list("article", "first_published_at", "path"))
    replace(old, new)
    assert live(first.article) != first
    assert list(Edition.objects.live().newest_first().values_list("article", "first_published_at", "path")) == order
    assert live(second.article) == second


def test_the_past_is_not_rewritten(old, new):
    edition = make_live(at=timezone.now() - timedelta(days=2), lead_photo=old)
    replace(old, new)
    edition.refresh_from_db()
    assert edition.lead_photo == old
    assert edition.live_until == live(edition.article).live_from


def test_unpublished_words_do_not_slip_out(old, new):
    article = make_live(lead_photo=old, headline="Out").article
    change(article, headline="Not yet")
    replace(old, new)
    assert (live(article).headline, live(article).lead_photo) == ("Out", new)
    article.refresh_from_db()
    assert (article.headline, article.lead_photo) == ("Not yet", new)
    assert article.latest_revision().content["headline"] == "Not yet"
    assert [revision.number for revision in article.revisions.all()] == [4, 3, 2, 1]


def test_working_copy_without_the_picture_stays_the_newest(old, new):
    article = make_live(lead_photo=old).article
    before = change(article, lead_photo=None, headline="Not yet")
    replace(old, new)
    assert live(article).lead_photo == new
    assert article.latest_revision().content == before.content
    assert article.latest_revision() != before


def test_draft_gets_the_other_picture_and_stays_a_draft(old, new):
    article = make_article(lead_photo=old)
    replace(old, new)
    article.refresh_from_db()
    assert article.lead_photo == new
    assert not article.editions.exists()


def test_scheduled_story_keeps_its_moment(old, new):
    at = timezone.now() + timedelta(hours=3)
    article = make_article(lead_photo=old)
    workflow.schedule(article, at)
    replace(old, new)
    edition = workflow.scheduled(article).get()
    assert (edition.live_from, edition.lead_photo, edition.first_published_at) == (at, new, at)
    assert edition.revision == article.latest_revision()


def test_update_that_is_scheduled_stays_scheduled(old, new):
    article = make_live(lead_photo=old, headline="Now").article
    change(article, headline="Then")
    at = timezone.now() + timedelta(hours=3)
    workflow.schedule(article, at)
    replace(old, new)
    now, then = article.editions.not_over().order_by("live_from")
    assert (now.headline, now.lead_photo, now.live_until) == ("Now", new, at)
    assert (then.headline, then.lead_photo, then.live_from) == ("Then", new, at)


def test_words_of_the_use_are_dropped_and_told(old, new):
    article = make_live(body=in_text(old, ' data-caption="Own words."'), lead_photo=old, lead_alt="Own alt").article
    (story,) = replace(old, new).stories
    assert story.dropped == ["Own alt", "Own words."]
    assert set(live(article).revision.photo_uses.values_list("photo", "caption", "alt")) == {(new.pk, "", "")}


def test_other_pictures_keep_their_words_and_what_they_were_written_from(old, new):
    other = make_photo(caption="Library.")
    article = make_live(body=in_text(old) + in_text(other, ' data-caption="Own."')).article
    replace(old, new)
    use = article.latest_revision().photo_uses.get(photo=other)
    assert (use.caption, use.caption_from) == ("Own.", "Library.")


def test_mirror_and_numbers_of_uses_agree(old, new):
    make_live(lead_photo=old, body=in_text(old))
    change(make_live(body=in_text(old)).article, headline="Not yet")
    replace(old, new)
    assert not list(mirror.disagreements(Revision.objects.prefetch_related("photo_uses", "story_links")))
    assert not mirror.miscounted()
    assert not mirror.stories(old, timezone.now())


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"alt": ""}, "lacks alt text"),
        ({"with_file": False}, "lacks a file"),
        ({"rights_until": timezone.now()}, "Its right ended"),
        ({"killed_at": timezone.now()}, "It was killed"),
    ],
)
def test_picture_that_may_not_run_replaces_none(old, fields, words):
    article = make_article(lead_photo=old)
    with pytest.raises(NotPossible, match=words):
        replace(old, make_photo(**fields))
    article.refresh_from_db()
    assert article.lead_photo == old


def test_one_story_that_cannot_be_published_stops_them_all_and_each_is_named(old):
    ends = timezone.now() + timedelta(hours=1)
    new = make_photo(rights_until=ends)
    fine = make_live(lead_photo=old).article
    for headline in ("Late", "Later"):
        workflow.schedule(make_article(lead_photo=old, headline=headline), ends + timedelta(hours=1))
    revisions = Revision.objects.count()
    with pytest.raises(NotPossible) as refusal:
        replace(old, new)
    assert [str(problem).partition(":")[0] for problem in refusal.value.problems] == ["“Late”", "“Later”"]
    assert live(fine).lead_photo == old
    assert Revision.objects.count() == revisions


def test_what_is_amiss_with_a_story_already_stops_no_replacement(old, new):
    """Readers see the story without that other picture; with the new one it is no worse."""
    gone = make_photo()
    article = make_live(lead_photo=old, body=in_text(gone)).article
    Photo.objects.filter(pk=gone.pk).update(killed_at=timezone.now())
    replace(old, new)
    assert live(article).lead_photo == new


def test_picture_that_may_run_in_one_more_story_does_not_replace_in_two(old):
    new = make_photo(uses_allowed=1)
    articles = [make_live(lead_photo=old).article for _ in range(2)]
    with pytest.raises(NotPossible, match="may run in 1 more stories, and these are 2"):
        replace(old, new)
    assert {live(article).lead_photo for article in articles} == {old}


def test_picture_replaces_in_as_many_stories_as_it_may_run_in(old):
    new = make_photo(uses_allowed=2)
    for _ in range(2):
        make_live(lead_photo=old)
    replace(old, new)
    new.refresh_from_db()
    assert new.uses_made == 2


def test_picture_does_not_replace_itself(old):
    with pytest.raises(NotPossible, match="the same picture"):
        replace(old, old)


def test_list_that_was_seen_before_another_save_is_shown_again(old, new):
    article = make_live(lead_photo=old).article
    seen = replacing.plan(replacing.by_another(old, new)).fingerprint
    change(article, headline="Saved meanwhile")
    with pytest.raises(NotPossible, match="Look at the list again"):
        replace(old, new, seen=seen)
    assert live(article).lead_photo == old


def test_plan_changes_nothing(old, new):
    article = make_live(lead_photo=old).article
    plan = replacing.plan(replacing.by_another(old, new))
    assert (len(plan.stories), plan.problems) == (1, [])
    assert article.revisions.count() == 1


@pytest.mark.parametrize("count", [2, 12])
def test_as_many_queries_for_the_plan_of_few_and_many(old, new, django_assert_num_queries, count):
    for _ in range(count):
        make_live(lead_photo=old)
    with django_assert_num_queries(5):
        assert len(replacing.plan(replacing.by_another(old, new)).stories) == count


def test_few_queries_more_for_each_story(old, new, django_assert_max_num_queries):
    for _ in range(10):
        make_live(lead_photo=old, topics=[make_topic()], authors=[make_author()])
    with django_assert_max_num_queries(30 + 10 * 5):  # a story: its working copy, its byline, and what the guards ask
        replace(old, new)


def test_who_did_it_and_why_stand_in_the_revision_and_the_edition(old, new, editor):
    article = make_live(lead_photo=old).article
    replace(old, new, by=editor)
    revision = article.latest_revision()
    assert (revision.created_by, revision.why) == (editor, f"Photo {old.pk} replaced by photo {new.pk}")
    assert live(article).published_by == editor


# The library's words


def test_story_that_ended_and_one_that_was_withdrawn_keep_what_readers_saw(old, new):
    with time_machine.travel(timezone.now() - timedelta(hours=1)):
        edition = make_live(lead_photo=old)
    workflow.withdraw(edition.article, "Wrong firm")
    replace(old, new)
    assert edition.article.editions.get().lead_photo == old
    assert photos_of(edition.article.latest_revision()) == [new.pk]


def test_rest_of_the_text_is_left_to_the_letter(old, new):
    others = '<ul><li>“x”</li></ul><aside data-pull-quote="" data-by="B"><p>q</p></aside>'
    body = story_body.sanitise(f"<p>a &amp; b<br>c</p>{in_text(old)}{others}")
    article = make_live(body=body).article
    replace(old, new)
    assert article.latest_revision().content["body"] == body.replace(f'data-photo="{old.pk}"', f'data-photo="{new.pk}"')
