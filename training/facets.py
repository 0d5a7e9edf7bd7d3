"""Fit what the sourcing room learns: ``python -m training.facets --weights DIR``.

Reads the labelled sources of ``training/sources`` (not those held out) with the rules and with the network as it is,
and fits one ridge regression from both to the identity and the sector of each. Half of it becomes a product at the end
of ``tagger.onnx`` (numbers for each word), the other half ``facets.json`` (what the rules' findings weigh).
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper

from onrecord.attribution.tagger import MODEL_FILE, TOKENIZER_FILE, Tagger
from onrecord.model import Identity, Sector
from onrecord.pipeline import find
from onrecord.reading import read_text
from onrecord.sourcing.drafts import Draft
from onrecord.sourcing.learned import IDENTITIES, POOLS, SECTORS, pooled, told_by_rules
from onrecord.sourcing.resolve import meet
from training.export import save
from training.graph import CLUES, CONTRIB, STATES, WEIGHT_LIMIT
from training.labels import FILES, Label, Labelled, articles, passages, reports

Numbers = npt.NDArray[np.float32]
PENALTY = 30000.0  # of the squared weights, inputs having variance 1 (EXPERIMENTS.md)
RULES_WEIGH = 3.0  # so much larger is the deviation of what the rules found
LEAST = 8  # cases in which something must be found to weigh
FOLDS = 4
DIGITS = 4
_HEADS = ("heads", "heads_scale", "heads_zero")


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled source.

    Attributes:
        text: id of the article or passage.
        of: what it comes from: a corpus, or the project's own texts.
        told: what the rules found.
        states: what the network makes of its words, one after the other for each pool.
        identity, sector: the label.
        by_rules: identity and sector as the rules alone have them.
    """

    text: str
    of: str
    told: frozenset[str]
    states: Numbers
    identity: Identity
    sector: Sector | None
    by_rules: tuple[Identity, Sector]


def cases(tagger: Tagger, of: str, texts: Iterable[Labelled]) -> Iterator[Case]:
    """The labelled sources of some texts, each source once."""
    for text in texts:
        article = read_text(text.text)
        found = find(article, tagger)
        met = meet(article, found.relations, found.sentences, found.quotations)
        drafts = met.gathered.drafts
        if not drafts or not len(found.clues):
            continue
        states = pooled(found.clues, [found.clues.values] * len(POOLS), met.layout.text, drafts)
        seen = set()
        for label in text.labels:
            draft = _behind(drafts, label)
            if draft is None or label.identity is None or (draft.number, label.identity, label.sector) in seen:
                continue
            seen.add((draft.number, label.identity, label.sector))
            row = np.concatenate([pool[draft.number - 1] for pool in states]).astype(np.float16)
            yield Case(text.id, of, frozenset(told_by_rules(draft)), row, label.identity, label.sector,
                       (draft.identity, draft.finished().sector))  # fmt: skip


def _behind(drafts: Sequence[Draft], label: Label) -> Draft | None:
    """The source with a mention that the label overlaps."""
    return next((d for d in drafts for m in d.mentions if m.start < label.end and label.start < m.end), None)


