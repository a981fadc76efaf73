"""Where rulings stand: git merges those of two branches by itself, in nearly all cases."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.benchmarks.bench_rulings import conflicts
from tracker.decisions.file_order import EMPTY, inserted, is_ours, number_of, place_of
from tracker.decisions.toml_text import added


@pytest.mark.parametrize("number", [0, 5, 20])
def test_git_merges_a_ruling_of_each_of_two_branches(number: int, tmp_path: Path) -> None:
    assert conflicts(tmp_path, added, number, 20, Random(number)) <= 2  # noqa: S311 - the same each time


def head(key: str) -> str:
    """A ruling on a quote of this hash."""
    return f'[[decision]]\nquotes = [\n    {{hash = "{key}"}},\n]\n'


def test_it_stands_before_the_next_hash_with_the_remark_on_that() -> None:
    text = f"# head\n\n{head('bbbbbbbb')}\n# on the next\n{head('dddddddd')}"
    for key, before in (("aaaaaaaa", "bbbbbbbb"), ("bbbbbbbb", "# on the next"), ("cccccccc", "# on the next")):
        changed = inserted(text, place_of(text, key, 2), head(key))
        assert changed.index(before) > changed.rindex(key) or key == before
        assert number_of(changed) == 3
    assert place_of(text, "dddddddd", 2) == len(text)


def test_it_stands_below_its_mark() -> None:
    for key, mark in (("00000000", "# 08"), ("0fffffff", "# 10"), ("80123456", "# 88")):
        assert EMPTY[place_of(EMPTY, key, 0) :].startswith(f"{mark}\n")
    assert place_of(EMPTY, "ffffffff", 0) == len(EMPTY)
    assert all(map(is_ours, filter(None, EMPTY.splitlines())))


@pytest.mark.parametrize("text", [head("bbbbbbbb").replace("[[d", "[[ d"), f'a = """\n{head("bbbbbbbb")}"""\n'])
def test_what_stands_in_another_layout_is_not_looked_into(text: str) -> None:
    assert place_of(text, "aaaaaaaa", 1) == len(text)
