"""A letter as blocks: its passages in reading order, its statements marked where they stand."""

from __future__ import annotations

from collections import defaultdict

from textual.content import Content

from tracker.i18n.catalog import score
from tracker.model import Commitment, Letter, Passage, PassageKind, Statement, StatusReport
from tui import style
from tui.labels import Labels
from tui.quotes import deadline_words
from tui.view_model import Study
from tui.widgets.wrapped_text import PageBlock

QUIET = {PassageKind.MASTHEAD, PassageKind.SIGNATURE, PassageKind.FOOTNOTE}
"""Kinds of passages that are painted faint."""


class LetterText:
    """One letter with its statements by passage."""

    def __init__(self, study: Study, letter: Letter, labels: Labels) -> None:
        self.study = study
        self.letter = letter
        self.labels = labels
        self.rows = study.in_order(letter.id)
        self._of: dict[str, list[Statement]] = defaultdict(list)
        for row in self.rows:
            self._of[row.passage].append(row)

    def blocks(self, chosen: str = "") -> list[PageBlock]:
        """Every passage but running heads and page numbers."""
        kept = [passage for passage in self.letter.passages if passage.kind is not PassageKind.FURNITURE]
        return [PageBlock(passage.id, self.passage(passage, chosen)) for passage in kept]

    def passage(self, passage: Passage, chosen: str = "") -> Content:
        """One passage with its statements; the chosen one stands out."""
        text = style.marked(
            passage.text,
            [stretch for row in self._of[passage.id] if (stretch := self._stretch(passage, row, chosen))],
            [(note.offset, note.mark) for note in passage.notes],
        )
        return Content.assemble(self._lead(passage), self._dressed(passage, text), "\n")

    def _stretch(self, passage: Passage, row: Statement, chosen: str) -> style.StyledSpan | None:
        """Where a statement stands in its passage: its quote, else its sentence."""
        for words in (row.quote, row.sentence):
            at = passage.text.find(words)
            if words and at >= 0:
                look = style.statement_style(promise=isinstance(row, Commitment), chosen=row.id == chosen)
                sign = Content.assemble(style.glyph(self.study.step_of(row)), " ")
                return style.StyledSpan(at, at + len(words), look, sign, row.id)
        return None

    def _lead(self, passage: Passage) -> Content:
        """What stands before the text: a bullet, the mark of a footnote, the head of a table's column."""
        if passage.kind is PassageKind.LIST_ITEM:
            return style.faint(f"  {passage.mark or '•'} ")
        if passage.kind is PassageKind.FOOTNOTE:
            return style.faint(f"  {style.raised(passage.mark or '*')} ")
        if passage.kind is PassageKind.TABLE_CELL and passage.column:
            return style.faint(f"▏{passage.column}: ")
        return Content("")

    def _dressed(self, passage: Passage, text: Content) -> Content:
        if passage.kind is PassageKind.HEADING:
            return Content.assemble("\n", text.stylize("bold $primary"))
        if passage.kind in QUIET:
            return text.stylize_before(style.FAINT)
        return text.stylize_before("italic") if passage.kind is PassageKind.QUOTE else text

    def heading_of(self, section: str) -> str | None:
        """The first passage of a section."""
        return next((passage.id for passage in self.letter.passages if passage.section == section), None)

    def facts(self, row: Statement) -> Content:
        """What is known of a statement, and the thread that it belongs to."""
        labels = self.labels
        if isinstance(row, Commitment):
            parts = [labels(f"firmness.{row.firmness}"), labels(f"kind.{row.kind}"), row.actor]
        elif isinstance(row, StatusReport):
            parts = [labels("letter.report"), labels(f"outcome.{row.outcome}")]
        else:
            parts = []
        parts += deadline_words(row, labels)
        parts += [f"{labels.read_by(row.rule)} {score(row.confidence)}"]
        lines = [style.letter_text(" · ".join(parts))]
        thread = self.study.index.thread_of.get(row.id)
        if thread is not None:
            verdict = style.verdict(self.study.by_id[thread.id], labels)
            lines.append(Content.assemble(verdict, "  ", style.strong(thread.title)))
        return Content("\n").join(lines)

    def notes_of(self, passage_id: str) -> Content:
        """The footnotes that a passage refers to."""
        passage = self.study.index.passages[passage_id]
        marks = {note.mark for note in passage.notes}
        found = [row for row in self.letter.passages if row.kind is PassageKind.FOOTNOTE and row.mark in marks]
        return Content("\n").join(style.faint(f"{style.raised(row.mark or '')} {row.text}") for row in found)
