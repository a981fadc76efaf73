"""What promises of the register state."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tracker.ledger import registered_statements
from tracker.ledger.registered_statements import as_letter, read_registered
from tracker.model import Kind
from tracker.sources.register import Registered
from tracker.storage.parallel import use_jobs

PLAN = Registered(
    "TZ202402-1", "De minister stuurt de Kamer in mei 2025 een plan.", "Open", met=False, made=dt.date(2024, 2, 1)
)
NOTHING = Registered("TZ202402-2", "Bruggen.", "Open", met=False, ministry="IenW")


def test_a_promise_is_read_as_a_sentence_of_a_letter() -> None:
    read = read_registered([PLAN, NOTHING])
    plan, nothing = (read[row.number].statement for row in (PLAN, NOTHING))
    assert plan.deadline is not None
    assert plan.deadline.end == dt.date(2025, 5, 31)
    assert plan.kind is Kind.DELIVER
    assert (nothing.kind, nothing.deadline, nothing.actor) == (Kind.INFORM, None, "IenW")
    assert as_letter(PLAN).letter.text == PLAN.text


@pytest.mark.usefixtures("remembering")
def test_only_parts_with_new_promises_are_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what else the register says of a promise is nothing to its words."""
    rows = [replace(PLAN, number=f"TZ202403-{number}") for number in range(200)]
    use_jobs(1)
    before = read_registered(rows)
    asked: list[str] = []
    whole = registered_statements._statement

    def noted(analysed: object, promise: Registered) -> object:
        asked.append(promise.number)
        return whole(analysed, promise)  # type: ignore[arg-type]

    monkeypatch.setattr(registered_statements, "_statement", noted)
    new = replace(NOTHING, number="TZ202404-1")
    now = read_registered([*(replace(row, status="Voldaan", met=True) for row in rows), new])
    assert new.number in asked
    assert len(asked) < 20
    assert {number: now[number] for number in before} == before
