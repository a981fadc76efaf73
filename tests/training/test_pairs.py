"""The command that fits the weights of linking."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.training.test_series import TEXT
from tracker.linking.pair_weights import FILE, PairWeights, pair_weights

pytest.importorskip("sklearn", reason="the extra [train] is not installed")

from tracker.training.pairs import as_toml, main


def test_weights_are_read_as_they_were_written() -> None:
    assert msgspec.toml.decode(as_toml(pair_weights()), type=PairWeights) == pair_weights()


def test_it_prints_figures_and_writes_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("maas", "waal"):
        (tmp_path / f"{name}.series").write_text(TEXT, encoding="utf-8")
    assert main(["--made", str(tmp_path), "--linked", "0.6", "--output", str(tmp_path)]) == 0
    assert "maas" in capsys.readouterr().out
    assert msgspec.toml.decode((tmp_path / FILE).read_bytes(), type=PairWeights).linked == 0.6
