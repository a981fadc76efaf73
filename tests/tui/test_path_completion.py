"""The rest of a path that is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.screens.path_completion import completed


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("", "brieven/"),
        ("b", "brieven/"),
        ("brieven/", "brieven/a.txt"),
        ("brieven/a.txt", None),
        (".", ".kept/"),
        ("x", None),
        ("none/x", None),
    ],
)
def test_it_goes_on_to_the_first_that_begins_so(
    typed: str, whole: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brieven").mkdir()
    (tmp_path / "brieven" / "a.txt").touch()
    (tmp_path / ".kept").mkdir()
    monkeypatch.chdir(tmp_path)
    assert completed(typed) == ((whole,) if whole else ())
