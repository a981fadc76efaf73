"""The block in which the register and the letters disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from tests import repositories
from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.ledger.queries import Index
from tracker.model import Ledger
from tracker.sources.register import Register, Registered
from tracker.views.disagreements import disagreements, registered


def test_what_agrees_stands_in_no_block(tmp_path: Path, judged: Callable[..., Ledger]) -> None:
    index = Index(judged(read_collection(load_collection(repositories.write(tmp_path / "brieven"))), "brieven"))
    text = "Het uitvoeringsplan voor de sluizen van Terneuzen leveren we in oktober op."
    day = dt.date(2024, 1, 1)
    still = Registered("TZ202402-1", text, "Openstaand", met=False)
    done = Registered("TZ202402-1", text, "Voldaan", met=True)
    assert disagreements(index, Register(day, (still,))).entries == ()
    (entry,) = disagreements(index, Register(day, (done,))).entries
    assert entry.facts[0] == "register: TZ202402-1, Voldaan"
    assert "matched by its words" in entry.facts[1]
    (line,) = registered(index, Register(day, (done,)), index.threads[entry.thread])
    assert line.startswith("register: TZ202402-1, Voldaan · matched by its words")
    assert entry.status is None, "no gate counts it twice"
