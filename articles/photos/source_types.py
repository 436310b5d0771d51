"""IPTC's vocabulary of digital source types (NewsCodes, digitalsourcetype): how a picture came to be. Pure."""

import re

SCHEME = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SOURCE_TYPES = {
    "digitalCapture": "Digital capture",
    "computationalCapture": "Multi-frame computational capture",
    "negativeFilm": "Digitised from a negative",
    "positiveFilm": "Digitised from a positive",
    "print": "Digitised from a print",
    "humanEdits": "Edited by a human",
    "compositeCapture": "Composite of captured elements",
    "algorithmicallyEnhanced": "Altered by an algorithm",
    "screenCapture": "Screen capture",
    "virtualRecording": "Recording of a virtual event",
    "digitalCreation": "Digital creation",
    "dataDrivenMedia": "Made from data",
    "composite": "Composite of elements",
    "compositeSynthetic": "Composite with synthetic elements",
    "algorithmicMedia": "Made by an algorithm alone",
    "trainedAlgorithmicMedia": "Created using generative AI",
    "compositeWithTrainedAlgorithmicMedia": "Edited using generative AI",
}
# What readers must be told of (STANDARDS.md, Photo metadata), and a composite with parts of that kind; in which words.
GENERATED = {
    "trainedAlgorithmicMedia": "Generated image",
    "compositeWithTrainedAlgorithmicMedia": "Partly generated image",
    "compositeSynthetic": "Partly generated image",
}
# Programs that make pictures of words, as credits name them.
_GENERATORS = re.compile(
    r"\b(?:midjourney|dall[·-]?e|stable diffusion|adobe firefly|imagen|ai[- ]generated|generated (?:by|with) ai)\b",
    re.IGNORECASE,
)
_RETIRED = {
    "minorHumanEdits": "humanEdits",
    "digitalArt": "digitalCreation",
    "softwareImage": "digitalCreation",
    "multiFrameComputationalCapture": "computationalCapture",
}
_BY_LOWER = {term.lower(): term for term in [*SOURCE_TYPES, *_RETIRED]}


def source_type(text: str) -> str:
    """The term that an address, a short code (`digsrctype:print`) or a bare term names; "" if none is known."""
    last = text.strip().rstrip("/").replace(":", "/").rpartition("/")[2]
    term = _BY_LOWER.get(last.lower(), "")
    return _RETIRED.get(term, term)


def seems_generated(credit_line: str, category: str) -> bool:
    """Whether a picture's credit or right says that a program made it, whatever its source type says."""
    return category == "generated" or bool(_GENERATORS.search(credit_line))
