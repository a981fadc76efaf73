"""How a text face writes: the width it has, whether it may use colour, and wrapping and clipping by it.

Colour never carries a meaning alone: every status, edit and heading is also told by a word or a sign.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable

import click
from msgspec import Struct

from tracker.model import Edit, EditKind
from tracker.text.escape import plain
from tracker.text.excerpt import clipped
from tracker.text.word_diff import middle_cut
from tracker.views import colours

NARROW, WIDE, PIPE = 40, 140, 100
"""Columns: nothing is laid out narrower or wider than the first two; a pipe without COLUMNS gets the third."""

GLUE = "\N{NO-BREAK SPACE}"
"""A space at which no line is folded; it is printed as an ordinary one."""

BLANK = "\N{OPEN BOX}"
"""What an edit of white space alone shows."""

CONTEXT = 8
"""Words kept on either side of an edit when the text between two edits is long."""

MARKED = re.compile(r"\[-.*?-\]|\{\+.*?\+\}", re.DOTALL)


class TextStyle(Struct, frozen=True):
    """The width in columns and the right to use colour."""

    width: int = PIPE
    colour: bool = False

    def bold(self, text: str) -> str:
        """A heading."""
        return click.style(text, bold=True) if self.colour else text

    def faint(self, text: str) -> str:
        """What a reader may skip."""
        return click.style(text, dim=True) if self.colour else text

    def kind(self, text: str, status: str) -> str:
        """Text in the colour of a status or step."""
        return click.style(text, fg=colours.terminal(status)) if self.colour else text

    def gone(self, text: str) -> str:
        """Text that only the older letter has."""
        return click.style(text, fg="red") if self.colour else text

    def came(self, text: str) -> str:
        """Text that only the newer letter has."""
        return click.style(text, fg="green") if self.colour else text

    def clip(self, text: str, width: int) -> str:
        """One harmless line of at most `width` columns, with "…" where it was cut."""
        return clipped(plain(text).replace(GLUE, " "), width)

    def wrap(self, text: str, indent: int, *, lines: int | None = None) -> str:
        """Harmless text folded to the width at `indent` columns, cut with "…" after `lines` lines."""
        margin = " " * indent
        room = max(self.width - indent, 20) + indent
        folded = textwrap.fill(
            plain(text),
            width=room,
            initial_indent=margin,
            subsequent_indent=margin,
            max_lines=lines,
            placeholder=" …",
            break_on_hyphens=False,
        )
        return folded.replace(GLUE, " ")

    def spread(self, left: str, right: str, indent: int = 2) -> str:
        """A headline: bold on the left, clipped to leave room for what stands faint at the right edge."""
        room = self.width - len(right) - indent - 2
        title = self.clip(left, room)
        return f"{' ' * indent}{self.bold(title)}{' ' * (room - len(title) + 2)}{self.faint(right)}"

    def edits(self, edits: Iterable[Edit], indent: int) -> str:
        """Word edits in running text: [-old-]{+new+}, coloured too where colour is allowed."""
        folded = self.wrap(in_marks(edits), indent)
        return MARKED.sub(_coloured, folded) if self.colour else folded


def in_marks(edits: Iterable[Edit]) -> str:
    """Word edits as one text without colour."""
    return "".join(map(_marked, shortened(edits)))


def shortened(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Word edits with each long stretch that both texts share cut in the middle."""
    return tuple(
        Edit(edit.kind, middle_cut(edit.text, CONTEXT)) if edit.kind is EditKind.EQUAL else edit for edit in edits
    )


def _marked(edit: Edit) -> str:
    """An edit in its marks, its outer white space outside them; white space alone as a sign that is seen."""
    if edit.kind is EditKind.EQUAL:
        return edit.text
    first, last = ("[-", "-]") if edit.kind is EditKind.DELETE else ("{+", "+}")
    core = edit.text.strip()
    if not core:
        return f"{first}{BLANK}{last}"
    before, _, after = edit.text.partition(core)
    return f"{before}{first}{core}{last}{after}"


def _coloured(match: re.Match[str]) -> str:
    return click.style(match.group(), fg="red" if match.group().startswith("[") else "green")


def pen() -> TextStyle:
    """The pen for standard output as it is: terminal or pipe, with NO_COLOR, FORCE_COLOR, TERM and COLUMNS honoured."""
    width = shutil.get_terminal_size((PIPE, 24)).columns
    return TextStyle(width=min(max(width, NARROW), WIDE), colour=_may_colour())


def _may_colour() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
