"""The loop of a timed process: texts come in once, then each line asks for one pass and gets its seconds."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence


def serve(work: Callable[[Sequence[str]], object]) -> None:
    """Read the texts (one JSON line), then time ``work`` on all of them for every further line."""
    texts = json.loads(sys.stdin.readline())
    work(texts)
    print("ready", flush=True)
    for _ in sys.stdin:
        began = time.perf_counter()
        work(texts)
        print(time.perf_counter() - began, flush=True)
