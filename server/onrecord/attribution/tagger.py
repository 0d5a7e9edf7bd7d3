"""The network on ONNX Runtime: text in, relations out. Loaded once, shared by all threads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from onrecord.attribution.clues import Clues, Numbers, gathered
from onrecord.attribution.decoding import Relation, Scores, Weights, best_labels, relations
from onrecord.attribution.windows import WINDOW, Passage, Window, encode, pack

MODEL_FILE = "tagger.onnx"
TOKENIZER_FILE = "tokenizer.json"
POINTERS = 4
_OUTPUTS = ("emissions", "pointers", "clues", "hedges")
_ORT_ERRORS_ONLY = 3


class Tagger:
    """Finds who is said to have said what.

    One window goes through the network at a time: the int8 scales of a run depend on all it holds, so that a batch
    would let one article's result depend on its neighbours. Threads that read articles side by side share one tagger.
    """

    def __init__(self, folder: Path) -> None:
        """Load model and tokenizer.

        Args:
            folder: holds ``tagger.onnx`` and ``tokenizer.json``.

        Raises:
            FileNotFoundError: a file is missing.
        """
        for name in (MODEL_FILE, TOKENIZER_FILE):
            if not (folder / name).is_file():
                raise FileNotFoundError(f"the attribution model lacks {name} in {folder}")
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = _ORT_ERRORS_ONLY
        self._session = ort.InferenceSession(str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"])
        settings = self._session.get_modelmeta().custom_metadata_map
        self._weights = Weights(
            np.array(json.loads(settings["transitions"]), np.float32),
            np.array(json.loads(settings["distance"]), np.float32),
        )
        self.version = settings["version"]
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))

    def relations(self, text: str, passages: Sequence[Passage], *, apart: bool = False) -> list[Relation]:
        """The attributions of a text alone; see ``read``."""
        return self.read(text, passages, apart=apart)[0]

    def read(self, text: str, passages: Sequence[Passage], *, apart: bool = False) -> tuple[list[Relation], Clues]:
        """Find the attributions of a text.

        Args:
            text: the article's text.
            passages: the stretches to read, in text order, not overlapping; nothing outside them is looked at.
            apart: read each passage by itself, knowing nothing of the others.

        Returns:
            Relations, the bare cues among them without content, in the order of their cues, ranges in code points of
            ``text``; and what the network makes of each word.
        """
        parts = encode(self._tokenizer, text, passages)
        windows = pack([paragraph for passage in parts for paragraph in passage], 0 if apart else WINDOW)
        outputs = [self._run(window) for window in windows]
        scores = [score for score, _, _ in outputs]
        labels = best_labels(windows, scores, self._weights)
        found = [
            relation
            for window, score, sequence in zip(windows, scores, labels, strict=True)
            for relation in relations(text, window, score, sequence, self._weights)
        ]
        return found, gathered(windows, [values for _, values, _ in outputs], [hedging for _, _, hedging in outputs])

    def _run(self, window: Window) -> tuple[Scores, Numbers, Numbers]:
        feed = {
            "ids": np.array([window.ids], np.int64),
            "case": np.array([window.case], np.int64),
            "first": np.array(window.first, np.int64),
        }
        emissions, pointers, clues, hedging = self._session.run(_OUTPUTS, feed)
        return Scores(emissions[0], pointers[0].reshape(len(window.first), POINTERS, -1)), clues[0], hedging[0]


@cache
def packaged_tagger() -> Tagger:
    """The tagger with the weights that come with the package."""
    folder = resources.files("onrecord.attribution") / "weights"
    with resources.as_file(folder) as path:
        return Tagger(path)
