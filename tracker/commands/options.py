"""What the commands share: the words of their options, and what says which letters to read."""

from __future__ import annotations

import datetime as dt
import functools
import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from math import isnan
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import click

from tracker.export.registry import Subject, forms_for
from tracker.i18n.message import Message
from tracker.text.standard_error import tell

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A calendar day as ISO 8601 writes it."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day, or a usage fault that shows the form."""
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            from tracker.i18n.catalog import gettext

            self.fail(gettext("usage.no-day", value=value), param, ctx)


class Seconds(click.FloatRange):
    """A length of time; "nan" is a number to Python, and no length."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The seconds, or a usage fault."""
        seconds: float = super().convert(value, param, ctx)
        if isnan(seconds):
            from tracker.i18n.catalog import gettext

            self.fail(gettext("usage.no-number", value=value), param, ctx)
        return seconds


class Findings(click.ParamType[tuple[str, ...]]):
    """Kinds of findings with commas between them."""

    name = "kinds"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The kinds, or a usage fault that lists them."""
        asked, known = [word.strip() for word in value.split(",")], _by_name(gates())
        if unknown := [word for word in asked if word not in known]:
            from tracker.i18n.catalog import gettext

            self.fail(gettext("usage.no-finding", value=unknown[0], kinds=",".join(_names(gates()))), param, ctx)
        return tuple(known[word] for word in asked)


class FindingsOption(click.Option):
    """An option that takes kinds of findings; its help ends with them, asked for when it is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and what it does."""
        words, text = super().get_help_record(ctx) or ("", "")
        return words, f"{text}: {','.join(_names(gates()))}."


def fail_on_option(text: str) -> Callable[[Command], Command]:
    """--fail-on: the kinds of findings that a gate says no to."""
    return click.option("--fail-on", cls=FindingsOption, type=Findings(), metavar="KINDS", help=text)


class OneOf(click.ParamType[str]):
    """One of some words, which are asked for when they are needed: help of another command does not load them."""

    name = "choice"

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self._words = words

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word, or a usage fault that lists them."""
        if value not in map(str, self._words()):
            from tracker.i18n.catalog import gettext

            self.fail(gettext("usage.no-choice", value=value, choices=self._listed()), param, ctx)
        return value

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """The words, for help."""
        return self._choice().get_metavar(param, ctx)

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str | None:  # noqa: ARG002 - click's
        """The words, for the fault that none is given."""
        return self._listed()

    def _listed(self) -> str:
        return ", ".join(map(repr, map(str, self._words())))

    def _choice(self) -> click.Choice[str]:
        return click.Choice(tuple(map(str, self._words())))


