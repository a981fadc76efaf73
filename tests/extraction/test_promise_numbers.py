"""Under which numbers of registered promises the statements of a letter stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repositories import masthead
from tests.sources.server import official
from tracker.commands.source import CollectionSource
from tracker.extraction import analyse
from tracker.extraction.promise_numbers import PromiseNumbers
from tracker.extraction.settled_numbers import numbers_in

A, B = "TZ202303-001", "TZ202303-002"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Toezegging {A} is afgedaan.", [A]),
        (f"Toezeggingen {A} en {B} zijn afgedaan.", [A, B]),
        (f"Toezegging {A.replace('-', '–')} is afgedaan.", [A]),
        ("Toezegging tz 202303 - 001 is afgedaan.", [A]),
        (f"Toezegging {A} is samen met toezegging {B} nagekomen.", [A, B]),
        (f"We sturen een plan (los van {A}).", []),
        ("De motie-De Vries is afgedaan.", []),
        ("Toezegging 1 is afgedaan.", []),
    ],
)
def test_a_text_has_the_numbers_that_it_names_as_its_own(text: str, found: list[str]) -> None:
    assert numbers_in(text) == set(found)


def numbers(tmp_path: Path, body: str) -> dict[str, str]:
    """The end of the number of each statement of a letter, by the first words of that."""
    (tmp_path / "1.html").write_text(f"<p>{masthead('1', '1 maart 2023')}</p>{body}", "utf-8")
    ledger = CollectionSource(tmp_path).ledger
    rows = (*ledger.commitments, *ledger.reports)
    of = PromiseNumbers(analyse(ledger.letters[0]), rows).of
    return {" ".join(row.quote.split()[:3]).strip("."): "".join(one[-1] for one in sorted(of(row))) for row in rows}


HEADED = f"<h2>Rapport over havens ({A})</h2><p>%s</p>"
PROMISED = "In mei sturen wij uw Kamer een rapport over havens"


@pytest.mark.parametrize(
    ("body", "of"),
    [
        (HEADED % "Deze toezegging is afgedaan.", {"Deze toezegging is": "1"}),
        (HEADED % f"{PROMISED}.", {"In mei sturen": "1"}),
        (
            HEADED % f"{PROMISED}. In juni starten wij een proef met kades.",
            {"In mei sturen": "", "In juni starten": ""},
        ),
        (HEADED % "De motie is met de brief van 3 mei afgedaan.", {"De motie is": ""}),
        (f"<p>Op 3 mei is een rapport toegezegd ({A}). Deze toezegging is afgedaan.</p>", {"Deze toezegging is": "1"}),
        (f"<p>Rapport over havens ({A}):</p><p>Deze toezegging is afgedaan.</p>", {"Deze toezegging is": "1"}),
        (
            f"<table><tr><td>{A}</td><td>Havens</td><td>Afgedaan.</td></tr>"
            f"<tr><td>{B}</td><td>Sluizen</td><td>Voldaan.</td></tr></table>",
            {"Afgedaan": "1", "Voldaan": "2"},
        ),
        (
            f"<p>{PROMISED} ({A}), en in juni starten wij een proef met kades.</p>",
            {"In mei sturen": "1", "in juni starten": ""},
        ),
        (
            f"<p>In mei sturen wij u een plan voor kades en spreken met u over de havens ({A}).</p>",
            {"In mei sturen": ""},
        ),
        (
            f"<table><tr><td>Toezegging</td><td>Stand</td></tr><tr><td><p>Haven</p><p>{A}</p><p>{PROMISED}.</p></td>"
            "<td><p>De proef met kades is gestart. In juni starten wij een proef met veren.</p></td></tr></table>",
            {"In mei sturen": "1", "De proef met": "", "In juni starten": ""},
        ),
        (
            "<table><tr><td>Nummer</td><td>Over</td><td>Stand</td></tr>"
            f"<tr><td>{A}, {B}</td><td>Havens</td><td>Afgedaan.</td></tr>"
            f"<tr><td>{A}</td><td>Sluizen (zie {B})</td><td>Voldaan.</td></tr></table>",
            {"Afgedaan": "12", "Voldaan": ""},
        ),
        ("<p>Deze toezegging is afgedaan.</p>", {"Deze toezegging is": ""}),
    ],
)
def test_a_statement_has_its_own_those_of_its_row_or_what_was_named_before(
    tmp_path: Path, body: str, of: dict[str, str]
) -> None:
    found = numbers(tmp_path, body)
    assert {name: found.get(name) for name in of} == of


def test_a_footnote_that_is_nothing_but_a_number_is_of_its_sentence(tmp_path: Path) -> None:
    note = "<noot id='ID-1' type='voet'><noot.nr>1</noot.nr><noot.al>%s</noot.al></noot>"
    for number, text in enumerate((f"Toezegging {A}.", f"Zie over de havens {A}."), 1):
        (tmp_path / f"{number}.xml").write_bytes(official(number, text=f"{PROMISED}.{note % text}"))
    ledger = CollectionSource(tmp_path).ledger
    letters = {letter.id: analyse(letter) for letter in ledger.letters}
    found = [PromiseNumbers(letters[row.letter], [row]).of(row) for row in ledger.commitments]
    assert sorted(map(len, found)) == [0, 1]
