"""Bringing pictures as a script or a plain form does, for tests."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.photos.models import Photo
from tests.articles.photos.blocks import packet
from tests.factories import make_image

WORDS = packet(
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Boats on Friday.</rdf:li></rdf:Alt></dc:description>'
    "<dc:creator><rdf:Seq><rdf:li>Maren Holt</rdf:li></rdf:Seq></dc:creator>"
    "<photoshop:Credit>AFP</photoshop:Credit>"
)


DOUBTFUL = packet(
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">FILE - Boats in the harbour. Ann Lee</rdf:li></rdf:Alt>'
    "</dc:description>"
)


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
