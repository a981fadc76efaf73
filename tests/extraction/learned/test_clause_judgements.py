"""`place`: in which words of a sentence a reader of whole sentences found a promise, and when it is due."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import Bars, ClauseJudgement
from tracker.extraction.learned.clause_judgements import Answers, sentence_judgement
from tracker.extraction.learned.encoder import TAUGHT
from tracker.extraction.learned.linear import load_reader
from tracker.model import LEARNED, Firmness, Kind, Outcome
from tracker.temporal.timex import tag_times

DAY = dt.date(2025, 10, 7)


@pytest.mark.parametrize(
    ("text", "end", "inherited"),
    [
        ("Nieuwe verordening voor de haven", "2026-12-31", True),
        ("Opgesteld jaarplan 2027 en verder", "2026-12-31", True),
        ("Nieuwe verordening in maart 2026", "2026-03-31", False),
    ],
)
def test_what_only_a_reader_finds_is_due_when_the_head_of_its_list_says(text: str, end: str, inherited: bool) -> None:
    sentence = replace(analyse_sentence(text, DAY), head_time=tag_times("In 2026", DAY)[0])
    (ruled,) = RuleDetector().judge([sentence])
    (row,) = sentence_judgement(sentence, ruled, Answers(0.9, 0.9, 0.0), Bars(), load_reader())
    assert row.time is not None
    assert (str(row.time.deadline.end), row.inherited) == (end, inherited)


@pytest.mark.parametrize(
    ("text", "firmness"),
    [
        ("De kade wordt bezocht", None),
        ("Goed onderwijs voor iedereen", Firmness.SOFT),
        ("Vastgesteld plan voor de haven", Firmness.FIRM),
    ],
)
def test_what_a_list_of_results_names_is_promised_though_no_reader_finds_it(
    text: str, firmness: Firmness | None
) -> None:
    heads = ("Mijlpalen 2026",) if firmness else ()
    sentence = analyse_sentence(text, DAY, heads=heads)
    (ruled,) = RuleDetector().judge([sentence])
    (row,) = sentence_judgement(sentence, ruled, Answers(0.01, 0.01, 0.0), Bars(), load_reader())
    assert row.firmness is firmness


@pytest.mark.parametrize(
    ("text", "firmness"),
    [
        ("In mei 2026 sturen wij het plan en hopelijk kan de raad dan besluiten.", Firmness.FIRM),
        ("De benodigde vergunning wordt in maart 2026 aangevraagd.", Firmness.FIRM),
        ("De nota over de kosten wordt in mei 2026 verwacht.", Firmness.FIRM),
        ("Wij nemen het bedrag op in de begroting van 2026.", Firmness.FIRM),
        ("De provincie dient uiterlijk 1 juli 2026 een zienswijze in.", Firmness.FIRM),
        ("De tram moet in de zomer van 2026 rijden.", Firmness.FIRM),
        ("Het toezicht op de haven wordt in 2026 overgedragen.", Firmness.FIRM),
        ("De proef loopt in december 2026 af.", Firmness.FIRM),
        ("Hopelijk wordt de bestemmingsplanprocedure in het voorjaar van 2026 afgerond.", Firmness.SOFT),
        ("Wij hopen de brug in september 2026 te openen.", Firmness.SOFT),
        ("Voor het herstel van de kade is in 2026 naar verwachting € 300.000 nodig.", Firmness.SOFT),
        ("De uitvoering vraagt in 2026 om een aanvullend budget van € 75.000.", Firmness.SOFT),
        ("De opbrengst van de verkoop wordt in 2026 verwacht.", Firmness.SOFT),
        ("In de begroting 2026 is hiervoor € 15.000 gereserveerd.", Firmness.SOFT),
        ("De verhuurder dient het pand uiterlijk 1 juli 2026 op te leveren.", Firmness.SOFT),
        ("De eigenaar is verplicht de gevel in 2026 te herstellen.", Firmness.SOFT),
        ("In 2026 ziet de toezichthouder erop toe dat dit gebeurt.", Firmness.SOFT),
        ("We blijven in 2026 de ontwikkelingen op de voet volgen.", Firmness.SOFT),
        ("In 2026 loopt een pilot met flexwerkers.", Firmness.SOFT),
        ("De termijn verandert op 1 januari 2026 van rechtswege.", Firmness.SOFT),
    ],
)
def test_nobody_is_held_to_what_is_hoped_needed_or_another_s_duty(text: str, firmness: Firmness) -> None:
    """However sure a reader is that it is a firm promise."""
    sentence = analyse_sentence(text, DAY)
    (ruled,) = RuleDetector().judge([sentence])
    rows = sentence_judgement(sentence, ruled, Answers(0.95, 0.95, 0.0), Bars(), load_reader())
    assert next(row.firmness for row in rows if row.firmness) is firmness


@pytest.mark.parametrize(
    ("text", "answer", "outcome"),
    [
        ("De nota is in december 2026 vastgesteld.", 0.9, None),
        ("De nota is nog lang niet van tafel.", 0.1, None),
        ("De nota is van tafel.", 0.1, Outcome.CANCELLED),
        ("De nota is vastgesteld.", 0.9, Outcome.DELIVERED),
    ],
)
def test_what_words_can_only_say_is_told_whatever_a_reader_finds(
    text: str, answer: float, outcome: Outcome | None
) -> None:
    sentence = analyse_sentence(text, DAY)
    (ruled,) = RuleDetector().judge([sentence])
    (row,) = sentence_judgement(sentence, ruled, Answers(0.0, 0.0, answer), Bars(), load_reader())
    assert row.outcome is outcome


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We stellen in 2026 een regeling op.", Kind.FUND),
        ("De regeling wordt met anderhalf jaar verlengd.", Kind.CONTINUE),
    ],
)
def test_what_prolongs_is_of_the_kind_that_its_rule_says(
    text: str, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However loudly words speak for money: what is prolonged must not be told as a slip."""
    monkeypatch.setattr("tracker.extraction.learned.clause_judgements.learned_kind", lambda *_: (Kind.FUND, ()))
    sentence = analyse_sentence(text, DAY)
    (ruled,) = RuleDetector().judge([sentence])
    (row,) = sentence_judgement(sentence, ruled, Answers(0.9, 0.9, 0.0), Bars(), load_reader())
    assert row.kind is kind


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("In maart hebben wij de brug bezocht.", False),
        ("De proef is niet in Ede maar in Laren gehouden.", False),
        ("Aan de proef van mei doen niet vijf maar drie dorpen mee.", False),
        ("De brug volgt in mei.", True),
        ("De brug volgt drie maanden erna.", True),
        ("De brug is niet gereed.", True),
        ("De opening is niet in 2025 maar in 2026.", True),
        ("Het uitstel van de opening was nodig.", True),
    ],
)
def test_what_a_reader_finds_late_tells_a_time_or_denies_something(
    text: str, late: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it is what it finds next likeliest: that something is late accuses."""
    reader = load_reader()
    monkeypatch.setattr(
        type(reader),
        "best",
        lambda *asked: next(row for row in (Outcome.DELAYED, "in_progress") if row not in asked[3]),
    )
    sentence = analyse_sentence(text, DAY)
    bare = tuple(ClauseJudgement() for _ in sentence.clauses)
    found = {row.outcome for row in sentence_judgement(sentence, bare, Answers(0.0, 0.0, 0.9), Bars(), reader)} - {None}
    assert found == {Outcome.DELAYED if late else Outcome.IN_PROGRESS}


@pytest.mark.parametrize(
    ("text", "encoder", "outcome", "ruled"),
    [
        pytest.param("De nota is vastgesteld.", Outcome.DELIVERED, Outcome.DELIVERED, True, id="both"),
        pytest.param("De nota is van tafel.", Outcome.DELIVERED, Outcome.CANCELLED, True, id="a rule that always says"),
        pytest.param(
            "De nota is vastgesteld en de brug is van tafel.", Outcome.CHANGED, Outcome.DELIVERED, True, id="of two"
        ),
        pytest.param("Aan de nota wordt nog gewerkt.", Outcome.DELIVERED, Outcome.DELIVERED, False, id="else"),
    ],
)
def test_what_was_reported_is_weighed_where_a_reader_of_sentences_was_asked(
    text: str, encoder: Outcome, outcome: Outcome, ruled: bool
) -> None:
    """Where it is not what the rule says, the rule is no ground of it."""
    sentence = analyse_sentence(text, DAY)
    (by_rules,) = RuleDetector().judge([sentence])
    answers = Answers(0.0, 0.0, 0.9, {row: 9.0 * (row is encoder) for row in TAUGHT})
    row = sentence_judgement(sentence, by_rules, answers, Bars(), load_reader())[0]
    assert (row.outcome, row.report_grounds[0] != LEARNED) == (outcome, ruled)


@pytest.mark.parametrize(
    ("answer", "outcome", "tentative"), [(0.05, None, None), (0.2, None, "delivered"), (0.9, "delivered", None)]
)
def test_an_unlikely_report_waits_for_a_promise(answer: float, outcome: str | None, tentative: str | None) -> None:
    sentence = analyse_sentence("De brug ligt erbij als nieuw.", DAY)
    bare = tuple(ClauseJudgement() for _ in sentence.clauses)
    answers = Answers(0.0, 0.0, answer, {row: 9.0 * (row is Outcome.DELIVERED) for row in TAUGHT})
    (row,) = sentence_judgement(sentence, bare, answers, Bars(report=0.5, tentative=0.1), load_reader())
    assert (row.outcome, row.tentative_outcome, row.states) == (outcome, tentative, bool(outcome or tentative))


def test_what_promises_is_no_report_that_waits_for_a_promise() -> None:
    """Else what a budget says each year in the same words would be reported as done."""
    promise = ClauseJudgement(firm=0.9, outcomes={Outcome.DELIVERED: 0.2}, bars=Bars(report=0.5, tentative=0.1))
    assert promise.tentative_outcome is None
    assert replace(promise, firm=0.0).tentative_outcome is Outcome.DELIVERED
