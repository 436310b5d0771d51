"""Photos with their files, and where they stand, for tests of kills."""

from articles.photos.renditions import folder_of, make_renditions, stored
from tests.factories import make_photo


def in_text(*photos):
    return "<p>a</p>" + "".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in photos)


def with_files(**fields):
    photo = make_photo(**fields)
    make_renditions(photo)
    photo.refresh_from_db()
    return photo


def files(photo):
    return stored(folder_of(photo.sha256))[1]
