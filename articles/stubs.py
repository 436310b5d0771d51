"""Stubs, the copied headlines whose story was not here: which story they may be, and which of them may be a story."""

from datetime import datetime

from articles import search
from articles.headlines import SHORTEST, fits, headline_key, is_cut
from articles.models import Article, Edition, RelatedLink

MOST = 20  # stories that are looked at for one stub


def waiting_for(article: Article) -> list[RelatedLink]:
    """The stubs in other stories that have the story's headline, or its beginning."""
    whole = headline_key(article.headline)
    begins = [whole[:end] for end in range(SHORTEST, len(whole))]
    rows = RelatedLink.objects.stubs().filter(headline_key__in=[whole, *begins]).exclude(article=article)
    return [row for row in rows.order_by("article", "pk") if fits(row.headline, article.headline)]


def candidates(stub: RelatedLink, at: datetime) -> list[Article]:
    """The stories that readers see at `at` or will see, and that the stub may be; never the one it stands in."""
    words = search.split(stub.headline)
    phrase = words[:-1] if is_cut(stub.headline) else words  # a cut may have gone through the last word
    if not phrase:
        return []
    seen = Article.objects.filter(pk__in=Edition.objects.not_over(at).values("article")).exclude(pk=stub.article_id)
    found = search.matching(seen, f'"{" ".join(phrase)}"', only_headline=True).only("headline")
    return [article for article in found.order_by("pk")[:MOST] if fits(stub.headline, article.headline)]
