"""Two letters beside each other, or in one column where it is narrow: sections aligned, words that changed marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tracker.model import Letter
from tracker.views.names import dated, paper, short
from tui import style
from tui.comparison import Comparison, Heading, Pair
from tui.comparison_cache import letter_comparison
from tui.comparison_text import ComparedText
from tui.export import ExportTable
from tui.screens.base import EXPORT_KEYS
from tui.screens.dialogs import Choose
from tui.screens.text_search import SEARCH_KEYS, Searching
from tui.state import ComparedPlace
from tui.view_model import Study
from tui.widgets.page import Page
from tui.widgets.searchbar import SearchBar

SIDE_BY_SIDE = 100
"""Columns from which the letters stand beside each other."""


class CompareScreen(Searching):
    """What changed from one letter to another."""

    NAME = "compare"

    BINDINGS: ClassVar[list[BindingType]] = [
        *SEARCH_KEYS,
        Binding("o", "pick('older')", "older"),
        Binding("w", "pick('newer')", "newer"),
        Binding("right_square_bracket", "section(1)", "next_section"),
        Binding("left_square_bracket", "section(-1)", "previous_section", show=False),
        Binding("s", "sections", "sections"),
        Binding("z", "fold", "fold"),
        Binding("l", "letter", "letter"),
        *EXPORT_KEYS,
    ]

    @dataclass
    class Compared(Message):
        """The comparison is ready."""

        comparison: Comparison

    def __init__(self, older: str = "", newer: str = "", passage: str = "") -> None:
        """Compare two letters, beginning at a passage of one of them."""
        super().__init__()
        self.at = passage
        self.older = older
        self.newer = newer
        self._follows = not older
        """Whether the letters are those of the view: the pair that was chosen last, else the newest."""
        self.folded = True
        self._chooser: Choose | None = None
        """The question for a section, while it is asked."""
        self.comparison: Comparison | None = None
        self.wide = False
        self._painted: tuple[str, str] | None = None
        """The letters whose text is in the page."""
        self._left: ComparedPlace | None = None
        """Where one reads on, until that is shown."""

    def body(self) -> Iterable[Widget]:
        """The names of the letters, and the text of both."""
        yield Static("", markup=False, id="title")
        yield Page(walks=False, id="text")
        yield Static("", markup=False, id="empty")
        yield SearchBar(self.labels)

    @property
    def page(self) -> Page:
        """The text of both."""
        return self.query_one("#text", Page)

    def show_study(self, study: Study | None, /) -> None:
        """Compare the letters that were chosen, or the newest two."""
        ids = [letter.id for letter in study.by_day] if study else []
        self.set_class(len(ids) < 2, "-empty")
        if study is None or len(ids) < 2:
            text = self.or_reading(self.labels("compare.one_letter"))
            self.query_one("#empty", Static).update(style.lines(text))
            return
        before = (self.older, self.newer)
        if self._follows or not set(before) <= set(ids):
            chosen = self.tracker.state.compared
            self.older, self.newer = chosen if len(set(chosen) & set(ids)) == 2 else ids[-2:]
        if before != (self.older, self.newer):
            self.comparison = None
        self.query_one("#title", Static).update(style.faint(self.labels("compare.working")))
        self._compare(study, self.older, self.newer)

    @work(thread=True, exclusive=True, group="compare")
    def _compare(self, study: Study, older: str, newer: str) -> None:
        self.post_message(self.Compared(letter_comparison(study.index, older, newer)))

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        if (message.comparison.older, message.comparison.newer) != (self.older, self.newer):
            return
        self.comparison = message.comparison
        if self._chooser is not None:
            self._chooser.fill(self._sections())
        self._paint()
        self._go_to_passage()
        self.take_focus(self.page)

    def remember(self) -> None:
        """In the view itself, where one is in two letters that are read whole."""
        if self._follows and self._left is None and self.study is not None and not self.study.is_partial:
            self.tracker.state.compared_at = self._place() or self.tracker.state.compared_at

    def _place(self) -> ComparedPlace | None:
        """Where one is in the letters that are compared; None where others are in the page."""
        if self._painted != (self.older, self.newer):
            return None
        return ComparedPlace(*self._painted, *self.page.top(), self.page.key or "", self.folded)

    def _place_before(self) -> ComparedPlace | None:
        """Where one was in these letters last time."""
        kept = self.tracker.state.compared_at if self._follows else None
        return kept if kept and (kept.older, kept.newer) == (self.older, self.newer) else None

    def _read_on(self) -> None:
        left, self._left = self._left, None
        if left is not None:
            self.page.scroll_to_top(left.top, left.lines)

    def _go_to_passage(self) -> None:
        """Begin at the passage that was asked for, unfolding what did not change where it is part of that."""
        parts = self.comparison.parts if self.comparison else ()
        at, self.at = self.at, ""
        part = next((part for part in parts if isinstance(part, Pair) and at in part.key.split("|")), None)
        if part is None or not at:
            return
        if part.same and self.folded:
            self.folded = False
            self._paint()
        self.page.go(part.key)
        self.call_after_refresh(self.page.reveal, part.key)

    def on_resize(self) -> None:
        """Beside each other or below each other, as there is room."""
        if self.wide != (self.size.width >= SIDE_BY_SIDE):
            self._paint()

    def _paint(self) -> None:
        if self.comparison is None or self.study is None or not self.size:
            return
        self._left = left = self._left or self._place() or self._place_before()
        if left is not None and self._painted != (self.older, self.newer):
            self.folded = left.folded
        self.wide = self.size.width >= SIDE_BY_SIDE
        older, newer = (self.study.index.letters[id_] for id_ in (self.older, self.newer))
        self.query_one("#title", Static).update(self._title(older, newer))
        blocks = ComparedText(self.labels).blocks(self.comparison, wide=self.wide, folded=self.folded)
        self.page.set_blocks(list(blocks), at=left.change if left else None)
        self._painted = self.older, self.newer
        self.page.call_after_refresh(self._read_on)
        self.show_count()
        self.refresh_bindings()

    def _title(self, older: Letter, newer: Letter) -> Content:
        changes = self.comparison.changes if self.comparison else 0
        names = [f"{paper(letter)}, {dated(letter)}" for letter in (older, newer)]
        told = self.labels.count("compare.changes", changes)
        return Content.assemble(style.strong(" → ".join(names)), "  ", style.faint(told))

    def action_section(self, direction: int) -> None:
        """Go to the next or previous section."""
        if self.comparison is None:
            return
        heads = [self.page.place(part.key) for part in self.comparison.parts if isinstance(part, Heading)]
        here = self.page.place(self.page.top_key() or "")
        on = [at for at in heads if at > here][:1] if direction > 0 else [at for at in heads if at < here][-1:]
        if on:
            self._go_to(on[0])

    def _go_to(self, place: int) -> None:
        """Show a heading at the top, with the cursor at the first change below it."""
        page = self.page
        key = page.blocks[place].key
        stop = next((at for at in range(place, len(page.blocks)) if page.blocks[at].stop), -1)
        if stop >= 0:
            page.cursor = stop
        self.call_after_refresh(page.reveal, key, before=0)

    @work(group="ask")
    async def action_sections(self) -> None:
        """Choose a section to go to; beside each how many of its passages changed."""
        question, waiting = self.labels("compare.section"), "" if self.comparison else self.labels("compare.waiting")
        self._chooser = Choose(question, self._sections(), labels=self.labels, waiting=waiting)
        chosen = await self.app.push_screen_wait(self._chooser)
        self._chooser = None
        if chosen:
            self._go_to(self.page.place(chosen))

    def _sections(self) -> list[tuple[str, Content]]:
        """The sections that can be gone to, by the keys of their headings."""
        heads = [part for part in (self.comparison.parts if self.comparison else ()) if isinstance(part, Heading)]
        return [(part.key, self._heading_line(part)) for part in heads if part.relation is not None]

    def _heading_line(self, part: Heading) -> Content:
        told = style.relation(part.relation, self.labels) if part.relation else Content("")
        was = style.faint(f"  ({part.old})") if part.old not in {part.new, ""} else Content("")
        return Content.assemble(style.letter_text(part.new or part.old), was if part.new else "", "  ", told)

    def action_fold(self) -> None:
        """Show or fold the passages without a change."""
        self.folded = not self.folded
        self._paint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A passage has its letter, though it is no statement."""
        if action == "letter":
            return self.is_mounted and self.page.key is not None
        return super().check_action(action, parameters)

    def action_letter(self) -> None:
        """Open the letter at the passage that is looked at."""
        old, _, new = (self.page.key or "|").partition("|")
        if new or old:
            self.tracker.open_letter(self.newer if new else self.older, passage=new or old)

    @work(group="ask")
    async def action_pick(self, side: str) -> None:
        """Choose another letter for a side."""
        if self.study is None:
            return
        letters = self.study.index.letters.values()
        answers = [(row.id, style.letter_text(f"{dated(row)}  {short(row)}  {row.title or ''}")) for row in letters]
        question = self.labels(f"compare.pick_{side}")
        chosen = await self.app.push_screen_wait(Choose(question, answers, labels=self.labels))
        if chosen == (self.newer if side == "older" else self.older):
            self.notify(self.labels("compare.same-letter"), severity="warning", markup=False)
        elif chosen:
            two = [chosen, self.newer] if side == "older" else [self.older, chosen]
            self.older, self.newer = sorted(two, key=self.study.index.place.__getitem__)
            if self._follows:
                pair = (self.older, self.newer)
                newest = tuple(letter.id for letter in self.study.by_day[-2:])
                self.tracker.state.compared = () if pair == newest else pair
            self.comparison = None
            self.show_study(self.study)

    def seen(self) -> ExportTable | None:
        """The passages that differ."""
        if self.comparison is None:
            return None
        pairs = [part for part in self.comparison.parts if isinstance(part, Pair) and not part.same]
        heads = [self.labels("compare.older"), self.labels("compare.newer")]
        return ExportTable(
            f"{self.older} → {self.newer}",
            heads,
            [[part.old, part.new] for part in pairs],
            f"{self.older}-{self.newer}",
        )
