"""Speed on this machine: ``python -m evaluation.bench`` (``make bench``).

All in one run, medians of several rounds, one thread unless said; the systems compared take turns, round by round, so
that what else the machine does falls on all of them. Texts are the seeds, as articles and as texts of 800 words.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import numpy as np

from evaluation.operations import limit, operations_of
from evaluation.timing import median_seconds
from onrecord.attribution.tagger import packaged_tagger
from onrecord.attribution.windows import WINDOW, Passage
from onrecord.model import Article
from onrecord.pipeline import find, score, warm_up
from onrecord.reading import read_html, read_text
from onrecord.sourcing import resolve

SEEDS = Path(__file__).parents[1] / "seeds"
RIVALS = Path(__file__).parent / "rivals"
ROUNDS = 9
TEXTS, TEXT_WORDS = 6, 800
LENGTHS = (100, 1_000, 10_000, 50_000)
# Peak memory is Linux' high-water mark of the process itself; what getrusage says begins with its parent's.
LOAD = (
    "import time; t = time.perf_counter(); from onrecord.attribution.tagger import packaged_tagger; "
    "t = packaged_tagger(), t; print(time.perf_counter() - t[1]); "
    "from onrecord.attribution.windows import Passage; words = 'Maria Pohl said the bridge would stay shut. ' * 2500; "
    "t[0].relations(words, [Passage(0, len(words))]); "
    "print(next(int(l.split()[1]) / 1024 for l in open('/proc/self/status') if l.startswith('VmHWM')))"
)


def articles() -> list[Article]:
    """The seeds as articles."""
    pages = [read_html(p.read_bytes()) for p in sorted(SEEDS.glob("*.html"))]
    return pages + [read_text(p.read_bytes()) for p in sorted(SEEDS.glob("*.txt"))]


def texts(count: int, words: int) -> list[str]:
    """Texts of so many words, made of the seeds' paragraphs in turn."""
    paragraphs = [b.span.of(a.text) for a in articles() for b in a.judged_blocks]
    made, at = [], 0
    for _ in range(count):
        parts: list[str] = []
        length = 0
        while length < words:
            paragraph = paragraphs[at % len(paragraphs)].split()[: words - length]
            at, length = at + 1, length + len(paragraph)
            parts.append(" ".join(paragraph))
        made.append("\n\n".join(parts))
    return made


