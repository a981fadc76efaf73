"""Letter → commitments and reports: sentences judged clause by clause, each statement with all that it carries."""

from tracker.extraction.extractor import read_statements

__all__ = ["read_statements"]
