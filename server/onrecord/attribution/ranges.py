"""Small helper for ranges of text."""

_EDGES = " \t\n\r,;:.–—-•*"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space and punctuation at its edges; empty where nothing else is in it."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
