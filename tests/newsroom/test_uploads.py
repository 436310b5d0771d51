"""What is kept of a file while it comes in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory


@pytest.fixture
def sent(settings):
    """The files of a request whose handler keeps 100,000 bytes of each on the disk."""
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE, settings.PHOTO_MAX_BYTES = 0, 100_000

    def send(*sizes):
        files = [SimpleUploadedFile(f"{size}.jpg", b"x" * size) for size in sizes]
        return RequestFactory().post("/", {"pictures": files}).FILES.getlist("pictures")

    return send


def test_no_more_is_kept_than_a_photo_may_have_and_the_size_is_told(sent):
    [file] = sent(1_000_000)
    assert file.size == 1_000_000
    assert file.seek(0, 2) < 100_000 + 64 * 1024 + 1


def test_the_files_after_a_large_one_are_whole(sent):
    assert [len(file.read()) for file in sent(1_000_000, 5_000)][1] == 5_000
