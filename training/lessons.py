"""What the teacher says of texts: ``python -m training.lessons --teacher DIR --out DIR``.

The teacher (``training.train --base mpnet``) is too large to ship. It reads the training articles and articles without
any annotation once, and its emissions for every word are kept; the small network then learns from them beside the
annotation (``training.train --lessons DIR``).
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor, multiprocessing

from onrecord.attribution.decoding import LABELS
from onrecord.attribution.windows import SEPARATOR, Paragraph, Window, pack
from training.corpus import Document, tokenised
from training.data import annotated, unannotated
from training.encoder import MPNET, Encoder, package_file
from training.network import Network

LIMIT = 192  # pieces of a window that the teacher reads, the longest it was trained on
Halves = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The teacher's emissions for the words of a text, by the code point at which each begins."""

    place: dict[int, int]
    emissions: Halves

    def of(self, window: Window, length: int) -> Tensor:
        """Emissions ``[length, 7]`` of a window's words; what is no word is surely outside."""
        emissions = np.full((length, len(LABELS)), -100.0, np.float32)
        emissions[:, 0] = 0.0
        words = [i for i, word in enumerate(window.words) if word != SEPARATOR]
        emissions[words] = self.emissions[[self.place[window.words[i][0]] for i in words]]
        return torch.from_numpy(emissions)


def lesson(network: Network, parts: list[list[Paragraph]]) -> tuple[list[int], Halves]:
    """Begin and emissions of every word of a text."""
    starts: list[int] = []
    emissions = []
    for window in pack([paragraph for passage in parts for paragraph in passage], LIMIT):
        ids, case = torch.tensor([window.ids]), torch.tensor([window.case])
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            says, *_ = network(ids, case, torch.ones_like(ids))
        words = [i for i, word in enumerate(window.words) if word != SEPARATOR]
        starts += [window.words[i][0] for i in words]
        emissions.append(says[0, [window.first[i] for i in words]].float().numpy().astype(np.float16))
    return starts, np.concatenate(emissions)


def write(rank: int, world: int, arguments: argparse.Namespace) -> None:
    """One process' share of the texts."""
    torch.set_num_threads(1)
    network = Network(Encoder(MPNET))
    network.load_state_dict(torch.load(arguments.teacher / "network.pt", weights_only=True))
    network.eval()
    tokenizer = Tokenizer.from_file(str(package_file("tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    documents = [*annotated(arguments.corpora), *unannotated(arguments.corpora)][rank::world]
    kept: dict[str, npt.NDArray[np.generic]] = {}
    for number, (document, parts) in enumerate(zip(documents, tokenised(tokenizer, documents), strict=True)):
        if any(parts):
            for name, values in zip(("starts", "emissions"), lesson(network, parts), strict=True):
                kept[f"{document.id} {name}"] = np.asarray(values)
        if rank == 0 and number % 100 == 0:
            print(f"{number}/{len(documents)}", flush=True)
    np.savez(arguments.out / f"lessons{rank}.npz", **kept)
    if rank == 0:
        (arguments.out / "transitions.json").write_text(json.dumps(network.transitions.tolist()))


def transitions(folder: Path) -> Tensor:
    """The teacher's own preferences for which label follows which, ``[7, 7]``."""
    return torch.tensor(json.loads((folder / "transitions.json").read_text()))


def read(folder: Path, documents: list[Document]) -> dict[str, Lesson]:
    """The lessons of some documents, by document id."""
    wanted = {document.id for document in documents}
    found = {}
    for path in sorted(folder.glob("lessons*.npz")):
        with np.load(path) as kept:
            for name in [n.removesuffix(" starts") for n in kept.files if n.endswith(" starts")]:
                if name in wanted:
                    place = {start: i for i, start in enumerate(kept[f"{name} starts"].tolist())}
                    found[name] = Lesson(place, kept[f"{name} emissions"])
    return found


def main() -> None:
    """Parse the command line and let the teacher read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--teacher", type=Path, default=Path("build/teacher"))
    parser.add_argument("--out", type=Path, default=Path("build/lessons"))
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    multiprocessing.spawn(write, (arguments.processes, arguments), nprocs=arguments.processes)


if __name__ == "__main__":
    main()
