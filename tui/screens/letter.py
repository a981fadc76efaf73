"""A letter: its outline, its text with the statements marked, and what is known of the one that is looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, Tree
from textual.widgets.tree import TreeNode

from tracker.model import Letter, Statement
from tracker.text.escape import plain
from tracker.views.names import dated, paper
from tui import style
from tui.export import ExportTable
from tui.letter_text import LetterText
from tui.screens.base import EXPORT_KEYS
from tui.screens.text_search import SEARCH_KEYS, Searching
from tui.view_model import Study
from tui.widgets.frames import AcrossFrame, DownFrame
from tui.widgets.page import Page
from tui.widgets.searchbar import SearchBar


class LetterScreen(Searching):
    """One letter, or the newest where none is named."""

    NAME = "letters"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "thread", "thread"),
        *SEARCH_KEYS,
        Binding("right_square_bracket", "other(1)", "next_letter"),
        Binding("left_square_bracket", "other(-1)", "previous_letter", show=False),
        Binding("o", "outline", "outline"),
        Binding("y", "copy", "copy"),
        *EXPORT_KEYS,
    ]

    def __init__(self, letter: str = "", ref: str = "", passage: str = "") -> None:
        """Open a letter, at a statement, or at a passage."""
        super().__init__()
        self.letter_id = letter
        self.ref = ref
        self.at = passage
        self.text: LetterText | None = None

    def body(self) -> Iterable[Widget]:
        """Outline, text, facts."""
        with AcrossFrame(id="letter"):
            yield Tree[str]("", id="outline")
            with DownFrame():
                yield Static("", markup=False, id="title")
                yield Page(walks=False, id="text")
                yield Static("", markup=False, id="facts")
        yield Static("", markup=False, id="empty")
        yield SearchBar(self.labels)

    def begin(self) -> None:
        """The outline has no root of its own."""
        tree = self.query_one(Tree)
        tree.show_root = False
        tree.guide_depth = 2
        self.page.focus()

    @property
    def page(self) -> Page:
        """The text."""
        return self.query_one("#text", Page)

    def show_study(self, study: Study | None, /) -> None:
        """Show the letter as it is read now."""
        letters = study.index.letters if study else {}
        wanted = self.letter_id or self.tracker.state.letter
        known = letters.get(self.letter_id) or letters.get(self.tracker.state.letter)
        to_come = study is not None and study.is_partial and wanted
        letter = known or (study.by_day[-1] if study and letters and not to_come else None)
        self.set_class(letter is None, "-empty")
        if study is None or letter is None:
            self.query_one("#empty", Static).update(style.lines(self.or_reading("")))
            return
        self._open(study, letter)

    def remember(self) -> None:
        """The passage at the top."""
        if self.letter_id and (top := self.page.top_key()):
            self.tracker.state.places[self.letter_id] = top

    def _open(self, study: Study, letter: Letter) -> None:
        self.remember()
        self.letter_id = letter.id
        self.tracker.state.letter = letter.id
        self.text = LetterText(study, letter, self.labels)
        rows = [row.id for row in self.text.rows]
        self.ref = self.ref if self.ref in rows else ""
        label = "letter.counted_unread" if study.is_unread else "letter.counted"
        counted = self.labels(label, sections=len(letter.sections), statements=len(rows))
        head = Content.assemble(
            style.strong(letter.title or paper(letter)),
            "\n",
            style.faint(f"{paper(letter)} · {dated(letter)} · {counted}"),
        )
        self.query_one("#title", Static).update(head)
        self.page.set_blocks(self.text.blocks(self.ref))
        self._outline(letter)
        self._look_at(self.ref)
        if not self.ref:
            place, before = (self.at, 2) if self.at else (self.tracker.state.places.get(letter.id, ""), 0)
            self.at = ""
            self.call_after_refresh(partial(self.page.reveal, place, before=before))

    def _outline(self, letter: Letter) -> None:
        """The sections as a tree; a chosen one is gone to."""
        tree = self.query_one("#outline", Tree)
        tree.clear()
        nodes: dict[str | None, TreeNode[str]] = {None: tree.root}
        for section in letter.sections:
            parent = nodes.get(section.parent, tree.root)
            heading = Text(plain(section.heading), no_wrap=True, overflow="ellipsis")
            nodes[section.id] = parent.add(heading, data=section.id, expand=True)
        for node in nodes.values():
            node.allow_expand = bool(node.children)
        tree.root.expand()

    def _look_at(self, ref: str) -> None:
        """Make a statement the one that is looked at."""
        before, self.ref = self.ref, ref
        if self.text is None or self.study is None:
            return
        for one in {before, ref} - {""}:
            passage = self.study.index.passages[self.study.index.statements[one].passage]
            self.page.change(passage.id, self.text.passage(passage, ref))
        facts = self.query_one("#facts", Static)
        if ref:
            row = self.study.index.statements[ref]
            self.call_after_refresh(self.page.reveal, row.passage)
            notes = self.text.notes_of(row.passage)
            facts.update(Content("\n").join([self.text.facts(row), *([notes] if notes else [])]))
        else:
            facts.update(style.faint(self.labels("letter.hint")))
        self.refresh_bindings()

    def step(self, direction: int, /) -> None:
        """The next or previous statement, from the one that is looked at or else from the top of the view."""
        if self.text is None or self.study is None or not self.text.rows:
            return
        refs = [row.id for row in self.text.rows]
        if self.ref in refs:
            at = refs.index(self.ref) + direction
        else:
            top = self.page.place(self.page.top_key() or "")
            places = [self.page.place(row.passage) for row in self.text.rows]
            at = bisect_right(places, top - 1) if direction > 0 else bisect_right(places, top) - 1
        if 0 <= at < len(refs):
            self._look_at(refs[at])

    def statement(self) -> Statement | None:
        """The statement that is looked at."""
        return self.study.index.statements.get(self.ref) if self.study and self.ref else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a statement has a thread."""
        if action == "thread":
            return self.study is not None and self.ref in self.study.index.thread_of
        return super().check_action(action, parameters)

    def action_thread(self) -> None:
        """Open the thread of the statement."""
        thread = self.study.index.thread_of.get(self.ref) if self.study else None
        if thread is not None:
            self.tracker.open_thread(thread.id)

    def action_other(self, step: int) -> None:
        """Open the next or previous letter of the series."""
        if self.study is None:
            return
        letters = list(self.study.index.letters.values())
        at = self.study.index.place[self.letter_id] + step
        if 0 <= at < len(letters):
            self.ref = self.at = ""
            self._open(self.study, letters[at])

    def action_outline(self) -> None:
        """Go to the outline, showing it where it was hidden; from it back to the text."""
        tree = self.query_one("#outline", Tree)
        if tree.has_focus:
            self.remove_class("-outlined")
            self.page.focus()
        else:
            self.add_class("-outlined")
            tree.focus()

    @on(Tree.NodeSelected, "#outline")
    def _section(self, event: Tree.NodeSelected[str]) -> None:
        passage = self.text.heading_of(event.node.data) if self.text and event.node.data else None
        if passage:
            self.page.reveal(passage)
        self.remove_class("-outlined")
        self.page.focus()

    @on(Page.Clicked, "#text")
    def _clicked(self, event: Page.Clicked) -> None:
        if event.ref == self.ref:
            self.action_thread()
        else:
            self._look_at(event.ref)

    def seen(self) -> ExportTable | None:
        """The statements of the letter."""
        if self.text is None or self.study is None:
            return None
        rows = [
            [self.labels(f"status.{self.study.step_of(row)}"), row.quote, self.cited(row)] for row in self.text.rows
        ]
        heads = [self.labels(f"columns.{name}") for name in ("status", "quote", "place")]
        return ExportTable(self.text.letter.title or paper(self.text.letter), heads, rows, paper(self.text.letter))
