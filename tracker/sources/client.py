"""Asks an address as a good guest does: slowly, patiently, and with bounds on whatever comes back."""

from __future__ import annotations

import datetime as dt
import ssl
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import count
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from msgspec import Struct

from tracker.errors import ExitCode, SourceError
from tracker.i18n.message import Message, message
from tracker.sources.answer_time import AnswerTime
from tracker.sources.hosts import SHOWN, Hosts, joined_address
from tracker.sources.services import Manners, Services
from tracker.text.normalize import one_space

if TYPE_CHECKING:
    import httpx

_HOPS = 5
"""So many redirects are followed for one address."""
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_OK = 200
"""The status of an answer that holds what was asked for."""
_UNCHANGED = 304
"""The status of an answer that says that nothing changed."""
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
_GONE = frozenset({404, 410})
_UNTRUSTED = "CERTIFICATE_VERIFY_FAILED"
"""So a connection fails to who does not prove who it is."""
_UNREACHED = 2
"""So often a machine is tried that cannot be reached at all."""
_ENOUGH = 3
"""After so many addresses in a row that do not answer the next ones are spared."""


_DIGITS = 9
"""More of them are no other wait: it is too long."""


Resting = dict[str, Message]
"""The services that ask to be left alone for longer than a round waits, each with what is said of it."""


class MissingError(SourceError):
    """A service has nothing at an address."""


class PassingError(SourceError):
    """A service does not answer now; it may later."""

    code = ExitCode.INCOMPLETE


class StopError(PassingError):
    """No service answers now, or it asks to be left alone: it is no use to go on."""


class Answer(Struct, frozen=True):
    """What came from an address; `data` is None where it is as it was."""

    url: str
    data: bytes | None
    etag: str = ""
    modified: str = ""
    type: str = ""


class _TryAgainError(Exception):
    """An answer did not come, or says that it may come later; `wait` is what the service asks for."""

    def __init__(self, fault: Message, wait: float | None = None, tries: int | None = None, url: str = "") -> None:
        super().__init__()
        self.fault = fault
        self.wait = wait
        self.url = url
        """Where it is asked for."""
        self.tries = tries
        """How often it is worth trying, None for as often as manners say."""


