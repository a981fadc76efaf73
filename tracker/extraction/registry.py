"""The detectors by name."""

from __future__ import annotations

from collections.abc import Callable

from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import CommitmentDetector

DETECTORS: dict[str, Callable[[], CommitmentDetector]] = {"rules": RuleDetector}
DEFAULT = "rules"


def default_detector() -> CommitmentDetector:
    """The detector that reads letters where no other is asked for."""
    return DETECTORS[DEFAULT]()
