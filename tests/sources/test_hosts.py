"""Which addresses may be asked."""

from __future__ import annotations

import socket

import pytest

from tracker.errors import SourceError
from tracker.sources.hosts import Hosts
from tracker.sources.services import known_services

HOSTS = Hosts(("example.org",), ("127.0.0.1",))


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/a",
        "https://example.com/a",
        "https://example.org.example.com/",
        "https://user@example.org/",
        "https://[::1/",
        "file:///etc/passwd",
        "//example.org",
        "",
        "https://example.org:99999/",
    ],
)
def test_an_address_that_may_not_be_asked_is_refused(url: str) -> None:
    with pytest.raises(SourceError):
        HOSTS.check(url)


@pytest.mark.parametrize("address", ["10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1"])
def test_a_listed_name_of_a_private_machine_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (address, 443))])
    monkeypatch.setattr("tracker.sources.hosts.getproxies", dict)
    with pytest.raises(SourceError, match="private network"):
        HOSTS.check("https://example.org/a")
    with pytest.raises(SourceError, match="private network"):
        HOSTS.check_peer("https://example.org/a", (address, 443))


def test_a_listed_host_may_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("93.184.216.34", 443))])
    HOSTS.check("https://example.org/a")
    HOSTS.check_peer("https://example.org/a", ("93.184.216.34", 443))
    HOSTS.check("http://127.0.0.1:80/a")


def test_our_own_services_are_listed_and_encrypted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("93.184.216.34", 443))])
    services = known_services()
    hosts = Hosts(services.hosts, services.private)
    for base in (services.parliament.base, services.publications.base):
        hosts.check(base)
    assert services.manners.pause >= 0.5
    assert "{" not in services.manners.agent


def test_a_file_of_services_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_SOURCES", "/nowhere.toml")
    with pytest.raises(SourceError, match="TRACKER_SOURCES"):
        known_services()
