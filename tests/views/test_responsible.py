"""Who is to answer, and who promised it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tests.ledgers import LAPSED, NEW, OLD, POSTPONED, SMALL
from tracker.i18n.catalog import speaking
from tracker.ledger.fates import fates
from tracker.ledger.queries import Index
from tracker.model import Letter, Thread
from tracker.views.responsible import SHOWN, responsible


def told(letters: tuple[Letter, ...], *threads: Thread) -> tuple[str, ...]:
    index = Index(replace(SMALL, letters=letters, threads=threads))
    return responsible(index, fates(index, threads))


def numbers(line: str) -> list[int]:
    return [int(found) for found in re.findall(r"\b\d{1,3}\b", line)]


def signed(letter: Letter, *names: str) -> Letter:
    return replace(letter, signatories=names, offices=("Minister van Dijken",) * len(names))


def test_nobody_answers_for_letters_that_nobody_signed() -> None:
    assert told((signed(OLD), signed(NEW)), POSTPONED, LAPSED) == ()


def test_who_signs_still_is_no_predecessor_of_himself() -> None:
    now, then = told((signed(OLD, "A. Nu"), signed(NEW, "a. nu", "B. Bij")), POSTPONED, LAPSED)
    assert now.startswith("to answer now, the minister van Dijken: ")
    assert "predecessors" not in now
    assert then.startswith("promised by A. Nu (2020): ")


def test_what_predecessors_promised_is_not_put_at_who_answers_now() -> None:
    letters = (signed(OLD, "A. Toen"), signed(NEW, "B. Nu"))
    now, then = told(letters, POSTPONED, LAPSED, replace(LAPSED, id="t-x"))
    assert now.endswith("; 3 of them were promised by predecessors")
    assert then == "promised by A. Toen (2020): 2 overdue and not mentioned since and 1 postponed"
    with speaking("nl"):
        assert told(letters, LAPSED)[0].endswith("; 1 daarvan is toegezegd door ambtsvoorgangers")


def test_the_lines_of_those_who_promised_add_up() -> None:
    names = [replace(OLD, id=f"kst-12345-{at}", signatories=(f"A. Naam{at}",)) for at in range(20, 22 + SHOWN)]
    threads = [replace(LAPSED, id=f"t-{row.id}", members=(replace(LAPSED.members[0], letter=row.id),)) for row in names]
    now, *lines = told((*names, signed(OLD), NEW), *threads, replace(LAPSED, id="t-x"))
    assert len(lines) == SHOWN + 1
    assert lines[-1].startswith("promised by others (2020): ")
    assert sum(numbers(line.partition("): ")[2])[0] for line in lines) == numbers(now)[0] == SHOWN + 3


def test_a_letter_without_a_signatory_is_told_beside_those_who_signed() -> None:
    between = replace(signed(OLD, "A. Toen"), id="kst-12345-8")
    other = replace(LAPSED, members=(replace(LAPSED.members[0], letter=between.id),))
    lines = told((signed(OLD), between, signed(NEW, "B. Nu")), other, POSTPONED)
    assert lines[-1].startswith("promised in a letter without a signatory: 1 postponed")


def test_what_no_letter_dates_is_told_apart_from_the_figures() -> None:
    adrift = replace(
        POSTPONED,
        id="t-a",
        members=POSTPONED.members[:0],
        slips=(replace(POSTPONED.slips[0], old_end=None, new_end=None),),
    )
    moved = replace(adrift, members=(replace(LAPSED.members[0], ref=None),))
    (now, _) = told((OLD, NEW), moved, POSTPONED)
    assert now.endswith("2 postponed (1 of which without a deadline)")
