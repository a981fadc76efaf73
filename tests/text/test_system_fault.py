"""What the system says is said in words of the catalog; no text of an error of others goes into a message."""

from __future__ import annotations

import ast
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parsed import nodes_of
from tracker.i18n.catalog import speaking, text_of
from tracker.text.system_fault import system_fault

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.ENFILE, errno.EINVAL])
def test_a_fault_is_told_in_dutch(number: int) -> None:
    with speaking("nl"):
        told = text_of(system_fault(OSError(number, os.strerror(number), "brief.txt")))
    assert told
    assert os.strerror(number).lower() not in told.lower()
    assert not told.startswith("system.")


def test_every_fault_of_the_system_has_words() -> None:
    """Those without a message of their own are told by name."""
    with speaking("en"):
        said = {number: text_of(system_fault(OSError(number, "x"))) for number in errno.errorcode}
    assert [number for number, words in said.items() if "system." in words] == []
    assert said[errno.ENOTSOCK] == "the system calls it ENOTSOCK"
    assert said[errno.ENFILE] == said[errno.EMFILE]


@pytest.mark.parametrize(
    ("fault", "id_"),
    [
        (ValueError("embedded null byte"), "system.einval"),
        (RuntimeError("Symlink loop from 'a'"), "system.eloop"),
        (OSError("no number"), "system.other"),
    ],
)
def test_a_path_that_python_refuses(fault: Exception, id_: str) -> None:
    assert system_fault(fault).id == id_


OURS = {"message", "code", "reason", "fault", "told", "start"}
"""What a fault of ours holds that is a message or a number."""
TOLD = ("gettext", "message", "notify", "self.fail", "UsageError", "Error")
"""What gives words to a person; RulesetError and GitError tell of our data and of git, to whoever mends those."""
NOT_TOLD = ("RulesetError", "GitError", "ValueError", "TypeError", "OSError")


USAGE = {"click.UsageError", "click.BadParameter", "self.fail"}
SUSPECT = re.compile(r"except .* as |strerror|UsageError|BadParameter|self\.fail")
"""What a file has that tells of a fault."""


def borrowed(code: str) -> Iterator[str]:
    """Where words of another's error, or words that are in no catalog, are told."""
    for node in nodes_of(code):
        if isinstance(node, ast.Attribute) and node.attr == "strerror":
            yield f"{node.lineno}: strerror"
        if isinstance(node, ast.ExceptHandler) and node.name:
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and tells(call):
                    given = [*call.args, *(row.value for row in call.keywords)]
                    yield from (f"{call.lineno}: {ast.unparse(row)}" for row in given if quotes(row, node.name))
        if (
            isinstance(node, ast.Call)
            and ast.unparse(node.func) in USAGE
            and "gettext(" not in ast.unparse(node.args[0])
        ):
            yield f"{node.lineno}: {ast.unparse(node)}"


def tells(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    return name.endswith(TOLD) and not name.endswith(NOT_TOLD)


def quotes(given: ast.expr, fault: str) -> bool:
    """Whether what is given holds the text of a fault; functions that take it turn it into a message."""
    if isinstance(given, ast.Call):
        made = ast.unparse(given.func).rpartition(".")[2]
        of = [given.func.value] if isinstance(given.func, ast.Attribute) else []
        taken = given.args if made in {"str", "repr", "getattr"} else []
        return any(quotes(row, fault) for row in (*of, *taken))
    if isinstance(given, ast.Attribute) and given.attr in OURS:
        return False
    if isinstance(given, ast.Name):
        return given.id == fault
    return any(quotes(row, fault) for row in ast.iter_child_nodes(given) if isinstance(row, ast.expr))


@pytest.mark.parametrize("package", ["tracker", "tui"])
def test_no_words_of_others_are_told(package: str) -> None:
    codes = {path: path.read_text(encoding="utf-8") for path in (ROOT / package).rglob("*.py")}
    found = {path: list(borrowed(code)) for path, code in codes.items() if SUSPECT.search(code)}
    assert {path: rows for path, rows in found.items() if rows} == {}


@pytest.mark.parametrize(
    "told",
    [
        "LetterError('x', cause=fault)",
        "LetterError('x', cause=str(fault))",
        "message('x', cause=f'{fault}')",
        "gettext('x', cause=str(fault).splitlines()[0])",
        "LetterError('x', cause=fault.args[0])",
        "LetterError('x', cause=getattr(fault, 'x', fault))",
        "self.notify(fault.strerror)",
    ],
)
def test_borrowed_words_are_seen(told: str) -> None:
    assert list(borrowed(f"try:\n    f()\nexcept OSError as fault:\n    raise {told} from fault\n"))


@pytest.mark.parametrize("told", ["system_fault(fault)", "form_fault(fault, text)", "fault.message", "fault.told"])
def test_messages_are_not(told: str) -> None:
    assert not list(
        borrowed(f"try:\n    f()\nexcept OSError as fault:\n    raise LetterError('x', cause={told}) from fault\n")
    )


def test_a_usage_fault_is_a_message() -> None:
    assert list(borrowed("raise click.UsageError('give either')"))
    assert not list(borrowed("raise click.UsageError(gettext('usage.x'))"))
