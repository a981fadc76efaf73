"""`tracker decide`: the analyst's rulings, one subcommand a ruling. Each finds the quotes and writes decisions.toml."""

from __future__ import annotations

import copy
import datetime as dt
import functools
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from tracker.commands.command_ruling import CommandRuling, quotes_meant, told_ruling
from tracker.commands.options import Day, OneNamed, OneOf, statuses


def kinds() -> Iterable[str]:
    """What a commitment can promise."""
    from tracker.model import Kind

    return Kind


_RULES = {"no-promise": "rejected", "promise": "missed"}
"""The ruling of each subcommand that has another name."""


def rulings() -> Iterable[str]:
    """What an analyst can rule, by the names of the file and of the subcommands."""
    from tracker.decisions.ruling import Ruling

    return (*Ruling, *_RULES)


def slip_verdicts() -> Iterable[str]:
    """What a move of a deadline can be."""
    from tracker.model import SlipVerdict

    return SlipVerdict


@click.group(
    epilog="Example: tracker decide status t-1234abcd dropped --why 'withdrawn in the debate' --in seeds",
)
def decide() -> None:
    """Rule where the tracker reads wrongly.

    A ruling is kept in decisions.toml beside the letters with who gave it, when and why, and holds for every face from
    then on. It is tied to quotes: when a letter no longer says so, it is told as stale and not applied. STATEMENT is an
    id or words that one quote holds; THREAD is an id or words of its title or quotes.
    """


def _ruling(command: Callable[..., str]) -> click.Command:
    """A subcommand that is handed its desk: --why, --by and --in say who rules on which letters."""

    @functools.wraps(command)
    def at_desk(folder: Path | None, by: str | None, why: str, **rest: Any) -> str:
        return command(CommandRuling(folder, by, why), **rest)

    why = click.option("--why", required=True, metavar="WORDS", help="The reason; it is shown with the ruling.")
    by = click.option("--by", metavar="NAME", help="Who rules (default: the name that git signs with).")
    return decide.command(name=command.__name__.replace("_", "-"))(why(by(_inside(at_desk))))


def _inside(command: Callable[..., str]) -> Callable[..., str]:
    text = "The folder of letters (default: here, else seeds)."
    return click.option("--in", "folder", metavar="PATH", type=click.Path(path_type=Path), help=text)(command)


@_ruling
@click.argument("statements", metavar="STATEMENT STATEMENT…", nargs=-1, required=True)
def same(desk: CommandRuling, statements: tuple[str, ...]) -> str:
    """These statements are about one promise."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.SAME, *map(desk.statement, statements))


@_ruling
@click.argument("one", metavar="STATEMENT")
@click.argument("other", metavar="STATEMENT")
def different(desk: CommandRuling, one: str, other: str) -> str:
    """These two statements are not about one promise."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.DIFFERENT, desk.statement(one), desk.statement(other))


@_ruling
@click.argument("threads", metavar="THREAD THREAD…", nargs=-1, required=True)
def merge(desk: CommandRuling, threads: tuple[str, ...]) -> str:
    """These threads are one."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.MERGE, *map(desk.thread, threads))


@_ruling
@click.argument("statements", metavar="STATEMENT…", nargs=-1, required=True)
def split(desk: CommandRuling, statements: tuple[str, ...]) -> str:
    """These statements leave their thread and form one of their own."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.SPLIT, *map(desk.statement, statements))


@_ruling
@click.argument("thread", metavar="THREAD")
@click.argument("verdict", metavar="STATUS", type=OneNamed(statuses))
def status(desk: CommandRuling, thread: str, verdict: str) -> str:
    """The verdict on a thread is STATUS."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.STATUS, desk.thread(thread), value=verdict)


@_ruling
@click.argument("statement")
@click.option("--start", type=Day(), metavar="DATE", help="The first day of the interval in which it is due.")
@click.option("--end", type=Day(), metavar="DATE", help="The last day; without it the deadline has no date.")
@click.option("--words", default="", help="The words that say when.")
def deadline(desk: CommandRuling, statement: str, start: dt.date | None, end: dt.date | None, words: str) -> str:
    """A commitment is due then; without dates and words: it has no deadline."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.DEADLINE, desk.commitment(statement), start=start, end=end, value=words)


@_ruling
@click.argument("statement")
@click.argument("verdict", type=OneNamed(slip_verdicts))
@click.option("--end", type=Day(), metavar="DATE", help="With “moved”: the last day as it is now; without it, no date.")
def slip(desk: CommandRuling, statement: str, verdict: str, end: dt.date | None) -> str:
    """What the letter of a statement did to the deadline: no slip, more time for what is in force, or moved."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.SLIP, desk.statement(statement), value=verdict, end=end)


@_ruling
@click.argument("statement")
@click.argument("form", type=OneNamed(kinds))
def kind(desk: CommandRuling, statement: str, form: str) -> str:
    """What a commitment promises."""
    from tracker.decisions.ruling import Ruling
    from tracker.model import Kind

    return desk.rule(Ruling.KIND, desk.commitment(statement), kind=Kind(form))


@_ruling
@click.argument("statement")
def no_promise(desk: CommandRuling, statement: str) -> str:
    """A statement is not a commitment."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.REJECTED, desk.commitment(statement))


