"""Letter → analysed sentences → judged clauses → commitments and reports, each with all that it carries."""

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.analysis import AnalysedLetter, analyse
from tracker.extraction.detector import ClauseJudgement, CommitmentDetector
from tracker.extraction.extractor import extract, read_statements
from tracker.extraction.features import ClauseFeatures
from tracker.extraction.noun_phrases import NounPhrase
from tracker.extraction.plan_or_report import Statements
from tracker.extraction.registry import DETECTORS, default_detector
from tracker.extraction.statement_describer import describe, describe_missing
from tracker.extraction.statement_facts import Facts, StatementFacts

__all__ = [
    "DETECTORS",
    "AnalysedLetter",
    "AnalysedSentence",
    "ClauseFeatures",
    "ClauseJudgement",
    "CommitmentDetector",
    "Facts",
    "NounPhrase",
    "StatementFacts",
    "Statements",
    "analyse",
    "default_detector",
    "describe",
    "describe_missing",
    "extract",
    "read_statements",
]
