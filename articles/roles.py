"""Who may do what to a story: the one place that says so, for the admin's screens and for every transition.

`None` stands for the newsroom's machine: a command or an import, which whoever runs it answers for.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import Article, Byline, Edition

SEES_ALL = ("articles.view_any_article", "articles.edit_any_article", "articles.publish_article")


def own(user) -> QuerySet:
    """The ids of the stories of a person: those that they began, have in hand, or stand in the byline of.

    Each of the three is looked up by its own index; joined by OR, the databases read all stories for them.
    """
    begun, held = (Article.objects.order_by().filter(**{name: user}) for name in ("created_by", "holder"))
    bylines = Byline.objects.order_by().filter(author__user=user)
    return begun.values("pk").union(held.values("pk"), bylines.values("article"))


def is_own(user, article: Article) -> bool:
    if user.pk in (article.created_by_id, article.holder_id):
        return True
    return article.bylines.filter(author__user=user).exists()


def visible_to(user, stories: QuerySet) -> QuerySet:
    """Those of the stories that the person may see."""
    if sees_all(user):
        return stories
    if not _works_on_stories(user):
        return stories.none()
    return stories.filter(pk__in=own(user))


def choosable_by(user, stories: QuerySet) -> QuerySet:
    """Those of the stories that the person may refer to: what readers see of them is known to all.

    Where working copies may not be seen each is `known_as` what readers know it as.
    """
    if sees_all(user):
        return stories
    live = Exists(Edition.objects.live().filter(article=OuterRef("pk")))  # asked of each, for live ones are nearly all
    allowed = Q(pk__in=visible_to(user, Article.objects.all()).values("pk")) | Q(live)
    return stories.filter(allowed).annotate(known_as=Coalesce(headline_of(OuterRef("pk")), F("headline")))


def headline_of(story) -> Subquery:
    """The headline under which readers know a story now; NULL where they do not."""
    return Subquery(Edition.objects.live().filter(article=story).values("headline")[:1])


def sees_all(user) -> bool:
    return _works_on_stories(user) and any(user.has_perm(permission) for permission in SEES_ALL)


def _works_on_stories(user) -> bool:
    return user.has_perm("articles.view_article") or user.has_perm("articles.change_article")


def may_see(user, article: Article) -> bool:
    return sees_all(user) or (_works_on_stories(user) and is_own(user, article))


def edits_all(user) -> bool:
    """Whether the person edits, reviews and hands on the stories of others too."""
    return user.has_perm("articles.change_article") and user.has_perm("articles.edit_any_article")


def may_edit(user, article: Article) -> bool:
    """Reporters change their own drafts; what was submitted is in the editors' hands until it comes back."""
    if edits_all(user):
        return True
    in_hand = article.stage == Article.Stage.DRAFT
    return in_hand and user.has_perm("articles.change_article") and is_own(user, article)


def editable_by(user, stories: QuerySet) -> QuerySet:
    """Those of the stories that the person may change, as `may_edit` says of each."""
    if edits_all(user):
        return stories
    if not user.has_perm("articles.change_article"):
        return stories.none()
    return stories.filter(pk__in=own(user), stage=Article.Stage.DRAFT)


def may_share(user, article: Article) -> bool:
    """Whether the person may let people without an account see the story before readers do."""
    return may_edit(user, article) or (may_publish(user) and may_see(user, article))


def may_take_back(user, article: Article) -> bool:
    """Whether the person may make a draft again of what was submitted: its own people and editors may."""
    return edits_all(user) or (user.has_perm("articles.change_article") and is_own(user, article))


def may_publish(user) -> bool:
    """Whether the person publishes, schedules, corrects and withdraws."""
    return user.has_perm("articles.publish_article")


def may_arrange(user) -> bool:
    """Whether the person arranges fronts and sets the breaking-news line."""
    return user.has_perm("articles.arrange_front")


def may_kill(user) -> bool:
    return user.has_perm("articles.kill_article")


def require(by, allowed: bool) -> None:
    """Raise PermissionDenied unless it is allowed to `by`, or done by the machine."""
    if by is not None and not allowed:
        raise PermissionDenied


def require_editing(by, article: Article) -> None:
    require(by, by is None or may_edit(by, article))


def require_editor(by) -> None:
    require(by, by is None or edits_all(by))


def require_publisher(by) -> None:
    require(by, by is None or may_publish(by))


def require_arranger(by) -> None:
    require(by, by is None or may_arrange(by))


def require_killer(by) -> None:
    require(by, by is None or may_kill(by))
