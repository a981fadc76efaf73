"""What letters are about, by what most of them print above their number."""

from __future__ import annotations

import pytest

from tracker.documents import read_collection
from tracker.model import Collection, SourceFile

BODY = "\n\nNr. {number}\n\nBRIEF VAN DE MINISTER\n\nDen Haag, {number} mei 2030\n\nDe brug gaat volgend jaar open.\n"


def collection(*heads: str, manifest: str | None = None) -> Collection:
    files = (
        SourceFile(f"{at}.txt", (head + BODY.format(number=at)).encode()) for at, head in enumerate(heads, start=1)
    )
    return Collection("brieven", tuple(files), manifest)


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        pytest.param(("35 000 Werken aan de weg",) * 2 + ("36 000 Water",), "Werken aan de weg", id="most print it"),
        pytest.param(("35 000 Werken aan de weg", "36 000 Water"), "", id="two as often"),
        pytest.param(("Aan de voorzitter",), "", id="none is printed"),
    ],
)
def test_the_title_of_the_dossier(heads: tuple[str, ...], told: str) -> None:
    assert read_collection(collection(*heads)).title == told


def test_what_the_manifest_states_comes_first() -> None:
    assert read_collection(collection("35 000 Weg", manifest='title = "Onze brug"\n')).title == "Onze brug"
