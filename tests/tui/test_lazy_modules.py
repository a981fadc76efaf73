"""Threads that need the same modules at once all get them whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CODE = """
from threading import Thread
from tui.lazy_modules import loaded
found = []
names = ["tracker.pipeline", "tui.screens.compare", "tracker.status.counted_deadlines", "tui.screens.thread"]
threads = [Thread(target=lambda name=name: found.append(loaded(name).__name__)) for name in names]
[row.start() for row in threads]
[row.join() for row in threads]
assert sorted(found) == sorted(names), found
"""


MEANWHILE = """
import sys, types
from pathlib import Path
from threading import Event, Thread
from tui.lazy_modules import loaded
loaded("tracker.model")
gate = sys.modules["gate"] = types.ModuleType("gate")
gate.begun, gate.open = Event(), Event()
Path("slow.py").write_text("import gate; gate.begun.set(); gate.open.wait(20)")
sys.path.insert(0, "")
slow = Thread(target=loaded, args=["slow"])
slow.start()
gate.begun.wait(20)
loaded("tracker.model")
print("loading" if slow.is_alive() else "waited")
gate.open.set()
"""


def test_modules_are_loaded_by_several_threads_at_once() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_what_is_loaded_already_waits_for_no_other_thread(tmp_path: Path) -> None:
    where = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", MEANWHILE], cwd=tmp_path, env=where, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"loading\n", b"")
