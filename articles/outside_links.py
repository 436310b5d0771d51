"""Links to other sites: which those are, what they say of themselves, and which a story has. Pure."""

import re
import unicodedata
from contextlib import suppress
from html import unescape
from urllib.parse import urldefrag, urlsplit

from django.conf import settings

from articles import body as story_body

LONGEST_SHOWN = 40  # characters of a host; what it ends with says whose it is
HOST = re.compile(r"\s*(?:https?:)?[/\\]{2,}([^/\\?#]*)", re.IGNORECASE)  # as browsers read an address
LINK = re.compile(r'<a href="([^"]*)"')  # as the sanitiser writes one


def is_outside(href: str) -> bool:
    """Whether the link leads to another site."""
    found = HOST.match(href)
    return bool(found) and found[1].rpartition("@")[2].lower() != urlsplit(settings.SITE_URL).netloc.lower()


def rel(is_sponsored: bool) -> str:
    """What the links of a story to other sites say to search engines; those in what somebody paid for are paid too."""
    return "external sponsored nofollow noopener" if is_sponsored else "external noopener"


def with_rel(html: str, words: str) -> str:
    """A sanitised piece of text whose links to other sites say so."""
    return LINK.sub(lambda link: f'{link[0]} rel="{words}"' if is_outside(unescape(link[1])) else link[0], html)


def domain(url: str) -> str:
    """The host of an address as readers are told it, without its port; "" where it has none.

    It stands in the letters of its language where all are of one script, so that none is passed off as another's.
    """
    found = HOST.match(url)
    host = re.sub(r":\d*$", "", found[1].rpartition("@")[2]) if found else ""
    shown = _in_letters(ascii_host(host).removeprefix("www."))
    return shown if len(shown) <= LONGEST_SHOWN else f"…{shown[-LONGEST_SHOWN:]}"


def ascii_host(host: str) -> str:
    """The host as the network has it: small letters, those beyond ASCII in punycode (RFC 3492)."""
    labels = unicodedata.normalize("NFKC", host.lower()).split(".")
    return ".".join(label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in labels)


def _in_letters(host: str) -> str:
    letters = host
    with suppress(UnicodeError):
        labels = (label[4:].encode().decode("punycode") if label[:4] == "xn--" else label for label in host.split("."))
        letters = ".".join(labels)
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in letters if letter.isalpha()}
    is_plain = all(letter.isalnum() or letter in ".-" for letter in letters)
    return letters if is_plain and len(scripts) == 1 else host


def outside_links(content: dict) -> list[str]:
    """Where a revision's content leads outside, in its text and its related links, each once and without a fragment."""
    hrefs = [*story_body.links(content["body"]), *(link["url"] for link in content["related"])]
    whole = (f"https:{href}" if href.startswith("//") else href for href in hrefs if is_outside(href))
    return list(dict.fromkeys(urldefrag(href.strip())[0] for href in whole))
