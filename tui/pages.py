"""Pages on top of a view: the nearest stand ready, those further back are made again when one goes back to them.

A page costs memory for as long as it stands, and one may go from thread to letter to thread for hours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

READY = 6
"""So many pages of a view stand ready."""

PageMaker = Callable[[], "Screen[Any]"]


class PageStack:
    """The pages of an app, view by view."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._made: WeakKeyDictionary[Screen[Any], PageMaker] = WeakKeyDictionary()
        self._left: dict[str, list[PageMaker]] = defaultdict(list)
        """What was left to be made again, the nearest last: it was seen after all that stand ready but the top one."""

    def show(self, make: PageMaker) -> None:
        """Show a page on top of what is seen."""
        page = make()
        self._made[page] = make
        top = self._made.get(self._app.screen)
        if top is not None and len(self._app.screen_stack) > READY:
            self._left[self._app.current_mode].append(top)
            self._let_go()
            self._app.switch_screen(page)
        else:
            self._app.push_screen(page)

    def back(self) -> bool:
        """Go back to the page or view below; whether there is one."""
        if left := self._left[self._app.current_mode]:
            make = left.pop()
            page = make()
            self._made[page] = make
            self._let_go()
            self._app.switch_screen(page)
        elif len(self._app.screen_stack) > 1:
            self._let_go()
            self._app.pop_screen()
        else:
            return False
        return True

    def clear(self) -> None:
        """Nothing stands on top of the view that is seen."""
        self._left.pop(self._app.current_mode, None)
        while len(self._app.screen_stack) > 1:
            self._let_go()
            self._app.pop_screen()

    def _let_go(self) -> None:
        """Have the page on top forget what it painted: Textual keeps that of a thousand widgets that are no more."""
        for widget in self._app.screen.walk_children(with_self=True):
            widget.refresh()
