"""A real browser for tests: Chromium of the system, spoken to over two pipes; no socket, no driver."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
"""Debian's `chromium`; None where it is not installed."""

_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe")


class Browser:
    """One tab of a browser; what a page writes to its console or log is kept in `told`."""

    def __init__(self, home: Path) -> None:
        theirs, ours = os.pipe(), os.pipe()
        # The browser reads what it is asked at descriptor 3 and answers at 4.
        place = f'exec "$@" 3<&{theirs[0]} 4>&{ours[1]}'
        command = ["bash", "-c", place, "bash", str(PROGRAM), *_FLAGS, f"--user-data-dir={home}"]
        quiet, ends = subprocess.DEVNULL, (theirs[0], ours[1])
        self._process = subprocess.Popen(command, pass_fds=ends, stdin=quiet, stdout=quiet, stderr=quiet)
        for end in ends:
            os.close(end)
        self._to, self._from = os.fdopen(theirs[1], "wb", 0), os.fdopen(ours[0], "rb")
        self._number, self._session, self._rest = 0, "", b""
        self.told: list[str] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **params: Any) -> Any:
        """What the browser answers; events before the answer are looked through for what a page tells."""
        self._number += 1
        session = {"sessionId": self._session} if self._session else {}
        row = {"id": self._number, "method": method, "params": params, **session}
        self._to.write(json.dumps(row).encode() + b"\0")
        while (answer := self._next()).get("id") != self._number:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, page: Path, width: int, **media: str) -> None:
        """Show a page at a width, as a screen or in print, light or dark; wait until it stands."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        features = [{"name": "prefers-color-scheme", "value": media.get("scheme", "light")}]
        self.ask("Emulation.setEmulatedMedia", media=media.get("kind", "screen"), features=features)
        self.ask("Page.navigate", url=page.as_uri())
        while self.value("document.readyState") != "complete" or self.value("location.href") != page.as_uri():
            pass

    def value(self, expression: str) -> Any:
        """What an expression gives in the page."""
        return self.ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._to.close()
        self._from.close()

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = os.read(self._from.fileno(), 1 << 16)
            assert piece, "the browser ended"
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(line)
        if found.get("method") in {"Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"}:
            self.told.append(json.dumps(found["params"]))
        return found
