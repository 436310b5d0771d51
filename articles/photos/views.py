"""Renditions served from local storage. Originals, with all that their metadata tells, are never served.

Those of a killed photo are gone, whether a file is still there, or there again, or not.
"""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseGone
from django.views.decorators.http import require_safe

from articles.photos.models import KilledFile
from articles.photos.renditions import CONTENT_TYPES, FOLDER

NAME = re.compile(r"[0-9a-f]{24}/[0-9a-f]{12}(?:-[0-9a-f]{12})?-[0-9]{1,4}\.(avif|webp|jpg)")

NOT_KEPT = {"Cache-Control": "no-store"}  # the kill may be lifted


@require_safe
def rendition(request, folder, name):
    """One rendition, under a name that changes with its content, so caches may keep it for ever."""
    match = NAME.fullmatch(f"{folder}/{name}")
    if not match:
        raise Http404
    if KilledFile.objects.bars(folder):
        return HttpResponseGone("This picture was withdrawn.", content_type="text/plain", headers=NOT_KEPT)
    try:
        file = default_storage.open(f"{FOLDER}/{folder}/{name}")
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(file, content_type=CONTENT_TYPES[match[1]])
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
