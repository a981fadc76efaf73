"""Files that others name, read without waiting for ever and up to a size."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

_OPEN = re.compile(r"/dev/(?:stdin|fd/\d+)|/proc/self/fd/\d+")
"""Names of what this process has open already: a pipe among them has a writer."""


def read_bounded(path: Path, most: int) -> bytes:
    """The bytes of a regular file, or of a pipe that this process was given.

    Raises OSError: it cannot be read, is something else, or is larger than `most` bytes.
    """
    if not stat.S_ISREG(path.stat().st_mode) and not _OPEN.fullmatch(str(path.absolute())):
        raise OSError(errno.EINVAL, "Invalid argument: no ordinary file", str(path))
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, "File too large", str(path))
    return data
