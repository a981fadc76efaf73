"""A text with codes for the papers and motions that it cites: they are no more of what it says than other numbers."""

from __future__ import annotations

from tracker.extraction.number_expansion import written_out
from tracker.extraction.references import Citation, find_citations
from tracker.extraction.register_numbers import names, spelled
from tracker.language.resources import entries, word_set
from tracker.text.offsets import Span


def with_codes(text: str, number: str) -> str:
    """A text with a code for each paper and motion, and with this number of a promise in full."""
    text = text if spelled(number).search(text) else written_out(text)
    for citation in find_citations(text):
        begin, end = _span(text, citation)
        said = text[begin:end]
        if _is_of_paper(citation) and said.count("(") == said.count(")") and not names(said, number):
            text = text[:begin] + "X".ljust(len(said), "0") + text[end:]
    return text


def _span(text: str, citation: Citation) -> Span:
    """Where a citation stands, with the brackets that it has to itself within others."""
    begin, end = citation.begin, citation.end
    before = text[: max(0, begin - 1)]
    alone = text[:begin].endswith("(") and text[end:].startswith(")")
    return (begin - 1, end + 1) if alone and before.count("(") > before.count(")") else (begin, end)


def _is_of_paper(citation: Citation) -> bool:
    kinds = {*entries("details", "ids"), *word_set("details", "papers")}
    return any(reference.kind in kinds for reference in citation.references)
