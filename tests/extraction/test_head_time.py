"""`head_times`: what the heads of lists and tables give their items, and what they do not."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extraction.analysis import analyse
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.extractor import extract
from tracker.extraction.head_time import head_times, result_marker
from tracker.model import Letter, Passage, PassageKind, Section

ITEM, CELL, PROSE = PassageKind.LIST_ITEM, PassageKind.TABLE_CELL, PassageKind.PARAGRAPH


def _letter(heading: str, *passages: Passage) -> Letter:
    section = Section("l/s1", heading, 1, 1)
    text = "\n".join(passage.text for passage in passages)
    return Letter("l", "l.txt", text, passages, (section,), date=dt.date(2025, 10, 7))


def _passage(text: str, kind: PassageKind = ITEM, number: int = 1, **facts: str) -> Passage:
    return Passage(f"l/p{number}", "l/s1", kind, text, (), number, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("heading", "passage", "end"),
    [
        ("Belangrijkste resultaten voor 2026", _passage("Er is een plan opgesteld"), "2026-12-31"),
        ("Belangrijkste resultaten 2026", _passage("Er is een plan opgesteld", CELL), "2026-12-31"),
        ("Belangrijkste resultaten 2026", _passage("Er is een plan opgesteld", PROSE), ""),
        ("Belangrijkste resultaten 2024", _passage("Er is een plan opgesteld"), ""),
        ("Inkomsten 2026", _passage("Er is een plan opgesteld"), ""),
        ("Resultaten van het akkoord van 2026 in de regio", _passage("Er is een plan opgesteld"), ""),
        ("Haven", _passage("een plan opstellen", lead_in="In 2026 gaan wij:"), "2026-12-31"),
        ("Haven", _passage("een plan opstellen", lead_in="Voor 2026 gaan wij:"), ""),
        ("Haven", _passage("een plan opstellen", lead_in="In 2026 sturen wij een nota en in mei 2027 gaan wij:"), ""),
        ("Haven", _passage("De kade wordt verlengd", CELL, row="Q1 2026"), "2026-03-31"),
        ("Haven", _passage("De kade wordt verlengd", CELL, column="2027"), "2027-12-31"),
        ("Haven", _passage("De kade wordt verlengd", CELL, column="Kosten van het werk in 2027"), ""),
        (
            "Haven",
            _passage("190 kg", CELL, row="Afval per inwoner", column="Streefwaarde Begroting 2027"),
            "2027-12-31",
        ),
        ("Haven", _passage("190 kg", CELL, row="Afval per inwoner", column="Realisatie 2024"), ""),
        ("Haven", _passage("190 kg", CELL, row="Afval per inwoner", column="Streefwaarde"), ""),
    ],
)
def test_a_head_gives_its_items_its_time(heading: str, passage: Passage, end: str) -> None:
    found = head_times(_letter(heading, passage)).get("l/p1")
    assert str(found.deadline.end if found else "") == end


def test_a_cell_that_is_a_time_dates_its_row() -> None:
    cells = [
        _passage("De kade wordt verlengd", CELL, 1, row="Kade"),
        _passage("Q2 2026", CELL, 2, row="Kade"),
        _passage("De sluis wordt gesloopt", CELL, 3, row="Sluis"),
        _passage("Q3 2026 of Q4 2027", CELL, 4, row="Sluis"),
    ]
    found = head_times(_letter("Planning", *cells))
    assert {name: str(time.deadline.end) for name, time in found.items() if name in ("l/p1", "l/p3")} == {
        "l/p1": "2026-06-30",
        "l/p3": "2027-12-31",
    }


def test_an_item_takes_it_as_inherited_and_its_own_time_comes_first() -> None:
    letter = _letter(
        "Belangrijkste resultaten 2026",
        _passage("Er wordt een uitvoeringsprogramma opgesteld voor de haven.", ITEM, 1),
        _passage("In maart 2026 wordt de kade verlengd.", ITEM, 2),
        _passage("- 2.721", CELL, 3),
    )
    commitments, _ = extract(analyse(letter), RuleDetector())
    read = [(str(one.deadline.end), one.deadline.inherited) for one in commitments if one.deadline]
    assert read == [("2026-12-31", True), ("2026-03-31", False)]


@pytest.mark.parametrize(
    ("head", "marker"),
    [
        ("Wat willen we bereiken?", None),
        ("Wat mag het kosten?", None),
        ("Lasten en baten 2026", None),
        ("Resultaten van het akkoord van 2026 in de regio", None),
        ("Belangrijkste resultaten", None),
        ("Resultaten 2025", None),
        ("Belangrijkste resultaten voor 2026", "planned"),
        ("Behaalde mijlpalen 2025", "reached"),
        ("Activiteiten (2026)", "planned"),
        ("Wat gaan we daarvoor doen?", "planned"),
        ("4.2 Wat gaat de provincie doen?", "planned"),
        ("Belangrijkste resultaten 2024", "reached"),
        ("Wat hebben we daarvoor gedaan?", "reached"),
        ("Behaalde resultaten", "reached"),
    ],
)
def test_a_head_says_of_which_list_its_items_are(head: str, marker: str | None) -> None:
    assert result_marker(head, dt.date(2025, 10, 7)) == marker


def test_without_a_date_of_the_letter_a_year_says_nothing() -> None:
    assert result_marker("Mijlpalen 2025", None) is None


def test_only_the_first_sentence_of_an_item_is_what_the_list_names() -> None:
    letter = _letter("Mijlpalen 2026", _passage("Vastgesteld havenplan. Het plan is door de raad besproken."))
    first, second = analyse(letter).sentences
    assert "planned" in first.clauses[0].markers
    assert "planned" not in second.clauses[0].markers


@pytest.mark.parametrize("kind", [PROSE, PassageKind.FOOTNOTE])
def test_prose_under_such_a_heading_is_no_item(kind: PassageKind) -> None:
    letter = _letter("Mijlpalen 2026", _passage("De haven is in 1920 vastgesteld.", kind))
    assert all("planned" not in clause.markers for row in analyse(letter).sentences for clause in row.clauses)
