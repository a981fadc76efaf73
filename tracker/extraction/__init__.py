"""Letter → analysed sentences → judged clauses → commitments and reports, each with all that it carries."""

from tracker.extraction.analysis import AnalysedLetter, AnalysedSentence, analyse
from tracker.extraction.detector import ClauseJudgement, CommitmentDetector
from tracker.extraction.extractor import extract, read_statements
from tracker.extraction.features import ClauseFeatures
from tracker.extraction.registry import DETECTORS, default_detector

__all__ = [
    "DETECTORS",
    "AnalysedLetter",
    "AnalysedSentence",
    "ClauseFeatures",
    "ClauseJudgement",
    "CommitmentDetector",
    "analyse",
    "default_detector",
    "extract",
    "read_statements",
]
