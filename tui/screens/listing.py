"""What screens that are one list share: groups of rows with headings, and below them what the row says in full."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tracker.text.normalize import searchable
from tui import style
from tui.export import ExportTable
from tui.screens.text_search import SearchingRows
from tui.view_model import Study
from tui.widgets.frames import PlainFrame
from tui.widgets.rows import Column, Rows
from tui.widgets.searchbar import SearchBar
from tui.widgets.static_text import show_words

Listed = TypeVar("Listed")


class RowGroup(NamedTuple, Generic[Listed]):
    """Rows under a heading, which may be made when it is seen, by the key that each has of its own."""

    heading: str | Callable[[], str]
    items: Mapping[str, Listed]


class ListScreen(SearchingRows, Generic[Listed]):
    """A list of one kind of thing."""

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[str, Listed] = {}
        self.headings: dict[str, str | Callable[[], str]] = {}

    def body(self) -> Iterable[Widget]:
        """What it is about, the list, what its row says."""
        yield Static("", markup=False, id="title")
        with PlainFrame(id="split"):
            yield Rows(id="list")
            yield Static("", markup=False, id="full")
        yield Static("", markup=False, id="empty")
        yield SearchBar(self.labels)

    def begin(self) -> None:
        """Begin with the list."""
        self.query_one(Rows).focus()

    @abstractmethod
    def columns(self) -> Sequence[Column]:
        """The columns of the list."""

    @abstractmethod
    def groups(self, study: Study, /) -> Iterable[RowGroup[Listed]]:
        """What is listed; groups without rows are left out, and a heading "" is not shown."""

    @abstractmethod
    def cells(self, item: Listed, /) -> Sequence[Content]:
        """A row."""

    def full(self, item: Listed, /) -> Content:  # noqa: ARG002 - for those who override it
        """What a row says in full."""
        return Content("")

    def about(self, study: Study, /) -> Content:  # noqa: ARG002 - for those who override it
        """What stands above the list."""
        return Content("")

    def open(self, item: Listed, /) -> None:
        """Enter on a row."""

    def nothing(self) -> str:
        """What to say where nothing is listed."""
        return self.labels(f"empty.{self.NAME}")

    def show_study(self, study: Study | None, /) -> None:
        """List what the study has, with the cursor where it was."""
        keys: list[str] = []
        places: set[int] = set()
        self.items, self.headings = {}, {}
        for number, group in enumerate(self.groups(study) if study else ()):
            if group.items and group.heading:
                self.headings[f"heading {number}"] = group.heading
                places.add(len(keys))
                keys.append(f"heading {number}")
            self.items.update(group.items)
            keys += group.items
        about = self.about(study) if study else Content("")
        show_words(self.query_one("#title", Static), about)
        self.set_class(not about.plain, "-untitled")
        self.set_class(not self.items, "-empty")
        text = self.or_reading(self.nothing() if study else "")
        show_words(self.query_one("#empty", Static), style.lines(text))
        if not self.items:
            show_words(self.query_one("#full", Static), Content(""))
        self.query_one(Rows).set_rows(self.columns(), keys, self._drawn, frozenset(places), self._told_by)
        self.refresh_bindings()

    def _drawn(self, key: str) -> Sequence[Content]:
        heading = self.headings.get(key)
        if heading is None:
            return self.cells(self.items[key])
        return [style.strong(heading if isinstance(heading, str) else heading())]

    def _told_by(self, key: str) -> str:
        """All that a row says, also in full."""
        item = self.items[key]
        return searchable(" ".join((*(cell.plain for cell in self.cells(item)), self.full(item).plain)))

    @property
    def item(self) -> Listed | None:
        """The row under the cursor."""
        return self.items.get(self.query_one(Rows).key or "") if self.is_mounted else None

    @on(Rows.Moved, "#list")
    def _moved(self) -> None:
        if self.item is not None:
            show_words(self.query_one("#full", Static), self.full(self.item))
        self.refresh_bindings()

    @on(Rows.Chosen, "#list")
    def _chosen(self) -> None:
        if self.item is not None:
            self.open(self.item)

    def seen(self) -> ExportTable | None:
        """The rows, each with what it says in full."""
        rows = self.query_one(Rows)
        heads = [*(column.head for column in rows.columns), ""]
        found = [self.items[key] for key in rows.keys if key in self.items]
        cells = [[*(cell.plain for cell in self.cells(item)), self.full(item).plain] for item in found]
        return ExportTable(self.labels(f"views.{self.NAME}"), heads, cells)
