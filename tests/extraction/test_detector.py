"""`CommitmentDetector`: letters are read by any detector that answers in judged clauses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from tracker.extraction import AnalysedSentence, ClauseJudgement, analyse, default_detector, read_statements
from tracker.extraction.detector import LEAST, Bars, CommitmentDetector, Judgement
from tracker.extraction.registry import GROUNDS
from tracker.extraction.rules import load_rules
from tracker.i18n.catalog import speaking
from tracker.model import DateSource, Firmness, Kind, Letter, Outcome, Passage, PassageKind, Run
from tracker.views.labels import meaning, read_by

TEXT = "Het plan komt in mei 2025. De brug is open."


class MonthDetector:
    """A clause with a date is a firm promise, one without is a report: nothing of rules."""

    name = "months"
    version = "7"

    def judge(self, sentences: Sequence[AnalysedSentence]) -> list[Judgement]:
        return [tuple(_by_date(clause.time is not None) for clause in sentence.clauses) for sentence in sentences]


def _by_date(dated: bool) -> ClauseJudgement:
    if dated:
        return ClauseJudgement(firm=0.7, soft=0.2, kind=Kind.DELIVER, grounds=("month",))
    return ClauseJudgement(soft=0.1, outcomes={Outcome.DELIVERED: 0.6, Outcome.CHANGED: 0.3}, report_grounds=("open",))


def test_the_bar_refuses_no_rule_that_speaks() -> None:
    rules = [rule for name in ("commitments", "reports") for rule in load_rules(name)]
    assert min(rule.confidence for rule in rules if rule.firmness or rule.outcome) > LEAST


def letter(text: str) -> Letter:
    passage = Passage("l/p1", None, PassageKind.PARAGRAPH, text, (Run(0, 0, len(text)),), 1)
    return Letter("l", "l.txt", text, (passage,), (), date=dt.date(2025, 1, 6), date_source=DateSource.MANIFEST)


def test_extractor_takes_any_detector() -> None:
    detector: CommitmentDetector = MonthDetector()
    (promise,), (report,) = read_statements(letter(TEXT), detector)
    assert (promise.quote, promise.rule, promise.confidence) == ("Het plan komt in mei 2025.", "month", 0.7)
    assert promise.firmness is Firmness.FIRM
    assert (report.quote, report.rule, report.outcome) == ("De brug is open.", "open", Outcome.DELIVERED)
    assert report.confidence == 0.6


class TersePlanner:
    """Each clause is a firm promise, and that is all it says."""

    name = "terse"
    version = "1"

    def judge(self, sentences: Sequence[AnalysedSentence]) -> list[Judgement]:
        return [tuple(ClauseJudgement(firm=0.7) for _ in sentence.clauses) for sentence in sentences]


def test_a_detector_owes_neither_kind_nor_grounds() -> None:
    """The rules say the kind, and the detector's name stands for the ground."""
    (first, second), _ = read_statements(letter("Wij informeren de Kamer in mei. Het plan komt."), TersePlanner())
    assert (first.kind, second.kind) == (Kind.INFORM, Kind.DELIVER)
    assert (first.rule, second.rule) == ("terse", "terse")


@pytest.mark.parametrize(("spoken", "said"), [("", "month"), ("en", "names a month"), ("nl", "names a month")])
def test_a_ground_of_a_detector_is_told_by_what_it_means(
    spoken: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the words of its author, where the catalog has none."""
    monkeypatch.setitem(GROUNDS, "month", "names a month.")
    with speaking(spoken):
        assert read_by("month") == said


def test_rules_say_what_each_ground_means() -> None:
    detector = default_detector()
    grounds = [
        ground for row in detector.judge(analyse(letter(TEXT)).sentences) for clause in row for ground in clause.grounds
    ]
    assert grounds
    assert all(meaning(ground) for ground in grounds)


def test_probabilities_that_are_too_low_state_nothing() -> None:
    low = ClauseJudgement(firm=LEAST - 0.2, soft=0.1, outcomes={Outcome.DELIVERED: LEAST - 0.01})
    assert (low.firmness, low.outcome, low.states) == (None, None, False)
    assert low.none == pytest.approx(1 - LEAST + 0.2 - 0.1)


@pytest.mark.parametrize(
    ("firm", "soft", "firmness"),
    [(0.1, 0.2, None), (0.3, 0.3, Firmness.SOFT), (0.6, 0.0, Firmness.FIRM), (0.6, 0.3, Firmness.FIRM)],
)
def test_bars_part_firm_from_soft_and_both_from_none(firm: float, soft: float, firmness: Firmness | None) -> None:
    judged = ClauseJudgement(firm=firm, soft=soft, bars=Bars(firm=0.5, commitment=0.4))
    assert judged.firmness is firmness
