"""`python -m tests.bench.suggestions [number]`: what working out suggestions takes, with 1,000 stories and with many.

Fills the database of DATA_DIR, else one of its own, with 100,000 stories, and times what an editor waits for: what
follows a save, and the list that is asked for while they type. The words are as news has them: 300,000, of which few
stand everywhere and most in some stories, and 40 a subject, on which a dozen stories are written. How many times as
long many stories take is what to compare between machines and days.
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
from itertools import accumulate

os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="newsroom-bench-"))

import django

django.setup()

from django.core.management import call_command
from django.test import Client

from articles import search, suggestions
from articles.models import Article
from newsroom.accounts.models import User
from tests.articles.admin.stories import form
from tests.bench import stories
from tests.factories import make_section

VOCABULARY, ABOUT = 300_000, 40  # words of the paper, and of a subject
A_SUBJECT = 12  # stories
FEW = 1000
FORMS = "/admin/articles/article/"
ROUNDS = int(os.environ.get("ROUNDS", "15"))


def as_news(number: int) -> stories.Tell:
    """Words as Zipf and Mandelbrot count them, every seventh of the story's subject."""
    chance = random.Random(7)
    words = ["".join(chance.choices(stories.SYLLABLES, k=5)) for _ in range(VOCABULARY)]
    often = list(accumulate(1 / (place + 2.7) for place in range(VOCABULARY)))
    subjects = [chance.choices(words[2000:], k=ABOUT) for _ in range(number // A_SUBJECT)]

    def tell(chance: random.Random) -> list[str]:
        text = chance.choices(words, cum_weights=often, k=320)
        subject = chance.choice(subjects)
        return [chance.choice(subject) if chance.random() < 1 / 7 else word for word in text]

    return tell


def main(number: int) -> None:
    """Fill the database up to `number` stories, and print what an editor waits for, there and on the way to it."""
    call_command("migrate", verbosity=0)
    if not User.objects.exists():
        User.objects.create_superuser("bench", "bench@example.org", "x")
        for _ in range(6):
            make_section()
    tell = as_news(number)
    before = {}
    for size in (FEW, number):
        if Article.objects.count() > size:
            continue
        stories.fill(size, tell)
        before = _measured(size, before)


def _measured(size: int, before: dict[str, float]) -> dict[str, float]:
    """The medians, printed with how many times those of `before` they are."""
    search.forget_sample()
    keys = random.Random(3).sample(list(Article.objects.values_list("pk", flat=True)), ROUNDS)
    cold = _milliseconds(suggestions.work_out, keys[:1])
    print(f"with {size} stories; the first time in a process {cold:.0f} ms")
    took = {
        "after a save": [_milliseconds(suggestions.work_out, [key]) for key in keys],
        "asked as one writes": [_milliseconds(*_typed(key)) for key in keys],
    }
    medians = {name: statistics.median(times) for name, times in took.items()}
    for name, times in took.items():
        times_before = f", {medians[name] / before[name]:.1f} times" if before else ""
        print(f"  {name:<20} median {medians[name]:5.0f} ms, {min(times):.0f} to {max(times):.0f}{times_before}")
    return medians


def _typed(key: int) -> tuple:
    """The request for what goes with the words of that story, typed into the form of one that was never saved."""
    browser, window = Client(SERVER_NAME="127.0.0.1"), str(uuid.uuid4())
    browser.force_login(User.objects.first())
    article = Article.objects.get(pk=key)
    words = {"headline": article.headline, "standfirst": article.standfirst, "body": article.body}
    kept = browser.post(f"{FORMS}autosave/", form(**words) | {"autosave": window})
    assert kept.status_code == 200, kept.status_code
    return _offers, browser, window


def _offers(browser: Client, window: str) -> None:
    answer = browser.get(f"{FORMS}related/", {"window": window})
    assert "data-offer=" in answer.json()["offers"], answer.status_code


def _milliseconds(act, *given) -> float:
    """Of this process, in which SQLite works too: what else the machine does counts for nothing."""
    start = time.process_time()
    act(*given)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
