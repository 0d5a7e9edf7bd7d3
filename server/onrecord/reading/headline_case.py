"""Headlines in the case of running text: their capitals tell nothing, so the body's spelling decides."""

from __future__ import annotations

import re

from onrecord.model import Article, BlockKind

_WORD = re.compile(r"[^\W\d_]+")


def body_cased(article: Article) -> str:
    """The article's text with headlines spelt as the body spells their words.

    Returns:
        A text of the same length. A word the body writes small is small, one it writes in capitals has them, and one it
        does not have begins with a capital; so that a shouted headline reads like a quiet one.
    """
    spelling: dict[str, str] = {}
    for block in article.judged_blocks:
        if block.kind is not BlockKind.HEADLINE:
            for match in _WORD.finditer(article.text, block.start, block.end):
                word = match.group()
                if word.islower() or word.lower() not in spelling:
                    spelling[word.lower()] = word

    def respell(match: re.Match[str]) -> str:
        word = spelling.get(match.group().lower(), match.group().capitalize())
        return word if len(word) == len(match.group()) else match.group()

    text = article.text
    for block in article.judged_blocks:
        if block.kind is BlockKind.HEADLINE:
            text = text[: block.start] + _WORD.sub(respell, text[block.start : block.end]) + text[block.end :]
    return text
