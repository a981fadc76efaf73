"""The number of a heading: figures, Roman numbers and letters with a mark; no years, amounts and words."""

from __future__ import annotations

import pytest

from tracker.documents.structure.section_number import split_number


@pytest.mark.parametrize(
    "heading",
    ["2024 in cijfers", "60.000 leraren", "100 scholen", "I know", "Ik wil meer", "a house", "72.", "... en meer", ""],
)
def test_a_heading_without_a_number(heading: str) -> None:
    assert split_number(heading) == ("", heading)


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("1.2 De dijken:", "1.2", "De dijken:"),
        ("3. Havens", "3", "Havens"),
        ("12) Havens", "12", "Havens"),
        ("iii. Instroom", "iii", "Instroom"),
        ("IV. Vraag en aanbod", "IV", "Vraag en aanbod"),
        ("  b) Kades", "b", "Kades"),
        ("A.1 Kades", "A.1", "Kades"),
        ("1.  Water", "1", "Water"),
    ],
)
def test_a_number_and_its_title(heading: str, number: str, title: str) -> None:
    assert split_number(heading) == (number, title)
