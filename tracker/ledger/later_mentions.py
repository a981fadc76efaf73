"""What letters say of a registered promise after one of them: by its number, in its thread, of its thing, in any words.

Where they say anything they are not silent; and only the newest letter has the last word, for any may take it back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain, islice

from msgspec import Struct

from tracker.extraction import analyse
from tracker.extraction.number_word import NumberWord
from tracker.extraction.unnumbered_mentions import UnnamedWords, done_in, has_figures, holds_half, said_in, thing_terms
from tracker.ledger.number_words import Mention
from tracker.ledger.queries import Index
from tracker.model import Commitment, Letter, PassageKind, Statement, Status, StatusReport, Thread
from tracker.status.searched_words import searched_words
from tracker.status.weights import MENTION

_ENOUGH = 3
"""Letters that may speak of a promise without its number: more make nobody surer that they are not silent; by
judgement."""


class NamedPromise(Struct, frozen=True):
    """A promise of the register: its number and text, the thread that it is, and the places that name its number."""

    number: str
    text: str
    thread: Thread | None
    mentions: tuple[Mention, ...]
    ministry: str = ""
    """Whose it is, "" where the register does not say."""


class _Read(Struct, frozen=True):
    """A letter as it is searched: the stems of its words, in all and by passage, and what it says without a number."""

    stems: frozenset[str]
    passages: tuple[tuple[str, frozenset[str]], ...]
    said: UnnamedWords


class LaterWords:
    """What the letters of a ledger say after one of them."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._words = cache(self._read)
        self._untold = cache(self._of_no_promise)

    def could_tell(self, thread: Thread, made: dt.date | None = None) -> bool:
        """Whether letters could tell what became of a promise: one came after it was made, and after its deadline."""
        promised = self._promised_in(thread)
        after = [row.anchor for row in self._since(promised) if row.anchor] if promised else []
        since = [day for day in (self._index.due(thread), made) if day]
        return bool(after) and thread.status is not Status.DUE and all(max(after) > day for day in since)

    def count_after(self, thread: Thread) -> int:
        """How many letters came after the one that promises it last."""
        promised = self._promised_in(thread)
        return sum(1 for _ in self._since(promised)) if promised else 0

    def of_no_promise(self, thread: Thread) -> tuple[Mention, ...]:
        """Where later letters tell of something done, or name a paper, that no promise of the letters is; one a letter.

        It may be the thing of a promise under another name.
        """
        promised = self._promised_in(thread)
        found = (self._untold(row.id) for row in self._since(promised)) if promised else ()
        return tuple(islice(filter(None, found), _ENOUGH))

    def besides(self, promise: NamedPromise) -> tuple[Mention, ...]:
        """All that letters say of a promise but for promising it: where there is nothing, they are silent."""
        thread = promise.thread
        letter = self._promised_in(thread) if thread else None
        if thread is None or letter is None:
            return promise.mentions
        rows = self._index.quotes_of(thread)
        made = {row.letter for row in rows if isinstance(row, Commitment)}
        named = [one for one in promise.mentions if one.letter not in made or _tells(one)]
        said = [_mention(row.letter, row.passage, row.sentence) for row in rows if not isinstance(row, Commitment)]
        later = (self._found(promise, letter, row) for row in self._since(letter))
        return _each_once(*named, *said, *islice(filter(None, later), _ENOUGH))

    def is_followed(self, letter: Letter) -> bool:
        """Whether a letter may have come after one: no list holds all words by which it could take that back."""
        return any(self._since(letter))

    def after(self, promise: NamedPromise, letter: Letter) -> tuple[Mention, ...]:
        """Where letters after one speak of a promise; a place a letter."""
        found = (self._found(promise, letter, later) for later in self._since(letter))
        return tuple(islice(filter(None, found), _ENOUGH))

    def says_more(self, promise: NamedPromise, letter: Letter, own: Collection[str]) -> bool:
        """Whether a letter, in other passages than its `own` that say how a promise stands, may say otherwise.

        It promises or reports the thing there too, doubts what was sent, or says what its other passages are.
        """
        said = self._words(letter.id).said
        linked = {row.passage for row in self._linked(promise.thread, letter)} if promise.thread else set()
        may = {*linked, *said.doubts, *said.frames}.difference(own)
        cells = {row.id for row in letter.passages if row.kind is PassageKind.TABLE_CELL}
        return not may <= cells

    def _promised_in(self, thread: Thread) -> Letter | None:
        """The last letter that promises it, None where none does."""
        rows = [row for row in self._index.quotes_of(thread) if isinstance(row, Commitment)]
        return self._index.letters[rows[-1].letter] if rows else None

    def _since(self, letter: Letter) -> Iterator[Letter]:
        """The letters that are not surely of before a letter."""
        for row in self._index.ledger.letters:
            if row.id != letter.id and not (row.anchor and letter.anchor and row.anchor < letter.anchor):
                yield row

    def _found(self, promise: NamedPromise, letter: Letter, later: Letter) -> Mention | None:
        """A place of a later letter that may speak of a promise, or of the letter before it: the surest."""
        found = chain(
            (one for one in promise.mentions if one.letter == later.id),
            self._linked(promise.thread, later) if promise.thread else (),
            self._of_thing(promise, later),
            self._without_number(promise, letter, later),
        )
        return next(found, None)

    def _linked(self, thread: Thread, later: Letter) -> Iterator[Mention]:
        """The statements of a letter that are, or may be, of a thread, and the passages that speak of it."""
        refs = [*(row.ref for row in thread.members), *(row.ref for row in thread.candidates)]
        rows = (self._index.statements[ref] for ref in refs if ref in self._index.statements)
        yield from (_mention(row.letter, row.passage, row.sentence) for row in rows if row.letter == later.id)
        for row in thread.searched:
            if row.letter == later.id and row.passage and row.score >= MENTION:
                yield self._passage(later, row.passage)

    def _of_thing(self, promise: NamedPromise, later: Letter) -> Iterator[Mention]:
        terms, read = thing_terms(promise.thread.title if promise.thread else promise.text), self._words(later.id)
        if holds_half(terms, read.stems):
            yield from (self._passage(later, id_) for id_, stems in read.passages if holds_half(terms, stems))

    def _without_number(self, promise: NamedPromise, letter: Letter, later: Letter) -> Iterator[Mention]:
        said = self._words(later.id).said
        if letter.anchor in said.days:
            yield self._passage(later, said.days[letter.anchor])
        yield from (self._passage(later, id_) for id_ in said.promises)
        if has_figures(later.text, promise.number):
            with_them = (row for row in later.passages if has_figures(row.text, promise.number))
            yield from (self._passage(later, row.id) for row in with_them)

    def _of_no_promise(self, letter: str) -> Mention | None:
        said = done_in(analyse(self._index.letters[letter]))
        stated = [row for row in self._index.statements.values() if row.letter == letter]
        reports = [row for row in stated if isinstance(row, StatusReport)]
        told = {(row.passage, row.sentence) for row in stated if row in reports or self._is_ahead(row)}
        untold = [(row.passage, row.sentence) for row in reports if not self._is_promised(row)]
        found = (*(row for row in untold if row not in said.apart), *(row for row in said.done if row not in told))
        return next((_mention(letter, *row) for row in found), None)

    def _is_ahead(self, row: Statement) -> bool:
        """Whether a statement says of something by when it is to be, after its letter."""
        written, due = self._index.letters[row.letter].anchor, row.deadline if isinstance(row, Commitment) else None
        return bool(due and due.end and written and due.end > written)

    def _is_promised(self, row: Statement) -> bool:
        """Whether a statement is of a thread that a letter promises."""
        thread = self._index.thread_of.get(row.id)
        return thread is not None and self._promised_in(thread) is not None

    def _passage(self, letter: Letter, id_: str) -> Mention:
        return _mention(letter.id, id_, self._index.passages[id_].text)

    def _read(self, letter: str) -> _Read:
        analysed = analyse(self._index.letters[letter])
        found = searched_words(analysed).passages
        passages = tuple((analysed.letter.passages[row.place].id, row.stems) for row in found)
        return _Read(frozenset().union(*(stems for _, stems in passages)), passages, said_in(analysed))


def _mention(letter: str, passage: str, text: str) -> Mention:
    return Mention(letter, passage, text, NumberWord.UNSURE)


def _tells(place: Mention) -> bool:
    """Whether a place that names a number in a letter that promises it tells more than that."""
    return place.word is not NumberWord.NAMED or (place.in_row and any(place.stand))


def _each_once(*places: Mention) -> tuple[Mention, ...]:
    return tuple({(one.passage, one.text): one for one in places}.values())
