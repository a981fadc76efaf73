"""Which other thread is the same promise: the likeliest first, narrowed by all that a thread says."""

from __future__ import annotations

from textual.content import Content

from tui import style
from tui.labels import Labels
from tui.screens.dialogs import Choose
from tui.similar_threads import by_likeness
from tui.view_model import Study


class SamePromise(Choose):
    """One of the other threads; gives its id."""

    def __init__(self, study: Study, thread: str, labels: Labels) -> None:
        others = by_likeness(study, thread)
        lines = [
            Content.assemble(style.glyph(entry.thread.status), " ", style.letter_text(entry.thread.title))
            for entry in others
        ]
        answers = [(entry.id, line) for entry, line in zip(others, lines, strict=True)]
        texts = {entry.id: entry.text for entry in others}
        super().__init__(labels("ruling.join"), answers, labels=labels, texts=texts)
