"""In a browser: the same command, for this machine alone."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import shlex
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from tracker.cli import main
from tracker.errors import ExitCode
from tui.labels import LANGUAGES, Labels
from tui.serve import HOST, command, guarded, is_own, page_server
from tui.study_loader import Scope


def test_each_browser_gets_the_same_app() -> None:
    words = shlex.split(command(Scope(Path("een map"), dt.date(2024, 6, 26), rev="v1"), "nl"))
    assert words[1:4] == ["-m", "tracker", "tui"]
    assert words[4].endswith("een map")
    assert words[5:] == ["--as-of", "2024-06-26", "--rev", "v1", "--lang", "nl"]


def test_nobody_else_is_served() -> None:
    assert HOST == "127.0.0.1"


@pytest.mark.parametrize(
    ("host", "origin", "own"),
    [
        ("127.0.0.1:8714", "http://evil.example", False),
        ("127.0.0.1:8714", "null", False),
        ("127.0.0.1:8714", "http://127.0.0.1:9999", False),
        ("127.0.0.1:8714", "https://127.0.0.1:8714", False),
        ("evil.example:8714", None, False),
        ("evil.example:8714", "http://evil.example:8714", False),
        (None, None, False),
        ("127.0.0.1:8714", None, True),
        ("127.0.0.1:8714", "http://127.0.0.1:8714", True),
        ("localhost:8714", "http://localhost:8714", True),
    ],
)
def test_only_its_own_page_is_answered(host: str | None, origin: str | None, own: bool) -> None:
    assert is_own(host, origin) is own


def test_a_page_of_another_site_gets_nothing_of_the_app() -> None:
    async def page(_request: web.Request) -> web.Response:
        return web.Response(text="letters")

    (own_page,) = guarded(web.Application()).middlewares

    def asked(origin: str) -> web.StreamResponse:
        headers = {"Host": "127.0.0.1:8714", "Origin": origin}
        return asyncio.run(own_page(make_mocked_request("GET", "/ws", headers=headers), page))

    with pytest.raises(web.HTTPForbidden):
        asked("http://evil.example")
    assert asked("http://127.0.0.1:8714").status == 200


@pytest.mark.parametrize("options", [[], ["--serve"]], ids=["terminal", "browser"])
def test_without_a_folder_nothing_opens(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tui", "nergens", *options]) == ExitCode.USER
    assert "name the folder" in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_loads_nothing_from_elsewhere(language: str, tmp_path: Path) -> None:
    async def asked() -> tuple[str, str]:
        app = await page_server(Scope(tmp_path), language)._make_app()
        app.freeze()
        request = make_mocked_request("GET", "/", headers={"Host": "127.0.0.1:8714"}, app=app)
        answer = await app._handle(request)
        await app.on_response_prepare.send(request, answer)
        assert isinstance(answer, web.Response)
        return answer.text or "", answer.headers["Content-Security-Policy"]

    page, policy = asyncio.run(asked())
    assert Labels(language)("serve.ended") in page
    addresses = re.findall(r"[a-z]+://[^\s\"'<>)/]+", page + policy)
    assert {address.partition("://")[2] for address in addresses} == {"127.0.0.1:8714", "localhost:8714"}
    assert "default-src" in policy


def test_a_revision_that_there_is_not_is_not_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tui", str(tmp_path), "--serve", "--rev", "nosuch"]) == ExitCode.USER
    assert "--rev" in capsys.readouterr().err
