"""`manage.py kill_photo`."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.photos.models import Kill, Photo
from tests.factories import make_live, make_photo

pytestmark = pytest.mark.django_db(transaction=True)


def run(*arguments):
    output = io.StringIO()
    call_command("kill_photo", *map(str, arguments), stdout=output)
    return output.getvalue()


def killed():
    return set(Photo.objects.exclude(killed_at=None).values_list("pk", flat=True))


def test_it_says_what_was_killed_and_each_page_on_which_it_stood():
    photo = make_photo()
    edition = make_live(headline="Ferry sails", lead_photo=photo)
    said = run(photo.pk, "--reason", "Wrong person named")
    assert f"photo {photo.pk} was killed on" in said
    assert ": Wrong person named" in said
    assert f"stood on: Ferry sails ({edition.path}, lead picture)" in said
    assert "stood on: The front (/)" in said
    assert killed() == {photo.pk}


def test_all_photos_of_a_suppliers_reference_are_killed():
    own = {make_photo(supplier_reference="AFP-77").pk for _ in range(2)}
    make_photo(supplier_reference="AFP-78")
    assert run("AFP-77", "--reason", "Ordered by AFP").count("it stood on no page") == 2
    assert killed() == own


@pytest.mark.parametrize(("arguments", "place"), [(["--id"], 0), (["--reference"], 1)])
def test_digits_that_may_be_both_are_refused_until_it_is_said_which(arguments, place):
    photo = make_photo()
    other = make_photo(supplier_reference=str(photo.pk))
    with pytest.raises(CommandError, match=f"kill_photo {photo.pk} --id, or kill_photo {photo.pk} --reference"):
        run(photo.pk, "--reason", "Wrong")
    assert killed() == set()
    run(photo.pk, "--reason", "Wrong", *arguments)
    assert killed() == {(photo.pk, other.pk)[place]}


def test_digits_that_are_the_reference_of_the_same_photo_are_no_question():
    photo = make_photo()
    Photo.objects.update(supplier_reference=str(photo.pk))
    run(photo.pk, "--reason", "Wrong")
    assert killed() == {photo.pk}


@pytest.mark.parametrize("ref", ["4711", "AFP-1", "", "9" * 30, "²"])
def test_unknown_reference_is_an_error(ref):
    make_photo()
    with pytest.raises(CommandError, match="There is no photo with the number or supplier's reference"):
        run(ref, "--reason", "Wrong")


def test_kill_without_a_reason_is_an_error():
    with pytest.raises(CommandError, match="Say why"):
        run(make_photo().pk)
    assert killed() == set()


def test_likely_same_picture_is_named():
    photo, other = make_photo(supplier_reference="AFP-1"), make_photo(supplier_reference="AFP-1", caption="The same.")
    assert f"looks the same: photo {other.pk} (“The same.”). Kill it too?" in run(photo.pk, "--reason", "Wrong")


def test_run_again_it_completes_what_a_crash_left(monkeypatch):
    photo = make_photo()
    with monkeypatch.context() as patched:
        patched.setattr("articles.kills.remove_files", lambda hashes: 1 / 0)
        with pytest.raises(CommandError, match=f"Not all is done yet for photo {photo.pk}"):
            run(photo.pk, "--reason", "Wrong")
    assert killed() == {photo.pk}
    assert "was killed already" in run(photo.pk)
    assert Kill.objects.get().completed_at


def test_lift_brings_it_back_with_a_reason():
    photo = make_photo()
    run(photo.pk, "--reason", "Wrong")
    with pytest.raises(CommandError, match="Say why"):
        run(photo.pk, "--lift")
    assert "may run again" in run(photo.pk, "--lift", "--reason", "It was another")
    assert killed() == set()
    assert Kill.objects.get().lift_reason == "It was another"


def test_lift_of_what_is_not_killed_is_an_error():
    with pytest.raises(CommandError, match="nothing to lift"):
        run(make_photo().pk, "--lift", "--reason", "Why not")
