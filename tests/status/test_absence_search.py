"""Silence is searched by the thing that was promised, not by the wording."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, judged, linked
from tracker.extraction import analyse
from tracker.model import Kind, Letter, Passage, PassageKind, Status
from tracker.status import judge_all
from tracker.status.absence_search import Silence, Since, may_tell

pytestmark = pytest.mark.usefixtures("every_silence_lapses")

PLAN = Promise("Na de zomer leveren wij het kader sluizenveiligheid op.", Kind.DELIVER, "2023-09-01", "2023-11-30")
FIRST = Made("a", "2023-06-20", {"Waterwegen": [PLAN]})

SILENT = {
    "another subject": {"Waterwegen": ["De bouw van woningen gaat door."]},
    "a word of the same family of subjects": {"Waterwegen": ["De veiligheid van fietsers verbetert."]},
    "the verb and the time of the promise": {"Waterwegen": ["Na de zomer leveren wij de nieuwe schepen op."]},
}
SPOKEN = {
    "in other words": {"Waterwegen": ["Aan sluizenveiligheid is dit jaar veel aandacht besteed."]},
    "as a compound in two words": {"Waterwegen": ["Aan sluizen veiligheid is dit jaar veel aandacht besteed."]},
    "with a letter less": {"Waterwegen": ["Aan sluisenveiligheid is dit jaar veel aandacht besteed."]},
    "as a part of another compound": {"Waterwegen": ["De sluizenveiligheidsaanpak blijft van belang."]},
}


@pytest.mark.parametrize("sections", SILENT.values(), ids=SILENT.keys())
def test_what_names_another_thing_is_silence(sections: dict[str, list[str]]) -> None:
    assert judged(FIRST, Made("b", "2024-06-26", sections))[0].status is Status.LAPSED


@pytest.mark.parametrize("sections", SPOKEN.values(), ids=SPOKEN.keys())
def test_a_thing_that_returns_is_no_silence(sections: dict[str, list[str]]) -> None:
    thread = judged(FIRST, Made("b", "2024-06-26", sections))[0]
    assert (thread.status, len(thread.searched)) == (Status.UNCLEAR, 1)


THING = {("sluizenveiligheid",): 1.0}
DAY = dt.date(2023, 11, 30)


def search(*texts: str, kind: PassageKind = PassageKind.PARAGRAPH) -> float:
    """How near a letter of these passages comes to the thing."""
    passages = tuple(Passage(f"b/p{at}", None, kind, text, (), at + 1) for at, text in enumerate(texts))
    letter = Letter("b", "b.txt", "", passages, (), date=dt.date(2024, 6, 26))
    (found,) = Silence([analyse(letter)]).search((), Since(DAY, letter), THING)
    return found.score


@pytest.mark.parametrize("kind", [PassageKind.HEADING, PassageKind.TABLE_CELL, PassageKind.FOOTNOTE])
def test_headings_tables_and_footnotes_are_searched(kind: PassageKind) -> None:
    assert search("Sluizenveiligheid", kind=kind) == 1.0


def test_what_every_passage_speaks_of_names_no_promise() -> None:
    assert search(*["De sluizenveiligheid van de haven is groot."] * 9) == 0.0


def test_a_letter_of_the_day_itself_comes_not_after_it() -> None:
    letters = [Letter(name, name, "", (), (), date=day) for name, day in (("a", DAY), ("b", None))]
    silence = Silence([analyse(letter) for letter in letters])
    assert silence.after(Since(DAY, letters[0])) == 0
    assert silence.after(Since(DAY - dt.timedelta(1), letters[0])) == 1


TWO = {("sluizenveiligheid",): 1.0, ("scheepvaartbegeleiding",): 1.0, ("binnenvaartschip",): 1.0}
"""Three nouns of one promise: to name one of them is no mention by its share."""


def own(before: int, after: int) -> float:
    """How near later passages come that share one noun with a promise, which so many passages had before."""
    texts = {"a": ["De sluizenveiligheid blijft."] * before, "b": ["De sluizenveiligheid nam toe."] * after}
    days = {"a": dt.date(2023, 6, 20), "b": dt.date(2024, 6, 26)}
    letters = []
    for name, rows in texts.items():
        kind = PassageKind.PARAGRAPH
        passages = tuple(Passage(f"{name}/p{at}", None, kind, text, (), at + 1) for at, text in enumerate(rows))
        letters.append(Letter(name, f"{name}.txt", "", passages, (), date=days[name]))
    (found,) = Silence([analyse(letter) for letter in letters]).search((), Since(DAY, letters[0]), TWO)
    return found.score


@pytest.mark.parametrize(("before", "after", "speaks"), [(2, 1, False), (1, 3, False), (1, 1, True), (1, 2, True)])
def test_a_noun_of_that_promise_alone_speaks_of_it_by_itself(before: int, after: int, *, speaks: bool) -> None:
    assert (own(before, after) == 1.0) is speaks


WATER, CARE = (
    "De minister van Infrastructuur en Waterstaat",
    "De staatssecretaris van Volksgezondheid, Welzijn en Sport",
)
SCHOOLS, SCHOOLS_NOW = "De minister voor Primair en Voortgezet Onderwijs", "De staatssecretaris van Onderwijs, Cultuur"
LOOKED_TO = {
    "another ministry": ((WATER,), "", (CARE,), "", False),
    "another ministry and dossier": ((WATER,), "31305", (CARE,), "29689", False),
    "another ministry of one dossier": ((WATER,), "31305", (CARE,), "31305", True),
    "the same ministry": ((WATER,), "31305", ("DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT",), "29689", True),
    "an office that was renamed": ((SCHOOLS,), "", (SCHOOLS_NOW,), "", True),
    "signed for several": ((WATER,), "", (CARE, WATER), "", True),
    "nobody signs": ((WATER,), "", (), "", True),
    "the promise is nobody's": ((), "", (CARE,), "", True),
}


@pytest.mark.parametrize(("of", "dossier", "by", "other", "looked_to"), LOOKED_TO.values(), ids=LOOKED_TO.keys())
def test_which_letters_are_looked_to_for_a_promise(
    of: tuple[str, ...], dossier: str, by: tuple[str, ...], other: str, *, looked_to: bool
) -> None:
    promised = Letter("a", "a", "", (), (), offices=of, dossier=dossier or None)
    assert may_tell(Letter("b", "b", "", (), (), offices=by, dossier=other or None), promised) is looked_to


@pytest.mark.parametrize(
    ("by", "text", "status"),
    [
        (WATER, "De bouw van woningen gaat door.", Status.LAPSED),
        (CARE, "De zorg voor jongeren gaat door.", Status.DUE),
        (CARE, "Aan sluizenveiligheid is dit jaar veel aandacht besteed.", Status.DUE),
    ],
)
def test_the_silence_of_another_ministry_accuses_nobody(by: str, text: str, status: Status) -> None:
    letters, drafts = linked(FIRST, Made("b", "2024-06-26", {"Waterwegen": [text]}))
    signed = [replace(row, offices=(WATER if row.id == "a" else by,)) for row in letters]
    (thread,) = judge_all(drafts, list(map(analyse, signed)), dt.date(2024, 6, 26))
    assert thread.status is status
