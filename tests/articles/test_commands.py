"""`publish`, `withdraw` and `replace_photo` from the command line."""

import io
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Edition
from tests.factories import make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


def run(*arguments, **options):
    out = io.StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


def test_publish_now():
    assert make_article(slug="sails").slug in run("publish", make_article(slug="sails-2").pk)
    assert Edition.objects.live().count() == 1


def test_publish_at_a_time():
    at = (timezone.now() + timedelta(days=1)).replace(microsecond=0)
    run("publish", make_article().pk, at=at.isoformat())
    assert Edition.objects.get().live_from == at


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("tomorrow", "is no time"),
        ("", "is no time"),
        ("2020-01-01T00:00", "is past"),
        ("0001-01-01T00:00", "is past"),
        ("0001-01-01T00:00+14:00", "is past"),
        ("9999-12-31T23:59", "more than ten years ahead"),
    ],
)
def test_impossible_time_is_an_error(at, words):
    with pytest.raises(CommandError, match=words):
        run("publish", make_article().pk, at=at)
    assert not Edition.objects.exists()


@pytest.fixture
def _london(settings):
    settings.TIME_ZONE = "Europe/London"
    timezone.get_default_timezone.cache_clear()
    yield
    settings.TIME_ZONE = "UTC"
    timezone.get_default_timezone.cache_clear()


@pytest.mark.usefixtures("_london")
def test_time_that_the_clocks_jump_over_is_an_error():
    with pytest.raises(CommandError, match="the clocks go forward over it"):
        run("publish", make_article().pk, at="2027-03-28T01:30")


@pytest.mark.usefixtures("_london")
@pytest.mark.parametrize("at", ["2027-03-28T02:00", "2027-10-31T02:00", "2027-03-28T00:59:59"])
def test_time_beside_a_change_of_the_clocks_is_taken_as_it_stands(at):
    with time_machine.travel("2027-01-01T00:00Z"):
        run("publish", make_article().pk, at=at)
        assert timezone.localtime(Edition.objects.get().live_from).isoformat().startswith(at)


@pytest.mark.usefixtures("_london")
def test_time_that_comes_twice_is_asked_for_with_its_offset():
    with pytest.raises(CommandError, match=r"comes twice .* such as 2027-10-31T01:30\+01:00"):
        run("publish", make_article().pk, at="2027-10-31T01:30")


def test_refused_publication_lists_what_to_mend():
    with pytest.raises(CommandError, match="- The story has no text"):
        run("publish", make_article(body="").pk)


@pytest.mark.parametrize("command", [("publish", 4711), ("withdraw", 4711, "--reason", "x")])
def test_unknown_story_is_an_error(command):
    with pytest.raises(CommandError, match="there is no story 4711"):
        run(*command)


def test_withdraw():
    run("withdraw", make_live().article_id, reason="Wrong")
    assert not Edition.objects.live()


def test_withdrawal_of_a_draft_is_an_error():
    with pytest.raises(CommandError, match="nothing to withdraw"):
        run("withdraw", make_article().pk, reason="Wrong")


def test_schedule_is_taken_back():
    article = make_article()
    run("publish", article.pk, at=(timezone.now() + timedelta(days=1)).isoformat())
    assert "not scheduled any more" in run("publish", article.pk, cancel=True)
    assert not Edition.objects.exists()


def test_nothing_to_take_back_is_an_error():
    with pytest.raises(CommandError, match="is not scheduled"):
        run("publish", make_article().pk, cancel=True)


@pytest.fixture
def two_photos():
    old, new = make_photo(), make_photo()
    make_live(headline="Ferry sails", lead_photo=old, lead_caption="Own words.")
    return old, new


def test_photo_is_replaced_and_each_story_is_named(two_photos, capsys):
    old, new = two_photos
    call_command("replace_photo", old.pk, new.pk)
    out = capsys.readouterr().out
    assert "“Ferry sails”: live, working copy" in out
    assert "drops “Own words.”" in out
    assert "in 1 story" in out
    assert Edition.objects.live().get().lead_photo == new


def test_dry_run_replaces_nothing(two_photos, capsys):
    old, new = two_photos
    call_command("replace_photo", old.pk, new.pk, "--dry-run")
    assert "nothing was changed; 1 story would be" in capsys.readouterr().out
    assert Edition.objects.live().get().lead_photo == old


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_photo_that_may_not_run_replaces_none_and_the_command_says_why(two_photos, options):
    old, _ = two_photos
    with pytest.raises(CommandError, match="The other picture cannot run"):
        call_command("replace_photo", old.pk, make_photo(alt="").pk, *options)


def test_photo_that_is_not_there_is_told(two_photos):
    with pytest.raises(CommandError, match="there is no photo 99999"):
        call_command("replace_photo", two_photos[0].pk, 99999)
