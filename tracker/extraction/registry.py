"""The detectors by name."""

from __future__ import annotations

from collections.abc import Callable

from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import CommitmentDetector
from tracker.extraction.learned.stack import StackedDetector

DETECTORS: dict[str, Callable[[], CommitmentDetector]] = {"rules": RuleDetector, "stack": StackedDetector}
DEFAULT = "stack"


def default_detector() -> CommitmentDetector:
    """The detector that reads letters where no other is asked for."""
    return DETECTORS[DEFAULT]()
