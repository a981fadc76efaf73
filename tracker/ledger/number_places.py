"""Where the numbers of registered promises could stand in letters, so that few statements are looked at for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import chain, pairwise

from tracker.extraction.register_numbers import pieces
from tracker.extraction.table_rows import cells_beside
from tracker.ledger.queries import Index
from tracker.model import Letter, Passage, PassageKind, Statement


class NumberPlaces:
    """The passages that have the pieces of a number, and the statements that have them around."""

    def __init__(self, index: Index, numbers: Iterable[str]) -> None:
        self._index = index
        self._rows_of = cache(lambda letter: cells_beside(index.letters[letter].passages))
        self.next: dict[str, str] = {}
        """The text after each passage under the same heading, by its id."""
        self.before: dict[str, str] = {}
        """The text before each passage under the same heading, by its id."""
        self._letter: dict[str, str] = {}
        self._stated = [(thread, row) for thread in index.ledger.threads for row in index.quotes_of(thread)]
        self._rows: dict[str, list[int]] = defaultdict(list)
        """The statements of each passage, by its id, as places among all."""
        for at, (_, row) in enumerate(self._stated):
            self._rows[row.passage].append(at)
        self._in: dict[str, set[str]] = defaultdict(set)
        """The passages that have each piece of a number."""
        self._around: dict[str, set[str]] = defaultdict(set)
        """The passages with statements that have it in or around them."""
        wanted = [frozenset(pieces(number)) for number in numbers]
        sought = frozenset(chain.from_iterable(wanted))
        for letter in index.ledger.letters:
            self._add(letter, sought, wanted)

    def statements(self, number: str) -> dict[str, list[Statement]]:
        """The statements around which a number could stand, by their threads."""
        rows = sorted(at for passage in self._with(number, self._around) for at in self._rows[passage])
        found: dict[str, list[Statement]] = {}
        for thread, row in (self._stated[at] for at in rows):
            found.setdefault(thread.id, []).append(row)
        return found

    def passages(self, number: str) -> list[tuple[str, str]]:
        """The passages that could have a number, by their ids, each with that of its letter."""
        return [(self._letter[id_], id_) for id_ in sorted(self._with(number, self._in))]

    @staticmethod
    def _with(number: str, places: dict[str, set[str]]) -> set[str]:
        sets = [places.get(piece, set[str]()) for piece in pieces(number)]
        return set.intersection(*sets) if sets else set()

    def _add(self, letter: Letter, sought: frozenset[str], wanted: Iterable[frozenset[str]]) -> None:
        """Take a letter; one that has no number whole has none at all."""
        have = {passage.id: sought.intersection(pieces(passage.text)) for passage in letter.passages}
        heads = {section.id: sought.intersection(pieces(section.heading or "")) for section in letter.sections}
        said = frozenset(chain.from_iterable((*have.values(), *heads.values())))
        if not any(said.issuperset(number) for number in wanted):
            return
        beside: dict[str, list[str]] = defaultdict(list)
        for one, two in pairwise(letter.passages):
            if one.section == two.section:
                self.next[one.id], self.before[two.id] = two.text, one.text
                beside[one.id].append(two.id)
                beside[two.id].append(one.id)
        notes: dict[str, set[str]] = defaultdict(set)
        for passage in letter.passages:
            if passage.kind is PassageKind.FOOTNOTE and passage.mark:
                notes[passage.mark] |= have[passage.id]
        for passage in letter.passages:
            self._letter[passage.id] = letter.id
            for piece in have[passage.id]:
                self._in[piece].add(passage.id)
            if passage.id in self._rows:
                around: list[Iterable[str]] = [
                    have[passage.id],
                    heads.get(passage.section or "", set()),
                    pieces(passage.lead_in or ""),
                ]
                around += [have[id_] for id_ in beside[passage.id]]
                around += [notes[note.mark] for note in passage.notes]
                around += [{*have[cell.id], *pieces(cell.row or "")} for cell in self.cells(letter.id, passage.id)]
                for piece in sought.intersection(chain.from_iterable(around)):
                    self._around[piece].add(passage.id)

    def cells(self, letter: str, passage: str) -> tuple[Passage, ...]:
        """The cells of the row that a passage of a letter stands in, by their ids; outside of tables none."""
        return self._rows_of(letter).get(passage, ())
