"""The encoder's training on examples: base, pieces and frozen layers are made once for all the bodies left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tracker.extraction.learned.encoder import HEADS
from tracker.extraction.learned.formulas import QUESTIONS
from tracker.training.base_layers import EPOCHS, FROZEN, LAYERS, BaseLayers
from tracker.training.encoder import CONDITIONAL, Target, fit_encoder, network_scores
from tracker.training.examples import DOUBT, Example

if TYPE_CHECKING:
    from tracker.training.left_out import ScoreTable


class EncoderSession:
    """All that the encoder is made with, for one set of examples."""

    settings = (str(LAYERS), str(FROZEN), str(EPOCHS))
    """What tells its scores from those of another."""

    def __init__(
        self, papers: Sequence[Example], made: Sequence[Example], seed: int, told: Callable[[str], None]
    ) -> None:
        """Examples of `papers`, and of `made` ones that are never scored; `told` hears of each step."""
        self._rows = (*papers, *made)
        self._made = range(len(papers), len(self._rows))
        self._seed = seed
        self._told = told

    def left_out(self, seen: list[int], unseen: list[int]) -> ScoreTable:
        """The scores of some examples, of shape (unseen, heads), by an encoder of others, none of their bodies."""
        out = {self._rows[at].body for at in unseen}
        made = [at for at in self._made if self._rows[at].body not in out]
        return network_scores(self._fitted([*seen, *made]), self._layers.hidden, unseen)

    def files(self) -> tuple[bytes, bytes]:
        """The model trained on all examples, and its tokenizer."""
        network = self._fitted(range(len(self._rows)))
        return self._layers.model(network, network.heads), self._layers.cutter()

    def _fitted(self, seen: Sequence[int]) -> Any:
        layers = self._layers
        return fit_encoder(layers.base, layers.hidden, self._targets, seen, seed=self._seed, told=self._told)

    @cached_property
    def _layers(self) -> BaseLayers:
        return BaseLayers([row.words for row in self._rows], FROZEN)

    @cached_property
    def _targets(self) -> list[Target]:
        return [target_of(row) for row in self._rows]


def target_of(row: Example) -> Target:
    """Every question is asked of each sentence; kinds of those that promise, outcomes of those that report."""
    asked = {prefix: any(name.startswith(prefix) for name in row.details) for prefix in ("kind=", "outcome=")}
    wanted, weights = [], []
    for head in HEADS:
        if head in QUESTIONS:
            wanted.append(float(row.labels[head] > 0))
            weights.append(DOUBT if row.labels[head] == 1 else 1.0)
        else:
            wanted.append(float(head in row.details))
            weights.append(CONDITIONAL if asked[head.partition("=")[0] + "="] else 0.0)
    return Target(tuple(wanted), tuple(weights))
