"""Bringing pictures: what becomes of each file, what is written of its words, whom the views let in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.photos.alt_texts import REPEATS_SAYS
from articles.photos.models import Photo
from articles.photos.sweeping import stored_files
from articles.photos.words_form import NO_RIGHT
from tests.articles.photos.blocks import jpeg, packet
from tests.articles.photos.pictures import encoded, scene
from tests.factories import make_article, make_image, make_photo

pytestmark = pytest.mark.django_db

WORDS = packet(
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Boats on Friday.</rdf:li></rdf:Alt></dc:description>'
    "<dc:creator><rdf:Seq><rdf:li>Maren Holt</rdf:li></rdf:Seq></dc:creator>"
    "<photoshop:Credit>AFP</photoshop:Credit>"
)
DOUBTFUL = packet(
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">FILE - Boats in the harbour. Ann Lee</rdf:li></rdf:Alt>'
    "</dc:description>"
)
BROKEN = encoded(scene(9))[:-4000]


def address(name="bring"):
    return reverse(f"admin:photos_photo_{name}")


def file(data, name="boats.jpg"):
    return SimpleUploadedFile(name, data)


def bring(client, *files, scripted=True, **fields):
    """Post these files, as a script does or as a plain form."""
    headers = {"accept": "application/json"} if scripted else {}
    return client.post(address(), {"pictures": list(files)} | fields, headers=headers)


def brought(client, data=None):
    """The photo that a new file became."""
    answer = bring(client, file(data or make_image()))
    assert answer.status_code == 201
    return Photo.objects.get(pk=answer.json()["photo"]["id"])


def save(client, photo, placing=False, **words):
    given = {f"photo-{photo.pk}-{name}": value for name, value in words.items()}
    given |= {f"initial-photo-{photo.pk}-{name}": getattr(photo, name) for name in ("caption", "alt")}
    given |= {f"initial-photo-{photo.pk}-credit": photo.credit_line}
    body = given | {"photo": photo.pk} | ({"placing": "1"} if placing else {})
    answer = client.post(address("bring_words"), body, headers={"accept": "application/json"})
    photo.refresh_from_db()
    return answer.json()["rows"][0]


def test_new_file_is_in_the_library_with_its_words_to_mend(desk, editor):
    answer = bring(desk, file(jpeg(xmp=WORDS).read())).json()
    photo = Photo.objects.get(pk=answer["photo"]["id"])
    assert (photo.caption, photo.creators, photo.agency, photo.created_by) == (
        "Boats on Friday.", ["Maren Holt"], "AFP", editor,
    )  # fmt: skip
    assert "Boats on Friday.</textarea>" in answer["row"]
    assert 'value="Maren Holt / AFP"' in answer["row"]


def test_file_that_the_library_has_is_shown_as_the_photo_that_has_it(desk):
    data = make_image()
    first = brought(desk, data)
    again = bring(desk, file(data)).json()
    assert again["photo"]["id"] == first.pk
    assert f"photo {first.pk}" in again["row"]
    assert Photo.objects.count() == 1


def test_file_whose_answer_was_lost_is_new_when_it_is_sent_again(desk):
    data = make_image()
    photo = brought(desk, data)
    answer = bring(desk, file(data), again="1").json()
    assert answer["photo"]["id"] == photo.pk
    assert f'name="photo-{photo.pk}-alt"' in answer["row"]


def test_file_that_somebody_else_brought_is_not_new_when_it_is_sent_again(desk, django_user_model):
    data = make_image()
    photo = brought(desk, data)
    Photo.objects.update(created_by=django_user_model.objects.create_user("other"))
    assert f'name="photo-{photo.pk}-alt"' not in bring(desk, file(data), again="1").json()["row"]


def test_file_that_looks_like_another_is_taken_with_the_other_beside_it(desk):
    first = brought(desk, encoded(scene(1)))
    answer = bring(desk, file(encoded(scene(1, 450, 300)))).json()
    assert answer["photo"]["id"] != first.pk
    assert f'data-other="{first.pk}"' in answer["row"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<svg onload=alert(1)>", "cannot be read as a picture"),
        (b"", "it is empty"),
        (BROKEN, "breaks off before"),
        (make_image() + b"PK\x05\x06" + bytes(18), "an archive at once"),
    ],
)
def test_refused_file_gets_its_line_and_nothing_is_kept(desk, data, why):
    answer = bring(desk, file(data)).json()
    assert answer["photo"] is None
    assert why in answer["row"]
    assert not Photo.objects.exists()
    assert not list(stored_files())


def test_file_over_the_limit_gets_its_line(desk, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE, settings.PHOTO_MAX_BYTES = 0, 1024 * 1024
    assert "larger than 1 MB" in bring(desk, file(bytes(3 * 1024 * 1024))).json()["row"]
    assert not list(stored_files())


def test_more_files_than_one_form_may_send_are_told_in_a_line(desk, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    response = bring(desk, *[file(make_image()) for _ in range(3)], scripted=False)
    assert response.status_code == 400
    assert "The request could not be read" in response.content.decode()
    assert not Photo.objects.exists()


def test_name_of_a_file_is_escaped(desk):
    assert (
        "<img" not in bring(desk, file(b"x", "<img src=x onerror=alert(1)>.jpg")).json()["row"].split("brought-head")[1]
    )


def test_no_file_at_all_is_told(desk):
    assert "No file came" in bring(desk).json()["row"]


def test_without_script_several_files_are_taken_and_each_is_told_of(desk):
    files = [file(make_image(), "one.jpg"), file(BROKEN, "torn.jpg"), file(make_image(), "two.jpg")]
    page = bring(desk, *files, scripted=False).content.decode()
    assert Photo.objects.count() == 2
    assert page.count("In the library as") == 2
    assert page.count("breaks off before") == 1
    assert page.index("one.jpg") < page.index("torn.jpg") < page.index("two.jpg")


def test_without_script_the_words_of_all_are_saved_at_once(desk):
    one, two = brought(desk), brought(desk)
    words = {f"photo-{photo.pk}-alt": f"Picture {photo.pk}" for photo in (one, two)}
    page = desk.post(address("bring_words"), words | {"photo": [one.pk, two.pk]}).content.decode()
    assert page.count("Saved.") == 2
    assert set(Photo.objects.values_list("alt", flat=True)) == {f"Picture {one.pk}", f"Picture {two.pk}"}


def test_words_are_written_and_the_credit_is_read_into_parts(desk):
    photo = brought(desk)
    answer = save(desk, photo, caption="Boats.", alt="Three boats", credit="Jose Colon / Anadolu via Getty Images")
    assert answer["is_saved"]
    assert (photo.caption, photo.alt) == ("Boats.", "Three boats")
    assert (photo.creators, photo.agency, photo.distributor) == (["Jose Colon"], "Anadolu", "Getty Images")


def test_credit_that_nobody_touched_keeps_its_parts(desk):
    photo = brought(desk, jpeg(xmp=WORDS).read())
    Photo.objects.filter(pk=photo.pk).update(source="The Port")
    save(desk, photo, caption="Boats.", credit=photo.credit_line)
    assert (photo.caption, photo.source) == ("Boats.", "The Port")


def test_words_that_another_editor_wrote_meanwhile_stay(desk):
    photo = brought(desk)
    Photo.objects.filter(pk=photo.pk).update(caption="Written by a colleague.")
    save(desk, photo, caption="", alt="Three boats")
    assert (photo.caption, photo.alt) == ("Written by a colleague.", "Three boats")


def test_error_stands_at_its_field_and_what_was_typed_stays(desk):
    photo = brought(desk)
    answer = save(desk, photo, caption="x" * 2001, alt="Three boats")
    assert not answer["is_saved"]
    assert f"{'x' * 2001}</textarea>" in answer["words"]
    assert "Three boats</textarea>" in answer["words"]
    assert photo.alt == ""


def test_one_with_an_error_stops_no_other(desk):
    one, two = brought(desk), brought(desk)
    words = {f"photo-{one.pk}-caption": "x" * 2001, f"photo-{two.pk}-caption": "Boats."}
    desk.post(address("bring_words"), words | {"photo": [one.pk, two.pk]})
    two.refresh_from_db()
    assert two.caption == "Boats."


def test_the_library_saves_what_is_not_complete_and_says_what_it_lacks(desk):
    photo = brought(desk)
    answer = save(desk, photo, caption="Boats.", credit="")
    assert answer["is_saved"]
    assert "it lacks a credit, alt text" in answer["words"]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ({"credit": "Ann Lee"}, "Say what is to be seen, or tick"),
        ({"alt": "Boats", "credit": " "}, "Say who made the picture"),
    ],
)
def test_a_story_asks_for_what_it_could_not_be_published_without(desk, words, asked):
    answer = save(desk, brought(desk), placing=True, **words)
    assert not answer["is_saved"]
    assert asked in answer["words"]


def test_decorative_picture_needs_no_alt_in_a_story(desk):
    assert save(desk, brought(desk), placing=True, is_decorative="on", credit="Ann Lee / AFP")["is_saved"]


def test_alt_that_repeats_the_caption_is_warned_of_and_saved(desk):
    photo = brought(desk)
    answer = save(desk, photo, caption="The last ferry leaves the quay.", alt="The last ferry leaves the quay")
    assert REPEATS_SAYS in answer["words"]
    assert photo.alt == "The last ferry leaves the quay"


def test_doubtful_caption_is_asked_about_in_its_row(desk):
    answer = bring(desk, file(jpeg(xmp=DOUBTFUL).read())).json()
    assert 'data-credit="Ann Lee file"' in answer["row"]


def test_doubtful_caption_that_is_mended_in_its_row_is_asked_about_no_more(desk, editor):
    photo = brought(desk, jpeg(xmp=DOUBTFUL).read())
    save(desk, photo, caption="Boats in the harbour.", credit="Ann Lee file")
    assert (photo.creators, photo.qualifiers) == (["Ann Lee"], ["file"])
    [check] = photo.caption_checks.all()
    assert (check.outcome, check.decided_by) == ("mended", editor)


def test_doubtful_caption_that_only_got_its_alt_still_waits(desk):
    photo = brought(desk, jpeg(xmp=DOUBTFUL).read())
    save(desk, photo, caption=photo.caption, alt="Three boats")
    assert photo.caption_checks.waiting().exists()


def discard(client, photo):
    return client.post(address("bring_discard"), {"photo": photo.pk})


def test_double_that_was_just_brought_can_go_again(desk):
    photo = brought(desk)
    assert discard(desk, photo).status_code == 200
    assert not Photo.objects.exists()


def test_double_that_a_story_has_stays(desk):
    photo = brought(desk)
    make_article(lead_photo=photo)
    assert "a story has it already" in discard(desk, photo).json()["message"]
    assert Photo.objects.exists()


def test_nothing_goes_that_somebody_else_brought(desk):
    photo = make_photo()
    assert discard(desk, photo).status_code == 409
    assert Photo.objects.exists()


def test_nothing_goes_that_was_brought_before_today(desk, editor):
    photo = make_photo(created_by=editor)
    Photo.objects.update(created_at="2026-01-01T00:00Z")
    assert discard(desk, photo).status_code == 409


def test_who_may_only_look_may_not_bring(staff):
    client = staff("view_photo", "change_photo")
    assert client.get(address()).status_code == 403
    assert bring(client, file(make_image())).status_code == 403
    assert client.post(address("bring_words")).status_code == 403
    assert client.post(address("bring_discard")).status_code == 403
    assert not Photo.objects.exists()


def test_who_may_add_words_what_is_their_own_and_nothing_else(staff):
    client = staff("add_photo")
    own, other = brought(client), make_photo(caption="Not theirs.")
    assert save(client, own, caption="Boats.")["is_saved"]
    response = client.post(address("bring_words"), {"photo": other.pk, f"photo-{other.pk}-caption": "Mine"})
    assert response.status_code == 403


@pytest.mark.parametrize("name", ["bring", "bring_words", "bring_discard"])
def test_others_are_sent_to_sign_in(client, name):
    response = client.post(address(name))
    assert response.status_code == 302
    assert "login" in response.url


@pytest.mark.parametrize("name", ["bring_words", "bring_discard"])
def test_nothing_is_written_by_looking(desk, name):
    assert desk.get(address(name)).status_code == 405


@pytest.mark.parametrize("name", ["bring", "bring_words", "bring_discard", "choose_alt"])
def test_the_token_is_needed(editor, name):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert client.post(address(name), {"pictures": file(make_image())}).status_code == 403
    assert not Photo.objects.exists()


def test_odd_numbers_are_passed_over(desk):
    for number in ("x", "-1", "99999999999999999", "٣"):
        assert desk.post(address("bring_words"), {"photo": number}).status_code == 200
        assert desk.post(address("bring_discard"), {"photo": number}).status_code == 409


@pytest.mark.parametrize("name", ["admin:photos_photo_changelist", "admin:photos_photo_bring"])
def test_the_page_has_what_the_limits_are(desk, settings, name):
    settings.PHOTO_MAX_BYTES = 7 * 1024 * 1024
    page = desk.get(reverse(name)).content.decode()
    assert 'data-max-bytes="7340032"' in page
    assert "each at most 7 MB" in page


def test_right_is_proposed_by_the_file_s_credit(desk):
    row = bring(desk, file(jpeg(xmp=WORDS).read())).json()["row"]
    assert '<option value="agency" selected>' in row


def test_right_that_nobody_said_is_asked_for_in_a_story(desk):
    photo = brought(desk)
    answer = save(desk, photo, placing=True, alt="Boats", credit="Ann Lee", rights_category="")
    assert not answer["is_saved"]
    assert NO_RIGHT in answer["words"]


def test_library_takes_a_picture_whose_right_nobody_said(desk):
    photo = brought(desk)
    answer = save(desk, photo, alt="Boats", credit="Ann Lee", rights_category="")
    assert answer["is_saved"]
    assert "it lacks a right to run" in answer["words"]


def test_right_follows_from_a_credit_that_names_a_house(desk):
    photo = brought(desk)
    assert save(desk, photo, placing=True, alt="Boats", credit="Ann Lee / AFP", rights_category="")["is_saved"]
    assert (photo.rights_category, photo.may_syndicate) == ("agency", False)


@pytest.mark.parametrize(("right", "travels"), [("staff", True), ("pool", False)])
def test_chosen_right_is_kept_and_says_whether_it_travels(desk, right, travels):
    photo = brought(desk)
    save(desk, photo, placing=True, alt="Boats", credit="Ann Lee", rights_category=right)
    assert (photo.rights_category, photo.may_syndicate) == (right, travels)


def test_right_that_another_editor_said_meanwhile_stays(desk):
    photo = brought(desk)
    Photo.objects.filter(pk=photo.pk).update(rights_category="staff")
    save(desk, photo, alt="Boats", credit="Ann Lee / AFP", rights_category="")
    assert photo.rights_category == "staff"


def test_picture_we_have_that_may_not_run_cannot_be_used(desk):
    data = make_image()
    photo = brought(desk, data)
    Photo.objects.filter(pk=photo.pk).update(rights_until=timezone.now())
    row = bring(desk, file(data), placing="1").json()["row"]
    assert "It cannot go into a story." in row
    assert 'data-act="use"' not in row
