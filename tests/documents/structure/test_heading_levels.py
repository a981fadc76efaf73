"""How deep each heading lies."""

import pytest

from tracker.documents.structure.heading_levels import DEEPEST, Title, levels_of


@pytest.mark.parametrize(
    ("texts", "levels"),
    [
        ([], []),
        (["Inleiding", "Haven"], [1, 1]),
        (["1. Haven", "1.1 Kade", "2. Sluis"], [1, 2, 1]),
        (["1. Haven", "1.1 Kade", "1.1.1 Steen", "1.2 Paal"], [1, 2, 3, 2]),
        (["A. Water", "1. Haven", "2. Sluis", "B. Land"], [1, 1, 1, 1]),
        (["1. Haven", "Kade", "2. Sluis"], [1, 2, 1]),
    ],
)
def test_by_their_numbers(texts, levels):
    assert levels_of([Title(text) for text in texts]) == levels


def test_none_lies_more_than_one_below_the_one_before():
    assert levels_of([Title("Een", given=1), Title("Twee", given=5)]) == [1, 2]


def test_an_annex_counts_anew():
    titles = [Title("I. Haven"), Title("II. Sluis"), Title("I. Kade", part=1)]
    assert levels_of(titles)[-1] == levels_of(titles[-1:])[0]


@pytest.mark.parametrize(("tight", "level"), [(True, 2), (False, 1)])
def test_in_an_annex_a_heading_right_above_its_text_is_lower(tight, level):
    assert levels_of([Title("Bijlage", part=1), Title("Kade", tight=tight, part=1)])[-1] == level


def test_none_lies_below_the_deepest():
    titles = [Title(".".join("1" * (at + 1)) + " Kade") for at in range(20)]
    assert levels_of(titles)[DEEPEST - 2 :] == [DEEPEST - 1, *[DEEPEST] * (20 - DEEPEST + 1)]
