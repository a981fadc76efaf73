"""A long text is cut at the end of a word, and says that it goes on."""

from __future__ import annotations

import pytest

from tracker.text.excerpt import clipped, clipped_apart, excerpt, stands_in, tail

TEXT = "De haven wordt dieper."


@pytest.mark.parametrize(
    ("most", "told"),
    [(22, TEXT), (21, "De haven wordt …"), (14, "De haven wordt …"), (13, "De haven …"), (2, "De …"), (1, "D …")],
)
def test_it_is_cut_between_words(most: int, told: str) -> None:
    assert excerpt(TEXT, most) == told
    assert stands_in(told, f"Wij melden: {TEXT}")


def test_nothing_begins_nothing() -> None:
    assert not stands_in("", TEXT)
    assert not stands_in("De sluis …", TEXT)


@pytest.mark.parametrize(
    ("most", "told"),
    [(22, TEXT), (21, "De haven wordt diepe…"), (10, "De haven…"), (9, "De haven…"), (1, "…")],
)
def test_a_line_is_cut_anywhere_and_marked(most: int, told: str) -> None:
    assert clipped(TEXT, most) == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["haven-2024", "sluis-2025"], ["haven-2…", "sluis-2…"]),
        (["haven-2024", "haven-2025", "sluis-2025", "kade"], ["…en-2024", "…en-2025", "sluis-2…", "kade"]),
        ([], []),
    ],
    ids=["told apart by their beginnings", "alike but for their ends", "none"],
)
def test_lines_that_would_be_cut_alike_have_their_ends(lines: list[str], told: list[str]) -> None:
    assert clipped_apart(lines, 8) == told


@pytest.mark.parametrize(("most", "told"), [(22, TEXT), (21, "… haven wordt dieper."), (8, "… dieper."), (7, "… ")])
def test_the_end_of_a_text_is_cut_between_words(most: int, told: str) -> None:
    assert tail(TEXT, most) == told
