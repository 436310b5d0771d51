"""Pictures that look the same."""

import io

import pytest
from PIL import Image

from articles.photos.alike import find_alike, looks_of
from articles.photos.models import Photo
from articles.photos.uploads import read_picture
from tests.articles.photos.pictures import encoded, scene, sharp_scene


def looks(image, kind="JPEG", **options):
    return read_picture(io.BytesIO(encoded(image, kind, **options))).looks


@pytest.mark.parametrize(
    ("kind", "size", "options"),
    [
        ("JPEG", (450, 300), {"quality": 40}),
        ("WEBP", (1800, 1200), {}),
        ("PNG", (333, 222), {}),
        ("AVIF", (640, 427), {}),
    ],
)
@pytest.mark.django_db
def test_other_sizes_and_formats_look_the_same(kind, size, options):
    photo = Photo.objects.create(looks=looks(scene(5)))
    assert find_alike(looks(scene(5).resize(size), kind, **options)) == [photo]


@pytest.mark.parametrize("size", [(800, 534), (1111, 741), (2000, 1334)])
@pytest.mark.django_db
def test_other_sizes_of_sharp_pictures_look_the_same(size):
    """Whatever pixels the edges fall on."""
    photos = [Photo.objects.create(looks=looks(sharp_scene(seed))) for seed in range(8)]
    others = [looks(sharp_scene(seed).resize(size), quality=70) for seed in range(8)]
    assert [find_alike(other) for other in others] == [[photo] for photo in photos]


@pytest.mark.django_db
def test_slightly_cut_picture_looks_the_same():
    photos = [Photo.objects.create(looks=looks(sharp_scene(seed))) for seed in range(8)]
    others = [looks(sharp_scene(seed).crop((25, 16, 1575, 1050))) for seed in range(8)]
    assert [find_alike(other) for other in others] == [[photo] for photo in photos]


@pytest.mark.django_db
def test_other_pictures_do_not():
    Photo.objects.bulk_create(Photo(looks=looks(scene(seed, 180, 120))) for seed in range(60))
    assert find_alike(looks(scene(99, 180, 120))) == []


@pytest.mark.django_db
def test_other_sharp_pictures_do_not():
    Photo.objects.bulk_create(Photo(looks=looks(sharp_scene(seed, 240, 160))) for seed in range(60))
    assert find_alike(looks(sharp_scene(99, 240, 160))) == []


@pytest.mark.django_db
def test_photo_is_not_like_itself():
    photo = Photo.objects.create(looks=looks(scene(5)))
    assert find_alike(photo.looks, besides=photo) == []


def test_plain_picture_looks_like_nothing():
    assert looks_of(Image.new("RGB", (90, 60), "navy")) is None


@pytest.mark.django_db
def test_two_queries_however_many(django_assert_num_queries):
    Photo.objects.bulk_create(Photo(looks=number * 7919) for number in range(3000))
    with django_assert_num_queries(2):
        assert find_alike(7919 * 5)
