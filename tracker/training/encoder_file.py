"""The encoder as a file for onnxruntime: its graph, matrices as 8-bit integers with a scale for each row or column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

_OPERATORS = 20
"""The version of ONNX's operators; the first with Gelu."""
_VERSION = 9
"""The version of the file's form, which belongs to those operators."""
_ANSWERS = "answers"
_FAR = -1e9
"""Added to the attention for what is no token."""


def to_onnx(network: Any, heads: int, epsilon: float, scores: Any | None) -> bytes:
    """The network of `base_layers.whole` (token ids and mask → answers) as the bytes of a model.

    `heads` of attention, `epsilon` of its norms. The answer is what the linear layer `scores` makes of the mean over
    the tokens; without one it is the direction of that mean, a vector of length 1.
    """
    from onnx import TensorProto, checker, helper

    graph = _Graph(heads, epsilon)
    values = graph.embedded(network.bottom)
    blind = graph.mask()
    for layer in (*network.bottom.layers, *network.top.layers):
        values = graph.layer(values, blind, layer)
    mean = graph.mean(values)
    width = graph.scored(mean, scores) if scores is not None else graph.directed(mean, network.bottom.words)
    places = ["sentences", "tokens"]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "encoder",
            [helper.make_tensor_value_info(name, TensorProto.INT64, places) for name in ("ids", "mask")],
            [helper.make_tensor_value_info(_ANSWERS, TensorProto.FLOAT, [places[0], width])],
            graph.tensors,
        ),
        opset_imports=[helper.make_opsetid("", _OPERATORS)],
        ir_version=_VERSION,
    )
    checker.check_model(model)
    data: bytes = model.SerializeToString(deterministic=True)
    return data


