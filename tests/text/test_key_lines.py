"""On which lines the keys of a text in TOML stand."""

from __future__ import annotations

import pytest

from tracker.text.key_lines import KeyLines

TEXT = """title = "x"
[[ letter ]]
path = "a"

[[letter]]
"number" = 3
path = "b"
[source]
feed = 1
a.b = 2
"""


@pytest.mark.parametrize(
    ("key", "number", "line"),
    [
        pytest.param("title", None, 1, id="before the tables"),
        pytest.param("path", None, 3, id="the first of its name"),
        pytest.param("path", 2, 7, id="of the second table"),
        pytest.param("number", 2, 6, id="in quotes"),
        pytest.param("number", 1, 2, id="a table that lacks it"),
        pytest.param("source", None, 8, id="another table"),
        pytest.param("a", None, 10, id="in parts"),
        pytest.param("path", 3, 0, id="no such table"),
        pytest.param("nothing", None, 0, id="nowhere"),
    ],
)
def test_a_key_is_found_where_it_stands(key: str, number: int | None, line: int) -> None:
    assert KeyLines(TEXT, "letter").of(key, number) == line
