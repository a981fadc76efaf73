"""The same app in a browser, through textual-serve, for this machine alone."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tracker.errors import CollectionError
from tui.reading import Scope

if TYPE_CHECKING:
    from aiohttp.web import Application, Request, StreamResponse

HOST = "127.0.0.1"
"""Letters and rulings are nobody else's business: no other address is offered."""
PORT = 8714


_OWN = frozenset({f"{HOST}:{PORT}", f"localhost:{PORT}"})
"""What a browser on this machine calls the server."""


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


def serve(scope: Scope, lang: str | None = None) -> int:
    """Serve the terminal UI on loopback until interrupted, and give the exit code. Raises CollectionError."""
    if not scope.folder.is_dir():
        raise CollectionError("tui.no-folder", path=scope.folder)
    from textual_serve.server import Server

    class Guarded(Server):
        """A server that answers its own page only."""

        async def _make_app(self) -> Application:
            return guarded(await super()._make_app())

    Guarded(command(scope, lang), host=HOST, port=PORT, title="tracker").serve()
    return 0


def guarded(app: Application) -> Application:
    """The same app, that refuses what other sites ask of it."""
    from aiohttp import web

    @web.middleware
    async def own_page(request: Request, handler: Callable[[Request], Awaitable[StreamResponse]]) -> StreamResponse:
        if not is_own(request.headers.get("Host"), request.headers.get("Origin")):
            raise web.HTTPForbidden
        return await handler(request)

    app.middlewares.append(own_page)
    return app
