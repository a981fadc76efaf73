"""One paper made of text from the seeds: headings, paragraphs, list items, footnotes and a table, in no format yet."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from tracker.documents import read_letter
from tracker.model import PassageKind

SEEDS = Path(__file__).parents[2] / "seeds"
PROSE = SEEDS / "2016-11-29_kst-27923-231.txt"
TABLE = SEEDS / "2024-06-26_kst-27923-492.txt"
SECTIONS = (
    "Een plan van aanpak voor het lerarentekort",
    "Meer leraren voor het beroepsonderwijs: circulaire carrières",
    "Meer starters krijgen begeleiding, maar de kwaliteit kan beter",
    "Differentiatievaardigheden blijven achter",
    "We stimuleren en faciliteren formatieve evaluatie en feedback",
)
ROWS = ("Motie over splitsing pabo", "Toezegging: Pabo instroomnorm", "Toezegging: curriculum van de Pabo")
HEADS = ("Motie/toezegging", "Stand van zaken")
KINDS = (PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.LIST_ITEM)


class Part(NamedTuple):
    """A heading, paragraph or list item: its words, and in `notes` the numbers of notes by their offset in them."""

    kind: PassageKind
    words: str
    notes: tuple[tuple[int, int], ...] = ()

    def pieces(self):
        """The words and the numbers of notes, in order."""
        at = 0
        for offset, number in self.notes:
            yield self.words[at:offset]
            yield number
            at = offset
        yield self.words[at:]


class Row(NamedTuple):
    """A row of the table: what the first cell holds, title first, and what the second."""

    ask: tuple[str, ...]
    answer: tuple[str, ...]


class Paper(NamedTuple):
    """What every format is made of; the table stands at the end."""

    parts: tuple[Part, ...]
    notes: dict[int, str]
    rows: tuple[Row, ...]


@cache
def paper():
    """The paper."""
    letter = read_letter(PROSE.name, PROSE.read_bytes())
    chosen = [section.id for heading in SECTIONS for section in letter.sections if section.heading == heading]
    passages = [passage for home in chosen for passage in letter.passages if passage.section == home]
    wordings = {passage.mark: passage.text for passage in passages if passage.kind is PassageKind.FOOTNOTE}
    parts, notes = [], {}
    for passage in passages:
        marks = []
        for note in passage.notes:
            notes[len(notes) + 1] = wordings[note.mark]
            marks.append((note.offset, len(notes)))
        if passage.kind in KINDS:
            parts.append(Part(passage.kind, passage.text, tuple(marks)))
    return Paper(tuple(parts), notes, _rows())


def _rows():
    letter = read_letter(TABLE.name, TABLE.read_bytes())
    rows = []
    for title in ROWS:
        cells = [passage for passage in letter.passages if (passage.row or "").startswith(title)]
        ask, answer = ([passage.text for passage in cells if passage.column == head] for head in HEADS)
        rows.append(Row((ask[0], ask[-1]), tuple(answer)))
    return tuple(rows)
