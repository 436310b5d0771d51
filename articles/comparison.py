"""Two contents of a story beside each other, part by part: what went, what came and what moved. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser

from articles import body as story_body
from articles.blocks_compared import CAME, CHANGED, LEFT, MOVED, WENT, Alike, Step, steps
from articles.words_compared import ADDED, REMOVED, SAME, Run, compare

TITLES = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "body": "Text",
    "lead": "Lead picture",
    "authors": "Byline",
    "section": "Section",
    "thread": "Running story",
    "topics": "Topics",
    "kind": "Kind",
    "advertiser": "Paid for by",
    "dateline": "Dateline",
    "language": "Language",
    "slug": "Slug",
    "related": "Related stories",
}
AROUND = 1  # blocks that are shown before and after what differs; the rest of what stayed is folded


@dataclass(frozen=True)
class Row:
    """A block, or all of a part that has none, with what became of its words; `tag` is the element it is read as.

    `note` says what the words do not; `photo` is the picture, as `Names` has it.
    """

    kind: str
    runs: list[Run]
    tag: str = "p"
    note: str = ""
    photo: object = None

    @property
    def before(self) -> list[Run]:
        """The words as they were; none where nothing stood."""
        return [] if self.kind in {CAME, MOVED} else [run for run in self.runs if run.kind != ADDED]

    @property
    def after(self) -> list[Run]:
        """The words as they became; none where nothing stands."""
        return [] if self.kind in {WENT, LEFT} else [run for run in self.runs if run.kind != REMOVED]

    @property
    def note_before(self) -> str:
        """The note, where it is about what stood there."""
        return self.note if self.kind == LEFT else ""

    @property
    def note_after(self) -> str:
        return "" if self.kind == LEFT else self.note


@dataclass(frozen=True)
class Stretch:
    """Rows that follow each other; `is_folded` where they stayed, and are far from what differs."""

    is_folded: bool
    rows: list[Row]


@dataclass(frozen=True)
class Part:
    """A part of the story that differs; `field` is its name in the content."""

    field: str
    rows: list[Row]

    @property
    def title(self) -> str:
        return TITLES[self.field]

    @property
    def stretches(self) -> Iterator[Stretch]:
        differ = [at for at, row in enumerate(self.rows) if row.kind != SAME]
        near = {at + by for at in differ for by in range(-AROUND, AROUND + 1)}
        for is_far, group in groupby(enumerate(self.rows), lambda numbered: numbered[0] not in near):
            rows = [row for _, row in group]
            yield Stretch(is_far and len(rows) > AROUND, rows)


@dataclass(frozen=True)
class Names:
    """What all that a content refers to is called, by ids; what is left out is told by number.

    Of a photo it is whatever tells its name as text, and is handed on to who shows the row.
    """

    section: dict[int, str]
    thread: dict[int, str]
    topic: dict[int, str]
    author: dict[int, str]
    story: dict[int, str]
    photo: dict[int, object]

    def of(self, kind: str, pk: int) -> str:
        return getattr(self, kind).get(pk, f"{kind.capitalize()} {pk}")


def compared(before: dict, after: dict, names: Names) -> list[Part]:
    """The parts of two contents that differ, in the order of the form."""
    return [Part(field, _rows(field, before, after, names)) for field in TITLES if before[field] != after[field]]


def _rows(field: str, before: dict, after: dict, names: Names) -> list[Row]:
    if field in BLOCKS:
        return [_row(step, names) for step in steps(BLOCKS[field](before), BLOCKS[field](after), became())]
    old, new = told(field, before[field], names), told(field, after[field], names)
    return [Row(CHANGED, compare(old, new), field, "" if old != new else "What was copied with them changed.")]


def _lead(content: dict) -> list[story_body.Block]:
    return [story_body.PhotoUse(**content["lead"])] if content["lead"] else []


BLOCKS = {"body": lambda content: story_body.parse(content["body"]), "lead": _lead}


def told(field: str, value, names: Names) -> str:
    """A part in words, one of a list a line; of the text that is a list of blocks."""
    match field:
        case "body":
            return "\n".join(in_words(block, names) for block in value)
        case "lead":
            return in_words(story_body.PhotoUse(**value), names) if value else ""
        case "authors":
            return "\n".join(names.of("author", pk) for pk in value)
        case "section" | "thread":
            return names.of(field, value) if value else ""
        case "topics":
            return "\n".join(names.of("topic", pk) for pk in value)
        case "related":
            return "\n".join(_link(link, names) for link in value)
    return value


def _row(step: Step, names: Names) -> Row:
    before = in_words(step.before, names) if step.before else ""
    after = in_words(step.after, names) if step.after else ""
    block = step.after or step.before
    match step.kind:
        case "same" | "left":
            runs = [Run(SAME, before)]
        case "went":
            runs = [Run(REMOVED, before)]
        case "came":
            runs = [Run(ADDED, after)]
        case _:
            runs = compare(before, after)
    photo = names.photo.get(getattr(block, "photo", None))
    return Row(step.kind, runs, getattr(block, "tag", "node"), _note(step, before == after), photo)


def _note(step: Step, has_same_words: bool) -> str:
    way = "up" if step.up else "down"
    if step.kind == LEFT:
        return f"Moved {way} from here"
    notes = [f"Moved {way} to here"] if step.kind == MOVED else []
    if step.kind in {CHANGED, MOVED} and has_same_words and step.before != step.after:
        notes.append("Only bold or italic type, or the kind of paragraph, changed")
    return ". ".join(notes)


def became() -> Alike:
    """Whether one block became the other: the same picture, story or address, or half of the words."""

    @cache
    def words(block) -> set[tuple[str, int]]:
        text = block.text if isinstance(block, story_body.PullQuote) else _text(block.html)
        return set(_numbered(text.split()))

    def alike(one, other) -> bool:
        match one, other:
            case story_body.PhotoUse(), story_body.PhotoUse():
                return one.photo == other.photo
            case story_body.RelatedStory(), story_body.RelatedStory():
                return one.article == other.article
            case story_body.Embed(), story_body.Embed():
                return one.url == other.url
            case (story_body.Text(), story_body.Text()) | (story_body.PullQuote(), story_body.PullQuote()):
                mine, theirs = words(one), words(other)
                return 4 * len(mine & theirs) >= len(mine) + len(theirs)
        return False

    return alike


def _numbered(words: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Each with the how-manieth of its kind it is, so that plain sets tell how many two texts share, and quickly."""
    times = Counter()
    for word in words:
        times[word] += 1
        yield word, times[word]


def in_words(block: story_body.Block, names: Names) -> str:
    """A block of the text in words: a link with its address, a node of ours by what it refers to."""
    match block:
        case story_body.Text():
            return _text(block.html)
        case story_body.PhotoUse():
            return _photo(block, names)
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


def _photo(use: story_body.PhotoUse, names: Names) -> str:
    name = names.photo.get(use.photo)
    words = [f"Photo {use.photo}" + (f" (“{name}”)" if name else "")]
    words += [f"Caption: {use.caption}"] if use.caption else []
    words += [f"Alt text: {use.alt}"] if use.alt else []
    return "\n".join(words)


def _link(link: dict, names: Names) -> str:
    leads_to = names.of("story", link["target"]) if link["target"] else link["url"] or "No story yet"
    words = " – ".join(filter(None, [link["headline"], link["teaser"]]))
    return f"{leads_to} ({words})" if words else leads_to
