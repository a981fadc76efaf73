"""The papers that letters cite and that are not among them, whatever their dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tracker.errors import SourceError
from tracker.extraction.slots import find_references
from tracker.model import Letter
from tracker.sources.papers import dossier_of, paper_id

_PAPER = "kst-"
"""What the ids of papers to parliament begin with; motions and registered promises have others."""


def cited_and_lacking(letters: Iterable[Letter]) -> tuple[str, ...]:
    """The ids of those papers, those cited most first."""
    known, cited = set[str](), Counter[str]()
    for letter in letters:
        known |= {letter.id, _id(letter)}
        found = (row.id for passage in letter.passages for row in find_references(passage.text))
        cited.update({id_ for id_ in found if id_.startswith(_PAPER)})
    return tuple(sorted(cited.keys() - known, key=lambda id_: (-cited[id_], id_)))


def _id(letter: Letter) -> str:
    """The id of a letter by its dossier and number, "" where it has none."""
    try:
        return paper_id(dossier_of(letter.dossier or ""), letter.number) if letter.number else ""
    except SourceError:
        return ""
