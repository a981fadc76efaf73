"""The scripts in a repository's hooks folder: installed, inspected and taken away; a hook that was there is kept."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from tracker.errors import HistoryError
from tracker.files import write_over
from tracker.history import Home

NAMES = ("post-commit", "post-merge", "post-rewrite")
"""The hooks of a repository with a work tree: what a commit, a merge or pull, and a rebase bring."""
BARE = ("post-receive",)
"""The hooks of a bare repository: what a push brings."""
_ALL = (*NAMES, *BARE)

_MARK = "# progress-letter-tracker: "
_KEPT = ".before-tracker"
_SCRIPT = f"""#!/bin/sh
{_MARK}tells what an arriving letter promises, changes, postpones and drops.
# 'tracker hook uninstall' takes this away and puts back what was here before.
input=
case $(basename "$0") in post-rewrite | post-receive) input=$(cat) ;; esac
status=0
if [ -x "$0{_KEPT}" ]; then
    printf '%s\\n' "$input" | "$0{_KEPT}" "$@" || status=$?
fi
if [ -x {{python}} ]; then
    printf '%s\\n' "$input" | {{python}} -P -m tracker hook run "$(basename "$0")" "$@" || :
else
    echo "tracker: its Python is gone, so there is no report; 'tracker hook install' mends this." >&2
fi
exit $status
"""


class State(StrEnum):
    """What stands in the place of a hook."""

    ABSENT = "absent"
    FOREIGN = "another's"
    OLD = "installed by another version"
    INSTALLED = "installed"


class Hook(Struct, frozen=True):
    """A hook of a repository: its name, what stands there, and whether a hook of before runs first."""

    name: str
    state: State
    keeps: bool


def inspect(home: Home) -> Iterator[Hook]:
    """Each hook that belongs in this repository."""
    for name in BARE if home.bare else NAMES:
        yield Hook(name, _state(home.hooks / name), _kept(home.hooks / name).exists())


def install(home: Home) -> None:
    """Put every hook in its place; one of another is kept, and will run first. Doing it twice changes nothing.

    Raises HistoryError; the hooks are then as they were, or some of them installed.
    """
    try:
        home.hooks.mkdir(parents=True, exist_ok=True)
        for hook in inspect(home):
            path = home.hooks / hook.name
            if hook.state is State.FOREIGN:
                _keep(path)
            if hook.state is not State.INSTALLED:
                write_over(path, _script())
                path.chmod(0o755)
    except OSError as fault:
        raise HistoryError(f"{home.hooks} cannot be written ({fault.strerror}); ask for the right to do so.") from fault


def uninstall(home: Home) -> tuple[str, ...]:
    """Take every hook of ours away and put back what was there; the names of those that were. Raises HistoryError."""
    gone: list[str] = []
    try:
        for name in _ALL:
            path = home.hooks / name
            if _state(path) in {State.INSTALLED, State.OLD}:
                if _kept(path).exists():
                    _kept(path).replace(path)
                else:
                    path.unlink()
                gone.append(name)
    except OSError as fault:
        raise HistoryError(f"{home.hooks} cannot be written ({fault.strerror}); ask for the right to do so.") from fault
    return tuple(gone)


def _script() -> str:
    """The script of every hook; it finds out by its own name which one it is."""
    return _SCRIPT.format(python=shlex.quote(Path(sys.executable).as_posix()))


def _state(path: Path) -> State:
    if not path.exists() and not path.is_symlink():
        return State.ABSENT
    text = path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""
    if text == _script():
        return State.INSTALLED
    return State.OLD if _MARK in text else State.FOREIGN


def _kept(path: Path) -> Path:
    """Where the hook that was there before is kept."""
    return path.with_name(path.name + _KEPT)


def _keep(path: Path) -> None:
    """Move another's hook aside, byte for byte; never over one that is kept already."""
    if _kept(path).exists():
        raise HistoryError(f"both {path} and {_kept(path).name} are another's; remove one of them first.")
    path.rename(_kept(path))
