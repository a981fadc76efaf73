"""Statement → subject.

A sentence often leaves its subject to what stands before it ("de resultaten verwachten we …"): then the sentences
before it, the head of its table row and its heading speak for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import chain, combinations, pairwise
from math import fsum

from tracker.extraction import AnalysedLetter, Facts, StatementFacts
from tracker.extraction.cues import Cue
from tracker.extraction.statement_facts import Preceding
from tracker.language.informativeness import informativeness
from tracker.language.lemmas import compound_parts, is_code, lemma
from tracker.language.pack import cached
from tracker.language.terms import NO_NAMES, Term, deliverable_types, is_generic, is_party, name_terms, named, terms_of
from tracker.linking.meaning import meanings_of, read_words
from tracker.linking.profile import Holder, StatementProfile, Stem
from tracker.linking.quote_similarity import told_by
from tracker.linking.stages import stages_of
from tracker.linking.vocabulary import Vocabulary
from tracker.linking.weights import (
    BACK,
    HEADING,
    INFORM_BACK,
    LEAST,
    LEAST_AROUND,
    NEAR,
    OFTEN,
    PARENT,
    PASSAGE,
    QUOTE,
    SENTENCE,
    THIN,
)
from tracker.model import AnyStatement, Commitment, Kind, Passage, Section


def read_subjects(
    letter: AnalysedLetter, vocabulary: Vocabulary, statements: Iterable[AnyStatement], facts: Facts
) -> tuple[StatementProfile, ...]:
    """The subjects of a letter's statements, in their order."""
    reader, rows = _Reader(letter, vocabulary), tuple(statements)
    meanings = meanings_of(read_words(letter, rows))
    return tuple(reader.subject(row, facts[row.id], of) for row, of in zip(rows, meanings, strict=True))


AROUND = 500
"""Words of a passage that count as surroundings of each statement in it; the longest of 57 papers has fewer."""


