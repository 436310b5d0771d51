"""Showing photos in templates."""

from django import template

from articles.photos.models import Photo
from articles.photos.renditions import CONTENT_TYPES, SHAPES, renditions

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
def enlarged(photo: Photo) -> dict | None:
    """How the enlarged view shows `photo`: its `sizes`, and the `file` for browsers without such a view.

    None for a picture that is as large on the page as it can be.
    """
    largest = renditions(photo, SHAPES["natural"], "jpg")[-1]
    if largest.width <= WORTH_ENLARGING:
        return None
    by_height = round(LARGE_HEIGHT * largest.width / largest.height)
    return {"sizes": f"min(100vw, {by_height}vh, {largest.width}px)", "file": largest.url}


def _srcset(made) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in made)
