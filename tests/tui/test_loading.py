"""Threads that need the same modules at once all get them whole."""

from __future__ import annotations

import subprocess
import sys

CODE = """
from threading import Thread
from tui.loading import loaded
found = []
names = ["tracker.pipeline", "tui.screens.compare", "tracker.status.counted", "tui.screens.thread"]
threads = [Thread(target=lambda name=name: found.append(loaded(name).__name__)) for name in names]
[row.start() for row in threads]
[row.join() for row in threads]
assert sorted(found) == sorted(names), found
"""


def test_modules_are_loaded_by_several_threads_at_once() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.stderr == ""
