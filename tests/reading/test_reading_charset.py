"""Bytes are decoded as browsers do, and a guess or a loss is said."""

from __future__ import annotations

import codecs

import pytest

from onrecord.reading import MAX_BYTES, Unreadable, read_html, read_text
from onrecord.reading.charset import decode

WORDS = "“Wir warten,” said Zoë Brânză of the café — “the naïve plan’s cost is £5.” "
RUSSIAN = "Министр сообщил вчера, что встреча была очень полезной и продолжится завтра. "
JAPANESE = "大臣は昨日、会議が非常に役に立ったと述べた。"


def codes(text: bytes, content_type: str | None = None, *, markup: bool = True) -> tuple[str | None, list[str], str]:
    decoded = decode(text, content_type, markup=markup)
    return decoded.charset, [note.code for note in decoded.notes], decoded.text


def test_utf_8_needs_no_label_and_beats_wrong_ones() -> None:
    """Valid UTF-8 is UTF-8, whatever the header or the page say."""
    body = f'<meta charset="iso-8859-1">{WORDS}'
    assert codes(body.encode(), "text/html; charset=windows-1251") == ("utf-8", [], body)


@pytest.mark.parametrize(
    ("label", "codec", "name"),
    [
        ("ISO-8859-1", "cp1252", "windows-1252"),
        ("latin1", "cp1252", "windows-1252"),
        ("us-ascii", "cp1252", "windows-1252"),
        ("windows-1254", "cp1254", "windows-1254"),
    ],
)
def test_labels_mean_what_they_mean_to_browsers(label: str, codec: str, name: str) -> None:
    """Latin-1 is windows-1252, quotation marks and all; header and page labels both count, the header first."""
    text = "“Zoë’s café” — £5"
    by_header = codes(text.encode(codec), f'text/html; charset="{label}"')
    by_page = codes(f"<meta http-equiv=Content-Type content='text/html; charset={label}'>{text}".encode(codec))
    assert by_header == (name, [], text)
    assert by_page[:2] == (name, [])
    assert by_page[2].endswith(text)
    assert codes(f"<meta charset=koi8-r>{text}".encode(codec), f"text/html;charset={label}")[0] == name


@pytest.mark.parametrize(
    ("codec", "text"),
    [("cp1251", RUSSIAN), ("koi8-r", RUSSIAN), ("shift_jis", JAPANESE), ("euc-jp", JAPANESE), ("cp1252", WORDS)],
)
def test_unlabelled_bytes_are_guessed_and_that_is_said(codec: str, text: str) -> None:
    """A detector names the encoding where nobody else does, with a note."""
    text = text.replace("â", "a").replace("ă", "a") * 5
    charset, notes, decoded = codes(text.encode(codec))
    assert decoded == text
    assert notes == ["charset_guessed"]
    assert codecs.lookup(charset or "") is not None


def test_wrong_label_gives_way_to_the_detector() -> None:
    """A page that calls itself UTF-8 and is not is guessed, not turned to boxes."""
    text = f"<meta charset=utf-8><p>{RUSSIAN * 5}</p>"
    assert codes(text.encode("cp1251"))[1:] == (["charset_guessed"], text)


def test_damaged_utf_8_stays_utf_8() -> None:
    """One broken byte does not turn the whole page into mojibake."""
    charset, notes, text = codes((WORDS * 3).encode() + b"\x93\xff the end", "text/html; charset=iso-8859-1")
    assert (charset, notes) == ("utf-8", ["charset_replaced"])
    assert text == WORDS * 3 + "\ufffd\ufffd the end"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_settle_it(codec: str) -> None:
    """A byte order mark is believed, and is no part of the text."""
    charset, notes, text = codes(WORDS.encode(codec), "text/html; charset=iso-8859-1")
    assert (text, notes) == (WORDS, [])
    assert charset == codec.removesuffix("-sig")


def test_utf_16_by_header_and_escaped_japanese_by_label() -> None:
    """Encodings that look like something else need their label."""
    assert codes(WORDS.encode("utf-16-le"), "text/plain; charset=utf-16le")[2] == WORDS
    assert codes(JAPANESE.encode("iso-2022-jp"), "text/html; charset=iso-2022-jp")[2] == JAPANESE


def test_article_carries_charset_and_notes() -> None:
    """The record tells how the bytes were read; text has no charset."""
    guessed = read_text((RUSSIAN * 5).encode("koi8-r"))
    assert (guessed.charset, [w.code for w in guessed.warnings]) == ("koi8-r", ["charset_guessed"])
    assert read_html(f"<p>{WORDS}</p>".encode()).charset == "utf-8"
    assert read_html(f"<p>{WORDS}</p>").charset is None


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04\x14",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0JFIF",
        b"GIF89a\x01",
        b"\x1f\x8b\x08",
        b"text with a \x00 in it",
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        bytes(range(1, 32)) * 20,
    ],
)
def test_binary_input_is_refused(data: bytes) -> None:
    """Images, archives, PDFs and the like are named as what they are."""
    for read in (read_html, read_text):
        with pytest.raises(Unreadable) as caught:
            read(data)
        assert caught.value.code == "binary"
        assert "binary" in caught.value.message


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "", "\n\u2028 ", "\ufeff".encode(), codecs.BOM_UTF16_LE])
def test_empty_input_is_refused(data: bytes | str) -> None:
    """Nothing but white space is empty."""
    for read in (read_html, read_text):
        with pytest.raises(Unreadable) as caught:
            read(data)
        assert caught.value.code == "empty"


def test_large_input_is_refused() -> None:
    """The bound is in bytes, for text as well."""
    for data in (b"a " * (MAX_BYTES // 2 + 1), "a " * (MAX_BYTES // 2 + 1), "é" * (MAX_BYTES // 2 + 1)):
        with pytest.raises(Unreadable) as caught:
            read_text(data)
        assert caught.value.code == "too_large"
    assert read_text(b"a " * (MAX_BYTES // 2)).blocks
