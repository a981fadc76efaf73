"""The detectors by name."""

from __future__ import annotations

from collections.abc import Callable

from tracker.extraction.classifier import RuleDetector
from tracker.extraction.detector import CommitmentDetector
from tracker.extraction.learned.correction import Correction
from tracker.extraction.learned.detectors import EncoderDetector, LinearDetector
from tracker.extraction.learned.encoder import load_encoder
from tracker.extraction.learned.stack import StackedDetector
from tracker.language.pack import current


def _stack(correction: Correction | None = None, *, long: bool = False) -> StackedDetector:
    """Rules and linear reader, the encoder where it is installed but for long letters, and what rulings taught."""
    return StackedDetector(encoder=None if long else load_encoder(), correction=correction)


def _encoder() -> EncoderDetector:
    encoder = load_encoder()
    if encoder is None:
        raise ModuleNotFoundError("the encoder is not installed: pip install 'progress-letter-tracker[encoder]'.")
    return EncoderDetector(encoder)


DETECTORS: dict[str, Callable[[], CommitmentDetector]] = {
    "rules": RuleDetector,
    "linear": LinearDetector,
    "encoder": _encoder,
    "stack": _stack,
}
"""Each by what makes it; the encoder's raises ModuleNotFoundError, where it is not installed."""
ADAPTED: dict[str, Callable[[Correction | None, bool], CommitmentDetector]] = {
    "stack": lambda correction, long: _stack(correction, long=long)
}
"""Those that rulings can teach, and that read a long letter in a cheaper way, each by what makes it so.

The others read every letter alike.
"""
GROUNDS: dict[str, str] = {}
"""What the grounds say, in English, that are neither rules nor features: a detector's own, by their names.

A catalog that has "ground." and the name says it in its language.
"""
DEFAULT = "stack"
WITHOUT_WEIGHTS = "rules"
"""What reads a language without weights of learned readers."""


def default_detector(correction: Correction | None = None, *, long: bool = False) -> CommitmentDetector:
    """The detector that reads letters where no other is asked for, corrected where rulings taught something.

    For a long letter the encoder is not asked. A language without weights is read by its rules alone: a correction is
    one of learned readers.
    """
    name = DEFAULT if current().weights is not None else WITHOUT_WEIGHTS
    adapted = ADAPTED.get(name) if correction or long else None
    return adapted(correction, long) if adapted else DETECTORS[name]()
