"""Short lines that a table leaves behind are no headings."""

from __future__ import annotations

import pytest

from tests.documents.structure.candidates import candidate
from tracker.documents.structure.residue import find_debris
from tracker.model import PassageKind

FOUND = {
    "figures among short lines": (["Tabel 1:", "Brug", "12", "Weg", "40"], {0, 1, 2, 3, 4}),
    "from the first sign to the last": (["Kop", "Tabel 1:", "Brug", "12", "Slot"], {1, 2, 3}),
    "too few": (["12", "Brug", "40"], {0, 2}),
    "no figures": (["Brug", "Weg", "Sluis", "Haven"], set()),
    "sentences": (["De brug is er.", "12", "De weg is er."], {1}),
}


@pytest.mark.parametrize(("words", "found"), FOUND.values(), ids=FOUND.keys())
def test_find_debris(words: list[str], found: set[int]) -> None:
    assert find_debris([candidate(text) for text in words]) == found


def test_what_is_decided_is_none() -> None:
    decided = [candidate(text, kind=PassageKind.PARAGRAPH) for text in ("Tabel 1:", "Brug", "12", "40")]
    assert find_debris(decided) == set()
