"""The app as a reader: it reads the letters in a worker, and what it shows is what the files say now.

One reading runs at a time. What is asked for while it runs makes its result out of date: it is not shown, and the
letters are read once more.
"""

from __future__ import annotations

import asyncio
import gc
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace
from textual import on, work
from textual.reactive import var

from tracker.errors import TrackerError
from tracker.garbage_collection import give_back, look_as_usual, look_seldom
from tui.keystrokes import KeysInOrder
from tui.labels import Labels
from tui.lazy_modules import loaded
from tui.ledger_process import IDLE, IDLE_SERVED, LedgerProcess
from tui.messages import FolderChanged, LedgerFailed, LedgerRead, LettersCounted
from tui.progress import LettersDone
from tui.reading_changes import told_changes
from tui.screens.base import StudyScreen
from tui.study_loader import Scope
from tui.view_model import Study

LATER = 0.5
"""Seconds after something is shown until the rest is loaded: not while it is painted."""
AMONG_YOUNG = 1
"""The generation of garbage that holds what was made of late."""
RULED_WITH = ("tracker.decisions.rulings", "tracker.documents.read", "tracker.status.counted_deadlines")
"""Modules that keep a ruling and tell what is shown under it."""
CHECKED_AFTER = 0.5
"""Seconds after which it is looked whether something changed while the folder was not watched yet."""


