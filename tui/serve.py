"""The same app in a browser, through textual-serve, for this machine alone."""

from __future__ import annotations

import datetime as dt
import shlex
import sys
from pathlib import Path

from tracker.errors import CollectionError

HOST = "127.0.0.1"
"""Letters and rulings are nobody else's business: no other address is offered."""
PORT = 8714


def command(path: Path, as_of: dt.date | None, lang: str | None) -> str:
    """The command line that the server runs for each browser."""
    parts = [sys.executable, "-m", "tracker", "tui", str(path.resolve())]
    parts += ["--as-of", as_of.isoformat()] if as_of else []
    parts += ["--lang", lang] if lang else []
    return shlex.join(parts)


def serve(path: Path, as_of: dt.date | None = None, lang: str | None = None) -> int:
    """Serve the terminal UI on loopback until interrupted, and give the exit code. Raises CollectionError."""
    if not path.is_dir():
        raise CollectionError("tui.no-folder", path=path)
    from textual_serve.server import Server

    Server(command(path, as_of, lang), host=HOST, port=PORT, title="tracker").serve()
    return 0
