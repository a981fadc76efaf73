"""The time expressions of a sentence: where they stand, what they mean, and what limits or names them."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.model import Precision
from tracker.temporal.grammar import grammar
from tracker.temporal.timex import Length, Timex, TimexRole, extend, increase_of, tag_times

DAY = dt.date(2021, 3, 15)


def one(text: str, anchor: dt.date | None = DAY) -> Timex:
    (time,) = tag_times(text, anchor)
    return time


def test_it_stands_where_the_text_has_it() -> None:
    text = "Het plan komt — naar verwachting — uiterlijk 1 mei 2022."
    time = one(text)
    assert text[time.begin : time.end] == time.deadline.text == "uiterlijk 1 mei 2022"
    assert (time.role, time.deadline.precision) == (TimexRole.DUE, Precision.DAY)


def test_a_limit_narrows_the_time_before_it() -> None:
    time = one("Het plan komt in het voorjaar van 2022, maar uiterlijk in mei 2022.")
    assert (time.deadline.start, time.deadline.end) == (dt.date(2022, 3, 1), dt.date(2022, 5, 31))
    assert "limit" in time.deadline.rule


def test_without_a_date_of_the_letter_what_counts_from_it_has_no_day() -> None:
    assert one("Het plan komt volgend jaar.").deadline.end == dt.date(2022, 12, 31)
    dateless = one("Het plan komt volgend jaar.", None)
    assert dateless.deadline.end is None
    assert dateless.deadline.notice is not None


@pytest.mark.parametrize(("text", "negated"), [("Dat komt niet in mei 2022.", True), ("Dat komt in mei 2022.", False)])
def test_a_time_that_is_denied(text: str, negated: bool) -> None:
    assert one(text).negated is negated


def test_a_month_without_a_year_may_be_the_one_that_passed() -> None:
    time = one("Het plan is in februari verschenen.")
    assert time.past is not None
    assert time.past.end == dt.date(2021, 2, 28)
    coming = one("Het plan verschijnt in april.")
    assert coming.past is not None
    assert (coming.deadline.end, coming.past.end) == (dt.date(2021, 4, 30), dt.date(2020, 4, 30))


def test_until_a_year_is_before_it_and_what_is_put_off_falls_in_it() -> None:
    time = one("De start is uitgesteld tot 2027.")
    assert time.reached is not None
    assert time.reached.end == dt.date(2027, 12, 31)


EXCLUSIVE = {
    "by a first": ("Dat komt uiterlijk 1 juli 2022.", False),
    "on a first": ("Dat komt op 1 juli 2022.", False),
    "through a first": ("Dat loopt tot en met 1 juli 2022.", False),
    "through a first, in short": ("Dat loopt t/m 1-7-2022.", False),
    "until no later than a first": ("Dat loopt tot uiterlijk 1 juli 2022.", False),
    "from a first": ("Dat geldt vanaf 1 juli 2022.", False),
    "before a first": ("Dat komt voor 1 juli 2022.", False),
    "ends on a first": ("Dat eindigt op 1 juli 2022.", False),
    "from a first through another": ("Dat loopt van 1 mei 2022 tot en met 1 juli 2022.", False),
    "until a year, whose end is the day before": ("Dat loopt tot 2023.", False),
    "until the end of a year": ("Dat loopt tot eind 2022.", False),
    "until the summer": ("Dat loopt tot de zomer.", False),
    "until a first": ("Dat loopt tot 1 juli 2022.", True),
    "until a day within a month": ("Dat loopt tot 15 juli 2022.", True),
    "until a month": ("Dat loopt tot juli 2022.", True),
    "lapses on a first": ("Dat vervalt op 1 juli 2022.", True),
    "from a first until another": ("Dat loopt van 1 mei 2022 tot 1 juli 2022.", True),
    "until a day that has been": ("Dat liep tot 1 maart 2021.", True),
}


@pytest.mark.parametrize(("text", "exclusive"), EXCLUSIVE.values(), ids=EXCLUSIVE.keys())
def test_whether_a_day_is_no_part_of_it_any_more_is_said_by_the_words(text: str, exclusive: bool) -> None:
    """The day of the month says nothing: what is due "uiterlijk 1 juli" is in time on that day."""
    assert one(text).deadline.exclusive is exclusive


def test_what_is_put_off_until_a_day_is_due_on_it() -> None:
    reached = one("De start is uitgesteld tot 1 juli 2022.").reached
    assert reached is not None
    assert not reached.exclusive


LIMITS = {
    "a year": ("In 2026 volgt het plan.", False),
    "the end of a year": ("Eind 2026 volgt het plan.", False),
    "a month": ("In mei 2026 volgt het plan.", False),
    "until": ("De regeling loopt tot en met 2026.", False),
    "so long before a day": ("Twee weken voor 12 juni 2026 volgt het plan.", False),
    "no later than": ("Uiterlijk eind 2026 volgt het plan.", True),
    "before": ("Voor de zomer van 2026 volgt het plan.", True),
    "within": ("Binnen een jaar volgt het plan.", True),
    "a window with a limit": ("In het voorjaar van 2026, maar uiterlijk in mei 2026 volgt het plan.", True),
}


@pytest.mark.parametrize(("text", "limit"), LIMITS.values(), ids=LIMITS.keys())
def test_a_limit_promises_its_last_day_only(text: str, limit: bool) -> None:
    assert one(text).deadline.is_limit is limit


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("Wij komen volgend jaar.", False),
        ("Wij komen in 2021.", False),
        ("Wij komen deze zomer.", False),
        ("Wij komen dit jaar.", True),
        ("Wij komen eind dit jaar.", True),
        ("Wij komen in het lopende kalenderjaar.", True),
    ],
)
def test_the_running_year_is_known(text: str, running: bool) -> None:
    assert one(text).running_year is running


@pytest.mark.parametrize(
    ("text", "made_then"),
    [
        ("Dat volgt op 3 maart 2022.", False),
        ("Wij werken aan het Klimaatakkoord 2019.", False),
        ("In de begroting voor 2022 staat zes miljoen.", False),
        ("Uw brief van 3 maart 2020 vroeg daarom.", True),
        ("De motie d.d. 3 maart 2020 vroeg daarom.", True),
    ],
)
def test_the_day_of_a_paper_is_one_on_which_it_was_there(text: str, made_then: bool) -> None:
    assert one(text).made_then is made_then


def test_a_year_in_a_name_is_no_time() -> None:
    assert one("Wij werken aan het Klimaatakkoord 2019.").role is TimexRole.NAME


def test_increase_of() -> None:
    times = tag_times("De regeling loopt tot 1 januari 2025 en wordt met anderhalf jaar verlengd.", DAY)
    found = increase_of(times)
    assert found is not None
    assert found.length is not None
    assert found.length.months == 18
    assert increase_of(tag_times("Het plan komt in mei.", DAY)) is None


@pytest.mark.parametrize("unit", sorted(set(grammar().words["unit"]) - {"jarig"}))
def test_every_stretch_of_time_that_is_known_moves_an_end(unit: str) -> None:
    """Whatever it is called, a thing that is prolonged by it ends later."""
    for sentence in ("De regeling wordt met twee {} verlengd.", "De opening is een {} uitgesteld."):
        moved = increase_of(tag_times(sentence.format(unit), DAY))
        assert moved is not None
        assert moved.length is not None
        end = extend(DAY, moved.length)
        assert end is not None
        assert end > DAY


@pytest.mark.parametrize("number", grammar().words["number"])
def test_every_number_that_is_known_moves_an_end(number: str) -> None:
    moved = increase_of(tag_times(f"De regeling wordt met {number} jaar verlengd.", DAY))
    assert moved is not None
    assert moved.length is not None
    assert moved.length.months == int(12 * grammar().words["number"][number])


LENGTHS = {
    "een decennium": 120,
    "twee decennia": 240,
    "een halve eeuw": 600,
    "een lustrum": 60,
    "een jaar en een half": 18,
    "een jaar en een kwartaal": 15,
    "een jaar en drie maanden": 15,
    "drie kwart jaar": 9,
    "een academisch jaar": 12,
    "twee kalenderkwartalen": 6,
    "tien en een half jaar": 126,
}


@pytest.mark.parametrize("words", LENGTHS)
def test_stretches_however_they_are_spelled(words: str) -> None:
    for sentence in ("De regeling wordt verlengd met {}.", "De regeling is {} verlengd."):
        moved = increase_of(tag_times(sentence.format(words), DAY))
        assert moved is not None
        assert moved.length == Length(LENGTHS[words])


BESIDE = [
    ("Na de zomer, naar verwachting in september, komt het plan.", "2021-11-30"),
    ("In 2022, vanaf maart, wordt er gebouwd.", "2022-12-31"),
    ("In de jaren 2022-2024, in 2022 met Ee, wordt er gebouwd.", "2024-12-31"),
    ("In 2022, in 2023 en in 2024 komt het plan.", "2022-12-31"),
    ("Het plan van eind 2022, in 2023 gereed, komt er.", "2022-12-31"),
    ("Na de zomer, in september, komt het plan.", "2021-09-30"),
    ("Voor de zomer, nog in mei, komt het plan.", "2021-05-31"),
    ("Over twee jaar, eind 2022, is het plan er.", "2022-12-31"),
    ("De komende anderhalf jaar (tot eind 2022) wordt er gebouwd.", "2022-12-31"),
    ("In het voorjaar van 2022 (uiterlijk 1 mei) komt het plan.", "2022-05-01"),
    ("Uiterlijk eind 2023, in december, komt het plan.", "2023-12-31"),
    ("Begin volgend jaar – in februari – komt het plan.", "2022-02-28"),
    ("Met ingang van 2022, dus per 1 januari 2022, geldt dit.", "2022-01-01"),
]


@pytest.mark.parametrize(("text", "end"), BESIDE)
def test_of_two_times_side_by_side_the_more_exact_holds(text: str, end: str) -> None:
    assert str(tag_times(text, DAY)[0].deadline.end) == end


def test_what_is_said_more_exactly_keeps_its_own_words() -> None:
    time = one("Na de zomer, in september, komt het plan.")
    assert time.deadline.text == "in september"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("De brug (2026) wordt opgeleverd.", TimexRole.DUE),
        ("De brug (2020) wordt opgeleverd.", TimexRole.NAME),
        ("De brug (2026, zie bijlage) wordt opgeleverd.", TimexRole.NAME),
        ("De brug (plan 2026) wordt opgeleverd.", TimexRole.NAME),
    ],
)
def test_a_bare_year_in_brackets_of_its_own_is_when_where_it_is_to_come(text: str, role: TimexRole) -> None:
    assert one(text).role is role
