"""What letters come to is kept once for all faces: whole where a face has links beside it, and forgotten if refused."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.decisions.ruling import Decision, Ruling
from tracker.i18n.message import message
from tracker.ledger.judged import Judged
from tracker.ledger.kept import is_kept, judged_once, keep_judged, ledger_once, of_letters, without_links
from tracker.model import Collection, Ledger, Link, Refusal, SourceFile

pytestmark = pytest.mark.usefixtures("remembering")

LINK = Link(SMALL.commitments[0].id, SMALL.reports[0].id, "same-words", 0.9)
LINKED = tuple(replace(row, links=(LINK,)) for row in SMALL.threads)
WHOLE = Judged(replace(SMALL, threads=LINKED, refused=()))
OF = ("letters",)
DAY = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
RULING = Decision(ruling=Ruling.NOTE, who="A. Nalyst", when=DAY, why="daarom", quotes=(), value="x")


def never() -> Judged:
    raise AssertionError


def test_it_is_made_once_for_both() -> None:
    assert ledger_once(OF, (), lambda: WHOLE) == WHOLE.ledger
    assert ledger_once(OF, (), never) == WHOLE.ledger
    assert judged_once(OF, (), never) == without_links(WHOLE) != WHOLE


def test_what_a_screen_made_is_known_with_its_links() -> None:
    assert judged_once(OF, (), lambda: WHOLE) == without_links(WHOLE)
    assert ledger_once(OF, (), never) == WHOLE.ledger


def test_what_was_refused_is_made_anew() -> None:
    refused = Judged(replace(WHOLE.ledger, refused=(Refusal("leeg.txt", message("file.none", path="leeg.txt")),)))
    keep_judged(OF, (), refused)
    assert judged_once(OF, (), never) == without_links(refused)
    assert not is_kept(OF, ())
    assert ledger_once(OF, (), lambda: refused) == refused.ledger
    with pytest.raises(AssertionError):
        ledger_once(OF, (), never)


def test_other_rulings_are_another_ledger() -> None:
    keep_judged(OF, (), WHOLE)
    assert is_kept(OF, ())
    assert not is_kept(OF, (RULING,))


@pytest.mark.parametrize(
    "other",
    [
        of_letters(Collection("haven", (SourceFile("a.txt", b"anders"),)), None),
        of_letters(Collection("kade", (SourceFile("a.txt", b"brief"),)), None),
        of_letters(Collection("haven", (SourceFile("a.txt", b"brief"),)), dt.date(2024, 1, 1)),
        of_letters(Collection("haven", (SourceFile("a.txt", b"brief"),)), None, ("a",)),
    ],
    ids=["other text", "other name", "another day", "some letters"],
)
def test_what_is_made_of_something_else_is_another_ledger(other: tuple[str, ...]) -> None:
    collection = Collection("haven", (SourceFile("a.txt", b"brief"),))
    assert of_letters(collection, None) != other
    assert of_letters(collection, None) == of_letters(replace(collection, decisions="[[decision]]"), None)


def test_a_ledger_without_links_is_a_ledger() -> None:
    assert isinstance(without_links(WHOLE).ledger, Ledger)
    assert not any(row.links for row in without_links(WHOLE).ledger.threads)
