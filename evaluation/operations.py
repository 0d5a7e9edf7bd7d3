"""How near the network comes to the machine's limit: int8 operations a second, of all of it and of its products."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper

from evaluation.timing import median_seconds

ROUNDS = 40
PRODUCTS = frozenset({"DynamicQuantizeMatMul", "MatMulIntegerToFloat"})


def _products(path: Path) -> list[tuple[int, int]]:
    """Rows and columns of the weights of every int8 product in a model."""
    model = onnx.load(path)
    shapes = {t.name: tuple(t.dims) for t in model.graph.initializer}
    return [shapes[n.input[1]] for n in model.graph.node if n.op_type in PRODUCTS]  # type: ignore[misc]


def _session(model: bytes) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def operations_of(path: Path, pieces: int) -> tuple[float, float]:
    """Operations a second of the whole network on one window, and how many a window needs (int8 products only).

    Multiplications and additions count as one each.
    """
    session = _session(path.read_bytes())
    numbers = np.random.default_rng(1)
    feed = {
        "ids": numbers.integers(1000, 20000, (1, pieces)),
        "case": numbers.integers(0, 4, (1, pieces)),
        "first": np.arange(pieces),
    }
    needed = sum(2.0 * pieces * rows * columns for rows, columns in _products(path))
    return needed / median_seconds(lambda: session.run(None, feed), ROUNDS), needed


def limit(path: Path, pieces: int) -> float:
    """Operations a second of plain int8 matrix products of the network's own shapes, one after the other."""
    done = spent = 0.0
    numbers = np.random.default_rng(1)
    for rows, columns in sorted(set(_products(path))):
        weights = numbers.integers(-127, 128, (rows, columns), dtype=np.int8)
        graph = helper.make_graph(
            [helper.make_node("MatMulInteger", ["a", "w"], ["y"])],
            "product",
            [helper.make_tensor_value_info("a", TensorProto.UINT8, ["n", rows])],
            [helper.make_tensor_value_info("y", TensorProto.INT32, ["n", columns])],
            [numpy_helper.from_array(weights, "w")],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        session = _session(model.SerializeToString())
        feed = {"a": numbers.integers(0, 255, (pieces, rows), dtype=np.uint8)}
        count = _products(path).count((rows, columns))
        spent += count * median_seconds(lambda s=session, f=feed: s.run(None, f), ROUNDS)  # type: ignore[misc]
        done += count * 2.0 * pieces * rows * columns
    return done / spent
