"""The blocks of a report: one a fate, in the order of reports."""

from __future__ import annotations

from tests.ledgers import LAPSED, POSTPONED, SMALL
from tracker.ledger.queries import Index
from tracker.report_headings import Fate
from tracker.views.blocks import blocks

INDEX = Index(SMALL)
FATED = dict.fromkeys(Fate, ()) | {Fate.SLIPPED: (POSTPONED,), Fate.LAPSED: (LAPSED,)}


def test_only_the_chosen_in_the_order_of_a_report() -> None:
    found = blocks(INDEX, FATED, (Fate.SLIPPED, Fate.LAPSED))
    assert [(row.key, [one.thread for one in row.entries]) for row in found] == [
        ("lapsed", [LAPSED.id]),
        ("slipped", [POSTPONED.id]),
    ]
    assert [row.key for row in blocks(INDEX, FATED)] == [kind.value for kind in Fate]


def test_of_a_folded_one_the_number_alone() -> None:
    (found,) = blocks(INDEX, FATED, (Fate.SLIPPED,), folded=(Fate.SLIPPED,))
    assert (found.entries, found.number) == ((), 1)
    assert found.means != blocks(INDEX, FATED, (Fate.SLIPPED,))[0].means
