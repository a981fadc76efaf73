"""The figures of an audit."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.ledgers import HOSTILE_THREAD, LAPSED, OLD, PROMISED, SMALL
from tracker.ledger.queries import Index
from tracker.model import DateSource, MissingPaper
from tracker.views.totals import RARE, SHOWN, examined, letters, missing, totals, unread, without_date


def test_every_table_counts_every_promise_once() -> None:
    tables = [table for table in totals(Index(SMALL)) if table.key in {"actors", "kinds", "topics"}]
    assert [sum(row[1] for row in table.rows) for table in tables] == [len(SMALL.threads)] * 3
    assert all(row[1] == sum(row[2:]) for table in tables for row in table.rows)


def test_what_several_sign_counts_for_each_of_them() -> None:
    both = tuple(replace(letter, signatories=("A. Een", "B. Twee"), offices=()) for letter in SMALL.letters)
    tables = {table.key: table for table in totals(Index(replace(SMALL, letters=both)))}
    for key in ("offices", "signatories"):
        assert [row[:2] for row in tables[key].rows] == [(name, len(SMALL.threads)) for name in ("A. Een", "B. Twee")]
    nobody = tuple(replace(letter, signatories=(), offices=()) for letter in SMALL.letters)
    assert {"offices", "signatories"} & {row.key for row in totals(Index(replace(SMALL, letters=nobody)))} == set()


@pytest.mark.parametrize(("number", "alone"), [(RARE - 1, False), (RARE, True)])
def test_a_rare_name_is_told_with_others(number: int, alone: bool) -> None:
    threads = (*(replace(PROMISED, id=f"t-{at}") for at in range(number)), HOSTILE_THREAD)
    (kinds,) = (table for table in totals(Index(replace(SMALL, threads=threads))) if table.key == "kinds")
    assert ("start" in [row[0] for row in kinds.rows]) is alone


def test_no_signatory_is_charged_with_what_is_in_doubt() -> None:
    for confidence, lapsed in ((0.9, 1), (0.2, 0)):
        index = Index(replace(SMALL, threads=(replace(LAPSED, confidence=confidence),)))
        for table in totals(index)[:-1]:
            ((_, every, open_, *_, found),) = table.rows
            assert (every, open_, found) == (1, 1 - lapsed, lapsed)


def test_each_letter_has_its_row() -> None:
    assert [row[-2:] for row in letters(Index(SMALL)).rows] == [(4, 0), (1, 2)]


def test_what_was_not_read_or_has_no_date_is_told() -> None:
    dateless = replace(OLD, date=None, date_source=DateSource.UNKNOWN)
    index = Index(replace(SMALL, letters=(dateless, SMALL.letters[1])))
    assert "scan.pdf" in unread(index)[0]
    assert OLD.path in without_date(index)[0]
    assert without_date(Index(SMALL)) == ()
    assert len(examined(index)) == len(examined(Index(SMALL))) + 1


def test_papers_that_are_missing_most_cited_first() -> None:
    rows = tuple(MissingPaper(f"kst-{at}", "12345", str(at), (OLD.id,), at) for at in range(1, SHOWN + 3))
    (told,) = missing(Index(replace(SMALL, missing=rows)))
    assert told.index(f"({SHOWN + 2}×)") < told.index(f"({SHOWN + 1}×)")
    assert told.count("×") == SHOWN
    (every,) = (line for line in examined(Index(replace(SMALL, missing=rows))) if "×" in line)
    assert every.count("×") == SHOWN + 2
    assert missing(Index(SMALL)) == ()
