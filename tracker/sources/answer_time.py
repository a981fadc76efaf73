"""So many seconds for an answer, from its first byte asked for to its last one had, whatever comes in between."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Timer
from typing import Any

_CONNECTED = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})
"""When httpcore has a stream of bytes to a server, and when it has another one over that."""


class AnswerTime:
    """The connections of a client, which are shut when an answer does not end in time.

    A server that sends a header now and then keeps each wait for it short, and the whole without end.
    """

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self._open: list[socket.socket] = []
        self.passed = False
        """Whether the time of the last answer was over before it ended."""

    def seen(self, event: str, told: Mapping[str, Any]) -> None:
        """Know of a connection: what httpcore calls with each step of a request."""
        if event in _CONNECTED:
            self._open = [one for one in self._open if one.fileno() >= 0]
            self._open.append(told["return_value"].get_extra_info("socket"))

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Shut all connections when what is done here takes longer."""
        self.passed = False
        timer = Timer(self._longest, self._shut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _shut(self) -> None:
        self.passed = True
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
