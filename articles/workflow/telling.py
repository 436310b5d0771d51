"""What follows each transition: the record keeps it, and those whom it concerns are told."""

from articles.models import Article


def tell(action: str, article: Article, by=None, **details) -> None:
    """Note in the record, with the transaction, that `by` did this to the story."""
