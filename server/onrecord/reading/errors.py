"""What can be wrong with an input, said so that a reader understands it."""

from __future__ import annotations

MAX_BYTES = 5 * 1024 * 1024
"""The largest input that is read, in bytes; the longest news pages are well under 3 MB."""

MAX_MARKUP = 120_000
"""The most ``<`` a page may hold: a bound on its nodes that is known before anything is parsed."""

MAX_DEPTH = 512
"""How deep elements may lie; Chromium's parser stops nesting at the same depth."""


MAX_DEPTHS = 1_500_000
"""The sum of the depths of all texts in a page, a bound on the walks from texts outwards; large pages have 100,000."""


class Unreadable(Exception):  # noqa: N818 - the name is part of the room's interface
    """The input cannot be read as an article at all.

    Attributes:
        code: stable word for programs: ``empty``, ``binary``, ``too_large``, ``too_complex``, ``nothing_to_read``
            or ``bad_blocks``.
        message: one sentence for people.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def check_size(data: bytes | str) -> None:
    """Refuse what is larger than ``MAX_BYTES``.

    Raises:
        Unreadable: ``too_large``.
    """
    size = len(data)
    if isinstance(data, str) and MAX_BYTES // 4 < size <= MAX_BYTES:
        size = len(data.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise Unreadable("too_large", f"The input is larger than {MAX_BYTES // (1024 * 1024)} MB.")
