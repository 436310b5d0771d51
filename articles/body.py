"""The body of a story: what may stand in it, its blocks, and what it refers to. Pure: no database.

A stored body is HTML of a few tags, and four nodes of our own that hold references and the editor's own
words only, never an address of a picture or a copy of another story:

    <figure data-photo="12" data-caption="…" data-alt="…"></figure>     a use of a photo; both words optional
    <aside data-pull-quote data-by="…"><p>…</p></aside>
    <aside data-related="34" data-headline="…" data-teaser="…"></aside>   both words optional
    <aside data-embed="https://…" data-title="…"></aside>
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qs, urlsplit

import nh3
from django.utils.html import escape
from django_prose_editor.config import allowlist_from_extensions, expand_extensions
from selectolax.lexbor import LexborHTMLParser, LexborNode

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Heading": {"levels": [2, 3]},
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Photo": True,
    "PullQuote": True,
    "RelatedStory": True,
    "Embed": True,
    "WritingSurface": True,
    "History": True,
    "NoSpellCheck": False,
}
PROVIDERS = ["YouTube", "Vimeo", "SoundCloud"]
LISTS = {"ul", "ol"}
TEXT_TAGS = {"p", "h2", "h3", "blockquote"} | LISTS
NODE_TAGS = {"figure", "aside"}
BLOCK_TAGS = TEXT_TAGS | NODE_TAGS
ANY_BLOCK = ", ".join(sorted(BLOCK_TAGS | {"li"}))

# Parsers of HTML take quadratic time over nesting, and no story nests like that.
DEEPEST = 100
NEVER_NEST = {"p", "li", "br"}  # each ends the one before it
KNOWN = BLOCK_TAGS | NEVER_NEST | {"a", "strong", "em", "b", "i", "u", "s", "span", "div", "section", "h1", "h4"}
NESTING = re.compile(r"<(?!(?:p|li|br)\b)[a-z]", re.IGNORECASE)
TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:[!?]|/(?![a-z]))[^>]*>?|<(script|style)(?=[\s/>]).*?(?:</\1\s*>|\Z)"
    r"""|<(/?)([a-z][^\s/>]*)((?:[^>=]|=\s*+"[^"]*"|=\s*+'[^']*'|=(?!\s*["']))*+)>"""
    r"|</?[a-z].*|<",
    re.IGNORECASE | re.DOTALL,
)
ATTRIBUTE = re.compile(r"""([^\s"'/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")


@dataclass(frozen=True)
class Text:
    """A run of ordinary markup: one paragraph, subhead, list or quotation."""

    html: str
    tag: str = "p"


@dataclass(frozen=True)
class PhotoUse:
    """A photo placed in a story, with the editor's words for this use; empty: the library's own."""

    photo: int
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True)
class PullQuote:
    text: str
    by: str = ""


@dataclass(frozen=True)
class RelatedStory:
    """Another story, shown in the text by its live edition; empty: that edition's own words."""

    article: int
    headline: str = ""
    teaser: str = ""


@dataclass(frozen=True)
class Embed:
    """Something of another site's, shown as a box that loads nothing before the reader's click."""

    url: str
    title: str = ""

    @property
    def provider(self) -> str:
        """The provider's name, "" where the address is of none that we allow."""
        return provider_and_frame(self.url)[0]

    @property
    def frame(self) -> str:
        """The address to load in a frame after the click."""
        return provider_and_frame(self.url)[1]


Block = Text | PhotoUse | PullQuote | RelatedStory | Embed


def provider_and_frame(url: str) -> tuple[str, str]:
    """The allow-listed provider of `url` and its frame's address; ("", "") for any other address."""
    if re.search(r"[\\@\s\x00-\x1f]", url):
        return "", ""  # browsers and urlsplit would not agree on the host
    try:
        parts = urlsplit(url)
    except ValueError:  # "https://[": no address at all
        return "", ""
    if parts.scheme != "https":
        return "", ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if host in {"youtube.com", "youtu.be", "youtube-nocookie.com"}:
        video = parse_qs(parts.query).get("v", [parts.path.rstrip("/").rpartition("/")[2]])[0]
        if re.fullmatch(r"[\w-]{11}", video, re.ASCII):
            return "YouTube", f"https://www.youtube-nocookie.com/embed/{video}?autoplay=1"
    if host == "vimeo.com" and (match := re.fullmatch(r"/([0-9]{5,12})/?", parts.path)):
        return "Vimeo", f"https://player.vimeo.com/video/{match[1]}?autoplay=1&dnt=1"
    if host == "soundcloud.com" and re.fullmatch(r"/[\w-]+/[\w-]+/?", parts.path, re.ASCII):
        return "SoundCloud", f"https://w.soundcloud.com/player/?url=https%3A//soundcloud.com{parts.path}"
    return "", ""


@cache
def _cleaner() -> nh3.Cleaner:
    """The allow-list comes from the editor's extensions, so what can be written is what may be stored."""
    allowed = allowlist_from_extensions(expand_extensions(EXTENSIONS))
    allowed["attributes"]["a"] = {"href"}
    allowed["attributes"].pop("ol", None)
    return nh3.Cleaner(**allowed)


def sanitise(html: str) -> str:
    """`html` with nothing in it that a body may not hold, one block a line, empty blocks left out.

    Tags, attributes and link protocols that the editor does not offer are dropped and their text kept;
    text outside any block becomes a paragraph; nodes of ours are written anew from what they refer to. Tags deeper
    than DEEPEST are dropped like those, which keeps the time in proportion to the length.
    """
    if sum(1 for _ in NESTING.finditer(html)) > DEEPEST:
        html = _shallow(html)
    return "\n".join(to_html(block) for block in parse(_cleaner().clean(html)))


def _shallow(html: str) -> str:
    """`html` with plain tags only, none nested deeper than DEEPEST, written so that no parser reads it otherwise."""
    nested: list[str] = []

    def rewritten(token: re.Match[str]) -> str:
        name = (token[3] or "").lower()
        if token[0] == "<":
            return "&lt;"
        if name not in KNOWN:  # a comment, a script, a tag cut off at the end, or one that no body has
            return ""
        if token[2]:
            if nested and nested[-1] == name:
                nested.pop()
            return f"</{name}>"
        if name not in NEVER_NEST:
            if len(nested) == DEEPEST:
                return ""
            nested.append(name)
        return f"<{name}{''.join(map(_attribute, ATTRIBUTE.finditer(token[4])))}>"

    return TOKEN.sub(rewritten, html)


def _attribute(found: re.Match[str]) -> str:
    if not re.fullmatch(r"href|lang|title|data-[a-z-]+", found[1], re.IGNORECASE):
        return ""
    value = next((text for text in found.groups()[1:] if text is not None), "")
    return f' {found[1]}="{value.replace("<", "&lt;").replace(">", "&gt;").replace(chr(34), "&quot;")}"'


def parse(html: str) -> list[Block]:
    """The blocks of a sanitised body, in order."""
    root = LexborHTMLParser(f"<body>{html}</body>").body
    return list(_blocks(root)) if root else []


def _blocks(root: LexborNode) -> Iterator[Block]:
    stray = ""
    for node in root.iter(include_text=True):
        if _is_loose(node):
            stray += node.html or ""
            continue
        yield from _paragraph(stray)
        stray = ""
        yield from _block(node) if node.tag in BLOCK_TAGS else _blocks(node)
    yield from _paragraph(stray)


def _is_loose(node: LexborNode) -> bool:
    """Whether a node is text or inline; an item outside its list, or what wraps a block, is only unwrapped."""
    return node.tag not in BLOCK_TAGS | {"li"} and (node.is_text_node or not node.css_first(ANY_BLOCK))


def _paragraph(stray: str) -> Iterator[Block]:
    """The paragraph that text outside any block becomes; none where it is nothing but spaces, hard ones too."""
    if stray.strip() and LexborHTMLParser(stray).root.text(strip=True):
        yield Text(f"<p>{stray.strip()}</p>")


def _block(node: LexborNode) -> Iterator[Block]:
    if node.tag in NODE_TAGS:
        if found := _node(node):
            yield found
        return
    for nested in node.css(", ".join(NODE_TAGS)):
        nested.decompose()  # a node of ours stands between blocks, never inside one
    if node.text(strip=True):
        yield Text(node.html, node.tag)


def _node(node: LexborNode) -> Block | None:
    at = node.attributes
    if (photo := _id(at.get("data-photo"))) is not None:
        return PhotoUse(photo, _words(at, "data-caption"), _words(at, "data-alt"))
    if (article := _id(at.get("data-related"))) is not None:
        return RelatedStory(article, _words(at, "data-headline"), _words(at, "data-teaser"))
    if "data-pull-quote" in at and (words := _squeeze(node.text(separator=" "))):
        return PullQuote(words, _words(at, "data-by"))
    if at.get("data-embed") and provider_and_frame(at["data-embed"])[0]:
        return Embed(at["data-embed"], _words(at, "data-title"))
    return None


def _id(value: str | None) -> int | None:
    """The number of what a node refers to; 0, which nothing has, for one out of bounds: it is refused, not dropped."""
    if not value or not re.fullmatch(r"-?[0-9]+", value):
        return None
    return int(value) if re.fullmatch(r"[0-9]{1,18}", value) else 0


def _words(attributes: dict[str, str | None], name: str) -> str:
    return _squeeze(attributes.get(name) or "")


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def to_html(block: Block) -> str:
    """The stored form of one block."""
    match block:
        case Text(html):
            return html
        case PhotoUse(photo, caption, alt):
            return f"<figure{_data(photo=photo, caption=caption, alt=alt)}></figure>"
        case PullQuote(text, by):
            return f'<aside data-pull-quote=""{_data(by=by)}><p>{escape(text)}</p></aside>'
        case RelatedStory(article, headline, teaser):
            return f"<aside{_data(related=article, headline=headline, teaser=teaser)}></aside>"
        case Embed(url, title):
            return f"<aside{_data(embed=url, title=title)}></aside>"


def _data(**values: object) -> str:
    return "".join(f' data-{name}="{escape(str(value))}"' for name, value in values.items() if value != "")


def photo_uses(blocks: list[Block]) -> list[PhotoUse]:
    """The uses of photos, in the order in which they stand."""
    return [block for block in blocks if isinstance(block, PhotoUse)]


def related_stories(blocks: list[Block]) -> list[RelatedStory]:
    """The other stories shown in the text."""
    return [block for block in blocks if isinstance(block, RelatedStory)]


def embeds(blocks: list[Block]) -> list[Embed]:
    """The boxes of other sites' things."""
    return [block for block in blocks if isinstance(block, Embed)]


def plain_text(blocks: list[Block]) -> str:
    """The words of the story itself, without captions and other stories' headlines; one block a line."""
    texts = (block for block in blocks if isinstance(block, Text))
    return "\n".join(
        _squeeze(LexborHTMLParser(block.html).body.text(separator=" " if block.tag in LISTS else "")) for block in texts
    )


def first_paragraph(blocks: list[Block]) -> str:
    """The words of the first paragraph that has any."""
    paragraphs = (plain_text([block]) for block in blocks if isinstance(block, Text) and block.tag == "p")
    return next(filter(None, paragraphs), "")


def links(html: str) -> list[str]:
    """Where the links of a body lead, in their order, each once."""
    found = (node.attributes.get("href") for node in LexborHTMLParser(html).css("a[href]"))
    return list(dict.fromkeys(filter(None, found)))
