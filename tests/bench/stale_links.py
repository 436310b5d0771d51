"""`python -m tests.bench.stale_links [number]`: time the links to look at, on the database of DATA_DIR.

It fills a DATA_DIR of its own with 10,000 stories, of which each has three revisions with two links: of ten links three
have words of their own, of those one in twenty is stale, and of a hundred targets one is corrected. What is timed is
what the desk asks, the median of nine.
"""

import os
import random
import statistics
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")


def main(number: int) -> None:
    """Fill the database up to `number` stories, and print what the desk's question takes and finds."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from articles import stale_links
    from articles.models import StoryLink
    from newsroom.accounts.models import User
    from tests.bench.stories import fill

    if not StoryLink.objects.filter(headline="Own words").exists():
        fill(number)
        link()
    chief = User.objects.filter(is_superuser=True).first()
    taken = []
    for _ in range(9):
        start = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            found = stale_links.to_look_at(chief, timezone.now())
        taken.append(time.perf_counter() - start)
    print(f"{len(found)} links to look at: {statistics.median(taken) * 1000:.1f} ms, {len(queries)} queries")


def link() -> None:
    """Two more revisions of each story, and the links of all."""
    from django.db import transaction
    from django.utils import timezone

    from articles.models import Correction, Edition, Revision, StoryLink
    from newsroom.management.commands.prepare import _analyse

    chance = random.Random(7)
    first = list(Revision.objects.filter(article__slug__startswith="story-").values_list("pk", "article"))
    live = list(Edition.objects.live().values_list("article", "headline"))
    with transaction.atomic():
        content = {"body": "<p>a</p>" * 500}
        more = Revision.objects.bulk_create(
            (Revision(article_id=article, number=number, content=content) for number in (2, 3) for _, article in first),
            batch_size=1000,
        )
        newest = {revision.article_id: revision.pk for revision in more}
        own = Edition.objects.live().filter(article__slug__startswith="story-")
        for edition in own.only("article", "revision"):
            edition.revision_id = newest[edition.article_id]
            edition.save(update_fields=["revision"])
        rows = []
        for revision in [pk for pk, _ in first] + [revision.pk for revision in more]:
            for position in (0, 1):
                target, headline = chance.choice(live)
                said = {}
                if chance.random() < 0.3:
                    was = "Said before" if chance.random() < 0.05 else headline
                    said = {"headline": "Own words", "headline_from": was, "correction_from": 0}
                rows.append(StoryLink(revision_id=revision, position=position, in_text=False, target_id=target, **said))
        StoryLink.objects.bulk_create(rows, batch_size=1000)
        corrected = chance.sample(live, len(live) // 100)
        Correction.objects.bulk_create(
            Correction(article_id=article, at=timezone.now(), wrong="w", right="r") for article, _ in corrected
        )
    _analyse()


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
