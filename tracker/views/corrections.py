"""What a corrected version of a letter says otherwise than the version before it, as a block of a sheet."""

from __future__ import annotations

from tracker.alignment import align, align_passages
from tracker.i18n.catalog import gettext
from tracker.language.figures import figure_pattern
from tracker.model import EditKind, Letter, Passage
from tracker.text.word_diff import word_edits
from tracker.views.sheet import ThreadEntry, ViewBlock, ViewNote, edit_note

SHOWN = 40
"""Passages shown with their changes; a letter that differs more is another letter."""


def corrections(old: Letter, new: Letter) -> ViewBlock:
    """The passages that differ between two versions of one letter, in the order of the newer."""
    pairs = align_passages(old, new, align(old, new))
    olds = {passage.id: passage for passage in old.passages}
    news = {passage.id: passage for passage in new.passages}
    sides = ((olds.get(pair.from_ or ""), news.get(pair.to or "")) for pair in pairs)
    changed = [(was, now) for was, now in sides if (was.text if was else "") != (now.text if now else "")]
    return ViewBlock("corrected", gettext("new-letter.corrected"), tuple(_entry(*pair) for pair in changed[:SHOWN]))


def _entry(was: Passage | None, now: Passage | None) -> ThreadEntry:
    """One passage: its word edits, or both texts where they have nothing in common."""
    place = now or was
    title = gettext("statement.line", number=str(place.line)) if place else ""
    if was and now:
        edits = word_edits(was.text, now.text, figure_pattern())
        if any(edit.kind is EditKind.EQUAL for edit in edits):
            return ThreadEntry(title=title, notes=(edit_note(edits),))
    texts = [ViewNote(lead, passage.text) for lead, passage in (("was", was), ("now", now)) if passage]
    return ThreadEntry(title=title, notes=tuple(texts))
