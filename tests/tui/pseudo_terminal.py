"""The tracker in a terminal of its own, as a shell starts it: what it writes there, and what the shell does with it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LONGEST = 30.0
"""Seconds after which nothing is waited for any more."""
CODES = re.compile(r"\x1b(?:\[[0-9;:?<>=$]*[@-~]|[()][A-Z0-9]|[=>])")


class Terminal:
    """The other end of a terminal in which a process runs."""

    def __init__(self, process: int, end: int) -> None:
        self.process = process
        self.end = end
        self.is_open = True

    def close(self) -> None:
        """Go away, as a terminal does whose window is closed."""
        if self.is_open:
            self.is_open = False
            os.close(self.end)

    def ended_within(self, seconds: float) -> bool:
        """Whether the process ends by itself within so many seconds."""
        last = time.monotonic() + seconds
        while time.monotonic() < last:
            if os.waitpid(self.process, os.WNOHANG)[0]:
                return True
            time.sleep(0.05)
        return False

    def until(self, *words: str) -> str:
        """What is written from now until all words stood there, without codes. Raises TimeoutError."""
        written, last = b"", time.monotonic() + LONGEST
        while time.monotonic() < last:
            if select.select([self.end], [], [], 0.1)[0]:
                try:
                    written += os.read(self.end, 65536)
                except OSError:  # the process is gone
                    break
            told = CODES.sub("", written.decode("utf-8", "replace"))
            if all(word in told for word in words):
                return told
        raise TimeoutError(f"{words} not in {CODES.sub('', written.decode('utf-8', 'replace'))[-2000:]}")

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self.end, keys.encode())

    def wait_until_stopped(self) -> None:
        """Until the shell would have its prompt back."""
        _, status = os.waitpid(self.process, os.WUNTRACED)
        assert os.WIFSTOPPED(status)

    def ended(self) -> int:
        """The exit code, once the process has ended by itself."""
        _, status = os.waitpid(self.process, 0)
        return os.waitstatus_to_exitcode(status)

    def go_on(self) -> None:
        """What `fg` does."""
        os.killpg(self.process, signal.SIGCONT)


@contextmanager
def terminal(*arguments: str, **environment: str) -> Iterator[Terminal]:
    """`tracker ARGUMENTS` in a terminal of 80 by 24."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    variables = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "tracker", *arguments]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables, start_new_session=True
    ) as process:
        os.close(theirs)
        shell = Terminal(process.pid, ours)
        try:
            yield shell
        finally:
            process.kill()
            shell.close()
