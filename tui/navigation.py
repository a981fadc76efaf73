"""The app as one goes through it: from view to view, to the pages on top of them, and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual.screen import Screen

from tui.lazy_modules import loaded
from tui.pages import PageStack
from tui.scope_app import ScopingApp
from tui.screens.base import StudyScreen
from tui.screens.overview import OverviewScreen
from tui.state import State
from tui.study_loader import Scope


def _screen(module: str, name: str) -> Callable[[], Screen[Any]]:
    """A view that is imported when it is first gone to."""

    def made() -> Screen[Any]:
        screen: Screen[Any] = getattr(loaded(f"tui.screens.{module}"), name)()
        return screen

    return made


class NavigationApp(ScopingApp):
    """An app of views with pages on top."""

    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "overview": OverviewScreen,
        "deadlines": _screen("deadlines", "DeadlinesScreen"),
        "compare": _screen("compare", "CompareScreen"),
        "letters": _screen("letter", "LetterScreen"),
        "review": _screen("review", "ReviewScreen"),
        "news": _screen("news", "NewsScreen"),
        "counts": _screen("counts", "CountsScreen"),
        "rulings": _screen("rulings", "RulingsScreen"),
        "troubles": _screen("problems", "ProblemsScreen"),
        "search": _screen("search", "SearchScreen"),
    }
    DEFAULT_MODE = "overview"

    state: State

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.trail: list[str] = []
        """The views that back goes to, the last one last."""
        self.pages = PageStack(self)
        self._filtered: tuple[str, str, str] | None = None
        """The view that asked for a filter, that filter, and the one that it took the place of."""

    def go(self, view: str) -> None:
        """Show one of the views, with nothing on top of it."""
        self._filtered = None
        if view != self.current_mode:
            if view == "counts" and isinstance(self.screen, StudyScreen):
                self.state.counting = self.screen.filter_to_count()
            self.trail = [*(seen for seen in self.trail if seen != view), self.current_mode]
        self._show(view)
        self.pages.clear()

    def back(self) -> None:
        """Go back to what was seen before: below this screen, else in the view before; stop the first reading.

        A screen that has nothing to show but how far that reading is stops it at once.
        """
        if self.working and (self.study is None or (self.study.is_partial and self.screen.has_class("-empty"))):
            self.stop_reading()
            return
        if self.pages.back():
            return
        if self.trail:
            self._show(self.trail.pop())
        elif self.current_mode != self.DEFAULT_MODE:
            self._show(self.DEFAULT_MODE)
        elif self.working and self.study is not None and self.study.is_partial:
            self.stop_reading()

    def _show(self, view: str) -> None:
        self.state.view = view
        if view != self.current_mode:
            self.switch_mode(view)

    def action_go(self, view: str) -> None:
        """Show one of the views; in that of words in all letters one types at once."""
        self.go(view)
        if isinstance(self.screen, StudyScreen):
            self.screen.come_to()
        if view == "search" and isinstance(self.screen, StudyScreen) and self.screen.is_mounted:
            self.screen.call_later(self.screen.run_action, "words")

    def nothing_to_search(self) -> None:
        """Say that there is nothing to look through here, and how to go on."""
        self.notify(self.labels("search.nowhere"), markup=False)

    def open_thread(self, thread: str) -> None:
        """Show a thread on top of what is seen."""
        loaded("tui.screens.thread")
        from tui.screens.thread import ThreadScreen

        if self.study is not None and thread in self.study.index.threads:
            self.pages.show(partial(ThreadScreen, self.study.index.threads[thread]))

    def open_again(self, view: str, thread: str, at: str, below: str = "0", words: str = "") -> None:
        """Show a thread as it was left, where nothing stands on top of a view and that view is seen.

        At a stop of its page, so many lines below that, with words that were looked for.
        """
        loaded("tui.screens.thread")
        from tui.screens.thread import ThreadScreen

        seen = view == self.current_mode and len(self.screen_stack) == 1
        if seen and self.study is not None and thread in self.study.index.threads:
            lines = int(below) if below.lstrip("-").isdecimal() else 0
            self.pages.show(partial(ThreadScreen, self.study.index.threads[thread], at, lines, words))

    def open_letter(self, letter: str, ref: str = "", passage: str = "") -> None:
        """Show a letter on top of what is seen, at a statement or passage."""
        loaded("tui.screens.letter")
        from tui.screens.letter import LetterScreen

        self.pages.show(partial(LetterScreen, letter, ref, passage))

    def open_comparison(self, older: str, newer: str, passage: str = "") -> None:
        """Show two letters on top of what is seen, at a passage of one of them."""
        loaded("tui.screens.compare")
        from tui.screens.compare import CompareScreen

        self.pages.show(partial(CompareScreen, older, newer, passage))

    def show_filtered(self, text: str) -> None:
        """Show the overview with a filter, until one goes back to the view that asked for it."""
        asked = self.current_mode, text, self.state.filter
        self._filter(text)
        self.go("overview")
        self._filtered = asked

    def back_from_filtered(self) -> bool:
        """Go back to the view that asked for the filter, with the one before it, where nothing else was asked since."""
        view, text, before = self._filtered or ("", "", "")
        if not view or self.state.filter != text or self.trail[-1:] != [view]:
            return False
        self._filtered = None
        self._filter(before)
        self.back()
        return True

    def _filter(self, text: str) -> None:
        self.state.filter = text
        for screen in self._screen_stacks.get("overview", ()):
            if isinstance(screen, OverviewScreen) and screen.is_mounted:
                screen.show_filter()

    def open_trend(self, thread: str) -> None:
        """Show the milestone trend with a thread brought out, in the view of deadlines; say so where it has no line."""
        loaded("tui.screens.deadlines")
        from tui.screens.deadlines import DeadlinesScreen

        loaded("tui.widgets.trend")
        from tui.widgets.trend import why_no_line

        if self.study is None:
            return
        if why := why_no_line(self.study.index, self.study.index.threads[thread], self.labels):
            self.notify(why, markup=False)
            return

        def shown() -> None:
            if isinstance(self.screen, DeadlinesScreen) and self.screen.is_mounted:
                self.screen.show_trend(thread)

        self.go("deadlines")
        self.call_after_refresh(shown)

    def open_wordings(self, thread: str) -> None:
        """Show the two quotes of each move of a thread beside each other, on top of what is seen."""
        loaded("tui.screens.wordings")
        from tui.screens.wordings import WordingsScreen

        if self.study is not None and thread in self.study.index.threads:
            self.pages.show(partial(WordingsScreen, self.study.index.threads[thread]))

    def open_subject(self, words: str) -> None:
        """Show what all letters say about words or a topic, on top of what is seen."""
        loaded("tui.screens.subject")
        from tui.screens.subject import SubjectScreen

        self.pages.show(partial(SubjectScreen, words))
