"""Files on their way in, before any view has seen them."""

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Django's own, which keeps no more of a file than a photo may have; its `size` says how long the file was.

    The rest is read and dropped, so that the browser hears what is wrong instead of a connection that breaks, and
    the other files of the request go on.
    """

    def receive_data_chunk(self, raw_data, start):
        if start < settings.PHOTO_MAX_BYTES:
            super().receive_data_chunk(raw_data, start)
