"""This project's tagger: ``python -m evaluation.rivals.tagger THREADS``."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from evaluation.rivals.worker import serve
from onrecord.attribution.tagger import packaged_tagger
from onrecord.attribution.windows import Passage

_LINE = re.compile(r"[^\n]+")


def main() -> None:
    """Load and serve."""
    tagger, pool = packaged_tagger(), ThreadPoolExecutor(int(sys.argv[1]))

    def tag(text: str) -> None:
        tagger.relations(text, [Passage(*m.span()) for m in _LINE.finditer(text)])

    def work(texts: Sequence[str]) -> None:
        for _ in pool.map(tag, texts):
            pass

    serve(work)


if __name__ == "__main__":
    main()
