"""The services on this machine, for tests of what is fetched."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import NetworkUsedError
from tests.sources.server import Services, running

_CONNECT = socket.socket.connect


def _this_machine_alone(self: socket.socket, address: object) -> None:
    if not (isinstance(address, tuple) and address[0] == "127.0.0.1"):
        raise NetworkUsedError(f"a test reached for the network: {address}")
    _CONNECT(self, address)


@pytest.fixture
def loopback(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test reach this machine, and no other."""
    monkeypatch.setattr(socket.socket, "connect", _this_machine_alone)


@pytest.fixture
def services(
    loopback: None, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Services]:
    """Services without any papers yet, which the tracker asks in the place of the real ones."""
    known = Services()
    with running(known, tmp_path_factory.mktemp("services")) as path:
        monkeypatch.setenv("TRACKER_SOURCES", str(path))
        yield known


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "brieven"