class OneNamed(OneOf):
    """One of some values of the model, by its name in the language spoken or as programs know it."""

    def __init__(self, values: Callable[[], Iterable[str]]) -> None:
        super().__init__(lambda: _names(values()))
        self._values = values

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as programs know it, or a usage fault that lists the names."""
        known = _by_name(self._values())
        return known[value] if value in known else super().convert(value, param, ctx)


def _names(values: Iterable[str]) -> list[str]:
    """What values are called on a command line in the language spoken, a word each."""
    from tracker.i18n.catalog import gettext

    return [gettext(f"choice.{value}") for value in values]


def _by_name(values: Iterable[str]) -> dict[str, str]:
    """Values by what they are called, and by themselves."""
    asked = [str(value) for value in values]
    return {**dict(zip(_names(asked), asked, strict=True)), **{value: value for value in asked}}


def statuses() -> Iterable[str]:
    """The statuses of a thread."""
    from tracker.statuses import Status

    return Status


def gates() -> Iterable[str]:
    """The kinds of findings that a gate can say no to."""
    from tracker.statuses import GATES

    return GATES


def languages() -> Iterable[str]:
    """The languages of the faces."""
    from tracker.i18n.catalog import LOCALES

    return LOCALES


def packs() -> Iterable[str]:
    """The languages that letters can be read in."""
    from tracker.language.pack import PACKS

    return PACKS


CSV_FOR = ("rfc", "excel-nl")
"""The dialects of CSV; help names them without loading what writes them."""


class Gated(NamedTuple):
    """What a command prints, and why its exit code is that of a gate that says no, or None."""

    answer: str | bytes
    complaint: Message | None
    unchecked: Message | None = None
    """Why the gate could not tell, or None."""
    remedy: Message | None = None
    """What is left for the user to do before what was asked for holds, or None."""
    printed: Callable[[], None] | None = None
    """What is to be done once the answer is out."""


def form_options(*subjects: Subject) -> Callable[[Command], Command]:
    """--format, one of the forms that show these subjects, the first by default; --output, to keep it in a file."""
    form = click.option(
        "--format",
        "form",
        type=OneOf(lambda: forms_for(*subjects)),
        default=forms_for(*subjects)[0],
        show_default=True,
        help="How it is written.",
    )
    file = click.Path(path_type=Path, dir_okay=False)
    text = "Write it to this file, in the place of another."
    output = click.option("--output", type=file, metavar="FILE", help=text)
    return lambda command: form(output(command))


def csv_option(command: Command) -> Command:
    """--csv-for: the dialect of CSV."""
    text = "The CSV that this program opens: rfc (commas), or excel-nl (semicolons, comma decimals, UTF-8 with BOM)."
    kind = OneOf(lambda: CSV_FOR)
    return click.option("--csv-for", type=kind, default="rfc", show_default=True, help=text)(command)


def language_option(command: Command) -> Command:
    """--lang: the command runs with the faces speaking that language, and complains in it of the options after it."""
    text = "Messages, dates and numbers in this language (default: TRACKER_LANG, else English with ISO dates)."
    kind = OneOf(languages)
    option = click.option("--lang", type=kind, help=text, is_eager=True, expose_value=False, callback=_speaks)
    return option(command)


def _speaks(_context: click.Context, _option: click.Parameter, language: str | None) -> None:
    from tracker.i18n.catalog import speak

    speak(language)


def collection_options(command: Command) -> Command:
    """What a command over a whole collection takes, packed as its `source`: PATH, --as-of, --rev, --strict."""
    return click.argument("path", required=False, type=click.Path(path_type=Path))(_packed(command))


def letter_options(command: Command) -> Command:
    """The same for commands whose arguments are letters or words: the collection is given with --in."""
    text = "The folder of letters (default: here, else seeds)."
    return click.option("--in", "path", metavar="PATH", type=click.Path(path_type=Path), help=text)(_packed(command))


def _allowed(_context: click.Context, _option: click.Parameter, seconds: float | None) -> None:
    if seconds is not None:
        from tracker.documents.limits import allow_seconds

        allow_seconds(seconds)


def _draw(_made: str, done: int, number: int) -> None:
    """How much of the work is done, on a line of the terminal that is wiped when it is."""
    told = f"{done}/{number}"
    tell(f"\r{told}" if done < number else f"\r{' ' * len(told)}\r")


def _by_jobs(_context: click.Context, _option: click.Parameter, number: int | None) -> None:
    if number is not None:
        from tracker.storage.parallel import use_jobs

        use_jobs(number)


def _by_cluster(_context: click.Context, _option: click.Parameter, address: str | None) -> None:
    if address is not None:
        from tracker.storage.parallel import use_cluster

        use_cluster(address)


def _packed(command: Command) -> Command:
    """The command with the options that say what to read, handed to it as one value."""

    @functools.wraps(command)
    def packed(path: Path | None, as_of: dt.date | None, rev: str | None, strict: bool, **rest: Any) -> Any:
        from tracker.commands.source import CollectionSource, default_folder
        from tracker.storage.parallel import showing_progress

        named = Path(str(rest.get("letter") or ""))
        folder = path or (named.parent if named.is_absolute() and named.is_file() else default_folder())
        with showing_progress(_draw) if sys.stderr is not None and sys.stderr.isatty() else nullcontext():
            return command(source=CollectionSource(folder, as_of, rev, strict), **rest)

    day = click.option(
        "--as-of", type=Day(), metavar="DATE", help="Judge as of this day (default: the newest letter's date)."
    )
    rev = click.option("--rev", metavar="REV", help="Read the letters as they stood at this git revision.")
    limit = click.option(
        "--limit",
        type=Seconds(min=0, min_open=True),
        metavar="SECONDS",
        help="Seconds of the processor that a letter may take before it is refused (default: 10).",
        expose_value=False,
        callback=_allowed,
    )
    jobs = click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Read the letters in so many processes (default: as many as there are cores).",
        expose_value=False,
        callback=_by_jobs,
    )
    cluster = click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Read them by the workers of this Dask scheduler (tcp://host:8786).",
        expose_value=False,
        callback=_by_cluster,
    )
    strict = click.option("--strict", is_flag=True, help="Refuse the collection when one of its files cannot be read.")
    return cast(Command, day(rev(strict(limit(jobs(cluster(packed)))))))
