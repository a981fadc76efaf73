"""What is kept of the letters before gives, byte for byte, what reading everything anew gives."""

from __future__ import annotations

import datetime as dt
import os
from functools import cache
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.documents import read_collection
from tracker.extraction import AnalysedLetter
from tracker.linking.linked_letter import LinkedLetter
from tracker.linking.linker import IncrementalLinker
from tracker.model import AnyStatement, Collection, SourceFile
from tracker.pipeline import judge_letters, linker_of

PROMISES = (
    "In het najaar van 20{} sturen wij de Kamer het havenplan Noord.",
    "Wij leveren de brug bij Zwartsluis uiterlijk 1 mei 20{} op.",
    "De subsidieregeling walstroom voor binnenvaartschepen gaat in januari 20{} open.",
    "De oplevering van de brug bij Zwartsluis is een jaar uitgesteld, naar 20{}.",
    "Het havenplan Noord is in 20{} aan de Kamer gestuurd.",
    "Wij onderzoeken voor de zomer van 20{} of de sluis bij Eefde breder kan.",
    "Het onderzoek naar de sluis bij Eefde verwachten wij eind 20{}.",
    "De regeling walstroom verlengen wij tot en met 20{}.",
)
RULED = (Ruling.REJECTED, Ruling.DEADLINE, Ruling.STATUS, Ruling.TITLE)


def source(number: int) -> SourceFile:
    """A letter of four of the sentences, about years of its own."""
    chosen = [PROMISES[(3 * number + step * (1 + number % 2)) % len(PROMISES)] for step in range(4)]
    rows = (f"{at}. Onderdeel {at}\n\n{text.format(18 + number)}" for at, text in enumerate(chosen, 1))
    return SourceFile(f"brief-{number}.txt", "\n\n".join(("Geachte voorzitter,", *rows)).encode())


def collection(numbers: set[int]) -> Collection:
    facts = (f'[[letter]]\npath = "brief-{number}.txt"\ndate = "20{16 + number}-03-01"\n' for number in sorted(numbers))
    return Collection("brieven", tuple(map(source, sorted(numbers))), "\n".join(facts))


@cache
def statements(number: int) -> tuple[tuple[str, str], ...]:
    """The letter and quote of each promise of a letter."""
    ledger = judge_letters(read_collection(collection({number})), "brieven").ledger
    return tuple((row.letter, row.quote) for row in ledger.commitments)


def ruling(which: int, letter: int, at: int) -> Decision:
    quotes = statements(letter)
    kind, quote = RULED[which], anchor(*quotes[at % len(quotes)])
    values = {Ruling.STATUS: "dropped", Ruling.TITLE: "Zo heet het"}
    end = dt.date(2031, 5, 1) if kind is Ruling.DEADLINE else None
    when = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return Decision(ruling=kind, who="A", when=when, why="so", quotes=(quote,), value=values.get(kind, ""), end=end)


def written(numbers: set[int], rulings: list[Decision]) -> bytes:
    ledger = judge_letters(read_collection(collection(numbers)), "brieven", None, tuple(rulings)).ledger
    return msgspec.json.encode(ledger)


@pytest.mark.usefixtures("remembering")
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(("add", "remove", "rule")), st.integers(0, 7)), min_size=2, max_size=5))
def test_adding_removing_and_ruling_in_any_order_gives_what_reading_anew_gives(deeds: list[tuple[str, int]]) -> None:
    numbers, rulings = {0, 3}, list[Decision]()
    for deed, number in deeds:
        if deed == "add":
            numbers.add(number)
        elif deed == "remove":
            numbers = numbers - {number} or numbers
        else:
            rulings.append(ruling(number % 4, sorted(numbers)[number % len(numbers)], number))
        found = written(numbers, rulings)
        with patch.dict(os.environ, {"TRACKER_NO_CACHE": "1"}):
            assert found == written(numbers, rulings)


@pytest.mark.usefixtures("remembering")
def test_a_letter_after_those_known_is_alone_linked_and_none_for_a_ruling(monkeypatch: pytest.MonkeyPatch) -> None:
    linked: list[str] = []
    link = IncrementalLinker.linked

    def counted(self: IncrementalLinker, letter: AnalysedLetter, rows: list[AnyStatement]) -> LinkedLetter:
        linked.append(letter.letter.path)
        return link(self, letter, rows)

    monkeypatch.setattr(IncrementalLinker, "linked", counted)
    written({0, 1, 2}, [])
    assert linked == ["brief-0.txt", "brief-1.txt", "brief-2.txt"]
    linked.clear()
    written({0, 1, 2, 5}, [])
    assert linked == ["brief-5.txt"]
    rulings = [ruling(at, 5, at) for at in (1, 2)]
    linked.clear()
    written({0, 1, 2, 5}, rulings)
    assert linked == []


@pytest.mark.usefixtures("remembering")
def test_the_linker_of_a_ledger_links_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = judge_letters(read_collection(collection({0, 1, 2})), "brieven").ledger
    with patch.dict(os.environ, {"TRACKER_NO_CACHE": "1"}):
        anew = linker_of(ledger, None)
    monkeypatch.setattr(IncrementalLinker, "linked", lambda *_: pytest.fail("a letter was linked again"))
    assert linker_of(ledger, None).matches == anew.matches != []
