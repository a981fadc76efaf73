"""Under which numbers of registered promises the statements of a letter stand.

A statement has those that it, its sentence or a footnote of that names as its own; else the one of its row of a table.
What says that a promise is met and not which ("Deze toezegging is afgedaan") has the one that was named last before it:
by a sentence, a passage, what opens the list, or the heading; what opens a list itself has those of the items. So has
the one promise under a heading.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile, zip_longest

from tracker.extraction.analysis import AnalysedLetter
from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.footnotes import footnotes_of
from tracker.extraction.number_mentions import is_another, topic_before
from tracker.extraction.references import find_citations, find_references
from tracker.extraction.register_numbers import in_one_spelling
from tracker.extraction.table_rows import cells_beside
from tracker.language.lemmas import is_code, is_content, is_verb_form, words
from tracker.language.patterns import matches, pattern
from tracker.language.resources import word_set
from tracker.language.terms import NO_NAMES, is_doing, tells_nothing_alone, terms_of
from tracker.model import AnyStatement, Commitment, Reference, StatusReport


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of registered promises that a text names as those of what it speaks of, each in one spelling."""
    named = {row.id for row in find_references(text) if _is_registered((row,))}
    return frozenset(in_one_spelling(number) for number in named if not is_another(text, number))


def _is_registered(references: Iterable[Reference]) -> bool:
    """Whether one of them is the number of a registered promise."""
    return any(row.kind in word_set("details", "registered") for row in references)


def settled_in(text: str) -> frozenset[str]:
    """The numbers of which a text says that their promises are met, where it says of others that they are not.

    What stands after a semicolon is of its own, but for a number that goes on a list.
    """
    found: set[str] = set()
    for part in text.split(";"):
        named = numbers_in(part)
        if Cue.SETTLING in find_cues(part):
            found |= named - _unsettled(part)
        elif found and not _tells(part):
            found |= named
    return frozenset(found)


def speaks_of_number(text: str, topic: Iterable[str]) -> bool:
    """Whether a text is of nothing but a promise by its number: "Aan toezegging N zal ik in mei voldoen".

    Its `topic` are its words without when and without the number. "De behandeling van toezegging N" is of another act.
    """
    places = [row.begin for row in find_citations(text) if _is_registered(row.references)]
    front = text[: min(places, default=0)]
    pledge = pattern("register", "pledge").search(front.lower())
    before = [word for word in words(front[: pledge.start()] if pledge else front) if not is_verb_form(word)]
    beside = matches("register", "beside", front) or any(map(_tells, before)) or bool(topic_before(front))
    return not (beside or any(_names_a_thing(word) for word in topic if word not in words(front)))


def _names_a_thing(word: str) -> bool:
    """Whether a word names more than an act or a form of a thing."""
    if is_verb_form(word) or not _tells(word):
        return False
    return any(not (tells_nothing_alone(term) or is_doing(term)) for term in terms_of((word,), NO_NAMES))


def _tells(text: str) -> bool:
    """Whether a text says more than numbers and that they are those of promises."""
    said = (word for word in words(text) if is_content(word) and not is_code(word))
    return any(not matches("register", "pledge", word) and word not in word_set("words", "pointing") for word in said)


def _unsettled(text: str) -> frozenset[str]:
    """The numbers in a text after which it says, before the next one, that their promises are not met."""
    places = sorted((row.begin, row.end) for row in find_citations(text) if _is_registered(row.references))
    open_ = (
        text[begin:end]
        for (begin, end), after in zip_longest(places, places[1:], fillvalue=(len(text), 0))
        if matches("register", "unsettled", text[end : after[0]])
    )
    return frozenset(chain.from_iterable(map(numbers_in, open_)))


class PromiseNumbers:
    """The numbers of the statements of one letter."""

    def __init__(self, analysed: AnalysedLetter, statements: Iterable[AnyStatement]) -> None:
        self._analysed = analysed
        self._passages = analysed.letter.passages
        self._at = {passage.id: at for at, passage in enumerate(self._passages)}
        self._headings = {section.id: section.heading or "" for section in analysed.letter.sections}
        self._any = _is_registered(analysed.references)
        self._cells = cells_beside(self._passages) if self._any else {}
        self._said: dict[tuple[str, str], set[str]] = defaultdict(set)
        """The quotes of each sentence, by its passage and words."""
        self._promises: Counter[str | None] = Counter()
        """How many promises stand under each heading."""
        for row in statements if self._any else ():
            self._said[row.passage, row.sentence].add(row.quote)
            self._promises[row.section] += isinstance(row, Commitment)

    def of(self, row: AnyStatement) -> frozenset[str]:
        """The numbers of a statement, none where it stands under none, or under several of which one is its own."""
        if not self._any:
            return frozenset()
        if isinstance(row, StatusReport) and Cue.SETTLING in find_cues(row.quote) and numbers_in(row.quote):
            return settled_in(row.quote)
        if own := self._own(row) or self._of_notes(row) or _one(self._of_row(row)):
            return own
        if isinstance(row, Commitment):
            return _one(numbers_in(self._heading(row))) if self._promises[row.section] == 1 else frozenset()
        if listed := self._of_list(row):
            return listed
        return next((found for text in self._before(row) if (found := _one(numbers_in(text)))), frozenset())

    def _own(self, row: AnyStatement) -> frozenset[str]:
        """Those that a statement names; those of its sentence, where no other statement of that names any."""
        if named := numbers_in(row.quote):
            return named
        others = self._said[row.passage, row.sentence] - {row.quote}
        return frozenset() if any(map(numbers_in, others)) else numbers_in(row.sentence)

    def _of_notes(self, row: AnyStatement) -> frozenset[str]:
        """Those of the footnotes of its sentence that are nothing but a number."""
        passage = self._passages[self._at[row.passage]]
        notes = footnotes_of(self._passages, passage, row.sentence) if passage.notes else ()
        return frozenset(chain.from_iterable(numbers_in(text) for text in notes if not _tells(text)))

    def _of_row(self, row: AnyStatement) -> frozenset[str]:
        """Those of the row of a table that a statement stands in."""
        own = self._passages[self._at[row.passage]]
        cells = (own.row or "", *(cell.text for cell in self._cells.get(row.passage, ())))
        return frozenset(chain.from_iterable(map(numbers_in, cells)))

    def _of_list(self, row: AnyStatement) -> frozenset[str]:
        """Those of the items of the list that it opens, but for those of which an item says that they are not met."""
        if Cue.SETTLING not in find_cues(row.quote) or not row.sentence.endswith(":"):
            return frozenset()
        after = self._passages[self._at[row.passage] + 1 :]
        items = takewhile(lambda one: one.lead_in is not None and row.sentence.endswith(one.lead_in), after)
        return frozenset(chain.from_iterable(numbers_in(one.text) - _unsettled(one.text) for one in items))

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
