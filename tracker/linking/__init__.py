"""Statements of all letters → drafts: which of them are about the same promise, and on what score."""

from tracker.linking.linked_series import link
from tracker.linking.thread_draft import ThreadDraft

__all__ = ["ThreadDraft", "link"]
