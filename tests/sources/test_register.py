"""The promises that parliament keeps: read from its records, kept beside the letters, read back."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from msgspec.structs import replace

from tests.sources.answers import client
from tests.sources.server import promise
from tracker.errors import CollectionError
from tracker.model import RegisterTwin
from tracker.sources.papers import Dossier
from tracker.sources.register import (
    Promises,
    Register,
    Registered,
    joined_answers,
    promises_of,
    read_register,
    write_register,
)
from tracker.sources.services import known_services

TOLD = promise(
    "TZ202402-158", "De minister\n stuurt het plan.", "Voldaan ", IsHerhalingVan=[{"Nummer": "TZ202301-001"}]
)


def asked(*rows: dict[str, object], before: Register | None = None) -> tuple[tuple[Registered, ...], tuple[str, ...]]:
    service = known_services().parliament
    data = json.dumps({"value": rows}).encode()
    found = promises_of(client(http=data), service, Dossier(27923), before)
    return found.promises, found.lacking


def test_a_record_is_a_promise() -> None:
    ((row,), lacking) = asked(TOLD, promise("TZ1", "x", "y") | {"Verwijderd": True})
    assert (row.number, row.text, row.status) == ("TZ202402-158", "De minister stuurt het plan.", "Voldaan")
    assert (row.met, row.made, row.repeats) == (True, dt.date(2024, 2, 1), ("TZ202301-001",))
    assert lacking == ()


@pytest.mark.parametrize(
    ("told", "by"),
    [
        (None, ()),
        ("2024D12345", ("2024D12345",)),
        (["2024D1", "2024D1", "2024D2"], ("2024D1", "2024D2")),
        ([{"DocumentNummer": "2024D3"}, {}], ("2024D3",)),
    ],
)
def test_what_met_it_comes_in_more_than_one_form(told: object, by: tuple[str, ...]) -> None:
    ((row,), _) = asked(TOLD | {"KamerbriefNakoming": told})
    assert row.by == by


@pytest.mark.parametrize(
    "told",
    [{"Kenmerk": "2024D1"}, [{"Nummer": None}], 12, [["2024D1"]], ["2024D1", {"Document": {"Nummer": "2024D2"}}]],
)
def test_what_met_it_under_another_name_is_told_and_as_before(told: object) -> None:
    """Nor is what is known of it all, so that nobody may find it missing in the letters."""
    record = TOLD | {"KamerbriefNakoming": told}
    before = Register(dt.date(2024, 1, 1), (Registered("TZ202402-158", "", "", met=True, by=("2024D9",)),))
    for known in (None, before):
        ((row,), lacking) = asked(record, before=known)
        assert lacking == row.unread == ("KamerbriefNakoming",)
    assert "2024D9" in row.by or "2024D1" in row.by
    assert Register(dt.date(2024, 1, 1), (row, Registered("TZ1", "", "", met=True))).half_read == {"TZ202402-158"}


def test_a_day_in_another_form_is_told() -> None:
    ((row,), lacking) = asked(TOLD | {"Activiteit": [{"Datum": "1 februari 2024"}]})
    assert (row.made, lacking) == (None, ("Activiteit/Datum",))


def test_which_promise_another_changes_is_unknown_of_all_where_it_is_of_one() -> None:
    (rows, _) = asked(TOLD | {"IsWijzigingVan": [{"Naam": "TZ1"}]}, promise("TZ1", "Een kader.", "Voldaan"))
    assert Register(dt.date(2024, 1, 1), rows).half_read == {"TZ1", "TZ202402-158"}


def test_what_a_record_lacks_is_as_it_was_before() -> None:
    before = Register(dt.date(2024, 1, 1), (Registered("TZ202402-158", "", "", met=False, ministry="OCW"),))
    ((row,), lacking) = asked({key: value for key, value in TOLD.items() if key != "Ministerie"}, before=before)
    assert row.ministry == "OCW"
    assert lacking == ("Ministerie",)


@pytest.mark.parametrize(
    ("status", "met", "unclear"),
    [
        ("Voldaan", True, False),
        ("Afgedaan", True, False),
        ("afgerond.", True, False),
        ("Nagekomen", True, False),
        ("Openstaand", False, False),
        ("Deels voldaan", False, False),
        ("Niet voldaan", False, False),
        ("Vervallen", False, False),
        ("", False, True),
        (None, False, True),
        ("Overgedragen aan IenW", False, True),
    ],
)
def test_words_for_a_status_are_known_or_told(status: str | None, met: bool, unclear: bool) -> None:
    ((row,), _) = asked(TOLD | {"Status": status})
    assert (row.met, row.unclear) == (met, unclear)
    assert row.closed is (status == "Vervallen"), "nobody waits for it any more"


def test_two_records_with_one_number_are_told_and_the_newest_counts() -> None:
    older = TOLD | {"Id": "1", "Tekst": "Een kader.", "Status": "Openstaand", "ApiGewijzigdOp": "2024-01-01T00:00:00Z"}
    for rows in ((older, TOLD), (TOLD, older)):
        ((row,), _) = asked(*rows)
        assert (row.text, row.met) == ("De minister stuurt het plan.", True)
        assert row.twins == (RegisterTwin("Een kader.", "Openstaand", met=False),)
    ((row,), _) = asked(TOLD, older | {"Verwijderd": True})
    assert row.twins == ()
    ((row,), _) = asked(TOLD, older | {"Nummer": " TZ202402-158\n"})
    assert len(row.twins) == 1, "spaces make no other number"


def test_nothing_is_known_of_one_without_a_number_and_that_is_told() -> None:
    assert asked(TOLD | {"Nummer": None}) == ((), ("Nummer",))


@pytest.mark.parametrize(("status", "by"), [("Voldaan", ("2024D1",)), ("Openstaand", ())])
def test_what_met_it_is_as_before_while_it_is_met(status: str, by: tuple[str, ...]) -> None:
    before = Register(dt.date(2024, 1, 1), asked(TOLD | {"KamerbriefNakoming": "2024D1"})[0])
    ((row,), _) = asked(TOLD | {"KamerbriefNakoming": None, "Status": status}, before=before)
    assert row.by == by


def test_a_ministry_and_a_day_that_are_emptied_are_as_before() -> None:
    before = Register(dt.date(2024, 1, 1), asked(TOLD | {"Ministerie": "OCW"})[0])
    ((row,), lacking) = asked(TOLD | {"Ministerie": None, "Activiteit": []}, before=before)
    assert (row.ministry, row.made, lacking) == ("OCW", dt.date(2024, 2, 1), ())


TODAY, ONE, OTHER = dt.date(2025, 1, 1), Dossier(27923), Dossier(31293)


def row(number: str, *dossiers: Dossier, gone: dt.date | None = None) -> Registered:
    return Registered(number, "x", "y", met=False, dossiers=tuple(one.id for one in dossiers), gone=gone)


def test_what_is_not_asked_for_stays_and_what_is_not_said_any_more_is_gone() -> None:
    """What is of two dossiers is said by either; what is taken back goes."""
    before = Register(dt.date(2024, 1, 1), (row("1", ONE), row("2", ONE), row("3", OTHER), row("4", ONE), row("5")))
    answer = Promises((row("2", ONE),), withdrawn=("4",))
    known = {one.number: one for one in joined_answers(before, {ONE: answer}, TODAY)}
    assert known == {
        "1": row("1", ONE, gone=TODAY), "2": row("2", ONE), "3": row("3", OTHER), "5": row("5", gone=TODAY)
    }  # fmt: skip
    assert joined_answers(Register(TODAY, tuple(known.values())), {ONE: answer}, dt.date(2026, 1, 1)) == tuple(
        known.values()
    )
    both = joined_answers(before, {ONE: answer, OTHER: Promises((row("1", OTHER), row("2", OTHER)))}, TODAY)
    assert both[:2] == (row("1", ONE, OTHER), row("2", ONE, OTHER))
    assert Register(TODAY, both).standing == both[:2]


def test_two_dossiers_with_another_promise_under_one_number_are_told() -> None:
    """The same promise may be of both."""
    here, there = row("1", ONE), replace(row("1", OTHER), text="z")
    (both,) = joined_answers(None, {ONE: Promises((here,)), OTHER: Promises((there,))}, TODAY)
    assert (both.text, both.twins) == ("z", (RegisterTwin("x", "y", met=False),))
    (same,) = joined_answers(None, {ONE: Promises((here,)), OTHER: Promises((row("1", OTHER),))}, TODAY)
    assert (same.twins, len(same.dossiers)) == ((), 2)


def test_what_is_kept_is_read_back_and_damage_is_told() -> None:
    register = Register(dt.date(2024, 1, 1), asked(TOLD)[0])
    assert read_register(write_register(register)) == register
    with pytest.raises(CollectionError, match=r"register\.json") as caught:
        read_register(write_register(register).replace('"promises"', '"x"'))
    assert "promises" in str(caught.value)
    with pytest.raises(CollectionError):
        read_register("{")


@pytest.mark.parametrize("field", ["Tekst", "Status"])
def test_what_is_emptied_is_as_it_was_before_and_told(field: str) -> None:
    before = Register(dt.date(2024, 1, 1), asked(TOLD)[0])
    emptied = TOLD | {field: None}
    ((row,), lacking) = asked(emptied, before=before)
    assert (replace(row, unread=()), lacking) == (before.promises[0], (field,))
    assert row.unread == (field,)
    assert asked(emptied)[1] == (), "of what was never told nothing is lost"
