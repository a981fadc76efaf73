"""The command line in the language spoken: commands with their help in it, and click's own words.

Help is written in English beside what it tells of; other languages have it in a catalog by those words (HELP).
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from inspect import cleandoc
from types import TracebackType
from typing import Any, TypeVar

import click

from tracker.i18n import catalog
from tracker.i18n.catalog import FOLDER, PLAIN, language
from tracker.text.escape import is_text

HELP = "help"
"""The catalog of help and of click's words."""

_NAME = re.compile(r"[A-Z]+")
"""The name of a value in the usage of a command."""

_Command = TypeVar("_Command", bound=click.Command)


class _Context(click.Context):
    """A command as it is called; a fault in its arguments knows whose they are."""

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        """Click does not say it of an option that lacks values."""
        if isinstance(fault, click.UsageError) and fault.ctx is None:
            fault.ctx = self
        return super().__exit__(kind, fault, trace)


class _Words(click.types.StringParamType):
    """Words on the command line; bytes that are no text have nothing to say, and cannot be written anywhere."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give them. Raises BadParameter: they are no UTF-8."""
        words = super().convert(value, param, ctx)
        if not is_text(words):
            self.fail(catalog.gettext("decisions.no-text"), param, ctx)
        return words


def spoken(command: _Command) -> _Command:
    """A command, its options and the commands in it with their help in the language spoken, as copies."""
    code = language()
    if code in {PLAIN, "en"}:
        return _with_help(command, lambda text: text)
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
    found.context_class = _Context
    found.help, found.short_help, found.epilog = say(command.help), say(command.short_help), say(command.epilog)
    found.options_metavar = _names(command.options_metavar, say)
    if isinstance(command, click.Group) and isinstance(found, click.Group):
        found.subcommand_metavar = _names(command.subcommand_metavar, say) or command.subcommand_metavar
    found.params = [_option_with_help(row, say) for row in command.params]
    # Click keeps the option --help that it made, in the language spoken then.
    found._help_option = None
    if isinstance(found, click.Group):
        found.commands = {name: _with_help(row, say) for name, row in found.commands.items()}
    return found


def _option_with_help(row: click.Parameter, say: Callable[[str | None], str | None]) -> click.Parameter:
    found = copy(row)
    if isinstance(found, click.Option):
        found.help = say(found.help)
    found.metavar = _names(_metavar(row), say)
    # Faults call a type by its name: "'x' is not a valid integer range".
    found.type = _Words() if type(row.type) is click.types.StringParamType else copy(row.type)
    found.type.name = say(row.type.name) or row.type.name
    return found


def _metavar(row: click.Parameter) -> str | None:
    """What the usage calls a value; of an argument without a name for it, or words to choose from, click makes one."""
    chosen = type(row.type).get_metavar is not click.ParamType.get_metavar
    if row.metavar or isinstance(row, click.Option) or chosen:
        return row.metavar
    name = (row.name or "").upper()
    return (name if row.required else f"[{name}]") + ("..." if row.nargs != 1 else "")


def _names(metavar: str | None, say: Callable[[str | None], str | None]) -> str | None:
    """The names of values in the language spoken, with what is around them."""
    return metavar and _NAME.sub(lambda found: say(found.group()) or found.group(), metavar)
