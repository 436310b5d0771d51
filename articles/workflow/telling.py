"""What follows each transition: the record keeps it, and those whom it concerns are told by mail after the commit."""

from django.contrib.auth import get_user_model
from django.db import transaction

from articles.models import Article
from newsroom.accounts import mail, record

# What is told by letter, and as which of `mail.ASKED` people want it or not.
LETTERS = {name: name for name in mail.ASKED} | {"scheduled": "published"}


def tell(action: str, article: Article, by=None, **details) -> None:
    """Note in the record, with the transaction, that `by` did this to the story; an empty detail is left out.

    Where it is one of LETTERS, those concerned get one, but for who did it and who wants none.
    """
    details = {name: value for name, value in details.items() if value}
    record.note(action, article, by, **details)
    if action not in LETTERS:
        return
    words = details | {"story": article, "by": by, "address": _address(article)}
    for person in _concerned(action, article):
        if person != by and mail.wants(person, LETTERS[action]):
            _send_after_commit(action, person, words)


def _send_after_commit(letter: str, person, words: dict) -> None:
    """A mail server that fails stops no publication; it is told in the log."""

    def send():  # no partial: Django names what fails by its `__qualname__`
        mail.send(letter, person, **words)

    transaction.on_commit(send, robust=True)


def _concerned(action: str, article: Article) -> set:
    """Who should know: the editors of what is submitted, its holder of what is returned, else its own people."""
    people = get_user_model().objects
    if action == "submitted":
        return set(people.with_perm("articles.edit_any_article"))
    if action == "returned":
        return {article.holder} - {None}
    own = people.filter(pk__in=[article.created_by_id, article.holder_id]) | people.filter(
        author__in=article.authors.all()
    )
    killers = people.with_perm("articles.publish_article") if action == "killed" else []
    return {*own.distinct(), *killers}


def _address(article: Article) -> str:
    return mail.site_address(f"/admin/articles/article/{article.pk}/change/")
