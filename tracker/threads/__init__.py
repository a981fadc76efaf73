"""Statements of all letters → strands: which of them are about the same promise, and on what grounds."""

from tracker.threads.linking import link
from tracker.threads.strands import Strand

__all__ = ["Strand", "link"]
