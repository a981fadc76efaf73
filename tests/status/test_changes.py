"""What tells that a promise said again is another than before."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import COMMITMENTS
from tracker.extraction import StatementFacts
from tracker.extraction.cues import Cue
from tracker.linking.comparison import RENAMED
from tracker.model import Amount, LinkPart
from tracker.status.changes import Otherwise, change_in

BEFORE, AFTER = (
    replace(COMMITMENTS[0], amounts=(Amount(text, value, "fte"),)) for text, value in (("10", 10), ("12", 12))
)
PLAIN, CHANGING = StatementFacts(), StatementFacts(cues=frozenset({Cue.CHANGING}))


def test_the_same_again_is_no_change() -> None:
    assert change_in(BEFORE, BEFORE, None, PLAIN) is None
    others = replace(AFTER, amounts=(Amount("12", 12, "scholen"),))
    assert change_in(BEFORE, others, None, PLAIN) is None


def test_another_amount_is_told_after_what_is_told_in_words() -> None:
    assert change_in(BEFORE, AFTER, None, PLAIN) == Otherwise("step.amount", "10 → 12")
    assert change_in(BEFORE, AFTER, None, CHANGING) == Otherwise("step.changed")
    renamed = LinkPart(RENAMED, 1.0, 1.0, 1.0, "loods → hal")
    assert change_in(BEFORE, AFTER, renamed, CHANGING) == Otherwise("step.renamed", "loods → hal")


def test_an_old_amount_beside_the_new_is_a_change() -> None:
    again = replace(BEFORE, amounts=(replace(BEFORE.amounts[0], was=8),))
    assert change_in(BEFORE, again, None, PLAIN) == Otherwise("step.changed")
