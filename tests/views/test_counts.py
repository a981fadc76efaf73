"""Counts add up, whatever the case in which a name is written."""

from __future__ import annotations

from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.ledger.queries import Index
from tracker.model import Amount
from tracker.views.counts import counts


def test_every_promise_is_counted_once_a_value() -> None:
    found = counts(Index(SMALL))
    assert sum(row.number for row in found["status"]) == len(SMALL.threads)
    for rows in found.values():
        assert all(row.number == sum(row.statuses.values()) for row in rows)
        assert [row.number for row in rows] == sorted((row.number for row in rows), reverse=True)


def test_a_ministry_is_one_in_any_case_and_sums_have_their_band() -> None:
    offices = (("De Minister van OCW",), ("De minister van OCW",))
    letters = tuple(replace(row, offices=names) for row, names in zip(SMALL.letters, offices, strict=True))
    first = replace(SMALL.commitments[0], amounts=(Amount("2 miljoen euro", 2e6, "EUR"),))
    found = counts(Index(replace(SMALL, letters=letters, commitments=(first, *SMALL.commitments[1:]))))
    assert [(row.value.casefold(), row.number) for row in found["ministry"]] == [
        ("de minister van ocw", len([thread for thread in SMALL.threads if thread.members]))
    ]
    assert [(row.value, row.number) for row in found["amount"]] == [("1m..100m", 1)]


def test_a_minister_counts_what_stands_in_the_letters_that_he_signed() -> None:
    letters = tuple(
        replace(row, signatories=names)
        for row, names in zip(SMALL.letters, (("A. Ander",), ("B. Bewindspersoon", "A. Ander")), strict=True)
    )
    index = Index(replace(SMALL, letters=letters))
    found = {row.value: row.number for row in counts(index)["minister"]}
    newest = sum(any(row.letter == letters[1].id for row in index.quotes_of(thread)) for thread in SMALL.threads)
    assert found == {"A. Ander": sum(bool(index.quotes_of(row)) for row in SMALL.threads), "B. Bewindspersoon": newest}
