"""A throwaway repository for tests of what git brings."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from pathlib import Path

from tests import repositories
from tracker.errors import TrackerError
from tracker.pipeline import build_ledger, open_collection
from tracker.storage.cache import keeps

FOLDER = "mijn brievën"
"""Where the letters lie: with a space and an accent."""


class Repo:
    """A repository at `top`, driven by the git of the machine."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.letters = top / FOLDER

    def git(self, *words: str, code: int = 0) -> str:
        """Run git, which must end with this code, and give everything that it and the hooks say."""
        if "commit" in words and self.letters.is_dir():
            _remember(self.letters)
        command = ["git", *words]
        done = subprocess.run(
            command, cwd=self.top, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert done.returncode == code, done.stdout
        return done.stdout

    def begin(self, *words: str) -> None:
        """Make the repository."""
        self.top.mkdir(parents=True)
        self.git("init", "-q", "-b", "main", *words)

    def bring(self, *names: str) -> str:
        """Commit letters, and give what the commit says."""
        repositories.write(self.letters, *names)
        self.git("add", str(self.letters))
        return self.git("commit", "-m", "a letter")

    def have(self, *names: str) -> None:
        """Commit letters that no hook hears of."""
        repositories.write(self.letters, *names)
        self.git("add", str(self.letters))
        self.git("-c", "core.hooksPath=/dev/null", "commit", "-m", "a letter")

    def hook(self, name: str = "post-commit") -> Path:
        """The place of a hook."""
        return self.top / ".git" / "hooks" / name

    def reports(self) -> set[str]:
        """The files in the folder of reports."""
        return {path.name for path in self.top.glob("reports/*")}


def _remember(folder: Path) -> None:
    """Read letters here, where the language is loaded, so that the processes of hooks need not load it."""
    if keeps():
        with suppress(TrackerError):
            build_ledger(open_collection(folder))
