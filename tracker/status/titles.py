"""Drafts → their titles: the noun phrase of their promises that tells most, and beside it what keeps two apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.extraction import AnalysedLetter, Facts, NounPhrase
from tracker.language.lemmas import lemma, words
from tracker.language.pack import cached
from tracker.language.resources import word_set
from tracker.linking.terms import NO_NAMES, deliverable_types, informativeness, is_party, terms_of
from tracker.linking.thread_draft import ThreadDraft
from tracker.linking.weights import SURE_END
from tracker.model import AnyStatement, Commitment
from tracker.status.weights import (
    FORM_GAIN,
    HEADING_GAIN,
    LATER_COST,
    LONGEST_TITLE,
    PARTY,
    RECURRING_GAIN,
    RECURRING_MOST,
    TELLING_CONTEXT,
    WEAK_TITLE,
    WORD_COST,
)


def titles(drafts: Iterable[ThreadDraft], letters: Mapping[str, AnalysedLetter]) -> tuple[str, ...]:
    """The title of each draft, in order: none empty, no two alike, each of at most about LONGEST_TITLE words.

    Drafts that would be called the same have beside that what their section is about, what goes before, or a number.
    """
    found = [_Subject(draft.members, letters, draft.facts) for draft in drafts]
    shared = _shared(row.title for row in found)
    told = [row.with_context() if row.is_weak or row.title in shared else row.title for row in found]
    return tuple(_numbered(told))


class _Subject:
    """What a draft's promises are about."""

    def __init__(self, members: Sequence[AnyStatement], letters: Mapping[str, AnalysedLetter], facts: Facts) -> None:
        promises: list[AnyStatement] = [row for row in members if isinstance(row, Commitment)]
        self._promises = promises or list(members)
        self._letters, self._facts = letters, facts
        found = [
            (self._worth(phrase, row) - LATER_COST * at, -at, place, phrase)
            for at, row in enumerate(self._promises[:3])
            for place, phrase in enumerate(facts[row.id].noun_phrases)
            if _names_a_thing(phrase)
        ]
        value, _, _, phrase = max(found, key=lambda row: row[:3], default=(0.0, 0, 0, NounPhrase((), ())))
        heading = _cut(self._heading(self._promises[0]))
        self.title = _capitalised(" ".join(phrase.written) or heading or _cut(self._promises[0].quote))
        """What the draft is called, were it alone."""
        self.is_weak = value < WEAK_TITLE
        """Whether that tells little."""

    def with_context(self) -> str:
        """What it is called beside others, or where its own words tell little."""
        context = next(self._contexts(), None)
        beside = " ".join(context.written) if context else _cut(self._heading(self._promises[0])) * self.is_weak
        return f"{self.title} ({beside})" if beside and beside != self.title else self.title

    def _contexts(self) -> Iterator[NounPhrase]:
        """What the promise stands among: the phrase that tells most of its heading, else the next of its own.

        "Belangrijkste resultaten", "Inleiding": what tells little keeps nothing apart.
        """
        first, own = self._promises[0], {*words(self.title)}
        letter = self._letters.get(first.letter)
        for phrases in (letter.heading_phrases(first.section) if letter else (), self._facts[first.id].noun_phrases):
            other = [row for row in phrases if _telling(row) >= TELLING_CONTEXT and not own.intersection(row.words)]
            yield from (max(other, key=lambda row: (_telling(row), row.written)),) if other else ()

    def _worth(self, phrase: NounPhrase, row: AnyStatement) -> float:
        """What a phrase tells, and what it gains by being that of the heading and of other promises of the draft."""
        heading = {*words(self._heading(row))}
        share = len(heading.intersection(phrase.words)) / len({*phrase.words})
        return _telling(phrase) + HEADING_GAIN * share + RECURRING_GAIN * self._recurrences(phrase)

    def _recurrences(self, phrase: NounPhrase) -> int:
        """How many other promises of the draft have the most telling word of a phrase, of RECURRING_MOST."""
        best = max({*terms_of(phrase.words, NO_NAMES)}, key=lambda term: (informativeness(term[0]), term), default=None)
        others = sum(best in terms_of(self._facts[row.id].words, NO_NAMES) for row in self._promises[:RECURRING_MOST])
        return max(0, others - 1)

    def _heading(self, row: AnyStatement) -> str:
        letter = self._letters.get(row.letter)
        return letter.heading(row.section) if letter else ""


def _telling(phrase: NounPhrase) -> float:
    """What a phrase tells, minus its length; who takes part tells little."""
    terms = terms_of(phrase.words, NO_NAMES)
    weights = {
        term[0]: informativeness(term[0]) * (PARTY if is_party(term) or _is_person(term[0]) else 1) for term in terms
    }
    named = any(map(deliverable_types, terms))
    return sum(sorted(weights.values(), reverse=True)[:3]) + FORM_GAIN * named - WORD_COST * len(phrase.written)


def _names_a_thing(phrase: NounPhrase) -> bool:
    """Whether a phrase has a word for more than who is told or takes part."""
    return any(not _is_person(lemma(word)) for word in phrase.naming)


@cached(maxsize=4096)
def _is_person(stem: str) -> bool:
    """Whether a word names persons, by itself or by its last part."""
    known = word_set("words", "people")
    return stem in known or stem.endswith(tuple(word for word in known if len(word) >= SURE_END))


def _shared(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name, number in Counter(names).items() if number > 1)


def _numbered(names: Sequence[str]) -> Iterator[str]:
    """The names, with a number that no other has where a name was given before."""
    taken = {*names}
    given: Counter[str] = Counter()
    for name in names:
        given[name] += 1
        own = name
        while given[name] > 1 and own in taken:
            own = f"{name} ({given[name]})"
            given[name] += own in taken
        taken.add(own)
        yield own


def _cut(text: str) -> str:
    """A text up to LONGEST_TITLE words."""
    found = text.split()
    return " ".join(found[:LONGEST_TITLE]) + (" …" if len(found) > LONGEST_TITLE else "")


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
