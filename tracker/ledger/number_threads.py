"""Which threads carry the number of a registered promise, and which have it beside them, where it proves nothing.

A sentence that names it as that of what it speaks of carries it, with its footnotes, its row of a table, the sentence
after it that says no more than the number, and the heading of the one promise under it. What stands elsewhere in the
paragraph, in other headings or in the words before a list is of whatever linking finds there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from tracker.extraction import analyse
from tracker.extraction.footnotes import footnotes_of
from tracker.extraction.mere_mentions import is_only_talked_of, is_talk
from tracker.extraction.number_context import described, introduces, is_named_first, only_pledges
from tracker.extraction.number_mentions import (
    Meant,
    is_bare,
    is_bracketed,
    points_back,
    sets_apart,
    speaks_of,
)
from tracker.extraction.number_topic import parts_of
from tracker.extraction.register_numbers import in_one_spelling, names
from tracker.ledger.number_places import NumberPlaces
from tracker.ledger.queries import Index
from tracker.linking.number_links import BY_NUMBER
from tracker.model import Passage, Statement, Thread
from tracker.sources.register import Registered


class Bearers(Struct, frozen=True):
    """The threads that carry a number, and the ids of those that have it beside them."""

    carry: tuple[Thread, ...] = ()
    beside: frozenset[str] = frozenset()


class Carried:
    """Where letters name the numbers of promises."""

    def __init__(self, index: Index, promises: Iterable[Registered]) -> None:
        self._index = index
        self._places = NumberPlaces(index, (promise.number for promise in promises))
        self._read = {letter.id: analyse(letter) for letter in index.ledger.letters}
        self._under: dict[str, set[str]] = defaultdict(set)
        """The threads under each heading, by the id of its section."""
        self._in: dict[str, set[tuple[str, str]]] = defaultdict(set)
        """The sentences of each passage that state something, by its id, each with the thread of what it states."""
        self._stated: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        """All statements of each sentence, by the id of its passage and its words."""
        self._told: dict[tuple[str, str], dict[str, bool]] = {}
        for thread in index.ledger.threads:
            for row in index.quotes_of(thread):
                self._in[row.passage].add((row.sentence, thread.id))
                self._under[index.passages[row.passage].section or ""].add(thread.id)
        for row in (index.statements[id_] for id_ in index.statements):
            self._stated[row.passage, row.sentence].append(row)

    def bearers(self, promise: Registered) -> Bearers:
        """The threads that carry the number of a promise or have it beside them; of one row of a table one at most."""
        said: list[Thread] = []
        beside: set[str] = set()
        rows: dict[str, list[Thread]] = {}
        for id_, quotes in self._places.statements(promise.number).items():
            thread = self._index.threads[id_]
            if any(self._is_told(thread, row, promise) for row in quotes if not _is_by_others(thread, row, promise)):
                said.append(thread)
            beside |= {id_ for row in quotes if self._is_beside(row, promise.number)}
            for cells in {self._places.cells(row.letter, row.passage) for row in quotes}:
                if _is_row_of(cells, promise.number):
                    rows.setdefault(cells[0].id, []).append(thread)
        alone = [several[0] for several in rows.values() if len(several) == 1]
        beside |= {thread.id for several in rows.values() for thread in several}
        told = () if said or alone else self._described(promise.number)
        return Bearers(tuple({thread.id: thread for thread in (*said, *alone, *told)}.values()), frozenset(beside))

    def _described(self, number: str) -> tuple[Thread, ...]:
        """The one thread that a sentence of the letters says the number to be of, by all words of what it is about."""
        split = (self._read[letter].split_of(passage) for letter, passage in self._places.passages(number))
        told = [said for several in split for row in several if (said := described(row.text, number))]
        found = [
            thread
            for thread in (self._index.ledger.threads if told else ())
            if any(is_named_first(said, thread.title.partition(" (")[0]) for said in told)
        ]
        return tuple(found) if len(found) == 1 else ()

    def _is_told(self, thread: Thread, row: Statement, promise: Registered) -> bool:
        """Whether a statement, the sentence after it, or the heading over it alone, names the number as its own."""
        meant = Meant(parts_of(thread.title.partition(" (")[0]), parts_of(promise.text))
        return (
            (self._says(row, promise, meant) and not self._points_back(row, promise.number))
            or self._goes_on(row, promise.number)
            or self._is_introduced(thread, row, promise.number)
            or self._is_headed(row, promise.number, meant)
        )

    def _says(self, row: Statement, promise: Registered, meant: Meant) -> bool:
        """Whether a statement names the number of a promise as that of what it speaks of, or a footnote of it does."""
        number = promise.number
        text = row.quote if names(row.quote, number) else row.sentence
        if not names(text, number):
            passages, passage = self._index.letters[row.letter].passages, self._index.passages[row.passage]
            return any(is_bare(text, number) for text in footnotes_of(passages, passage, row.sentence))
        others = [one for one in self._others(row) if not only_pledges(one.quote, number)]
        if others and only_pledges(row.quote, number):
            return False
        if text != row.quote and any(names(one.quote, number) and not points_back(one.quote, number) for one in others):
            return False
        if text == row.quote != row.sentence and others and points_back(text, number):
            return False
        talked = is_only_talked_of(text, number) and not is_talk(promise.text)
        return not talked and speaks_of(text, number, meant)

    def _others(self, row: Statement) -> list[Statement]:
        """The other statements of a sentence."""
        return [one for one in self._stated[row.passage, row.sentence] if one is not row]

    def _goes_on(self, row: Statement, number: str) -> bool:
        """Whether the sentence after a statement is its number in brackets, or says that it is what has the number."""
        after = self._sentence_after(row)
        if is_bracketed(after or self._places.next.get(row.passage, ""), number):
            return not self._others(row)
        told = {thread for sentence, thread in self._in[row.passage] if sentence != after}
        return len(told) == 1 and points_back(after, number)

    def _is_introduced(self, thread: Thread, row: Statement, number: str) -> bool:
        """Whether the sentence before a statement says what the number is of, and the statement goes on about that."""
        before = self._sentence_before(row)
        told = {id_ for sentence, id_ in self._in[row.passage] if sentence == before}
        return told <= {thread.id} and introduces(before, row.sentence, number, thread.title.partition(" (")[0])

    def _points_back(self, row: Statement, number: str) -> bool:
        """Whether a statement says no more than that the one thing promised before it is what has the number."""
        before = {thread for sentence, thread in self._in[row.passage] if sentence != row.sentence}
        return len(before) == 1 and points_back(row.sentence, number)

    def _is_headed(self, row: Statement, number: str, meant: Meant) -> bool:
        """Whether a statement is of the one promise under a heading that has the number."""
        section = self._index.sections.get(self._index.passages[row.passage].section or "")
        heading = section.heading or "" if section else ""
        if section is None or len(self._under[section.id]) != 1 or not names(heading, number):
            return False
        return not sets_apart(heading, number) and (is_bare(heading, number) or speaks_of(heading, number, meant))

    def _sentence_after(self, row: Statement) -> str:
        """The sentence after that of a statement in its passage, "" where there is none."""
        begin = self._index.passages[row.passage].text.find(row.sentence)
        stop = begin + len(row.sentence)
        split = self._read[row.letter].split_of(row.passage) if begin >= 0 else ()
        return next((one.text for one in split if one.begin >= stop), "")

    def _sentence_before(self, row: Statement) -> str:
        """The sentence before that of a statement in its passage, else the last one of the passage before it."""
        begin = self._index.passages[row.passage].text.find(row.sentence)
        split = self._read[row.letter].split_of(row.passage) if begin > 0 else ()
        before = [one.text for one in split if one.end <= begin] or [self._places.before.get(row.passage, "")]
        return before[-1]

    def _is_beside(self, row: Statement, number: str) -> bool:
        """Whether a number stands alone in a sentence beside a statement, in its heading or in what opens its list."""
        passage = self._index.passages[row.passage]
        section = self._index.sections.get(passage.section or "")
        over = (passage.lead_in or "", (section.heading or "") if section else "")
        if any(names(text, number) and not sets_apart(text, number) for text in over):
            return True
        if not names(passage.text, number):
            return False
        bare = self._bare(row.letter, passage.id, number)
        return self._sentence_after(row) in bare or not all(bare.values())

    def _bare(self, letter: str, passage: str, number: str) -> dict[str, bool]:
        """The sentences of a passage that say no more than a number, each with whether that stands in brackets."""
        if (passage, number) not in self._told:
            sentences = {one.text for one in self._read[letter].split_of(passage)}
            bare = {text: is_bracketed(text, number) for text in sentences if is_bare(text, number)}
            self._told[passage, number] = bare
        return self._told[passage, number]


def _is_by_others(thread: Thread, row: Statement, promise: Registered) -> bool:
    """Whether a statement is of a thread by numbers, and not by that of a promise."""
    named = [link.words for link in thread.links if link.rule == BY_NUMBER and link.to == row.id]
    return bool(named) and in_one_spelling(promise.number) not in chain.from_iterable(named)


def _is_row_of(cells: tuple[Passage, ...], number: str) -> bool:
    """Whether a row is that of a number: it stands in its head, or alone in a cell."""
    head = any(names(cell.row or "", number) for cell in cells)
    return head or any(names(cell.text, number) and is_bare(cell.text, number) for cell in cells)
