"""`tracker hook`: the git hooks that report on letters as they arrive."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from tracker.commands.options import Gated, OneOf, fail_on_option, languages
from tracker.errors import CollectionError
from tracker.export.registry import form_of, report_forms

if TYPE_CHECKING:
    from tracker.git.repository import Home
    from tracker.hooks.config import HookConfig
    from tracker.hooks.scripts import Hook


def _form_flags(command: Callable[..., Gated]) -> Callable[..., Gated]:
    """A flag for each form that a report can also be written in; the command gets them by name."""
    for form in reversed(report_forms()[1:]):
        told = "Write each report in this form too."
        command = click.option(f"--{form.name}", form.name, is_flag=True, help=told)(command)
    return command


@click.group(epilog="Example: tracker hook install --letters seeds")
def hook() -> None:
    """Report on letters when git brings them.

    After a commit, a merge or pull, and a rebase the hooks write a report of each letter that is new or changed, and
    print ten lines of it. They never stop git and change no commit; trouble goes to a log that they name. Only the gate
    before a push, installed with --fail-on, may say no.
    """


@hook.command(epilog="Example: tracker hook install --letters seeds --html --lang nl --fail-on slipped,dropped")
@click.option("--letters", metavar="PATH", help="The folder of letters in the repository (default: seeds, else here).")
@click.option("--report-dir", "reports", metavar="PATH", help="Where reports are written (default: reports).")
@_form_flags
@click.option("--lang", type=OneOf(languages), help="The language of reports (default: that of each user).")
@fail_on_option("Also stop a push that brings new findings of these kinds")
@click.option("--allow-unchecked", is_flag=True, help="With --fail-on: a push that cannot be checked goes on.")
def install(
    letters: str | None,
    reports: str | None,
    *,
    lang: str | None,
    fail_on: tuple[str, ...] | None,
    allow_unchecked: bool,
    **also: bool,
) -> Gated:
    """Put the hooks into this repository.

    A hook that is there is kept and runs first; where husky, lefthook or a folder that others share calls the hooks,
    the lines that are to be added there are printed. Doing it again mends what another tool took away; options that are
    given hold from then on, those that are not stay as they were until the hooks are uninstalled.
    """
    from msgspec.structs import replace

    from tracker.commands.source import default_folder
    from tracker.git.repository import home_of
    from tracker.hooks import merge_driver, record, scripts
    from tracker.hooks.config import HookConfig, config_of, keep_wishes

    home = home_of(Path())
    here = Path() if home.bare or not default_folder().is_dir() else default_folder()
    had = config_of(home) or HookConfig(letters=_inside(home, here, "--letters"))
    given = {
        "letters": _inside(home, Path(letters), "--letters") if letters else None,
        "reports": _inside(home, home.top / reports, "--report-dir") if reports else None,
        "also": tuple(name for name, wanted in also.items() if wanted or name in had.also),
        "lang": lang,
        "fail_on": fail_on,
        "allow_unchecked": allow_unchecked,
    }
    wishes = replace(had, **{name: value for name, value in given.items() if value})
    _refuse_odd(home, wishes)
    gate = (scripts.GATE,) if wishes.fail_on else ()
    scripts.install_scripts(home, scripts.BARE if home.bare else (*scripts.ARRIVALS, *gate))
    keep_wishes(home, wishes)
    record.begin(home, wishes)
    merge_driver.install_driver(home)
    return _installed(home)


@hook.command(epilog="Example: tracker hook status")
def status() -> str:
    """Tell which hooks are installed."""
    from tracker.git.repository import home_of

    return hooks_status(home_of(Path()))


@hook.command(epilog="Example: tracker hook uninstall")
def uninstall() -> str:
    """Take the hooks away.

    What was there before them is put back as it was; reports stay.
    """
    from tracker.git.repository import home_of
    from tracker.hooks import merge_driver, record, scripts
    from tracker.hooks.config import keep_wishes
    from tracker.i18n.catalog import gettext

    home = home_of(Path())
    gone = scripts.uninstall_scripts(home)
    keep_wishes(home, None)
    record.forget_record(home)
    merge_driver.uninstall_driver(home)
    return (gettext("hook.removed", hooks=", ".join(gone)) if gone else gettext("hook.none")) + "\n"


@hook.command(epilog="Example: tracker hook catch-up")
def catch_up() -> str:
    """Write the reports that are missing.

    Of letters whose hook was killed, that came by a tool that runs none, or before the hooks, as the last commit has
    them; where more than ten are missing, one report of them all.
    """
    from tracker.errors import HistoryError
    from tracker.git.repository import home_of
    from tracker.hooks import on_arrival
    from tracker.hooks.config import config_of
    from tracker.i18n.catalog import gettext, speak

    home = home_of(Path())
    wishes = config_of(home)
    if wishes is None:
        raise HistoryError("hook.not-installed")
    if wishes.lang:
        speak(wishes.lang)
    return on_arrival.tell_missed(home, wishes) or gettext("hook.caught-up") + "\n"


@hook.command(epilog="Example: tracker hook run post-commit")
@click.argument("name", type=click.Choice(["post-commit", "post-merge", "post-rewrite", "pre-push", "post-receive"]))
@click.argument("words", nargs=-1)
def run(name: str, words: tuple[str, ...]) -> Gated:
    """Report on what just arrived, or check what is pushed, as git would have it done.

    NAME is the hook, WORDS what git tells it.
    """
    from tracker.hooks.runner import run_hook as answer

    told = name in {"post-rewrite", "pre-push", "post-receive"}
    said = answer(name, words, [line for line in sys.stdin.read().splitlines() if line] if told else [])
    return Gated(said.text, said.complaint, said.unchecked)


@hook.command(epilog="Example: tracker hook merge-rulings base.toml ours.toml theirs.toml")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
def merge_rulings(base: Path, ours: Path, theirs: Path) -> str:
    """Merge the rulings of two branches, as git would have it done.

    What THEIRS added to BASE and took back from it is done to OURS; new rulings stand in the order of their times.
    """
    from tracker.decisions.file import text_of_file
    from tracker.decisions.merge import merged_rulings
    from tracker.storage.atomic import write_over

    write_over(ours, merged_rulings(*(text_of_file(path) for path in (base, ours, theirs))))
    return ""


def _installed(home: Home) -> Gated:
    """The hooks, and the lines that are missing in the configuration of another tool."""
    from tracker.hooks import scripts
    from tracker.i18n.catalog import gettext
    from tracker.i18n.message import message

    calls = [row for row in scripts.inspect(home) if row.state is scripts.HookState.UNCALLED and row.caller]
    text = hooks_status(home)
    for row in calls:
        if row.caller:
            text += f"\n{gettext('hook.add', file=os.path.relpath(row.caller.file))}\n\n{row.caller.line.rstrip()}\n"
    tool = calls[0].caller.tool if calls and calls[0].caller else ""
    return Gated(text, None, remedy=message("hook.uncalled", tool=message(f"hook.caller.{tool}")) if calls else None)


def hooks_status(home: Home) -> str:
    """The hooks of a repository, what they look at and where they write."""
    from tracker.hooks import fault_log, record, scripts
    from tracker.hooks.config import config_of
    from tracker.i18n.catalog import gettext, listed, ngettext
    from tracker.text.escape import plain

    wishes = config_of(home)
    rows = [(row.name, _state_of(row)) for row in scripts.inspect(home)]
    if wishes:
        forms = gettext("hook.row.forms", folder=wishes.reports, forms=listed(list(wishes.forms)))
        rows.append((gettext("hook.row.letters"), wishes.letters))
        rows.append((gettext("hook.row.reports"), forms))
        rows += [(gettext("hook.row.language"), wishes.lang)] if wishes.lang else []
        rows += [(gettext("hook.row.fails-on"), ",".join(wishes.fail_on))] if wishes.fail_on else []
    owed = len(record.missing_reports(home, wishes)) if wishes else 0
    rows += [(gettext("hook.row.missing"), ngettext("hook.missing", owed))] if owed else []
    log = home.common / fault_log.FILE
    rows += [(gettext("hook.row.log"), str(log))] if log.exists() else []
    return "".join(plain(f"{name:<13} {said}") + "\n" for name, said in rows)


def _state_of(row: Hook) -> str:
    from tracker.i18n.catalog import gettext

    tool = gettext(f"hook.caller.{row.caller.tool}") if row.caller else ""
    state = gettext(f"hook.state.{row.state}", tool=tool)
    return gettext("hook.row.keeps", state=state) if row.keeps else state


def _refuse_odd(home: Home, wishes: HookConfig) -> None:
    """Say what cannot be had. Raises CollectionError."""
    if home.bare and wishes.fail_on:
        raise CollectionError("hook.bare")
    from tracker.documents.formats.registry import suffixes

    read = [name for name in wishes.forms if form_of(name, "sheets").ending in suffixes()]
    if read and PurePosixPath(wishes.reports).is_relative_to(wishes.letters):
        raise CollectionError("hook.page-among-letters", form=read[0], reports=wishes.reports, letters=wishes.letters)


def _inside(home: Home, path: Path, option: str) -> str:
    """A path as the repository names it: relative to its top, with forward slashes. Raises CollectionError."""
    place = (home.top / path if home.bare else path).resolve()
    if not place.is_relative_to(home.top.resolve()):
        raise CollectionError("hook.outside", path=path, option=option)
    return place.relative_to(home.top.resolve()).as_posix()
