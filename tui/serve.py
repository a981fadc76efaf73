"""The same app in a browser, through textual-serve, for this machine alone."""

from __future__ import annotations

import shlex
import sys

from tracker.errors import CollectionError
from tui.reading import Scope

HOST = "127.0.0.1"
"""Letters and rulings are nobody else's business: no other address is offered."""
PORT = 8714


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

    Server(command(scope, lang), host=HOST, port=PORT, title="tracker").serve()
    return 0