def gathered(tagger: Tagger, corpora: Path) -> Iterator[Case]:
    """All labelled sources that are not held out."""
    sets = {
        **{corpus: articles(corpora, corpus) for corpus in FILES},
        "own articles": reports(),
        "own passages": chain(passages(), passages("anonymity"), passages("relay")),
    }
    for of, texts in sets.items():
        yield from cases(tagger, of, (text for text in texts if text.split != "test"))


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A fitted regression.

    Attributes:
        names: of what the rules can find.
        states: ``[pools * states, identities + sectors]``.
        told: ``[names, identities + sectors]``.
        always: ``[identities + sectors]``.
    """

    names: list[str]
    states: npt.NDArray[np.float64]
    told: npt.NDArray[np.float64]
    always: npt.NDArray[np.float64]

    def answers(self, chosen: Sequence[Case]) -> tuple[list[Identity], list[Sector]]:
        """Identity and sector of cases."""
        votes = _states(chosen) @ self.states + _told(chosen, self.names) @ self.told + self.always
        best = [part.argmax(1) for part in np.split(votes, [len(IDENTITIES)], axis=1)]
        return [IDENTITIES[i] for i in best[0]], [SECTORS[i] for i in best[1]]


def fitted(chosen: Sequence[Case]) -> Fit:
    """Ridge regression to indicators of identity and sector; cases without a label of one of them teach the other."""
    counted = Counter(name for case in chosen for name in case.told)
    names = sorted(name for name, n in counted.items() if n >= LEAST)
    states = _states(chosen)
    mean, deviation = states.mean(0), states.std(0) + 1e-6
    told = _told(chosen, names)
    usual = told.mean(0)
    scale = RULES_WEIGH / (told.std(0) + 1e-6)
    inputs = np.concatenate([(states - mean) / deviation, (told - usual) * scale], axis=1)
    parts = []
    for labels, values in (([c.identity for c in chosen], IDENTITIES), ([c.sector for c in chosen], SECTORS)):
        known = np.array([label in values for label in labels])
        wanted = np.array([[float(label is value) for value in values] for label in labels])[known]
        rows, share = inputs[known], wanted.mean(0)
        square = rows.T @ rows + PENALTY * np.eye(rows.shape[1])
        parts.append((np.linalg.solve(square, rows.T @ (wanted - share)), share))
    weights = np.concatenate([weight for weight, _ in parts], axis=1)
    always = np.concatenate([share for _, share in parts])
    by_state = weights[: len(mean)] / deviation[:, None]
    by_rule = weights[len(mean) :] * scale[:, None]
    return Fit(names, by_state, by_rule, always - mean @ by_state - usual @ by_rule)


def _states(chosen: Sequence[Case]) -> npt.NDArray[np.float64]:
    return np.stack([case.states for case in chosen]).astype(np.float64)


def _told(chosen: Sequence[Case], names: Sequence[str]) -> npt.NDArray[np.float64]:
    return np.array([[float(name in case.told) for name in names] for case in chosen])


def with_heads(model: onnx.ModelProto, weights: npt.NDArray[np.float64] | None) -> onnx.ModelProto:
    """The tagger whose clues are its states times ``weights``, ``[states, numbers]``; the states for None.

    The product is int8 like the others, seven bits of it used (``training/graph.py``).
    """
    out = onnx.ModelProto()
    out.CopyFrom(model)
    graph = out.graph
    nodes = [node for node in graph.node if CLUES not in node.output]
    constants = [constant for constant in graph.initializer if constant.name not in _HEADS]
    if weights is None:
        nodes.append(helper.make_node("Identity", [STATES], [CLUES]))
    else:
        scale = np.maximum(np.abs(weights).max(0), 1e-12) / WEIGHT_LIMIT
        values = (np.rint(weights / scale).astype(np.int8), scale.astype(np.float32), np.zeros(len(scale), np.int8))
        constants += [numpy_helper.from_array(value, name) for value, name in zip(values, _HEADS, strict=True)]
        nodes.append(helper.make_node("DynamicQuantizeMatMul", [STATES, *_HEADS], [CLUES], domain=CONTRIB))
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(constants)
    return out


def columns(fit: Fit) -> npt.NDArray[np.float64]:
    """The weights of the states side by side, for each of ``POOLS`` one group of columns."""
    return np.concatenate(np.split(fit.states, len(POOLS)), axis=1)


def kept(fit: Fit, tagger: str) -> dict[str, object]:
    """What the sourcing room keeps of a fit: the votes of what the rules find, and for which tagger."""
    told = {name: _short(votes) for name, votes in zip(fit.names, fit.told, strict=True)}
    return {"tagger": tagger, "always": _short(fit.always), "told": told}


def _short(votes: npt.NDArray[np.float64]) -> list[float]:
    return [round(float(vote), DIGITS) for vote in votes]


def checked(known: Sequence[Case]) -> Iterator[str]:
    """How the fit does on articles it has not seen, beside the rules alone, as lines of text."""
    folds = [sum(case.text.encode()) % FOLDS for case in known]
    answers: dict[int, tuple[Identity, Sector]] = {}
    for fold in range(FOLDS):
        inside = [i for i, f in enumerate(folds) if f == fold]
        fit = fitted([case for case, f in zip(known, folds, strict=True) if f != fold])
        answers |= dict(zip(inside, zip(*fit.answers([known[i] for i in inside]), strict=True), strict=True))
    named = [case.identity in IDENTITIES for case in known]  # whether a name is withheld is not voted on
    yield f"{'right in percent':20}{'n':>6}{'identity: rules':>18}{'fit':>6}{'sector: rules':>16}{'fit':>6}"
    for of in dict.fromkeys(case.of for case in known):
        own = [i for i, case in enumerate(known) if case.of == of]
        figures = [
            _share(known[i].by_rules[0] is known[i].identity for i in own if named[i]),
            _share(answers[i][0] is known[i].identity for i in own if named[i]),
            _share(known[i].by_rules[1] is known[i].sector for i in own if known[i].sector),
            _share(answers[i][1] is known[i].sector for i in own if known[i].sector),
        ]
        rules_identity, fit_identity, rules_sector, fit_sector = figures
        yield f"{of:20}{len(own):6}{rules_identity:18.1f}{fit_identity:6.1f}{rules_sector:16.1f}{fit_sector:6.1f}"


def _share(right: Iterable[bool]) -> float:
    every = list(right)
    return 100 * sum(every) / max(1, len(every))


def main() -> None:
    """Fit, print what cross-validation says, write the two halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--weights", type=Path, required=True, help="folder of the tagger; its tagger.onnx is changed")
    parser.add_argument("--out", type=Path, required=True, help="the file for what the rules' findings weigh")
    arguments = parser.parse_args()
    path = arguments.weights / MODEL_FILE
    model = onnx.load(path)
    with tempfile.TemporaryDirectory() as folder:
        onnx.save(with_heads(model, None), Path(folder) / MODEL_FILE)
        (Path(folder) / TOKENIZER_FILE).symlink_to((arguments.weights / TOKENIZER_FILE).resolve())
        known = list(gathered(Tagger(Path(folder)), arguments.corpora))
    print("\n".join(checked(known)))
    fit = fitted(known)
    save(with_heads(model, columns(fit)), path)
    facets = json.dumps(kept(fit, Tagger(arguments.weights).version), indent=0)
    arguments.out.write_text(facets + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
