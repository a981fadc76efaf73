"""The `tracker` command from its first line on: interrupts, and streams that are closed."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tests import repositories
from tracker.errors import ExitCode
from tracker.pipeline import build_ledger, open_collection

ROOT = Path(__file__).parents[1]

WATCHED = """
import _signal, runpy, sys
_signal.signal(_signal.SIGINT, _signal.default_int_handler)  # a shell has what it starts beside itself ignore it
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


DROPPED = """
import sys
from tracker import __main__, cli
class Held:
    def __del__(self):
        raise {fault}
def work(argv=None):
    held = Held()
    del held
    print("went on")
    return 0
cli.main = work
sys.exit(__main__.main())
"""
"""The tracker at work while it cleans up an object, where Python drops what is raised."""


@pytest.mark.parametrize(
    ("fault", "code", "said"), [("KeyboardInterrupt", ExitCode.INTERRUPTED, ""), ("OSError", ExitCode.DONE, "went on")]
)
def test_an_interrupt_that_python_drops_ends_it_without_a_word(fault: str, code: ExitCode, said: str) -> None:
    script = DROPPED.format(fault=fault)
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (code, said)
    assert bool(done.stderr) is bool(said)


@pytest.fixture
def letters(shared: None, tmp_path: Path) -> Path:
    """Letters that were read before, so that a process that is asked of them has little to load."""
    build_ledger(open_collection(repositories.write(tmp_path)))
    return tmp_path


CLOSED = ("0<&-", "1>&-", "2>&-")
"""How a shell closes each stream."""


WAYS = [" ".join(filter(None, row)) for row in product(*((way, "") for way in CLOSED))]
"""All at once, each by itself, none."""


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        *(("show 9", way) for way in WAYS),
        *(("report nowhere", way) for way in WAYS),
        *((words, way) for words in ("--help", "report --limit=nan") for way in (WAYS[0], *CLOSED[1:])),
    ],
)
def test_closed_streams_are_no_fault_of_ours(
    words: str, closed: str, letters: Path, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a stream closed the store of what was read is opened under its number."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(letters)
    command = f"'{sys.executable}' -m tracker {words} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    wanted = ExitCode.USER if "1>&-" in closed or words.startswith("report") else ExitCode.DONE
    assert done.returncode == wanted, done.stderr
    assert not list(sealed.rglob("faults.log"))


FAILING = """
import sys
from tracker import __main__, cli
from tracker.errors import ExitCode, spared
from tracker.i18n.message import message
SAID = message("error.output-closed")
ENDS = {
    ExitCode.GATE: lambda: cli.Gated("x", SAID),
    ExitCode.USER: lambda: cli.Gated("x", None, None, SAID),
    ExitCode.BUG: lambda: 1 / 0,
    ExitCode.INCOMPLETE: lambda: spared(lambda: 1 / 0) and "x",
}
cli._answer = lambda argv: ENDS[int(sys.argv[1])]()
sys.exit(__main__.main())
"""
"""The tracker with a command that ends with the given exit code, after it tells why."""

UNHEARD = {
    "closed": "2>&-",
    "full": "2>/dev/full",
    "left": "2>&1 >/dev/null | true",
    "both left": "2>&1 | true",
    "stdin closed too": "0<&- 2>&-",
}
"""How a shell has nobody hear what is told."""


@pytest.mark.parametrize("unheard", UNHEARD.values(), ids=UNHEARD)
@pytest.mark.parametrize("code", [ExitCode.GATE, ExitCode.USER, ExitCode.BUG, ExitCode.INCOMPLETE])
def test_that_nobody_hears_why_changes_no_exit_code(code: ExitCode, unheard: str, sealed: Path, tmp_path: Path) -> None:
    if "/dev/full" in unheard and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    ended = tmp_path / "ended"
    (tmp_path / "failing.py").write_text(FAILING, encoding="utf-8")
    first, pipe, last = unheard.partition("|")
    command = f"{{ sleep 0.05; '{sys.executable}' '{tmp_path}/failing.py' {int(code)} {first}; echo $? > '{ended}'; }}"
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(["sh", "-c", f"{command} {pipe} {last}"], env=surroundings, capture_output=True, check=False)
    assert int(ended.read_text(encoding="utf-8")) == code
    assert bool(list(sealed.rglob("faults.log"))) == (code in {ExitCode.BUG, ExitCode.INCOMPLETE})
