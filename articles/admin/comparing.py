"""The difference between what readers see and the working copy, on a screen of its own."""

from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from articles import body as story_body
from articles import related, roles
from articles.admin.screens import StoryViews
from articles.admin.standing import standing
from articles.comparison import Names, compared
from articles.models import Article, Author, Section, Topic


class ComparingViews(StoryViews):
    """The screen, for those who may see the story."""

    def views(self):
        return {"changes": self.changes}

    @method_decorator(require_safe)
    def changes(self, request, pk) -> HttpResponse:
        article = self.story(request, pk)
        now = standing(article)
        parts = []
        if now.has_changes:
            contents = now.live.revision.content, now.latest.content
            parts = compared(*contents, names_in(contents, request.user))
        return self.show(
            request, "changes", "Changes that readers do not see", article, {"standing": now, "parts": parts}
        )


def names_in(contents: tuple[dict, ...], user) -> Names:
    """What all that the contents refer to is called; of stories, those that the person may refer to."""
    stories = set().union(*(_stories(content) for content in contents))
    choosable = roles.choosable_by(user, Article.objects.filter(pk__in=stories).defer("body"))
    return Names(
        section=_names(Section, {content["section"] for content in contents} - {None}),
        topic=_names(Topic, {pk for content in contents for pk in content["topics"]}),
        author=_names(Author, {pk for content in contents for pk in content["authors"]}),
        story={story.pk: str(story) for story in choosable},
    )


def _stories(content: dict) -> set[int]:
    return related.referred_articles(content, story_body.parse(content["body"]))


def _names(model: type, ids: set[int]) -> dict[int, str]:
    return {one.pk: str(one) for one in model.objects.filter(pk__in=ids)} if ids else {}
