"""The weights stand in the language pack; a language may have none."""

from __future__ import annotations

import pytest

from tracker.extraction.learned.weights import weights_folder
from tracker.language import pack


def test_the_folder_of_the_language() -> None:
    assert weights_folder().joinpath("stack.toml").is_file()


def test_a_language_without_weights_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pack.PACKS, "xx", "tests.language.tiny.pack")
    with pack.using("xx"), pytest.raises(FileNotFoundError, match="xx has no weights"):
        weights_folder()
