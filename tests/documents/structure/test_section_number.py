"""The number of a heading apart from its title, and the title as it is shown."""

from __future__ import annotations

import pytest

from tracker.documents.structure.section_number import title_of


@pytest.mark.parametrize(
    ("heading", "title"),
    [("2. Een landelijk netwerk.", "Landelijk netwerk"), ("... en meer", "En meer"), ("72.", "72")],
)
def test_title_of(heading: str, title: str) -> None:
    assert title_of(heading) == title
