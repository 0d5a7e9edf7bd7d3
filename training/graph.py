"""The trained network as an ONNX graph, written out for speed on a CPU.

What an exporter and its optimiser leave on the table is done here by hand, each measured with ``make bench``: matrix
products in int8 with their scales and biases in one operator, layer norm in vectorised pieces (the runtime's own
kernel takes three times as long) whose shift is left to the products behind it, one operator for attention, and in
the last layer only the words' first pieces.

Eight bits for a whole tensor are few where one number is far larger than the rest. Here it is the piece CLS, on which
a few units are nearly constant and huge. So the feed-forward part's inner values are cut at ``INNER_TOP``, and its
first product reads the norm's output before the learned factors that make one channel large.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.encoder import Encoder, Layer
from training.network import STATE_LAYERS, Network

OPSET = 17
WEIGHT_LIMIT = 63  # seven bits: sums of two products then fit sixteen bits, where processors without VNNI keep them
INNER_LEAST, INNER_TOP = -0.17, 8.0  # least value of GELU; a top that only CLS passes
STATES = "states"  # what the words are like at some depths, for heads that are fitted later (training/facets.py)
CLUES = "clues"
HEDGES = "hedges"
CONTRIB = "com.microsoft"

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Normed:
    """A layer norm's output in parts: ``unit`` has mean 0 and variance 1, ``scaled`` is ``unit * factor``.

    The norm's shift is added nowhere: whoever reads it counts it into a bias.
    """

    unit: str
    scaled: str
    factor: Numbers
    shift: Numbers


def _numbers(values: Tensor) -> Numbers:
    return values.detach().double().numpy()


class Graph:
    """Collects nodes and constants; every method returns the name of what it adds."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.seen: list[Normed] = []

    def constant(self, values: npt.ArrayLike, kind: npt.DTypeLike = np.float32) -> str:
        """Add a constant."""
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values, kind), name))
        return name

    def add(self, operator: str, *inputs: str, domain: str = "", outputs: str | None = None, **settings: Any) -> str:
        """Add a node with one output."""
        name = outputs or f"value{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], domain=domain, **settings))
        return name

    def product(self, hidden: str, weight: Numbers, bias: Numbers) -> str:
        """``hidden @ weight.T + bias``: int8 weights, a scale an output; inputs quantised by their own range."""
        small, scale = self._small(weight)
        zero = self.constant(np.zeros(len(scale)), np.int8)
        return self.add(
            "DynamicQuantizeMatMul", hidden, small, self.constant(scale), zero, self.constant(bias), domain=CONTRIB
        )

    def inner_product(self, inner: str, weight: Numbers, bias: Numbers) -> str:
        """The same for values of GELU, by the fixed range ``INNER_LEAST`` to ``INNER_TOP``: what is above is cut."""
        small, scale = self._small(weight)
        step = self.constant((INNER_TOP - INNER_LEAST) / 255)
        nothing = self.constant(round(-INNER_LEAST * 255 / (INNER_TOP - INNER_LEAST)), np.uint8)
        zero = self.constant(np.zeros(len(scale)), np.int8)
        return self.add(
            "MatMulIntegerToFloat", self.add("QuantizeLinear", inner, step, nothing), small, step,
            self.constant(scale), nothing, zero, self.constant(bias), domain=CONTRIB,
        )  # fmt: skip

    def _small(self, weight: Numbers) -> tuple[str, Numbers]:
        """A product's weights in int8, inputs first, and the scale of each output."""
        scale = np.maximum(np.abs(weight).max(1), 1e-12) / WEIGHT_LIMIT
        return self.constant(np.rint(weight / scale[:, None]).T, np.int8), scale

    def norm(self, hidden: str, norm: nn.LayerNorm) -> Normed:
        """Layer norm over the last axis."""
        centred = self.add("Sub", hidden, self.add("ReduceMean", hidden, axes=[-1], keepdims=1))
        variance = self.add("ReduceMean", self.add("Mul", centred, centred), axes=[-1], keepdims=1)
        deviation = self.add("Sqrt", self.add("Add", variance, self.constant(norm.eps)))
        unit, factor = self.add("Div", centred, deviation), _numbers(norm.weight)
        return Normed(unit, self.add("Mul", unit, self.constant(factor)), factor, _numbers(norm.bias))

    def table(self, index: str, rows: Tensor) -> str:
        """Rows of an int8 table with a scale for each row."""
        numbers = rows.detach().double().numpy()
        scale = np.maximum(np.abs(numbers).max(1, keepdims=True), 1e-12) / WEIGHT_LIMIT
        small = self.add("Gather", self.constant(np.rint(numbers / scale), np.int8), index)
        wide = self.add("Cast", small, to=TensorProto.FLOAT)
        return self.add("Mul", wide, self.add("Gather", self.constant(scale), index))

    def layer(self, hidden: Normed, layer: Layer, words: str | None) -> Normed:
        """One encoder layer; with ``words`` only those pieces come out of it."""
        looks = self.add("Gather", hidden.scaled, words, axis=1) if words else hidden.scaled
        seen = self._attention(hidden, looks, layer)
        read = self.product(seen, _numbers(layer.read.weight), _numbers(layer.read.bias) + hidden.shift)
        middle = self.norm(self.add("Add", looks, read), layer.first_norm)
        weight = _numbers(layer.wide.weight)
        wide = self.product(middle.unit, weight * middle.factor, _numbers(layer.wide.bias) + weight @ middle.shift)
        inner = self.add("Gelu", wide, domain=CONTRIB)
        narrow = self.inner_product(inner, _numbers(layer.narrow.weight), _numbers(layer.narrow.bias) + middle.shift)
        return self.norm(self.add("Add", middle.scaled, narrow), layer.second_norm)

    def _attention(self, hidden: Normed, looks: str, layer: Layer) -> str:
        """What the pieces ``looks`` see in ``hidden``; one product for query, key and value where both are the same."""
        width = layer.read.in_features
        weight = _numbers(layer.mixed.weight)
        bias = _numbers(layer.mixed.bias) + weight @ hidden.shift
        for part in (weight, bias):
            part[:width] /= math.sqrt(width // layer.heads)
        if looks == hidden.scaled:
            parts = [f"value{len(self.nodes)}{name}" for name in ("query", "key", "value")]
            mixed = self.product(hidden.scaled, weight, bias)
            self.nodes.append(helper.make_node("Split", [mixed, self.constant([width] * 3, np.int64)], parts, axis=-1))
        else:
            rows = [slice(i * width, (i + 1) * width) for i in range(3)]
            reads = (looks, hidden.scaled, hidden.scaled)
            parts = [self.product(r, weight[s], bias[s]) for r, s in zip(reads, rows, strict=True)]
        return self.add("MultiHeadAttention", *parts, domain=CONTRIB, num_heads=layer.heads, scale=1.0)

    def encoder(self, encoder: Encoder, words: str) -> Normed:
        """The whole encoder: hidden states of the words' first pieces, ``[1, words, width]``."""
        length = self.add("Shape", "ids", start=1, end=2)
        places = self.add(
            "Slice", self.constant(encoder.positions.detach().numpy()), self.constant([0], np.int64), length
        )
        case = self.add("Gather", self.constant(encoder.case.weight.detach().numpy()), "case")
        embedded = self.add("Add", self.add("Add", self.table("ids", encoder.pieces.weight), case), places)
        hidden = self.norm(embedded, encoder.norm)
        for number, layer in enumerate(encoder.layers):
            assert isinstance(layer, Layer)
            if number in STATE_LAYERS:
                self.seen.append(replace(hidden, unit=self.add("Gather", hidden.unit, words, axis=1)))
            hidden = self.layer(hidden, layer, words if number == len(encoder.layers) - 1 else None)
        self.add("Concat", *(state.unit for state in self.seen), outputs=STATES, axis=-1)
        return hidden

    def hedges(self, head: nn.Linear) -> None:
        """How much more likely a word begins a hedge, or goes on with one, than not: logits, in full precision."""
        weight, bias = _numbers(head.weight), _numbers(head.bias)
        weight, bias = weight[1:] - weight[0], bias[1:] - bias[0]
        parts = np.split(weight, len(self.seen), axis=1)
        bias = bias + sum(part @ state.shift for part, state in zip(parts, self.seen, strict=True))
        scaled = np.concatenate([part * state.factor for part, state in zip(parts, self.seen, strict=True)], axis=1)
        self.add("Add", self.add("MatMul", STATES, self.constant(scaled.T)), self.constant(bias), outputs=HEDGES)

    def head(self, hidden: Normed, head: nn.Linear, name: str) -> str:
        """A linear output in full precision."""
        weight = _numbers(head.weight)
        product = self.add("MatMul", hidden.scaled, self.constant(weight.T))
        return self.add("Add", product, self.constant(_numbers(head.bias) + weight @ hidden.shift), outputs=name)


def written_out(network: Network) -> onnx.ModelProto:
    """The network as a model.

    Inputs: ``ids`` and ``case`` ``[1, pieces]``, ``first`` ``[words]`` (index of each word's first piece), int64.
    Outputs: ``emissions`` ``[1, words, 7]``, ``pointers`` ``[1, words, 4 * POINTER_WIDTH]``, ``hedges``
    ``[1, words, 2]`` and ``clues``: the value ``STATES``, ``[1, words, 3 * width]``, until heads are fitted that make
    less of it.
    """
    graph = Graph()
    hidden = graph.encoder(network.encoder, "first")
    graph.head(hidden, network.emission, "emissions")
    graph.head(hidden, network.pointer, "pointers")
    assert network.hedges
    graph.hedges(network.hedges)
    graph.add("Identity", STATES, outputs=CLUES)
    shapes: dict[str, list[int | str]] = {
        "ids": [1, "pieces"], "case": [1, "pieces"], "first": ["words"],
        "emissions": [1, "words", network.emission.out_features],
        "pointers": [1, "words", network.pointer.out_features],
        HEDGES: [1, "words", 2],
        CLUES: [1, "words", "numbers"],
    }  # fmt: skip
    kinds = dict.fromkeys(("emissions", "pointers", HEDGES, CLUES), TensorProto.FLOAT)
    values = {n: helper.make_tensor_value_info(n, kinds.get(n, TensorProto.INT64), s) for n, s in shapes.items()}
    body = helper.make_graph(
        graph.nodes,
        "tagger",
        [v for n, v in values.items() if n not in kinds],
        [values[n] for n in kinds],
        graph.constants,
    )
    sets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(body, opset_imports=sets, ir_version=8)
