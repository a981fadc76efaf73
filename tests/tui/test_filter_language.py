"""A filter as it is typed, read: tokens in two languages, ranges, sums, and what is wrong with it."""

from __future__ import annotations

import pytest

from tui.filter_language import filter_in_words, read_filter, token, without_choices
from tui.labels import Labels

EN, NL = Labels("en"), Labels("nl")


@pytest.mark.parametrize(
    ("field", "value"), [("topic", "Een landelijk netwerk"), ("actor", "VO-raad"), ("letter", "kst-1-2")]
)
def test_a_token_is_read_as_it_is_written(field: str, value: str) -> None:
    for labels in (EN, NL):
        assert read_filter(token(field, value, labels), labels).fields == {field: (value.casefold(),)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("statuz:postponed", "Perhaps status?"),
        ("status:postponde", "Perhaps postponed?"),
        ("due:someday", "no day, month or year"),
        ("amount:veel", "no amount"),
        ("due:2024-13", "no day, month or year"),
        ("is:foo", "There is: slipped, undecided, late, overdue."),
        ("kind:wetgeving", "There is: inform, deliver, start,"),
        ("due:2024-12..2024-07", "ends before it begins"),
        ("amount:5mln..1mln", "ends before it begins"),
        ("due: 2024", "Nothing stands right after 'due:'"),
        ("amount: >1mln", "Nothing stands right after 'amount:'"),
    ],
)
def test_what_is_wrong_is_told_with_what_is_like_it(text: str, said: str) -> None:
    (fault,) = read_filter(text, EN).faults
    assert said in fault


def test_a_sum_is_read_with_its_scale() -> None:
    (term,) = read_filter("bedrag:1,5mln..2mrd", NL).terms
    assert term.bounds is not None
    assert (term.bounds.low, term.bounds.high) == (1.5e6, 2e9)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("confidence:>2", "'>2' is no confidence from 0 to 1"),
        ("confidence:<160%", "'<160%' is no confidence from 0 to 1"),
        ("amount:abc", "'abc' is no amount"),
        ("due:abc", "'abc' is no day, month or year"),
    ],
)
def test_a_bound_that_is_none_is_told_for_its_field(typed: str, fault: str) -> None:
    (told_fault,) = read_filter(typed, EN).faults
    assert told_fault.startswith(fault)


def test_a_confidence_may_be_per_cent() -> None:
    assert read_filter("confidence:<60%", EN).terms[0].bounds == read_filter("confidence:<0.6", EN).terms[0].bounds


def test_and_and_or_are_said() -> None:
    assert (
        filter_in_words(read_filter("letter:2023+2024 -status:dropped", EN), EN)
        == "letter 2023 and 2024; and not status withdrawn"
    )
    two = "letter 2023 or 2024; and status withdrawn"
    assert filter_in_words(read_filter("letter:2023 status:dropped letter:2024", EN), EN) == two
    assert filter_in_words(read_filter("letter:2023 letter:2024", EN), EN) == "letter 2023 or 2024"
    assert filter_in_words(read_filter("status:dropped", EN), EN) == ""


def test_negated_values_are_none_of_the_fields() -> None:
    assert read_filter("-status:dropped status:lapsed", EN).fields == {"status": ("lapsed",)}


@pytest.mark.parametrize("text", ["amount:>1 mln", "amount:>1mln", "bedrag:>1 Mln"])
def test_a_sum_may_have_its_scale_after_a_space(text: str) -> None:
    wanted = read_filter(text, NL)
    assert wanted.words == ()
    (bounds,) = (term.bounds for term in wanted.terms)
    assert bounds is not None
    assert 1e6 < bounds.low < 1.01e6


def test_no_scale_is_read_into_what_is_no_sum() -> None:
    assert read_filter("letter:2023 k", EN).words == ("k",)
    assert read_filter("due:2023", EN).faults == ()
    assert read_filter("due:", EN).faults == ()


def test_words_in_quotes_stand_beside_each_other() -> None:
    wanted = read_filter('"landelijk dekkend" “nieuwe regio” -"oude regio" haven', EN)
    assert wanted.phrases == ("landelijk dekkend", "nieuwe regio")
    assert (wanted.without, wanted.words) == (("oude regio",), ("haven",))
    assert read_filter('"landelijk', EN).words == ("landelijk",)


def test_what_is_no_choice_stays_as_it_was_typed() -> None:
    text = 'haven -regio "een zin" -status:dropped status:lapsed due:2024..2025 letter:2023+2024 actor:vng'
    left = without_choices(text, {("status", "lapsed"), ("letter", "2023")}, EN)
    assert left == 'haven -regio "een zin" -status:dropped due:2024..2025 letter:2023+2024 actor:vng'
