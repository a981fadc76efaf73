"""A dossier of 226 papers, brought by processes that are killed at 20 moments of the clock: nothing twice or missing.

First `tracker fetch`, then `tracker watch` in a repository; once all papers are here titles are corrected, so that
every process has something to do.

python -m tests.benchmarks.bench_fetch [SEED]
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import GIT
from tests.sources.server import Services, papers, running
from tests.sources.test_resuming import whole
from tracker.documents.manifest import parse_manifest

PAPERS, KILLS = 226, 20
COMMANDS = {"fetch": 5.0, "watch": 6.0}
"""Seconds after its first question within which each is killed; what ends before is not counted."""
CORRECTED = 40
"""Papers whose titles are corrected each time."""


def main() -> None:
    """Kill, go on, and count."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for command in COMMANDS:
        chance, services = random.Random(seed), Services(*papers(PAPERS))
        with tempfile.TemporaryDirectory() as place, running(services, Path(place)) as named:
            print(command, _killed(command, chance, services, Path(place), named))


def _killed(command: str, chance: random.Random, services: Services, place: Path, named: Path) -> str:
    """How many papers there were after each kill, once all is found to be right in the end."""
    environment = {**os.environ, **GIT, "TRACKER_SOURCES": str(named), "TRACKER_ENCODER": "0"}
    folder = place / "clone" / "brieven"
    folder.mkdir(parents=True)
    if command == "watch":
        subprocess.run(["git", "init", "-q"], cwd=folder.parent, env=environment, check=True)
    (folder / "letters.toml").write_text('[source]\ndossier = "27923"\n', "utf-8")
    words = [sys.executable, "-m", "tracker", command, *(["--into"] if command == "fetch" else []), str(folder)]
    reached: list[int] = []
    began = time.monotonic()
    while len(reached) < KILLS:
        child = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        asked = len(services.asked)
        while child.poll() is None and len(services.asked) == asked:
            time.sleep(0.001)
        try:
            child.wait(chance.uniform(0, COMMANDS[command]))
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            reached.append(len(list(folder.glob("*.xml"))))
        if len(list(folder.glob("*.xml"))) == PAPERS:
            _correct(services, chance, len(reached))
    for _ in range(2):  # the second finds nothing to do
        last = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert last.returncode == (0 if command == "fetch" else 1), last
    _check(folder, services, environment, in_git=command == "watch")
    return f"killed at {reached} papers, {time.monotonic() - began:.0f} s"


def _correct(services: Services, chance: random.Random, number: int) -> None:
    for one in chance.sample(services.papers, CORRECTED):
        one.title, one.changed = f"Voortgang {number} van {one.number}", f"2025-01-{number + 1:02}T00:00:00Z"


def _check(folder: Path, services: Services, environment: dict[str, str], *, in_git: bool) -> None:
    whole(folder, services)
    known = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters
    assert {known[f"kst-27923-{one.number}.xml"].title for one in services.papers} == {
        one.title for one in services.papers
    }
    if in_git:
        listed = ["git", "ls-files", "*.xml"]
        kept = subprocess.run(listed, cwd=folder, env=environment, capture_output=True, check=True)
        assert len(kept.stdout.splitlines()) == PAPERS


if __name__ == "__main__":
    main()
