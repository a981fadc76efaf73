"""Sentences that something stands in the middle of are whole, and what is whole itself is joined to nothing."""

from __future__ import annotations

import pytest

from tests.documents.raw_pdf import raw_pdf, words
from tracker.documents import read_letter

_TOP = [
    "Met deze brief informeren wij u over de bouw van de brug over de rivier, die dit jaar",
    "is begonnen. De uitkomsten van het onderzoek naar de draagkracht sturen wij u in de",
]
_LOW = [
    "loop van het najaar van 2031 toe, samen met de rekening van de bouw en het oordeel van",
    "de aannemer over de planken.",
]
_BOX = ["De rekening bedraagt drie miljoen euro, waarvan de helft door de provincie wordt", "betaald."]
_WHOLE = "sturen wij u in de loop van het najaar van 2031 toe"


def _passages(between: list[str], low: list[str] = _LOW, size: float = 9) -> list[str]:
    printed = words(_TOP, top=760) + words(between, top=690, size=size) + words(low, top=600)
    return [passage.text for passage in read_letter("x.pdf", raw_pdf(printed)).passages]


@pytest.mark.parametrize(
    ("between", "low"),
    [
        (_BOX, ["De rest volgt in het najaar van 2031, samen met de rekening van de bouw en het oordeel."]),
        (["en de rekening, die"], _LOW),
        (_BOX, ["a) de rekening van de bouw en het oordeel van de aannemer over de planken van de brug;"]),
    ],
)
def test_what_begins_by_itself_is_no_rest(between: list[str], low: list[str]) -> None:
    """A paragraph with a capital, an item, and what stands below text that breaks off too, go on with nothing."""
    found = _passages(between, low)
    assert not any("sturen wij u in de loop" in text or "sturen wij u in de a)" in text for text in found)
    assert not any("in de De rest" in text for text in found)


@pytest.mark.parametrize("between", [["Figuur 1: De brug"], _BOX, ["Kader 1", *_BOX]])
def test_a_sentence_around_a_figure_or_a_box_is_whole(between: list[str]) -> None:
    found = _passages(between)
    assert any(_WHOLE in text for text in found)
    assert any(between[-1] in text and _WHOLE not in text for text in found)


def test_a_day_may_go_on_with_a_sentence() -> None:
    """A figure goes on where the word before the figure wants something."""
    top = [_TOP[0], "is begonnen. De uitkomsten van het onderzoek naar de draagkracht komen er voor"]
    low = ["1 mei 2031, samen met de rekening van de bouw en het oordeel van de aannemer erover."]
    printed = words(top, top=760) + words(["Figuur 1: De brug"], top=690, size=9) + words(low, top=600)
    found = [passage.text for passage in read_letter("x.pdf", raw_pdf(printed)).passages]
    assert any("komen er voor 1 mei 2031, samen" in text for text in found)


def test_a_paragraph_that_ends_takes_nothing() -> None:
    top = [_TOP[0], "is begonnen. Het werk verloopt goed en de aannemer is tevreden over de planken."]
    printed = words(top, top=760) + words(["Figuur 1: De brug"], top=690, size=9) + words(_LOW, top=600)
    found = [passage.text for passage in read_letter("x.pdf", raw_pdf(printed)).passages]
    assert any(text.endswith("over de planken.") and "loop van" not in text for text in found)


@pytest.mark.parametrize(
    ("last", "low", "joined"),
    [
        ("in de", "Van Brienenoordbrug toe, samen met de rekening van de bouw en het oordeel", True),
        ("in de", "Rekenkamer Oost is akkoord met de rekening van de bouw en het oordeel.", True),
        ("in de", "Daarnaast volgt de rekening van de bouw en het oordeel van de aannemer.", False),
        ("samen", "Van Brienenoordbrug toe, samen met de rekening van de bouw en het oordeel", False),
    ],
)
def test_a_name_goes_on_with_a_sentence_that_wants_a_word(last: str, low: str, joined: bool) -> None:
    top = [_TOP[0], f"is begonnen. De uitkomsten van het onderzoek naar de draagkracht sturen wij u {last}"]
    printed = words(top, top=760) + words(["Kader 1", *_BOX], top=690, size=9) + words([low], top=600)
    found = [passage.text for passage in read_letter("x.pdf", raw_pdf(printed)).passages]
    assert any(f"{last} {low}" in text for text in found) == joined
