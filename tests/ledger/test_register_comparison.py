"""Parliament's register set against letters, promise by promise."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.repositories import masthead
from tracker.commands.source import CollectionSource
from tracker.ledger.register_comparison import RegisterComparison, Verdict
from tracker.model import MatchGround, RegisterMatch, RegisterTwin, Status
from tracker.sources.register import Register, Registered

N = "TZ202303-002"
MET, NOT_MET = Registered(N, "", "Voldaan", met=True), Registered(N, "", "Openstaand", met=False)
LATE, EARLY, AFTER = dt.date(2024, 1, 1), dt.date(2023, 2, 1), dt.date(2024, 9, 1)


def verdict(tmp_path: Path, text: str, promise: Registered, day: dt.date = LATE) -> Verdict:
    (tmp_path / "1.txt").write_text(f"{masthead('1', '1 maart 2023')}{text}\n", "utf-8")
    return RegisterComparison(CollectionSource(tmp_path).index, Register(day, (promise,))).of_number(promise).verdict


@pytest.mark.parametrize(
    ("text", "of_met", "of_open"),
    [
        ("De haven is diep.", Verdict.AGREES, Verdict.AGREES),
        (f"Zie toezegging {N}.", Verdict.UNSURE, Verdict.UNSURE),
        (f"Toezegging {N} is hiermee afgedaan.", Verdict.AGREES, Verdict.DISAGREES),
        (f"Toezegging {N} staat nog open.", Verdict.DISAGREES, Verdict.AGREES),
    ],
)
def test_only_what_is_surely_said_disagrees(tmp_path: Path, text: str, of_met: Verdict, of_open: Verdict) -> None:
    assert verdict(tmp_path, text, MET) is of_met
    assert verdict(tmp_path, text, NOT_MET) is of_open


def test_a_plain_sentence_denies_nothing_that_is_told_under_another_name(tmp_path: Path) -> None:
    """What met it may have come after."""
    odd = replace(MET, unread=("KamerbriefNakoming",))
    assert verdict(tmp_path, f"Toezegging {N} staat nog open.", odd) is Verdict.UNSURE


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (("2025D12345",), Verdict.UNSURE),
        (("kst-12345-99",), Verdict.UNSURE),
        (("brief van mei",), Verdict.UNSURE),
        (("12 345, nr. 1",), Verdict.DISAGREES),
        (("2025D12345", "12345-1"), Verdict.DISAGREES),
        ((), Verdict.DISAGREES),
    ],
)
def test_what_is_met_by_papers_that_are_not_here_contradicts_no_letter(
    tmp_path: Path, by: tuple[str, ...], found: Verdict
) -> None:
    """What the letters say may be of before those."""
    assert verdict(tmp_path, f"Toezegging {N} staat nog open.", replace(MET, by=by)) is found


def test_what_the_register_calls_withdrawn_a_letter_may_call_settled(tmp_path: Path) -> None:
    text = f"Toezegging {N} is hiermee afgedaan."
    assert verdict(tmp_path, text, replace(NOT_MET, status="Vervallen", closed=True)) is Verdict.UNSURE


def test_a_register_of_a_day_before_is_not_held_against_a_later_letter(tmp_path: Path) -> None:
    assert verdict(tmp_path, f"Toezegging {N} is hiermee afgedaan.", NOT_MET, EARLY) is Verdict.AGREES


def test_unknown_words_and_two_promises_are_compared_with_nothing(tmp_path: Path) -> None:
    text = f"Toezegging {N} is hiermee afgedaan."
    twin = RegisterTwin("Een plan.", "Voldaan", met=True)
    assert verdict(tmp_path, text, replace(NOT_MET, unclear=True)) is Verdict.AGREES
    assert verdict(tmp_path, text, replace(NOT_MET, twins=(twin,))) is Verdict.AGREES
    assert verdict(tmp_path, text, replace(NOT_MET, twins=(replace(twin, met=False),))) is Verdict.DISAGREES


def test_what_only_a_letter_of_after_the_register_meets_contradicts_it_not(tmp_path: Path) -> None:
    """However the promise is known: by its words, or by a number that only that letter has."""
    thing = "de evaluatie van de subsidieregeling voor zonnepanelen op scholen"
    (tmp_path / "1.txt").write_text(f"{masthead('1', '1 maart 2023')}In mei 2023 stuur ik uw Kamer {thing}.\n", "utf-8")
    for name, text in (("2", f"Hierbij stuur ik uw Kamer {thing}."), ("3", f"Toezegging {N} is hiermee afgedaan.")):
        (tmp_path / f"{name}.txt").write_text(f"{masthead(name, '3 juni 2024')}{text}\n", "utf-8")
    index = CollectionSource(tmp_path).index
    promised = replace(NOT_MET, text=f"De minister stuurt de Kamer in mei 2023 {thing}.")
    for thread in index.ledger.threads:
        row = RegisterMatch(
            number=N, thread=thread.id, ground=MatchGround.WORDS, text=promised.text, status="Openstaand", met=False
        )
        found = {day: RegisterComparison(index, Register(day, (promised,))).of(row).verdict for day in (LATE, AFTER)}
        assert found[LATE] is Verdict.AGREES
        assert thread.status is not Status.DELIVERED or found[AFTER] is not Verdict.AGREES


def test_what_a_list_says_is_of_its_own_day(tmp_path: Path) -> None:
    """A letter of after it that says what it could not know contradicts it not."""
    text = f"Toezegging {N} is hiermee afgedaan."
    assert verdict(tmp_path, text, replace(NOT_MET, as_of=LATE)) is Verdict.DISAGREES
    assert verdict(tmp_path, text, replace(NOT_MET, as_of=EARLY)) is Verdict.AGREES
