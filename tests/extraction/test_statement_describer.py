"""`describe`: what the analysis says of the words of each statement."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tracker.extraction import (
    StatementFacts,
    analyse,
    default_detector,
    describe,
    describe_missing,
    extract,
    noun_phrases,
    read_statements,
    slots,
    statement_describer,
)
from tracker.extraction.coordinated_papers import papers_in
from tracker.extraction.statement_describer import REACH
from tracker.model import Letter, Passage, PassageKind, Run

DAY = dt.date(2025, 1, 6)


def letter(*texts: str, kind: PassageKind = PassageKind.PARAGRAPH) -> Letter:
    passages = tuple(
        Passage(f"l/p{n}", None, kind, text, (Run(0, 0, len(text)),), 1) for n, text in enumerate(texts, start=1)
    )
    return Letter("l", "l.txt", "", passages, (), date=DAY)


def facts_of(*texts: str, kind: PassageKind = PassageKind.PARAGRAPH) -> StatementFacts:
    """The facts of the last statement of a letter."""
    read = letter(*texts, kind=kind)
    commitments, reports = read_statements(read)
    statements = (*commitments, *reports)
    last = max(statements, key=lambda row: (row.passage, read.passages[-1].text.find(row.quote)))
    return describe(analyse(read), statements)[last.id]


def test_topic_leaves_out_deadline_and_what_it_stands_beside() -> None:
    facts = facts_of("Naast het onderzoek sturen wij de Kamer in mei 2025 het plan.")
    assert "onderzoek" not in facts.topic
    assert "mei" not in facts.topic
    assert "plan" in facts.topic


@pytest.mark.parametrize(
    "number",
    [
        "TZ202402-158",
        "Kamerstuk 27 923, nr. 300",
        "toezeggingsnummer TZ202402-158",
        "toezegging TZ202402-158",
        "Kamerstuk 27 923, nr. 300; TZ202402-158",
    ],
)
def test_topic_and_figures_leave_out_numbers_of_papers_and_registered_promises(number: str) -> None:
    text = "Wij sturen de Kamer in mei 2025 de 12 kaarten van de havens"
    assert facts_of(f"{text} ({number}).").topic == facts_of(f"{text}.").topic
    assert facts_of(f"{text} ({number}).").figures == facts_of(f"{text}.").figures == {"12"}


def test_brackets_that_tell_something_stay() -> None:
    assert "kade" in facts_of("Wij sturen de Kamer in mei 2025 de kaarten (kade, TZ202402-158).").topic


def test_nouns_that_are_taken_up_are_lemmas() -> None:
    assert "afspraak" in facts_of("Over deze afspraken informeren wij uw Kamer in mei 2025.").taken_up
    assert facts_of("Wij maken in mei 2025 een plan om deze te verbeteren.").taken_up == frozenset()


def test_words_of_a_quote() -> None:
    facts = facts_of("Het UWV levert in juni 2025 het actieplan voor scholing op.")
    assert facts.words[:2] == ("het", "uwv")
    assert facts.capitals == ("uwv",)
    assert ("actieplan", "voor", "scholing") in [row.written for row in facts.noun_phrases]


def test_sentences_before_come_nearest_first_and_say_whether_they_add() -> None:
    facts = facts_of("Er is veel te doen.", "Tevens is er geld. Het is druk. Wij sturen de Kamer in mei 2025 het plan.")
    assert [(row.text, row.adds) for row in facts.before] == [
        ("Het is druk.", False),
        ("Tevens is er geld.", True),
        ("Er is veel te doen.", False),
    ]


def test_the_sentence_before_is_known_by_its_phrases() -> None:
    facts = facts_of("Er is veel te doen.", "Voor de wijk komt geld. Wij sturen de Kamer in mei 2025 het plan.")
    assert [row.words for row in facts.phrases_before] == [("wijk",)]
    assert facts_of("Wij sturen de Kamer in mei 2025 het plan.").phrases_before == ()


def test_what_was_analysed_is_not_cut_into_words_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither for the amounts of a quote nor for the phrases of its sentence and of the one before."""
    text = "Voor de wijk komt geld. Wij sturen de Kamer in week 42 van 2025 het plan voor 20 scholen."
    analysed = analyse(letter(text))
    commitments, _ = extract(analysed, default_detector())
    analysed = analyse(letter(text))
    assert analysed.sentences

    def refuse(_: str) -> None:
        raise AssertionError("cut into words again")

    monkeypatch.setattr(slots, "tokenize", refuse)
    monkeypatch.setattr(noun_phrases, "tokenize", refuse)
    assert extract(analysed, default_detector())[0] == commitments
    assert [row.unit for row in commitments[0].amounts] == ["scholen"]
    assert describe(analysed, commitments)[commitments[0].id].phrases_before


