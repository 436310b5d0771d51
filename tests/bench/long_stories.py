"""`make bench`: what a story of 20,000 words and 60 pictures costs, beside one of 500 words and 2.

The two take turns in one run, as in `tests.bench.photos`; the ratios are what to compare between machines and days.
What is timed is the whole answer: its view, its queries and its template, without network and browser.
"""

# Django is set up for a folder of its own before anything of it is imported.
# ruff: noqa: E402

import os
import random
import statistics
import sys
import tempfile
import time
import uuid
from functools import partial

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="newsroom-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
os.environ.pop("DATABASE_URL", None)

import django

django.setup()

from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment
from rich.console import Console
from rich.table import Table

from articles import workflow
from articles.models import Article
from articles.photos.renditions import make_renditions
from newsroom.accounts.models import User
from tests.articles.admin.stories import url
from tests.articles.admin.typed import sent
from tests.bench.stories import SYLLABLES
from tests.factories import change, make_article, make_photo, make_section

ROUNDS = int(os.environ.get("ROUNDS", "7"))
SIZES = {"500 words, 2 pictures": (10, 2), "20,000 words, 60 pictures": (400, 60)}  # paragraphs of 50 words
chance = random.Random(5)
VOCABULARY = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(20_000)]


class Bench:
    """A live story of so many paragraphs and pictures, and what is done with it."""

    def __init__(self, paragraphs: int, pictures: int):
        self.browser, self.reader = Client(SERVER_NAME="127.0.0.1"), Client(SERVER_NAME="127.0.0.1")
        self.browser.force_login(User.objects.get())
        self.blocks = [paragraph() for _ in range(paragraphs)]
        for number in range(pictures):
            place = number * (len(self.blocks) // pictures)
            self.blocks.insert(place + 1, f'<figure data-photo="{shown_photo().pk}"></figure>')
        self.article = make_article(body="\n".join(self.blocks), section=make_section())
        self.path = workflow.publish(self.article).path
        self.rewrite()
        setup_test_environment()  # which tells what a page was made of, and takes its time for that
        self.form = sent(self.browser, self.article).dict()
        teardown_test_environment()

    def rewrite(self) -> None:
        """A second revision: of ten paragraphs one has other words, and one stands elsewhere."""
        told = [place for place, block in enumerate(self.blocks) if block.startswith("<p>")]
        for place in told[::10]:
            self.blocks[place] = with_another_word(self.blocks[place])
        self.blocks.append(self.blocks.pop(told[-2]))
        change(self.article, body="\n".join(self.blocks))

    def typed(self, opened: int, blocks: list[str] | None = None) -> dict:
        """The form with another word in its first paragraph, sent by a window opened with that revision."""
        first, *others = blocks or self.blocks
        body = "\n".join([with_another_word(first), *others])
        return self.form | {"body": body, "opened": opened, "autosave": str(uuid.uuid4()), "why": ""}

    def latest(self) -> int:
        return self.article.latest_revision().number

    def opening(self):
        return partial(self.browser.get, url(self.article))

    def saving(self):
        return partial(self.browser.post, url(self.article), self.typed(self.latest()))

    def autosave(self):
        return partial(self.browser.post, url(self.article, "autosave"), self.typed(self.latest()))

    def comparing(self):
        return partial(self.browser.get, url(self.article, "changes"), {"before": 1, "after": 2})

    def merging(self):
        """Meanwhile somebody changed the last paragraph."""
        opened = self.latest()
        article = Article.objects.get(pk=self.article.pk)
        blocks = article.body.split("\n")
        change(article, body="\n".join([*blocks[:-1], with_another_word(blocks[-1])]))
        return partial(self.browser.post, url(self.article), self.typed(opened, blocks))

    def preview(self):
        return partial(self.browser.get, f"/desk/preview/{self.article.pk}/")

    def reading(self):
        return partial(self.reader.get, self.path)


ACTIONS = {
    "opening the form": Bench.opening,
    "saving": Bench.saving,
    "autosave": Bench.autosave,
    "comparing two revisions": Bench.comparing,
    "merging a stale save": Bench.merging,
    "preview": Bench.preview,
    "reading the page": Bench.reading,
}


def paragraph() -> str:
    return f"<p>{' '.join(chance.choices(VOCABULARY, k=50))}.</p>"


def with_another_word(block: str) -> str:
    words = block.split(" ")
    words[len(words) // 2] = chance.choice(VOCABULARY) + str(chance.randrange(1000))
    return " ".join(words)


def shown_photo():
    photo = make_photo(width=320, height=214)
    make_renditions(photo)
    return photo


def milliseconds(prepared) -> float:
    start = time.perf_counter()
    answer = prepared()
    taken = (time.perf_counter() - start) * 1000
    assert answer.status_code in (200, 302), answer.status_code
    return taken


def main() -> None:
    """Take turns, then print the medians and the ratio of each pair."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    User.objects.create_superuser("bench", "bench@example.org", "x")
    benches = [Bench(*size) for size in SIZES.values()]
    took = {name: ([], []) for name in ACTIONS}
    for number in range(ROUNDS + 1):
        for name, action in ACTIONS.items():
            for bench, times in random.sample(list(zip(benches, took[name], strict=True)), 2):
                times.append(milliseconds(action(bench)))
        print(f"round {number} of {ROUNDS}", file=sys.stderr)
    saves = 2 + 3 * (ROUNDS + 1)  # each round saves, and merges with what somebody saved meanwhile
    assert [bench.latest() for bench in benches] == [saves, saves]
    _show({name: (short[1:], long[1:]) for name, (short, long) in took.items()})  # the first round warms up


def _show(took: dict[str, tuple[list[float], list[float]]]) -> None:
    table = Table(title="Milliseconds (medians) that a story takes")
    for column in ("", *SIZES, "least", "most", "long to short, in pairs"):
        table.add_column(column, justify="right" if column else "left")
    for name, (short, long) in took.items():
        ratio = statistics.median(one / other for one, other in zip(long, short, strict=True))
        numbers = (
            f"{value:.0f}" for value in (statistics.median(short), statistics.median(long), min(long), max(long))
        )
        table.add_row(name, *numbers, f"{ratio:.1f} times")
    Console().print(table)


if __name__ == "__main__":
    main()