@_ruling
@click.argument("letter")
@click.argument("quote")
@click.option("--kind", "form", type=OneNamed(kinds), required=True, help="What it promises.")
@click.option("--start", type=Day(), metavar="DATE", help="The first day of the interval in which it is due.")
@click.option("--end", type=Day(), metavar="DATE", help="The last day of it.")
@click.option("--words", default="", help="The words that say when.")
def promise(
    desk: CommandRuling, letter: str, quote: str, *, form: str, start: dt.date | None, end: dt.date | None, words: str
) -> str:
    """A quote of a letter is a commitment, found or not."""
    from tracker.decisions.ruling import Ruling
    from tracker.model import Kind

    return desk.rule(Ruling.MISSED, desk.passage(letter, quote), kind=Kind(form), start=start, end=end, value=words)


def _also(name: str, command: click.Command) -> None:
    """The command by another name, which help does not list."""
    alias = copy.copy(command)
    alias.name, alias.hidden = name, True
    decide.add_command(alias)


_also("reject", no_promise)
_also("missed", promise)


@_ruling
@click.argument("thread")
@click.argument("words", metavar="TITLE")
def title(desk: CommandRuling, thread: str, words: str) -> str:
    """The title of a thread is TITLE."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.TITLE, desk.thread(thread), value=words)


@_ruling
@click.argument("thread")
@click.argument("words", metavar="TEXT")
def note(desk: CommandRuling, thread: str, words: str) -> str:
    """A remark on a thread, shown with it."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.NOTE, desk.thread(thread), value=words)


@_ruling
@click.argument("number")
@click.argument("thread", metavar="THREAD")
def registered(desk: CommandRuling, number: str, thread: str) -> str:
    """The promise of the register with this NUMBER is that of THREAD."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.REGISTERED, desk.thread(thread), value=desk.registered(number))


@_ruling
@click.argument("number")
@click.argument("thread", metavar="THREAD")
def unregistered(desk: CommandRuling, number: str, thread: str) -> str:
    """The promise of the register with this NUMBER is not that of THREAD."""
    from tracker.decisions.ruling import Ruling

    return desk.rule(Ruling.UNREGISTERED, desk.thread(thread), value=desk.registered(number))


@decide.command(epilog="Example: tracker decide withdraw status veerverbindingen --in brieven")
@click.argument("ruling", type=OneOf(rulings))
@click.argument("words")
@click.option("--all", "every", is_flag=True, help="Each of its kind on the same quotes, not the last one alone.")
@_inside
def withdraw(ruling: str, words: str, folder: Path | None, every: bool) -> str:
    """Take a ruling back: the last of its kind with these WORDS.

    They are words of one of its quotes or of what it says, or the id or words with which it was given; it need not
    stand any more. All other rulings stay.
    """
    from tracker.commands.source import default_folder
    from tracker.decisions.file import find_ruling, read_rulings
    from tracker.decisions.file import withdraw_ruling as take_out
    from tracker.decisions.toml_text import FILE_NAME
    from tracker.i18n.catalog import N_

    folder = folder or default_folder()
    path = folder / FILE_NAME
    known = read_rulings(path)
    ruling = _RULES.get(ruling, ruling)
    last = find_ruling(known, ruling, words, lambda: quotes_meant(folder, ruling, words))
    same = [row for row in reversed(known) if (row.ruling, row.quotes) == (last.ruling, last.quotes)]
    for decision in same if every else [last]:
        take_out(path, decision)
    return "".join(told_ruling(N_("decide.withdrawn"), row) for row in (same if every else [last]))


@decide.command(name="list", epilog="Example: tracker decide list --in brieven")
@_inside
def list_(folder: Path | None) -> str:
    """List the rulings, in the order that they were given.

    Each with its day, who gave it, what it says, its first quote, and why it does not apply where it does not.
    """
    from tracker.commands.source import CollectionSource, default_folder
    from tracker.decisions.stale import sift
    from tracker.i18n.catalog import gettext, text_of
    from tracker.pipeline import rulings_of
    from tracker.text.escape import plain

    source = CollectionSource(folder or default_folder())
    rows = rulings_of(source.collection)
    stale = {id(row.decision): row.reason for row in sift(rows, source.reading.letters)[1]}
    lines = []
    for row in rows:
        said = " ".join(filter(None, (gettext(f"ruling.name.{row.ruling}"), row.value or str(row.kind or ""))))
        lines.append(f"{row.when:%Y-%m-%d}  {row.who}  {said}")
        lines.append(f"  “{row.quotes[0].quote}” ({row.quotes[0].letter})")
        lines += [f"  {gettext('decide.not-applied', reason=text_of(stale[id(row)]))}"] if id(row) in stale else []
    return "".join(plain(line).rstrip() + "\n" for line in lines) or gettext("decide.none") + "\n"
