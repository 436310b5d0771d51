"""One story in several windows, in every order: each word that was typed is in the story, or is offered."""

import os
from contextlib import suppress
from random import Random

import pytest

from articles import workflow
from articles.models import Article
from articles.restoring import restore
from tests.articles.admin.windows import BODY, PLACES, Window, Words
from tests.factories import change, make_article, make_photo

pytestmark = pytest.mark.django_db

NAMES = ["tab", "other tab", "colleague"]
ANSWERS = ["mine", "theirs", "both", "own", "later"]
DEEDS = {
    "type": 4,
    "save": 4,
    "answer": 3,
    "open": 1,
    "sign_out": 1,
    "publish": 1,
    "import": 1,
    "restore": 1,
    "return": 1,
}
ORDERS = int(os.environ.get("ORDERS", "6"))  # more where words are sought that get lost


@pytest.fixture
def people(editor, chief):
    return {"tab": editor, "other tab": editor, "colleague": chief}


def do_in_between(deed, article, words):
    article = Article.objects.get(pk=article.pk)
    with suppress(workflow.NotPossible):
        _do(deed, article, words)


def _do(deed, article, words):
    match deed:
        case "publish":
            workflow.publish(article)
        case "import":
            change(
                article, headline=f"{article.headline} {words.new('')}", body=f"{article.body}<p>{words.new('')}</p>"
            )
        case "restore":
            first, latest = article.revisions.get(number=1), article.latest_revision()
            words.drop(latest.content)
            restore(article, first)
        case "return":
            workflow.submit(article)
            workflow.send_back(article, "Once more.")


@pytest.fixture
def article():
    article = make_article(body=BODY.format(make_photo().pk), lead_photo=make_photo())
    article.related_links.create(url="https://example.com/", headline="Outside")
    change(article)
    return article


@pytest.mark.parametrize("order", range(ORDERS))
def test_each_word_is_in_the_story_or_offered(people, article, order):
    chance, words = Random(order), Words(article)
    windows = {name: Window(person, article, words) for name, person in people.items()}
    for deed in chance.choices(list(DEEDS), DEEDS.values(), k=14):
        window = windows[chance.choice(NAMES)]
        match deed:
            case "type":
                window.type(chance.choice(PLACES))
            case "answer":
                window.answer(chance.choice(ANSWERS))
            case "save" | "open" | "sign_out":
                getattr(window, deed)()
            case _:
                do_in_between(deed, article, words)
        assert words.lost() == set(), deed
    for window in windows.values():
        window.save()
    assert words.lost() == set()
