"""Two letters in blocks, beside each other or in one column: what a comparison found, painted."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from textual.content import Content

from tracker.model import EditKind
from tui import style
from tui.comparison import Comparison, Heading, Pair
from tui.labels import Labels
from tui.widgets.wrapped_text import PageBlock


class ComparedText:
    """A comparison in the words of a language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels

    def blocks(self, comparison: Comparison, *, wide: bool, folded: bool) -> Iterable[PageBlock]:
        """Headings and pairs; runs of passages without a change in one line while they are folded."""
        for quiet, run in groupby(comparison.parts, lambda part: isinstance(part, Pair) and part.same):
            parts = list(run)
            if quiet and folded:
                yield PageBlock(
                    f"same {parts[0].key}", style.faint(self.labels("compare.same", number=len(parts)) + "\n")
                )
                continue
            for part in parts:
                yield self._heading(part, wide=wide) if isinstance(part, Heading) else self._pair(part, wide=wide)

    def _heading(self, part: Heading, *, wide: bool) -> PageBlock:
        if part.relation is None:
            notes = style.letter_text(self.labels("compare.notes"), "bold $primary")
            return PageBlock(part.key, Content.assemble("\n", notes, "\n"))
        told = style.relation(part.relation, self.labels)
        old, new = (style.letter_text(text, "bold $primary") for text in (part.old, part.new))
        if wide:
            return PageBlock(
                part.key, Content.assemble("\n", old, "\n"), right=Content.assemble("\n", new, "  ", told, "\n")
            )
        was = [style.faint(self.labels("compare.was", heading=part.old))] if part.old not in {part.new, ""} else []
        head = Content.assemble("\n", new if part.new else old, "  ", told)
        return PageBlock(part.key, Content.assemble(Content("\n").join([head, *was]), "\n"))

    def _pair(self, part: Pair, *, wide: bool) -> PageBlock:
        moved = style.faint(self.labels("compare.moved", heading=part.moved_from)) if part.moved_from else None
        note = style.faint(self.labels("compare.akin")) if part.akin else moved
        lead = Content.assemble(note, "\n") if note else Content("")
        if wide:
            left, right = self._sides(part)
            return PageBlock(part.key, Content.assemble(left, "\n"), not part.same, Content.assemble(lead, right, "\n"))
        return PageBlock(part.key, Content.assemble(lead, self._unified(part), "\n"), not part.same)

    def _sides(self, part: Pair) -> tuple[Content, Content]:
        """What each letter has, the words of its own marked."""
        if part.same:
            return style.faint(part.old), style.faint(part.new)
        if part.edits:
            return style.side(part.edits, EditKind.DELETE), style.side(part.edits, EditKind.INSERT)
        left = style.gone(part.old) if part.old else style.absence_sign()
        return left, style.came(part.new) if part.new else style.absence_sign()

    def _unified(self, part: Pair) -> Content:
        if part.same:
            return style.faint(part.new)
        if part.edits:
            return style.edits(part.edits, whole=True)
        sides = [side(text) for side, text in ((style.gone, part.old), (style.came, part.new)) if text]
        return Content("\n").join(sides)
