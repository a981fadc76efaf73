"""`clause_time`: which time of a sentence says when what it promises is done."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from tracker.extraction.analysed_sentence import analyse_sentence
from tracker.extraction.time_binding import is_dated

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "binding.toml").read_text(encoding="utf-8"))
_LETTER = dt.date(2025, 5, 20)


def _dates(text: str, letter: dt.date) -> list[tuple[str, str]]:
    """The intervals that bind the clauses of a sentence; "" for an end that is open."""
    times = [clause.time for clause in analyse_sentence(text, letter).clauses]
    found = [time.deadline for time in times if time is not None and is_dated(time)]
    return [(str(deadline.start or ""), str(deadline.end or "")) for deadline in found]


@pytest.mark.parametrize(("letter", "text"), CASES["none"])
def test_a_time_that_is_no_deadline(letter: str, text: str) -> None:
    assert _dates(text, dt.date.fromisoformat(letter)) == []


@pytest.mark.parametrize(("letter", "text", "start", "end"), CASES["due"])
def test_the_time_that_binds_a_promise(letter: str, text: str, start: str, end: str) -> None:
    assert (start, end) in _dates(text, dt.date.fromisoformat(letter))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Wij hebben in mei besloten de hal te sluiten.", "", ""),
        ("Wij hebben in 2025 besloten de hal te sluiten.", "", ""),
        ("Wij hebben besloten de hal in 2025 te sluiten.", "2025-01-01", "2025-12-31"),
        ("Wij hebben in april besloten om de hal dit jaar te sluiten.", "2025-01-01", "2025-12-31"),
        ("Het fonds heeft besloten een deel vanaf 2025 tot en met 2027 te verdelen.", "2025-01-01", "2027-12-31"),
        ("Na de bouw van een kade in 2025 is de wens om in 2026 een hal te bouwen.", "2026-01-01", "2026-12-31"),
    ],
)
def test_what_is_decided_has_a_time_of_its_own(text: str, start: str, end: str) -> None:
    assert _dates(text, _LETTER) == ([(start, end)] if end else [])


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Wij komen binnen drie maanden met een plan.", "2025-08-20"),
        ("Als gevolg van de motie reageer ik binnen vier weken.", "2025-06-17"),
        ("De minister zal zo spoedig mogelijk, doch uiterlijk binnen drie weken, antwoorden.", "2025-06-10"),
        ("Ik reageer binnen vier weken, zodat de bouw kan beginnen.", "2025-06-17"),
        ("Het onderzoek is in juni klaar, waarna wij binnen drie maanden een besluit nemen.", ""),
        ("Zodra het advies is ontvangen, zal ik binnen vier weken reageren.", ""),
        ("Als de raad instemt, starten wij binnen drie maanden met de bouw.", ""),
        ("Na ontvangst van het advies zal ik binnen vier weken reageren.", ""),
    ],
)
def test_a_term_that_runs_from_an_event_has_no_days(text: str, end: str) -> None:
    times = [clause.time for clause in analyse_sentence(text, _LETTER).clauses]
    terms = [str(time.deadline.end or "") for time in times if time is not None and time.kind == "within"]
    assert terms == [end]
