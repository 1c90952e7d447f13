"""Write the pair network down as an ONNX graph of whole numbers where it multiplies, for one pair of texts at a time.

The large products run on 8-bit numbers: each output column of a weight has its own scale and keeps to 64 either side,
so that a processor whose sums are 16 bits wide cannot overflow, and gives the integers of one that is made for this.
Inputs of a product are scaled by what the pair itself holds, which is why there is no batch: a companion would change
the numbers. The softmax is written out in steps, since onnxruntime's own sums a row in another order on wider
processors; all other steps were found to give the same bits on x86-64 from AVX2 on.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from onnx import ModelProto, TensorProto, helper, numpy_helper

HEADS = 12
LAYERS = 6
WIDTH = 384
EPSILON = 1e-12
OPSET, IR_VERSION = 20, 9
"""Standard operations only, read by onnxruntime from 1.17 on."""
STEPS = 64
"""Steps either side of zero that a weight is rounded to: two products with a byte still fit into 16 bits."""
TABLE_STEPS = 127
"""The same for a table that is only looked up in, so that nothing can overflow."""

Weights = Mapping[str, np.ndarray]


class _Graph:
    """Collects operations and constants; each operation is named by its place."""

    def __init__(self) -> None:
        self.nodes: list = []
        self.constants: dict[str, np.ndarray] = {}

    def keep(self, name: str, values: np.ndarray) -> str:
        """Keep a constant under a name."""
        self.constants.setdefault(name, values)
        return name

    def whole(self, *values: int) -> str:
        """Keep whole numbers, such as the shape or axis that an operation asks for."""
        return self.keep(f"whole_{'_'.join(map(str, values))}", np.array(values, dtype=np.int64))

    def add(self, operation: str, *inputs: str, outputs: int = 1, **attributes: object) -> str:
        """Add an operation; of several outputs the first is `name`, the others `name.1` and so on."""
        name = f"{operation}_{len(self.nodes)}"
        outs = [name, *(f"{name}.{place}" for place in range(1, outputs))]
        self.nodes.append(helper.make_node(operation, inputs, outs, name=name, **attributes))
        return name

    def as_model(self, inputs: tuple[str, ...], output: str, answers: int) -> ModelProto:
        """Close the graph."""
        graph = helper.make_graph(
            [*self.nodes, helper.make_node("Identity", [output], ["logits"], name="logits")],
            "pair_model",
            [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "length"]) for name in inputs],
            [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, answers])],
            [numpy_helper.from_array(np.array(values, order="C"), name) for name, values in self.constants.items()],
        )
        opset = helper.make_opsetid("", OPSET)
        return helper.make_model(graph, opset_imports=[opset], ir_version=IR_VERSION, producer_name="magcite")


def build_graph(weights: Weights, longest: int) -> ModelProto:
    """Build the graph from the weights of a trained `PairNetwork`, for pairs of up to so many tokens."""
    graph = _Graph()
    states = _embed(graph, weights, longest)
    for place in range(LAYERS):
        layer = _below(weights, f"encoder.encoder.layer.{place}.")
        states = _normalise(graph, states, _attend(graph, states, layer, place), layer, f"{place}.attention.output")
        states = _normalise(graph, states, _feed_forward(graph, states, layer, place), layer, f"{place}.output")
    first = graph.add("Gather", states, graph.keep("first", np.array(0, dtype=np.int64)), axis=1)
    mean = graph.add("ReduceMean", states, graph.whole(1), keepdims=0)
    both = graph.add("Concat", first, mean, axis=1)
    head = graph.keep("head.weight", weights["head.weight"].T)
    logits = graph.add("Gemm", both, head, graph.keep("head.bias", weights["head.bias"]))
    return graph.as_model(("input_ids", "token_type_ids"), logits, len(weights["head.bias"]))


def _below(weights: Weights, prefix: str) -> Weights:
    return {name.removeprefix(prefix): values for name, values in weights.items() if name.startswith(prefix)}


def _embed(graph: _Graph, weights: Weights, longest: int) -> str:
    tables = _below(weights, "encoder.embeddings.")
    words, scales = round_rows(tables["word_embeddings.weight"])
    looked_up = graph.add("Gather", graph.keep("words", words), "input_ids")
    scale = graph.add("Gather", graph.keep("words.scale", scales[:, None]), "input_ids")
    word = graph.add("Mul", graph.add("Cast", looked_up, to=TensorProto.FLOAT), scale)
    kind = graph.add("Gather", graph.keep("kinds", tables["token_type_embeddings.weight"]), "token_type_ids")
    length = graph.add("Shape", "input_ids", start=1, end=2)
    positions = graph.keep("positions", tables["position_embeddings.weight"][:longest])
    place = graph.add("Slice", positions, graph.whole(0), length, graph.keep("axis", np.array([0], dtype=np.int64)))
    summed = graph.add("Add", graph.add("Add", word, kind), place)
    gain, bias = (graph.keep(f"embeddings.{name}", tables[f"LayerNorm.{name}"]) for name in ("weight", "bias"))
    return graph.add("LayerNormalization", summed, gain, bias, axis=-1, epsilon=EPSILON)


def _attend(graph: _Graph, states: str, layer: Weights, place: int) -> str:
    """Let each token look at all others; the softmax divides after the product, where there is less to divide."""
    parts = [(layer[f"attention.self.{name}.weight"], layer[f"attention.self.{name}.bias"]) for name in _LOOKS]
    root = np.float32((WIDTH // HEADS) ** -0.5)
    weight = np.concatenate([parts[0][0] * root, parts[1][0], parts[2][0]])
    bias = np.concatenate([parts[0][1] * root, parts[1][1], parts[2][1]])
    joined = graph.add(
        "Reshape", _multiply(graph, states, weight, bias, f"{place}.attention.self"), graph.whole(*_SPLIT)
    )
    query, key, value = (_part(graph, joined, number) for number in range(3))
    seen = graph.add("MatMul", query, graph.add("Transpose", key, perm=[0, 1, 3, 2]))
    top = graph.add("ReduceMax", seen, graph.whole(-1), keepdims=1)
    powers = graph.add("Exp", graph.add("Sub", seen, top))
    total = graph.add("ReduceSum", powers, graph.whole(-1), keepdims=1)
    mixed = graph.add("Div", graph.add("MatMul", powers, value), total)
    merged = graph.add("Reshape", graph.add("Transpose", mixed, perm=[0, 2, 1, 3]), graph.whole(1, -1, WIDTH))
    return _dense(graph, merged, layer, place, "attention.output.dense")


_LOOKS = ("query", "key", "value")
_SPLIT = (1, -1, 3 * HEADS, WIDTH // HEADS)


def _part(graph: _Graph, joined: str, number: int) -> str:
    """Take query, key or value out of the joined product: one row of heads each."""
    own = graph.add("Slice", joined, graph.whole(number * HEADS), graph.whole((number + 1) * HEADS), graph.whole(2))
    return graph.add("Transpose", own, perm=[0, 2, 1, 3])


def _feed_forward(graph: _Graph, states: str, layer: Weights, place: int) -> str:
    wide = graph.add("Gelu", _dense(graph, states, layer, place, "intermediate.dense"))
    return _dense(graph, wide, layer, place, "output.dense")


def _normalise(graph: _Graph, states: str, change: str, layer: Weights, name: str) -> str:
    own = name.partition(".")[2]
    gain = graph.keep(f"{name}.gain", layer[f"{own}.LayerNorm.weight"])
    bias = graph.keep(f"{name}.bias", layer[f"{own}.LayerNorm.bias"])
    return graph.add("LayerNormalization", graph.add("Add", change, states), gain, bias, axis=-1, epsilon=EPSILON)


def _dense(graph: _Graph, states: str, layer: Weights, place: int, name: str) -> str:
    return _multiply(graph, states, layer[f"{name}.weight"], layer[f"{name}.bias"], f"{place}.{name}")


def _multiply(graph: _Graph, states: str, weight: np.ndarray, bias: np.ndarray, name: str) -> str:
    """Multiply in whole numbers, and turn the sums back into floats."""
    rounded, scales = round_rows(weight, STEPS)
    given = graph.add("DynamicQuantizeLinear", states, outputs=3)
    zero = graph.keep("zero", np.array(0, dtype=np.int8))
    sums = graph.add("MatMulInteger", given, graph.keep(f"{name}.weight", rounded.T), f"{given}.2", zero)
    scale = graph.add("Mul", f"{given}.1", graph.keep(f"{name}.scale", scales))
    product = graph.add("Mul", graph.add("Cast", sums, to=TensorProto.FLOAT), scale)
    return graph.add("Add", product, graph.keep(f"{name}.sum_bias", bias))


def round_rows(values: np.ndarray, steps: int = TABLE_STEPS) -> tuple[np.ndarray, np.ndarray]:
    """Round each row to whole steps of its own size; give the rounded rows and the sizes."""
    scales = np.maximum(np.abs(values).max(axis=1), np.float32(1e-12)) / np.float32(steps)
    return np.rint(values / scales[:, None]).astype(np.int8), scales.astype(np.float32)
