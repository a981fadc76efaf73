"""A client that has answers by their addresses, for what is told of them alone."""

from __future__ import annotations

from typing import cast

from tracker.i18n.message import message
from tracker.sources.client import Answer, Client, MissingError


class KnownAnswers:
    """What stands at each address; others have nothing."""

    def __init__(self, **known: bytes) -> None:
        self.known = known
        self.asked: list[str] = []

    def get(self, url: str, most: int, *, etag: str = "", modified: str = "", accept: str = "*/*") -> Answer:
        """The answer of the address whose last word is known; None of it where it was known before."""
        self.asked.append(url)
        for name, data in self.known.items():
            if name in url:
                now = f"{name}-{len(data)}"
                return Answer(url, None if etag == now else data, etag=now)
        raise MissingError(message("source.missing", url=url))


def client(**known: bytes) -> Client:
    """One, as what asks it takes it."""
    return cast("Client", KnownAnswers(**known))
