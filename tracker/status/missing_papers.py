"""Papers of the same dossiers that the letters cite and the collection lacks: what they say, no verdict can know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from tracker.extraction import AnalysedLetter
from tracker.model import Letter, MissingPaper


def missing_papers(analysed: Sequence[AnalysedLetter]) -> tuple[MissingPaper, ...]:
    """The papers cited and lacking, by dossier and number, each with the letters that cite it."""
    letters = [row.letter for row in analysed]
    known = {_paper(letter.dossier, letter.number) for letter in letters if letter.dossier and letter.number}
    dossiers = {dossier for dossier, _ in known}
    found: dict[tuple[str, str], Counter[str]] = {}
    for row in analysed:
        for dossier, number in _cited(row, dossiers):
            if (dossier, number) not in known:
                found.setdefault((dossier, number), Counter())[row.letter.id] += 1
    papers = sorted(found, key=lambda paper: (paper[0], int(paper[1])))
    return tuple(
        MissingPaper(f"kst-{dossier}-{number}", dossier, number, tuple(cited), cited.total())
        for dossier, number in papers
        for cited in (found[dossier, number],)
    )


def published_after(papers: Iterable[MissingPaper], letter: Letter) -> tuple[MissingPaper, ...]:
    """Those of the dossier of a letter that were published after it, by their numbers."""
    if not letter.dossier or not letter.number or not letter.number.isdigit():
        return ()
    dossier, number = _paper(letter.dossier, letter.number)
    return tuple(row for row in papers if row.dossier == dossier and int(row.number) > int(number))


def _cited(letter: AnalysedLetter, dossiers: Container[str]) -> Iterator[tuple[str, str]]:
    """The papers of the dossiers that the passages of a letter name."""
    for reference in letter.references:
        _, _, rest = reference.id.partition("-")
        dossier, _, number = rest.rpartition("-")
        if dossier in dossiers and number.isdigit():
            yield dossier, number


def _paper(dossier: str, number: str) -> tuple[str, str]:
    """A dossier and a number as the ids of references write them."""
    return "".join(filter(str.isalnum, dossier)), number
