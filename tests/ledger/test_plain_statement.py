"""Only what letters say in plain turns disagrees with the register; every other sentence is for a reader to judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.views.test_disagreements import LATER, NUMBER, PROMISE, SENT, written
from tracker.commands.source import CollectionSource
from tracker.ledger import plain_statement
from tracker.sources.register import Registered
from tracker.views.disagreements import disagreements

pytestmark = pytest.mark.usefixtures("shared")

ASKED = "De minister stuurt de Kamer het rapport over de kades."
DAYS = ("2024-03-01", "2024-09-10", "2024-11-10")
BELOW = {"register-spoken"}


def blocks(folder: Path, *texts: str, met: bool, asked: str = ASKED) -> dict[str, str]:
    """The blocks of the audit with rows, each with its quotes, for letters and a register of one promise."""
    said = (text.replace("TZ-N", NUMBER).replace("TZ-M", LATER) for text in texts)
    letters = dict(zip(DAYS, said, strict=False))
    kept = written(folder, letters, Registered(NUMBER, asked, "Voldaan" if met else "Openstaand", met))
    found = disagreements(CollectionSource(folder).index, kept)
    return {one.key: " ".join(note.text for row in one.entries for note in row.notes) for one in found if one.entries}


RECALLED = [
    "In het debat van 3 juli 2024 heb ik uw Kamer het rapport over de kades toegezegd (TZ-N).",
    "Op 3 juli 2024 zegde ik uw Kamer het rapport over de kades toe (TZ-N).",
    "Bij brief van 3 juli 2024 heeft mijn voorganger u het rapport over de kades beloofd (TZ-N).",
]
OF_A_DAY = [
    "Het rapport over de kades (TZ-N) is op 3 juli 2024 door het bureau afgerond.",
    "Op 3 juli 2024 schreef de krant over het rapport over de kades (TZ-N).",
    "Het waterschap heeft mij op 3 juli 2024 het rapport over de kades (TZ-N) gezonden.",
    "Op 3 juli 2024 heeft uw Kamer mij om het rapport over de kades (TZ-N) verzocht.",
    "Op 3 juli 2024 is het rapport over de kades (TZ-N) aan de Raad van State gestuurd.",
]
OF_ANOTHER_THING = [
    "Hierbij stuur ik uw Kamer, vooruitlopend op het rapport over de kades (TZ-N), een overzicht.",
    "Hierbij stuur ik uw Kamer in plaats van het rapport over de kades (TZ-N) een brief.",
    "Hierbij stuur ik uw Kamer een brief ter vervanging van het rapport over de kades (TZ-N).",
    "Bijgaand treft u mijn reactie op het rapport over de kades (TZ-N) aan.",
    "Hierbij stuur ik uw Kamer de samenvatting, het rapport over de kades (TZ-N) zelf volgt.",
    "Hierbij stuur ik uw Kamer het rapport over de kades in Zeeland (TZ-N).",
    "Hierbij stuur ik uw Kamer het rapport over de kades 2019 (TZ-N).",
    "Hierbij stuur ik uw Kamer een rapport over de kades (TZ-N).",
    "Op 3 juli 2023 heb ik uw Kamer het rapport over de kades (TZ-N) gestuurd.",
    "Hierbij laat ik u weten dat het rapport over de kades (TZ-N) later komt.",
]
DENIED = [
    "Toezegging TZ-N is geenszins afgedaan.",
    "Toezegging TZ-N is verre van afgedaan.",
    "Toezegging TZ-N is bijna afgedaan.",
    "Toezegging TZ-N is gedeeltelijk afgedaan.",
    "Dat toezegging TZ-N is afgedaan, is een misverstand.",
    "Ik dacht toezegging TZ-N te hebben afgedaan, maar dat was te vroeg.",
    "Toezegging TZ-N is afgedaan. Dat was onjuist.",
    "Toezegging TZ-N is afgedaan.\n\nDat was althans de bedoeling.",
    "Hierbij stuur ik uw Kamer het rapport over de kades (TZ-N). De bijlagen volgen later.",
    "Toezegging TZ-N is afgedaan. Dat bericht kwam te vroeg.",
    "Was toezegging TZ-N afgedaan, dan had u dat gehoord.",
    "Graag had ik u hierbij het rapport over de kades (TZ-N) gestuurd.",
    "Rectificatie: toezegging TZ-N staat niet open maar is afgedaan.",
]
OF_OTHERS = [
    "Het lid De Vries meent dat toezegging TZ-N is afgedaan.",
    "Het lid De Vries schrijft het volgende: toezegging TZ-N is afgedaan.",
    "In de lijst stond:\n\n- Toezegging TZ-N is afgedaan.",
    "De Rekenkamer acht toezegging TZ-N afgedaan.",
    "De gemeente schreef mij het volgende. Toezegging TZ-N is afgedaan.",
    "Toezegging TZ-N over de kades schijnt te zijn afgedaan.",
    "Is toezegging TZ-N afgedaan?",
    "TZ-N: afgedaan?",
    "Van de toezeggingen TZ-N en TZ-M is er één afgedaan.",
    "Begin 2025 stuur ik u het rapport over de kades. Hiermee is toezegging TZ-N afgedaan.",
    "Begin 2025 stuur ik u het rapport over de kades.\n\nHiermee is toezegging TZ-N afgedaan.",
]


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize("text", [*RECALLED, *OF_A_DAY, *OF_ANOTHER_THING, *DENIED, *OF_OTHERS])
def test_what_is_said_otherwise_neither_accuses_nor_acquits(tmp_path: Path, text: str, met: bool) -> None:
    """It stands below with its sentence."""
    found = blocks(tmp_path, PROMISE, text, met=met)
    assert found.keys() == BELOW
    assert NUMBER in found["register-spoken"]


@pytest.mark.parametrize("text", RECALLED)
def test_an_oral_promise_that_is_recalled_is_not_met_by_that(tmp_path: Path, text: str) -> None:
    assert "register" not in blocks(tmp_path, f"{text} Het rapport is nog in de maak.", met=False)


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize(
    ("first", "asked"),
    [
        (PROMISE.replace("voor de zomer van 2024", "jaarlijks"), ASKED),
        (PROMISE, ASKED.replace("het rapport", "elk voorjaar het rapport")),
        (PROMISE.replace("kades te", "kades en de kaart van de sluizen te"), ASKED),
        (PROMISE, ASKED.replace("kades", "kades en de kaart van de sluizen")),
        (PROMISE.replace("het rapport", "de reactie op het rapport"), "De minister stuurt een reactie."),
    ],
)
def test_one_paper_does_not_surely_meet_what_asks_for_more(tmp_path: Path, first: str, asked: str, met: bool) -> None:
    assert "register" not in blocks(tmp_path, first, SENT, met=met, asked=asked)


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("Toezegging TZ-N is afgedaan.", "Eerder schreef ik dat toezegging TZ-N is afgedaan. Dat is niet juist."),
        ("Toezegging TZ-N is afgedaan.", "Mijn bericht over toezegging TZ-N was onjuist."),
        ("Toezegging TZ-N staat nog open.", "Toezegging TZ-N stond open en is inmiddels afgedaan."),
    ],
)
def test_what_a_later_letter_takes_back_disagrees_no_more(tmp_path: Path, second: str, third: str) -> None:
    for met in (True, False):
        assert blocks(tmp_path, PROMISE, second, third, met=met).keys() == BELOW


@pytest.mark.parametrize(
    "text",
    [
        "Hierbij stuur ik uw Kamer, vooruitlopend op het rapport over de kades, een overzicht.",
        "Op 3 juli 2024 heeft u mij het rapport over de kades gevraagd.",
        "Graag had ik u hierbij het rapport over de kades gestuurd.",
        "De provincie heeft mij op 3 juli 2024 het rapport over de kades gestuurd.",
    ],
)
def test_what_is_sent_without_the_number_accuses_only_in_a_plain_turn(tmp_path: Path, text: str) -> None:
    assert "register" not in blocks(tmp_path, PROMISE, text, met=False)


@pytest.mark.parametrize("again", ["In 2025 stuur ik uw Kamer nogmaals het rapport over de kades.", "De haven."])
def test_what_is_promised_twice_is_sent_once_by_its_number_alone(tmp_path: Path, again: str) -> None:
    sent = SENT.replace(f" ({NUMBER})", "")
    found = blocks(tmp_path, f"{PROMISE}\n\n{again}", sent, met=False)
    assert ("register" in found) is ("rapport" not in again)


@pytest.mark.parametrize(
    "text",
    [
        SENT,
        "Hierbij stuur ik uw Kamer het rapport over de kades.",
        "Bijgaand treft u het rapport over de kades (TZ-N) aan.",
        "Op 3 juli 2024 heb ik uw Kamer het rapport over de kades (TZ-N) gestuurd.",
        "Het rapport over de kades (TZ-N) is op 3 juli 2024 aan uw Kamer gestuurd.",
        "Toezegging TZ-N is afgedaan.",
        "De toezegging TZ-N is met mijn brief van 3 juli 2024 afgedaan.",
        "De toezeggingen TZ-N en TZ-M zijn hiermee afgedaan.",
        "Hiermee beschouw ik toezegging TZ-N als afgedaan.",
        "Met deze brief kom ik toezegging TZ-N na.",
        "- TZ-N – voldaan",
    ],
)
def test_a_plain_turn_that_it_is_met_disagrees(tmp_path: Path, text: str) -> None:
    assert blocks(tmp_path, PROMISE, text, met=False).keys() == {"register"}
    assert blocks(tmp_path, PROMISE, text, met=True) == {}


@pytest.mark.parametrize(
    "beside", ["Aldus het lid Van Dam.", "De kaart resteert.", "Zo luidt de zin in het ontwerp.", "De haven is diep."]
)
def test_what_stands_beside_a_plain_turn_leaves_it_to_a_reader(tmp_path: Path, beside: str) -> None:
    """In its paragraph or in one of its own: nobody can list all that takes back, or is the word of others."""
    for said in (SENT, "Toezegging TZ-N is afgedaan."):
        for text in (f"{said} {beside}", f"{said}\n\n{beside}", f"{beside} {said}", f"{beside}\n\n{said}"):
            assert "register" not in blocks(tmp_path, PROMISE, text, met=False)


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        *((head, False) for head in ("Modeltekst", "Wensen van de Kamer", "Stand per 1 januari 2024", "Vooruitblik")),
        *((head, True) for head in ("Toezegging TZ-N", "Rapport over de kades", "Stand van de toezeggingen")),
    ],
)
def test_a_plain_turn_disagrees_under_headings_that_name_its_promise_alone(
    tmp_path: Path, heading: str, plain: bool
) -> None:
    found = blocks(tmp_path, PROMISE, f"{heading}\n\nToezegging TZ-N is afgedaan.\n\nHoogachtend,", met=False)
    assert ("register" in found) is plain


def test_an_open_turn_under_what_is_met_is_for_a_reader(tmp_path: Path) -> None:
    text = "Afgedane toezeggingen\n\nToezegging TZ-N staat nog open."
    assert "register" not in blocks(tmp_path, PROMISE, text, met=True)


@pytest.mark.parametrize(
    "text", ["Toezegging TZ-N staat nog open.", "Toezegging TZ-N is nog niet afgedaan.", "- TZ-N – in behandeling"]
)
def test_a_plain_turn_that_it_is_open_disagrees(tmp_path: Path, text: str) -> None:
    assert blocks(tmp_path, PROMISE, text, met=True).keys() == {"register"}
    assert blocks(tmp_path, PROMISE, text, met=False) == {}


def of_row(folder: Path, *cells: str, met: bool, above: str = "", below: str = "") -> set[str]:
    """The blocks of the audit with rows, for a letter with a table of one promise: its thing and how it stands."""
    (folder / "2024-03-01.txt").write_text(f"Den Haag, 2024-03-01\n\n{PROMISE}\n", "utf-8")
    row = "".join(f"<td>{cell}</td>" for cell in (NUMBER, "het rapport over de kades", *cells))
    head = "".join(f"<th>{name}</th>" for name in ("Toezegging", "Onderwerp", "Status", "Opmerkingen"))
    page = f"<p>Den Haag, 10 september 2024</p>{above}<table><tr>{head}</tr><tr>{row}</tr></table>{below}"
    (folder / "2024-09-10.html").write_text(f"<html><body>{page}</body></html>", "utf-8")
    kept = written(folder, {}, Registered(NUMBER, ASKED, "Voldaan" if met else "Openstaand", met))
    return {one.key for one in disagreements(CollectionSource(folder).index, kept) if one.entries}


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize(
    "cells",
    [
        ("afgedaan?", ""),
        ("Afgedaan, op de kaart na", ""),
        ("Volgens de raad afgedaan", ""),
        ("Afgedaan", "nog navragen"),
    ],
)
def test_a_row_that_says_more_is_for_a_reader(tmp_path: Path, cells: tuple[str, ...], met: bool) -> None:
    assert of_row(tmp_path, *cells, met=met) == BELOW


@pytest.mark.parametrize(("cell", "settled"), [("Voldaan met brief van 3 juli 2024", True), ("In behandeling", False)])
def test_a_plain_row_disagrees(tmp_path: Path, cell: str, settled: bool) -> None:
    assert of_row(tmp_path, cell, "", met=not settled) == {"register"}
    assert of_row(tmp_path, cell, "", met=settled) == set()


@pytest.mark.parametrize(
    ("cell", "above"),
    [
        ("Afgedaan op 3 juli 2025", ""),
        ("Afgedaan op 3 juli 2023", ""),
        ("Afgedaan", "<h2>Voorbeeld</h2>"),
        ("Afgedaan", "<p>De havens zijn diep.</p><p>Mijn voorganger schreef het volgende.</p>"),
    ],
    ids=["of after the letter", "of before the promise", "under another heading", "by others"],
)
def test_a_row_of_another_day_or_of_others_accuses_nobody(tmp_path: Path, cell: str, above: str) -> None:
    assert "register" not in of_row(tmp_path, cell, "", met=False, above=above)


@pytest.mark.parametrize("below", ["De tabel bevat een fout.", "* Onder voorbehoud.", "De haven is diep."])
def test_a_row_under_whose_table_more_stands_accuses_nobody(tmp_path: Path, below: str) -> None:
    for met, cell in ((False, "Afgedaan"), (True, "Openstaand")):
        assert "register" not in of_row(tmp_path, cell, "", met=met, below=f"<p>{below}</p>")


def test_a_plain_row_under_a_plain_heading_disagrees(tmp_path: Path) -> None:
    assert "register" in of_row(tmp_path, "Afgedaan", "", met=False, above="<h2>Toezeggingen</h2>")


@pytest.mark.parametrize(
    "elsewhere",
    [
        "Het rapport over de kades stuur ik u voor 1 mei 2025.",
        "De brief aan de Eerste Kamer luidt in concept als volgt.",
        "Het bovenstaande geldt pas na instemming van de raad.",
        "De eerste toezegging blijft staan tot het rapport er is.",
        "Dat is onjuist.",
        "P.S. Dat geldt voor de noordoever.",
        "Het definitieve rapport volgt in december.",
    ],
)
def test_what_a_letter_says_under_another_heading_leaves_it_to_a_reader(tmp_path: Path, elsewhere: str) -> None:
    for told in (
        f"Slot\n\n{elsewhere}\n\nToezeggingen\n\nToezegging TZ-N is afgedaan.",
        f"Toezeggingen\n\nToezegging TZ-N is afgedaan.\n\nSlot\n\n{elsewhere}",
    ):
        assert "register" not in blocks(tmp_path, PROMISE, told, met=False)


def test_what_a_letter_says_of_other_things_under_another_heading_takes_nothing_away(tmp_path: Path) -> None:
    told = "Havens\n\nDe haven van Vlissingen is diep.\n\nToezeggingen\n\nToezegging TZ-N is afgedaan."
    assert "register" in blocks(tmp_path, PROMISE, told, met=False)


def test_what_is_promised_for_later_is_not_met_by_what_came_before(tmp_path: Path) -> None:
    asked = ASKED.replace("het rapport", "in 2026 het rapport")
    assert "register" not in blocks(tmp_path, PROMISE, SENT, met=False, asked=asked)


def test_a_row_of_a_table_whose_other_rows_have_no_number_accuses_nobody(tmp_path: Path) -> None:
    merged = "</tr><tr><td></td><td>het rapport over de kades</td><td>Openstaand</td><td></td>"
    assert "register" not in of_row(tmp_path, "Afgedaan", f"</td>{merged}", met=False)


@pytest.mark.parametrize(
    ("signed", "ministry", "found"),
    [
        ("De minister van Financiën", "Infrastructuur en Waterstaat", BELOW),
        ("De minister van Infrastructuur en Waterstaat", "Infrastructuur en Waterstaat", {"register"}),
        ("De minister van Financiën", "", {"register"}),
    ],
)
def test_what_another_ministry_sends_without_the_number_is_for_a_reader(
    tmp_path: Path, signed: str, ministry: str, found: set[str]
) -> None:
    sent = f"Hierbij stuur ik uw Kamer het rapport over de kades.\n\nHoogachtend,\n\n{signed},\n\nB. Visser"
    promise = Registered(NUMBER, ASKED, "Openstaand", met=False, ministry=ministry)
    kept = written(tmp_path, {DAYS[0]: PROMISE, DAYS[1]: sent}, promise)
    rows = disagreements(CollectionSource(tmp_path).index, kept)
    assert {one.key for one in rows if one.entries} == found


def test_a_passage_is_read_once_however_many_of_its_sentences_name_a_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(plain_statement, "is_all_plain", lambda text, *_: bool(read.append(text)) or True)
    blocks(tmp_path, PROMISE, f"Toezegging {NUMBER} staat nog open. " * 20, met=True)
    assert len(read) == 1
