"""What letters come to is kept once for all faces: whole where a face has links beside it, and forgotten if refused."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.i18n.message import message
from tracker.ledger import ledger_cache
from tracker.ledger.ledger_cache import is_kept, judged_once, keep_judged, ledger_once, of_letters, without_links
from tracker.ledger.rejudging import Judged
from tracker.model import Collection, Ledger, Link, Refusal, SourceFile

pytestmark = pytest.mark.usefixtures("remembering")

LINK = Link(SMALL.commitments[0].id, SMALL.reports[0].id, "same-words", 0.9)
LINKED = tuple(replace(row, links=(LINK,)) for row in SMALL.threads)
WHOLE = Judged(replace(SMALL, threads=LINKED, refused=()))
OF = ("letters",)
DAY = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
RULING = Decision(ruling=Ruling.NOTE, who="A. Nalyst", when=DAY, why="daarom", quotes=(), value="x")
QUOTED = anchor(SMALL.commitments[0].letter, SMALL.commitments[0].quote)
NOTED, SPLIT = (replace(RULING, ruling=what, quotes=(QUOTED,)) for what in (Ruling.NOTE, Ruling.SPLIT))


def never() -> Judged:
    raise AssertionError


def test_it_is_made_once_for_both() -> None:
    assert ledger_once(OF, (), lambda: WHOLE) == WHOLE.ledger
    assert ledger_once(OF, (), never) == WHOLE.ledger
    assert judged_once(OF, (), never) == without_links(WHOLE) != WHOLE


def test_what_a_screen_made_is_known_with_its_links() -> None:
    assert judged_once(OF, (), lambda: WHOLE) == without_links(WHOLE)
    assert ledger_once(OF, (), never) == WHOLE.ledger


def test_links_without_all_evidence_are_kept_for_what_needs_no_more() -> None:
    bare = replace(WHOLE, whole=False)
    assert judged_once(OF, (), lambda: bare) == without_links(bare)
    assert ledger_once(OF, (), never, whole=False) == bare.ledger
    with pytest.raises(AssertionError):
        ledger_once(OF, (), never)


def test_very_many_links_are_not_kept_but_all_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_cache, "MOST_LINKS", len(LINKED) - 1)
    assert ledger_once(OF, (), lambda: WHOLE) == WHOLE.ledger
    assert judged_once(OF, (), never) == without_links(WHOLE)
    with pytest.raises(AssertionError):
        ledger_once(OF, (), never)


def test_one_more_ruling_on_a_verdict_is_told_from_what_is_kept_of_the_others() -> None:
    keep_judged(OF, (), WHOLE)
    ruled = judged_once(OF, (NOTED,), never)
    assert [thread.note for thread in ruled.ledger.threads if thread.note] == ["x"]
    assert judged_once(OF, (NOTED,), never) == ruled
    with pytest.raises(AssertionError):  # with links they are found anew
        ledger_once(OF, (NOTED,), never)


@pytest.mark.parametrize("rulings", [(SPLIT,), (NOTED, SPLIT), (NOTED, NOTED)], ids=["split", "last", "two"])
def test_what_more_rulings_change_is_judged_anew(rulings: tuple[Decision, ...]) -> None:
    keep_judged(OF, (), WHOLE)
    with pytest.raises(AssertionError):
        judged_once(OF, rulings, never)


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
