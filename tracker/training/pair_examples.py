"""Annotated series → every two statements that linking compares, with their evidence and whether they are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from tracker.linking.candidates import TermIndex, index_keys
from tracker.linking.linker import IncrementalLinker
from tracker.linking.match_margin import lead_parts
from tracker.linking.meaning import NearestInMeaning
from tracker.linking.pair_score import evidence_of
from tracker.linking.pair_weights import FAMILIES, family_of
from tracker.linking.profile import StatementProfile
from tracker.model import LinkPart, StatusReport
from tracker.pipeline import linker_of
from tracker.training.annotations import body_of
from tracker.training.series import Annotated

Side = tuple[int, str, bool]
"""A group, a letter, and whether the partner there reports: of these linking asks which is the best."""


class Compared(NamedTuple):
    """Two statements by position, older first, with their evidence by family, and whether they are one promise.

    `told` where an annotation says so: at least one of them is of a thread.
    """

    pair: tuple[int, int]
    evidence: tuple[float, ...]
    same: bool
    told: bool


class ComparedSeries(Struct, frozen=True):
    """What was compared of a series, and by position of a statement its group, letter, whether it reports, threads."""

    name: str
    compared: tuple[Compared, ...]
    groups: tuple[int, ...]
    letters: tuple[str, ...]
    reports: tuple[bool, ...]
    threads: tuple[frozenset[str], ...]

    @property
    def body(self) -> str:
        """The body that wrote it."""
        return body_of(self.name)

    def sides(self, at: int) -> tuple[Side, Side]:
        """Among which a pair, by its place among what was compared, must be the best."""
        older, newer = self.compared[at].pair
        return (
            (self.groups[older], self.letters[newer], self.reports[newer]),
            (self.groups[newer], self.letters[older], self.reports[older]),
        )


def example_of(series: Annotated) -> ComparedSeries:
    """What linking compares of a series."""
    linker = linker_of(series.ledger, None)
    profiles = tuple(linker.profiles)
    threads = tuple(frozenset(series.threads.get(row.statement.id, ())) for row in profiles)
    ahead = lead_parts(dict(enumerate(profiles)), list(_compared(profiles)))
    return ComparedSeries(
        name=series.name,
        compared=tuple(
            Compared(
                pair,
                _evidence(linker, *pair, ahead=parts),
                bool(threads[pair[0]] & threads[pair[1]]),
                bool(threads[pair[0]] | threads[pair[1]]),
            )
            for pair, parts in ahead.items()
        ),
        groups=tuple(linker.group_of[at] for at in range(len(profiles))),
        letters=tuple(row.statement.letter for row in profiles),
        reports=tuple(isinstance(row.statement, StatusReport) for row in profiles),
        threads=threads,
    )


def _compared(profiles: Sequence[StatementProfile]) -> Iterator[tuple[int, int]]:
    """The positions of what linking compares: a later statement and its nearest earlier ones; two reports never."""
    index, meanings = TermIndex(), NearestInMeaning()
    letters = dict.fromkeys(row.statement.letter for row in profiles)
    for number, letter in enumerate(letters):
        mine = [at for at, row in enumerate(profiles) if row.statement.letter == letter]
        keys = [index_keys(profiles[at]) for at in mine]
        for at, words in zip(mine, keys, strict=True):
            for other in dict.fromkeys((*index.nearest(at, words), *meanings.nearest(profiles[at].meaning))):
                both = (profiles[other].statement, profiles[at].statement)
                if not all(isinstance(row, StatusReport) for row in both):
                    yield other, at
        for at, words in zip(mine, keys, strict=True):
            index.add(at, number, words)
            meanings.add(number, profiles[at].meaning)


def _evidence(linker: IncrementalLinker, one: int, other: int, *, ahead: Sequence[LinkPart]) -> tuple[float, ...]:
    found: dict[str, float] = defaultdict(float)
    for row in (*ahead, *evidence_of(*linker.asked(linker.profiles[one], linker.profiles[other]))):
        found[family_of(row)] += row.contribution
    return tuple(found[name] for name in FAMILIES)
