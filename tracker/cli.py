"""The command line: parses and dispatches; each verb is a module of tracker.commands, loaded when it is named.

Everything heavy is imported by the command that needs it, so that help is instant. Output is written in one go when a
command is done: on a fault nothing stands on standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextvars import copy_context
from importlib import import_module

import click

from tracker import __version__
from tracker.commands.ascii_fallback import DRAWN, encoding
from tracker.commands.localized_click import click_speaking, spoken
from tracker.commands.options import Gated
from tracker.commands.terminal import draws_screens
from tracker.errors import ExitCode, GateError, TrackerError, UncheckedError, handled, leave_output
from tracker.i18n.message import Message, message

VERBS = (
    "audit",
    "decide",
    "diff",
    "doctor",
    "explain",
    "export",
    "fetch",
    "hook",
    "init",
    "learn",
    "rappel",
    "read",
    "report",
    "show",
    "text",
    "thread",
    "topics",
    "tui",
    "watch",
)
"""The commands; each is the function of its name in the module of its name."""


class Verbs(click.Group):
    """The commands by name, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as Group has it
        """Every verb, for help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as Group has it
        """The command of a verb, None where there is none."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"tracker.commands.{cmd_name}"), cmd_name)
        return spoken(command)


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    epilog="Example: tracker report seeds",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="tracker")
@click.pass_context
def tracker(context: click.Context) -> str | None:
    """Tell what a government's letters promised, changed, postponed, dropped and kept.

    Reads the letters of a folder as one series and answers with the sentences that prove it. PATH is that folder; by
    default the current one if it holds letters, else ./seeds. Without a command: the terminal UI, or in a pipe and in a
    terminal that draws no screens the report.
    """
    if context.invoked_subcommand is not None:
        return None
    verb = "tui" if draws_screens() else "report"
    command = tracker.get_command(context, verb)
    answer: str | None = context.invoke(command) if command else None
    return answer


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code (see ExitCode); the language asked for is spoken till the end."""
    return copy_context().run(handled, lambda: _run(argv))


def _run(argv: Sequence[str] | None) -> int:
    with click_speaking():
        answer = _answer(argv)
    if isinstance(answer, int):
        return answer
    gated = answer if isinstance(answer, Gated) else Gated(answer if isinstance(answer, str | bytes) else "", None)
    _write(gated.answer)
    if gated.printed:
        gated.printed()
    if gated.remedy:
        raise TrackerError(gated.remedy)
    if gated.complaint:
        raise GateError(gated.complaint)
    if gated.unchecked:
        raise UncheckedError(gated.unchecked)
    return ExitCode.DONE


def _answer(argv: Sequence[str] | None) -> object:
    """What the command gives that the arguments name. Raises TrackerError where they name none."""
    try:
        return spoken(tracker).main(args=argv, prog_name="tracker", standalone_mode=False)
    except click.UsageError as fault:
        command = fault.ctx.command_path if fault.ctx else "tracker"
        raise TrackerError("error.usage", fault=_usage_fault(fault), command=command) from fault
    except click.Abort as stop:
        raise KeyboardInterrupt from stop


def _usage_fault(fault: click.UsageError) -> Message | str:
    """What is wrong with the arguments, in our words where click has its own."""
    hint = fault.param.get_error_hint(fault.ctx) if isinstance(fault, click.BadParameter) and fault.param else ""
    if isinstance(fault, click.exceptions.NoArgsIsHelpError):
        group = fault.ctx and fault.ctx.command
        return message(
            "usage.missing", name=group.subcommand_metavar.split()[0] if isinstance(group, click.Group) else ""
        )
    if isinstance(fault, click.MissingParameter):
        choices = fault.param.type.get_missing_message(fault.param, fault.ctx) if fault.param else None
        return (
            message("usage.missing-choice", name=hint, choices=choices)
            if choices
            else message("usage.missing", name=hint)
        )
    if isinstance(fault, click.BadParameter) and hint:
        return message("usage.bad-value", name=hint, cause=fault.message.rstrip("."))
    if isinstance(fault, click.NoSuchOption):
        return message("usage.no-option", name=fault.option_name)
    return fault.format_message().rstrip(".")


def _write(answer: str | bytes) -> None:
    """Write a command's whole answer; signs that the terminal's encoding lacks are drawn in ASCII."""
    if isinstance(answer, str):
        answer = answer.encode(encoding(), errors=DRAWN)
    try:
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # a reader that went away (`| head`) is no fault, and takes no complaint away
        leave_output()
