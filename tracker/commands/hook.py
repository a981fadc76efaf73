"""`tracker hook`: the git hooks that report on letters as they arrive."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.errors import CollectionError

if TYPE_CHECKING:
    from tracker.history import Home


@click.group(epilog="Example: tracker hook install --letters seeds")
def hook() -> None:
    """Report on letters when git brings them.

    After a commit, a merge or pull, and a rebase the hooks write a report of each letter that is new or changed, and
    print ten lines of it. They never stop git and change no commit; trouble goes to a log that they name.
    """


@hook.command(epilog="Example: tracker hook install --letters seeds --report-dir reports")
@click.option("--letters", metavar="PATH", help="The folder of letters in the repository (default: seeds, else here).")
@click.option(
    "--report-dir", "reports", default="reports", show_default=True, metavar="PATH", help="Where reports are written."
)
def install(letters: str | None, reports: str) -> str:
    """Put the hooks into this repository.

    A hook that is there is kept and runs first. Doing it twice changes nothing.
    """
    from tracker.history import home_of, set_settings
    from tracker.hooks import scripts
    from tracker.source import default_folder

    home = home_of(Path())
    here = Path() if home.bare or not default_folder().is_dir() else default_folder()
    folder = _inside(home, Path(letters) if letters is not None else here, "--letters")
    set_settings(home, {"letters": folder, "reports": _inside(home, home.top / reports, "--report-dir")})
    scripts.install(home)
    return status_of(home)


@hook.command(epilog="Example: tracker hook status")
def status() -> str:
    """Tell which hooks are installed."""
    from tracker.history import home_of

    return status_of(home_of(Path()))


@hook.command(epilog="Example: tracker hook uninstall")
def uninstall() -> str:
    """Take the hooks away.

    What was there before them is put back as it was; reports stay.
    """
    from tracker.history import home_of, set_settings
    from tracker.hooks import scripts

    home = home_of(Path())
    gone = scripts.uninstall(home)
    set_settings(home, {"letters": None, "reports": None})
    return f"taken away: {', '.join(gone)}\n" if gone else "there was no hook of the tracker here\n"


@hook.command(epilog="Example: tracker hook run post-commit")
@click.argument("name", type=click.Choice(["post-commit", "post-merge", "post-rewrite", "post-receive"]))
@click.argument("words", nargs=-1)
def run(name: str, words: tuple[str, ...]) -> str:
    """Report on what just arrived, as git would have it done.

    NAME is the hook, WORDS what git tells it.
    """
    from tracker.hooks.arrival import run as report

    told = name in {"post-rewrite", "post-receive"}
    return report(name, words, [line for line in sys.stdin.read().splitlines() if line] if told else [])


def status_of(home: Home) -> str:
    """The hooks of a repository, what they look at and where they write."""
    from tracker.history import settings
    from tracker.hooks import scripts
    from tracker.hooks.arrival import LOG
    from tracker.reports.safe import plain

    known = settings(home)
    rows = [
        f"{row.name:<13} {row.state}{', after the hook that was there' if row.keeps else ''}"
        for row in scripts.inspect(home)
    ]
    rows += [f"{name:<13} {known[name]}" for name in ("letters", "reports") if name in known]
    log = home.common / LOG
    rows += [f"{'log':<13} {log}"] if log.exists() else []
    return "".join(plain(row) + "\n" for row in rows)


def _inside(home: Home, path: Path, option: str) -> str:
    """A path as the repository names it: relative to its top, with forward slashes. Raises CollectionError."""
    place = (home.top / path if home.bare else path).resolve()
    if not place.is_relative_to(home.top.resolve()):
        raise CollectionError(f"{path} is not in this repository; give {option} a folder in it.")
    return place.relative_to(home.top.resolve()).as_posix()
