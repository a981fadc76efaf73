"""Labelled sentences → the encoder: lower layers of the base, the upper ones tuned, with a head for each question."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tracker.extraction.learned.encoder import HEADS
from tracker.extraction.learned.network import batches
from tracker.training.base_encoder import Base
from tracker.training.base_layers import (
    BATCH,
    DECAY,
    DROPOUT,
    EPOCHS,
    FROZEN,
    LARGEST_STEP,
    LAYERS,
    Hidden,
    layer_of,
    mean_of,
    warmed,
)

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

_BATCH = 32
"""Sentences of a step."""
_RATE = 2.1e-4
"""How far a step goes: by judgement."""
_RATE_OF_HEADS = 1e-3
"""Rates of learning, by judgement and not searched for: above the 2e-5 to 5e-5 with which whole encoders are tuned
(Devlin and others, 2019), since few layers are tuned in few steps; heads begin from nothing and learn faster."""
CONDITIONAL = 0.5
"""How much kinds and outcomes weigh in the loss beside the three questions."""
_FIRST_GUESS = (-1.5, -2.0)
"""The bias of `commitment` and of every other head before training: most sentences state nothing."""

Telling = Callable[[str], None]


class Target(Struct, frozen=True):
    """What a sentence should score on each head, 1 or 0, and how much that weighs in the loss."""

    wanted: tuple[float, ...]
    weights: tuple[float, ...]


def fit_encoder(
    base: Base, hidden: Hidden, targets: Sequence[Target], train: Sequence[int], *, seed: int, told: Telling
) -> nn.Module:
    """The tuned layers with their heads, fitted on the sentences at the places `train`."""
    import torch

    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - an order of examples, no secret
    network = encoder_top(base)
    steps = EPOCHS * -(-len(train) // _BATCH)
    optimiser = _optimiser(network)
    rates = warmed(optimiser, steps)
    wanted = torch.tensor([target.wanted for target in targets])
    weights = torch.tensor([target.weights for target in targets])
    network.train()
    step = 0
    for _ in range(EPOCHS):
        for places in _shuffled(train, hidden.lengths, chance):
            with torch.autocast("cpu", torch.bfloat16):
                scores = network(*hidden.batch(places))
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                scores.float(), wanted[places], reduction="none"
            )
            optimiser.zero_grad()
            (loss * weights[places]).sum(1).mean().backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), LARGEST_STEP)
            optimiser.step()
            rates.step()
            step += 1
            if step % 50 == 0:
                told(f"step {step} of {steps}")
    return network.eval()


def network_scores(network: nn.Module, hidden: Hidden, places: Sequence[int]) -> NDArray[np.float32]:
    """The scores of some sentences on every head, of shape (places, heads)."""
    import numpy as np
    import torch

    found = np.zeros((len(places), len(HEADS)), np.float32)
    with torch.no_grad():
        for rows in batches([hidden.lengths[at] for at in places], BATCH):
            found[rows] = network(*hidden.batch([places[row] for row in rows])).numpy()
    return found


def encoder_top(base: Base) -> nn.Module:
    """Tuned layers and heads: rows of numbers and mask → scores, from the mean over the tokens."""
    import torch

    class Top(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = torch.nn.ModuleList(layer_of(base, at) for at in range(FROZEN, LAYERS))
            self.drop = torch.nn.Dropout(DROPOUT)
            self.heads = torch.nn.Linear(base.width, len(HEADS))
            torch.nn.init.normal_(self.heads.weight, std=0.02)
            first, other = _FIRST_GUESS
            self.heads.bias.data = torch.tensor([first, *[other] * (len(HEADS) - 1)])

        def forward(self, values: Tensor, mask: Tensor) -> Any:
            for layer in self.layers:
                values = layer(values, src_key_padding_mask=~mask)
            return self.heads(self.drop(mean_of(values.float(), mask)))

    return Top()


def _optimiser(network: Any) -> torch.optim.Optimizer:
    """Matrices decay, biases and norms do not, heads learn faster."""
    import torch

    heads = list(network.heads.parameters())
    layers = list(network.layers.parameters())
    return torch.optim.AdamW(
        [
            {"params": [one for one in layers if one.dim() > 1], "lr": _RATE, "weight_decay": DECAY},
            {"params": [one for one in layers if one.dim() == 1], "lr": _RATE, "weight_decay": 0.0},
            {"params": heads, "lr": _RATE_OF_HEADS, "weight_decay": 0.0},
        ]
    )


def _shuffled(train: Sequence[int], lengths: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """The places in batches of about one length, in a random order."""
    order = list(train)
    chance.shuffle(order)
    pools = [order[first : first + 20 * _BATCH] for first in range(0, len(order), 20 * _BATCH)]
    found = [[pool[row] for row in rows] for pool in pools for rows in batches([lengths[at] for at in pool], _BATCH)]
    chance.shuffle(found)
    return iter(found)
