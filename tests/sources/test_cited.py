"""The papers that letters cite and that are not among them."""

from __future__ import annotations

from msgspec.structs import replace

from tests.alignment.made import letter
from tracker.sources.cited import cited_and_lacking


def test_those_cited_most_come_first_and_those_at_hand_are_left_out() -> None:
    """Whatever their dossier; a letter has the id of its dossier and number too, and cites each paper once."""
    often, once = "Zie Kamerstuk 27 923, nr. 456 en nogmaals Kamerstuk 27 923, nr. 456.", "Zie Kamerstuk 36 200, nr. 1."
    one = letter("a", ("Havens", often, once))
    two = letter("b", ("Havens", often, "Zie Kamerstuk 27 923, nr. 7.", "Zie de motie De Vries."))
    own = replace(letter("c", ("Havens", "Er is niets.")), dossier="27923", number="7")
    assert cited_and_lacking([one, two]) == ("kst-27923-456", "kst-27923-7", "kst-36200-1")
    assert cited_and_lacking([one, two, own]) == ("kst-27923-456", "kst-36200-1")
    assert cited_and_lacking([replace(one, id="kst-36200-1"), two]) == ("kst-27923-456", "kst-27923-7")
