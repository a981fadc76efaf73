"""Every test is sealed: a home of its own, no network, no git configuration of the machine, one clock for git."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

from tests.pdf_here import read_here
from tracker.model import Ledger
from tracker.storage.parallel import use_jobs

if TYPE_CHECKING:
    from tests.sources.server import Services

settings.register_profile("suite", max_examples=50, derandomize=True, deadline=None)
settings.load_profile("suite")

gc.set_threshold(50_000, 50, 50)  # the tests make and keep much; looking through it often costs a tenth


SEEDS = Path(__file__).parent.parent / "seeds"

GIT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_AUTHOR_NAME": "An Analyst",
    "GIT_AUTHOR_EMAIL": "analyst@example.org",
    "GIT_AUTHOR_DATE": "2024-07-01T12:00:00+0000",
    "GIT_COMMITTER_NAME": "An Analyst",
    "GIT_COMMITTER_EMAIL": "analyst@example.org",
    "GIT_COMMITTER_DATE": "2024-07-01T12:00:00+0000",
}
OUTSIDE = (
    "PYTHONDONTWRITEBYTECODE",
    "TRACKER_LANG",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
)


os.environ |= {**GIT, "TZ": "UTC", "TRACKER_NO_CACHE": "1", "TRACKER_ENCODER": "0"}
"""Once for all tests, also for what their modules make when they are loaded: what a test sets ends with it."""
for _name in OUTSIDE:
    os.environ.pop(_name, None)

HOMES = count()
"""Numbers of homes: counted here, since pytest looks through all that it made for the next."""


def pytest_collection_finish() -> None:
    """Leave the tests themselves, which stay until the end, out of every search for garbage."""
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Look once through what is left for what was never closed, not five times as pytest would: that took seconds."""
    gc.collect()
    gc.freeze()


class NetworkUsedError(RuntimeError):
    """A test reached for the network."""


@pytest.fixture(autouse=True)
def sealed(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own and take the network and the machine's git configuration away."""
    home = homes / str(next(HOMES))
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr(socket.socket, "connect", _no_network)
    return home


@pytest.fixture(scope="session", autouse=True)
def pdfs_here() -> Iterator[None]:
    """Read PDFs in this process, in every folder of tests."""
    with pytest.MonkeyPatch.context() as patch:
        read_here(patch)
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the homes of all tests of this process, which draw charts with the same fonts."""
    folder = tmp_path_factory.getbasetemp() / "homes"
    folder.mkdir()
    os.environ["MPLCONFIGDIR"] = str(_run(tmp_path_factory) / "fonts")
    return folder


def _run(factory: pytest.TempPathFactory) -> Path:
    """The folder of this run of tests, which all workers share."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture
def remembering(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own, in its home."""
    monkeypatch.delenv("TRACKER_NO_CACHE")
    return sealed


@pytest.fixture(scope="session")
def judged() -> Callable[..., Ledger]:
    """Give what the pipeline makes of letters that were read, made once for all tests that ask for the same."""
    from tracker.pipeline import judge_letters

    return cache(lambda *asked: judge_letters(*asked).ledger)


@pytest.fixture
def shared(sealed: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what this test reads be remembered for all tests that share it, in this worker and in others.

    A test that puts something in the place of what reads letters must not: the others would be told what it made.
    """
    monkeypatch.delenv("TRACKER_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(_run(tmp_path_factory) / "remembered"))
    use_jobs(1)  # for five letters other processes take longer to begin than the work does


@pytest.fixture
def seeds() -> Path:
    """The folder of the five letters."""
    return SEEDS


def _no_network(self: socket.socket, address: object) -> NoReturn:
    raise NetworkUsedError(f"a test reached for the network: {address}")


_CONNECT = socket.socket.connect


def _this_machine_alone(self: socket.socket, address: object) -> None:
    if not (isinstance(address, tuple) and address[0] == "127.0.0.1"):
        raise NetworkUsedError(f"a test reached for the network: {address}")
    _CONNECT(self, address)


@pytest.fixture
def services(
    sealed: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Services]:
    """Services on this machine without any papers yet, asked in the place of the real ones; no other is reached."""
    from tests.sources.server import Services, running

    monkeypatch.setattr(socket.socket, "connect", _this_machine_alone)
    known = Services()
    with running(known, tmp_path_factory.mktemp("services")) as path:
        monkeypatch.setenv("TRACKER_SOURCES", str(path))
        yield known


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "brieven"
