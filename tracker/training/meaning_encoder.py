"""Annotated threads → the network of linking.meaning: for a statement, those of its thread come first in any letter.

Of every statement of a thread and every other letter that has statements of it, the network must choose those among all
of that letter (the loss that InfoNCE is named after: van den Oord and others, 2018).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tracker.extraction.learned.network import Words, batches
from tracker.training.annotations import body_of
from tracker.training.base_layers import (
    BATCH,
    DECAY,
    EPOCHS,
    LARGEST_STEP,
    LAYERS,
    BaseLayers,
    layer_of,
    mean_of,
    warmed,
)

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import Tensor, nn

_RATE = 1e-4
"""How far a step goes: by judgement."""
_SHARPNESS = 20.0
"""What a cosine counts in the choice, in log-odds: 1 over 0.05, a usual temperature of such training."""
MOST = 200
"""Statements of a series that are shown together."""


class ThreadedSeries(Struct, frozen=True):
    """The statements of a series in order: by position what is read, the letter, and the threads that it is of."""

    name: str
    words: tuple[Words, ...]
    letters: tuple[str, ...]
    threads: tuple[frozenset[str], ...]

    @property
    def body(self) -> str:
        """The body that wrote it."""
        return body_of(self.name)


class Pick(Struct, frozen=True):
    """A statement, the statements of another letter, and which of those are of its thread, all by position."""

    of: int
    among: tuple[int, ...]
    right: frozenset[int]


def choices(series: ThreadedSeries, shown: Iterable[int]) -> list[Pick]:
    """What the network must choose of the statements that are shown."""
    beside: dict[str, list[int]] = defaultdict(list)
    for at in shown:
        beside[series.letters[at]].append(at)
    found = [
        Pick(at, tuple(rows), frozenset(row for row in rows if series.threads[row] & series.threads[at]))
        for letter, mine in beside.items()
        for at in mine
        for other, rows in beside.items()
        if other != letter
    ]
    return [row for row in found if row.right]


def fit_meaning(
    layers: BaseLayers,
    series: Sequence[ThreadedSeries],
    first: Sequence[int],
    *,
    seed: int,
    told: Callable[[str], None],
) -> nn.Module:
    """The tuned layers, fitted on these series; `first` says where the statements of each begin in `layers.hidden`."""
    import torch

    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 - an order of examples, no secret
    network = meaning_top(layers)
    plan = [row for _ in range(EPOCHS) for row in _shuffled(series, chance)]
    optimiser = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=DECAY)
    rates = warmed(optimiser, len(plan))
    network.train()
    for step, (at, shown) in enumerate(plan):
        asked = choices(series[at], shown)
        if asked:
            table = _vectors(network, layers, [first[at] + row for row in shown])
            loss = _loss(table, {row: place for place, row in enumerate(shown)}, asked)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), LARGEST_STEP)
            optimiser.step()
        rates.step()
        told(f"step {step + 1} of {len(plan)}")
    return network.eval()


def vectors_of(network: nn.Module, layers: BaseLayers, places: Sequence[int]) -> NDArray[np.float32]:
    """The vectors of some statements, of shape (places, width)."""
    import torch

    with torch.no_grad():
        found: NDArray[np.float32] = _vectors(network, layers, places).numpy()
    return found


def first_right(series: ThreadedSeries, vectors: NDArray[np.float32]) -> tuple[int, int]:
    """How often the nearest statement of another letter is of the thread, and of how many choices."""
    asked = choices(series, range(len(series.letters)))
    near = vectors @ vectors.T
    right = sum(max(row.among, key=lambda other: float(near[row.of, other])) in row.right for row in asked)
    return right, len(asked)


def meaning_top(layers: BaseLayers) -> nn.Module:
    """The tuned layers: rows of numbers and mask → vectors of length 1, the direction of the mean over the tokens."""
    import torch

    class TunedLayers(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = torch.nn.ModuleList(layer_of(layers.base, at) for at in range(layers.frozen, LAYERS))

        def forward(self, values: Tensor, mask: Tensor) -> Any:
            for layer in self.layers:
                values = layer(values, src_key_padding_mask=~mask)
            return torch.nn.functional.normalize(mean_of(values, mask), dim=-1)

    return TunedLayers()


def _vectors(network: nn.Module, layers: BaseLayers, places: Sequence[int]) -> Tensor:
    import torch

    found: dict[int, Tensor] = {}
    for rows in batches([layers.hidden.lengths[at] for at in places], BATCH):
        found |= dict(zip(rows, network(*layers.hidden.batch([places[row] for row in rows])), strict=True))
    return torch.stack([found[row] for row in range(len(places))])


def _loss(table: Tensor, place: dict[int, int], asked: Sequence[Pick]) -> torch.Tensor:
    """What the choices cost, each as much as another: how unlikely it is that a right one is chosen."""
    import torch

    near = table @ table.T * _SHARPNESS
    costs = []
    for row in asked:
        likely = torch.log_softmax(near[place[row.of], [place[other] for other in row.among]], 0)
        costs.append(-torch.logsumexp(likely[[at for at, other in enumerate(row.among) if other in row.right]], 0))
    return torch.stack(costs).mean()


def _shuffled(series: Sequence[ThreadedSeries], chance: random.Random) -> Iterator[tuple[int, list[int]]]:
    """Every series in a random order, a long one in parts: a series by position, and what is shown of it."""
    found = [(at, shown) for at, row in enumerate(series) for shown in parts_shown(row, chance)]
    chance.shuffle(found)
    return iter(found)


def parts_shown(series: ThreadedSeries, chance: random.Random) -> Iterator[list[int]]:
    """All statements of a short series; of a long one some whole threads at a time among others at random."""
    every = range(len(series.letters))
    if len(every) <= MOST:
        yield list(every)
        return
    members: dict[str, list[int]] = defaultdict(list)
    for at in every:
        for thread in series.threads[at]:
            members[thread].append(at)
    names = sorted(members)
    chance.shuffle(names)
    shown: dict[int, None] = {}
    for name in names:
        shown |= dict.fromkeys(members[name])
        if len(shown) >= MOST * 3 // 4 or name == names[-1]:
            others = [at for at in every if at not in shown]
            yield sorted((*shown, *chance.sample(others, min(len(others), max(0, MOST - len(shown))))))
            shown = {}
