"""What the charts of a sheet draw."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tests.ledgers import COMMITMENTS, DELIVERED, LAPSED, OLD, POSTPONED, PROMISED, SMALL, year
from tracker.ledger.fates import fates
from tracker.ledger.queries import Index
from tracker.model import Status, Step, StepKind
from tracker.views.chart_data import LETTERS, MONTHS, bars, calendar, shares, trend
from tracker.views.names import short

INDEX = Index(SMALL)


def test_what_never_moved_has_no_line() -> None:
    (line,) = trend(INDEX, SMALL.threads)
    assert line.thread == POSTPONED.id
    assert [str(end) for _, end in line.points] == ["2021-12-31", "2023-12-31"]
    assert not line.extension


def test_each_point_names_the_letter_that_told_of_it() -> None:
    (line,) = trend(INDEX, SMALL.threads)
    told = {letter.anchor: short(letter) for letter in SMALL.letters}
    assert line.letters == tuple(told[said] for said, _ in line.points)
    assert len(set(line.letters)) == 2
    first, second = POSTPONED.slips[0].from_letter, POSTPONED.slips[0].to_letter
    one_day = [replace(letter, date=INDEX.letters[first].anchor) for letter in SMALL.letters if letter.id != second]
    many = trend(Index(replace(SMALL, letters=(*one_day, INDEX.letters[second]))), SMALL.threads)[0].letters
    assert len(many[0].split(", ")) == len(one_day)


def test_what_moved_to_no_day_has_a_line_with_the_days_that_are_known() -> None:
    lost = replace(POSTPONED.slips[0], new_end=None, days=None)
    (line,) = trend(INDEX, [replace(POSTPONED, members=POSTPONED.members[:1], slips=(lost,))])
    assert line.adrift
    assert [str(end) for _, end in line.points] == ["2021-12-31"]
    (line,) = trend(INDEX, [replace(POSTPONED, members=(), slips=(replace(lost, old_end=None),))])
    assert (line.adrift, line.points) == (True, ())


def test_of_a_letter_that_names_both_days_both_are_drawn() -> None:
    (line,) = trend(
        INDEX,
        [
            replace(
                POSTPONED,
                members=POSTPONED.members[1:],
                slips=(replace(POSTPONED.slips[0], from_letter=POSTPONED.slips[0].to_letter),),
            )
        ],
    )
    assert line.points == ((dt.date(2021, 9, 1), dt.date(2021, 12, 31)), (dt.date(2021, 9, 1), dt.date(2023, 12, 31)))


def test_what_is_in_doubt_has_no_line() -> None:
    assert trend(INDEX, [replace(POSTPONED, confidence=0.2)]) == ()


def test_more_time_for_what_runs_is_a_line_of_its_own_kind() -> None:
    old, new = dt.date(2020, 12, 31), dt.date(2021, 12, 31)
    step = Step("kst-12345-9", COMMITMENTS[4].id, StepKind.PROMISED, "x", old_end=old, new_end=new)
    (line,) = trend(INDEX, [replace(PROMISED, members=(step,))])
    assert (line.extension, [end for _, end in line.points]) == (True, [old, new])


def test_a_bar_counts_what_a_letter_was_the_first_to_speak_of() -> None:
    found = bars(INDEX, SMALL.threads)
    assert [sum(number for _, number in bar.numbers) for bar in found] == [4, 1]
    assert all(number for bar in found for _, number in bar.numbers)


def test_a_bar_holds_no_accusation_in_doubt() -> None:
    (bar,) = bars(INDEX, [replace(LAPSED, confidence=0.2), replace(LAPSED, id="t-sure")])
    assert bar.numbers == ((Status.UNCLEAR, 1), (Status.LAPSED, 1))


def test_months_to_come_of_what_is_open() -> None:
    found = calendar(INDEX, SMALL.threads)
    assert [str(row.first) for row in found] == ["2022-12-01", "2023-12-01", "2024-12-01"]
    assert [row.number for row in found] == [1, 1, 1]
    assert calendar(INDEX, [LAPSED]) == ()
    assert calendar(Index(replace(SMALL, as_of=None)), SMALL.threads) == ()


def test_what_falls_due_after_the_last_month_shown_is_told_together() -> None:
    rows = [replace(COMMITMENTS[0], id=f"c-{at}", deadline=year(2030 + at)) for at in range(MONTHS + 3)]
    threads = [
        replace(PROMISED, id=f"t-{row.id}", members=(replace(PROMISED.members[0], ref=row.id, letter=row.letter),))
        for row in rows
    ]
    index = Index(replace(SMALL, commitments=tuple(rows), threads=tuple(threads)))
    found = calendar(index, threads)
    assert len(found) == MONTHS
    assert (found[-1].name, found[-1].number) == ("later", 4)
    assert sum(row.number for row in found) == len(threads)
    assert [row.name for row in calendar(index, threads[:MONTHS])].count("later") == 0


def test_older_letters_than_fit_are_one_bar() -> None:
    letters = [replace(OLD, id=f"kst-12345-{at}", number=str(at)) for at in range(LETTERS + 2)]
    threads = [
        replace(LAPSED, id=f"t-{row.id}", members=(replace(LAPSED.members[0], letter=row.id),)) for row in letters
    ]
    index = Index(replace(SMALL, letters=tuple(letters)))
    found = bars(index, threads)
    assert (found[0].letter, len(found)) == ("3 older letters", LETTERS)
    assert sum(number for bar in found for _, number in bar.numbers) == len(threads)
    assert found[1].letter == short(letters[3])
    assert len(bars(index, threads[:LETTERS])) == LETTERS
    rows = shares(index, fates(index, threads))
    assert [row.number for row in rows[:2]] == [len(threads), 3]


def test_the_share_of_the_kept_counts_each_judged_dated_promise_once() -> None:
    late, again = replace(LAPSED, id="t-x"), replace(LAPSED, id="t-doubt", confidence=0.2)
    threads = (*SMALL.threads, late, again)
    index = Index(replace(SMALL, threads=threads))
    (every,) = shares(index, fates(index, threads))
    told = {row.key: row.number for row in every.numbers}
    assert told == {"kept": 0, "late": 1, "partly": 0, "open": 1, "not-kept": 3}


def test_where_nothing_is_judged_there_is_no_share() -> None:
    assert shares(INDEX, fates(INDEX, [PROMISED])) == ()
    assert shares(INDEX, fates(INDEX, [DELIVERED]))[0].number == 1
