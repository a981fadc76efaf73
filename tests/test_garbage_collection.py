"""The `tracker` command looks for garbage seldom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

ASKED = """
import gc, sys
from tracker import __main__, cli
cli._answer = lambda argv: str(gc.get_threshold()[0])
sys.exit(__main__.main())
"""


def test_a_command_looks_seldom() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) > 100_000
