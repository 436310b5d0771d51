"""Whether an alt text does its work beside the caption. Pure."""

import re
import unicodedata
from collections import Counter

REPEATS_SAYS = "The alt text repeats the caption, so listeners hear it twice. Say what is to be seen."
SAME = 0.9  # of the words of the shorter text, in any order
WHOLE = 4  # words: a caption shorter than that is a name, and an alt text may well hold it
# Chinese and Japanese put no spaces between words; there each character counts as one.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


def repeats(alt: str, caption: str) -> bool:
    """Whether one of the two holds nearly all the words of the other; case and punctuation make no difference."""
    seen, said = _words(alt), _words(caption)
    if not seen or not said:
        return False
    is_in_caption = (seen & said).total() >= SAME * seen.total()
    is_in_alt = said.total() >= WHOLE and (seen & said).total() >= SAME * said.total()
    return is_in_caption or is_in_alt


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
