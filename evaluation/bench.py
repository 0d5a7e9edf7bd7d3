"""Speed on this machine: ``python -m evaluation.bench`` (``make bench``).

All in one run, medians of several rounds, one thread: the tagger alone and the whole pipeline in words per second, what
each part takes of the whole, load time and peak memory. Texts are the seeds, repeated to the length of a news article.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.attribution.tagger import packaged_tagger
from onrecord.attribution.windows import Passage
from onrecord.model import Article
from onrecord.pipeline import score, warm_up
from onrecord.reading import read_html, read_text

SEEDS = Path(__file__).parents[1] / "seeds"
ROUNDS = 9
LOAD = (
    "import time; t = time.perf_counter(); from onrecord.pipeline import warm_up; warm_up(); "
    "print(time.perf_counter() - t)"
)


def articles() -> list[Article]:
    """The seeds as articles."""
    pages = [read_html(p.read_bytes()) for p in sorted(SEEDS.glob("*.html"))]
    return pages + [read_text(p.read_bytes()) for p in sorted(SEEDS.glob("*.txt"))]


def median_seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median wall time of some work."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def tag(article: Article) -> None:
    """The tagger alone: tokenise, network, decode."""
    packaged_tagger().relations(article.text, [Passage(b.start, b.end) for b in article.judged_blocks])


def main() -> None:
    """Print the table."""
    loads = [
        float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    warm_up()
    pool = articles()
    words = sum(a.words for a in pool)
    pages = [p.read_bytes() for p in sorted(SEEDS.glob("*.html"))]
    tagging = median_seconds(lambda: [tag(a) for a in pool])
    scoring = median_seconds(lambda: [score(a) for a in pool])
    reading = median_seconds(lambda: [read_html(p) for p in pages]) * len(pool) / len(pages)
    print(f"{len(pool)} seeds, {words} words, one thread, median of {ROUNDS} rounds\n")
    print(f"{'tagger':28}{words / tagging:9.0f} words/s")
    beside = "x the tagger's time"
    print(f"{'pipeline without reading':28}{words / scoring:9.0f} words/s   {scoring / tagging:5.2f} {beside}")
    print(f"{'reading a page':28}{1000 * reading / len(pool):9.1f} ms        {reading / tagging:5.2f} {beside}")
    print(f"{'import and load':28}{statistics.median(loads):9.2f} s")
    print(f"{'peak memory':28}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:9.0f} MB")


if __name__ == "__main__":
    main()
