"""What every screen has: a head, a foot, and the study that it shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from tui.labels import Labels
from tui.study import Study
from tui.widgets.keybar import KeyBar
from tui.widgets.masthead import Masthead

if TYPE_CHECKING:
    from tui.app import TrackerApp


class StudyScreen(Screen[None]):
    """A screen over the study of the app; it is told whenever that changes."""

    NAME: ClassVar[str] = ""
    """What help and labels call the screen."""
    VIEW: ClassVar[str] = ""
    """The view that is marked in the head."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "back")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-broad")]  # noqa: RUF012 - typed by Screen
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - typed by Screen

    @property
    def tracker(self) -> TrackerApp:
        """The app, as what it is."""
        return cast("TrackerApp", self.app)

    @property
    def labels(self) -> Labels:
        """The words of the chosen language."""
        return self.tracker.labels

    @property
    def study(self) -> Study | None:
        """What is shown, once it is read."""
        return self.tracker.study

    def compose(self) -> ComposeResult:
        """Head, body, foot."""
        yield Masthead(self.labels, self.VIEW)
        yield from self.body()
        yield KeyBar(self.labels)

    def body(self) -> Iterable[Widget]:
        """What stands between head and foot."""
        return ()

    def on_mount(self) -> None:
        """Follow the study."""
        self.watch(self.app, "study", self._study_changed)

    def _study_changed(self, study: Study | None) -> None:
        self.query_one(Masthead).show_study(study)
        self.set_class(study is not None, "-read")
        self.show_study(study)

    def show_study(self, study: Study | None, /) -> None:
        """Show another ledger; None while nothing is read."""

    def action_back(self) -> None:
        """Go back to where this was opened from; from another view to the overview."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif self.app.current_mode != "overview":
            self.app.switch_mode("overview")
