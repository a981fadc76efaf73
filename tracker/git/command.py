"""Git itself: the one place where it is run. Its answers are bytes; names in them are taken as they are."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
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


class GitTimeoutError(GitError):
    """Git did not end in the time that it had."""


def git(folder: Path, *words: str, given: bytes = b"", alone: bool = False, longest: float | None = None) -> bytes:
    """What git answers in a folder; `alone` says that the folder is all that tells which repository is meant.

    With `longest` it has so many seconds, and asks nobody for a password. Raises GitError, GitTimeoutError.
    """
    environment = {name: value for name, value in os.environ.items() if not (alone and name in SURROUNDINGS)}
    quiet = {"GIT_TERMINAL_PROMPT": "0"} if longest else {}
    try:
        with subprocess.Popen(  # noqa: S603 (no shell reads the words)
            ["git", *words],  # noqa: S607 (the git of the user)
            cwd=folder,
            env=environment | {"LC_ALL": "C"} | quiet,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=longest is not None,
        ) as process:
            try:
                answer, fault_said = process.communicate(given, timeout=longest)
            except subprocess.TimeoutExpired as fault:
                raise GitTimeoutError(_NO_END.format(round(longest or 0))) from fault
            finally:
                if process.returncode is None:
                    _end(process, whole=longest is not None)
    except (OSError, ValueError) as fault:
        raise GitError(str(fault)) from fault
    if process.returncode:
        raise GitError(fault_said.decode(errors="replace").strip())
    return answer


_NO_END = "no answer within {} seconds"


def _end(process: subprocess.Popen[bytes], *, whole: bool) -> None:
    """Stop git, and with the `whole` of its session what it runs to reach a remote, which would be waited for."""
    if whole:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def said(folder: Path, *words: str, alone: bool = False) -> str:
    """The answer as text without the end of its last line; what is no UTF-8 in it stays what it is."""
    return os.fsdecode(git(folder, *words, alone=alone)).removesuffix("\n")
