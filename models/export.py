"""From a checkpoint to what ships: an ONNX graph with 8-bit weights and the table of pieces.

    python -m models.export CHECKPOINT FOLDER [--float]

The graph is written here operation by operation. Of onnxruntime's fused operations those that are faster than their
parts are used (the product with dynamic quantisation, the scaled product, Gelu), and not its attention and its norm
with residual, which took half of the time. Weights are quantised by column, the table of pieces by row, activations
while it runs; a few loud features, whose values are many times those of the others and would take the scale from them,
are multiplied apart in float (as in Dettmers et al. 2022).
In: `pieces` (batch x length, filled up with 1) and `firsts` (flat places of the words' first pieces). Out: `beliefs`,
the logarithm of the probability of each tag.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from marsad.annotate.engines.pieces import PAD, Pieces
from models import corpora, train
from models.chunks import chunks, tensors
from models.network import Network

Array = NDArray[np.float32]

HEADS = 12
EPSILON = 1e-12
FUSED = "com.microsoft"
TEMPERATURE = 0.75  # as `python -m models.evaluate` finds it
UNSEEN = -10_000.0  # added to the score of what may not be looked at
LOUD = {"inner": 10.0, "outer": 6.0}  # from what value on a feature of the input of these layers is loud
HEARD = 12  # articles by which that is told


class Graph:
    """A graph in the making: nodes and constants, each result with a name of its own."""

    def __init__(self, *, quantised: bool) -> None:
        self.quantised = quantised
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: NDArray[np.generic]) -> str:
        """A constant's name."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, *inputs: str, domain: str = "", **settings: object) -> str:
        """The name of the result of an operation."""
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], domain=domain, **settings))
        return name

    def linear(self, states: str, weight: Array, bias: Array, loud: Sequence[int] = ()) -> str:
        """`weight` is output x input, as torch has it; the features `loud` of the input stay float."""
        if loud and self.quantised:
            quiet = np.ones(weight.shape[1], np.float32)
            quiet[list(loud)] = 0
            main = self.linear(self.add("Mul", states, self.constant(quiet)), weight * quiet, bias)
            few = self.add("Gather", states, self.constant(np.array(loud)), axis=-1)
            return self.add("Add", main, self.add("MatMul", few, self.constant(weight[:, list(loud)].T)))
        if not self.quantised:
            return self.add("Add", self.add("MatMul", states, self.constant(weight.T)), self.constant(bias))
        scale = np.maximum(np.abs(weight).max(axis=1) / 127, 1e-8).astype(np.float32)
        eight = np.rint(weight / scale[:, None]).astype(np.int8).T
        zero = self.constant(np.zeros(len(scale), np.int8))
        inputs = self.constant(eight), self.constant(scale), zero, self.constant(bias)
        return self.add("DynamicQuantizeMatMul", states, *inputs, domain=FUSED)

    def normed(self, states: str, other: str, scale: Array, bias: Array) -> str:
        """The norm of a sum."""
        inputs = self.add("Add", states, other), self.constant(scale), self.constant(bias)
        return self.add("LayerNormalization", *inputs, epsilon=EPSILON)

    def attended(self, query: str, key: str, value: str, mask: str, hidden: int) -> str:
        """Attention of several heads; `mask` is added to its scores."""
        split = self.constant(np.array([0, 0, HEADS, hidden // HEADS]))
        query, value = (
            self.add("Transpose", self.add("Reshape", part, split), perm=[0, 2, 1, 3]) for part in (query, value)
        )
        key = self.add("Transpose", self.add("Reshape", key, split), perm=[0, 2, 3, 1])
        scores = self.add("FusedMatMul", query, key, domain=FUSED, alpha=(hidden // HEADS) ** -0.5)
        chances = self.add("Softmax", self.add("Add", scores, mask), axis=-1)
        joined = self.add("Transpose", self.add("MatMul", chances, value), perm=[0, 2, 1, 3])
        return self.add("Reshape", joined, self.constant(np.array([0, 0, hidden])))

    def rows(self, table: Array, numbers: str) -> str:
        """Rows of a table by their numbers."""
        if not self.quantised:
            return self.add("Gather", self.constant(table), numbers)
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-8).astype(np.float32)
        eight = self.add("Gather", self.constant(np.rint(table / scale).astype(np.int8)), numbers)
        return self.add(
            "Mul", self.add("Cast", eight, to=TensorProto.FLOAT), self.add("Gather", self.constant(scale), numbers)
        )


def graph(
    weights: Mapping[str, Array], loud: Mapping[str, list[int]], *, quantised: bool, temperature: float = 1.0
) -> onnx.ModelProto:
    """The whole network; scores are divided by `temperature` before they become probabilities.

    `loud`: features of the input of a linear layer, by its name, that are not quantised.
    """
    g = Graph(quantised=quantised)
    hidden = weights["words.weight"].shape[1]
    length = g.add("Slice", g.add("Shape", "pieces"), *(g.constant(np.array([at])) for at in (1, 2)))
    zero = g.constant(np.array([0]))
    places = g.add("Slice", g.constant(weights["places"]), zero, length, zero)
    states = g.add("Add", g.rows(weights["words.weight"], "pieces"), places)
    norm = g.constant(weights["norm.weight"]), g.constant(weights["norm.bias"])
    states = g.add("LayerNormalization", states, *norm, epsilon=EPSILON)
    filling = g.add("Equal", "pieces", g.constant(np.array(PAD, np.int32)))
    shut, free = g.constant(np.array(UNSEEN, np.float32)), g.constant(np.array(0, np.float32))
    mask = g.add("Unsqueeze", g.add("Where", filling, shut, free), g.constant(np.array([1, 2])))
    for number in range(sum(name.endswith(".qkv.weight") for name in weights)):
        prefix = f"layers.{number}."
        layer = {name.removeprefix(prefix): value for name, value in weights.items() if name.startswith(prefix)}
        apart = {part: loud.get(prefix + part, []) for part in LOUD}
        states = _layer(g, layer, apart, states, mask)
    flat = g.add("Reshape", states, g.constant(np.array([-1, hidden])))
    chosen = g.add("Gather", flat, "firsts")
    head = g.constant(weights["tags.weight"].T / np.float32(temperature))
    scores = g.add("Add", g.add("MatMul", chosen, head), g.constant(weights["tags.bias"] / np.float32(temperature)))
    g.nodes.append(helper.make_node("LogSoftmax", [scores], ["beliefs"], axis=-1))
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT32, ["batch", "length"]),
        helper.make_tensor_value_info("firsts", TensorProto.INT64, ["words"]),
    ]
    tags = len(weights["tags.bias"])
    outputs = [helper.make_tensor_value_info("beliefs", TensorProto.FLOAT, ["words", tags])]
    made = helper.make_graph(g.nodes, "marsad-model-ar", inputs, outputs, g.constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9, producer_name="marsad")


def _layer(g: Graph, layer: Mapping[str, Array], loud: Mapping[str, list[int]], states: str, mask: str) -> str:
    weight, bias = layer["qkv.weight"], layer["qkv.bias"]
    hidden = weight.shape[1]
    parts = [slice(at * hidden, (at + 1) * hidden) for at in range(3)]
    query, key, value = (g.linear(states, weight[part], bias[part]) for part in parts)
    attended = g.linear(g.attended(query, key, value, mask, hidden), layer["out.weight"], layer["out.bias"])
    states = g.normed(attended, states, layer["norm.weight"], layer["norm.bias"])
    deep = g.add("Gelu", g.linear(states, layer["inner.weight"], layer["inner.bias"], loud["inner"]), domain=FUSED)
    deep = g.linear(deep, layer["outer.weight"], layer["outer.bias"], loud["outer"])
    return g.normed(deep, states, layer["last.weight"], layer["last.bias"])


def loudest(net: Network, pieces: Pieces) -> dict[str, list[int]]:
    """The features that are loud in some of the articles, by the name of the layer that reads them."""
    heard: dict[str, Tensor] = {}

    def listener(name: str) -> Callable[[nn.Module, tuple[Tensor, ...], Tensor], None]:
        def listen(_: nn.Module, inputs: tuple[Tensor, ...], __: Tensor) -> None:
            most = inputs[0].reshape(-1, inputs[0].shape[-1]).abs().amax(0)
            heard[name] = torch.maximum(heard.get(name, most), most)

        return listen

    for name, module in net.named_modules():
        if name.rpartition(".")[2] in LOUD:
            module.register_forward_hook(listener(name))
    net.eval()
    with torch.no_grad():
        for article in corpora.articles()[:: len(corpora.articles()) // HEARD]:
            text = [(article.words[start:end], article.tags[start:end]) for start, end in article.sentences]
            for chunk in chunks(text, pieces, train.LONGEST):
                net(*tensors([chunk])[:2])
    return {
        name: [at for at, value in enumerate(most.tolist()) if value > LOUD[name.rpartition(".")[2]]]
        for name, most in heard.items()
    }


def export(checkpoint: Path, folder: Path, *, quantised: bool, temperature: float = TEMPERATURE) -> None:
    """Writes `encoder.onnx` and `pieces.tsv` into `folder`."""
    numbers, pieces = train.kept_pieces()
    net = train.fresh(numbers, 0)
    net.load_state_dict(torch.load(checkpoint))
    weights = {name: value.numpy() for name, value in net.state_dict().items()}
    loud = loudest(net, pieces) if quantised else {}
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(graph(weights, loud, quantised=quantised, temperature=temperature), folder / "encoder.onnx")
    (folder / "pieces.tsv").write_text(pieces.text(), "utf-8")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--float", action="store_true", help="without quantisation, to see what it costs")
    parser.add_argument("--temperature", type=float, default=TEMPERATURE)
    chosen = parser.parse_args()
    export(chosen.checkpoint, chosen.folder, quantised=not chosen.float, temperature=chosen.temperature)


if __name__ == "__main__":
    main()
