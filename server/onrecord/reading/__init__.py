"""Reading: bytes to an Article, with blocks that know the element they came from."""

from onrecord.reading.errors import MAX_BYTES, Unreadable
from onrecord.reading.even import Evened, evened
from onrecord.reading.html import read_html
from onrecord.reading.language import looks_english
from onrecord.reading.plain import read_text
from onrecord.reading.quotations import quotations
from onrecord.reading.sentences import sentences

__all__ = [
    "MAX_BYTES",
    "Evened",
    "Unreadable",
    "evened",
    "looks_english",
    "quotations",
    "read_html",
    "read_text",
    "sentences",
]
