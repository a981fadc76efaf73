"""A dossier of 226 papers, fetched by processes that are killed at 20 random moments: nothing twice, nothing missing.

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

from tests.sources.server import Services, papers, running
from tests.sources.test_resuming import whole

PAPERS, KILLS = 226, 20


def main() -> None:
    """Kill, go on, and count."""
    chance = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
    services = Services(*papers(PAPERS))
    with tempfile.TemporaryDirectory() as place, running(services, Path(place)) as named:
        folder = Path(place, "brieven")
        environment = {**os.environ, "TRACKER_SOURCES": str(named)}
        words = [sys.executable, "-m", "tracker", "fetch", "27923", "--into", str(folder)]
        began = time.monotonic()
        reached = []
        for _ in range(KILLS):
            before = len(services.files())
            child = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL)
            more = chance.randrange(0, 2 * PAPERS // KILLS - 2)
            while child.poll() is None and len(services.files()) <= before + more:
                time.sleep(0.001)
            time.sleep(chance.random() * 0.02)
            child.send_signal(signal.SIGKILL)
            child.wait()
            reached.append(len(list(folder.glob("*.xml"))) if folder.is_dir() else 0)
        last = subprocess.run([*words], env=environment, capture_output=True, text=True, check=True)
        whole(folder, services)
        print(last.stdout.splitlines()[-1])
        print(f"papers after each kill: {reached}")
        print(f"asked for {len(services.files())} files, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
