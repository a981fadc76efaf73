"""The command line: one subcommand, one function; each gives the text to print and does no work of its own.

Everything heavy is imported by the command that needs it, so that help is instant. Output is written in one go when a
command is done: on a fault nothing stands on standard output.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker import __version__
from tracker.commands.decide import decide
from tracker.commands.hook import hook
from tracker.commands.options import (
    Day,
    Gated,
    collection_options,
    forms_option,
    language_option,
    letter_options,
    output_option,
)
from tracker.commands.output import kept
from tracker.commands.reports import audit, report, topics
from tracker.errors import ExitCode, GateError, TrackerError, handled

if TYPE_CHECKING:
    from tracker.commands.source import CollectionSource


@click.group(
    invoke_without_command=True,
    epilog="Example: tracker report seeds",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="tracker")
@click.pass_context
def tracker(context: click.Context) -> str | None:
    """Tell what a government's letters promised, changed, postponed, dropped and kept.

    Reads the letters of a folder as one series and answers with the sentences that prove it. PATH is that folder; by
    default the current one if it holds letters, else ./seeds. Without a command: the terminal UI, or in a pipe the
    report.
    """
    if context.invoked_subcommand is not None:
        return None
    command = tui if sys.stdin.isatty() and sys.stdout.isatty() else report
    answer: str | None = context.invoke(command)
    return answer


@tracker.command(epilog="Example: tracker diff 2023 2024")
@click.argument("older", metavar="LETTER")
@click.argument("newer", metavar="LETTER")
@click.option("--outline", is_flag=True, help="Only how the sections match, without the passages.")
@letter_options
@language_option
def diff(older: str, newer: str, source: CollectionSource, outline: bool) -> str:
    """Compare two letters.

    Their sections are matched (same, renamed, split, merged, moved, new, gone), with the word edits of the passages
    that are alike. Edits stand as [-old-]{+new+}; "+" marks a new passage, "-" one that is gone.
    """
    from tracker.alignment import align, align_passages
    from tracker.render import letter_diff as face
    from tracker.views.text_style import pen

    first, second = source.find(older), source.find(newer)
    alignment = align(first, second)
    return face.render(first, second, alignment, align_passages(first, second, alignment), pen(), outline=outline)


@tracker.command(epilog="Example: tracker show kst-27923-492")
@click.argument("letter", metavar="LETTER")
@click.option(
    "--check", is_flag=True, help="Prove instead that reading lost no word and that every quote is in its place."
)
@letter_options
@language_option
def show(letter: str, source: CollectionSource, check: bool) -> str:
    """Show one letter as it is read.

    Masthead, outline, and the commitments and reports with their place.
    """
    from tracker.render import letter as face
    from tracker.render import lossless as proof
    from tracker.views.text_style import pen

    found = source.find(letter)
    return proof.render(source.index, found) if check else face.render(source.index, found, pen())


@tracker.command(epilog="Example: tracker thread landelijk netwerk")
@click.argument("words", nargs=-1, required=True)
@letter_options
@language_option
def thread(words: tuple[str, ...], source: CollectionSource) -> str:
    """Follow one promise through the letters.

    Its steps, quotes, word edits and slips, and the ground for the verdict. WORDS are the thread's id, or words
    that its title or quotes hold.
    """
    from tracker.render import thread as face
    from tracker.views.text_style import pen

    index = source.index
    first, *others = index.find_threads(" ".join(words))
    return face.render(index, first, tuple(others), pen())


@tracker.command(epilog="Example: tracker export seeds --format sqlite --output ledger.db")
@collection_options
@forms_option("json", "sqlite")
@output_option
@click.option("--schema", is_flag=True, help="Instead: what stands in it, as a JSON Schema, for sqlite as SQL.")
def export(source: CollectionSource, form: str, schema: bool, output: Path | None) -> str | bytes:
    """Write the whole ledger for other programs.

    As JSON, or as an SQLite database for questions of your own, with its tables explained in it.
    """
    if form == "sqlite":
        from tracker.export import sqlite_ledger

        return kept(source, sqlite_ledger.schema() if schema else sqlite_ledger.to_sqlite(source.ledger), output)
    from tracker.export import json_ledger

    return kept(source, (json_ledger.json_schema() if schema else json_ledger.to_json(source.ledger)).decode(), output)


@tracker.command(epilog="Example: tracker tui seeds")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--as-of", type=Day(), metavar="DATE", help="Judge as of this day (default: the newest letter's date).")
@click.option("--lang", type=click.Choice(["nl", "en"]), help="The language of the screens (default: the locale's).")
@click.option("--serve", is_flag=True, help="Show it in a browser on this machine instead, at the address printed.")
def tui(path: Path | None, as_of: dt.date | None, lang: str | None, serve: bool) -> int:
    """Open the terminal UI."""
    from tracker.commands.source import default_folder

    if serve:
        from tui.serve import serve as show
    else:
        from tui.app import run as show

    return show(path or default_folder(), as_of, lang)


@tracker.command(epilog="Example: tracker text seeds/2024-06-26_kst-27923-492.txt")
@click.argument("file", type=click.Path(path_type=Path))
def text(file: Path) -> str:
    """Print the text of one letter.

    As the tracker reads it, a passage a line: for searching, and for `git diff` by a textconv.
    """
    from tracker.commands.source import read_file
    from tracker.render import plain_letter as face

    return face.render(read_file(file))


@tracker.command(epilog="Example: tracker init brieven")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
def init(folder: Path) -> str:
    """Write a letters.toml for the letters of a folder.

    Asks nothing and overwrites nothing; what is inferred is marked, what is unknown is left to fill in.
    """
    from tracker.documents import load_collection, read_collection
    from tracker.render import manifest as face
    from tracker.storage.atomic import write_new
    from tracker.text.escape import plain

    letters = read_collection(load_collection(folder)).letters
    path = folder / "letters.toml"
    write_new(path, face.render(letters))
    return f"{plain(str(path))} tells of {len(letters)} letters; complete what is marked in it.\n"


@tracker.command(epilog='Example: tracker explain "In oktober informeren we u over de uitkomst." --date 2023-06-20')
@click.argument("sentence")
@click.option("--date", "day", type=Day(), metavar="DATE", help="The date of the letter that the sentence stands in.")
def explain(sentence: str, day: dt.date | None) -> str:
    """Tell how a sentence is read.

    Its time expressions as intervals, and the promises and reports in it with their rules.
    """
    from tracker.render import explain as face
    from tracker.views.text_style import pen

    return face.render(sentence, day, pen())


for command in (report, topics, audit, decide, hook):
    tracker.add_command(command)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code (see ExitCode)."""
    return handled(lambda: _run(argv))


def _run(argv: Sequence[str] | None) -> int:
    try:
        answer = tracker.main(args=argv, prog_name="tracker", standalone_mode=False)
    except click.UsageError as fault:
        raise TrackerError(_sentence(fault)) from fault
    except click.Abort as stop:
        raise KeyboardInterrupt from stop
    if isinstance(answer, int):
        return answer
    answer, complaint = answer if isinstance(answer, Gated) else (answer, None)
    _write(answer or "")
    if complaint:
        raise GateError(complaint)
    return ExitCode.DONE


def _sentence(fault: click.UsageError) -> str:
    """Click's message as one sentence with the command that helps."""
    command = fault.ctx.command_path if fault.ctx else "tracker"
    return f"{fault.format_message().rstrip('.')} (see '{command} --help')."


def _write(answer: str | bytes) -> None:
    """Write a command's whole answer; signs that the terminal's encoding lacks become question marks."""
    if isinstance(answer, str):
        answer = answer.encode(sys.stdout.encoding or "utf-8", errors="replace")
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
