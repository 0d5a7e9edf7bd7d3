"""Turn trained weights into the packaged model: ``python -m training.export --trained DIR --out DIR``."""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from tokenizers import Tokenizer

from training.encoder import SLIM, Encoder, package_file
from training.graph import written_out
from training.network import Network

# The first word of a source, cue or content gets so much more, for recall; chosen on dev (EXPERIMENTS.md).
BEGIN_BONUS = (1.05, 0.87, 1.0)
LARGEST_DIFFERENCE = (
    1.0  # between int8 and full precision, in any emission of a random window: a wiring fault gives more
)


def export(trained: Path, out: Path) -> None:
    """Write ``tagger.onnx`` and ``tokenizer.json`` to ``out``."""
    network = Network(Encoder(SLIM), aside=True)
    network.load_state_dict(torch.load(trained / "network.pt", weights_only=True))
    network.eval()
    with torch.no_grad():
        network.emission.bias[1::2] += torch.tensor(BEGIN_BONUS)
    out.mkdir(parents=True, exist_ok=True)
    model = written_out(network)
    _describe(model, network)
    save(model, out / "tagger.onnx")
    _check(out / "tagger.onnx", network)
    tokenizer = Tokenizer.from_file(str(package_file("tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(out / "tokenizer.json"))
    print(f"{out / 'tagger.onnx'}: {(out / 'tagger.onnx').stat().st_size / 1e6:.1f} MB")


def _check(path: Path, network: Network) -> None:
    """Compare the written graph with the network it was written from."""
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    numbers = np.random.default_rng(1)
    ids, case = numbers.integers(1000, 20000, (1, 100)), numbers.integers(0, 4, (1, 100))
    first = np.arange(0, 100, 2)
    emissions = session.run(["emissions"], {"ids": ids, "case": case, "first": first})[0]
    with torch.no_grad():
        true = network(torch.from_numpy(ids), torch.from_numpy(case), torch.ones(1, 100))[0][0, first].numpy()
    difference = float(np.abs(emissions[0] - true).max())
    print(f"largest difference of an emission, int8 against full precision: {difference:.2f}")
    if difference > LARGEST_DIFFERENCE:
        raise SystemExit("the written graph is not the network that was trained")


def _describe(model: onnx.ModelProto, network: Network) -> None:
    """Put the decoder's own numbers into the model's metadata."""
    numbers = {"transitions": network.transitions.tolist(), "distance": network.distance.tolist()}
    for key, rows in numbers.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, json.dumps([[round(x, 5) for x in row] for row in rows])


def save(model: onnx.ModelProto, path: Path) -> None:
    """Write a model whose metadata tell its version: a hash of all else."""
    kept = [entry for entry in model.metadata_props if entry.key != "version"]
    del model.metadata_props[:]
    model.metadata_props.extend(kept)
    version = hashlib.sha256(model.SerializeToString(deterministic=True)).hexdigest()[:12]
    entry = model.metadata_props.add()
    entry.key, entry.value = "version", version
    onnx.checker.check_model(model)
    onnx.save(model, path)


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trained", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=Path("server/onrecord/attribution/weights"))
    arguments = parser.parse_args()
    export(arguments.trained, arguments.out)


if __name__ == "__main__":
    main()
