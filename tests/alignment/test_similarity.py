"""How alike two sections are, by the words that few sections have."""

from __future__ import annotations

import pytest

from tests.alignment.made import CARE, NOISE, WATER, letter
from tests.processor import is_linear
from tracker.alignment import similarity
from tracker.alignment.section_profile import profiles
from tracker.alignment.similarity import Resemblance

OLDER = profiles(letter("old", ("Dijken", WATER), ("Zorg", CARE), ("De dijk", WATER + " " + CARE)))
NEWER = profiles(letter("new", ("Nieuwe dijken", WATER), ("Luchthavens", NOISE), ("Thuiszorg", CARE)))
LIKE = Resemblance(OLDER, NEWER)


def test_the_same_text_shares_nearly_all_and_another_nothing() -> None:
    content, subject = LIKE.content_and_subject(OLDER[1], NEWER[2])
    assert content > 0.7
    assert 0 < subject <= content
    assert LIKE.content_and_subject(OLDER[1], NEWER[1]) == (0.0, 0.0)


def test_a_part_of_a_text_shares_less_than_the_whole() -> None:
    assert LIKE.content_and_subject(OLDER[2], NEWER[2])[0] < LIKE.content_and_subject(OLDER[1], NEWER[2])[0]


def test_measures_are_the_same_both_ways() -> None:
    back = Resemblance(NEWER, OLDER)
    for a in OLDER:
        for b in NEWER:
            assert LIKE.content_and_subject(a, b) == pytest.approx(back.content_and_subject(b, a))
            assert LIKE.headings(a, b) == pytest.approx(back.headings(b, a))


def test_headings_that_share_a_word_share_some_of_their_weight() -> None:
    shared, within = LIKE.headings(OLDER[0], NEWER[0])
    assert 0 < shared <= within <= 1
    assert LIKE.headings(OLDER[0], NEWER[1]) == (0.0, 0.0)


def test_what_every_text_says_tells_nothing() -> None:
    """Words that are common in Dutch have no weight, however few sections have them."""
    text = "Het huis in de stad. Het huis op het land. De dag in het huis."
    (one,), (other,) = (profiles(letter(name, (heading, text))) for name, heading in (("a", "Een"), ("b", "Twee")))
    assert Resemblance((one,), (other,)).content_and_subject(one, other) == (0.0, 0.0)


def test_a_word_of_the_heading_weighs_more_than_one_of_the_text() -> None:
    """Of two sections with one text the one that is called after it is nearer to another of that name."""
    named, other, newer = (
        profiles(letter(name, (heading, text)))[0]
        for name, heading, text in (("a", "Dijken", WATER), ("b", "Luchthavens", WATER), ("c", "Dijken", CARE))
    )
    contents = [Resemblance((one, other), (newer,)).content_and_subject(one, newer)[0] for one in (named, other)]
    assert contents[0] > contents[1]


def test_a_word_without_end_takes_no_more_time_than_its_length() -> None:
    """Of a long word it is asked which stems stand in it; of a short one which of its parts are stems."""

    def work(size: int) -> None:
        older, newer = (profiles(letter(name, ("Een", "水土 " + "水土" * size))) for name in ("a", "b"))
        Resemblance(older, newer).content_and_subject(older[0], newer[0])

    assert is_linear(work, 200)


def test_long_words_are_compared_as_short_ones_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """A compound and its part are one subject, however that is found out."""
    (one,), (other,) = (profiles(letter(name, ("Een", f"kademuur kademuurherstel {WATER}"))) for name in ("a", "b"))
    as_short = Resemblance((one,), (other,)).content_and_subject(one, other)
    monkeypatch.setattr(similarity, "LONG_WORD", 0)
    assert Resemblance((one,), (other,)).content_and_subject(one, other) == as_short
