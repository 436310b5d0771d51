"""The right to run a picture: by which right, from when, until when. Pure.

`runs_at` is the rule; `Photo.objects.usable` asks it of the database, `Photo.barred` says it in words.
"""

import re
from datetime import datetime, timedelta

from django.db.models import Q, TextChoices

from articles.photos.credits import Credit
from articles.photos.source_types import GENERATED


class Category(TextChoices):
    """By which right a picture runs."""

    STAFF = "staff", "Staff"
    COMMISSIONED = "commissioned", "Commissioned"
    AGENCY = "agency", "Agency"
    HANDOUT = "handout", "Handout"
    POOL = "pool", "Pool"
    COURTESY = "courtesy", "Courtesy"
    CREATIVE_COMMONS = "creative commons", "Creative Commons"
    PUBLIC_DOMAIN = "public domain", "Public domain"
    LICENSED = "licensed", "Licensed"
    GENERATED = "generated", "Generated"


SOON = timedelta(days=30)  # an end that is so near is worth a word wherever the picture is shown to an editor
# What came under a contract of the paper's own goes no further than the paper, unless an editor knows better.
STAYS = {Category.AGENCY, Category.POOL, Category.LICENSED}
_PUBLIC_DOMAIN = re.compile(r"\bpublic domain\b|\bCC0\b|creativecommons\.org/publicdomain/", re.IGNORECASE)
_CREATIVE_COMMONS = re.compile(r"\bcreative commons\b|\bCC[ -]BY\b|creativecommons\.org/licenses/", re.IGNORECASE)


def runs_at(at: datetime) -> Q:
    """Of a photo: that nobody killed it, that its right is said, has begun and has not ended."""
    begun = Q(rights_from=None) | Q(rights_from__lte=at)
    not_over = Q(rights_until=None) | Q(rights_until__gt=at)
    return Q(killed_at=None) & ~Q(rights_category="") & begun & not_over


def proposed_category(credit: Credit, terms: str, source_type: str, house_kind: str) -> str:
    """The category that a photo's own words name, "" where they do not.

    `terms` are its usage terms, copyright notice and rights statement, `house_kind` what `Agency.Kind` its supplier is.
    A name alone says nothing: it may be of the staff, or somebody to be paid.
    """
    if source_type in GENERATED:
        return Category.GENERATED
    for name in (Category.POOL, Category.HANDOUT, Category.COURTESY):
        if name in credit.qualifiers:
            return name
    if _PUBLIC_DOMAIN.search(f"{terms} {credit.raw}"):
        return Category.PUBLIC_DOMAIN
    if _CREATIVE_COMMONS.search(f"{terms} {credit.raw}"):
        return Category.CREATIVE_COMMONS
    if house_kind:
        return Category.LICENSED if house_kind == "library" else Category.AGENCY
    return Category.HANDOUT if credit.source else ""
