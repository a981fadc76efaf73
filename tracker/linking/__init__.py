"""Statements of all letters → strands: which of them are about the same promise, and on what grounds."""

from tracker.linking.linker import link
from tracker.linking.strand import ThreadDraft

__all__ = ["ThreadDraft", "link"]
