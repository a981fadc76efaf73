"""Strand → thread: what each letter did to a promise, its status, its slips, and proof of silence.

What judges is loaded where one of these names is asked for: a ruling on a verdict needs a part of it alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.status.verdict import judge, judge_all

__all__ = ["judge", "judge_all"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    from tracker.status import verdict

    return getattr(verdict, name)
