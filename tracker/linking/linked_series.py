"""The letters of a series, taken in their order: all their statements → thread drafts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from tracker.extraction import AnalysedLetter, Facts, describe_missing
from tracker.linking.linked_letter import LinkedBefore
from tracker.linking.linker import IncrementalLinker
from tracker.linking.meaning import meanings_ahead, read_words
from tracker.linking.section_proximity import Kinship
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import Alignment, AnyStatement, Commitment, StatusReport


def link(
    letters: Iterable[AnalysedLetter],
    commitments: Iterable[Commitment],
    reports: Iterable[StatusReport],
    alignments: Iterable[Alignment],
    facts: Facts | None = None,
    *,
    made_of: Mapping[str, Sequence[str]] | None = None,
) -> tuple[ThreadDraft, ...]:
    """The thread drafts of a collection by their first statement; every commitment is in one, or in all of its number.

    `facts` are those of the statements; what is not among them is described anew. Letters that `made_of` names with
    what they rest on are linked once, and remembered.
    """
    return linker_after(letters, commitments, reports, alignments, facts, made_of=made_of).drafts()


def linker_after(
    letters: Iterable[AnalysedLetter],
    commitments: Iterable[Commitment],
    reports: Iterable[StatusReport],
    alignments: Iterable[Alignment],
    facts: Facts | None = None,
    *,
    made_of: Mapping[str, Sequence[str]] | None = None,
    most_links: int | None = None,
) -> IncrementalLinker:
    """The linker after it has taken all letters of a collection; of more than `most_links` it has not all evidence."""
    ordered = sorted(letters, key=_when)
    by_letter: dict[str, list[AnyStatement]] = defaultdict(list)
    statements: tuple[AnyStatement, ...] = (*commitments, *reports)
    for row in statements:
        by_letter[row.letter].append(row)
    for rows in by_letter.values():
        rows.sort(key=_place)
    meanings_ahead([read_words(row, by_letter[row.letter.id]) for row in ordered])
    kinship = Kinship([row.letter for row in ordered], alignments)
    before = LinkedBefore(made_of or {})
    linker = IncrementalLinker(kinship, describe_missing(ordered, statements, facts or {}), before.rests_on, most_links)
    for letter in ordered:
        rows = by_letter[letter.letter.id]
        found = before.linked(letter.letter.id, rows, partial(linker.linked, letter, rows))
        linker.add(letter.letter.id, rows, found)
    return linker


def _when(analysed: AnalysedLetter) -> tuple[dt.date, str]:
    """The order of letters; one that nobody can date comes first, so that nothing is said to follow it."""
    letter = analysed.letter
    return (letter.anchor or dt.date.min, letter.id)


def _place(row: AnyStatement) -> tuple[int, int, str]:
    return (row.location.start, row.location.end, row.id)
