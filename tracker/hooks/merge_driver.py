"""How git merges the rulings of two branches: by asking the tracker, which falls back on git's own way.

Both settings stand in the repository's own git directory; no file under version control is touched.
"""

from __future__ import annotations

from pathlib import Path

from tracker.decisions.toml_text import FILE_NAME
from tracker.git.repository import Home, set_setting, setting
from tracker.storage.atomic import write_over

NAME = "tracker-rulings"
_LINE = f"{FILE_NAME} merge={NAME}\n"
_DRIVER = (
    '"$(git config --local tracker.python)" -P -m tracker hook merge-rulings %O %A %B 2>/dev/null'
    " || git merge-file -L ours -L base -L theirs %A %O %B"
)


def install_driver(home: Home) -> None:
    """Have git merge rulings by the tracker. Raises OSError."""
    set_setting(home, f"merge.{NAME}.name", "the rulings of both branches")
    set_setting(home, f"merge.{NAME}.driver", _DRIVER)
    _attributes(home, _LINE)


def in_force(home: Home) -> bool:
    """Whether git merges rulings by the tracker, as this version has it done."""
    return setting(home, f"merge.{NAME}.driver") == _DRIVER and _LINE in _text(_attributes_file(home))


def uninstall_driver(home: Home) -> None:
    """Have git merge rulings as it does any text. Raises OSError."""
    set_setting(home, f"merge.{NAME}.name", None)
    set_setting(home, f"merge.{NAME}.driver", None)
    _attributes(home, "")


def _attributes(home: Home, line: str) -> None:
    """Have this line among the attributes of the repository, or none of ours; those of others stay."""
    path = _attributes_file(home)
    before = _text(path)
    after = before.replace(_LINE, "")
    if line:
        after += ("" if not after or after.endswith("\n") else "\n") + line
    if after != before:
        path.parent.mkdir(exist_ok=True)
        write_over(path, after.encode(errors="surrogateescape"))


def _attributes_file(home: Home) -> Path:
    return home.common / "info" / "attributes"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="surrogateescape") if path.is_file() else ""
