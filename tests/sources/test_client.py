"""What an answer may say, and what is said back."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.sources.server import Sent, Services, official, papers
from tracker.errors import SourceError
from tracker.sources.client import Client, PassingError, StopError, trusted_hosts
from tracker.sources.services import known_services

URL = "/files/kst-27923-1.xml"


def test_as_it_was_is_no_answer_to_who_never_saw_it(services: Services, folder: Path) -> None:
    services.papers = papers(1)
    services.faults[URL] = lambda: Sent(status=304)
    with Client(known_services()) as client:
        with pytest.raises(SourceError, match="304"):
            client.get(services.base + URL, 1 << 20)
        assert client.get(services.base + URL, 1 << 20, etag='"a"').data is None


@pytest.mark.parametrize("etag", ['"é"', '"\x01"', ""])
def test_a_version_that_is_no_header_is_not_said_back(services: Services, folder: Path, etag: str) -> None:
    services.papers = papers(1)
    with Client(known_services()) as client:
        assert client.get(services.base + URL, 1 << 20, etag=etag).data == services.papers[0].forms["xml"]
    assert "if-none-match" not in services.heads[-1]


@pytest.mark.parametrize("place", ["http://[", "https://example.org:x/", "\\\\evil"])
def test_a_redirect_to_what_is_no_address_is_told(services: Services, folder: Path, place: str) -> None:
    services.faults[URL] = lambda: Sent(official(1), status=302, heads={"Location": place})
    with Client(known_services()) as client, pytest.raises(SourceError):
        client.get(services.base + URL, 1 << 20)


def test_a_good_guest_says_who_it_is_and_takes_its_time(services: Services) -> None:
    """A rest between requests; a busy service is left alone twice as long each time, and in the end altogether."""
    services.papers = papers(1)
    known = known_services()
    manners = replace(known.manners, pause=5.0, wait=1.0, tries=4)
    slept: list[float] = []
    with Client(replace(known, manners=manners), sleep=slept.append) as client:
        for _ in range(2):
            client.get(services.base + URL, 1 << 20)
        assert [round(one) for one in slept] == [5]
        slept.clear()
        services.faults[URL] = lambda: Sent(status=503)
        with pytest.raises(PassingError):
            client.get(services.base + URL, 1 << 20)
    assert [round(one) for one in slept] == [5, 1, 5, 2, 5, 4, 5]
    assert {heads["user-agent"] for heads in services.heads} == {known.manners.agent}
    assert "progress-letter-tracker" in known.manners.agent


def test_a_machine_that_cannot_be_reached_is_spared_and_others_are_asked(services: Services, folder: Path) -> None:
    services.papers = papers(1)
    dead = "http://127.0.0.1:9/"
    with Client(known_services()) as client:
        for _ in range(4):
            with pytest.raises(PassingError, match="cannot be reached") as fault:
                client.get(f"{dead}x.xml", 1 << 20)
            assert not isinstance(fault.value, StopError)
        assert client.get(services.base + URL, 1 << 20).data == services.papers[0].forms["xml"]


def test_a_service_that_cannot_be_reached_ends_the_round(services: Services, folder: Path) -> None:
    known = known_services()
    dead = replace(known.parliament, base="http://127.0.0.1:9/odata")
    with Client(replace(known, parliament=dead)) as client, pytest.raises(StopError):
        client.get(f"{dead.base}/Document", 1 << 20)


@pytest.mark.parametrize(
    ("name", "value"),
    [("ALL_PROXY", "socks5h://127.0.0.1:1080"), ("HTTPS_PROXY", "http://[::"), ("SSL_CERT_FILE", "/nope")],
)
def test_an_environment_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    trusted_hosts.cache_clear()
    with pytest.raises(SourceError, match="mend or unset"):
        Client(known_services())
    trusted_hosts.cache_clear()
