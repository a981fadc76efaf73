"""Which addresses may be asked: those of listed hosts, encrypted, and none that lies in a private network."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

from tracker.errors import SourceError

SHOWN = 200
"""Characters of an address that a fault shows."""


class Hosts:
    """The hosts that may be asked."""

    def __init__(self, listed: tuple[str, ...], private: tuple[str, ...], *, feed: bool = False) -> None:
        """Those that are listed; of a feed a person may list others."""
        self._of_feed = feed
        self._listed = frozenset(map(str.casefold, (*listed, *private)))
        self._private = frozenset(map(str.casefold, private))

    def check(self, url: str) -> None:
        """Nothing, where an address may be asked. Raises SourceError: it may not, with the reason."""
        try:
            parts = urlsplit(url)
            host, scheme, _ = (parts.hostname or "").casefold(), parts.scheme, parts.port
        except ValueError as fault:
            raise SourceError("source.odd-address", url=url[:SHOWN]) from fault
        if parts.username or parts.password or not host:
            raise SourceError("source.odd-address", url=url[:SHOWN])
        if host not in self._listed:
            if self._of_feed:
                raise SourceError("source.other-host-of-feed", host=host, url=url[:SHOWN])
            raise SourceError("source.other-host", host=host, url=url[:SHOWN])
        if host in self._private:
            return
        if scheme != "https":
            raise SourceError("source.unencrypted", url=url[:SHOWN])
        if not getproxies():  # a proxy looks names up itself
            self._refuse_private(host)

    def check_peer(self, url: str, peer: object) -> None:
        """Nothing, where the machine that answered is no private one: a name may mean another address by now.

        Raises SourceError.
        """
        host = (urlsplit(url).hostname or "").casefold()
        if host not in self._private and not getproxies() and isinstance(peer, tuple) and _is_private(str(peer[0])):
            raise SourceError("source.private", host=host)

    def _refuse_private(self, host: str) -> None:
        try:
            found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
        except (OSError, UnicodeError):
            return  # whoever connects says so
        if any(_is_private(str(row[4][0])) for row in found):
            raise SourceError("source.private", host=host)


def joined_address(base: str, url: str) -> str:
    """An address as a page at `base` names it. Raises SourceError: it is none."""
    try:
        urlsplit(url)
        return urljoin(base, url)
    except ValueError as fault:
        raise SourceError("source.odd-address", url=url[:SHOWN]) from fault


def _is_private(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    mapped = (isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped) or found
    return not mapped.is_global or mapped.is_multicast
