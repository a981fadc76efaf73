"""Whether what the letters say of a registered promise rests on a sentence in a plain turn, or a row of a table in one.

Only that accuses, and only where nothing else stands under its heading that could make it another's word, a plan, or
take it back: nobody can list all that would. What rests on any other sentence is for a reader to judge.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain

from tracker.extraction.collective_settlement import names_a_registered_one
from tracker.extraction.number_word import NumberWord, word_of_list
from tracker.extraction.plain_status_phrases import (
    PlainTurn,
    begins_after,
    days_fit,
    is_all_plain,
    plain_turn,
    sends_words_of,
)
from tracker.extraction.plain_status_rows import is_plain_row, names_only
from tracker.extraction.table_rows import cells_beside
from tracker.language.offices import are_of_others
from tracker.ledger.later_mentions import NamedPromise
from tracker.ledger.letters_verdict import LettersWord, PromiseWord
from tracker.ledger.number_words import Mention
from tracker.ledger.queries import Index
from tracker.model import Commitment, Passage, PassageKind, Statement, StepKind

_TURNS = {PromiseWord.MET: PlainTurn.MET, PromiseWord.NOT_MET: PlainTurn.OPEN}
_WORDS = {PromiseWord.MET: NumberWord.SETTLED, PromiseWord.NOT_MET: NumberWord.OPEN}
_AROUND = frozenset({PassageKind.HEADING, PassageKind.MASTHEAD, PassageKind.SIGNATURE, PassageKind.FURNITURE})
"""What stands under no heading of its own: a footnote does, and may say more."""


def rests_plainly(index: Index, promise: NamedPromise, letters: LettersWord) -> bool:
    """Whether all that names the number where letters say so is plain; or, without it, what sends the thing is."""
    reader = _Reader(index, promise, letters.said)
    if letters.places:
        told = [place for place in letters.places if not reader.only_heads(place)]
        return bool(told) and all(map(reader.is_plain, told))
    sent = letters.said is PromiseWord.MET and reader.is_promised_once
    return sent and any(map(reader.sends, _delivering(index, promise)))


def _delivering(index: Index, promise: NamedPromise) -> Iterator[Statement]:
    """The statements of the last letter that meets a promise."""
    steps = [step for step in promise.thread.members if step.step is StepKind.DELIVERED] if promise.thread else []
    yield from (index.statements[step.ref] for step in steps if step.ref and step.letter == steps[-1].letter)


class _Reader:
    """Reads the places of letters that say of one promise that it is met, or that it is not."""

    def __init__(self, index: Index, promise: NamedPromise, said: PromiseWord) -> None:
        self._index, self._promise, self._said = index, promise, said
        rows = index.quotes_of(promise.thread) if promise.thread else ()
        self._made = [row for row in rows if isinstance(row, Commitment)]
        self._plain: dict[tuple[str, str], bool] = {}

    @property
    def is_promised_once(self) -> bool:
        """Whether no letter promises it twice, nor the register under two numbers: else who sends it sends either."""
        letters = [row.letter for row in self._made]
        rows = self._index.registered.get(self._promise.thread.id, ()) if self._promise.thread else ()
        return len(letters) == len(set(letters)) and all(row.number == self._promise.number for row in rows)

    def only_heads(self, place: Mention) -> bool:
        """Whether a place is a heading or subject line that says no more than which promise comes."""
        kind = self._index.passages[place.passage].kind
        heads = kind in (PassageKind.HEADING, PassageKind.MASTHEAD)
        return heads and names_only(place.text, self._promise.number, self._promised(place.letter))

    def is_plain(self, place: Mention) -> bool:
        """Whether a place that names the number says so in a plain turn, and nothing stands beside it."""
        promised = self._promised(place.letter)
        if not place.in_row:
            return self._is_turn(place.text, place.letter, self._promise.number) and self._stands(place)
        passages = self._index.letters[place.letter].passages
        cells = cells_beside(passages).get(place.passage, ())
        told = [(cell.column or "", cell.text) for cell in cells]
        plain = place.word is _WORDS.get(self._said) and is_plain_row(told, self._promise.number, promised)
        plain = plain and all(self._fits(text, place.letter) for text in place.stand)
        return plain and not any(cell.notes for cell in cells) and self._stands(place)

    def sends(self, row: Statement) -> bool:
        """Whether a statement without the number sends what was promised, in a plain turn that stands alone.

        What another ministry sends need not be that.
        """
        place = Mention(row.letter, row.passage, row.sentence, NumberWord.SETTLED)
        if are_of_others(self._index.letters[row.letter].offices, self._promise.ministry):
            return False
        return self._is_turn(row.sentence, row.letter, "") and not self._meets_others(row) and self._stands(place, "")

    def _meets_others(self, row: Statement) -> bool:
        """Whether it would send what another thread like this one promises as well."""
        alike = self._index.alike.get(self._promise.thread.id, {}) if self._promise.thread else {}
        others = chain.from_iterable(self._index.quotes_of(self._index.threads[id_]) for id_ in alike)
        promised = (one.sentence for one in others if isinstance(one, Commitment))
        return any(sends_words_of(row.sentence, text) for text in promised)

    def _is_turn(self, text: str, letter: str, number: str) -> bool:
        turn = plain_turn(text, number, self._promised(letter))
        early = self._said is PromiseWord.MET and begins_after(self._promise.text, self._index.letters[letter].anchor)
        return turn is not None and turn is _TURNS.get(self._said) and self._fits(text, letter) and not early

    def _promised(self, letter: str) -> Sequence[str]:
        """What the register and the letters but one promise: by what it says itself no letter is weighed."""
        return (self._promise.text, *(row.sentence for row in self._made if row.letter != letter))

    def _fits(self, text: str, letter: str) -> bool:
        """Whether no day that a text names is of before the promise or after the letter."""
        made: dt.date | None = self._index.letters[self._made[0].letter].anchor if self._made else None
        return days_fit(text, self._index.letters[letter].anchor, made)

    def _stands(self, place: Mention, number: str | None = None) -> bool:
        """Whether around a place stands nothing but headings that name the promise alone, and other plain turns."""
        own = self._index.passages[place.passage]
        number = self._promise.number if number is None else number
        promised = self._promised(place.letter)
        under = [
            row
            for row in self._index.letters[place.letter].passages
            if row.section == own.section and row.kind not in _AROUND
        ]
        before, after = _beside(under, own, in_table=place.in_row)
        if own.lead_in or own.notes or not all(self._is_neutral(head, number, promised) for head in self._heads(own)):
            return False
        if place.in_row:
            rows = {row for row in cells_beside(under).values() if any(cell.column for cell in row)}
            numbered = all(names_a_registered_one(" ".join(cell.text for cell in row)) for row in rows)
            return numbered and after is None and (before is None or names_only(before.text, number, promised))
        around = (own, *(row for row in (before, after) if row is not None))
        return all(self._is_all_plain(row, place.letter, number) for row in around)

    def _is_all_plain(self, passage: Passage, letter: str, number: str) -> bool:
        """Whether a passage of a letter has plain turns alone; read once, though many sentences name the number."""
        if (passage.id, number) not in self._plain:
            self._plain[passage.id, number] = is_all_plain(passage.text, number, self._promised(letter))
        return self._plain[passage.id, number]

    def _is_neutral(self, heading: str, number: str, promised: Sequence[str]) -> bool:
        """Whether a heading says nothing but what stands under it, and not the contrary of what is said there."""
        contrary = word_of_list(heading) not in (NumberWord.NAMED, _WORDS.get(self._said))
        return not contrary and names_only(heading, number, promised)

    def _heads(self, passage: Passage) -> Iterator[str]:
        """The headings that a passage stands under."""
        section = self._index.sections.get(passage.section or "")
        while section is not None:
            yield section.heading or ""
            section = self._index.sections.get(section.parent or "")


def _beside(under: Sequence[Passage], own: Passage, *, in_table: bool) -> tuple[Passage | None, Passage | None]:
    """What stands before and after a passage, or its table, under its heading."""
    at = next(n for n, row in enumerate(under) if row.id == own.id)
    first, last = at, at
    while in_table and first > 0 and under[first - 1].kind is PassageKind.TABLE_CELL:
        first -= 1
    while in_table and last + 1 < len(under) and under[last + 1].kind is PassageKind.TABLE_CELL:
        last += 1
    before, after = under[:first], under[last + 1 :]
    return before[-1] if before else None, after[0] if after else None
