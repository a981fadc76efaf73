"""`python -m tracker.training.meanings --made FOLDER [PAPERS GOLD …]`: trains the network of linking.meaning.

Prints for every body how often the nearest statement of another letter is of the thread, by a network that did not see
it: the bodies are left out in `--folds` groups. `--vectors FILE` keeps what those networks made of the statements, from
which `tracker.training.pairs` learns what nearness counts. `--output FOLDER` gets the network trained on all, and its
tokenizer.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tracker.extraction import analyse
from tracker.extraction.learned.network import model_file, tokenizer_file
from tracker.linking.meaning import MEANING, read_words
from tracker.model import AnyStatement
from tracker.storage.atomic import write_over
from tracker.training.arguments import given_to, parser_of, series_of, tell_progress
from tracker.training.base_layers import FROZEN, BaseLayers
from tracker.training.left_out_vectors import packed
from tracker.training.meaning_encoder import ThreadedSeries, first_right, fit_meaning, vectors_of
from tracker.training.series import Annotated

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import nn

    Table = NDArray[np.float32]


class Shown(NamedTuple):
    """A series, and the place of its first statement among those of all series."""

    series: ThreadedSeries
    first: int

    @property
    def places(self) -> range:
        """The places of its statements among all."""
        return range(self.first, self.first + len(self.series.words))


def main(words: Sequence[str] | None = None) -> int:
    """Train, print the table of figures by body left out, and write what was asked for."""
    parser = parser_of("meanings", __doc__)
    parser.add_argument("--vectors", type=Path, metavar="FILE", help="gets what statements mean, each body left out")
    parser.add_argument("--folds", type=int, default=6, help="groups in which bodies are left out")
    parser.add_argument("--seed", type=int, default=0, help="of chance")
    given = given_to(parser, words)
    shown = list(shown_of(row for row, _ in series_of(given)))
    layers = BaseLayers([row for one in shown for row in one.series.words], FROZEN)

    def fitted(rows: Sequence[Shown]) -> nn.Module:
        first = [row.first for row in rows]
        return fit_meaning(layers, [row.series for row in rows], first, seed=given.seed, told=tell_progress)

    tables: dict[int, Table] = {}
    for group in folds_of([row.series.body for row in shown], given.folds):
        network = fitted([row for row in shown if row.series.body not in group])
        tables |= {row.first: vectors_of(network, layers, row.places) for row in shown if row.series.body in group}
    sys.stdout.write(meanings_table(shown, tables))
    if given.vectors:
        rows = [words for row in shown for words in row.series.words]
        write_over(given.vectors, packed(rows, np.concatenate([tables[row.first] for row in shown])))
    if given.output:
        write_over(given.output / tokenizer_file(MEANING), layers.cutter())
        write_over(given.output / model_file(MEANING), layers.model(fitted(shown), None))
    return 0


def shown_of(annotated: Iterator[Annotated]) -> Iterator[Shown]:
    """What the network is shown of each series."""
    first = 0
    for one in annotated:
        every: tuple[AnyStatement, ...] = (*one.ledger.commitments, *one.ledger.reports)
        of = {letter.id: [row for row in every if row.letter == letter.id] for letter in one.ledger.letters}
        words = [said for letter in one.ledger.letters for said in read_words(analyse(letter), of[letter.id])]
        rows = [row for mine in of.values() for row in mine]
        threads = tuple(frozenset(one.threads.get(row.id, ())) for row in rows)
        yield Shown(ThreadedSeries(one.name, tuple(words), tuple(row.letter for row in rows), threads), first)
        first += len(rows)


def folds_of(bodies: Sequence[str], folds: int) -> list[frozenset[str]]:
    """The bodies in so many groups of about one size."""
    names = sorted(set(bodies))
    return [frozenset(names[at::folds]) for at in range(min(folds, len(names)))]


def meanings_table(shown: Sequence[Shown], tables: Mapping[int, Table]) -> str:
    """For each body and for all: of how many choices the nearest is right."""
    right, asked = Counter[str](), Counter[str]()
    for row in shown:
        found, of = first_right(row.series, tables[row.first])
        for name in (row.series.body, "all"):
            right[name] += found
            asked[name] += of
    lines = [f"{name:24}{right[name]:6} of {asked[name]:6}{right[name] / max(1, asked[name]):8.3f}" for name in asked]
    return "\n".join([f"{'left out':24}nearest is right", *lines]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
