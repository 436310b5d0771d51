"""Related links to look at: the page that lists them, and what its buttons do, a click each."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from articles import replacing, roles, snapshots, workflow
from articles.admin.screens import form_of
from articles.models import Article, RelatedLink
from articles.photos.chooser import numbers
from articles.stale_links import StaleLink, replacements, to_look_at
from articles.workflow import NotPossible

PAGE = 20
CHANGED = "Something has changed since this page was made. Nothing is done yet; look at the link again."


class OtherStoryForm(forms.Form):
    """The story that is linked to instead, among those that the person may refer to."""

    new = forms.ModelChoiceField(
        Article.objects.none(), label="Another story", error_messages={"required": "Choose the other story."}
    )

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new"].widget = AutocompleteSelect(RelatedLink._meta.get_field("target"), admin.site)
        self.fields["new"].queryset = roles.choosable_by(user, Article.objects.defer("body"))


class StaleLinkViews:
    """The views, for those who change stories; what may be done to each is asked of `roles`."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        door = self.model_admin.admin_site.admin_view
        return [
            path("links/", door(self.listed), name="articles_article_links"),
            path("<int:pk>/link/<int:target>/", door(self.decide), name="articles_article_link"),
        ]

    @method_decorator(require_safe)
    def listed(self, request):
        """All of them, a page at a time, or those of one `story`."""
        if not self.model_admin.has_change_permission(request):
            raise PermissionDenied
        now = timezone.now()
        story = Article.objects.filter(pk__in=numbers(request.GET.getlist("story"))).first()
        if story and not roles.may_see(request.user, story):
            raise PermissionDenied
        page = Paginator(to_look_at(request.user, now, story), PAGE).get_page(request.GET.get("page"))
        gone = {link.story for link in page if link.is_gone}
        offers = replacements(gone, now) if gone else {}
        rows = _rows({link.story for link in page if link.is_written})
        context = self.model_admin.admin_site.each_context(request) | {
            "title": "Related links to look at",
            "opts": self.model_admin.opts,
            "story": story,
            "page": page,
            "lines": [(link, offers.get(link.story), _place(link, rows), self._form(request, link)) for link in page],
            "back": request.get_full_path(),
            "may_publish": roles.may_publish(request.user),
            "sees_all": roles.sees_all(request.user),
            "media": OtherStoryForm(request.user).media,
        }
        return render(request, "admin/articles/article/links.html", context)

    def _form(self, request, link: StaleLink) -> OtherStoryForm | None:
        if not link.is_gone:
            return None
        return OtherStoryForm(request.user, auto_id=f"id_{link.story}_{link.target}_%s")

    @method_decorator(require_POST)
    def decide(self, request, pk, target):
        """Do what was chosen for the links of a story to a target, if they are still as the page told."""
        article, target = get_object_or_404(Article, pk=pk), get_object_or_404(Article, pk=target)
        if not self.model_admin.has_change_permission(request, article):
            raise PermissionDenied
        choice = request.POST.get("choice", "")
        if choice not in CHOICES:
            return HttpResponseBadRequest("There is no such way to decide on a link.")
        found = [link for link in to_look_at(request.user, timezone.now(), article) if link.target == target.pk]
        told = [link for link in found if link.seen == request.POST.get("seen")]
        try:
            if not told:
                raise NotPossible(workflow.Problem("", CHANGED))
            done = CHOICES[choice](request, article, target, told[0])
            self.model_admin.log_change(request, article, done)
            messages.success(request, done)
        except NotPossible as refusal:
            messages.error(request, f"Nothing was changed. {refusal}" if told else CHANGED)
        return HttpResponseRedirect(_back(request))


def _refresh(request, article: Article, target: Article, link: StaleLink) -> str:
    change = replacing.to_live_words(target, [words.field for words in link.changed])
    return f"“{article}” shows what “{link.name}” says itself{_carried_out(request, change, article)}"


def _keep(request, article: Article, target: Article, link: StaleLink) -> str:
    if not link.is_written:
        raise NotPossible(
            workflow.Problem("", "The working copy does not have this link, so there is nothing to keep.")
        )
    snapshots.keep_words(article, target, *(words.field for words in link.words if words.is_own), by=request.user)
    kept = f"“{article}” kept its own words; readers see no difference."
    return f"{kept} You are asked again when “{link.name}” changes again."


def _replace(request, article: Article, target: Article, link: StaleLink) -> str:
    form = OtherStoryForm(request.user, request.POST)
    if not form.is_valid():
        raise NotPossible(*(workflow.Problem("new", text) for text in form.errors["new"]))
    new = form.cleaned_data["new"]
    change = replacing.to_another_story(article, target, new)
    return f"“{article}” leads to “{new}” instead of “{link.name}”{_carried_out(request, change, article)}"


def _take_out(request, article: Article, target: Article, link: StaleLink) -> str:
    done = _carried_out(request, replacing.without_links(target), article)
    return f"“{article}” has no link to “{link.name}” any more{done}"


CHOICES = {"refresh": _refresh, "keep": _keep, "replace": _replace, "take out": _take_out}


def _carried_out(request, change: replacing.Change, article: Article) -> str:
    """Do it in what readers see too, where the person publishes; the end of the sentence that tells so."""
    done = replacing.carry_out(change, request.user, article=article, published=roles.may_publish(request.user))
    if any(story.live for story in done.stories):
        return ". Readers see it now; nothing else of the story was published."
    return " in the working copy. Readers see it when it is published."


def _rows(stories: set[int]) -> dict[tuple[int, int], int]:
    """At which row of its story's form a link to a target stands, the first where there are several."""
    places: dict[tuple[int, int], int] = {}
    count: dict[int, int] = {}
    for story, target in RelatedLink.objects.filter(article__in=stories).values_list("article", "target"):
        count[story] = count.get(story, -1) + 1
        places.setdefault((story, target), count[story])
    return places


def _place(link: StaleLink, rows: dict[tuple[int, int], int]) -> str:
    """Where its own words are edited; "" where the working copy does not have the link."""
    if not link.is_written:
        return ""
    row = rows.get((link.story, link.target))
    if link.in_text or row is None:
        return f"{form_of(link.story)}#id_body"
    name = link.changed[0].field if link.changed else "headline"
    return f"{form_of(link.story)}#id_related_links-{row}-{name}"


def _back(request) -> str:
    """The page with the button; the list where somebody made up another one."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return f"{wanted if is_ours else reverse('admin:articles_article_links')}#links"
