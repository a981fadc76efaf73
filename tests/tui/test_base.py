"""What every screen has: it follows the study, and offers what needs a quote only where there is one."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.pilot import Pilot

from tests.ledgers import SMALL
from tests.tui.driving import keys
from tests.tui.stage import Stage, on_stage
from tracker.ledger.rejudging import Judged
from tracker.model import Statement
from tui.export import ExportTable
from tui.screens.base import EXPORT_KEYS, QUOTE_KEYS, StudyScreen
from tui.view_model import Study
from tui.widgets.masthead import MastheadBar

QUOTE = SMALL.commitments[0]


class Quoting(StudyScreen):
    """A screen that looks at one quote, once there is a study."""

    NAME = "troubles"
    BINDINGS: ClassVar[list[BindingType]] = [*QUOTE_KEYS, *EXPORT_KEYS]
    told: ClassVar[list[Study | None]] = []

    def show_study(self, study: Study | None, /) -> None:
        self.told.append(study)

    def statement(self) -> Statement | None:
        return QUOTE if self.study else None

    def seen(self) -> ExportTable | None:
        return ExportTable("t", ["a"], [["1"]])


def test_keys_of_a_quote_do_what_they_say() -> None:
    async def story(pilot: Pilot[None], app: Stage[Quoting]) -> None:
        await keys(pilot, "l", "y", "escape", "e")
        await pilot.pause()
        (letter, copied, back) = app.did
        assert letter == ("letter", QUOTE.letter, QUOTE.id, "")
        assert QUOTE.quote.split()[0] in copied[1]
        assert back == ("back",)
        (table,) = app.taken
        assert table.as_of == SMALL.as_of
        assert any(str(SMALL.as_of) in words for _, words in table.about)
        assert app.shown.cited(QUOTE)
        assert app.shown.cited(None) == ""

    on_stage(Quoting(), story, study=True)


def test_without_a_study_nothing_is_offered_and_another_study_is_followed() -> None:
    async def story(pilot: Pilot[None], app: Stage[Quoting]) -> None:
        screen = app.shown
        assert screen.has_class("-unread")
        assert not screen.check_action("copy", ())
        assert not screen.check_action("export", ())
        app.study = Study(Judged(SMALL))
        screen.on_screen_resume()
        assert screen.told[-1] is app.study
        assert not screen.has_class("-unread")
        assert screen.query_one(MastheadBar).study is app.study
        assert screen.check_action("copy", ())
        await pilot.pause()

    on_stage(Quoting(), story)