class Rival:
    """A system in a process of its own that reads the same texts when asked."""

    def __init__(self, command: Sequence[str], given: Sequence[str]) -> None:
        environment = os.environ | {"TOKENIZERS_PARALLELISM": "false"}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        assert self._process.stdin
        self._process.stdin.write(json.dumps(given) + "\n")
        self._process.stdin.flush()
        self._answer()
        self.seconds: list[float] = []

    def turn(self) -> None:
        """One timed pass over the texts."""
        assert self._process.stdin
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        self.seconds.append(float(self._answer()))

    def end(self) -> None:
        """Let the process go."""
        self._process.communicate()

    def _answer(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{self._process.args} ended without an answer")
        return line.strip()


def compared(prototype: Path, spacy: Path) -> list[str]:
    """Words per second of the tagger, of the first experiment and of spaCy, taking turns."""
    given = texts(TEXTS, TEXT_WORDS)
    weights = Path(str(resources.files("onrecord.attribution"))) / "weights"
    here = [sys.executable, "-m", "evaluation.rivals.tagger"]
    commands = {
        "tagger": [*here, "1"],
        "tagger, two threads": [*here, "2"],
        "first experiment": [sys.executable, "-m", "evaluation.rivals.prototype", str(prototype.resolve()),
                             str(weights / "tokenizer.json")],
        "spaCy small, all of it": [str(spacy), str(RIVALS / "spacy_small.py")],
    }  # fmt: skip
    missing = {"first experiment": prototype / "rt.py", "spaCy small, all of it": spacy}
    absent = [name for name, path in missing.items() if not path.exists()]
    rivals = {name: Rival(command, given) for name, command in commands.items() if name not in absent}
    for _ in range(ROUNDS):
        for rival in rivals.values():
            rival.turn()
    for rival in rivals.values():
        rival.end()
    own = statistics.median(rivals["tagger"].seconds)
    lines = [f"{TEXTS} texts of {TEXT_WORDS} words, in turns, median of {ROUNDS} rounds\n"]
    for name, rival in rivals.items():
        seconds = statistics.median(rival.seconds)
        spread = f"{min(rival.seconds) / seconds:.2f}-{max(rival.seconds) / seconds:.2f}"
        ratio = f"{own / seconds:5.2f} x the tagger's speed (spread of rounds {spread})"
        lines.append(f"{name:28}{TEXTS * TEXT_WORDS / seconds:9.0f} words/s   {ratio}")
    return [*lines, *(f"{name:28}  not here: {missing[name]}" for name in absent)]


def tag(text: str, passages: Sequence[Passage]) -> None:
    """The tagger alone: tokenise, network, decode."""
    packaged_tagger().relations(text, passages)


def by_length() -> list[str]:
    """Words per second for texts of several lengths."""
    lines = []
    for words in LENGTHS:
        (text,) = texts(1, words)
        passages, at = [], 0
        for paragraph in text.split("\n\n"):
            passages.append(Passage(at, at + len(paragraph)))
            at += len(paragraph) + 2
        rounds = max(3, min(ROUNDS * 5, 20_000 // words))
        seconds = median_seconds(lambda t=text, p=passages: tag(t, p), rounds)  # type: ignore[misc]
        lines.append(f"{f'a text of {words:,} words':28}{words / seconds:9.0f} words/s")
    return lines


def pipeline() -> list[str]:
    """What each room takes beside the tagger, on the seeds."""
    pool = articles()
    words = sum(a.words for a in pool)
    pages = [p.read_bytes() for p in sorted(SEEDS.glob("*.html"))]
    passages = [[Passage(b.start, b.end) for b in a.judged_blocks] for a in pool]
    tagging = median_seconds(lambda: [tag(a.text, p) for a, p in zip(pool, passages, strict=True)], ROUNDS)
    scoring = median_seconds(lambda: [score(a) for a in pool], ROUNDS)
    pairs = [(a, find(a)) for a in pool]
    sourcing = median_seconds(lambda: [resolve(a, f.relations, f.sentences, f.quotations) for a, f in pairs], ROUNDS)
    reading = median_seconds(lambda: [read_html(p) for p in pages], ROUNDS) * len(pool) / len(pages)
    return [
        f"{len(pool)} seeds, {words} words\n",
        f"{'tagger':28}{words / tagging:9.0f} words/s",
        f"{'pipeline without reading':28}{words / scoring:9.0f} words/s   {scoring / tagging:5.2f} x the tagger's time",
        f"{'sourcing':28}{1000 * sourcing / len(pool):9.1f} ms        {sourcing / tagging:5.2f} x that time",
        f"{'reading a page':28}{1000 * reading / len(pool):9.1f} ms        {reading / tagging:5.2f} x that time",
    ]


def network() -> list[str]:
    """What the network reaches of what int8 products of its shapes reach alone."""
    path = Path(str(resources.files("onrecord.attribution"))) / "weights" / "tagger.onnx"
    reached, needed = operations_of(path, WINDOW)
    alone = limit(path, WINDOW)
    return [
        f"one window of {WINDOW} pieces: {needed / 1e9:.2f} billion int8 operations\n",
        f"{'the network':28}{reached / 1e9:9.0f} billion a second",
        f"{'its int8 products alone':28}{alone / 1e9:9.0f} billion a second   {reached / alone:5.2f} of it reached",
    ]


def loading() -> list[str]:
    """Import and load time, and peak memory, of the tagger in a process of its own."""
    runs = [
        subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(5)
    ]
    seconds, memory = np.median(np.array(runs, float), 0)
    size = (Path(str(resources.files("onrecord.attribution"))) / "weights" / "tagger.onnx").stat().st_size
    return [
        f"{'model file':28}{size / 1e6:9.1f} MB",
        f"{'import and load':28}{seconds:9.2f} s",
        f"{'peak memory, 20,000 words':28}{memory:9.0f} MB",
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--prototype", type=Path, default=Path("../shared/prototype"))
    parser.add_argument("--spacy", type=Path, default=Path("build/spacy/bin/python"), help="a Python that has spaCy")
    arguments = parser.parse_args()
    print("\n".join(compared(arguments.prototype, arguments.spacy)), flush=True)
    warm_up()
    for part in (by_length, network, pipeline, loading):
        print("\n" + "\n".join(part()), flush=True)


if __name__ == "__main__":
    main()
