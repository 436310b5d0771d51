"""Putting a story into a running story: what the story's form offers, and the step that it leads to."""

from django.db import transaction
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import roles, snapshots, threads
from articles.models import Article, Revision, Thread


@transaction.atomic
def join(article: Article, thread: Thread, by=None) -> Revision | None:
    """Make the working copy part of the running story, and nothing else of it; None where it was so already.

    Readers see it once the story is published. Raises PermissionDenied for who may not change the story.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    roles.require_editing(by, article)
    article.thread = thread
    article.save(update_fields=["thread", "updated_at"])
    return snapshots.record(article, by=by, why=f"Added to the running story {thread}")


def hint(article: Article) -> SafeString | str:
    """What stands under the field where a story to which this one refers is part of a running story; else ""."""
    part = threads.offered(article) if article.pk else None
    if part is None:
        return ""
    words = '“{}” is part of “{}”. <button class="text-button" name="_join" value="{}">Add this story</button>'
    return format_html(words, part.headline, part.thread, part.thread_id)
