"""The project's first experiment, by its own code: ``python -m evaluation.rivals.prototype FOLDER TOKENIZER``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from evaluation.rivals.worker import serve


def main() -> None:
    """Load and serve."""
    folder, tokenizer = sys.argv[1:]
    sys.path.insert(0, folder)
    os.chdir(folder)  # its code reads files beside it
    tagger = import_module("rt").Tagger("attribution-m1.int8.onnx", threads=1, tok=tokenizer)

    def work(texts: Sequence[str]) -> None:
        for text in texts:
            tagger(text)

    serve(work)


if __name__ == "__main__":
    main()
