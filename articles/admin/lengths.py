"""How long the words of a story may be before something cuts them, as the form counts them while one types.

Search results: Google breaks titles off at about 600 px, some 60 characters, and descriptions at about 155 to 160
(https://developers.google.com/search/docs/appearance/title-link names no number; these are what is measured). Phones:
four lines of our own headline at 360 px. Cards and boxes: `articles.teasers.LONGEST`. Alt text: 125 characters, after
which some screen readers pause as at the end of a picture.
"""

import json

from articles.guards import LONG_HEADLINE
from articles.teasers import LONGEST

# By field: from how many characters on something holds, and what; the last that holds is said.
LENGTHS = {
    "headline": [
        (61, "search results cut it after about 60"),
        (LONG_HEADLINE + 1, "more than four lines on a phone, and search results cut it"),
    ],
    "standfirst": [
        (156, "search results cut it after about 155"),
        (LONGEST + 1, f"cards cut it after {LONGEST}, search results after about 155"),
    ],
    "lead_alt": [(126, "long to listen to: one sentence is enough")],
}


def counted(field: str, **attributes) -> dict:
    """The attributes of a field whose characters are counted."""
    return attributes | {"data-lengths": json.dumps(LENGTHS[field])}
