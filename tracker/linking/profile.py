"""What a statement is about: the words that tell it, each with how near to the statement it stands."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import asdict

from tracker.extraction.sibling_features import called, editions_of, numerals_of
from tracker.extraction.statement_facts import Preceding, StatementFacts
from tracker.language.informativeness import informativeness
from tracker.language.pack import cached
from tracker.language.resources import entries, word_set
from tracker.language.terms import NO_NAMES, Term, is_doing, is_generic, is_party, tells_nothing_alone, terms_of
from tracker.linking.placed_words import PlacedWords, placed_words, stems_of_things
from tracker.linking.spelling_similarity import spelling_runs
from tracker.linking.stages import Stage
from tracker.linking.weights import GENERIC, HEADING, LEAST_TOLD, NAMED
from tracker.model import Commitment, Deadline, Kind, StatusReport


class Holder(NamedTuple):
    """A word that has a stem: its weight of place, whether the stem is the whole of it, whether it names no subject."""

    term: Term
    place: float
    whole: bool
    generic: bool


class Stem(Struct, frozen=True, gc=False, array_like=True):
    """The words that have a stem, what the stem tells in its letter, and the greatest weight of place among them."""

    idf: float
    reach: float
    holders: tuple[Holder, ...]


class ProfileWords(Struct, frozen=True, array_like=True):
    """What the words of a statement and of its surroundings tell: what is kept of its profile."""

    weights: Mapping[Term, float]
    """The words of the quote, of what it refers back to and of its headings, with their weight of place."""
    stems: Mapping[str, Stem]
    """Each stem that tells anything in its letter."""
    order: tuple[Term, ...]
    """The words of the quote in order."""
    own: frozenset[Term]
    """The words of the quote itself, without who does it."""
    actor: frozenset[Term]
    """The words for who does it."""
    parties: frozenset[Term]
    """What the quote names in capitals, mostly organisations: who takes part, whatever it is about."""
    known_noun: frozenset[Term]
    """The noun that the quote starts from as known: "Het wetsvoorstel wordt …"."""
    title: frozenset[Term]
    """The words of its heading."""
    beside: Mapping[Term, tuple[Term, ...]]
    """The words that stand next to each word: together they are one ground, not two."""
    forms: frozenset[str]
    """The kind of thing: research, pilot, plan …"""
    stages: frozenset[Stage]
    """The numbered stages that the quote names: the second tranche."""
    before: tuple[Preceding, ...]
    """The sentences before it that may hold its subject, nearest first, where it refers back to them."""
    words: frozenset[Term]
    """All words of its sentence, also those that every letter has."""
    told: Mapping[Term, float]
    """What each word of the quote, and each for who does it, tells in its letter; forms and parties tell less.

    Of a promise to inform that leaves its subject to the sentences before it, their words are among them.
    """
    thin: bool
    """Whether the quote itself has few informative words."""
    place: int
    """The number of its passage in the letter."""
    row: str | None
    """The table row that it stands in."""
    sections: tuple[str, ...]
    """Its section and those that it is part of, inmost first; none before the first heading, where a letter sums up."""
    written: dt.date | None
    """The day that the letter counts from."""


class StatementProfile(ProfileWords, frozen=True, array_like=True, dict=True):
    """What a statement is about."""

    statement: Commitment | StatusReport
    facts: StatementFacts
    """What the analysis of the letter says of its words."""
    meaning: bytes
    """Its vector, as 16-bit floats; empty without the extra `[encoder]`."""

    @property
    def informs(self) -> bool:
        """Whether it promises to tell parliament something, which leaves its subject to others."""
        return isinstance(self.statement, Commitment) and self.statement.kind is Kind.INFORM

    @cached_property
    def specific(self) -> frozenset[Term]:
        """The words of the quote whose lack in another tells something: no forms, no parties."""
        return frozenset(term for term in self.own - self.parties if not tells_nothing_alone(term))

    @cached_property
    def own_stems(self) -> frozenset[str]:
        """The words of the quote and their parts, but for what is done with a thing."""
        return stems_of_things(self.own)

    @cached_property
    def placed(self) -> PlacedWords:
        """The words of the quote that tell where something is."""
        return placed_words(self.facts)

    @cached_property
    def said(self) -> frozenset[Term]:
        """The words of the quote, in no order."""
        return frozenset(self.order)

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of the quote's noun phrases, but for its deadline, who speaks, to whom, and that it is meant.

        Those that every letter has are among them: "voortgangsbrief".
        """
        empty = frozenset[str]().union(*(word_set("words", name) for name in ("stop", "addressing", "intending")))
        phrases = (word.lower() for phrase in self.facts.noun_phrases for word in phrase.words)
        return frozenset(phrases).intersection(self.facts.topic) - empty

    @cached_property
    def names_paper(self) -> bool:
        """Whether it names a paper that lays down a policy: a plan, a programme."""
        return any(word.endswith(_paper_words()) for word in self.named)

    @cached_property
    def paper_forms(self) -> frozenset[str]:
        """The forms of the papers whose names have their subject in them: of "bomenplan", none of "actieplan"."""
        carriers = tuple(entries("links", "documents").get("carriers", ()))
        papers = (term[0] for term in self.own if len(term) > 1 and not term[0].startswith(carriers))
        return frozenset(form for paper in papers for form in _paper_words() if paper.endswith(form))

    @cached_property
    def subject_stems(self) -> frozenset[str]:
        """The words of its quote, and their parts, but for the forms of papers and what else names no subject."""
        stems = (stem for term in self.own for stem in term)
        return frozenset(stem for stem in stems if not (is_generic((stem,)) or stem.endswith(_paper_words())))

    def names_no_more(self, before: StatementProfile) -> bool:
        """Whether all that it names one before it names too, be it as a part: "het groenplan", "het plan"."""
        return bool(self.named) and all(any(known.endswith(word) for known in before.named) for word in self.named)

    @cached_property
    def things(self) -> tuple[frozenset[Term], ...]:
        """The words of each noun phrase of the quote, without who takes part."""
        phrases = (terms_of(phrase.words, NO_NAMES) for phrase in self.facts.noun_phrases)
        return tuple(frozenset(term for term in phrase if not is_party(term)) for phrase in phrases)

    @cached_property
    def ranked(self) -> tuple[Term, ...]:
        """The words that tell anything, the most telling first."""
        return tuple(sorted(self.told, key=lambda row: (-self.told[row], row)))

    @cached_property
    def tells(self) -> float:
        """What those words tell together."""
        return sum(self.told.values())

    @cached_property
    def spelled(self) -> Mapping[str, float]:
        """The runs of letters of those words."""
        return spelling_runs(self.told)

    @cached_property
    def spelled_with_heading(self) -> Mapping[str, float]:
        """The same with the words of its heading."""
        above = {term: LEAST_TOLD + self._surprise(term[0]) for term in sorted(self.title)}
        return spelling_runs({**above, **self.told})

    def _surprise(self, stem: str) -> float:
        return self.stems[stem].idf if stem in self.stems else 0.0

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures of the quote, also those that are written in words, without what tells a time."""
        return self.facts.figures | numerals_of(self.facts.topic)

    @cached_property
    def editions(self) -> frozenset[str]:
        """The years by which the quote names one edition of a thing."""
        return editions_of(self.facts.topic)

    @cached_property
    def steps(self) -> frozenset[str]:
        """The steps in the life of a thing that the quote names."""
        return self.facts.steps

    @cached_property
    def called(self) -> frozenset[str]:
        """The proper names of the quote."""
        return called(self.facts.names, next(iter(self.facts.words), ""))

    @cached_property
    def due(self) -> Deadline | None:
        """The deadline by which it is compared: of a report that one moved, the one that was."""
        statement = self.statement
        if isinstance(statement, Commitment):
            return statement.deadline
        return statement.old_deadline if statement.moves_deadline else None

    @cached_property
    def identified(self) -> frozenset[tuple[str, str]]:
        """The motions and registered promises that it names: kind and id."""
        identifying = word_set("details", "identifying") if self.statement.references else frozenset[str]()
        return frozenset((ref.kind, ref.id) for ref in self.statement.references if ref.kind in identifying)

    @cached_property
    def numbered(self) -> frozenset[tuple[str, str]]:
        """Those with a number: a name has spellings."""
        return frozenset(row for row in self.identified if any(map(str.isdigit, row[1])))

    @cached_property
    def by_part(self) -> Mapping[str, tuple[Term, ...]]:
        """Those words by each of their stems."""
        found: dict[str, list[Term]] = defaultdict(list)
        for term in self.told:
            for stem in term:
                found[stem].append(term)
        return {stem: tuple(terms) for stem, terms in found.items()}


@cached(maxsize=1)
def _paper_words() -> tuple[str, ...]:
    """The words for papers that lay down a policy, which end the names of many."""
    return tuple(entries("links", "documents").get("forms", ()))


def side_by_side(
    one: StatementProfile, other: StatementProfile, mine: Term, yours: Term, partners: Mapping[Term, Term]
) -> bool:
    """Whether two words that answer each other stand, on both sides, next to words that do (`partners`)."""
    near = other.beside.get(yours)
    if not near or not partners:
        return False
    return any(partners[term] in near for term in one.beside.get(mine, ()) if term in partners)


def recognisable(subject: StatementProfile) -> bool:
    """Whether a later letter that takes a promise up could be known by its words: it names or points to a thing.

    That it is surely of a thing which only sentences before it name, nobody can know.
    """
    own = subject.own.difference(terms_of(subject.facts.bridged, NO_NAMES))
    named = any(informativeness(term[0]) >= NAMED for term in own if not (is_party(term) or is_doing(term)))
    return subject.informs or subject.facts.points_back or bool(subject.forms) or named


def about(
    subjects: Iterable[StatementProfile], known: Iterable[tuple[Term, float]] = ()
) -> tuple[tuple[Term, float], ...]:
    """What promises are about: their own words, or what they refer back to where these are not informative.

    `known` is the same of other promises of their thread.
    """
    found = dict(known)
    for subject in subjects:
        if isinstance(subject.statement, Commitment):
            for term, place in subject.weights.items():
                counts = term in subject.own or (subject.thin and place >= HEADING and term not in subject.actor)
                if counts and not is_party(term):
                    weight = informativeness(term[0]) * place * (GENERIC if is_generic(term) else 1)
                    found[term] = max(found.get(term, 0.0), round(weight, 3))
    rows = ((term, weight) for term, weight in found.items() if weight > 0)
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))


def profile_words(profile: StatementProfile) -> ProfileWords:
    """What is kept of a profile."""
    return ProfileWords(*(getattr(profile, name) for name in ProfileWords.__struct_fields__))


def profile_of(
    words: ProfileWords, meaning: bytes, statement: Commitment | StatusReport, facts: StatementFacts
) -> StatementProfile:
    """The profile of which this was kept."""
    return StatementProfile(statement=statement, facts=facts, meaning=meaning, **asdict(words))