class _Graph:
    """Nodes and tensors in the order in which they are made; each step gives the name of what it makes."""

    def __init__(self, heads: int, epsilon: float) -> None:
        self.nodes: list[Any] = []
        self.tensors: list[Any] = []
        self._heads = heads
        self._epsilon = epsilon

    def embedded(self, bottom: Any) -> str:
        """Words, places and kind of token, added and normed."""
        words = self._rows(_numbers(bottom.words.weight), "ids")
        places = self._short(_numbers(bottom.places.weight), 0)
        length = self._do("Shape", "ids", start=1, end=2)
        places = self._do("Slice", places, self._whole([0]), length, self._whole([0]))
        placed = self._do("Add", self._do("Add", words, places), self._tensor(_numbers(bottom.kind)))
        return self._norm(placed, bottom.norm)

    def mask(self) -> str:
        """What is added to the attention: nothing for a token, far below all else for what is none."""
        here = self._do("Cast", "mask", to=1)
        gone = self._do("Sub", self._number(1.0), here)
        return self._do("Unsqueeze", self._do("Mul", gone, self._number(_FAR)), self._whole([1, 2]))

    def layer(self, values: str, blind: str, layer: Any) -> str:
        """Attention and inner layer, each added to what came in and normed."""
        attended = self._attention(values, blind, layer.self_attn)
        values = self._norm(self._do("Add", values, attended), layer.norm1)
        inner = self._do("Gelu", self._linear(values, layer.linear1))
        return self._norm(self._do("Add", values, self._linear(inner, layer.linear2)), layer.norm2)

    def mean(self, values: str) -> str:
        """The mean over the tokens."""
        here = self._do("Unsqueeze", self._do("Cast", "mask", to=1), self._whole([2]))
        summed = self._do("ReduceSum", self._do("Mul", values, here), self._whole([1]), keepdims=0)
        return self._do("Div", summed, self._do("ReduceSum", here, self._whole([1]), keepdims=0))

    def scored(self, mean: str, scores: Any) -> int:
        """A linear layer on the mean is the answer; its width."""
        product = self._do("MatMul", mean, self._tensor(_numbers(scores.weight).T))
        self._do("Add", product, self._tensor(_numbers(scores.bias)), name=_ANSWERS)
        return int(scores.out_features)

    def directed(self, mean: str, words: Any) -> int:
        """The direction of the mean is the answer; its width."""
        length = self._do("ReduceL2", mean, self._whole([1]), keepdims=1)
        self._do("Div", mean, length, name=_ANSWERS)
        return int(words.embedding_dim)

    def _attention(self, values: str, blind: str, attention: Any) -> str:
        mixed = self._product(values, _numbers(attention.in_proj_weight), _numbers(attention.in_proj_bias))
        parts = self._split(mixed, 3)
        width = attention.out_proj.in_features
        each = width // self._heads
        query, key, value = (self._do("Reshape", part, self._whole([0, 0, self._heads, each])) for part in parts)
        query = self._do("Transpose", query, perm=[0, 2, 1, 3])
        key = self._do("Transpose", key, perm=[0, 2, 3, 1])
        value = self._do("Transpose", value, perm=[0, 2, 1, 3])
        near = self._do("Mul", self._do("MatMul", query, key), self._number(each**-0.5))
        share = self._do("Softmax", self._do("Add", near, blind), axis=-1)
        seen = self._do("Transpose", self._do("MatMul", share, value), perm=[0, 2, 1, 3])
        return self._linear(self._do("Reshape", seen, self._whole([0, 0, width])), attention.out_proj)

    def _linear(self, values: str, module: Any) -> str:
        return self._product(values, _numbers(module.weight), _numbers(module.bias))

    def _product(self, values: str, weights: Array, bias: Array) -> str:
        return self._do("Add", self._do("MatMul", values, self._short(weights.T, 1)), self._tensor(bias))

    def _norm(self, values: str, module: Any) -> str:
        weights, bias = self._tensor(_numbers(module.weight)), self._tensor(_numbers(module.bias))
        return self._do("LayerNormalization", values, weights, bias, axis=-1, epsilon=self._epsilon)

    def _split(self, values: str, parts: int) -> list[str]:
        from onnx import helper

        names = [f"v{len(self.nodes)}.{part}" for part in range(parts)]
        self.nodes.append(helper.make_node("Split", [values], names, axis=-1, num_outputs=parts))
        return names

    def _do(self, operator: str, *inputs: str, name: str = "", **facts: Any) -> str:
        from onnx import helper

        name = name or f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], **facts))
        return name

    def _short(self, values: Array, axis: int) -> str:
        """A matrix in 8 bits, widened when the model is loaded; a scale for each place on `axis`."""
        short, scale = _shortened(values, axis)
        return self._do("DequantizeLinear", self._tensor(short), self._tensor(scale), axis=axis)

    def _rows(self, values: Array, at: str) -> str:
        """Rows of a matrix in 8 bits, widened when they are taken: of a long one a few are."""
        short, scale = map(self._tensor, _shortened(values, 0))
        wide = self._do("Cast", self._do("Gather", short, at), to=1)
        return self._do("Mul", wide, self._do("Unsqueeze", self._do("Gather", scale, at), self._whole([2])))

    def _number(self, value: float) -> str:
        import numpy as np

        return self._tensor(np.array(value, np.float32))

    def _whole(self, values: list[int]) -> str:
        import numpy as np

        return self._tensor(np.array(values, np.int64))

    def _tensor(self, values: Any) -> str:
        import numpy as np
        from onnx import numpy_helper

        name = f"t{len(self.tensors)}"
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name


def _shortened(values: Array, axis: int) -> tuple[NDArray[np.int8], Array]:
    """A matrix in 8 bits, and the scale for each place on `axis`."""
    import numpy as np

    scale = np.maximum(np.abs(values).max(axis=1 - axis), 1e-9) / 127
    return np.round(values / np.expand_dims(scale, 1 - axis)).astype(np.int8), scale.astype(np.float32)


def _numbers(tensor: Any) -> Array:
    numbers: Array = tensor.detach().numpy()
    return numbers
