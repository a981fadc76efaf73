"""The log of what kept a hook from its work."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests import repositories
from tests.throwaway_repo import Repo
from tracker.documents import load_collection
from tracker.git.repository import Home, home_of
from tracker.hooks import fault_log
from tracker.hooks.checkup import look

WHOLE = "2026-11-30T08:00:00Z /srv/brieven\nTraceback (most recent call last):\nOSError: [Errno 28] schijf vol\n"


def home(folder: Path) -> Home:
    return Home(top=folder, own=folder, common=folder, hooks=folder, bare=False)


def test_a_fault_is_kept_until_the_log_is_deleted(tmp_path: Path) -> None:
    assert fault_log.kept_faults(home(tmp_path)) is None
    for cause in ("de schijf is vol", "de map is weg"):
        fault_log.keep_fault(home(tmp_path), OSError(cause))
    found = fault_log.kept_faults(home(tmp_path))
    assert found is not None
    assert (found.number, found.cause) == (2, "OSError: de map is weg")
    (tmp_path / fault_log.FILE).unlink()
    assert fault_log.kept_faults(home(tmp_path)) is None


def test_a_log_that_is_too_long_begins_anew(tmp_path: Path) -> None:
    (tmp_path / fault_log.FILE).write_text(WHOLE + "x" * fault_log.LARGEST, "utf-8")
    fault_log.keep_fault(home(tmp_path), OSError("nieuw"))
    found = fault_log.kept_faults(home(tmp_path))
    assert found is not None
    assert found.number == 1


@pytest.mark.parametrize(
    "lay",
    [
        pytest.param(lambda path: path.write_text("", "utf-8"), id="nothing in it"),
        pytest.param(lambda path: path.write_bytes(bytes(range(256)) * 9), id="no text"),
        pytest.param(lambda path: path.mkdir(), id="a folder"),
        pytest.param(os.mkfifo, id="a pipe that nobody writes to"),
        pytest.param(lambda path: path.symlink_to("weg"), id="a link to nowhere"),
    ],
)
def test_what_is_no_log_holds_no_faults(tmp_path: Path, lay: Callable[[Path], object]) -> None:
    lay(tmp_path / fault_log.FILE)
    assert fault_log.kept_faults(home(tmp_path)) is None


@pytest.mark.parametrize(
    ("text", "number", "cause"),
    [
        (WHOLE, 1, "OSError: [Errno 28] schijf vol"),
        (WHOLE * 3, 3, "OSError: [Errno 28] schijf vol"),
        (WHOLE + "2026-12-01T08:00:00Z /srv/brieven\n", 2, ""),
        ("een half verslag\n" + WHOLE, 1, "OSError: [Errno 28] schijf vol"),
    ],
)
def test_a_log_is_counted_by_its_heads(tmp_path: Path, text: str, number: int, cause: str) -> None:
    (tmp_path / fault_log.FILE).write_text(text, "utf-8")
    found = fault_log.kept_faults(home(tmp_path))
    assert found is not None
    assert (found.number, found.cause) == (number, cause)


def test_a_check_up_tells_what_hooks_failed_of(repo: Repo) -> None:
    folder = repositories.write(repo.letters)
    asked = partial(look, folder, partial(load_collection, folder))
    assert not [row for row in asked() if row.said.id == "doctor.hook-faults"]
    path = home_of(folder).common / fault_log.FILE
    path.write_text(WHOLE, "utf-8")
    (told,) = [row for row in asked() if row.said.id == "doctor.hook-faults"]
    assert told.amiss
    for part in (str(path), "2026-11-30", "schijf vol", "delete"):
        assert part in str(told.said)
