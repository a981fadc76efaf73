"""An answer has its time, whatever comes in between."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

import pytest
from msgspec.structs import replace

from tests.sources.server import Services
from tracker.sources.client import Client, PassingError
from tracker.sources.services import known_services


@pytest.mark.parametrize("head", [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n"], ids=["heads", "body"])
def test_an_answer_that_drips_is_given_up(services: Services, head: bytes) -> None:
    """Though each wait is short; what has come of one that ends with its connection is not taken for the whole."""
    known = known_services()
    manners = replace(known.manners, longest=0.3, tries=1, pause=0.0)
    over = threading.Event()

    def drip(server: socket.socket) -> None:
        with suppress(OSError), server.accept()[0] as caller:
            caller.sendall(head)
            while not over.wait(0.02):
                caller.sendall(b"X-A: b\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=drip, args=(server,), daemon=True).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        with Client(replace(known, manners=manners)) as client, pytest.raises(PassingError, match="in time"):
            client.get(url, 1 << 20)
        over.set()
