"""Statements of all letters → drafts: which of them are about the same promise, and on what score.

What links is loaded where one of these names is asked for: who judges drafts needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.linking.linked_series import link
    from tracker.linking.thread_draft import ThreadDraft

__all__ = ["ThreadDraft", "link"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(name)
    from tracker.linking import linked_series, thread_draft

    return next(getattr(module, name) for module in (linked_series, thread_draft) if hasattr(module, name))
