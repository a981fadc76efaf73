"""On which lines the keys of a text in TOML stand, found for all of them in one pass."""

from __future__ import annotations

import re
from functools import cached_property

_KEY = re.compile(r"""[ \t]*+(\[\[?)?[ \t]*+(?:"([^"]*+)"|'([^']*+)'|([\w-]++))[ \t]*+[]=.]""")
"""A key with its value, or the heading of a table."""


class KeyLines:
    """The lines of keys, each the first of its name, in a text and in each table of a row of tables in it."""

    def __init__(self, text: str, table: str) -> None:
        """Take the text, and what the tables of the row are called."""
        self.text, self._table = text, table

    def of(self, key: str, number: int | None = None) -> int:
        """The line of a key in the text, or in its `number`th table, else of that table; 0 where neither is found."""
        return self._lines.get((number, key)) or self._lines.get((number, ""), 0)

    @cached_property
    def _lines(self) -> dict[tuple[int | None, str], int]:
        found: dict[tuple[int | None, str], int] = {}
        tables = 0
        for line, words in enumerate(self.text.split("\n"), start=1):
            if (said := _KEY.match(words)) is None:
                continue
            heads, *names = said.groups()
            key = next(filter(None, names), "")
            if heads and key == self._table:
                tables += 1
                found[tables, ""] = line
            elif not heads:
                found.setdefault((tables, key), line)
            found.setdefault((None, key), line)
        return found
