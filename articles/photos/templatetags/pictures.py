"""Showing photos in templates."""

from django import template
from django.conf import settings

from articles.photos.models import Photo
from articles.photos.renditions import CONTENT_TYPES, SHAPES, renditions
from articles.photos.uploads import too_large

register = template.Library()

WORTH_ENLARGING = 640  # pixels: a picture that is no wider than the column of text has nothing more to show
LARGE_HEIGHT = 85  # per cent of the window's height, which an enlarged picture leaves its words


@register.inclusion_tag("photos/picture.html")
def picture(photo: Photo, shape: str, sizes: str, alt: str = "", eager: bool = False) -> dict:
    """A `<picture>` of `photo` cut to `shape`; `sizes` as HTML's attribute; `eager` for the page's first one."""
    wanted = SHAPES[shape]
    files = {extension: renditions(photo, wanted, extension) for extension in wanted.formats}
    fallback = files["jpg"][-1]
    return {
        "sources": [
            {"type": CONTENT_TYPES[extension], "srcset": _srcset(made)}
            for extension, made in files.items()
            if extension != "jpg"
        ],
        "fallback": fallback,
        "srcset": _srcset(files["jpg"]),
        "sizes": sizes,
        "alt": alt,
        "eager": eager,
    }


@register.simple_tag
def enlarged(photo: Photo, sizes: str) -> dict | None:
    """How the enlarged view shows `photo`, which has `sizes` on the page: its own `sizes`, and its largest `file`.

    None for a picture that is as large on the page as it can be. Where scripts are off, browsers fetch a lazy picture
    with its page: there it has the `sizes` of the page, and so costs no file but the one that is there already.
    """
    largest = renditions(photo, SHAPES["natural"], "jpg")[-1]
    if largest.width <= WORTH_ENLARGING:
        return None
    by_height = round(LARGE_HEIGHT * largest.width / largest.height)
    large = f"(scripting: enabled) min(100vw, {by_height}vh, {largest.width}px)"
    return {"sizes": f"{large}, {sizes}", "file": largest.url}


@register.inclusion_tag("photos/tray.html", takes_context=True)
def tray(context, rows=(), placing: bool = False) -> dict:
    """Where pictures are brought, and their `rows`; `placing` where they go into a story."""
    return {
        "csrf_token": context.get("csrf_token"),
        "rows": rows,
        "placing": placing,
        "max_bytes": settings.PHOTO_MAX_BYTES,
        "max_megabytes": settings.PHOTO_MAX_BYTES // 1024**2,
        "max_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "too_large": too_large(),
        "accept": "image/jpeg,image/png,image/webp,image/avif,image/tiff",
    }


def _srcset(made) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in made)
