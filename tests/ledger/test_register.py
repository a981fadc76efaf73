"""Promises of the register beside the threads: as ruled, by number, else by linking, and none where it is not sure."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests import repositories
from tracker.cli import main
from tracker.commands.source import CollectionSource
from tracker.errors import ExitCode
from tracker.export.registry import ledger_exporter
from tracker.model import MatchGround, RegisterMatch
from tracker.sources.register import Register, Registered, write_register

pytestmark = pytest.mark.usefixtures("shared")

NUMBER = "TZ202402-1"
HARBOUR = "De minister zal het rapport over de verdieping van de Waalhaven naar de Kamer sturen."


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return repositories.write(tmp_path / "brieven")


def found(letters: Path, text: str, *, met: bool = False, made: dt.date | None = None) -> tuple[RegisterMatch, ...]:
    promise = Registered(NUMBER, text, "Voldaan" if met else "Openstaand", met, made=made)
    (letters / "register.json").write_text(write_register(Register(dt.date(2024, 1, 1), (promise,))), "utf-8")
    return CollectionSource(letters).ledger.registered


def quoted(letters: Path, row: RegisterMatch) -> str:
    index = CollectionSource(letters).index
    return index.quotes_of(index.threads[row.thread])[0].quote


def decide(letters: Path, *words: str) -> int:
    return main(["decide", *words, "--why", "nagevraagd", "--by", "R. Rekenaar", "--in", str(letters)])


def test_a_promise_is_found_by_its_words(letters: Path) -> None:
    text = "De minister stuurt het uitvoeringsplan voor de sluizen van Terneuzen in oktober 2020 naar de Kamer."
    (row,) = found(letters, text, made=dt.date(2020, 1, 15))
    assert "sluizen" in quoted(letters, row)
    assert row.ground is MatchGround.WORDS
    assert "uitvoeringsplan" in row.words
    assert row.score > 0.7


@pytest.mark.parametrize(
    ("signed", "ministry", "numbered", "ground"),
    [
        ("De minister van Binnenlandse Zaken en Koninkrijksrelaties", "Buitenlandse Zaken", False, MatchGround.ASKED),
        ("De minister van Infrastructuur en Waterstaat", "Ministerie van Financiën", False, MatchGround.ASKED),
        ("De minister van Infrastructuur en Waterstaat", "VWS", False, MatchGround.ASKED),
        ("De minister van Infrastructuur en Waterstaat", "VWS", True, MatchGround.CARRIED),
        ("De minister van Infrastructuur en Waterstaat", "IenW", False, MatchGround.WORDS),
        ("De minister van Infrastructuur en Waterstaat", "", False, MatchGround.WORDS),
        ("", "VWS", False, MatchGround.WORDS),
    ],
)
def test_the_same_words_of_another_ministry_are_asked_about(
    letters: Path, signed: str, ministry: str, numbered: bool, ground: MatchGround
) -> None:
    """A number is that of the promise whoever signs; where one tells of no ministry the words decide."""
    first = letters / repositories.NAMES[0]
    number = f" ({NUMBER})" if numbered else ""
    text = first.read_text("utf-8").replace("van Terneuzen leveren", f"van Terneuzen{number} leveren")
    first.write_text(text + (f"\nHoogachtend,\n\n{signed},\n\nB. Visser\n" if signed else ""), "utf-8")
    said = "De minister stuurt het uitvoeringsplan voor de sluizen van Terneuzen in oktober 2020 naar de Kamer."
    promise = Registered(NUMBER, said, "Openstaand", met=False, ministry=ministry)
    (letters / "register.json").write_text(write_register(Register(dt.date(2024, 1, 1), (promise,))), "utf-8")
    (row,) = CollectionSource(letters).ledger.registered
    assert row.ground is ground


@pytest.mark.parametrize("other", ["Hansweert", "Terneuzen 2019"])
def test_what_is_of_another_name_or_edition_is_asked_about_at_most(letters: Path, other: str) -> None:
    replaced(letters, repositories.NAMES[0], "Terneuzen", "Terneuzen 2021")
    text = "De minister stuurt het uitvoeringsplan voor de sluizen van Terneuzen in oktober 2020 naar de Kamer."
    rows = found(letters, text.replace("Terneuzen", other), made=dt.date(2020, 1, 15))
    assert not any(row.sure for row in rows)


def test_a_promise_of_few_words_is_asked_about(letters: Path) -> None:
    (row,) = found(letters, HARBOUR, met=True)
    assert "Waalhaven" in quoted(letters, row)
    assert row.ground is MatchGround.ASKED


@pytest.mark.parametrize(
    "text",
    [
        "De minister zal een brief over treinen naar de Kamer sturen.",
        "De minister komt terug op de vraag van het lid De Vries.",
        "De minister stuurt de Kamer een rapport.",
        "",
    ],
)
def test_another_promise_is_not(letters: Path, text: str) -> None:
    assert [row for row in found(letters, text) if row.ground is not MatchGround.ASKED] == []


def test_a_number_goes_before_words(letters: Path) -> None:
    path = letters / repositories.NAMES[0]
    path.write_text(path.read_text("utf-8").replace("Oosterschelde.", f"Oosterschelde ({NUMBER})."), "utf-8")
    (row,) = found(letters, HARBOUR)
    assert row.ground is MatchGround.CARRIED
    assert "Oosterschelde" in quoted(letters, row)


def replaced(letters: Path, name: str, old: str, new: str) -> None:
    path = letters / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_each_thread_that_names_the_number_carries_it(letters: Path) -> None:
    replaced(letters, repositories.NAMES[0], "Oosterschelde.", f"Oosterschelde ({NUMBER}).")
    replaced(letters, repositories.NAMES[2], "Merwehaven.", f"Merwehaven ({NUMBER}).")
    rows = found(letters, HARBOUR)
    assert {row.ground for row in rows} == {MatchGround.CARRIED}
    assert sorted(quoted(letters, row).split()[-2] for row in rows) == ["Merwehaven", "Oosterschelde"]


def test_of_promises_in_one_paragraph_the_one_that_names_the_number_carries_it(letters: Path) -> None:
    first = "In juni 2020 informeren we u over de veerverbindingen op de Oosterschelde."
    second = f" In mei 2021 sturen we uw Kamer een plan voor de kades van Goes ({NUMBER})."
    replaced(letters, repositories.NAMES[0], first, first + second)
    (row,) = found(letters, "De minister stuurt iets.")
    assert "Goes" in quoted(letters, row)
    replaced(letters, repositories.NAMES[0], f"Goes ({NUMBER}).", f"Goes. Zie {NUMBER}.")
    assert [one.ground for one in found(letters, "De minister stuurt iets.")] == [], "it may be either"


def test_a_longer_number_is_another(letters: Path) -> None:
    path = letters / repositories.NAMES[0]
    path.write_text(path.read_text("utf-8").replace("Oosterschelde.", f"Oosterschelde ({NUMBER}58)."), "utf-8")
    assert found(letters, "De minister stuurt iets.") == ()


TOLD = "Het actieplan voor de bouw van nieuwe loodsen sturen we in mei 2022 naar uw Kamer."


def test_what_stands_in_a_letter_but_for_who_speaks_is_found(letters: Path) -> None:
    path = letters / repositories.NAMES[1]
    path.write_text(path.read_text("utf-8").replace("In mei 2022 sturen we uw Kamer een", TOLD + " Een"), "utf-8")
    (row,) = found(
        letters, "De minister stuurt het actieplan voor de bouw van nieuwe loodsen in mei 2022 naar de Kamer."
    )
    assert row.ground is MatchGround.WORDS
    assert quoted(letters, row) == TOLD


SHORT = "De minister stuurt in mei 2022 een actieplan voor de loodsen."


def test_a_short_text_is_found_where_it_stands_alike_and_nothing_else_is_near(letters: Path) -> None:
    (row,) = found(letters, SHORT)
    assert row.ground is MatchGround.WORDS
    assert "loodsen" in quoted(letters, row)
    assert set(row.words) == {"actieplan", "loodsen"}


@pytest.mark.parametrize("other", [SHORT, SHORT.replace("mei", "juni"), SHORT.replace("2022", "2023")])
def test_of_two_promises_alike_neither_is_sure(letters: Path, other: str) -> None:
    promises = tuple(
        Registered(number, text, "Openstaand", met=False) for number, text in ((NUMBER, SHORT), ("TZ202402-2", other))
    )
    (letters / "register.json").write_text(write_register(Register(dt.date(2024, 1, 1), promises)), "utf-8")
    rows = CollectionSource(letters).ledger.registered
    assert {row.ground for row in rows} == {MatchGround.ASKED}


def test_what_differs_in_a_word_or_two_is_asked_about(letters: Path) -> None:
    """Two other words may be another thing, or another day."""
    (row,) = found(letters, "In juni 2023 sturen we uw Kamer een actieplan voor de loodsen.")
    assert row.ground is MatchGround.ASKED
    assert "loodsen" in quoted(letters, row)


def test_a_match_that_was_refused_is_not_asked_again(letters: Path) -> None:
    (row,) = found(letters, HARBOUR)
    threads = CollectionSource(letters).ledger.threads
    assert decide(letters, "unregistered", NUMBER.lower(), row.thread) == ExitCode.DONE
    assert all(other.thread != row.thread for other in found(letters, HARBOUR))
    assert decide(letters, "registered", NUMBER, row.thread) == ExitCode.DONE
    path = letters / "decisions.toml"
    path.write_text(path.read_text("utf-8").replace(f'"{NUMBER}"', f'"{NUMBER.lower()}"'), "utf-8")
    (again,) = found(letters, HARBOUR)
    assert (again.thread, again.ground, again.who) == (row.thread, MatchGround.RULED, "R. Rekenaar")
    assert CollectionSource(letters).ledger.threads == threads, "a ruling on the register changes no verdict"
    spelled = NUMBER.replace("TZ", "tz ").replace("-", " – ")
    assert main(["decide", "withdraw", "registered", spelled, "--in", str(letters)]) == ExitCode.DONE
    assert all(other.ground is not MatchGround.RULED for other in found(letters, HARBOUR))


def test_a_match_that_nobody_would_find_can_be_ruled(letters: Path) -> None:
    assert found(letters, "De minister stuurt iets.") == ()
    assert decide(letters, "registered", NUMBER, "veerverbindingen") == ExitCode.DONE
    (row,) = found(letters, "De minister stuurt iets.")
    assert "veerverbindingen" in quoted(letters, row)


def test_a_number_that_the_register_has_not_is_told(letters: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(letters, "registered", NUMBER, "veerverbindingen") == ExitCode.USER
    assert "no promise with the number TZ202402-1" in capsys.readouterr().err


def test_what_was_found_among_the_same_letters_is_remembered(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_NO_CACHE", raising=False)
    before = found(letters, HARBOUR)
    with monkeypatch.context() as patched:
        patched.setattr("tracker.ledger.register._likely", lambda *_: {})
        assert found(letters, HARBOUR) == before
        assert found(letters, HARBOUR.replace("Waalhaven", "Eemhaven")) == (), "of other words nothing is remembered"
    (letters / "decisions.toml").write_text("", "utf-8")
    assert found(letters, HARBOUR) == before


@pytest.mark.parametrize("between", [(), ("TZ202402-8",)], ids=["it", "one that changes it"])
def test_what_changes_a_promise_of_a_thread_is_of_that_thread(letters: Path, between: tuple[str, ...]) -> None:
    replaced(letters, repositories.NAMES[0], "Oosterschelde.", f"Oosterschelde ({NUMBER}).")
    first = Registered(NUMBER, HARBOUR, "Openstaand", met=False)
    steps = [Registered(number, "Iets anders.", "Openstaand", met=False, changes=(NUMBER,)) for number in between]
    last = Registered("TZ202402-9", "Het wordt later.", "Voldaan", met=True, changes=between, repeats=(NUMBER,))
    alone = Registered("TZ202402-7", "Nog iets.", "Voldaan", met=True, changes=("TZ202402-6",))
    round_ = Registered("TZ202402-5", "Nog wat.", "Voldaan", met=True, changes=("TZ202402-5",))
    register = Register(dt.date(2024, 1, 1), (first, *steps, last, alone, round_))
    (letters / "register.json").write_text(write_register(register), "utf-8")
    rows = [row for row in CollectionSource(letters).ledger.registered if row.sure]
    assert [(row.number, row.ground) for row in rows] == [
        (NUMBER, MatchGround.CARRIED),
        *((number, MatchGround.CHANGES) for number in between),
        ("TZ202402-9", MatchGround.CHANGES),
    ]
    assert len({row.thread for row in rows}) == 1


def test_what_changes_and_repeats_promises_of_one_thread_is_of_it_once(letters: Path) -> None:
    """And the ledger is written as SQLite, where a promise stands once beside a thread."""
    replaced(letters, repositories.NAMES[0], "Oosterschelde.", f"Oosterschelde ({NUMBER}, TZ202402-2).")
    both = [Registered(number, HARBOUR, "Openstaand", met=False) for number in (NUMBER, "TZ202402-2")]
    last = Registered("TZ202402-9", "Het wordt later.", "Voldaan", met=True, changes=(NUMBER,), repeats=("TZ202402-2",))
    (letters / "register.json").write_text(write_register(Register(dt.date(2024, 1, 1), (*both, last))), "utf-8")
    ledger = CollectionSource(letters).ledger
    assert [row.number for row in ledger.registered if row.sure] == [NUMBER, "TZ202402-2", "TZ202402-9"]
    assert ledger_exporter("sqlite").write(ledger)
