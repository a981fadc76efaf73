"""The scripts in a repository's hooks folder: installed, inspected and taken away; a hook that was there is kept."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Collection, Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from tracker.errors import ExitCode, HistoryError
from tracker.git.history import Home
from tracker.hooks.record import FILE
from tracker.storage.atomic import write_over

ARRIVALS = ("post-commit", "post-merge", "post-rewrite")
"""The hooks of a repository with a work tree: what a commit, a merge or pull, and a rebase bring."""
BARE = ("post-receive",)
"""The hooks of a bare repository: what a push brings."""
GATE = "pre-push"
"""The one hook that may say no; only where it is asked for."""
ALL = (*ARRIVALS, GATE, *BARE)

_MARK = "# progress-letter-tracker: "
_KEPT = ".before-tracker"

_HEAD = f"""#!/bin/sh
{_MARK}tells what an arriving letter promises, changes, postpones and drops.
# 'tracker hook uninstall' takes this away and puts back what was here before.
python={{python}}
input={{input}}
status=0
given() {{{{ [ -z "$input" ] || printf '%s\\n' "$input"; }}}}
if [ -x "$0{_KEPT}" ]; then
    given | "$0{_KEPT}" "$@" || status=$?
fi
"""
_SINCE = f"""letters=$(git config --local tracker.letters) || exit $status
[ "$letters" != . ] || letters=
record=$(git rev-parse --git-dir)/{FILE}
if [ -f "$record" ]; then
    read -r seen < "$record"
    [ "$(git rev-parse --quiet --verify "HEAD:$letters")" != "$seen" ] || exit $status
fi
"""
_BODY = """if ! [ -x "$python" ]; then
    echo "tracker: its Python is gone, so nothing is told; 'tracker hook install' mends this." >&2
    exit $status
fi
given | "$python" -P -m tracker hook run {name} -- "$@"
"""
_GATE_BEFORE = "[ $status -eq 0 ] || exit $status\n"
_GATE_BODY = f"""if [ -x "$python" ]; then
    given | "$python" -P -m tracker hook run {{name}} -- "$@"
    code=$?
    # 1 is a no and 4 that it cannot tell, unless it is Python that ends so because the tracker is gone.
    case $code in 0) exit 0 ;; 1|4) "$python" -P -c 'import tracker.cli' 2>/dev/null && exit $code ;; esac
fi
[ "$(git config --local --bool tracker.allow-unchecked)" = true ] && exit 0
echo "tracker: this push is not checked, so it is stopped; 'tracker hook install' mends this, --no-verify passes." >&2
exit {int(ExitCode.INCOMPLETE)}
"""
_QUICK = {
    "post-commit": _SINCE,
    "post-merge": _SINCE,
    "post-rewrite": _SINCE,
    GATE: _GATE_BEFORE,
}
"""What is done before Python is started, for that takes longer than all else where no letter changed."""
_TOLD = frozenset({"post-rewrite", "post-receive", GATE})
"""The hooks that git gives lines of input."""


class HookState(StrEnum):
    """What stands in the place of a hook; the message is "hook.state." and the value."""

    ABSENT = "absent"
    FOREIGN = "foreign"
    """One that is another's."""
    OLD = "old"
    """One that another version installed."""
    INSTALLED = "installed"


class Hook(Struct, frozen=True):
    """A hook of a repository: its name, what stands there, and whether a hook of before runs first."""

    name: str
    state: HookState
    keeps: bool


def inspect(home: Home) -> Iterator[Hook]:
    """Each hook that belongs in this repository."""
    for name in BARE if home.bare else (*ARRIVALS, GATE):
        yield Hook(name, _state(home.hooks / name), _kept(home.hooks / name).exists())


def install(home: Home, names: Collection[str]) -> None:
    """Put these hooks in their places and take others of ours away; one of another is kept, and will run first.

    Doing it twice changes nothing. Raises HistoryError; the hooks are then as they were, or some of them installed.
    """
    try:
        home.hooks.mkdir(parents=True, exist_ok=True)
        for name in names:
            _put(home.hooks / name)
        for name in set(ALL) - set(names):
            _take_away(home.hooks / name)
    except OSError as fault:
        raise _unwritable(home, fault) from fault


def uninstall(home: Home) -> tuple[str, ...]:
    """Take every hook of ours away and put back what was there; the names of those that were. Raises HistoryError."""
    try:
        return tuple(name for name in ALL if _take_away(home.hooks / name))
    except OSError as fault:
        raise _unwritable(home, fault) from fault


def script(name: str, python: str) -> str:
    """The script of a hook, in what any sh understands, that of Windows too; `python` has forward slashes."""
    head = _HEAD.format(python=shlex.quote(python), input="$(cat)" if name in _TOLD else "")
    body = _GATE_BODY if name == GATE else _BODY + "exit $status\n"
    return head + _QUICK.get(name, "") + body.format(name=name)


def _put(path: Path) -> None:
    state = _state(path)
    if state is HookState.FOREIGN:
        _keep(path)
    if state is not HookState.INSTALLED:
        write_over(path, _script(path))
        path.chmod(0o755)


def _take_away(path: Path) -> bool:
    """Remove a hook of ours and put back what was there; False where there is none of ours."""
    if _state(path) not in {HookState.INSTALLED, HookState.OLD}:
        return False
    if _kept(path).exists():
        _kept(path).replace(path)
    else:
        path.unlink()
    return True


def _script(path: Path) -> str:
    return script(path.name, Path(sys.executable).as_posix())


def _state(path: Path) -> HookState:
    if not path.exists() and not path.is_symlink():
        return HookState.ABSENT
    text = path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""
    if text == _script(path):
        return HookState.INSTALLED
    return HookState.OLD if _MARK in text else HookState.FOREIGN


def _kept(path: Path) -> Path:
    """Where the hook that was there before is kept."""
    return path.with_name(path.name + _KEPT)


def _keep(path: Path) -> None:
    """Move another's hook aside, byte for byte; never over one that is kept already."""
    if _kept(path).exists():
        raise HistoryError("hook.another-s", path=path, kept=_kept(path).name)
    path.rename(_kept(path))


def _unwritable(home: Home, fault: OSError) -> HistoryError:
    return HistoryError("hook.unwritable", path=home.hooks, cause=fault.strerror)
