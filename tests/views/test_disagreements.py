"""Where the register and the letters disagree, and what awaits a ruling."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from tests import repositories
from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.ledger.queries import Index
from tracker.ledger.register import Matched, MatchGround
from tracker.model import Ledger
from tracker.sources.register import Register, Registered
from tracker.views.disagreements import disagreements, registered

REGISTER = Register(dt.date(2024, 1, 1), ())


def test_what_agrees_stands_in_no_block(tmp_path: Path, judged: Callable[..., Ledger]) -> None:
    index = Index(judged(read_collection(load_collection(repositories.write(tmp_path / "brieven"))), "brieven"))
    thread = index.thread_of[index.find_statement("veerverbindingen").id]
    still = Registered("TZ202402-1", "De minister informeert de Kamer.", "Openstaand", met=False)
    done = Matched(replace(still, status="Voldaan", met=True), thread, MatchGround.WORDS, ("veer", "schelde"), 0.9)
    (block,) = disagreements(index, REGISTER, [replace(done, promise=still)])
    assert block.entries == ()
    ((entry,),) = (block.entries for block in disagreements(index, REGISTER, [done]))
    assert entry.facts[0] == "register: TZ202402-1, Voldaan"
    assert "matched by its words (veer, schelde; 0.90)" in entry.facts[1]
    (line,) = registered([done], thread)
    assert line.startswith("register: TZ202402-1, Voldaan · matched by its words")
    assert entry.status is None, "no gate counts it twice"


def test_what_linking_is_not_sure_of_is_asked_apart(tmp_path: Path, judged: Callable[..., Ledger]) -> None:
    index = Index(judged(read_collection(load_collection(repositories.write(tmp_path / "brieven"))), "brieven"))
    thread = index.thread_of[index.find_statement("veerverbindingen").id]
    promise = Registered("TZ202402-1", "De minister informeert de Kamer.", "Voldaan", met=True)
    sure, asked = disagreements(index, REGISTER, [Matched(promise, thread, MatchGround.ASKED, ("veer",), 0.5)])
    assert sure.entries == ()
    (entry,) = asked.entries
    assert f"tracker decide registered TZ202402-1 {thread.id}, or unregistered" in entry.facts[1]
    (block,) = disagreements(index, REGISTER, [Matched(promise, thread, MatchGround.RULED, who="R. Rekenaar")])
    assert "ruled so by R. Rekenaar" in block.entries[0].facts
