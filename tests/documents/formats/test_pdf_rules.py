"""Thin straight rules are found however a page draws them; boxes and slanted lines are none."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from tests.documents.raw_pdf import raw_pdf
from tracker.documents.formats.pdf_rules import rules_of

DRAWN = {
    "80 660 m 450 660 l S": (1, 0),
    "80 660 370 0.5 re f": (1, 0),
    "80 600 m 80 660 l S": (0, 1),
    "80 600 100 60 re S": (2, 2),
    "80 600 100 60 re f": (0, 0),
    "80 600 m 180 600 l 180 660 l S": (1, 1),
    "80 600 100 0.5 re 80 640 100 0.5 re f": (2, 0),
    "80 600 m 180 660 l S": (0, 0),
    "80 660 1.5 0.5 re f": (0, 0),
    "q 1 0 0 1 10 10 cm 80 600 100 60 re S Q": (2, 2),
}


@pytest.mark.parametrize("drawn", DRAWN)
def test_rules_of(drawn: str) -> None:
    """How many rules lie and stand."""
    with pdfium.PdfDocument(raw_pdf(drawn)) as document:
        found = rules_of(document[0], 0, 0)
    assert (len(found.lying), len(found.standing)) == DRAWN[drawn]


def test_places_count_from_the_corner_of_what_is_shown() -> None:
    """A rule, moved by the matrix of its path, on a page that is cut."""
    with pdfium.PdfDocument(raw_pdf("q 1 0 0 1 10 10 cm 80 600 100 60 re S Q")) as document:
        found = rules_of(document[0], 20, 30)
    assert sorted(round(rule.at) for rule in found.lying) == [580, 640]
    assert sorted(round(rule.at) for rule in found.standing) == [70, 170]
