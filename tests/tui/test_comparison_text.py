"""A comparison in blocks: folded where nothing changed, in two columns where there is room."""

from __future__ import annotations

import pytest

from tests.ledgers import SMALL
from tracker.ledger.queries import Index
from tui.comparison import Pair, compare_letters
from tui.comparison_text import ComparedText
from tui.labels import Labels

OLDER, NEWER = (letter.id for letter in SMALL.letters[-2:])


@pytest.mark.parametrize("wide", [True, False])
def test_what_changed_stands_in_both_columns_or_below_each_other(wide: bool) -> None:
    comparison = compare_letters(Index(SMALL), OLDER, NEWER)
    blocks = list(ComparedText(Labels("en")).blocks(comparison, wide=wide, folded=False))
    assert [block.key for block in blocks] == [part.key for part in comparison.parts]
    differing = {part.key for part in comparison.parts if isinstance(part, Pair) and not part.same}
    assert {block.key for block in blocks if block.stop} == differing
    assert all((block.right is not None) == wide for block in blocks if block.stop)


def test_a_run_without_a_change_is_one_block_while_folded() -> None:
    comparison = compare_letters(Index(SMALL), NEWER, NEWER)
    blocks = list(ComparedText(Labels("en")).blocks(comparison, wide=False, folded=True))
    assert not any(block.stop for block in blocks)
    assert len(blocks) < len(comparison.parts) or not any(isinstance(part, Pair) for part in comparison.parts)
