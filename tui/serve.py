"""The same app in a browser, through textual-serve, for this machine alone."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import CollectionError
from tracker.i18n.catalog import words_of
from tui.labels import choose_language
from tui.study_loader import Scope

if TYPE_CHECKING:
    from aiohttp.web import Application, Request, StreamResponse
    from textual_serve.server import Server

HOST = "127.0.0.1"
"""Letters and rulings are nobody else's business: no other address is offered."""
PORT = 8714


_OWN = frozenset({f"{HOST}:{PORT}", f"localhost:{PORT}"})
"""What a browser on this machine calls the server."""


POLICY = f"default-src {' '.join(f'http://{name} ws://{name}' for name in sorted(_OWN))} 'unsafe-inline' data: blob:"
"""From where the page may load and with whom it may speak: the server alone."""
TEMPLATES = Path(__file__).with_name("templates")


def is_own(host: str | None, origin: str | None) -> bool:
    """Whether a request comes from the page that the server itself gave.

    A page of another site that is open in the same browser says so as its origin, or by the name it used as host.
    """
    return host in _OWN and (origin is None or origin in {f"http://{name}" for name in _OWN})


def command(scope: Scope, lang: str | None) -> str:
    """The command line that the server runs for each browser."""
    parts = [sys.executable, "-m", "tracker", "tui", str(scope.folder.resolve())]
    parts += ["--as-of", scope.as_of.isoformat()] if scope.as_of else []
    parts += ["--rev", scope.rev] if scope.rev else []
    parts += ["--strict"] if scope.strict else []
    parts += ["--lang", lang] if lang else []
    return shlex.join(parts)


def serve_app(scope: Scope, lang: str | None = None) -> int:
    """Serve the terminal UI on loopback until interrupted, and give the exit code.

    Raises CollectionError without a folder, HistoryError without the revision.
    """
    if not scope.folder.is_dir():
        raise CollectionError("tui.no-folder", path=scope.folder)
    from tracker.open_collection import open_collection

    open_collection(scope.folder, scope.rev)
    page_server(scope, lang).serve()
    return 0


def page_server(scope: Scope, lang: str | None) -> Server:
    """A server of our own page, that answers that page only."""
    from aiohttp_jinja2 import get_env
    from textual_serve.server import Server

    class PageServer(Server):
        async def _make_app(self) -> Application:
            app = guarded(await super()._make_app())
            language = choose_language(lang)
            get_env(app).globals |= {"language": language, "gettext": lambda id_: words_of(id_, language)}
            return app

    return PageServer(command(scope, lang), host=HOST, port=PORT, title="tracker", templates_path=TEMPLATES)


def guarded(app: Application) -> Application:
    """The same app, that refuses what other sites ask of it, and lets its page load nothing from them."""
    from aiohttp import web

    @web.middleware
    async def own_page(request: Request, handler: Callable[[Request], Awaitable[StreamResponse]]) -> StreamResponse:
        if not is_own(request.headers.get("Host"), request.headers.get("Origin")):
            raise web.HTTPForbidden
        return await handler(request)

    async def load_nothing(_request: Request, response: StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = POLICY

    app.middlewares.append(own_page)
    app.on_response_prepare.append(load_nothing)
    return app
