"""Words in all letters: in any case and print, with the letters that are silent told."""

from __future__ import annotations

import pytest

from tests.ledgers import SMALL
from tracker.ledger.queries import Index
from tracker.views.search import search, sought, subject

INDEX = Index(SMALL)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        pytest.param("zij-instroom", "de instroom", False, id="a part of it"),
        pytest.param("egio", "regio's", False, id="the end of a word"),
        pytest.param("haven diep", "diep in de haven", False, id="another order"),
        pytest.param("zij-instroom", "De zij‑instroom", True, id="another hyphen"),
        pytest.param("zij-instroom", "zijinstromer en zij instroom", True, id="a space or none"),
        pytest.param("REGIO", "regio’s", True, id="capitals, the start of a word"),
        pytest.param("regio's", "regio’s", True, id="another apostrophe"),
        pytest.param("diepe haven", "de diepe havens", True, id="two words"),
    ],
)
def test_what_is_found(words: str, text: str, found: bool) -> None:
    pattern = sought(words)
    assert pattern is not None
    assert bool(pattern.search(text)) is found


def test_nothing_typed_finds_nothing() -> None:
    assert sought("  ") is None
    assert search(INDEX, "") == ()


def test_hits_stand_in_the_order_of_the_letters_with_what_is_around() -> None:
    hits = search(INDEX, "haven")
    assert len({hit.letter for hit in hits}) == len(SMALL.letters)
    assert [INDEX.place[hit.letter] for hit in hits] == sorted(INDEX.place[hit.letter] for hit in hits)
    assert all("haven" in hit.text.casefold() for hit in hits)


def test_a_subject_tells_each_letter_and_the_silent_ones() -> None:
    found = subject(INDEX, "veren")
    assert [row.letter.id for row in found.letters] == [letter.id for letter in SMALL.letters]
    assert [bool(row.passages) for row in found.letters] != [False, False]
    assert all("veren" in thread.title or thread.members for thread in found.threads)
