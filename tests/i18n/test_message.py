"""A message and what fills it."""

from __future__ import annotations

import datetime as dt

import msgspec

from tracker.i18n.message import Message, first_of, message


def test_what_is_no_word_or_figure_is_taken_by_its_words() -> None:
    inner = message("list.more", words="a", number=1)
    found = message("x", day=dt.date(2024, 5, 1), number=3, share=0.5, word="b", inner=inner, rows=(inner, inner))
    assert dict(found.params) == {
        "day": "2024-05-01",
        "number": 3,
        "share": 0.5,
        "word": "b",
        "inner": inner,
        "rows": (inner, inner),
    }


def test_a_few_words_stand_in_a_row_and_many_are_counted() -> None:
    assert first_of(["a", "b"], 2) == "a, b"
    assert first_of([], 2) == ""
    assert first_of(iter("abcd"), 2) == message("list.more", words="a, b", number=2)
    assert "2" in str(first_of("abcd", 2))


def test_a_message_can_be_kept_and_read_back() -> None:
    made = message("list.more", words="a", number=1)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(made), type=Message) == made