def test_items_of_a_list_do_not_lean_on_each_other() -> None:
    rows = ("Er is geld.", "Wij sturen de Kamer in mei 2025 het plan.")
    assert facts_of(*rows, kind=PassageKind.LIST_ITEM).before == ()


def test_no_more_sentences_before_are_kept_than_any_statement_leans_on() -> None:
    text = "Het is druk. " * (REACH + 3) + "Wij sturen de Kamer in mei 2025 het plan."
    assert len(facts_of(text).before) == REACH


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Vanwege de drukte komt het plan in mei 2026.", "Vanwege de drukte komt het plan in mei 2026."),
        ("Het dorp wil groeien. Daarom komt het plan in mei 2026.", None),
        ("Om te bouwen is beleid gewenst. Daarom leggen wij in mei 2026 het plan voor.", None),
        ("Het was druk. Daarom is het plan uitgesteld tot mei 2026.", "Het was druk."),
        ("De bouw lag stil. Hierdoor schuift het plan door naar mei 2026.", "De bouw lag stil."),
        ("Het was druk. Vanwege de drukte komt het plan in mei 2026.", "Vanwege de drukte komt het plan in mei 2026."),
        ("Het plan komt in mei 2026. Dat is vanwege de drukte.", "Dat is vanwege de drukte."),
        ("Het plan komt in mei 2026. Er is geld.", None),
    ],
)
def test_reason(text: str, reason: str | None) -> None:
    assert facts_of(text).reason == reason


def test_a_statement_that_no_detector_found_is_described_from_its_passage() -> None:
    read = letter("Het is druk.", "Er is geld. Wij sturen de Kamer in mei 2025 het plan. Het plan is af.")
    (row, *_), _ = read_statements(read)
    added = replace(row, id="l/added", quote="Er is geld.", sentence="Er is geld.")
    known = describe(analyse(read), [row])
    facts = describe_missing([analyse(read)], [row, added], known)
    assert facts[row.id] is known[row.id]
    assert [sentence.text for sentence in facts["l/added"].before] == ["Het is druk."]


OTHER_YEARS = [
    ("Het plan stellen wij eind 2025 vast.", set()),
    ("Eind 2025 ontvangt uw Kamer het plan voor 2000 leerlingen.", set()),
    ("Eind 2025 reageren wij op de brief van 5 december 2024.", set()),
    ("Wij stellen het plan 2026 binnenkort vast.", {2026}),
    ("Eind 2025 stellen wij het plan 2026 vast.", {2026}),
    ("Eind 2025 stellen wij het uitvoeringsplan 2025 vast.", {2025}),
]


@pytest.mark.parametrize(("text", "years"), OTHER_YEARS)
def test_the_years_beside_a_deadline(text: str, years: set[int]) -> None:
    assert facts_of(text).other_years == years


def test_the_papers_of_a_passage_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much of it is reported, and they are those of the passages beside it too."""
    asked: list[str] = []
    monkeypatch.setattr(statement_describer, "papers_in", lambda text: asked.append(text) or papers_in(text))
    texts = (
        "Zie het rapport.",
        "Het plan is opgeleverd. De nota is opgeleverd. De lijst is opgeleverd.",
        "Zie de brief.",
    )
    assert facts_of(*texts).papers == {"rapport", "plan", "nota", "lijst", "brief"}
    assert sorted(asked) == sorted(texts)


@pytest.mark.parametrize(
    ("before", "told", "words"),
    [
        ("Wij starten in 2027 met de inrichting van het haventerrein. De kademuur is breed.", "voorzien in 2028", ()),
        ("Het advies gaf aanleiding het wetsvoorstel zendmasten aan te passen.", "op 3 mei 2024 gedeeld", ()),
        (
            "Het advies gaf aanleiding het wetsvoorstel zendmasten aan te passen.",
            "voorzien in 2028",
            ("wetsvoorstel", "zendmasten"),
        ),
    ],
    ids=["beside a promise", "done", "an act alone"],
)
def test_what_is_left_to_the_sentences_before(before: str, told: str, words: tuple[str, ...]) -> None:
    assert facts_of(f"{before} De indiening is {told}.").bridged == words
