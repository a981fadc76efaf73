"""Git itself: the one place where it is run. Its answers are bytes; names in them are taken as they are."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tracker.i18n.message import Message, message
from tracker.text.normalize import one_space
from tracker.text.system_fault import system_fault

SURROUNDINGS = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_NAMESPACE"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_INTERNAL_SUPER_PREFIX", "GIT_GRAFT_FILE"),
    *("GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE"),
    *("GIT_IMPLICIT_WORK_TREE", "GIT_SHALLOW_FILE", "GIT_QUARANTINE_PATH"),
)
"""What tells git of a repository beside the folder that it is run in."""


class GitError(Exception):
    """Git said no, or cannot be run; the text is what it said."""

    @property
    def told(self) -> Message:
        """What it said, as its words, or why it cannot be run."""
        if isinstance(self.__cause__, OSError | ValueError):
            return system_fault(self.__cause__)
        words = one_space(str(self))[:_SHOWN]
        return message("git.says", words=words) if words else message("git.silent")


_SHOWN = 200
"""Characters of what git said that are told."""


def git(folder: Path, *words: str, given: bytes = b"", alone: bool = False) -> bytes:
    """What git answers in a folder; `alone` says that the folder is all that tells which repository is meant.

    Raises GitError.
    """
    environment = {name: value for name, value in os.environ.items() if not (alone and name in SURROUNDINGS)}
    try:
        done = subprocess.run(  # noqa: S603 (no shell reads the words)
            ["git", *words],  # noqa: S607 (the git of the user)
            cwd=folder,
            env=environment | {"LC_ALL": "C"},
            input=given,
            capture_output=True,
            check=False,
        )
    except (OSError, ValueError) as fault:
        raise GitError(str(fault)) from fault
    if done.returncode:
        raise GitError(done.stderr.decode(errors="replace").strip())
    return done.stdout


def said(folder: Path, *words: str, alone: bool = False) -> str:
    """The answer as text without the end of its last line; what is no UTF-8 in it stays what it is."""
    return os.fsdecode(git(folder, *words, alone=alone)).removesuffix("\n")
