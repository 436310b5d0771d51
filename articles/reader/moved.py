"""What readers are answered where no page stands: the way on, that a story was withdrawn, or that there is nothing."""

from datetime import datetime

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.http import escape_leading_slashes

from articles import addresses, keys
from articles.models import Address, Edition, Publication, Withdrawal
from articles.reader import hits
from articles.reader.page import Page, is_elsewhen


def moved(request: HttpRequest) -> HttpResponse:
    """301 to where the address leads in one hop, 410 if its story was withdrawn, else 404.

    Of the query only what belongs to the address is looked at, and none of it goes on with the reader: the way leads
    where the newsroom said, and one answer serves all.
    """
    page = Page()
    asked = addresses.asked(request.path_info, request.GET)
    page.keys |= {keys.address_key(one) for one in asked}
    address = addresses.find(request.path_info, request.GET, page.at)
    if address is None:
        return _with_slash(request, page)
    if address.article_id:
        return _to_story(request, page, address)
    return _to_page(request, page, address)


def _to_story(request, page, address):
    page.keys.add(keys.article_key(address.article_id))
    editions = Edition.objects.filter(article=address.article_id)
    page.changes += editions.filter(live_from__gt=page.at).values_list("live_from", flat=True)
    if _is_unknown_yet(address, editions, page.at):
        return _nothing(request, page)
    if live := editions.live(page.at).first():
        page.changes.append(live.ends)
        return _on(page, address, live.path)
    withdrawal = _withdrawal(address.article_id, page.at)
    if withdrawal is None and not editions.filter(live_from__lte=page.at).exists():
        return _nothing(request, page)
    page.subject(Publication.objects.all())
    return page.render(request, "410.html", {"withdrawal": withdrawal}, status=410)


def _to_page(request, page, address):
    """To a page of ours as long as it is there, or outside."""
    if not addresses.leads_outside(address):
        found = addresses.page_at(address.target, page.at)
        if found is None:
            return _nothing(request, page)
        page.keys |= {keys.key_of(found)} if isinstance(found, Model) else set()
    return _on(page, address, address.target)


def _is_unknown_yet(address: Address, editions, at: datetime) -> bool:
    """Whether it is where the story is only going to stand: it tells readers nothing."""
    own = editions.filter(path=address.path)
    is_own = address.origin == Address.Origin.STORY and own.exists()
    return is_own and not own.filter(live_from__lte=at).exists()


def _withdrawal(article: int, at: datetime) -> Withdrawal | None:
    """Why the story is not there; one that was killed since has been gone for whoever looks back."""
    own = Withdrawal.objects.filter(article=article)
    return own.done(at).first() or own.in_force().first()


def _on(page: Page, address: Address, to: str) -> HttpResponse:
    if not is_elsewhen():
        hits.count(address, page.at)
    return page.sign(HttpResponsePermanentRedirect(to))


def _with_slash(request, page):
    """To the page whose address was given without its last slash, as Django's middleware would lead there."""
    if not request.path_info.endswith("/") and _may_stand(f"{request.path_info}/"):
        to = escape_leading_slashes(request.get_full_path(force_append_slash=True))
        return page.sign(HttpResponsePermanentRedirect(to))
    return _nothing(request, page)


def _may_stand(path: str) -> bool:
    try:
        return resolve(path).url_name != "unknown"
    except Resolver404:
        return False


def _nothing(request, page):
    page.subject(Publication.objects.all())
    return page.render(request, "404.html", {}, status=404)
