"""Time expressions: every example of the language data, the table of cases, and what must hold for any text."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.processor import is_linear
from tracker.model import Precision
from tracker.temporal import tagger
from tracker.temporal.grammar import CalendarEntry, CalendarName, OtherExample, TimexExample, grammar
from tracker.temporal.timex import Timex, TimexRole, tag_times


def _table(name: str) -> list[dict[str, Any]]:
    path = Path(__file__).parents[1] / "cases" / f"{name}.toml"
    cases: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["case"]
    return cases


_CASES = _table("deadlines")
_PARTS = _table("parts")
_NOTHING_DUE = [case for case in _CASES if case["role"] in ("open", "past", "duration", "name", "nothing")]
_DATED = [case for case in _CASES if case not in _NOTHING_DUE]
_PHRASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "time_phrases.toml").read_text("utf-8"))
parsed = cache(parse_edtf)
"""What a date in the format means to its library, which takes long to read it."""

_HELD = (TimexRole.DUE, TimexRole.UNTIL, TimexRole.FROM)


def _examples() -> list[Any]:
    data = grammar()
    tables = chain(data.rules, data.parts, data.frames, data.names)
    return [
        pytest.param(one, example, id=f"{one.id}-{type(example).__name__}-{n}")
        for one, _ in tables
        for rows in (one.yes, one.no)
        for n, example in enumerate(rows)
    ]


def _interval(found: Timex) -> tuple[str, str]:
    return str(found.deadline.start or ""), str(found.deadline.end or "")


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _is_read_by(row: CalendarEntry, found: Timex) -> bool:
    """Whether a rule has part in what is read; of a name: whether the expression is one."""
    return found.role is TimexRole.NAME if isinstance(row, CalendarName) else row.id in found.deadline.rule.split("+")


@pytest.mark.parametrize(("row", "example"), _examples())
def test_an_example_of_the_data_reads_as_it_says(row: CalendarEntry, example: TimexExample | OtherExample) -> None:
    """A row takes what it says `yes` to, and has no part in what it says `no` to."""
    found = tag_times(example.text, _day(example.date))
    named = [one for one in found if one.deadline.text == example.words] if example.words else found
    assert {_is_read_by(row, one) for one in named} <= {isinstance(example, TimexExample)}, found
    if example.words:
        assert [(one.role.value, *_interval(one)) for one in named] == [(example.role, example.start, example.end)]


def test_every_rule_has_an_example_that_it_reads_and_one_that_it_leaves() -> None:
    data = grammar()
    assert [
        one.id for one, _ in chain(data.rules, data.parts, data.frames, data.names) if not (one.yes and one.no)
    ] == []


@pytest.mark.parametrize("case", _NOTHING_DUE, ids=lambda case: f"{case['text']}@{case['date']}")
def test_nothing_is_due(case: dict[str, Any]) -> None:
    found = tag_times(case["text"], _day(case["date"]))
    assert not [one for one in found if one.role in _HELD]
    if case["role"] != "nothing":
        assert (case["words"], case["role"]) in [(one.deadline.text, one.role.value) for one in found], found


@pytest.mark.parametrize("case", _DATED, ids=lambda case: f"{case['text']}@{case['date']}")
def test_a_time_is_read_as_an_interval(case: dict[str, Any]) -> None:
    found = [one for one in tag_times(case["text"], _day(case["date"])) if one.role in _HELD and not one.negated]
    read = [(one.deadline.text, one.role.value, *_interval(one)) for one in found]
    assert (case["words"], case["role"], case.get("start", ""), case.get("end", "")) in read
    assert len(read) == case.get("count", 1), read


def test_the_table_is_large_enough() -> None:
    assert len(_CASES) >= 200
    assert len(_NOTHING_DUE) >= 60
    assert len(_PARTS) >= 60


@pytest.mark.parametrize("case", _PARTS, ids=lambda case: f"{case['words']}@{case['date']}")
def test_a_part_is_cut_by_the_unit_of_its_stretch(case: dict[str, Any]) -> None:
    found = tag_times(f"Het plan volgt {case['words']}.", _day(case["date"]))
    assert [(one.deadline.text, *_interval(one)) for one in found] == [(case["words"], case["start"], case["end"])]


@pytest.mark.parametrize("case", _DATED, ids=lambda case: f"{case['text']}@{case['date']}")
def test_the_extended_date_format_means_the_same_days(case: dict[str, Any]) -> None:
    for one in tag_times(case["text"], _day(case["date"])):
        if one.deadline.end:
            written = parsed(one.deadline.edtf)
            assert tuple(written.upper_strict())[:3] == one.deadline.end.timetuple()[:3]
            if one.deadline.start:
                assert tuple(written.lower_strict())[:3] == one.deadline.start.timetuple()[:3]


def test_a_negated_time_is_marked() -> None:
    first, second = tag_times("Wij doen dit niet eind dit jaar, maar begin 2017.", dt.date(2016, 11, 29))
    assert (first.negated, second.negated) == (True, False)


def test_a_month_has_a_past_reading_for_a_verb_in_the_past_tense() -> None:
    (found,) = tag_times("In februari stuurden wij u het plan.", dt.date(2016, 11, 29))
    assert found.deadline.start == dt.date(2017, 2, 1)
    assert found.past is not None
    assert (found.past.start, found.past.end) == (dt.date(2016, 2, 1), dt.date(2016, 2, 29))


def test_a_convention_in_place_of_a_calendar_entry_is_said() -> None:
    (known,) = tag_times("Dit komt voor het kerstreces.", dt.date(2023, 11, 1))
    (unknown,) = tag_times("Dit komt voor het kerstreces.", dt.date(2031, 11, 1))
    assert known.deadline.notice is None
    assert "kerstreces 2031" in str(unknown.deadline.notice)


def test_without_the_letter_s_date_only_what_counts_from_it_is_undated() -> None:
    relative, absolute = tag_times("Volgend jaar begint het, en eind 2026 is het af.", None)
    assert (relative.role, relative.deadline.end) == (TimexRole.OPEN, None)
    assert str(relative.deadline.notice) == "needs the letter's date"
    assert absolute.deadline.end == dt.date(2026, 12, 31)


def test_a_day_that_does_not_exist_is_undated() -> None:
    (found,) = tag_times("De termijn sluit op 31 februari 2025.", dt.date(2024, 6, 1))
    assert (found.role, found.deadline.end) == (TimexRole.OPEN, None)


@pytest.mark.parametrize(
    "words", ["2025, ", "in 2025 en ", "1 mei tot ", "zodra ", "van de van het ", "1-1-2", "de eerste ", "12 " * 5]
)
def test_a_hostile_text_takes_no_longer_than_its_length(words: str) -> None:
    assert is_linear(lambda size: tag_times(words * size, dt.date(2025, 2, 3)), 8_000 // len(words))


# ---------------------------------------------------------------- what holds for any text

_TEXTS = st.lists(st.sampled_from([word for case in _CASES for word in case["text"].split()]), max_size=14).map(
    " ".join
)
_SENTENCES = st.sampled_from([case["text"] for case in _CASES])
_ANCHORS = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))


@settings(max_examples=100)
@given(_TEXTS | _SENTENCES | st.text(max_size=60), st.none() | st.dates())
def test_whatever_the_text_intervals_are_sound(text: str, anchor: dt.date | None) -> None:
    end = 0
    for one in tag_times(text, anchor):
        assert end <= one.begin < one.end <= len(text)
        assert one.deadline.text == text[one.begin : one.end]
        end = one.end
        start, last = one.deadline.start, one.deadline.end
        assert last is not None or start is None
        assert start is None or last is None or start <= last
        assert (one.deadline.precision is Precision.OPEN) == (last is None) == (one.deadline.edtf == "")
        assert last is None or one.role not in (TimexRole.OPEN, TimexRole.DURATION)


@pytest.mark.parametrize("anchor", [dt.date.min, dt.date(2, 3, 1), dt.date(9998, 11, 1), dt.date.max])
def test_at_the_ends_of_the_calendar_nothing_breaks(anchor: dt.date) -> None:
    for case in _CASES:
        tag_times(case["text"], anchor)


@given(_SENTENCES, _ANCHORS, st.sampled_from(["  ", "\n", " \n ", "\t", "\u00a0"]), st.sampled_from("'’‘´"))
def test_white_space_and_apostrophes_change_nothing(text: str, anchor: dt.date | None, space: str, mark: str) -> None:
    def meaning(words: str) -> list[Any]:
        return [
            (one.role, _interval(one), one.deadline.rule, " ".join(one.deadline.text.replace(mark, "'").split()))
            for one in tag_times(words, anchor)
        ]

    plain = text.replace("’", "'")
    assert meaning(plain.replace(" ", space).replace("'", mark)) == meaning(plain)


@given(_TEXTS)
def test_a_sentence_without_the_words_of_the_filter_holds_no_time(text: str) -> None:
    everything = replace(grammar(), anything=re.compile(""))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger, "grammar", lambda: everything)
        unfiltered = tag_times(text, dt.date(2025, 2, 3))
    assert tag_times(text, dt.date(2025, 2, 3)) == unfiltered


@given(_SENTENCES, _SENTENCES, _ANCHORS)
def test_a_sentence_reads_the_same_beside_another(first: str, second: str, anchor: dt.date | None) -> None:
    alone = [(one.deadline, one.role) for one in tag_times(first, anchor)]
    tag_times(second, anchor)
    assert [(one.deadline, one.role) for one in tag_times(first, anchor)] == alone


def _due(phrase: str) -> list[tuple[str, str]]:
    found = tag_times(f"De brug is {phrase} klaar.", dt.date(2025, 5, 20))
    return [_interval(time) for time in found if time.role in _HELD and not time.negated]


@pytest.mark.parametrize(("phrase", "start", "end"), _PHRASES["phrases"])
def test_a_phrase_is_due_in_its_interval(phrase: str, start: str, end: str) -> None:
    assert _due(phrase) == [(start, end)]


@pytest.mark.parametrize("phrase", _PHRASES["undated"])
def test_a_phrase_names_no_day_to_come(phrase: str) -> None:
    assert _due(phrase) == []
