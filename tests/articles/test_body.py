"""What a body may hold."""

import re

import pytest
from django.utils.html import escape
from hypothesis import example, given
from hypothesis import strategies as st

from articles import body


@pytest.mark.parametrize(
    "html",
    [
        "<p>One <strong>two</strong> <em>three</em></p>",
        "<h2>Subhead</h2>",
        "<ul><li><p>One</p></li></ul>",
        "<ol><li><p>One</p></li></ol>",
        "<blockquote><p>Said</p></blockquote>",
        '<p><a href="https://example.org/x">there</a></p>',
        '<figure data-photo="12"></figure>',
        '<figure data-photo="12" data-caption="A “b” &amp; c" data-alt="d"></figure>',
        '<aside data-pull-quote="" data-by="Ann"><p>Words</p></aside>',
        '<aside data-related="3" data-headline="H"></aside>',
        '<aside data-embed="https://www.youtube.com/watch?v=abcdefghijk" data-title="T"></aside>',
    ],
)
def test_what_the_editor_writes_is_stored_as_it_is(html):
    assert body.sanitise(html) == html


@pytest.mark.parametrize(
    ("hostile", "stored"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<p onclick="x()">a</p>', "<p>a</p>"),
        ('<p style="color:red" class="x">a</p>', "<p>a</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p><a>a</a></p>"),
        ('<p><img src="https://example.org/x.gif">a</p>', "<p>a</p>"),
        (
            '<figure data-photo="12" data-src="https://x.example/"><img src=x></figure>',
            '<figure data-photo="12"></figure>',
        ),
        ('<figure data-photo="1 OR 1"></figure>', ""),
        ('<aside data-embed="https://evil.example/x"></aside>', ""),
        ('<blockquote><p>a</p><figure data-photo="9"></figure></blockquote>', "<blockquote><p>a</p></blockquote>"),
        ("<p></p><p> </p><p>a</p>", "<p>a</p>"),
    ],
)
def test_anything_else_is_dropped(hostile, stored):
    assert body.sanitise(hostile) == stored


def test_text_outside_any_block_becomes_a_paragraph():
    assert body.sanitise("loose <em>words</em><p>a</p>") == "<p>loose <em>words</em></p>\n<p>a</p>"


def test_empty_words_of_a_use_are_the_librarys():
    assert (
        body.sanitise('<figure data-photo="1" data-caption="" data-alt=" "></figure>')
        == '<figure data-photo="1"></figure>'
    )


@given(st.text(max_size=300))
@example("\xa0")
def test_sanitising_twice_changes_nothing(text):
    once = body.sanitise(text)
    assert body.sanitise(once) == once


