"""Marks that stand in a box of their own."""

from __future__ import annotations

import pytest

from tracker.documents import read_letter

_TEXT = "<p>Met deze brief informeer ik uw Kamer over de brug.</p>"


def _read(body: str) -> list[tuple[str, str | None, str]]:
    letter = read_letter("x.html", f"<html><body>{_TEXT}{body}</body></html>".encode())
    return [(one.kind.value, one.mark, one.text) for one in letter.passages[1:]]


@pytest.mark.parametrize("mark", ["a)", "1.", "(b)", "iv.", "•", "3)"])
def test_a_lone_mark_is_that_of_the_text_below(mark: str) -> None:
    """Pages that print mark and text in two boxes have items too."""
    assert _read(f"<div>{mark}</div><div>de brug wordt in 2031 hersteld;</div>") == [
        ("list_item", mark, "de brug wordt in 2031 hersteld;")
    ]


def test_a_numbered_title_stays_a_title() -> None:
    """The number before a heading that the format shows is not the mark of an item."""
    assert ("heading", None, "De brug") in _read(f"<div>1.</div><h2>De brug</h2>{_TEXT}")


@pytest.mark.parametrize("body", ["<div>a)</div><div>b)</div>", "<div>a)</div>", "<div>1.</div><div>12.5</div>"])
def test_marks_without_words_stay_what_they_are(body: str) -> None:
    """Nothing is an item that says nothing."""
    assert all(mark is None for _, mark, _ in _read(body))
