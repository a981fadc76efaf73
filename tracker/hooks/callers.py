"""Who calls the hooks of a repository where that is not git alone: another tool, or a folder that is not ours to write.

There our scripts stand in the git directory, and a line in that tool's own configuration calls them.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from tracker.git.repository import Home, tracks, where_set

OWN = "tracker-hooks"
"""The folder of the scripts in the git directory."""
_LOCAL = "lefthook-local"
"""What lefthook merges into its configuration by names, so that lines stand there whatever hooks that has already."""
_LEFTHOOK = tuple(
    f"{folder}{name}.{ending}"
    for folder in ("", ".config/")
    for name in (_LOCAL, f".{_LOCAL}", "lefthook", ".lefthook")
    for ending in ("yml", "yaml", "toml", "json", "jsonc")
)
_YAML = """{name}:
  commands:
    tracker:
      use_stdin: true
      run: '{line}'
"""
_TOML = """[{name}.commands.tracker]
use_stdin = true
run = '{line}'
"""


class Caller(Struct, frozen=True):
    """What calls a hook: a tool or folder, the file in which our line belongs, and whether it stands there."""

    tool: str
    file: Path
    line: str
    calls: bool


def caller_of(home: Home, name: str) -> Caller | None:
    """What calls the hook of this name, None where that is git and the hook ours to write."""
    hook = home.hooks / name
    line = f'hook=$(git rev-parse --git-common-dir)/{OWN}/{name}; [ ! -x "$hook" ] || "$hook"'
    if (home.hooks / "h").is_file() and home.hooks.name == "_" and "husky" in _text(home.hooks / "h"):
        return _caller("husky", home.hooks.parent / name, f'{line} "$@"', name)
    if "call_lefthook" in _text(hook):
        known = [home.top / file for file in _LEFTHOOK if (home.top / file).is_file()]
        local = next((file for file in known if _LOCAL in file.name), home.top / f"{_LOCAL}.yml")
        text = (_TOML if local.suffix == ".toml" else _YAML).format(name=name, line=f"{line} {{0}}")
        torn = any(_text(file).count(f"\n{name}:") + _text(file).startswith(f"{name}:") > 1 for file in known)
        return Caller("lefthook", local, text, not torn and any(_called(file, name) for file in known))
    if is_shared(home):
        return _caller("shared", hook, f'{line} "$@"', name)
    if _in_work_tree(home) and tracks(home, home.hooks):
        return _caller("tracked", hook, f'{line} "$@"', name)
    return None


def is_shared(home: Home) -> bool:
    """Whether the folder of hooks is that of other repositories too."""
    scope = where_set(home, "core.hooksPath")
    outside = not any(home.hooks.is_relative_to(own.resolve()) for own in (home.top, home.common, home.own))
    return scope in {"system", "global"} or (scope is not None and outside)


def _in_work_tree(home: Home) -> bool:
    return not home.bare and not home.hooks.is_relative_to(home.common)


def _caller(tool: str, file: Path, line: str, name: str) -> Caller:
    return Caller(tool, file, line, _called(file, name))


def _called(file: Path, name: str) -> bool:
    """Whether our line stands in a file."""
    return f"{OWN}/{name}" in _text(file)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return ""
