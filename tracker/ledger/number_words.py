"""Where letters name the numbers of registered promises, and what each place surely says of them.

What stands in a row of a table, in a list or under a heading of the promises that are met has its word from there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from tracker.extraction import AnalysedLetter, analyse
from tracker.extraction.number_word import (
    NumberWord,
    begins_stand,
    begins_with,
    both,
    doubts_a_promise,
    settles_in_a_noun,
    tells_stand,
    word_of,
    word_of_cell,
    word_of_list,
)
from tracker.extraction.register_numbers import names, pieces
from tracker.extraction.table_rows import cells_beside
from tracker.ledger.queries import Index
from tracker.model import Letter, Passage, PassageKind


class Mention(Struct, frozen=True):
    """A place that names a number: the sentence or the row of a table, and what it says of the promise."""

    letter: str
    passage: str
    text: str
    word: NumberWord
    in_row: bool = False
    """Whether it is a row of a table."""
    stand: tuple[str, ...] = ()
    """What may tell how the promise stands: other cells of the row, the sentences that go on from this one."""


class NumberWords:
    """The places of the letters that name some numbers, by number, oldest letter first."""

    def __init__(self, index: Index, numbers: Iterable[str]) -> None:
        self._index = index
        self._found: dict[str, list[Mention]] = defaultdict(list)
        sought: dict[str, set[str]] = defaultdict(set)
        """The numbers by their first letters and figures, which a text that names them has."""
        for number in numbers:
            if front := pieces(number)[:2]:
                sought[front[-1]].add(number)
        for letter in index.ledger.letters:
            said = set(pieces(letter.text))
            if near := {front: several for front, several in sought.items() if front in said}:
                self._add(letter, near)

    def of(self, number: str) -> tuple[Mention, ...]:
        """The places that name a number."""
        return tuple(self._found.get(number, ()))

    def _add(self, letter: Letter, sought: dict[str, set[str]]) -> None:
        reader = _Reader(self._index, letter)
        for passage in letter.passages:
            said = set(pieces(passage.text))
            for number in sorted(one for front in said & sought.keys() for one in sought[front]):
                if names(passage.text, number):
                    self._found[number] += reader.mentions(passage, number)


class _Reader:
    """Reads the places of one letter."""

    def __init__(self, index: Index, letter: Letter) -> None:
        self._index, self._letter = index, letter
        self._at = {passage.id: at for at, passage in enumerate(letter.passages)}
        self._rows = cells_beside(letter.passages)
        self._analysed: AnalysedLetter = analyse(letter)

    def mentions(self, passage: Passage, number: str) -> Iterator[Mention]:
        """The sentences of a passage that name a number; where it begins with that, with what it is listed under.

        What is struck through, or stands at the head of a page, says nothing of a promise.
        """
        split = [one.text for one in self._analysed.split_of(passage.id)] or [passage.text]
        for at, said in enumerate(split):
            if not names(said, number):
                continue
            if passage.kind is PassageKind.FURNITURE:
                yield Mention(self._letter.id, passage.id, said, NumberWord.NAMED)
                continue
            word = word_of(said, number)
            if word is NumberWord.SETTLED and settles_in_a_noun(said) and self._is_doubted(passage):
                word = NumberWord.UNSURE
            own = word is NumberWord.NAMED and begins_with(passage.text, number)
            row = self._rows.get(passage.id, ()) if own else ()
            if own:
                word = self._of_row(passage, row) or self._of_list(passage)
            text = " | ".join(cell.text for cell in row) or said
            after = (*split[at + 1 :], *self._stand_below(passage))
            beside = (cell.text for cell in row if cell is not passage and tells_stand(cell.column or ""))
            yield Mention(self._letter.id, passage.id, text, word, bool(row), tuple(beside) if row else after)

    def _is_doubted(self, passage: Passage) -> bool:
        """Whether what stands elsewhere in the letter speaks of a promise in words that make it unsure."""
        others = (one for one in self._letter.passages if one is not passage)
        return any(doubts_a_promise(row.text) for one in others for row in self._analysed.split_of(one.id))

    def _stand_below(self, passage: Passage) -> Iterator[str]:
        """The passage below one, where that begins as one that tells how things stand."""
        below = self._letter.passages[self._at[passage.id] + 1 :][:1]
        yield from (one.text for one in below if begins_stand(one.text))

    def _of_row(self, passage: Passage, row: Iterable[Passage]) -> NumberWord | None:
        """What the other cells of its row say, None where nothing does."""
        cells = (cell for cell in row if cell is not passage)
        word = both({word_of_cell(cell.column or "", cell.text, self._letter.anchor) for cell in cells})
        return None if word is NumberWord.NAMED else word

    def _of_list(self, passage: Passage) -> NumberWord:
        """What the head of its list or the nearest heading that says so says of all that stands under it."""
        section = self._index.sections.get(passage.section or "")
        heads = [passage.lead_in or ""]
        while section is not None:
            heads.append(section.heading or "")
            section = self._index.sections.get(section.parent or "")
        words = map(word_of_list, heads)
        return next((word for word in words if word is not NumberWord.NAMED), NumberWord.NAMED)
