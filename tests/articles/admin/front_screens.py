"""What the tests of the fronts' screens share: a front as a browser shows it, and its buttons."""

from django.contrib.messages import get_messages
from selectolax.lexbor import LexborHTMLParser

from articles.fronts.slots import pins_by_slot
from articles.models import FrontDraft

LIST = "/admin/articles/arrangement/"
HOME = f"{LIST}home/"


def front(client, address=HOME, **query):
    response = client.get(address, query)
    assert response.status_code == 200, response.status_code
    return LexborHTMLParser(response.content.decode())


def step(client, asked, address=HOME, **given):
    """Press the button; what is said of it."""
    return said(client.post(address, {"step": asked} | given))


def live(client, address=HOME, **given):
    return client.post(f"{address}live/", given)


def put_live(client, address=HOME):
    return said(live(client, address, now="1"))


def said(response):
    """The last message: those before belong to screens that nobody looked at."""
    return [str(message) for message in get_messages(response.wsgi_request)][-1]


def drafted(person, section=None):
    """The stories of a person's draft by slot, in the order of their places; None without a draft."""
    draft = FrontDraft.objects.filter(editor=person, section=section).first()
    return draft and {key: [pin.article for pin in found] for key, found in pins_by_slot(draft.content).items()}


def pin_of(person, article):
    """How the story is pinned in the person's draft."""
    pinned = pins_by_slot(FrontDraft.objects.get(editor=person).content)
    return next(pin for found in pinned.values() for pin in found if pin.article == article.pk)
