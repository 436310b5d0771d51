"""Showing photos in templates."""

from django import template

from articles.photos.models import Photo
from articles.photos.renditions import CONTENT_TYPES, SHAPES, renditions

register = template.Library()


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


def _srcset(made) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in made)
