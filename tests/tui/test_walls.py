"""The modules of the terminal UI form no circle: screens know a host, not the app."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.imported import imports

ROOT = Path(__file__).parents[2]


def graph(top: Path) -> dict[str, set[str]]:
    """For each module of a tree's tui the modules of it that it imports, lazily and for type checking too."""
    paths = {".".join(path.relative_to(top).with_suffix("").parts): path for path in (top / "tui").rglob("*.py")}
    return {
        name: {
            known
            for module in imports(top, path)
            for known in (module, module.rpartition(".")[0])
            if known in paths and known != name
        }
        for name, path in paths.items()
    }


def test_no_module_imports_one_that_imports_it() -> None:
    found = graph(ROOT)
    assert "tui.screens.base" in found["tui.screens.letter"]
    list(TopologicalSorter(found).static_order())


def test_nobody_imports_the_app_but_who_starts_it() -> None:
    assert [name for name, known in graph(ROOT).items() if "tui.app" in known] == []


@pytest.mark.parametrize("how", ["import tui.app", "def f():\n    from tui.app import run"])
def test_a_planted_circle_is_seen(tmp_path: Path, how: str) -> None:
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "app.py").write_text("from tui.base import Base\n", encoding="utf-8")
    (tmp_path / "tui" / "base.py").write_text(f"{how}\n", encoding="utf-8")
    with pytest.raises(CycleError):
        list(TopologicalSorter(graph(tmp_path)).static_order())
