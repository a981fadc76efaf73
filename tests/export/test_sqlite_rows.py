"""The rows of the tables, from a ledger."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, HOSTILE_THREAD, LAPSED, NEW, OLD, POSTPONED, REPORTS, SMALL
from tracker.export.sqlite_rows import rows_by_table
from tracker.model import MatchGround, RegisterMatch, RegisterTwin, Status

ROWS = rows_by_table(SMALL)


def only(table: str, **about: Any) -> dict[str, Any]:
    """The one row of a table with these values."""
    (row,) = (row for row in ROWS[table] if about.items() <= row.items())
    return row


def test_each_thing_has_its_row_in_order() -> None:
    assert [row["id"] for row in ROWS["letters"]] == [OLD.id, NEW.id]
    assert [row["position"] for row in ROWS["letters"]] == [1, 2]
    assert [row["id"] for row in ROWS["statements"]] == [row.id for row in (*COMMITMENTS, *REPORTS)]
    assert [row["id"] for row in ROWS["threads"]] == [thread.id for thread in SMALL.threads]


def test_a_commitment_has_the_parts_of_its_deadline_and_a_report_its_last_days() -> None:
    promised, told = only("statements", id=COMMITMENTS[0].id), only("statements", id=REPORTS[0].id)
    assert (promised["what"], promised["deadline_text"]) == ("commitment", "eind 2021")
    assert (told["what"], str(told["old_deadline"]), str(told["new_deadline"])) == (
        "report",
        "2021-12-31",
        "2023-12-31",
    )
    assert only("statements", id=REPORTS[1].id)["new_deadline"] is None


def test_what_the_register_says_in_unknown_words_or_of_two_promises_is_told() -> None:
    twin = RegisterTwin("Een plan.", "Open", met=False)
    row = RegisterMatch(
        "TZ1-1", LAPSED.id, MatchGround.RULED, "", "Half", met=False, unclear=True, twins=(twin,), who="R. Rekenaar"
    )
    (told,) = rows_by_table(replace(SMALL, registered=(row,)))["registered"]
    assert (told["unclear"], told["twins"], told["who"]) == (True, 1, "R. Rekenaar")


def test_a_silent_step_has_no_statement() -> None:
    steps = [row for row in ROWS["members"] if row["thread"] == LAPSED.id]
    assert [(row["position"], row["statement"]) for row in steps] == [(1, COMMITMENTS[2].id), (2, None)]


def test_slips_links_and_what_links_rest_on() -> None:
    slip = only("slips", thread=POSTPONED.id)
    assert (slip["position"], slip["days"], slip["from_statement"]) == (1, 730, COMMITMENTS[0].id)
    link = only("links", thread=POSTPONED.id)
    assert (link["from_statement"], link["to_statement"]) == (COMMITMENTS[0].id, REPORTS[0].id)
    parts = [row for row in ROWS["link_parts"] if row["thread"] == POSTPONED.id]
    assert [(row["link"], row["position"], row["name"]) for row in parts] == [
        (1, at, part.name) for at, part in enumerate(POSTPONED.links[0].parts, start=1)
    ]
    assert only("searched", thread=LAPSED.id)["letter"] == NEW.id


def test_sections_pairs_and_signatories() -> None:
    assert [(row["letter"], row["heading"]) for row in ROWS["sections"]] == [
        (OLD.id, "Havens"),
        (NEW.id, "Havens en sluizen"),
    ]
    assert only("pairs", alignment=1)["from_section"] == OLD.sections[0].id
    assert only("signatories", letter=OLD.id) == {
        "letter": OLD.id,
        "position": 1,
        "name": "A. Minister",
        "office": None,
    }
    assert only("refused")["path"] == "scan.pdf"
    assert only("threads", id=HOSTILE_THREAD.id)["status"] == "promised"


def test_what_the_letters_alone_say_stands_beside_a_status_that_the_register_contradicts() -> None:
    contested = replace(LAPSED, status=Status.UNCLEAR, by_letters=Status.LAPSED)
    (row,) = rows_by_table(replace(SMALL, threads=(contested,)))["threads"]
    assert (row["status"], row["by_letters"]) == ("unclear", "lapsed")
    assert only("threads", id=LAPSED.id)["by_letters"] is None
