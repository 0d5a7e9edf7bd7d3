"""Turn trained weights into the packaged model: ``python -m training.export --trained DIR --out DIR``.

One window at a time and therefore no padding mask; attention, layer norm and GELU fused; weights of the matrix
products and the word embeddings as int8, activations quantised as they come.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.network import Network, encoder
from training.train import base_model

BEGIN_BONUS = 0.5  # a span's first word gets so much more: trades precision for recall; chosen on dev (EXPERIMENTS.md)
HEADS = 12
WIDTH = 384


class Plain(nn.Module):
    """The same mathematics as ``Network.forward``, written out so that the graph optimiser knows it again."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        attention = [layer.attention.self for layer in network.encoder.encoder.layer]
        self.weights = nn.ParameterList([torch.cat([a.query.weight, a.key.weight, a.value.weight]) for a in attention])
        self.biases = nn.ParameterList([torch.cat([a.query.bias, a.key.bias, a.value.bias]) for a in attention])

    def forward(self, ids: Tensor, case: Tensor) -> tuple[Tensor, Tensor]:
        """Emissions and pointer features of one window."""
        table = self.network.encoder.embeddings
        positions = table.position_embeddings(torch.arange(ids.shape[1]))[None]
        embedded = table.word_embeddings(ids) + self.network.case(case)
        hidden = table.LayerNorm(embedded + positions + table.token_type_embeddings.weight[0])
        for layer, weight, bias in zip(self.network.encoder.encoder.layer, self.weights, self.biases, strict=True):
            batch, length, width = hidden.shape
            mixed = nn.functional.linear(hidden, weight, bias).view(batch, length, 3, HEADS, width // HEADS)
            query, key, value = mixed.permute(2, 0, 3, 1, 4).unbind(0)
            looks = torch.softmax(query @ key.transpose(-1, -2) / (width // HEADS) ** 0.5, -1)
            read = (looks @ value).transpose(1, 2).reshape(batch, length, width)
            hidden = layer.attention.output.LayerNorm(layer.attention.output.dense(read) + hidden)
            inner = nn.functional.gelu(layer.intermediate.dense(hidden))
            hidden = layer.output.LayerNorm(layer.output.dense(inner) + hidden)
        return self.network.emission(hidden), self.network.pointer(hidden)


def export(trained: Path, out: Path) -> None:
    """Write ``tagger.onnx`` and ``tokenizer.json`` to ``out``."""
    network = Network(encoder(base_model()))
    network.load_state_dict(torch.load(trained / "network.pt", weights_only=True))
    network.eval()
    with torch.no_grad():
        network.emission.bias[1::2] += BEGIN_BONUS
    plain = Plain(network).eval()
    ids, case = torch.randint(1000, 20000, (1, 50)), torch.randint(0, 4, (1, 50))
    with torch.no_grad():
        pairs = zip(plain(ids, case), network(ids, case, torch.ones_like(ids)), strict=True)
        difference = max(float((a - b).abs().max()) for a, b in pairs)
    if difference > 1e-3:
        raise SystemExit(f"the written-out network differs from the trained one by {difference}")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        raw, fused = Path(scratch) / "raw.onnx", Path(scratch) / "fused.onnx"
        names = ("ids", "case", "emissions", "pointers")
        torch.onnx.export(
            plain, (ids, case), str(raw), input_names=list(names[:2]), output_names=list(names[2:]),
            dynamic_axes={name: {1: "pieces"} for name in names}, opset_version=17, dynamo=False,
        )  # fmt: skip
        graph = optimizer.optimize_model(str(raw), model_type="bert", num_heads=HEADS, hidden_size=WIDTH, opt_level=0)
        print("fused:", {k: v for k, v in graph.get_fused_operator_statistics().items() if v})
        graph.save_model_to_file(str(fused))
        quantize_dynamic(
            fused, out / "tagger.onnx", weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Attention", "Gather"], extra_options={"DefaultTensorType": 1},
        )  # fmt: skip
    _describe(out / "tagger.onnx", network)
    tokenizer = Tokenizer.from_file(str(base_model() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(out / "tokenizer.json"))
    print(f"{out / 'tagger.onnx'}: {(out / 'tagger.onnx').stat().st_size / 1e6:.1f} MB")


def _describe(path: Path, network: Network) -> None:
    """Put the decoder's own numbers and a version (a hash of the weights) into the model's metadata."""
    model = onnx.load(path)
    version = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    numbers = {
        "transitions": network.transitions.tolist(),
        "distance": network.distance.tolist(),
    }
    facts = {key: json.dumps([[round(x, 5) for x in row] for row in rows]) for key, rows in numbers.items()}
    for key, value in (facts | {"version": version}).items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
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
