"""Two contents of a story beside each other, part by part: what went and what came. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from articles import body as story_body
from articles.words_compared import Run, compare

TEXTS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "body": "Text",
    "dateline": "Dateline",
    "kind": "Kind",
    "language": "Language",
    "slug": "Slug",
}


@dataclass(frozen=True)
class Part:
    """A part of the story that differs, with what became of its words; `note` says what words cannot."""

    title: str
    runs: list[Run]
    note: str = ""


@dataclass(frozen=True)
class Names:
    """What sections, topics, authors and stories are called, by their ids; who is left out is told by number."""

    section: dict[int, str]
    topic: dict[int, str]
    author: dict[int, str]
    story: dict[int, str]

    def of(self, kind: str, pk: int) -> str:
        return getattr(self, kind).get(pk, f"{kind.capitalize()} {pk}")


def compared(before: dict, after: dict, names: Names) -> list[Part]:
    """The parts of two contents that differ, in the order of the form; empty if readers would see no difference."""
    old, new = dict(_parts(before, names)), dict(_parts(after, names))
    found = []
    for title, words in new.items():
        if old[title] != words:
            found.append(Part(title, compare(old[title], words)))
        elif title == TEXTS["body"] and before["body"] != after["body"]:
            found.append(Part(title, [], "Only bold and italic type, or the kind of a paragraph, changed."))
    return found


def _parts(content: dict, names: Names) -> Iterator[tuple[str, str]]:
    """Each part in words, one of a list a line."""
    for field in ("headline", "standfirst"):
        yield TEXTS[field], content[field]
    yield TEXTS["body"], "\n\n".join(in_words(block, names) for block in story_body.parse(content["body"]))
    yield "Lead picture", _photo(story_body.PhotoUse(**content["lead"])) if content["lead"] else ""
    yield "Byline", "\n".join(names.of("author", pk) for pk in content["authors"])
    yield "Section", names.of("section", content["section"]) if content["section"] else ""
    yield "Topics", "\n".join(names.of("topic", pk) for pk in content["topics"])
    for field in ("kind", "dateline", "language", "slug"):
        yield TEXTS[field], content[field]
    yield "Related stories", "\n".join(_link(link, names) for link in content["related"])


def in_words(block: story_body.Block, names: Names) -> str:
    """A block of the text in words: a link with its address, a node of ours by what it refers to."""
    match block:
        case story_body.Text():
            return _text(block.html)
        case story_body.PhotoUse():
            return _photo(block)
        case story_body.PullQuote():
            return f"Pull quote: {block.text}" + (f" ({block.by})" if block.by else "")
        case story_body.RelatedStory():
            words = " – ".join(filter(None, [block.headline, block.teaser]))
            return f"Related story: {names.of('story', block.article)}" + (f" ({words})" if words else "")
        case story_body.Embed():
            return f"Embed: {block.url}" + (f" ({block.title})" if block.title else "")


def _text(html: str) -> str:
    tree = LexborHTMLParser(f"<body>{html}</body>")
    for link in tree.css("a[href]"):
        link.insert_after(f" [{link.attributes['href']}]")
    for end in tree.css("br, li, p"):
        end.insert_after("\n")
    return tree.body.text().strip()


def _photo(use: story_body.PhotoUse) -> str:
    words = [f"Photo {use.photo}"]
    words += [f"Caption: {use.caption}"] if use.caption else []
    words += [f"Alt text: {use.alt}"] if use.alt else []
    return "\n".join(words)


def _link(link: dict, names: Names) -> str:
    leads_to = names.of("story", link["target"]) if link["target"] else link["url"] or "No story yet"
    words = " – ".join(filter(None, [link["headline"], link["teaser"]]))
    return f"{leads_to} ({words})" if words else leads_to
