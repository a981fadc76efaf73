"""`tracker tui`: the terminal UI, here or in a browser."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from tracker.commands.localized_click import spoken
from tracker.commands.options import Day, OneOf, languages
from tracker.commands.terminal import draws_screens, is_terminal, moves_cursor
from tracker.text.standard_error import tell


@click.command(epilog="Example: tracker tui seeds")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--as-of", type=Day(), metavar="DATE", help="Judge as of this day (default: the newest letter's date).")
@click.option("--rev", metavar="REV", help="The letters as they stood at this git revision.")
@click.option("--strict", is_flag=True, help="Refuse the collection when a file in it cannot be read.")
@click.option(
    "--lang", type=OneOf(languages), help="Language of the screens (default: TRACKER_LANG, else the locale's)."
)
@click.option("--serve", is_flag=True, help="Show it in a browser on this machine instead, at the address printed.")
def tui(
    path: Path | None, *, as_of: dt.date | None, rev: str | None, strict: bool, lang: str | None, serve: bool
) -> int | str:
    """Open the terminal UI; in a terminal that draws no screens print the report."""
    from tracker.commands.source import default_folder
    from tui.study_loader import Scope

    if not serve and is_terminal() and not draws_screens():
        return _printed(path, as_of, rev, lang, strict=strict)
    if serve:
        from tui.serve import serve_app as show
    else:
        from tui.app import run_app as show

    return show(Scope(path or default_folder(), as_of, rev, strict), lang)


def _printed(path: Path | None, as_of: dt.date | None, rev: str | None, lang: str | None, *, strict: bool) -> str:
    """The report of the same letters, after a word on why it is that."""
    from tracker.commands.report import report
    from tracker.i18n.catalog import gettext, language, speak

    speak(lang or language())
    tell((gettext("tui.no-signs") if moves_cursor() else gettext("tui.no-cursor")) + "\n")
    options = {"--as-of": as_of, "--rev": rev, "--lang": lang}
    arguments = [word for name, value in options.items() if value for word in (name, str(value))]
    arguments += ["--strict"] if strict else []
    answer: str = spoken(report).main([*arguments, *([str(path)] if path else [])], standalone_mode=False)
    return answer
