"""Pages as a reader's browser gets them."""

from datetime import timedelta

from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.models import RelatedLink
from articles.sponsors.models import Placement
from tests.factories import change


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200, response.status_code
    return LexborHTMLParser(response.content.decode())


def texts(html, selector):
    return [" ".join(node.text().split()) for node in html.css(selector)]


def place(slot="top", **fields):
    start = timezone.now() - timedelta(hours=1)
    defaults = {
        "label": "Advertisement",
        "advertiser": "Ropes Ltd",
        "text": "Good ropes",
        "link": "https://example.org/r",
    }
    times = {"disclosure": "Paid for by Ropes Ltd.", "starts_at": start, "ends_at": start + timedelta(days=1)}
    return Placement.objects.create(slot=slot, **defaults | times | fields)


ADDRESSES = [
    "/",
    "/latest/",
    "/section/harbour/",
    "/thread/the-ferry/",
    "/topic/ferry/",
    "/author/ann-lee/",
    "/corrections/",
    "/about/",
]


def link(story, target=None, **fields):
    RelatedLink.objects.create(article=story, target=target, **fields)
    change(story)
    return (workflow.update if workflow.live_edition(story) else workflow.publish)(story)