TAGS = ["p", "ul", "li", "ol", "blockquote", "h2", "h4", "div", "a", "strong", "br", "figure", "aside"]
PIECES = [f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]
PIECES += ["x", "&nbsp;", " ", '<figure data-photo="1">', "<aside data-related=2>", "<a href=/x>"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("x<a><p>")
def test_sanitising_markup_twice_changes_nothing(html):
    once = body.sanitise(html)
    assert body.sanitise(once) == once


DEEP = ["<blockquote>", "<ul><li>", "<strong>", "<div>", "<aside data-pull-quote>", "<li><blockquote>", "<h2><li>"]
HIDING = [
    "<!--</blockquote>-->",
    "<table><td></blockquote></table>",
    '<i title="</blockquote>">',
    "<style></blockquote></style>",
]


def depth(html):
    """How deep the tags of a well-formed text nest."""
    deepest = open_now = 0
    for slash in re.findall(r"<(/?)(?!br)[a-z]", html):
        open_now += -1 if slash else 1
        deepest = max(deepest, open_now)
    return deepest


@pytest.mark.parametrize("tags", DEEP + [f"<blockquote>{hidden}" for hidden in HIDING])
def test_parser_is_given_no_deep_nesting_and_the_words_stay(tags, monkeypatch):
    """Parsers take quadratic time over it; megabytes of such tags would keep a process busy for minutes."""
    given_to_parser, real = [], body._cleaner()
    monkeypatch.setattr(body, "_cleaner", lambda: Recorder(given_to_parser, real))
    stored = body.sanitise(tags * 2000 + "<p>words</p>")
    assert "words" in stored
    assert depth(real.clean(given_to_parser[0])) <= 3 * body.DEEPEST
    assert body.sanitise(stored) == stored


class Recorder:
    def __init__(self, seen, real):
        self.seen, self.real = seen, real

    def clean(self, html):
        self.seen.append(html)
        return self.real.clean(html)


LEAVES = st.text("ab<&>\"' é", max_size=6).map(escape) | st.sampled_from(
    [
        '<figure data-photo="1" data-alt="a &lt; b &quot;c&quot;"></figure>',
        "<br>",
        '<a title="> href=/y" href="/x?a&amp;b">x</a>',
    ]
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(
        st.sampled_from(["p", "ul", "li", "blockquote", "h2", "strong", "em", "div", "span"]),
        st.lists(inner, max_size=4),
    ).map(lambda node: f"<{node[0]}>{''.join(node[1])}</{node[0]}>"),
    max_leaves=20,
)


@given(TREES)
def test_bounding_the_nesting_changes_nothing_in_a_story(html):
    assert body.sanitise(body._shallow(html)) == body.sanitise(html)


@pytest.mark.parametrize(
    "html", ["a < b", "<p>x<!-- no -->y</p>", "<p>a<script>1<2</script>b</p>", "<P CLASS=it's>a</P>"]
)
def test_bounding_the_nesting_reads_as_a_browser_does(html):
    assert body.sanitise(body._shallow(html)) == body.sanitise(html)


def test_story_of_many_links_keeps_each():
    html = "\n".join(
        f'<p>See <a href="https://example.org/{number}?a=1&amp;b=2">{number}</a></p>' for number in range(400)
    )
    assert body.sanitise(html) == html


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(lambda pieces: "".join(pieces) * 12))
def test_sanitising_much_markup_twice_changes_nothing(html):
    once = body.sanitise(html)
    assert body.sanitise(once) == once


@given(caption=st.text(max_size=80), alt=st.text(max_size=80))
def test_words_of_a_use_survive_storing(caption, alt):
    use = body.PhotoUse(5, " ".join(caption.split()), " ".join(alt.split()))
    clean = [text.replace("\x00", "") for text in (use.caption, use.alt)]
    assert body.parse(body.sanitise(body.to_html(body.PhotoUse(5, *clean)))) == [body.PhotoUse(5, *clean)]


def test_plain_text_has_the_storys_words_only():
    figure = '<figure data-photo="1" data-caption="not this"></figure>'
    html = f"<p>One <em>two</em></p>{figure}<ul><li><p>a</p></li><li><p>b</p></li></ul>"
    assert body.plain_text(body.parse(html)) == "One two\na b"


def test_first_paragraph_is_no_subhead_and_no_empty_one():
    html = "<h2>Head</h2><p> </p><ul><li><p>item</p></li></ul><p>The <em>ferry</em> sails.</p><p>Later.</p>"
    assert body.first_paragraph(body.parse(html)) == "The ferry sails."
    assert body.first_paragraph([]) == ""


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk", "YouTube"),
        ("https://youtu.be/abcdefghijk", "YouTube"),
        ("https://vimeo.com/123456789", "Vimeo"),
        ("http://www.youtube.com/watch?v=abcdefghijk", ""),
        ("https://youtube.com.evil.example/watch?v=abcdefghijk", ""),
        ("https://www.youtube.com/watch?v=abc%22onload", ""),
        ("https://example.org/", ""),
        ("https://evil.example\\@youtube.com/watch?v=abcdefghijk", ""),
    ],
)
def test_only_allowed_providers_are_embedded(url, provider):
    assert body.Embed(url).provider == provider
