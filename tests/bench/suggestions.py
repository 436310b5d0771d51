"""`python -m tests.bench.suggestions [number]`: what working out suggestions takes, with few stories and with many.

Fills the database of DATA_DIR, else one of its own, with 100,000 stories, then times what an editor waits for: what
follows a save, and the list that is asked for while they type. The words are as news has them: 300,000, of which few
stand everywhere and most in some stories, and 40 a subject, on which a dozen stories are written.
"""

# Django is set up for a folder of its own before anything of it is imported.
# ruff: noqa: E402

import os
import random
import statistics
import sys
import tempfile
import time
from itertools import accumulate

os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="newsroom-bench-"))

import django

django.setup()

from django.core.management import call_command

from articles import suggestions
from articles.models import Article
from newsroom.accounts.models import User
from tests.bench import stories
from tests.factories import make_section

VOCABULARY, ABOUT = 300_000, 40  # words of the paper, and of a subject
A_SUBJECT = 12  # stories
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
    call_command("migrate", verbosity=0)
    if not User.objects.exists():
        User.objects.create_superuser("bench", "bench@example.org", "x")
        for _ in range(6):
            make_section()
    if Article.objects.count() < number:
        stories.fill(number, as_news(number))
    keys = random.Random(3).sample(list(Article.objects.values_list("pk", flat=True)), ROUNDS)
    _show("after a save", [_milliseconds(suggestions.work_out, [key]) for key in keys])


def _milliseconds(act, *given) -> float:
    start = time.perf_counter()
    act(*given)
    return (time.perf_counter() - start) * 1000


def _show(name: str, took: list[float]) -> None:
    print(f"{name:<28} median {statistics.median(took):5.0f} ms, least {min(took):5.0f}, most {max(took):5.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
