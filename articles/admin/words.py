"""The words of a picture in a story beside the library's: the story's panel of pictures, and the page of choices."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from articles import replacing, snapshots, workflow
from articles.admin.where_used import overriding
from articles.models import Article, PhotoUse, Revision, Words
from articles.models.own_words import FIELDS
from articles.photos.models import Photo
from articles.roles import edits_all, may_publish
from articles.workflow import NotPossible


def pictures_of(revision: Revision | None) -> list[PhotoUse]:
    """The uses in a revision, in order, with their photos; one query."""
    if revision is None:
        return []
    return list(PhotoUse.objects.filter(revision=revision).select_related("photo").order_by("position"))


@dataclass(frozen=True)
class Choice:
    """One field of a picture in a story: each text of its own there, and what can be done about it."""

    field: str
    words: list[Words]
    library: str
    can_publish: bool
    stories: int

    @property
    def name(self) -> str:
        return FIELDS[self.field]

    @property
    def library_changed(self) -> bool:
        return any(words.library_changed for words in self.words)


class WordsViews:
    """The page, for those who may change the story."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        view = self.model_admin.admin_site.admin_view(self.words)
        return [path("<int:pk>/words/<int:photo>/", view, name="articles_article_words")]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def words(self, request, pk, photo):
        """Both texts of caption and alt text; a POST does what was chosen for one of them."""
        article, photo = get_object_or_404(Article, pk=pk), get_object_or_404(Photo, pk=photo)
        if not self.model_admin.has_change_permission(request, article):
            raise PermissionDenied
        latest = article.latest_revision()
        if request.method == "POST":
            return self._choose(request, article, photo, latest)
        live = workflow.live_edition(article)
        uses = _uses(latest and latest.pk, photo)
        shown = _uses(live and live.revision_id, photo)
        context = self.model_admin.admin_site.each_context(request) | {
            "title": f"Words of photo {photo.pk} in this story",
            "opts": self.model_admin.opts,
            "article": article,
            "photo": photo,
            "latest": latest,
            "live": live,
            "choices": [_choice(request.user, field, photo, uses, shown) for field in FIELDS] if uses or shown else [],
            "may_apply": edits_all(request.user) and may_publish(request.user),
        }
        return render(request, "admin/articles/article/words.html", context)

    def _choose(self, request, article: Article, photo: Photo, latest: Revision | None) -> HttpResponseRedirect:
        again = HttpResponseRedirect(reverse("admin:articles_article_words", args=[article.pk, photo.pk]))
        field, choice = request.POST.get("field"), request.POST.get("choice")
        if field not in FIELDS or choice not in CHOICES:
            return again
        if choice == "publish" and not may_publish(request.user):
            raise PermissionDenied
        if not latest or request.POST.get("seen") != str(latest.number):
            messages.warning(request, "The story was saved meanwhile, so nothing was changed. Look at its words again.")
            return again
        try:
            messages.success(request, CHOICES[choice](article, photo, field, request.user))
            workflow.take(article, request.user)
        except NotPossible as refusal:
            messages.error(request, f"Nothing was changed. {refusal}")
            return again
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _uses(revision: int | None, photo: Photo) -> list[PhotoUse]:
    uses = list(PhotoUse.objects.filter(revision=revision, photo=photo).order_by("position")) if revision else []
    for use in uses:
        use.photo = photo
    return uses


def _choice(user, field: str, photo: Photo, uses: list[PhotoUse], shown: list[PhotoUse]) -> Choice:
    words = (words for use in uses for words in use.words if words.field == field and words.is_own)
    seen_by_readers = any(getattr(use, field) for use in shown)
    own = list(dict.fromkeys(words))
    stories = overriding(photo, field) if own or seen_by_readers else 0
    return Choice(field, own, getattr(photo, field), seen_by_readers and may_publish(user), stories)


def _take_over(article: Article, photo: Photo, field: str, by) -> str:
    replacing.carry_out(replacing.to_library_words(photo, field), by, article=article, published=False)
    then = "Readers see it when you publish it." if workflow.live_edition(article) else "Nothing was published."
    return f"The {FIELDS[field]} of photo {photo.pk} is the library’s now, in the working copy. {then}"


def _publish(article: Article, photo: Photo, field: str, by) -> str:
    replacing.carry_out(replacing.to_library_words(photo, field), by, article=article)
    return (
        f"Readers see the library’s {FIELDS[field]} of photo {photo.pk} now. Nothing else of the story was published."
    )


def _keep(article: Article, photo: Photo, field: str, by) -> str:
    snapshots.keep_words(article, photo, field, by=by)
    kept = f"The story keeps its own {FIELDS[field]} of photo {photo.pk}; readers see no difference."
    return f"{kept} You are asked again when the library changes again."


CHOICES = {"take": _take_over, "publish": _publish, "keep": _keep}
