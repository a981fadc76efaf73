"""What a tuned network begins with: the base's pieces that texts need, its lowest layers as they are, copies of others.

The lowest layers stay as they are, so that what they make of each text is computed once for all epochs and folds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tracker.extraction.learned.network import Words, batches, padded, token_ids
from tracker.training.base_encoder import Base, base_file, read_base
from tracker.training.vocabulary_pruning import needed_pieces, tokenizer_of

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

LAYERS = 12
"""Layers of the base that are kept, from below: all.

With the lowest six, four of them tuned too, the average precision on eleven ministries left out is 0.05 lower after one
epoch (promises 0.80 and 0.76, firm ones 0.73 and 0.68, reports 0.63 and 0.59).
"""
FROZEN = 8
"""Layers of them that are not tuned."""
EPOCHS = 2
"""Times that every example is shown."""
DECAY = 0.01
"""Decay of weights, the default of AdamW."""
BATCH = 32
"""Texts that are read together where nothing is tuned."""
DROPOUT = 0.1
"""The share of values that a step leaves out, as the base was trained."""
LARGEST_STEP = 1.0
"""The length to which a gradient is cut."""
_WARM = 0.1
"""The share of the steps in which the rates rise."""
_LEAST_RATE = 0.02
"""The share of the rates at the last steps."""


class BaseLayers:
    """The base for some texts: the pieces that they need, and what its frozen layers make of each."""

    def __init__(self, rows: Sequence[Words], frozen: int) -> None:
        """Read all `rows`; the lowest `frozen` layers are not tuned."""
        self.frozen = frozen
        self.base = read_base(base_file().read_bytes())
        pieces = needed_pieces(self.base, [part for row in rows for part in row])
        self.tokenizer = tokenizer_of(self.base, pieces)
        self.embeddings: NDArray[np.float32] = self.base.tensors["emb.word"].reshape(-1, self.base.width)[pieces]
        self.hidden = Hidden(self.base, self.embeddings, token_ids(self.tokenizer, rows), frozen)

    def model(self, tuned: nn.Module, scores: nn.Linear | None) -> bytes:
        """Frozen and tuned layers as the bytes of a file; without `scores` it answers the direction of their mean."""
        from tracker.training.encoder_file import to_onnx

        lower = bottom(self.base, self.embeddings, self.frozen)
        return to_onnx(whole_network(lower, tuned), self.base.heads, self.base.epsilon, scores)

    def cutter(self) -> bytes:
        """The tokenizer as the bytes of its file."""
        return str(self.tokenizer.to_str()).encode()


class Hidden:
    """What the frozen layers make of each sentence: one row of numbers for each token."""

    def __init__(self, base: Base, embeddings: NDArray[np.float32], rows: Sequence[Sequence[int]], frozen: int) -> None:
        """`embeddings` of shape (tokens, width), `rows` of tokens."""
        import numpy as np
        import torch

        lower = bottom(base, embeddings, frozen).eval()
        self.lengths = [len(row) for row in rows]
        self._ends = np.cumsum([0, *self.lengths])
        self._values = np.zeros((int(self._ends[-1]), base.width), np.float16)
        with torch.no_grad():
            for places in batches(self.lengths, BATCH):
                ids, mask = _padded([rows[at] for at in places])
                values = lower(ids, mask)
                for value, at in zip(values, places, strict=True):
                    self._values[self._ends[at] : self._ends[at + 1]] = value[: self.lengths[at]].numpy()

    def batch(self, places: Sequence[int]) -> tuple[Tensor, Tensor]:
        """The rows of some sentences as one table of shape (sentences, tokens, width), and where tokens stand."""
        import numpy as np
        import torch

        longest = max(self.lengths[at] for at in places)
        table = torch.zeros(len(places), longest, self._values.shape[1])
        mask = torch.zeros(len(places), longest, dtype=torch.bool)
        for row, at in enumerate(places):
            values = self._values[self._ends[at] : self._ends[at + 1]].astype(np.float32)
            table[row, : self.lengths[at]] = torch.from_numpy(values)
            mask[row, : self.lengths[at]] = True
        return table, mask


def bottom(base: Base, embeddings: NDArray[np.float32], frozen: int) -> nn.Module:
    """Embeddings and frozen layers: token ids and mask → a row of numbers for each token."""
    import torch

    class Bottom(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.words = torch.nn.Embedding.from_pretrained(torch.from_numpy(embeddings))
            places = torch.from_numpy(base.tensors["emb.pos"].reshape(-1, base.width))
            self.places = torch.nn.Embedding.from_pretrained(places)
            self.kind = torch.nn.Parameter(torch.from_numpy(base.tensors["emb.type"][: base.width].copy()))
            self.norm = torch.nn.LayerNorm(base.width, eps=base.epsilon)
            _set(self.norm, base, "emb.ln")
            self.layers = torch.nn.ModuleList(layer_of(base, at) for at in range(frozen))

        def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
            values = self.words(ids) + self.places(torch.arange(ids.shape[1]))[None] + self.kind
            values = self.norm(values)
            for layer in self.layers:
                values = layer(values, src_key_padding_mask=~mask)
            return values

    return Bottom()


def whole_network(lower: nn.Module, tuned: nn.Module) -> nn.Module:
    """Frozen and tuned layers as one network: token ids and mask → what `tuned` answers."""
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bottom = lower
            self.top = tuned

        def forward(self, ids: Tensor, mask: Tensor) -> Any:
            return self.top(self.bottom(ids, mask.bool()), mask.bool())

    return Whole().eval()


def mean_of(values: Tensor, mask: Tensor) -> Tensor:
    """The mean over the tokens of each text, of shape (texts, width)."""
    present = mask[..., None].float()
    return (values * present).sum(1) / present.sum(1)


def layer_of(base: Base, at: int) -> nn.Module:
    """A layer of the base as the library has it."""
    import torch

    layer = torch.nn.TransformerEncoderLayer(
        base.width, base.heads, base.inner, DROPOUT, "gelu", base.epsilon, batch_first=True
    )
    weights = [base.tensors[f"l{at}.{name}.w"].reshape(base.width, base.width) for name in "qkv"]
    biases = [base.tensors[f"l{at}.{name}.b"] for name in "qkv"]
    layer.self_attn.in_proj_weight.data = torch.cat([torch.from_numpy(part) for part in weights])
    layer.self_attn.in_proj_bias.data = torch.cat([torch.from_numpy(part) for part in biases])
    for module, name in (
        (layer.self_attn.out_proj, "ao"),
        (layer.linear1, "fi"),
        (layer.linear2, "fo"),
        (layer.norm1, "aln"),
        (layer.norm2, "oln"),
    ):
        _set(module, base, f"l{at}.{name}")
    return layer


def _set(module: Any, base: Base, name: str) -> None:
    """Give a module the weights and biases of a tensor of the base."""
    import torch

    shape = module.weight.shape
    module.weight.data = torch.from_numpy(base.tensors[f"{name}.w"].reshape(tuple(shape)).copy())
    module.bias.data = torch.from_numpy(base.tensors[f"{name}.b"].copy())


def warmed(optimiser: torch.optim.Optimizer, steps: int) -> Any:
    """The schedule of its rates over so many steps: they rise, then fall to almost nothing."""
    import torch

    def share(step: int) -> float:
        return min(1.0, (step + 1) / (_WARM * steps)) * max(_LEAST_RATE, (steps - step) / steps)

    return torch.optim.lr_scheduler.LambdaLR(optimiser, share)


def _padded(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    import torch

    ids, mask = padded(rows)
    return torch.from_numpy(ids), torch.from_numpy(mask).bool()
