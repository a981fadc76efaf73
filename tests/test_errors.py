"""The handler of errors says what went wrong even where nothing but Python is installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.errors import ExitCode, culprits, handled, spared

ROOT = Path(__file__).parent.parent

WITHOUT = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Blocked())
from tracker.{module} import {name} as run
sys.exit(run({args}))
"""
"""A Python in which packages are not installed."""


def without(blocked: set[str], code: str) -> subprocess.CompletedProcess[str]:
    """Run `MODULE NAME ARGS` where these packages cannot be imported."""
    module, name, args = code.split(" ", 2)
    script = WITHOUT.format(blocked=blocked, module=module, name=name, args=args)
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.mark.parametrize("package", ["platformdirs", "msgspec"])
def test_a_missing_package_is_one_sentence_with_its_remedy(package: str) -> None:
    done = without({package}, "cli main ['report', 'seeds']")
    assert done.returncode == ExitCode.USER
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"tracker: the Python package '{package}' is not installed; run 'pip install")


def test_a_missing_parser_is_told_too() -> None:
    done = without({"click"}, "__main__ main ")
    assert done.returncode == ExitCode.USER
    assert done.stderr.startswith("tracker: the Python package 'click' is not installed")


def test_a_bug_is_logged_without_any_package(sealed: Path) -> None:
    blocked = {"platformdirs", "msgspec", "click"}
    done = without(blocked, "errors handled lambda: 1 // 0")
    assert done.returncode == ExitCode.BUG
    log = next(sealed.rglob("faults.log"))
    assert str(log) in done.stderr
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_a_module_of_our_own_that_is_missing_is_a_bug(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> int:
        raise ModuleNotFoundError("No module named 'tracker.nowhere'", name="tracker.nowhere")

    assert handled(fail) == ExitCode.BUG
    assert "fault of the tracker itself" in capsys.readouterr().err


def test_the_log_is_where_platformdirs_would_put_it(sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from platformdirs import user_log_path

    assert handled(lambda: 1 // 0) == ExitCode.BUG
    assert str(user_log_path("progress-letter-tracker") / "faults.log") in capsys.readouterr().err
    assert any(sealed.rglob("faults.log"))


def test_without_a_place_for_the_log_the_sentence_stands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/proc/nowhere")
    assert handled(lambda: 1 // 0) == ExitCode.BUG
    assert "could not be kept" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("rows", "odd", "found"),
    [
        ((), "b", ()),
        (("a", "b", "c"), "b", ("b",)),
        (("a", "b", "c", "d"), "ad", ("a", "b", "c", "d")),
        (("a", "c"), "b", ()),
    ],
)
def test_the_rows_that_make_an_action_fail_are_found_by_halves(
    rows: tuple[str, ...], odd: str, found: tuple[str, ...]
) -> None:
    """Where only rows of both halves together fail, all of them are."""
    assert culprits(rows, lambda some: bool(some) and set(odd) <= set(some)) == found


class Interrupted:
    """What a class that holds it makes another exception of, in its `__set_name__`."""

    def __set_name__(self, owner: type, name: str) -> None:
        raise KeyboardInterrupt


@pytest.mark.parametrize("inside", [False, True])
def test_an_interrupt_is_one_whatever_it_was_turned_into(inside: bool, capsys: pytest.CaptureFixture[str]) -> None:
    def make() -> int:
        type("Holder", (), {"it": Interrupted()})
        return 0

    assert handled(lambda: 0 if inside and spared(make) else make()) == ExitCode.INTERRUPTED
    assert capsys.readouterr() == ("", "")
