"""Deadlines as Dutch writes them: which of two is later."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.series import Made, Promise, build
from tracker.extraction import StatementFacts, analyse, describe
from tracker.model import Commitment, Deadline, Precision
from tracker.status.slips import Slips, is_ahead, is_another_edition, is_later, make_slip, prolonged, recurs, retracted
from tracker.temporal.interval import Length
from tracker.temporal.timex import tag_times

OLD, NEW = dt.date(2023, 9, 14), dt.date(2024, 4, 5)
NOT_LATER = [
    ("uiterlijk eind 2024", "uiterlijk eind 2024"),
    ("uiterlijk eind 2024", "eind 2024"),
    ("voor de zomer van 2024", "in 2024"),
    ("in 2024", "eind 2024"),
    ("eind 2024", "uiterlijk 1 december 2024"),
    ("in het voorjaar van 2024", "in 2024"),
]
LATER = [
    ("uiterlijk eind 2024", "uiterlijk eind 2025", 365),
    ("uiterlijk 1 oktober 2024", "uiterlijk 1 april 2025", 182),
    ("voor de zomer van 2024", "voor het einde van 2024", 177),
    ("binnen een jaar", "binnen een jaar", 203),
    ("eind 2024", "uiterlijk eind 2025", 365),
    ("uiterlijk eind 2024", "in 2025", 365),
    ("in de zomer van 2024", "in het najaar van 2024", 91),
]


def read(words: str, day: dt.date) -> Deadline:
    (time,) = tag_times(f"Het plan volgt {words}.", day)
    return time.deadline


@pytest.mark.parametrize(("old", "new"), NOT_LATER)
def test_what_may_be_the_same_day_is_not_later(old: str, new: str) -> None:
    assert not is_later(read(old, OLD), read(new, NEW))


@pytest.mark.parametrize(("old", "new", "days"), LATER)
def test_a_later_end_is_a_slip(old: str, new: str, days: int) -> None:
    one, other = read(old, OLD), read(new, NEW)
    assert is_later(one, other)
    assert not is_later(other, one)
    assert one.end
    assert other.end
    assert (other.end - one.end).days == days


@pytest.mark.parametrize(("known", "by"), [(True, False), (False, True), (False, False)])
def test_an_end_is_counted_on_and_back_only_where_it_and_the_length_are_known(*, known: bool, by: bool) -> None:
    end, length = dt.date(2024, 6, 30), Length(months=18)
    assert retracted(dt.date(2025, 12, 31), length) == end
    assert retracted(end if known else None, length if by else None) is None
    deadline = replace(between("2024-04-01", "2024-06-30"), end=end if known else None)
    assert prolonged(deadline, length if by else None) is None
    counted = prolonged(replace(deadline, end=end), length)
    assert counted is not None
    assert str(counted.end) == "2025-12-31"


def between(start: str, end: str) -> Deadline:
    return Deadline("", dt.date.fromisoformat(start), dt.date.fromisoformat(end), "", Precision.DAY)


OVERLAPPING = {
    "it begins with the old one": (between("2024-01-01", "2024-03-31"), between("2024-01-01", "2024-12-31")),
    "no more of it lies after the old end than before": (
        between("2024-01-01", "2024-01-10"),
        between("2024-01-05", "2024-01-15"),
    ),
    "it begins on the last day of a limit": (read("uiterlijk 1 juli 2024", OLD), between("2024-07-01", "2024-07-31")),
}


@pytest.mark.parametrize(("old", "new"), OVERLAPPING.values(), ids=OVERLAPPING.keys())
def test_a_window_that_may_still_be_kept_is_not_later(old: Deadline, new: Deadline) -> None:
    assert new.end
    assert not is_later(old, new)
    assert is_later(old, replace(new, start=old.end and old.end + dt.timedelta(1)))


@pytest.mark.parametrize(
    ("end", "anchor", "ahead"),
    [
        ("2024-05-01", "2024-05-02", False),
        ("2024-05-02", "2024-05-02", True),
        ("2024-05-03", "2024-05-02", True),
        ("2024-05-01", None, True),
        (None, "2024-05-02", False),
    ],
)
def test_the_day_of_the_letter_lies_ahead(end: str | None, anchor: str | None, ahead: bool) -> None:
    known = [dt.date.fromisoformat(day) if day else None for day in (end, anchor)]
    assert is_ahead(replace(between("2024-01-01", "2024-12-31"), end=known[0], anchor=known[1])) is ahead


IN_TEXT = ("Het dijkplan is in 2024 vastgesteld.", "Het dijkplan is in 2025 vastgesteld.")
IN_LIST = ("Vastgesteld dijkplan.", "Vastgesteld dijkplan.")


def made_due(texts: tuple[str, str], words: tuple[str, str], precision: Precision) -> bool:
    """Whether a promise of two papers recurs, due in 2024 and 2025 in these words."""
    found, facts = [], {}
    for text, name, day, word in zip(texts, "ab", ("2023-10-01", "2024-10-01"), words, strict=True):
        year = str(int(day[:4]) + 1)
        letter, (row,) = build(
            Made(name, day, {"Resultaten": [Promise(text, start=f"{year}-01-01", end=f"{year}-12-31")]})
        )
        assert isinstance(row, Commitment)
        assert row.deadline is not None
        found.append(replace(row, deadline=replace(row.deadline, text=word, precision=precision)))
        facts |= describe(analyse(letter), [found[-1]])
    return recurs(*found, facts)


@pytest.mark.parametrize(
    ("texts", "words", "precision", "returns"),
    [
        (IN_TEXT, ("in 2024", "in 2025"), Precision.YEAR, False),
        (IN_LIST, ("voor 1 juli 2024", "voor 1 juli 2025"), Precision.DAY, False),
        ((IN_LIST[0], IN_TEXT[1]), ("2024", "in 2025"), Precision.YEAR, False),
        (IN_LIST, ("2024", "2025"), Precision.YEAR, True),
    ],
)
def test_a_list_of_the_papers_year_moves_nothing(
    texts: tuple[str, str], words: tuple[str, str], precision: Precision, *, returns: bool
) -> None:
    """What each yearly paper lists for its own year is no move; a year that a sentence names is one."""
    assert made_due(texts, words, precision) is returns


def test_days_are_counted_between_two_known_ends_alone() -> None:
    _, (one, other) = build(Made("a", "2024-01-01", {"Water": [Promise(IN_TEXT[0]), Promise(IN_TEXT[1])]}))
    old, new = dt.date(2024, 1, 1), dt.date(2024, 1, 31)
    assert make_slip(one, other, old, new, None).days == 30
    assert make_slip(one, other, None, new, None).days is None
    assert make_slip(one, other, old, None, "x").days is None


def test_one_move_told_twice_by_a_letter_is_kept_with_most_of_its_dates() -> None:
    _, (one, other) = build(Made("a", "2024-01-01", {"Water": [Promise(IN_TEXT[0]), Promise(IN_TEXT[1])]}))
    old, new, last = dt.date(2024, 1, 1), dt.date(2024, 1, 31), dt.date(2024, 3, 1)
    open_, named, another = (make_slip(one, other, old, end, None) for end in (None, new, last))
    slips = Slips()
    for slip in (open_, named, open_, another):
        slips.add(slip)
    assert slips.found == (named, another)


@pytest.mark.parametrize(
    ("letter", "old", "new", "told"),
    [
        ("a", "2024-01-01", "2024-03-01", False),
        ("b", "2024-01-01", "2024-03-01", True),
        ("b", None, "2024-03-01", True),
        ("b", "2023-01-01", "2024-03-01", False),
        ("b", "2024-01-01", "2024-04-01", False),
        ("b", "2024-01-01", None, False),
    ],
    ids=["by itself", "again", "without the old day", "from another day", "to another day", "to no day"],
)
def test_what_an_earlier_letter_told(letter: str, old: str | None, new: str | None, told: bool) -> None:
    _, (one, other) = build(Made("a", "2024-01-01", {"Water": [Promise(IN_TEXT[0]), Promise(IN_TEXT[1])]}))
    slips = Slips()
    slips.add(make_slip(one, other, dt.date(2024, 1, 1), dt.date(2024, 3, 1), None))
    days = (day and dt.date.fromisoformat(day) for day in (old, new))
    assert slips.tells(replace(other, letter=letter), *days) is told


@pytest.mark.parametrize(
    ("one", "other", "returns"),
    [({2024}, {2025}, True), ({2024}, {2024}, False), ({2024}, set(), False), (set(), {2025}, False)],
)
def test_a_thing_whose_own_year_moved_on_returns(one: set[int], other: set[int], returns: bool) -> None:
    _, rows = build(Made("a", "2024-01-01", {"Water": [Promise(IN_TEXT[0]), Promise("Er komt een brug.")]}))
    old, new = (row for row in rows if isinstance(row, Commitment))
    facts = {row.id: StatementFacts(other_years=frozenset(years)) for row, years in ((old, one), (new, other))}
    assert recurs(old, new, facts) is returns


@pytest.mark.parametrize(
    ("before", "now", "another"),
    [
        ([], {2025}, False),
        ([set()], {2025}, False),
        ([{2024}], set(), False),
        ([{2024}, {2025}], {2025}, False),
        ([{2025}, {2024}], {2025}, True),
        ([{2024}, set()], {2025}, True),
    ],
)
def test_the_edition_that_was_named_last_counts(before: list[set[int]], now: set[int], *, another: bool) -> None:
    texts = [f"Er komt een brug {at}." for at in "abc"[: len(before) + 1]]
    _, rows = build(Made("a", "2024-01-01", {"Water": [Promise(text) for text in texts]}))
    years = zip(rows, (*before, now), strict=True)
    facts = {row.id: StatementFacts(other_years=frozenset(found)) for row, found in years}
    assert is_another_edition(rows[:-1], rows[-1], facts) is another
