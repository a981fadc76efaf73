"""The encoder's training on examples: base, pieces and frozen layers are made once for all the bodies left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tracker.extraction.learned.encoder import HEADS, token_ids
from tracker.extraction.learned.formulas import QUESTIONS
from tracker.training import encoder
from tracker.training.base_encoder import Base, base_file, read_base
from tracker.training.encoder import Hidden, Target, fit_encoder
from tracker.training.examples import DOUBT, Example
from tracker.training.pieces import needed_pieces, tokenizer_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tracker.training.left_out import ScoreTable


class Workshop:
    """All that the encoder is made with, for one set of examples."""

    settings = (str(encoder.LAYERS), str(encoder.FROZEN), str(encoder.EPOCHS))
    """What tells its scores from those of another."""

    def __init__(self, rows: Sequence[Example], seed: int, told: Callable[[str], None]) -> None:
        """`told` hears of each step."""
        self._rows = rows
        self._seed = seed
        self._told = told

    def left_out(self, seen: list[int], unseen: list[int]) -> ScoreTable:
        """The scores of some examples, of shape (unseen, heads), by an encoder trained on others."""
        network = fit_encoder(self._base, self._hidden, self._targets, seen, seed=self._seed, told=self._told)
        return encoder.scores_of(network, self._hidden, unseen)

    def files(self) -> tuple[bytes, bytes]:
        """The model trained on all examples, and its tokenizer."""
        from tracker.training.encoder_file import to_onnx

        network = fit_encoder(
            self._base, self._hidden, self._targets, range(len(self._rows)), seed=self._seed, told=self._told
        )
        whole = encoder.whole(self._base, self._embeddings, network)
        return to_onnx(whole, self._base.heads, self._base.epsilon), str(self._tokenizer.to_str()).encode()

    @cached_property
    def _base(self) -> Base:
        return read_base(base_file().read_bytes())

    @cached_property
    def _pieces(self) -> list[int]:
        return needed_pieces(self._base, [part for row in self._rows for part in row.words])

    @cached_property
    def _tokenizer(self) -> Any:
        return tokenizer_of(self._base, self._pieces)

    @cached_property
    def _embeddings(self) -> NDArray[np.float32]:
        table = self._base.tensors["emb.word"].reshape(-1, self._base.width)
        kept: NDArray[np.float32] = table[self._pieces]
        return kept

    @cached_property
    def _hidden(self) -> Hidden:
        return Hidden(self._base, self._embeddings, token_ids(self._tokenizer, [row.words for row in self._rows]))

    @cached_property
    def _targets(self) -> list[Target]:
        return [_target(row) for row in self._rows]


def _target(row: Example) -> Target:
    """Every question is asked of each sentence; kinds of those that promise, outcomes of those that report."""
    asked = {prefix: any(name.startswith(prefix) for name in row.details) for prefix in ("kind=", "outcome=")}
    wanted, weights = [], []
    for head in HEADS:
        if head in QUESTIONS:
            wanted.append(float(row.labels[head] > 0))
            weights.append(DOUBT if row.labels[head] == 1 else 1.0)
        else:
            wanted.append(float(head in row.details))
            weights.append(encoder.CONDITIONAL if asked[head.partition("=")[0] + "="] else 0.0)
    return Target(tuple(wanted), tuple(weights))
