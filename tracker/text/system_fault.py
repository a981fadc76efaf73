"""What the operating system did not allow, in the words of the catalog instead of its own."""

from __future__ import annotations

import errno

from tracker.i18n.message import Message, message

_KNOWN = frozenset(
    (
        *("ENOENT", "EACCES", "EPERM", "ENOTDIR", "EISDIR", "EEXIST", "ENOSPC", "EDQUOT", "EROFS", "ENAMETOOLONG"),
        *("ELOOP", "EMFILE", "ENFILE", "EFBIG", "EINVAL", "EIO", "EBUSY", "ETXTBSY", "ENOTEMPTY", "EXDEV", "ENODEV"),
        *("ENXIO", "ENOTSUP", "ETIMEDOUT", "ENOMEM", "ENOLCK", "ENOTCONN", "ECONNREFUSED", "ECONNRESET"),
    )
)
"""The names of the faults that have a message."""
_SAME = {"ENFILE": "EMFILE", "ETXTBSY": "EBUSY", "ENODEV": "ENXIO", "ENOTCONN": "ECONNRESET", "EOPNOTSUPP": "ENOTSUP"}
"""Those that say what another says."""


def system_fault(fault: BaseException) -> Message:
    """What went wrong; a path that Python itself refuses is no name or leads back to itself."""
    if isinstance(fault, ValueError):
        return message("system.einval")
    if isinstance(fault, RuntimeError):
        return message("system.eloop")
    number = getattr(fault, "errno", None)
    name = errno.errorcode.get(number or 0, "")
    name = _SAME.get(name, name)
    return message(f"system.{name.lower()}") if name in _KNOWN else message("system.other", name=name or number or "?")
