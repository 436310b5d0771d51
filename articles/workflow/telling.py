"""What follows each transition: the record keeps it, and those whom it concerns are told."""

from articles.models import Article
from newsroom.accounts.record import note


def tell(action: str, article: Article, by=None, **details) -> None:
    """Note in the record, with the transaction, that `by` did this to the story."""
    note(action, article, by=by, **details)
