"""The threads that letters say are met with others, without naming one: "Beide toezeggingen zijn afgedaan".

What such a sentence is of nobody knows for sure: it delivers nothing, and who takes it at its word is not contradicted.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.extraction.collective_settlement import (
    days_of_their_letter,
    excepts_some,
    names_a_registered_one,
    settles_several,
)
from tracker.ledger.queries import Index
from tracker.model import Commitment, Outcome, StatusReport, Thread


def met_together(index: Index) -> frozenset[str]:
    """The ids of those that were promised before such a sentence, in the letter of the day that it names, if any."""
    said = [row for row in index.ledger.reports if _is_of_several(index, row)]
    return frozenset(
        thread.id for thread in index.ledger.threads if any(_may_be_of(index, row, thread) for row in said)
    )


def _is_of_several(index: Index, row: StatusReport) -> bool:
    """Whether a report says that several promises are met, and neither it nor what stands before it names a number.

    Or names only those that are not.
    """
    if row.outcome is not Outcome.DELIVERED or not settles_several(row.quote):
        return False
    return excepts_some(row.quote) or not any(map(names_a_registered_one, _near(index, row)))


def _near(index: Index, row: StatusReport) -> Iterator[str]:
    """The texts that it may take up: its passage, what opens its list, its heading, and what stands under that."""
    passage = index.passages[row.passage]
    section = index.sections.get(passage.section or "")
    yield from (passage.text, passage.lead_in or "", (section.heading or "") if section else "")
    for other in index.letters[row.letter].passages:
        if other.id == passage.id:
            return
        if other.section == passage.section:
            yield other.text


def _may_be_of(index: Index, row: StatusReport, thread: Thread) -> bool:
    """Whether what is said of several may be of a thread: this was promised before it, in the letter that it names."""
    told = index.letters[row.letter].anchor
    made = {index.letters[one.letter].anchor for one in index.quotes_of(thread) if isinstance(one, Commitment)}
    days = days_of_their_letter(row.quote, told)
    return any(day and told and day < told and (not days or day in days) for day in made)
