"""Files of the media folder are whole or not there."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def test_file_is_stored_under_its_name(tmp_path):
    assert default_storage.save("originals/ab/x.jpg", ContentFile(b"whole")) == "originals/ab/x.jpg"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["x.jpg"]


def test_interrupted_writing_leaves_nothing_under_the_name():
    class Interrupted(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"half"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        default_storage.save("originals/ab/x.jpg", Interrupted(b"half and half"))
    assert not default_storage.exists("originals/ab/x.jpg")