class _Reader:
    """Reads subjects in one letter."""

    def __init__(self, analysed: AnalysedLetter, vocabulary: Vocabulary) -> None:
        letter = analysed.letter
        self._analysed = analysed
        self._vocabulary = vocabulary
        self._names = vocabulary.names
        self._units = cache(partial(terms_of, names=vocabulary.names))
        self._around = cache(self._terms_around)
        self._counts = vocabulary.counts
        self._written = letter.anchor
        self._order = letter.passages
        self._at = {passage.id: at for at, passage in enumerate(letter.passages)}
        self._sections = {section.id: section for section in letter.sections}
        self._rows: dict[str, str] = {}
        for passage in letter.passages:
            if passage.row is not None:
                self._rows.setdefault(passage.row, passage.id)

    def subject(self, statement: AnyStatement, facts: StatementFacts, meaning: bytes) -> StatementProfile:
        """What one statement is about."""
        passage = self._order[self._at[statement.passage]]
        quote = self._of_quote(facts)
        actor = self._actor(facts)
        own = frozenset(quote) - actor
        thin = fsum(informativeness(term[0]) for term in own if not is_generic(term)) < THIN
        anaphoric = facts.points_back or (thin and Cue.ADDING not in facts.cues)
        before = facts.before[: _reach(statement)] if anaphoric else ()
        headings = self._headings(statement.section)
        weights = self._weights(facts, passage, before, headings, anaphoric=anaphoric)
        acting = actor | (own & self._partners(facts.words))
        leaves = thin and facts.points_back and _informs(statement)
        meant = {term for row in before for term in self._units(row.words)} if leaves else own
        for term in actor | self._partners((*facts.sentence_words, *(word for row in before for word in row.words))):
            weights[term] = NEAR
        return StatementProfile(
            statement=statement,
            facts=facts,
            written=self._written,
            weights={term: place for term, place in weights.items() if place >= HEADING},
            stems=_stems(weights, self._vocabulary),
            order=tuple(quote),
            own=own,
            actor=acting,
            parties=self._parties(facts),
            known_noun=_known_noun(facts),
            title=frozenset(self._units(self._analysed.heading_words(headings[0].id))) if headings else frozenset(),
            beside=self._beside(facts.words, *(row.words for row in before)),
            forms=frozenset(form for term in own for form in deliverable_types(term)),
            stages=stages_of(facts.words) | facts.groups,
            before=before,
            words=frozenset((lemma(word), *compound_parts(word)) for word in facts.sentence_words),
            told=told_by(own | acting | meant, self._vocabulary),
            thin=thin,
            place=self._at[passage.id],
            row=passage.row,
            sections=tuple(section.id for section in headings),
            meaning=meaning,
        )

    def _weights(
        self,
        facts: StatementFacts,
        passage: Passage,
        before: Sequence[Preceding],
        headings: list[Section],
        *,
        anaphoric: bool,
    ) -> dict[Term, float]:
        """The words of a statement and its surroundings with their weight of place, the nearest place counting.

        A number under which a thing is registered is no word of it: that it is shared is evidence of its own.
        """
        weights = dict.fromkeys(self._of_quote(facts), SENTENCE if Cue.STARTING in facts.cues else QUOTE)
        letter = self._analysed
        places = [(facts.sentence_words, SENTENCE)]
        places += zip((row.words for row in before), INFORM_BACK, strict=False)
        places += [(letter.heading_words(row.id), HEADING * PARENT**level) for level, row in enumerate(headings)]
        places.append((letter.lead_in_words(passage.id), NEAR))
        found = [(_uncoded(self._units(words)), weight) for words, weight in places]
        if passage.row is not None:
            found.append((self._around(self._rows[passage.row]), NEAR if anaphoric else PASSAGE))
        found.append((self._around(passage.id), PASSAGE))
        for terms, weight in found:
            for term in terms:
                weights[term] = max(weights.get(term, 0.0), weight)
        return weights

    def _of_quote(self, facts: StatementFacts) -> list[Term]:
        """The words of a statement, after those of the thing that it leaves to the sentences before it."""
        return _uncoded(self._units((*facts.bridged, *facts.topic)))

    def _terms_around(self, passage: str) -> list[Term]:
        """The words of a passage that are the surroundings of what it says, each once."""
        return _uncoded(dict.fromkeys(self._units(self._analysed.words_of(passage)[:AROUND])))

    def _actor(self, facts: StatementFacts) -> frozenset[Term]:
        """The words of who promises, where the letter often speaks of them: then they do not tell what it is about."""
        found = terms_of(facts.actor, self._names)
        return frozenset(term for term in found if self._counts.get(term[0], 0) >= OFTEN)

    def _partners(self, words: Sequence[str]) -> frozenset[Term]:
        """The words of named organisations: that one of them takes part tells little."""
        found = (name_terms(short, self._names) for short in named(words, self._names))
        return frozenset(term for name in found if any(map(is_party, (*name[-1:], *name[1:2]))) for term in name)

    def _parties(self, facts: StatementFacts) -> frozenset[Term]:
        return frozenset(term for word in facts.capitals for term in terms_of((word,), self._names))

    def _beside(self, *texts: Sequence[str]) -> Mapping[Term, tuple[Term, ...]]:
        """The neighbours of each word in the texts; an abbreviation is a neighbour of all that it stands for."""
        found: dict[Term, dict[Term, None]] = defaultdict(dict)
        for one, other in chain.from_iterable(map(self._neighbours, texts)):
            found[one][other] = found[other][one] = None
        return {term: tuple(near) for term, near in found.items()}

    def _neighbours(self, words: Sequence[str]) -> Iterable[tuple[Term, Term]]:
        yield from pairwise(terms_of(words, NO_NAMES))
        for short in named(words, self._names):
            yield from combinations(name_terms(short, self._names), 2)

    def _headings(self, section: str | None) -> list[Section]:
        found: list[Section] = []
        while section is not None and len(found) < 9:
            found.append(self._sections[section])
            section = self._sections[section].parent
        return found


def _uncoded(terms: Iterable[Term]) -> list[Term]:
    """The terms without numbers under which a thing is registered."""
    return [term for term in terms if not is_code(term[0])]


def _informs(statement: AnyStatement) -> bool:
    return isinstance(statement, Commitment) and statement.kind is Kind.INFORM


def _reach(statement: AnyStatement) -> int:
    """How many sentences before it a statement may lean on."""
    return len(INFORM_BACK if _informs(statement) else BACK)


def _known_noun(facts: StatementFacts) -> frozenset[Term]:
    """The noun that a quote starts from as known: "Het wetsvoorstel wordt …"."""
    return frozenset(term for term in terms_of(facts.known_noun, NO_NAMES) if not is_party(term))


def _stems(weights: Mapping[Term, float], vocabulary: Vocabulary) -> Mapping[str, Stem]:
    found: dict[str, list[Holder]] = defaultdict(list)
    told: dict[str, float] = {}
    for term, place in weights.items():
        least = LEAST if place >= NEAR else LEAST_AROUND
        for at, stem in enumerate(term):
            told[stem] = vocabulary.idf(stem)
            if told[stem] >= least:
                found[stem].append(_holder(term, place, whole=at == 0))
    return {stem: Stem(told[stem], max(row.place for row in rows), tuple(rows)) for stem, rows in found.items()}


@cached(maxsize=65536)
def _holder(term: Term, place: float, *, whole: bool) -> Holder:
    """One and the same holder for all statements that have it: a long series holds millions."""
    return Holder(term, place, whole, is_generic(term))
