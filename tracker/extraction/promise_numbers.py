"""Under which numbers of registered promises the statements of a letter stand.

A statement has those that it, its sentence or a footnote of that names as its own; else the one of its row of a table.
What says that a promise is met and not which ("Deze toezegging is afgedaan") has the one that was named last before it:
by a sentence, a passage, what opens the list, or the heading; what opens a list itself has those of the items. What
says so of several ("Beide toezeggingen zijn afgedaan", "Alleen de eerste is afgedaan") has those, or the ones that it
picks. The one promise under a heading has the number of that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile

from tracker.extraction.analysis import AnalysedLetter
from tracker.extraction.coordination import has_finite
from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.footnotes import footnotes_of
from tracker.extraction.mere_mentions import is_only_talked_of
from tracker.extraction.number_context import introduces
from tracker.extraction.number_topic import parts_of, topic_before
from tracker.extraction.references import find_citations
from tracker.extraction.settled_numbers import (
    is_registered,
    numbers_in,
    numbers_in_order,
    picked_in,
    says_more,
    settled_before,
    settled_in,
    unsettled_in,
)
from tracker.extraction.table_rows import cells_beside
from tracker.language.lemmas import is_verb_form, words
from tracker.language.patterns import matches, pattern
from tracker.language.terms import NO_NAMES, is_doing, tells_nothing_alone, terms_of
from tracker.model import AnyStatement, Commitment, StatusReport
from tracker.text.tokens import tokenize

_ROW = 40
"""Passages before a statement in which the list before it may stand; by judgement."""


def speaks_of_number(text: str, topic: Iterable[str]) -> bool:
    """Whether a text is of nothing but a promise by its number: "Aan toezegging N zal ik in mei voldoen".

    Its `topic` are its words without when and without the number. "De behandeling van toezegging N" is of another act.
    """
    places = [row.begin for row in find_citations(text) if is_registered(row.references)]
    front = text[: min(places, default=0)]
    pledge = pattern("register", "pledge").search(front.lower())
    before = [word for word in words(front[: pledge.start()] if pledge else front) if not is_verb_form(word)]
    beside = matches("register", "beside", front) or any(map(says_more, before)) or bool(topic_before(front))
    return not (beside or any(_names_more_than_act(word) for word in topic if word not in words(front)))


def speaks_of_promise(text: str) -> bool:
    """Whether a sentence says something of a promise itself, by its number, and not of what was promised under it.

    "Toezegging N is gewijzigd", and not "Het rapport (N) is gestuurd".
    """
    for row in find_citations(text):
        front = text[: row.begin]
        within = front.count("(") > front.count(")") or front.count("[") > front.count("]")
        if is_registered(row.references) and not within and (not words(front) or matches("register", "promise", front)):
            return has_finite(tokenize(text))
    return False


def _names_more_than_act(word: str) -> bool:
    """Whether a word names more than an act or a form of a thing."""
    if is_verb_form(word) or not says_more(word):
        return False
    return any(not (tells_nothing_alone(term) or is_doing(term)) for term in terms_of((word,), NO_NAMES))


class PromiseNumbers:
    """The numbers of the statements of one letter."""

    def __init__(self, analysed: AnalysedLetter, statements: Iterable[AnyStatement]) -> None:
        self._analysed = analysed
        self._passages = analysed.letter.passages
        self._at = {passage.id: at for at, passage in enumerate(self._passages)}
        self._headings = {section.id: section.heading or "" for section in analysed.letter.sections}
        self._any = is_registered(analysed.references)
        self._cells = cells_beside(self._passages) if self._any else {}
        self._said: dict[tuple[str, str], set[str]] = defaultdict(set)
        """The quotes of each sentence, by its passage and words."""
        self._promises: Counter[str | None] = Counter()
        """How many promises stand under each heading."""
        self._first: dict[tuple[str | None, str | None], str] = {}
        """The first promise of each row of a table with a head, by its section and head."""
        for row in statements if self._any else ():
            self._said[row.passage, row.sentence].add(row.quote)
            self._promises[row.section] += isinstance(row, Commitment)
            at = self._passages[self._at[row.passage]]
            if isinstance(row, Commitment) and at.row is not None:
                self._first.setdefault((at.section, at.row), row.id)

    def of(self, row: AnyStatement) -> frozenset[str]:
        """The numbers of a statement, none where it stands under none, or under several of which one is its own."""
        if not self._any:
            return frozenset()
        if isinstance(row, StatusReport) and Cue.SETTLING in find_cues(row.quote) and numbers_in(row.quote):
            return settled_in(row.quote)
        if own := self._own(row) or self._of_notes(row):
            return own
        if named := self._in_row(row):
            return self._of_row(row, named)
        if isinstance(row, Commitment):
            return _one(numbers_in(self._heading(row))) if self._promises[row.section] == 1 else frozenset()
        if listed := self._of_list(row):
            return listed
        if several := self._of_several(row) or self._of_introduced(row):
            return several
        return next((found for text in self._before(row) if (found := _one(numbers_in(text)))), frozenset())

    def _own(self, row: AnyStatement) -> frozenset[str]:
        """Those that a statement names; those of its sentence, where no other statement of that names any.

        Not what is only talked of beside it.
        """
        if named := numbers_in(row.quote):
            return named
        others = self._said[row.passage, row.sentence] - {row.quote}
        if any(map(numbers_in, others)):
            return frozenset()
        if Cue.SETTLING in find_cues(row.quote) and isinstance(row, StatusReport):
            return settled_in(row.sentence)
        return frozenset(one for one in numbers_in(row.sentence) if not is_only_talked_of(row.sentence, one))

    def _of_notes(self, row: AnyStatement) -> frozenset[str]:
        """Those of the footnotes of its sentence that are nothing but a number."""
        passage = self._passages[self._at[row.passage]]
        notes = footnotes_of(self._passages, passage, row.sentence) if passage.notes else ()
        return frozenset(chain.from_iterable(numbers_in(text) for text in notes if not says_more(text)))

    def _in_row(self, row: AnyStatement) -> list[tuple[str, ...]]:
        """The numbers in each cell of the row of a table that a statement stands in, of those that have some."""
        cells = (
            self._passages[self._at[row.passage]].row or "",
            *(one.text for one in self._cells.get(row.passage, ())),
        )
        return [numbers for text in dict.fromkeys(cells) if (numbers := numbers_in_order(text))]

    def _of_row(self, row: AnyStatement, named: list[tuple[str, ...]]) -> frozenset[str]:
        """That of its row of a table, where a statement is the promise or says that this is met.

        The first promise of a row is that of its number. What else is told there is of other things; what settles and
        stands beside several numbers alone in a cell settles them all, or those that it picks.
        """
        own, known = self._passages[self._at[row.passage]], tuple(dict.fromkeys(chain.from_iterable(named)))
        if isinstance(row, Commitment):
            first = self._first.get((own.section, own.row)) in (None, row.id)
            return _one(frozenset(known)) if first else frozenset()
        if Cue.SETTLING not in find_cues(row.quote):
            return frozenset() if self._is_of_another(row) else _one(frozenset(known))
        picked = picked_in(row.quote, known)
        return frozenset(known if len(named) == 1 and picked is None else picked or ())

    def _is_of_another(self, row: AnyStatement) -> bool:
        """Whether a statement in a row of a table names a thing that the other cells and the head of it do not."""
        own = self._passages[self._at[row.passage]]
        cells = (cell.text for cell in self._cells.get(row.passage, ()) if cell is not own)
        known = parts_of(" ".join((own.row or "", self._heading(row), *cells)))
        return any(_names_more_than_act(word) and known.isdisjoint(parts_of(word)) for word in words(row.quote))

    def _of_list(self, row: AnyStatement) -> frozenset[str]:
        """Those of the items of the list that it opens, but for those of which an item says that they are not met."""
        if Cue.SETTLING not in find_cues(row.quote) or not row.sentence.endswith(":"):
            return frozenset()
        after = self._passages[self._at[row.passage] + 1 :]
        items = takewhile(lambda one: one.lead_in is not None and row.sentence.endswith(one.lead_in), after)
        return frozenset(chain.from_iterable(numbers_in(one.text) - unsettled_in(one.text) for one in items))

    def _of_several(self, row: AnyStatement) -> frozenset[str]:
        """Those of several named before what says of them together, or of some by their order, that they are met."""
        if Cue.SETTLING not in find_cues(row.quote):
            return frozenset()
        named = (numbers_in_order(text) for text in self._texts_before(row))
        return settled_before(row.quote, next((numbers for numbers in named if numbers), ()))

    def _of_introduced(self, row: AnyStatement) -> frozenset[str]:
        """That of which the sentence before says what it is of, where the statement goes on about that."""
        at = self._at[row.passage]
        begin = self._passages[at].text.find(row.sentence)
        said = [one.text for one in self._analysed.split_of(row.passage) if one.end <= begin]
        before = said[-1] if said else ""
        number = next(iter(_one(numbers_in(before))), "")
        return frozenset({number}) if number and introduces(before, row.sentence, number, before) else frozenset()

    def _texts_before(self, row: AnyStatement) -> Iterator[str]:
        """What stands before a statement, nearest first: in its passage, in the list or paragraph before, over it."""
        at = self._at[row.passage]
        begin = self._passages[at].text.find(row.sentence)
        yield self._passages[at].text[: max(0, begin)]
        near = self._passages[max(0, at - _ROW) : at]
        own = [one for one in near if one.section == self._passages[at].section]
        listed = list(takewhile(lambda one: one.lead_in is not None, reversed(own)))
        yield " ".join(one.text for one in (reversed(listed) if listed else own[-1:]))
        yield self._passages[at].lead_in or ""
        yield self._heading(row)

    def _heading(self, row: AnyStatement) -> str:
        return self._headings.get(row.section or "", "")

    def _before(self, row: AnyStatement) -> Iterator[str]:
        """The texts before what says that a promise is met and not which, nearest first; none before others."""
        if Cue.SETTLING not in find_cues(row.quote) or not matches("register", "promise_at_hand", row.quote):
            return
        at = self._at[row.passage]
        begin = self._passages[at].text.find(row.sentence)
        split = self._analysed.split_of(row.passage)
        yield from (one.text for one in reversed(split) if one.end <= begin)
        if at and self._passages[at - 1].section == row.section:
            yield self._passages[at - 1].text
        yield self._passages[at].lead_in or ""
        yield self._heading(row)


def _one(numbers: frozenset[str]) -> frozenset[str]:
    return numbers if len(numbers) == 1 else frozenset()
