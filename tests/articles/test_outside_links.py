"""Links to other sites: which those are, and what readers and search engines are told of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from articles.body import sanitise
from articles.outside_links import LONGEST_SHOWN, domain, is_outside, outside_links, rel, with_rel


@pytest.fixture(autouse=True)
def _own_address(settings):
    settings.SITE_URL = "https://news.example.org"


@pytest.mark.parametrize(
    "href",
    [
        "https://example.com/", "http://example.com", "HTTPS://Example.com/", "//example.com/a", "\\\\example.com\\a",
        "https://news.example.org.evil.example/", "https://news.example.org@evil.example/", "https://[::1]/",
        "https://news.example.org:8443/",
    ],
)  # fmt: skip
def test_other_sites_are_outside(href):
    assert is_outside(href)


@pytest.mark.parametrize(
    "href",
    ["/2026/03/05/ferry/", "#part", "?page=2", "ferry/", "https://news.example.org/about/", "HTTP://NEWS.example.org",
     "mailto:desk@example.com", "tel:123", ""],
)  # fmt: skip
def test_own_pages_and_letters_are_not(href):
    assert not is_outside(href)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.example.org/report?a=1#b", "example.org"),
        ("http://EXAMPLE.org:8080", "example.org"),
        ("https://reader:secret@example.org/", "example.org"),
        ("https://wwwhere.example/", "wwwhere.example"),
        ("https://münchen.example/", "münchen.example"),
        ("https://xn--mnchen-3ya.example/", "münchen.example"),
        ("https://пример.рф/", "пример.рф"),
        ("https://аррӏе.com/", "xn--80ak6aa92e.com"),
        ("https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"),
        ("https://xn--999999999.example/", "xn--999999999.example"),
        ("https://192.0.2.7/", "192.0.2.7"),
        ("https://[2001:db8::1]:443/a", "[2001:db8::1]"),
        ("ferry/", ""),
    ],
)
def test_source_is_shown_as_a_domain(url, shown):
    assert domain(url) == shown


def test_of_a_very_long_host_the_end_is_shown():
    shown = domain(f"https://{'bank.example.' * 20}evil.example/")
    assert (shown[0], shown[-12:], len(shown)) == ("…", "evil.example", LONGEST_SHOWN + 1)


@given(st.text())
def test_any_text_has_a_domain_or_none(text):
    assert "/" not in domain(f"https://{text}")
    assert isinstance(is_outside(text), bool)


def links_of(html):
    return {link.attributes["href"]: link.attributes.get("rel") for link in LexborHTMLParser(html).css("a")}


def test_links_to_other_sites_say_so():
    html = sanitise('<p><a href="https://example.com/?a=1&amp;b=2">A</a> <a href="/about/">B</a></p>')
    assert links_of(with_rel(html, rel(False))) == {
        "https://example.com/?a=1&b=2": "external noopener",
        "/about/": None,
    }


def test_links_of_what_somebody_paid_for_are_paid_too():
    html = with_rel(sanitise('<p><a href="https://example.com/">A</a></p>'), rel(True))
    assert links_of(html) == {"https://example.com/": "external sponsored nofollow noopener"}


@given(st.text(), st.text())
def test_text_is_otherwise_left_as_it_is(words, path):
    link = LexborHTMLParser("<p><a>x</a></p>").css_first("a")
    link.attrs["href"] = f"https://example.com/{path}"
    html = sanitise(f"<p>{link.html}</p>") + sanitise(f"<p>{words}</p>")
    assert with_rel(html, "external").replace(' rel="external"', "") == html


def test_links_of_text_and_box_are_found_once_and_without_fragment():
    related = [{"url": url} for url in ("", "https://b.example/#x", "https://a.example/")]
    body = '<p><a href="https://a.example/#one">A</a> <a href="//c.example/">C</a> <a href="/d/">D</a></p>'
    found = outside_links({"body": body, "related": related})
    assert found == ["https://a.example/", "https://c.example/", "https://b.example/"]
