"""Letters by topics: every topic in a row, every letter in a column, and promises counted once."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from tests.ledgers import SMALL
from tracker.ledger.queries import Index
from tracker.model import Topic
from tracker.render.text import render
from tracker.views.text_style import TextStyle
from tracker.views.topics import ABSENT, sheet, topics_table

OLD, NEW = SMALL.letters[0], SMALL.letters[-1]


def of(*topics: Topic) -> Index:
    return Index(replace(SMALL, topics=topics))


def test_no_topic_is_told_as_none() -> None:
    assert topics_table(of()).rows == ()
    assert "0 topics" in render([sheet(of())], TextStyle())


def test_a_letter_that_does_not_treat_a_topic_is_told_apart_from_one_that_promises_nothing() -> None:
    section = OLD.sections[0].id
    made = sum(row.section == section for row in SMALL.commitments)
    (row,) = topics_table(of(Topic("topic-1", "Geluid", (section,)))).rows
    assert row[: 1 + len(SMALL.letters)] == ("Geluid", made, *[ABSENT] * (len(SMALL.letters) - 1))


def test_every_promise_under_a_topic_is_counted_once() -> None:
    topic = Topic("topic-1", "Alles", tuple(section.id for letter in SMALL.letters for section in letter.sections))
    (row,) = topics_table(of(topic)).rows
    counted = [cell for cell in row[1 : 1 + len(SMALL.letters)] if isinstance(cell, int)]
    assert sum(counted) == sum(row.section is not None for row in SMALL.commitments)


def test_letters_of_one_year_are_told_apart() -> None:
    twins = replace(SMALL, letters=tuple(replace(letter, date=dt.date(2024, 1, 1)) for letter in SMALL.letters))
    heads = topics_table(Index(twins)).heads
    assert len(set(heads)) == len(heads)
