"""The app as it saves what is seen: in a form and at a place that the analyst chooses, over nothing unasked."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from platformdirs import user_downloads_path, user_state_path
from textual import events, work
from textual.content import Content

from tracker.errors import TrackerError
from tracker.export.registry import TABLES, form_of, table_forms
from tracker.i18n.catalog import speaking
from tracker.storage.atomic import write_over
from tracker.text.system_fault import system_fault
from tui.export import ExportTable, exported_table, free_name
from tui.ruling_app import RulingApp
from tui.screens.dialogs import Ask, Choose
from tui.screens.path_completion import completed

WrittenTo = Callable[[Path], str | bytes]
"""What is to be written to a place, by its name."""


class SavingApp(RulingApp):
    """An app from which tables and texts can be taken along."""

    @work(group="ask")
    async def export(self, table: ExportTable) -> None:
        """Ask for a form and a place, and write the table there."""
        labels, forms = self.labels, table_forms()
        names = [labels(f"export.{form}") if labels.has(f"export.{form}") else form for form in forms]
        answers = [(form, Content(name)) for form, name in zip(forms, names, strict=True)]
        question = labels.count("export.question", len(table.rows))
        form = await self.push_screen_wait(Choose(question, answers, labels=labels))
        if form:
            await self._deliver(partial(self._written, table, form), form_of(form, *TABLES).file_name(table.name))

    def _written(self, table: ExportTable, form: str, place: Path) -> str | bytes:
        """The table in a form, or in the one that the name of the file says instead."""
        named = [other for other in table_forms() if form_of(other, *TABLES).ending == place.suffix.lower()]
        with speaking(self.labels.language):
            return exported_table(table, named[0] if named and form not in named else form)

    @work(group="ask")
    async def save_text(self, text: str, name: str) -> None:
        """Ask for a place and write a text there."""
        await self._deliver(lambda _: text, name)

    async def _deliver(self, answers: WrittenTo, name: str) -> None:
        """Through the browser where the screens are in one, else into a file."""
        if not self.is_web:
            await self._into_file(answers, name)
        elif isinstance(answer := answers(Path(name)), str):
            self.deliver_text(io.StringIO(answer), save_filename=name)
        else:
            self.deliver_binary(io.BytesIO(answer), save_filename=name)

    async def _into_file(self, answers: WrittenTo, name: str) -> None:
        """Ask where to until it is written or given up."""
        labels, wanted = self.labels, str(free_name(self._usual_folder(name) / name))
        while True:
            asked = await self.push_screen_wait(
                Ask(labels("export.where"), value=wanted, hint=labels("export.where_hint"), completions=completed)
            )
            if not asked:
                return
            place, wanted = Path(asked).expanduser(), asked
            if place.is_dir():
                wanted = str(free_name(place / name))
                continue
            if place.exists() and not await self._may_overwrite(place):
                continue
            if self._save(place, answers(place)):
                return

    async def _may_overwrite(self, place: Path) -> bool:
        labels = self.labels
        answers = [(word, Content(labels(f"export.{word}"))) for word in ("other", "over")]
        question = labels("export.exists", name=place.name)
        return await self.push_screen_wait(Choose(question, answers, labels=labels)) == "over"

    def copy(self, text: str, told: str) -> None:
        """Put a text into the clipboard, and into a file where that may not be reached; say so."""
        self.copy_to_clipboard(text)
        if os.environ.get("TMUX") or os.environ.get("STY"):
            place = user_state_path("progress-letter-tracker") / "tui" / "copied.txt"
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
                write_over(place, text)
                told = self.labels("copy.file", told=told, place=place)
            except OSError:
                told = self.labels("copy.no_file", told=told)
        self.notify(told, markup=False)

    def _usual_folder(self, name: str) -> Path:
        """Where something was saved last time, else the downloads, the folder one is in, or one's own.

        The first of those that there is and that takes such a file, which no folder of letters does with some.
        """
        kept = [Path(self.state.saved_in)] if self.state.saved_in else []
        places = (*kept, user_downloads_path(), Path.cwd(), Path.home())
        return next((place for place in places if place.is_dir() and self._may_stand(place / name)), Path.cwd())

    def _may_stand(self, place: Path) -> bool:
        from tracker.export.file import refuse_place

        try:
            refuse_place(place, self.folder)
        except TrackerError:
            return False
        return True

    def _save(self, place: Path, answer: str | bytes) -> bool:
        """Write what is taken along, and say where it is or why it is nowhere."""
        from tracker.export.file import save

        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            save(place, answer, self.folder)
        except OSError as fault:
            self.notify(f"{place}: {self.labels.told(system_fault(fault))}", severity="error", markup=False)
        except TrackerError as fault:
            self.notify(self.labels.told(fault.message), severity="error", markup=False)
        else:
            self.state.saved_in = str(place.parent.absolute())
            self.notify(self.labels("export.done", place=place), markup=False)
            return True
        return False

    def on_delivery_complete(self, event: events.DeliveryComplete) -> None:
        """Say where it is."""
        self.notify(self.labels("export.done", place=event.path or self.labels("export.browser")), markup=False)
