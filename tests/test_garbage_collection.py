"""The `tracker` command looks for garbage seldom, and memory in which nothing stands goes back to the system."""

from __future__ import annotations

import platform
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.garbage_collection import give_back

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


@pytest.mark.skipif(not platform.libc_ver()[0].startswith("glibc"), reason="another C library keeps what it keeps")
def test_memory_that_nothing_stands_in_is_given_back() -> None:
    """Also where something that stays was made after it."""
    blocks = [bytes(60_000) for _ in range(1_000)]
    stays = blocks[-1]
    del blocks
    before = _held()
    give_back()
    assert before - _held() > 40
    assert stays


def _held() -> float:
    """The memory of this process now, in MB."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() / 2**20
