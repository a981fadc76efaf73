"""The papers that letters cite and that are not among them, whatever their dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from tracker.extraction.references import find_papers
from tracker.model import Letter
from tracker.sources.fetch_state import Answered
from tracker.sources.listing import Wanted
from tracker.sources.papers import id_by_code, paper_of, printed_id


def cited_and_lacking(
    letters: Iterable[Letter],
    answered: Mapping[str, Answered] = MappingProxyType({}),
    linked: Iterable[frozenset[str]] = (),
) -> tuple[str, ...]:
    """The ids of those papers, those cited most first; with those that files of letters link to.

    What was asked for under the number of a record or a case, and is here by what was `answered`, is not lacking.
    """
    known, cited = set[str](), Counter[str]()
    for letter in letters:
        known |= {id_by_code(letter.id), printed_id(letter.dossier, letter.number)}
        cited.update({id_by_code(id_) for passage in letter.passages for id_ in find_papers(passage.text)})
    for ids in linked:
        cited.update(ids)
    lacking = (id_ for id_ in cited.keys() - known if not _is_here(id_, answered, known))
    return tuple(sorted(lacking, key=lambda id_: (-cited[id_], id_)))


def _is_here(id_: str, answered: Mapping[str, Answered], known: set[str]) -> bool:
    """Whether a paper is here under another id, by which it was told when it was asked for."""
    dossier, number = paper_of(id_)
    told = answered.get(Wanted(dossier, paper=number).key)
    return told is not None and bool(told.papers) and known.issuperset(told.papers)
