"""Bytes to text: which encoding, how sure, and never mojibake in silence.

The order is byte order mark, strict UTF-8, the header's label, the page's own label, a detector, replacement. Strict
UTF-8 goes first because text in another encoding is almost never valid UTF-8, while labels often lie. Labels mean what
the WHATWG Encoding Standard says they mean to browsers (``iso-8859-1`` is windows-1252).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import webencodings
from resiliparse.parse.encoding import detect_encoding

from onrecord.model import ReadingNote
from onrecord.reading.errors import Unreadable, check_size

LABEL_WINDOW = 4096  # bytes from the start in which a page's own label is looked for; browsers look in 1024
FEW_DAMAGED = 5  # that many sound characters to a damaged one still make it UTF-8
BINARY_SHARE = 0.02  # of control characters that no text uses
REPLACEMENT = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF87a",
    b"GIF89a",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"Rar!\x1a",
    b"\x28\xb5\x2f\xfd",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"OggS",
    b"ID3\x03",
    b"ID3\x04",
    b"wOFF",
    b"wOF2",
    b"{\\rtf",
)
_KOREAN: dict[str, str | None] = {"cp949": "euc-kr", "uhc": "euc-kr"}
_ODD_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"
_HEADER_LABEL = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
_META_LABEL = re.compile(rb"<meta\b[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{1,40})", re.IGNORECASE)
_XML_LABEL = re.compile(rb"^\s{0,99}<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:+-]{1,40})")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it came in (None if it was text already), and what a reader should know of it."""

    text: str
    charset: str | None
    notes: tuple[ReadingNote, ...] = ()


def decode(data: bytes | str, content_type: str | None = None, *, markup: bool = False) -> Decoded:
    """Read the input as text.

    Args:
        data: as it came. Lone surrogates of a ``str`` become U+FFFD, one for one.
        content_type: value of the HTTP header, for its ``charset`` parameter.
        markup: whether to look for the label that a page gives itself.

    Raises:
        Unreadable: ``empty``, ``binary`` or ``too_large``.
    """
    check_size(data)
    if not data.strip():
        raise Unreadable("empty", "The input is empty.")
    if isinstance(data, str):
        return Decoded(without_surrogates(data), None)
    decoded = _decode(data, content_type, markup)
    if not decoded.text.strip():
        raise Unreadable("empty", "The input is empty.")
    return decoded


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for every lone surrogate; offsets stay."""
    return _LONE_SURROGATES.sub(REPLACEMENT, text)


def _decode(data: bytes, content_type: str | None, markup: bool) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    header = _header_label(content_type)
    if header is None or not header.startswith("utf-16"):
        _refuse_binary(data)
    labels = [label for label in (header, _own_label(data) if markup else None) if label]
    return (
        _escaped(data, labels)
        or _strict(data, "utf-8")
        or _damaged_utf8(data)
        or next((found for label in labels if (found := _strict(data, label))), None)
        or _guessed(data, labels)
    )


def _marked(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    # a mark is certain, so that only damage needs a word; Python joins utf-16 halves, lone ones are replaced
    return _checked(text, name.removesuffix("-le").removesuffix("-be"), damaged=REPLACEMENT in text)


def _escaped(data: bytes, labels: list[str]) -> Decoded | None:
    """ISO-2022-JP is all ASCII bytes: the one encoding that strict UTF-8 takes for its own and a label must settle."""
    return _strict(data, "iso-2022-jp") if b"\x1b" in data and "iso-2022-jp" in labels else None


def _strict(data: bytes, label: str) -> Decoded | None:
    try:
        text = _codec(label).decode(data, "strict")[0]
    except (UnicodeError, LookupError):
        return None
    return Decoded(without_surrogates(text), label)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a broken byte here and there, as cut feeds and clumsy templates make it."""
    text = data.decode("utf-8", "replace")
    damaged = text.count(REPLACEMENT)
    sound = sum(1 for c in text if c > "\x7f") - damaged
    return _checked(text, "utf-8", damaged=True) if sound >= FEW_DAMAGED * damaged else None


def _guessed(data: bytes, labels: list[str]) -> Decoded:
    for browsers in (True, False):  # the detector's names for browsers lack Korean, its own have it
        guess = detect_encoding(data, html5_compatible=browsers, from_html_meta=False)
        label = _browser_label(_KOREAN.get(guess or "", guess))
        found = _strict(data, label) if label else None
        if found and label:
            note = ReadingNote("charset_guessed", f"No usable character encoding was declared; {label} was guessed.")
            return Decoded(found.text, label, (note,))
    if not labels and (western := _strict(data, "windows-1252")):  # what browsers take unlabelled pages for
        note = ReadingNote("charset_guessed", "No character encoding was declared; windows-1252 was assumed.")
        return Decoded(western.text, "windows-1252", (note,))
    label = labels[0] if labels else "windows-1252"
    return _checked(_codec(label).decode(data, "replace")[0], label, damaged=True)


def _checked(text: str, label: str, *, damaged: bool) -> Decoded:
    note = ReadingNote("charset_replaced", f"Some bytes are not valid {label}; they are shown as {REPLACEMENT}.")
    return Decoded(without_surrogates(text), label, (note,) if damaged else ())


def _refuse_binary(data: bytes) -> None:
    """Raise ``binary`` for known signatures, NUL bytes, and control characters that no text uses."""
    start = data[:16].lstrip()
    named = (
        start.startswith(_MAGIC) or data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE"))
    )
    odd = len(data) - len(data.translate(None, _ODD_CONTROLS))
    if named or b"\x00" in data or odd > BINARY_SHARE * len(data) + 2:
        raise Unreadable("binary", "The input is not text: it looks like an image, a PDF or another binary file.")


def _header_label(content_type: str | None) -> str | None:
    found = _HEADER_LABEL.search(content_type[:1000]) if content_type else None
    return _browser_label(found.group(1)) if found else None


def _own_label(data: bytes) -> str | None:
    """What the page says of itself; UTF-16 there is UTF-8 to a browser, for the label could be read."""
    window = data[:LABEL_WINDOW]
    found = _META_LABEL.search(window) or _XML_LABEL.search(window)
    label = _browser_label(found.group(1).decode("ascii", "replace")) if found else None
    return "utf-8" if label and label.startswith("utf-16") else label


def _browser_label(label: str | None) -> str | None:
    """The WHATWG name for a label or a Python codec's name; None for what no browser decodes."""
    encoding = webencodings.lookup(label) if label else None
    if encoding is None and label:
        encoding = webencodings.lookup(label.replace("_", "-")) or webencodings.lookup(label.replace("_", ""))
    return encoding.name if encoding and encoding.name not in ("replacement", "x-user-defined") else None


def _codec(label: str) -> codecs.CodecInfo:
    encoding = webencodings.lookup(label)
    if encoding is None:
        raise LookupError(label)
    return encoding.codec_info
