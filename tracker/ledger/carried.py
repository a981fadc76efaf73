"""Which threads carry the number of a registered promise, and which have it beside them, where it proves nothing.

A sentence that names it and speaks of its thing carries it, with its footnotes and its row of a table. What stands
elsewhere in the paragraph, in the heading or in the words before a list is of whatever linking finds there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct

from tracker.language.lemmas import words
from tracker.language.resources import word_set
from tracker.language.sentences import split_sentences
from tracker.ledger.queries import Index
from tracker.linking.terms import NO_NAMES, terms_of
from tracker.model import Passage, PassageKind, Statement, Thread
from tracker.sources.register import Registered
from tracker.text.tokens import tokenize

_PIECE = re.compile(r"[\w-]+")


class Bearers(Struct, frozen=True):
    """The threads that carry a number, and the ids of those that have it beside them."""

    carry: tuple[Thread, ...] = ()
    beside: frozenset[str] = frozenset()


class Carried:
    """Where letters name the numbers of promises."""

    def __init__(self, index: Index, promises: Iterable[Registered]) -> None:
        self._index = index
        sought = {word for promise in promises for word in _pieces(promise.number)}
        self._words: dict[str, set[str]] = {}
        """The pieces of numbers that each letter has, wherever lines are broken in its source."""
        for letter in index.ledger.letters:
            said = chain.from_iterable(_pieces(passage.text) for passage in letter.passages)
            self._words[letter.id] = sought.intersection(said)

    def bearers(self, promise: Registered) -> Bearers:
        """The threads that carry the number of a promise or have it beside them; of one row of a table one at most."""
        letters = {letter for letter, words in self._words.items() if words.issuperset(_pieces(promise.number))}
        index = self._index
        said: list[Thread] = []
        beside: set[str] = set()
        rows: dict[str, list[Thread]] = {}
        for thread in index.ledger.threads if letters else ():
            quotes = [row for row in index.quotes_of(thread) if row.letter in letters]
            if any(_says(index, thread, row, promise) for row in quotes):
                said.append(thread)
            beside |= {thread.id for row in quotes if _beside(index, row, promise.number)}
            for cells in {_row(index, row) for row in quotes}:
                if _is_row_of(cells, promise.number):
                    rows.setdefault(cells[0].id, []).append(thread)
        alone = [several[0] for several in rows.values() if len(several) == 1]
        return Bearers(tuple({thread.id: thread for thread in (*said, *alone)}.values()), frozenset(beside))


def names(text: str, number: str) -> bool:
    """Whether a text has the number of a promise, and not a longer one that begins with it.

    What has no letters and figures in it is no number that a text could be known by.
    """
    if number.casefold() not in text.casefold() or number.isalpha() or not any(map(str.isalpha, number)):
        return False
    return _place(text, number) is not None


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(text.casefold())


def _place(text: str, number: str) -> re.Match[str] | None:
    return re.search(rf"(?<![\w-]){re.escape(number)}(?![\w-])", text, re.IGNORECASE)


def _says(index: Index, thread: Thread, row: Statement, promise: Registered) -> bool:
    """Whether a statement names the number of a promise as that of what it speaks of, or a footnote of it does."""
    number = promise.number
    text = row.quote if names(row.quote, number) else row.sentence
    if not names(text, number):
        return any(_is_bare(text, number) for text in _footnotes(index, row))
    if text != row.quote and any(names(one.quote, number) for one in _others(index, row)):
        return False
    about, wanted = _parts(thread.title), _parts(promise.text)
    front, joint, before = _before(text, number)
    shared = [term for term in _terms(front) if term[0] in wanted]
    if shared and about.isdisjoint(shared[-1]):
        return False  # what the register promises stands in it as another thing
    told = list(_terms(before))
    if joint in _joints():
        return bool(told) and not about.isdisjoint(told[-1])
    return not told or any(not about.isdisjoint(term) for term in told)


def _others(index: Index, row: Statement) -> Iterator[Statement]:
    """The other statements of a sentence."""
    known = (index.statements[id_] for id_ in index.statements)
    return (one for one in known if (one.passage, one.sentence) == (row.passage, row.sentence) and one is not row)


def _joints() -> frozenset[str]:
    """What joins one part of a sentence to another that may be of something else."""
    return word_set("clauses", "coordinators") | {";"}


def _before(text: str, number: str) -> tuple[str, str, str]:
    """What stands before a number; the word or mark that opens its part of the sentence; what follows that."""
    place = _place(text, number)
    front = text[: place.start()] if place else text
    joints = [token for token in tokenize(front) if token.low in {*_joints(), ","}]
    return (front, joints[-1].low, front[joints[-1].end :]) if joints else (front, "", front)


def _footnotes(index: Index, row: Statement) -> Iterator[str]:
    """The footnotes whose marks stand in the sentence of a statement."""
    passage = index.passages[row.passage]
    begin = passage.text.find(row.sentence)
    end = begin + len(row.sentence)
    marks = {note.mark for note in passage.notes if begin < note.offset <= end} if begin >= 0 else set()
    if marks:
        passages = index.letters[row.letter].passages
        yield from (one.text for one in passages if one.kind is PassageKind.FOOTNOTE and one.mark in marks)


def _beside(index: Index, row: Statement, number: str) -> bool:
    """Whether a number stands alone in a sentence beside a statement, in its heading or in what opens its list."""
    passage = index.passages[row.passage]
    section = index.sections.get(passage.section or "")
    if any(names(text, number) for text in (passage.lead_in or "", section.heading if section else "")):
        return True
    if not names(passage.text, number):
        return False
    sentences = (passage.text[begin:end] for begin, end in split_sentences(passage.text))
    return any(_is_bare(text, number) for text in sentences if names(text, number))


def _row(index: Index, row: Statement) -> tuple[Passage, ...]:
    """The cells of the row of a table that a statement stands in; none where it stands in no table."""
    own = index.passages[row.passage]
    if own.kind is not PassageKind.TABLE_CELL or own.row is None:
        return ()
    found: list[Passage] = []
    for cell in index.letters[row.letter].passages:
        same = cell.kind is own.kind and (cell.section, cell.row) == (own.section, own.row)
        if not same or cell.column in {one.column for one in found}:
            if own in found:
                break
            found = []
        found += [cell] if same else []
    return tuple(found)


def _is_row_of(cells: tuple[Passage, ...], number: str) -> bool:
    """Whether a row is that of a number: it stands in its head, or alone in a cell."""
    head = any(names(cell.row or "", number) for cell in cells)
    return head or any(names(cell.text, number) and _is_bare(cell.text, number) for cell in cells)


def _is_bare(text: str, number: str) -> bool:
    """Whether a text says nothing but the number of a promise."""
    place = _place(text, number)
    return place is not None and not _stems(text[: place.start()] + text[place.end() :])


def _stems(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about."""
    return frozenset(term[0] for term in _terms(text))


def _parts(text: str) -> frozenset[str]:
    """The same with their parts."""
    return frozenset(stem for term in _terms(text) for stem in term)


def _terms(text: str) -> list[tuple[str, ...]]:
    return terms_of([word for word in words(text) if word not in word_set("words", "pointing")], NO_NAMES)
