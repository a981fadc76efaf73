"""What the hooks add to a commit: of each of the five letters, and of something else; at first, and remembered.

Run as `python tests/benchmarks/bench_hooks.py`; it prints a line a figure and takes about half a minute. A hook may add
3 s when a letter arrived and 0.5 s when none did.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
MOST = {"letter": 3.0, "other": 0.5}


class Bench:
    """A repository that letters are committed to, with a cache; `used` is what the last command took of processors."""

    def __init__(self, top: Path, cache: Path) -> None:
        self.top = top
        self.used = 0.0
        names = {
            f"GIT_{who}_{what}": "bench@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        places = {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT), "GIT_CONFIG_GLOBAL": os.devnull}
        self.environment = {**os.environ, **names, **places}
        (top / "brieven").mkdir(parents=True)
        shutil.copy(ROOT / "seeds" / "letters.toml", top / "brieven")
        self.run("git", "init", "-q", "-b", "main")
        self.run(sys.executable, "-P", "-m", "tracker", "hook", "install", "--letters", "brieven")

    def run(self, *command: str) -> float:
        """Run a command, and give its seconds."""
        begin, used = time.perf_counter(), _used()
        subprocess.run(command, cwd=self.top, env=self.environment, check=True, capture_output=True)
        self.used = _used() - used
        return time.perf_counter() - begin

    def bring(self, letter: Path) -> float:
        """Commit a letter, and give the seconds of the commit."""
        shutil.copy(letter, self.top / "brieven")
        self.run("git", "add", ".")
        return self.run("git", "commit", "-q", "-m", letter.stem)

    def other(self, *options: str) -> float:
        """Commit something else, and give the seconds of the commit."""
        return self.run("git", *options, "commit", "-q", "--allow-empty", "-m", "something else")


def _used() -> float:
    """The seconds of processors that all commands have taken: what a wait would be where nothing else runs."""
    times = os.times()
    return times.children_user + times.children_system


def main() -> int:
    """Print the figures; 1 where one is above what a hook may add."""
    with tempfile.TemporaryDirectory() as home:
        benches = {name: Bench(Path(home, name), Path(home, "cache")) for name in ("cold", "warm")}
        git = median(benches["cold"].other("-c", f"core.hooksPath={os.devnull}") for _ in range(9))
        print(f"a commit without hooks: {git:.3f} s")
        worst = 0.0
        for name, bench in benches.items():
            for letter in SEEDS:
                added = bench.bring(letter) - git
                worst = max(worst, added)
                print(f"{name}, {letter.stem}: {added:.2f} s ({bench.used:.2f} s of processors)")
        other = median(benches["cold"].other() for _ in range(9)) - git
        print(f"no letter changed: {other:.3f} s")
    return int(worst > MOST["letter"] or other > MOST["other"])


if __name__ == "__main__":
    sys.exit(main())
