"""Labelled sentences → the encoder: lower layers of the base, the upper ones tuned, with a head for each question.

The lowest layers stay as they are, so that what they make of each sentence is computed once for all epochs and folds.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tracker.extraction.learned.encoder import HEADS, batches
from tracker.training.base_encoder import Base

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

LAYERS = 6
"""Layers of the base that are kept, from below."""
FROZEN = 2
"""Layers of them that are not tuned."""
EPOCHS = 2
"""Times that every example is shown."""
_BATCH = 16
"""Sentences of a step."""
_RATE = 1.5e-4
"""How far a step goes: by judgement."""
_RATE_OF_HEADS = 1e-3
"""Rates of learning, by judgement and not searched for: above the 2e-5 to 5e-5 with which whole encoders are tuned
(Devlin and others, 2019), since few layers are tuned in few steps; heads begin from nothing and learn faster."""
_WARM = 0.1
"""The share of the steps in which the rates rise."""
_LEAST_RATE = 0.02
"""The share of that of the last steps."""
_DECAY = 0.01
"""Decay of weights, the default of AdamW."""
_DROPOUT = 0.1
"""The share of values that a step leaves out, as the base was trained."""
_LARGEST_STEP = 1.0
"""The length to which a gradient is cut."""
CONDITIONAL = 0.5
"""How much kinds and outcomes weigh in the loss beside the three questions."""
_FIRST_GUESS = (-1.5, -2.0)
"""The bias of `commitment` and of every other head before training: most sentences state nothing."""

Told = Callable[[str], None]


class Target(Struct, frozen=True):
    """What a sentence should score on each head, 1 or 0, and how much that weighs in the loss."""

    wanted: tuple[float, ...]
    weights: tuple[float, ...]


class Hidden:
    """What the frozen layers make of each sentence: one row of numbers for each token."""

    def __init__(self, base: Base, embeddings: NDArray[np.float32], rows: Sequence[Sequence[int]]) -> None:
        """`embeddings` of shape (tokens, width), `rows` of tokens."""
        import numpy as np
        import torch

        lower = bottom(base, embeddings).eval()
        self.lengths = [len(row) for row in rows]
        self._ends = np.cumsum([0, *self.lengths])
        self._values = np.zeros((int(self._ends[-1]), base.width), np.float16)
        with torch.no_grad():
            for places in batches(self.lengths, 2 * _BATCH):
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


def fit_encoder(
    base: Base, hidden: Hidden, targets: Sequence[Target], train: Sequence[int], *, seed: int, told: Told
) -> nn.Module:
    """The tuned layers with their heads, fitted on the sentences at the places `train`."""
    import torch

    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - an order of examples, no secret
    network = top(base)
    steps = EPOCHS * -(-len(train) // _BATCH)
    optimiser = _optimiser(network)
    rates = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps))
    wanted = torch.tensor([target.wanted for target in targets])
    weights = torch.tensor([target.weights for target in targets])
    network.train()
    step = 0
    for _ in range(EPOCHS):
        for places in _shuffled(train, hidden.lengths, chance):
            scores = network(*hidden.batch(places))
            loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, wanted[places], reduction="none")
            optimiser.zero_grad()
            (loss * weights[places]).sum(1).mean().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), _LARGEST_STEP)
            optimiser.step()
            rates.step()
            step += 1
            if step % 50 == 0:
                told(f"step {step} of {steps}")
    return network.eval()


def scores_of(network: nn.Module, hidden: Hidden, places: Sequence[int]) -> NDArray[np.float32]:
    """The scores of some sentences on every head, of shape (places, heads)."""
    import numpy as np
    import torch

    found = np.zeros((len(places), len(HEADS)), np.float32)
    with torch.no_grad():
        for rows in batches([hidden.lengths[at] for at in places], 2 * _BATCH):
            found[rows] = network(*hidden.batch([places[row] for row in rows])).numpy()
    return found


def whole(base: Base, embeddings: NDArray[np.float32], network: nn.Module) -> nn.Module:
    """Frozen and tuned layers as one network: token ids and mask → scores."""
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bottom = bottom(base, embeddings)
            self.top = network

        def forward(self, ids: Tensor, mask: Tensor) -> Any:
            return self.top(self.bottom(ids, mask.bool()), mask.bool())

    return Whole().eval()


def bottom(base: Base, embeddings: NDArray[np.float32]) -> nn.Module:
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
            self.layers = torch.nn.ModuleList(_layer(base, at) for at in range(FROZEN))

        def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
            values = self.words(ids) + self.places(torch.arange(ids.shape[1]))[None] + self.kind
            values = self.norm(values)
            for layer in self.layers:
                values = layer(values, src_key_padding_mask=~mask)
            return values

    return Bottom()


def top(base: Base) -> nn.Module:
    """Tuned layers and heads: rows of numbers and mask → scores, from the mean over the tokens."""
    import torch

    class Top(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = torch.nn.ModuleList(_layer(base, at) for at in range(FROZEN, LAYERS))
            self.drop = torch.nn.Dropout(_DROPOUT)
            self.heads = torch.nn.Linear(base.width, len(HEADS))
            torch.nn.init.normal_(self.heads.weight, std=0.02)
            first, other = _FIRST_GUESS
            self.heads.bias.data = torch.tensor([first, *[other] * (len(HEADS) - 1)])

        def forward(self, values: Tensor, mask: Tensor) -> Any:
            for layer in self.layers:
                values = layer(values, src_key_padding_mask=~mask)
            present = mask[..., None].float()
            return self.heads(self.drop((values * present).sum(1) / present.sum(1)))

    return Top()


def _layer(base: Base, at: int) -> nn.Module:
    """A layer of the base as the library has it."""
    import torch

    layer = torch.nn.TransformerEncoderLayer(
        base.width, base.heads, base.inner, _DROPOUT, "gelu", base.epsilon, batch_first=True
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


def _optimiser(network: Any) -> torch.optim.Optimizer:
    """Matrices decay, biases and norms do not, heads learn faster."""
    import torch

    heads = list(network.heads.parameters())
    layers = list(network.layers.parameters())
    return torch.optim.AdamW(
        [
            {"params": [one for one in layers if one.dim() > 1], "lr": _RATE, "weight_decay": _DECAY},
            {"params": [one for one in layers if one.dim() == 1], "lr": _RATE, "weight_decay": 0.0},
            {"params": heads, "lr": _RATE_OF_HEADS, "weight_decay": 0.0},
        ]
    )


def _rate(step: int, steps: int) -> float:
    """The share of the rate at a step: it rises, then falls to almost nothing."""
    return min(1.0, (step + 1) / (_WARM * steps)) * max(_LEAST_RATE, (steps - step) / steps)


def _shuffled(train: Sequence[int], lengths: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """The places in batches of about one length, in a random order."""
    order = list(train)
    chance.shuffle(order)
    pools = [order[first : first + 20 * _BATCH] for first in range(0, len(order), 20 * _BATCH)]
    found = [[pool[row] for row in rows] for pool in pools for rows in batches([lengths[at] for at in pool], _BATCH)]
    chance.shuffle(found)
    return iter(found)


def _padded(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    import torch

    from tracker.extraction.learned.encoder import padded

    ids, mask = padded(rows)
    return torch.from_numpy(ids), torch.from_numpy(mask).bool()
