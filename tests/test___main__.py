"""The `tracker` command from its first line on: interrupts, and streams that are closed."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tracker.errors import ExitCode

ROOT = Path(__file__).parents[1]

WATCHED = """
import _signal, runpy, sys
loaded = []
class Watch:
    def find_spec(self, name, path=None, target=None):
        loaded.append((name, _signal.getsignal(_signal.SIGINT) is not _signal.default_int_handler))
for name in {"signal", "enum", "__future__"} & set(sys.modules):
    del sys.modules[name]
sys.meta_path.insert(0, Watch())
sys.argv = ["tracker", "--version"]
try:
    runpy.run_module("tracker", run_name="__main__")
except SystemExit:
    print(*loaded[loaded.index(("tracker.__main__", False)) + 1])
"""


def test_an_interrupt_is_answered_before_anything_else_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "tracker.errors True", done.stderr


CLOSED = ("0<&-", "1>&-", "2>&-")
"""How a shell closes each stream."""


@pytest.mark.parametrize(
    "words", ["--help", "explain 'In mei volgt de brief.'", "report nowhere", "report --limit=nan"]
)
@pytest.mark.parametrize("closed", [" ".join(filter(None, row)) for row in product(*((way, "") for way in CLOSED))])
def test_closed_streams_are_no_fault_of_ours(words: str, closed: str, sealed: Path) -> None:
    command = f"'{sys.executable}' -m tracker {words} {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    wanted = ExitCode.USER if "1>&-" in closed or words.startswith("report") else ExitCode.DONE
    assert done.returncode == wanted, done.stderr
    assert not list(sealed.rglob("faults.log"))
