"""`tracker learn`: what rulings on quotes teach the reader of these letters; told, and kept only where asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.commands.options import language_option
from tracker.errors import DecisionError

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource
    from tracker.decisions.examples import Lesson
    from tracker.decisions.learn import Change, Trial


@click.command(epilog="Example: tracker learn seeds --keep")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--keep", is_flag=True, help="Keep it in learned.toml: from then on the letters are read with it.")
@click.option("--anyway", is_flag=True, help="With --keep: even where it gains nothing.")
@click.option("--forget", is_flag=True, help="Instead: remove learned.toml.")
@language_option
def learn(path: Path | None, keep: bool, anyway: bool, forget: bool) -> str:
    """Learn from your rulings on quotes.

    Rulings on promises, kinds and deadlines are examples: they give a small correction of the reader for these letters.
    Told are how often it is right on each ruling without having seen that one, and every statement that would come,
    go, or be firm or soft instead. Nothing is kept without --keep; what is kept is told in every report.
    """
    from tracker.commands.source import CollectionSource, default_folder

    if forget and (keep or anyway):
        from tracker.i18n.catalog import gettext

        raise click.UsageError(gettext("usage.keep-or-forget"))
    folder = path or default_folder()
    return _forgotten(folder) if forget else _learned(CollectionSource(folder), keep, anyway)


def _learned(source: CollectionSource, keep: bool, anyway: bool) -> str:
    from msgspec.structs import replace

    from tracker.i18n.catalog import gettext
    from tracker.render import learned as face

    lesson, trial, moved = _taught(source)
    page = face.render(lesson, trial, moved)
    if not keep:
        return page + gettext("learned.not-kept") + "\n"
    if not (trial.gains or anyway):
        raise DecisionError("learned.no-gain", before=sum(trial.before), after=sum(trial.after), all=len(trial.before))
    from tracker.extraction.learned.correction import FILE_NAME, to_text
    from tracker.storage.atomic import write_over
    from tracker.text.system_fault import system_fault

    target = source.folder / FILE_NAME
    try:
        write_over(target, to_text(replace(trial.correction, changes=len(moved))))
    except OSError as fault:
        raise DecisionError("learned.unwritable", path=target, cause=system_fault(fault)) from None
    return page + gettext("learned.kept", file=FILE_NAME) + "\n"


def _taught(source: CollectionSource) -> tuple[Lesson, Trial, tuple[Change, ...]]:
    """What the rulings beside the letters teach, and what it changes. Raises DecisionError: they are too few."""
    from tracker.decisions.examples import lesson
    from tracker.decisions.learn import LEAST, changes, trial
    from tracker.decisions.stale import sift
    from tracker.pipeline import commitments_of, rulings_of

    rulings, reading = rulings_of(source.collection), source.reading
    before = commitments_of(reading, rulings, None)
    standing, _ = sift(rulings, reading.letters)
    found = lesson(standing, reading.letters, before)
    if len(found.ruled) < LEAST:
        raise DecisionError("learned.too-few", number=len(found.ruled), least=LEAST)
    tried = trial(found)
    return found, tried, tuple(changes(before, commitments_of(reading, rulings, tried.correction)))


def _forgotten(folder: Path) -> str:
    from tracker.extraction.learned.correction import FILE_NAME
    from tracker.i18n.catalog import gettext
    from tracker.text.system_fault import system_fault

    try:
        (folder / FILE_NAME).unlink()
    except FileNotFoundError:
        raise DecisionError("learned.none", file=FILE_NAME, folder=folder) from None
    except OSError as fault:
        raise DecisionError("learned.unwritable", path=folder / FILE_NAME, cause=system_fault(fault)) from None
    return gettext("learned.forgotten", file=FILE_NAME) + "\n"
