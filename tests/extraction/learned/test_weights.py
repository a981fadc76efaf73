"""The weights stand in the language pack; a language may have none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from msgspec import Struct

from tracker.errors import TrackerError
from tracker.extraction.learned import weights
from tracker.extraction.learned.formulas import load_stack
from tracker.extraction.learned.kinds import load_kinds
from tracker.extraction.learned.linear import load_reader
from tracker.extraction.learned.weights import read_fitted, weights_folder
from tracker.language import pack
from tracker.linking.pair_weights import pair_weights
from tracker.status.lapse import lapse_weights


def test_the_folder_of_the_language() -> None:
    assert weights_folder().joinpath("stack.toml").is_file()


def test_a_language_without_weights_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pack.PACKS, "xx", "tests.language.tiny.pack")
    with pack.using("xx"), pytest.raises(FileNotFoundError, match="xx has no weights"):
        weights_folder()


class Made(Struct, frozen=True):
    bias: float


def test_weights_that_were_fitted_and_those_that_nobody_fitted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    unfitted = Made(0.0)
    monkeypatch.setattr(pack.current(), "weights", None)
    assert read_fitted("made.toml", unfitted) is unfitted
    monkeypatch.setattr(pack.current(), "weights", tmp_path)
    assert read_fitted("made.toml", unfitted) is unfitted
    (tmp_path / "made.toml").write_text("bias = 2.0", encoding="utf-8")
    assert read_fitted("made.toml", unfitted) == Made(2.0)
    (tmp_path / "made.toml").write_text("bias =", encoding="utf-8")
    with pytest.raises(TrackerError, match=r"made\.toml"):
        read_fitted("made.toml", unfitted)


LOADED: dict[str, Callable[[], object]] = {
    "linear.npz": load_reader,
    "kinds.npz": load_kinds,
    "stack.toml": load_stack,
    "pairs.toml": pair_weights,
    "lapse.toml": lapse_weights,
}


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"a = 1\n", b"\xff\xfe"], ids=["empty", "cut", "other", "no text"]
)
@pytest.mark.parametrize("name", LOADED)
def test_a_damaged_file_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    monkeypatch.setitem(pack.PACKS, "xx", "tests.language.tiny.pack")
    monkeypatch.setattr(weights, "current", lambda: SimpleNamespace(weights=tmp_path))
    # Another language, so that nothing is remembered, neither before nor after.
    with pack.using("xx"), pytest.raises(TrackerError, match=f"{name} .*install the tracker anew"):
        LOADED[name]()
