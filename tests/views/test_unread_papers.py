"""The papers that nobody could search."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import LAPSED, OLD, SMALL
from tracker.i18n.message import message
from tracker.ledger.queries import Index
from tracker.model import Evidence, MissingPaper, Thread
from tracker.views.text_style import GLUE
from tracker.views.unread_papers import NAMED, named_papers, unsearched


def index(number: int) -> Index:
    rows = tuple(MissingPaper(f"kst-{at}", "12345", str(at), (OLD.id,), at) for at in range(1, number + 1))
    return Index(replace(SMALL, missing=rows))


def lacking(*papers: str) -> Thread:
    return replace(LAPSED, evidence=(Evidence("missing", 1.0, message("evidence.missing", papers=", ".join(papers))),))


def test_where_every_paper_was_read_there_is_none() -> None:
    assert unsearched(LAPSED) == ()
    assert named_papers(index(3), LAPSED) == ()


def test_those_after_the_promise_alone_the_most_cited_first() -> None:
    assert unsearched(lacking("kst-2", "kst-3")) == ("kst-2", "kst-3")
    assert named_papers(index(5), lacking("kst-2", "kst-3")) == (f"nr.{GLUE}3", f"nr.{GLUE}2")
    assert len(named_papers(index(9), lacking(*(f"kst-{at}" for at in range(1, 9))))) == NAMED