class ReadingApp(KeysInOrder):
    """An app that studies the letters of a folder."""

    study: var[Study | None] = var(None)
    """What the letters say; None until they are read."""
    counted: var[str] = var("")
    """How far the reading is, "3/40"; "" where nothing was counted yet."""
    working: var[bool] = var(False)
    """Whether the letters are read, or a ruling is kept."""

    labels: Labels
    watching = True
    """Whether the letters are read anew when something in the folder changes."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope
        self.fault = ""
        self.refusal: TrackerError | None = None
        """Why the app ended: what was asked for when it was opened cannot be read."""
        self.asked = 0
        """How often a reading was asked for; the newest counts."""
        self._looked_at = scope
        """The scope of what is shown."""
        self.settled = 0
        """The request that the study answers."""
        self.known_letters: dict[str, tuple[str, str]] = {}
        """All letters that were seen, also those that the scope leaves out: the day of each, and how it is told."""
        self._letters = LettersDone()
        self._reading = False
        self._stopping = False
        self._watched = False

    @cached_property
    def ledger_process(self) -> LedgerProcess:
        """What tells what a ruling changes."""
        return LedgerProcess(IDLE_SERVED if self.is_web else IDLE)

    @property
    def folder(self) -> Path:
        """Where the letters are."""
        return self.scope.folder

    @property
    def up_to_date(self) -> bool:
        """Whether what is shown answers the newest request."""
        return self.settled == self.asked

    @property
    def outdated(self) -> str:
        """Why what is shown is not what the files say; "" where it is, or not all is shown yet."""
        return "" if self.study is None or self.study.is_partial else self.fault

    def read_letters(self) -> None:
        """Show what the files say now, as soon as it is read."""
        read_on = bool(self.fault) and (self.study is None or self.study.is_partial)
        self.fault = "" if read_on else self.fault
        self.asked += 1
        self.working = True
        if read_on:
            self._tell_screen()
        if not self._reading:
            self._read_anew()

    def look_at(self, **changes: object) -> None:
        """Study another scope: as of another day, or other letters."""
        self.scope = replace(self.scope, **changes)
        self.read_letters()

    def _read_anew(self) -> None:
        self._reading, self._stopping, self.counted, self._letters = True, False, "", LettersDone()
        known = None if self.study is None or self.study.is_partial else self.study
        self._read_letters(self.asked, self.scope, known)

    @work(thread=True, group="read", exit_on_error=False)
    def _read_letters(self, request: int, scope: Scope, known: Study | None) -> None:
        """Build the ledger anew, or take it from the cache or from the study that is known, and tell of it."""
        from tracker.storage.parallel import showing_progress
        from tui.study_loader import growing, read_study

        gc.unfreeze()
        look_seldom()
        try:
            with showing_progress(self._count):
                for study in growing(scope) if known is None else ():
                    self._post(study, request)
                self._post(read_study(scope, known, self.ledger_process.ruled), request)
        except KeyboardInterrupt:
            self.post_message(LedgerFailed(self.labels("app.stopped"), request))
        except TrackerError as fault:
            self.post_message(LedgerFailed(self.labels.told(fault.message), request, fault))
        finally:
            look_as_usual()
            gc.collect(AMONG_YOUNG)  # what was read holds itself now and then, and would never be looked at again
            gc.freeze()  # to look among ten thousand statements takes a tenth of a second, and no key is seen

    def _post(self, study: Study, request: int) -> None:
        """Tell of a study, once what its first thread needs is there; a first letter to be read needs nothing."""
        if not study.is_unread:
            loaded("tracker.language.figures")
            from tracker.language.figures import figure_pattern

            figure_pattern()
        self.post_message(LedgerRead(study, request))

    def _count(self, made: str, done: int, number: int) -> None:
        """Tell how far the reading is, in its thread; what is read so far is remembered where it is to stop."""
        if self._stopping:
            raise KeyboardInterrupt
        letters = self._letters
        letters.hear(made, done, number)
        self.post_message(LettersCounted(letters.done, letters.number))

    @on(LettersCounted)
    def _counts(self, message: LettersCounted) -> None:
        self.counted = f"{message.done}/{message.number}" if self._reading and message.number > 1 else ""
        if self.study is None or self.study.is_partial:
            self._tell_reading()
        self.watch_working()

    def stop_reading(self) -> None:
        """Stop the first reading; reading again goes on where it was."""
        self._stopping = True

    def _begin_watching(self) -> None:
        """Watch the folder, once something is shown: what that needs is loaded then, and what is ruled with."""
        if not self._watched:
            self._watched = True
            self.watch_folder()

    @work(exclusive=True, group="watch", exit_on_error=False)
    async def watch_folder(self) -> None:
        """Tell of every change in the folder that is not one of a file in the making."""
        from tui.study_loader import MANY

        letters = len(self.study.ledger.letters) if self.study else 0
        await asyncio.to_thread(load_the_rest, *(["tracker.pipeline"] if letters < MANY else []))
        if not self.watching:
            return
        from watchfiles import awatch

        self.set_timer(CHECKED_AFTER, self._check)
        async for changes in awatch(self.folder, recursive=True):
            if any(not Path(path).name.startswith(".") for _, path in changes):
                self.post_message(FolderChanged())

    def _check(self) -> None:
        """Read what changed before the folder was watched, if nobody stopped the reading."""
        if self._reading:
            self.set_timer(CHECKED_AFTER, self._check)
        elif not self._stopping:
            self.read_letters()

    @on(FolderChanged)
    def _changed(self) -> None:
        self.read_letters()

    def _answered(self, request: int) -> bool:
        """Whether an answer is to the newest request; else that is read now."""
        self._reading = False
        if request < self.asked:
            self._read_anew()
            return False
        self.settled, self.working = request, False
        return True

    @on(LedgerRead)
    def _read(self, message: LedgerRead) -> None:
        if message.study.is_partial:
            if message.request == self.asked and self._grows(message.study):
                self.show(message.study)
            return
        if not self._answered(message.request):
            return
        was_outdated, self.fault = self.outdated, ""
        self.show(message.study, aloud=self._looked_at == self.scope)
        self._looked_at = self.scope
        if was_outdated:
            self._tell_screen()

    def _grows(self, study: Study) -> bool:
        """Whether a study of the letters read so far tells more than the one that is shown."""
        return self.study is None or (self.study.is_partial and _told_in(study) > _told_in(self.study))

    def show(self, study: Study, *, aloud: bool = True) -> None:
        """Show a study in the place of the one that is shown; `aloud` tells what is other."""
        before, self.study = self.study, study
        if study is before:
            return
        self._tell_screen()
        self.set_timer(LATER, self._begin_watching)
        self.set_timer(LATER, self._tidy)
        news = told_changes(before, study, self.labels) if aloud and before and not before.is_partial else ""
        if news:
            self.clear_notifications()
            cause = "rulings" if before and before.of == study.of else "title"
            self.notify(news, title=self.labels(f"change.{cause}"), timeout=12, markup=False)

    @work(group="tidy", exit_on_error=False)
    async def _tidy(self) -> None:
        """Give back the memory of what was shown before."""
        await asyncio.to_thread(give_back)

    @on(LedgerFailed)
    def _failed(self, message: LedgerFailed) -> None:
        if not self._answered(message.request):
            return
        asked, self.scope = self.scope, self._looked_at
        if self.study is None or asked == self._looked_at:
            self.fault = message.reason
        if message.fault is not None and self.study is None and not self._may_mend():
            self.refusal = message.fault
            self.exit()
            return
        self._begin_watching()
        if self.study is None:
            self._tell_screen()
        else:
            self._tell_screen()
            self.notify(message.reason, severity="error", markup=False)

    def _may_mend(self) -> bool:
        """Whether what cannot be read now may be read once something in the folder changes."""
        return not (self.scope.rev or self.scope.strict)

    def _tell_screen(self) -> None:
        """Let the screen that is seen show the study; others do when they are seen again."""
        for screen in self.screen_stack:
            if isinstance(screen, StudyScreen) and screen.is_mounted:
                screen.follow()

    def _tell_reading(self) -> None:
        """Let those screens that have nothing to show yet tell how far the reading is."""
        for screen in self.screen_stack:
            if isinstance(screen, StudyScreen) and (self.study is None or screen.has_class("-empty")):
                screen.follow()

    def watch_working(self) -> None:
        """Show the sign of work, or that it is done."""
        if self.screen_stack and isinstance(self.screen, StudyScreen):
            self.screen.show_work()

    def state_of_reading(self) -> str:
        """What to say while there is no study."""
        if not self.fault:
            ways = [self.labels("app.readable")] if self.study else []
            return "\n\n".join((f"{self.labels('app.loading')} {self.counted}", *ways, self.labels("app.stop")))
        return f"{self.fault}\n\n{self.labels('overview.no_letters')}"


def load_the_rest(*more: str) -> None:
    """Load what the first screen can be seen without: who opens a thread at once waits for that alone.

    By the rest the folder is watched, and rulings are kept and applied; few letters are judged in this process, too.
    """
    for module in ("tui.screens.thread", "watchfiles", "tomlkit", *RULED_WITH, *more):
        loaded(module)
    gc.freeze()  # what modules hold is no garbage either, and no key waits until Python has looked


def _told_in(study: Study) -> tuple[int, int]:
    """How much a study tells: letters, and what they state."""
    return len(study.ledger.letters), len(study.index.statements)
