"""What a language writes: its messages, days and numbers; and which language is spoken."""

from __future__ import annotations

import datetime as dt

import pytest
from babel.numbers import format_decimal

from tracker.i18n.catalog import (
    LOCALES,
    VARIABLE,
    day,
    gettext,
    language,
    listed,
    ngettext,
    number,
    score,
    span,
    speaking,
)
from tracker.i18n.message import message

DAY = dt.date(2024, 3, 1)


@pytest.mark.parametrize(
    ("code", "medium", "long", "thousands", "share", "days"),
    [
        pytest.param("", "2024-03-01", "2024-03-01", "1827", "0.50", "2 days", id="none asked for"),
        pytest.param("en", "1 Mar 2024", "1 March 2024", "1,827", "0.50", "2 days", id="English"),
        pytest.param("nl", "1 mrt 2024", "1 maart 2024", "1.827", "0,50", "2 dagen", id="Dutch"),
    ],
)
def test_each_language_writes_its_own_way(
    code: str, medium: str, long: str, thousands: str, share: str, days: str
) -> None:
    with speaking(code):
        assert (day(DAY), day(DAY, "long"), number(1827), score(0.5)) == (medium, long, thousands, share)
        assert score(-0.004) == score(0.0)
        assert ngettext("count.days", 2) == days


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "1 second of the processor is"), (2, "2 seconds of the processor are"), ("0.5", "0.5 seconds of")],
)
def test_what_is_counted_has_the_form_of_its_number(seconds: int | str, said: str) -> None:
    """In a message that is said at once, and in one that is said later."""
    id_ = "letter.too-slow"
    assert gettext(id_, number=seconds).startswith(said)
    assert str(message(id_, number=seconds)).startswith(said)


@pytest.mark.parametrize("code", LOCALES)
def test_numbers_are_written_as_babel_writes_them(code: str) -> None:
    whole = [0, -1, 12, 999, -999, 1000, -1000, 12_345, 999_999, -1_234_567, 10**9]
    shares = [0.0, -0.0, 0.004, 0.005, 0.125, -0.3, 0.67, 0.995, 1.0, 12.5]
    with speaking(code):
        assert [number(row) for row in whole] == [format_decimal(row, locale=LOCALES[code].name) for row in whole]
        assert [score(row) for row in shares] == [
            format_decimal(round(row, 2) + 0.0, "0.00", locale=LOCALES[code].name) for row in shares
        ]


@pytest.mark.parametrize(
    ("asked", "environment", "spoken"),
    [(None, "", ""), (None, "nl", "nl"), (None, "NL", "nl"), (None, "fr", ""), ("en", "nl", "en"), ("nl", "", "nl")],
)
def test_who_asks_is_heard_before_the_environment(
    asked: str | None, environment: str, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, environment)
    with speaking(asked):
        assert language() == spoken


def test_a_value_is_never_a_message_or_a_blank() -> None:
    with speaking("nl"):
        assert gettext("sheet.decided-by", name="{number} postponed") == "beslist door {number} postponed"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2024-13", "2024-13"),
        ("2024-02-30", "2024-02-30"),
        ("2024", "2024"),
        ("kst-2024-10", "kst-2024-10"),
        ("2024-10-1", "2024-10-1"),
        ("op 2024-10-01", "op 2024-10-01"),
        ("2024-10-01", "1 okt 2024"),
        ("2024-10", "oktober 2024"),
        (dt.date(2024, 10, 1), "1 okt 2024"),
    ],
)
def test_a_day_that_a_message_keeps_is_written_as_the_language_writes_it(value: object, told: str) -> None:
    for code, said in (("nl", told), ("", str(value))):
        with speaking(code):
            assert gettext("sheet.decided-by", name=value).rpartition(" door ")[2].rpartition(" by ")[2] == said


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (dt.date(2024, 10, 2), dt.date(2024, 10, 31), "2 okt 2024 – 31 okt 2024"),
        (dt.date(2024, 10, 1), dt.date(2024, 10, 30), "1 okt 2024 – 30 okt 2024"),
        (dt.date(2024, 10, 1), dt.date(2024, 11, 30), "1 okt 2024 – 30 nov 2024"),
        (dt.date(2024, 10, 1), dt.date(2024, 10, 31), "oktober 2024"),
        (dt.date(2024, 2, 1), dt.date(2024, 2, 29), "februari 2024"),
        (dt.date(2024, 12, 1), dt.date(2024, 12, 31), "december 2024"),
    ],
)
def test_the_days_between_two(first: dt.date, last: dt.date, told: str) -> None:
    with speaking("nl"):
        assert span(first, last) == told
    with speaking(""):
        assert span(first, last) == f"{first}..{last}"


@pytest.mark.parametrize(("words", "told"), [([], ""), (["a"], "a"), (["a", "b", "c"], "a, b en c")])
def test_words_in_a_row(words: list[str], told: str) -> None:
    with speaking("nl"):
        assert listed(words) == told
