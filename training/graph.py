"""The trained network as an ONNX graph, written out for speed on a CPU.

What an exporter and its optimiser leave on the table is done here by hand, each measured with ``make bench``: matrix
products in int8 with their scales and biases in one operator, layer norm in vectorised pieces (the runtime's own
kernel takes three times as long), one operator for attention, and in the last layer only the words' first pieces.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.encoder import Encoder, Layer
from training.network import Network

OPSET = 17
WEIGHT_LIMIT = 63  # seven bits: sums of two products then fit sixteen bits, where processors without VNNI keep them
CONTRIB = "com.microsoft"


class Graph:
    """Collects nodes and constants; every method returns the name of what it adds."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

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

    def product(self, hidden: str, weight: Tensor, bias: Tensor, factor: float = 1.0) -> str:
        """``factor * (hidden @ weight.T + bias)``: int8 weights, a scale an output; inputs quantised as they come."""
        numbers = weight.detach().double().numpy().T * factor
        scale = np.maximum(np.abs(numbers).max(0), 1e-12) / WEIGHT_LIMIT
        return self.add(
            "DynamicQuantizeMatMul", hidden, self.constant(np.rint(numbers / scale), np.int8), self.constant(scale),
            self.constant(np.zeros(len(scale)), np.int8), self.constant(bias.detach().numpy() * factor),
            domain=CONTRIB,
        )  # fmt: skip

    def norm(self, hidden: str, norm: nn.LayerNorm) -> str:
        """Layer norm over the last axis."""
        width = norm.normalized_shape[0]
        centred = self.add("Sub", hidden, self.add("ReduceMean", hidden, axes=[-1], keepdims=1))
        squares = self.add("ReduceSumSquare", centred, axes=[-1], keepdims=1)
        length = self.add("Sqrt", self.add("Add", squares, self.constant(norm.eps * width)))
        unit = self.add("Mul", centred, self.add("Div", self.constant(math.sqrt(width)), length))
        scaled = self.add("Mul", unit, self.constant(norm.weight.detach().numpy()))
        return self.add("Add", scaled, self.constant(norm.bias.detach().numpy()))

    def table(self, index: str, rows: Tensor) -> str:
        """Rows of an int8 table with a scale for each row."""
        numbers = rows.detach().double().numpy()
        scale = np.maximum(np.abs(numbers).max(1, keepdims=True), 1e-12) / WEIGHT_LIMIT
        small = self.add("Gather", self.constant(np.rint(numbers / scale), np.int8), index)
        wide = self.add("Cast", small, to=TensorProto.FLOAT)
        return self.add("Mul", wide, self.add("Gather", self.constant(scale), index))

    def layer(self, hidden: str, layer: Layer, words: str | None) -> str:
        """One encoder layer; with ``words`` only those pieces come out of it."""
        width = layer.read.in_features
        looks = self.add("Gather", hidden, words, axis=1) if words else hidden
        weights, biases = layer.mixed.weight.split(width), layer.mixed.bias.split(width)
        query = self.product(looks, weights[0], biases[0], 1 / math.sqrt(width // layer.heads))
        key, value = (self.product(hidden, weights[i], biases[i]) for i in (1, 2))
        seen = self.add("MultiHeadAttention", query, key, value, domain=CONTRIB, num_heads=layer.heads, scale=1.0)
        read = self.product(seen, layer.read.weight, layer.read.bias)
        hidden = self.norm(self.add("Add", looks, read), layer.first_norm)
        wide = self.product(hidden, layer.wide.weight, nn.Parameter(layer.wide.bias.new_zeros(len(layer.wide.bias))))
        inner = self.add("BiasGelu", wide, self.constant(layer.wide.bias.detach().numpy()), domain=CONTRIB)
        narrow = self.product(inner, layer.narrow.weight, layer.narrow.bias)
        return self.norm(self.add("Add", hidden, narrow), layer.second_norm)

    def encoder(self, encoder: Encoder, words: str) -> str:
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
            hidden = self.layer(hidden, layer, words if number == len(encoder.layers) - 1 else None)
        return hidden

    def head(self, hidden: str, head: nn.Linear, name: str) -> str:
        """A linear output in full precision."""
        weight = self.constant(head.weight.detach().numpy().T)
        return self.add(
            "Add", self.add("MatMul", hidden, weight), self.constant(head.bias.detach().numpy()), outputs=name
        )


def written_out(network: Network) -> onnx.ModelProto:
    """The network as a model.

    Inputs: ``ids`` and ``case`` ``[1, pieces]``, ``first`` ``[words]`` (index of each word's first piece), int64.
    Outputs: ``emissions`` ``[1, words, 7]`` and ``pointers`` ``[1, words, 4 * POINTER_WIDTH]``.
    """
    graph = Graph()
    hidden = graph.encoder(network.encoder, "first")
    graph.head(hidden, network.emission, "emissions")
    graph.head(hidden, network.pointer, "pointers")
    shapes: dict[str, list[int | str]] = {
        "ids": [1, "pieces"], "case": [1, "pieces"], "first": ["words"],
        "emissions": [1, "words", network.emission.out_features],
        "pointers": [1, "words", network.pointer.out_features],
    }  # fmt: skip
    kinds = {"emissions": TensorProto.FLOAT, "pointers": TensorProto.FLOAT}
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
