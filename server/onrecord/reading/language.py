"""Is this English? By the little words, since a page's own ``lang`` can lie and many pages give none."""

from __future__ import annotations

import re
from itertools import islice

from onrecord.word_list import words

_WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 5000  # looked at
LEAST_WORDS = 8
LEAST_SHARE = 0.1  # English news has 0.2 to 0.3 of these words, texts of its neighbours below 0.02
# frequent words that are spelt like no frequent word of another large European language: no "in", "an", "was", "for"
_ENGLISH = words(
    """
    the and that with which from by were been this have not their it said be are his her they who would there when
    what about after its than other into could more these those him she you your our will but had to because while
    """
)
LEAST_DIFFERENT = 4


def looks_english(text: str) -> bool:
    """Whether the text's function words are those of English.

    Made for texts of 60 words and more; of fewer than 8 words nothing can be said, and the answer is no.
    """
    seen = [match.group().lower() for match in islice(_WORD.finditer(text), MOST_WORDS)]
    found = [word for word in seen if word in _ENGLISH]
    enough = min(LEAST_DIFFERENT, 1 + len(seen) // 15)
    return len(seen) >= LEAST_WORDS and len(found) >= LEAST_SHARE * len(seen) and len(set(found)) >= enough
