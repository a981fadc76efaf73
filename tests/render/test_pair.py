"""`tracker explain --pair`: the parts of the evidence as a table."""

from __future__ import annotations

import pytest

from tests.ledgers import COMMITMENTS, POSTPONED, REPORTS, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.queries import Index
from tracker.linking.explanation import PairDecision, PairExplanation, Reason
from tracker.linking.pair_score import HandScore
from tracker.model import LinkPart
from tracker.render.pair import render
from tracker.views.text_style import TextStyle

ONE, OTHER = COMMITMENTS[0].id, REPORTS[0].id
PARTS = POSTPONED.links[0].parts


def told(decision: PairDecision, reason: Reason, other: str = OTHER, **more: object) -> str:
    found = PairExplanation(one=ONE, other=other, decision=decision, reason=reason, parts=PARTS, total=1.5, **more)  # type: ignore[arg-type]
    return render(Index(SMALL), found, TextStyle(100))


def test_each_part_has_its_value_weight_and_what_it_adds() -> None:
    text = told(PairDecision.LINKED, Reason.BEST, thresholds=(("linked", 1.0),))
    (line,) = (line for line in text.splitlines() if "-8.00" in line)
    assert line.split()[-3:] == ["1.00", "-8.00", "-8.00"]
    assert "schuift door naar" in text
    assert "1.50" in text


def test_forms_are_told_in_the_language_spoken() -> None:
    parts = (LinkPart("forms", 1.0, 0.5, 0.5, "council ≠ plan, law"), LinkPart("word", 1.0, 0.5, 0.5, "council"))
    found = PairExplanation(ONE, OTHER, parts, 1.0, (("linked", 1.0),), PairDecision.LINKED, Reason.BEST)
    with speaking("nl"):
        forms, word = (line for line in render(Index(SMALL), found, TextStyle(160)).splitlines() if "0,50" in line)
    assert forms.endswith("beraad of commissie ≠ plan, wet")
    assert word.endswith("council")


@pytest.mark.parametrize(("enough", "words"), [(True, "from 0.00: a link"), (False, "no link")])
def test_what_a_link_by_hand_rests_on_stands_in_a_table_of_its_own(enough: bool, words: str) -> None:
    by_hand = HandScore((LinkPart("prior", 1.0, -8.25, -8.25), LinkPart("sections", 1.0, 9.5, 9.5)), enough)
    text = told(PairDecision.LINKED, Reason.BEST, thresholds=(("linked", 1.0),), by_hand=by_hand)
    table = text[text.index("By the weights of hand") :]
    assert "-8.25" in table
    assert "9.50" in table
    assert "1.25" in table
    assert words in table


def test_a_rule_that_holds_weighs_nothing() -> None:
    assert "-8.00" not in told(PairDecision.LINKED, Reason.RULE, rule="same-words", thresholds=())


@pytest.mark.parametrize(
    ("decision", "other", "ruled"),
    [
        (PairDecision.LINKED, OTHER, False),
        (PairDecision.REFUSED, OTHER, True),
        (PairDecision.LINKED, COMMITMENTS[1].id, True),
    ],
)
def test_a_ledger_that_says_otherwise_was_ruled_so(decision: PairDecision, other: str, ruled: bool) -> None:
    assert ("analyst" in told(decision, Reason.BEST, other, thresholds=(("linked", 1.0),))) is ruled