class Client:
    """Asks listed hosts, one request at a time."""

    def __init__(
        self,
        services: Services,
        also: tuple[str, ...] = (),
        sleep: Callable[[float], None] = time.sleep,
        resting: Resting | None = None,
    ) -> None:
        """With hosts that may be asked `also`, which the user named, and the services that this round leaves alone.

        Raises SourceError: the environment names a proxy or certificates that cannot be used.
        """
        import httpx  # here and below: it is slow to load

        self._manners: Manners = services.manners
        self._hosts = Hosts((*services.hosts, *also), services.private, feed=bool(also))
        self._sleep = sleep
        self._resting: Resting = {} if resting is None else resting
        self._bases = (services.parliament.base, services.publications.base)
        self._last = -services.manners.pause
        self._failed = 0
        self._unreached: Resting = {}
        self._time = AnswerTime(services.manners.longest)
        try:
            self._http = httpx.Client(
                headers={"User-Agent": self._manners.agent},
                timeout=httpx.Timeout(self._manners.timeout, connect=min(20.0, self._manners.timeout)),
                follow_redirects=False,
                verify=trusted_hosts(),
            )
        except (ImportError, ValueError, httpx.InvalidURL, OSError) as fault:
            raise SourceError(message("source.environment", cause=one_space(str(fault))[:SHOWN])) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def get(self, url: str, most: int, *, etag: str = "", modified: str = "", accept: str = "*/*") -> Answer:
        """What stands at an address, or that it is as it was when it had this ETag or date.

        Raises MissingError: there is nothing; PassingError: it does not answer now; SourceError: it may not be asked,
        or sends too much.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": "" if etag else modified, "Accept": accept}
        headers = {
            name: value for name, value in conditions.items() if value.isascii() and value.isprintable() and value
        }
        wait = self._manners.wait
        for tried in count(1):
            try:
                return self._followed(url, most, headers)
            except _TryAgainError as pause:
                asked = pause.wait if pause.wait is not None else wait
                if asked > self._manners.patience:
                    said = message("source.asks-to-wait", host=_host(pause.url or url), number=round(asked))
                    self._resting[self._service(pause.url or url)] = said
                    raise StopError(said) from pause
                if tried >= (pause.tries or self._manners.tries):
                    stop = self._is_enough(pause, url)
                    raise (StopError if stop else PassingError)(pause.fault) from pause
                self._sleep(asked)
                wait *= 2
        raise AssertionError("a try gives something or ends")

    def _followed(self, url: str, most: int, headers: dict[str, str]) -> Answer:
        """The answer at the end of the redirects."""
        place = url
        for _ in range(_HOPS + 1):
            self._hosts.check(place)
            if (said := self._resting.get(self._service(place))) is not None:
                raise StopError(said)
            if (gone := self._unreached.get(self._service(place))) is not None:
                raise PassingError(gone)
            found = self._once(place, most, headers)
            if self._time.passed:  # what is shut may look like an answer that ended
                raise _TryAgainError(message("source.timeout", host=_host(place)))
            if isinstance(found, Answer):
                self._failed = 0
                return found
            place = joined_address(place, found)
        raise SourceError("source.many-redirects", url=url[:SHOWN])

    def _is_enough(self, pause: _TryAgainError, url: str) -> bool:
        """Whether it is no use to go on after one more address that does not answer.

        A machine that cannot be reached is spared from then on; others may be, as long as it is no service's.
        """
        if pause.tries is None:
            self._failed += 1
            return self._failed >= _ENOUGH
        service = self._service(pause.url or url)
        self._unreached[service] = pause.fault
        return service in self._bases or len(self._unreached) >= _ENOUGH

    def _service(self, url: str) -> str:
        """The service that an address is of: by the address of a service, else by its host."""
        return next((base for base in self._bases if url.startswith(base)), urlsplit(url).netloc)

    def _once(self, url: str, most: int, headers: dict[str, str]) -> Answer | str:
        """One request: what came, or where it points to."""
        import httpx

        rest = self._last + self._manners.pause - time.monotonic()
        if rest > 0:
            self._sleep(rest)
        try:
            traced = {"trace": self._time.seen}
            with (
                self._time.kept(),
                self._http.stream("GET", url, headers=headers, extensions=traced) as response,
            ):
                stream = response.extensions.get("network_stream")
                self._hosts.check_peer(url, stream.get_extra_info("server_addr") if stream is not None else None)
                return self._read(url, response, most)
        except httpx.ConnectError as fault:
            host, odd = _host(url), _UNTRUSTED in str(fault)
            said = message("source.untrusted", host=host) if odd else message("source.offline", host=host)
            raise _TryAgainError(said, tries=_UNREACHED, url=url) from fault
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as fault:
            raise SourceError("source.odd-address", url=url[:SHOWN]) from fault
        except httpx.TimeoutException as fault:
            raise _TryAgainError(message("source.timeout", host=_host(url))) from fault
        except httpx.HTTPError as fault:
            host, late = _host(url), self._time.passed
            said = message("source.timeout", host=host) if late else message("source.broken-off", host=host)
            raise _TryAgainError(said) from fault
        finally:
            self._last = time.monotonic()

    def _read(self, url: str, response: httpx.Response, most: int) -> Answer | str:
        status, heads = response.status_code, response.headers
        if status == _UNCHANGED and response.request.headers.keys() & _CONDITIONS:
            return Answer(url, None)
        if response.has_redirect_location:
            return str(heads["location"])
        if status in _GONE:
            raise MissingError(message("source.missing", url=url[:SHOWN]))
        if status in _BUSY:
            fault = message("source.busy", host=_host(url), status=str(status))
            raise _TryAgainError(fault, _asked(heads.get("retry-after", "")), url=url)
        if status != _OK:
            raise SourceError("source.refused", host=_host(url), status=str(status), url=url[:SHOWN])
        data = self._body(url, response, most)
        return Answer(url, data, heads.get("etag", ""), heads.get("last-modified", ""), heads.get("content-type", ""))

    def _body(self, url: str, response: httpx.Response, most: int) -> bytes:
        """All of the answer. Raises SourceError: it is larger than `most` bytes."""
        parts, size = [], 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > most:
                raise SourceError("source.too-large", url=url[:SHOWN], most=most >> 20)
        return b"".join(parts)


@cache
def trusted_hosts() -> ssl.SSLContext:
    """Whom to believe that they are who they say; slow to make, so it is made once."""
    import httpx

    return httpx.create_ssl_context()


def _host(url: str) -> str:
    return urlsplit(url).hostname or url[:SHOWN]


def _asked(text: str) -> float | None:
    """How many seconds a service asks to wait, None where it does not say."""
    if text.isdecimal():
        return float(text[:_DIGITS])
    try:
        day = parsedate_to_datetime(text)
    except ValueError:
        return None
    now = dt.datetime.now(dt.UTC)
    return max(0.0, ((day if day.tzinfo else day.replace(tzinfo=dt.UTC)) - now).total_seconds())
