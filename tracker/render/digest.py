"""Sheets in twenty lines for mail or chat: plain text, in which no chat program finds markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.i18n.catalog import gettext
from tracker.text.escape import plain
from tracker.text.excerpt import clipped
from tracker.views.content import SheetContent
from tracker.views.sheet import ReportView, facts
from tracker.views.text_style import GLUE

LINES = 20
"""Lines of a digest at most."""

LONGEST = 240
"""Characters of a line at most."""

_MARKUP = str.maketrans({"*": "·", "_": "-", "~": "-", "`": "'", "<": "‹", ">": "›", "&": "+", "|": "/", "#": "·"})
"""Signs that chat programs take for markup, and what stands for them."""


def write(content: SheetContent) -> str:
    """The digest of all sheets together."""
    heads = [line for sheet in content.sheets for line in (sheet.title, *sheet.sentences)]
    cases = [line for sheet in content.sheets for line in _cases(sheet)]
    room = max(LINES - len(heads), 0)
    shown = cases if len(cases) <= room else cases[: max(room - 1, 0)]
    more = [gettext("sheet.more", number=len(cases) - len(shown))] if len(shown) < len(cases) else []
    lines = [*heads[: LINES - bool(more)], *(f"- {line}" for line in shown), *more]
    return "".join(_line(line) + "\n" for line in lines)


def _cases(sheet: ReportView) -> Sequence[str]:
    """The heaviest cases; of a sheet without them the entries of its blocks, as far as something is the matter."""
    told = [f"{case.title} ({case.thread}): {' · '.join(case.parts)}" for case in sheet.cases]
    return told or list(_entries(sheet))


def _entries(sheet: ReportView) -> Iterator[str]:
    blocks = (block for block in sheet.blocks if not block.brief)
    rows = ((block.heading, row, f" ({row.thread})" if row.thread else "") for block in blocks for row in block.entries)
    return (f"{heading}: {row.title}{thread}: {facts(row)}" for heading, row, thread in rows)


def _line(text: str) -> str:
    return clipped(plain(text).replace(GLUE, " ").translate(_MARKUP), LONGEST)
