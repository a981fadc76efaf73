"""The figures on the annotated letters never fall below what was reached; tests/gold/figures.toml keeps them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.documents import read_collection
from tracker.export.json_ledger import to_json
from tracker.model import Ledger
from tracker.pipeline import open_collection

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("shared")]

GOLD = Path(__file__).parent / "gold"
SCORER = Path(__file__).parent.parent.parent / "shared" / "gold" / "score.py"


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer is kept outside this repository, in ../shared/gold")
@pytest.mark.parametrize(("name", "folder"), [("development", GOLD), ("ours", GOLD / "ours")])
def test_the_figures_hold(name: str, folder: Path, seeds: Path, tmp_path: Path, judged: Callable[..., Ledger]) -> None:
    """Every figure that was reached is reached still."""
    ledger = tmp_path / "ledger.json"
    ledger.write_bytes(to_json(judged(read_collection(open_collection(seeds)), seeds.name, None)))
    figures = tomllib.loads((GOLD / "figures.toml").read_text(encoding="utf-8"))[name]
    bounds = [word for key, value in figures.items() for word in ("--min", f"{key}={value}")]
    command = [sys.executable, str(SCORER), str(ledger), str(folder), *bounds]
    scored = subprocess.run(command, capture_output=True, text=True, check=False)
    assert scored.returncode == 0, scored.stdout + scored.stderr
