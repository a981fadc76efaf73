"""The command line in the language spoken: commands with their help in it, and click's own words.

Help is written in English beside what it tells of; other languages have it in a catalog by those words (HELP).
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from inspect import cleandoc
from typing import TypeVar

import click

from tracker.i18n.catalog import FOLDER, PLAIN, language

HELP = "help"
"""The catalog of help and of click's words."""
_Command = TypeVar("_Command", bound=click.Command)


def spoken(command: _Command) -> _Command:
    """A command, its options and the commands in it with their help in the language spoken, as copies."""
    code = language()
    if code in {PLAIN, "en"}:
        return command
    words = gettext.translation(HELP, FOLDER, [code], fallback=True).gettext
    return _with_help(command, lambda text: text and words(cleandoc(text)))


@contextmanager
def click_speaking() -> Iterator[None]:
    """Let click speak the language spoken; it asks gettext's own domain, in the language of the environment."""
    kept, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(HELP, str(FOLDER))
    gettext.textdomain(HELP)
    os.environ["LANGUAGE"] = language() or "en"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        os.environ.pop("LANGUAGE")
        if kept is not None:
            os.environ["LANGUAGE"] = kept


def _with_help(command: _Command, say: Callable[[str | None], str | None]) -> _Command:
    found = copy(command)
    found.help, found.short_help, found.epilog = say(command.help), say(command.short_help), say(command.epilog)
    found.params = [_option_with_help(row, say) for row in command.params]
    # Click keeps the option --help that it made, in the language spoken then.
    found._help_option = None
    if isinstance(found, click.Group):
        found.commands = {name: _with_help(row, say) for name, row in found.commands.items()}
    return found


def _option_with_help(row: click.Parameter, say: Callable[[str | None], str | None]) -> click.Parameter:
    if not isinstance(row, click.Option):
        return row
    found = copy(row)
    found.help = say(row.help)
    return found
