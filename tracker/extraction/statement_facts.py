"""What is known of the words of a statement: all that linking and verdicts ask of them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from tracker.extraction.cues import Cue, find_cues
from tracker.extraction.naming import Name, Naming, does_something
from tracker.extraction.noun_phrases import NounPhrase
from tracker.extraction.sibling_features import called, done_afterwards, named_beside, needed_beforehand, steps_of
from tracker.extraction.target_groups import NamedGroup
from tracker.language.lexicon import function_words
from tracker.language.patterns import pattern
from tracker.language.resources import entries
from tracker.language.terms import NO_NAMES, is_party, terms_of
from tracker.temporal.timex import Length

_MONEY = frozenset({"money"})
"""What sums of money are of what comes before a thing is made, by its name in the data."""


class Preceding(Struct, frozen=True, array_like=True):
    """A sentence before a statement, and whether it starts something new."""

    text: str
    adds: bool
    words: tuple[str, ...]
    """In lower case, as all words here."""


class StatementFacts(Struct, frozen=True, omit_defaults=True):
    """What is known of a statement's words."""

    cues: frozenset[Cue] = frozenset()
    """Of its quote."""
    sentence_cues: frozenset[Cue] = frozenset()
    """Of the whole sentence that the quote is (a clause of)."""
    pointing: str = ""
    """The words by which the quote points back or goes on ("hierover", "deze keuze"), in lower case."""
    known_noun: tuple[str, ...] = ()
    """The noun that the quote starts from as known ("Het wetsvoorstel wordt …")."""
    taken_up: frozenset[str] = frozenset()
    """The lemmas of the nouns that the quote takes up ("deze afspraken") or starts from."""
    words: tuple[str, ...] = ()
    """Those of the quote."""
    sentence_words: tuple[str, ...] = ()
    """Those of the whole sentence."""
    topic: tuple[str, ...] = ()
    """Those of the quote without the words of its deadline, which say when and not what, without what it stands
    beside, and without the numbers of papers and registered promises; a relative clause begins with the noun before."""
    bridged: tuple[str, ...] = ()
    """Those of the thing that it leaves to the sentences before it: "De indiening is voorzien in mei"."""
    subject_before: tuple[str, ...] = ()
    """Those of the subject that it leaves to the clause before it in its sentence."""
    noun_before: tuple[str, ...] = ()
    """Those of the noun phrase before it, where it is a relative clause about that."""
    actor: tuple[str, ...] = ()
    """Those for who promises, where that is not the cabinet."""
    capitals: tuple[str, ...] = ()
    """Those that the quote writes in capitals: mostly abbreviations of organisations."""
    figures: frozenset[str] = frozenset()
    """Its figures of two digits or more, without what tells a time."""
    noun_phrases: tuple[NounPhrase, ...] = ()
    """The noun phrases of the quote, without those of its deadline."""
    owners: frozenset[str] = frozenset()
    """Who but the sender has the thing that the quote names first: "het groenplan van de provincie"."""
    naming: Naming = Naming()
    """What may name it: the noun phrases of its clause by their places, and its act."""
    verbs: tuple[str, ...] = ()
    """What its clauses do, as infinitives, a split verb whole ("dient … in" → "indienen")."""
    before: tuple[Preceding, ...] = ()
    """The sentences before it that it may lean on, nearest first: of its passage and the one that this goes on from."""
    phrases_before: tuple[NounPhrase, ...] = ()
    """The noun phrases of the nearest of them."""
    numbers: frozenset[str] = frozenset()
    """Those of the registered promises that it stands under, each in one spelling."""
    registered: frozenset[str] = frozenset()
    """Those that parliament's register has it under, though no letter says so: by these it is met, and not moved."""
    of_number: bool = False
    """Whether it speaks of nothing but what has such a number: "Toezegging N kom ik na in mei"."""
    of_promise: bool = False
    """Whether it says something of a promise itself, by its number: "Toezegging N is gewijzigd"."""
    groups: frozenset[NamedGroup] = frozenset()
    """The groups of some kind that the quote names: what is said of one is not said of another."""
    increase: Length | None = None
    """By how much the quote says that something lasts longer or comes later ("met anderhalf jaar")."""
    other_years: frozenset[int] = frozenset()
    """The years that the quote names beside its deadline ("eind 2025 volgt het plan 2026"), by their first day."""
    dated_outside: bool = False
    """Whether the sentence does not hold the words of its deadline: the heading or head of a list does."""
    papers: frozenset[str] = frozenset()
    """The papers that its passage and those beside it name, where it reports."""
    papers_beside: frozenset[str] = frozenset()
    """Those that it promises side by side: one of them is a part."""
    reason: str | None = None
    """The sentence that says why: its own, the one before ("Daarom …" points to it), or the one after."""

    @property
    def steps(self) -> frozenset[str]:
        """The steps in the life of a thing that it names: not those after which it is done, nor those it rests on."""
        told = pattern("links", "grounds").sub(" ", " ".join(self.topic)).split()
        return steps_of((*told, *self.verbs, self.naming.act))

    @property
    def steps_done(self) -> frozenset[str]:
        """Those that its verbs name: what one sentence prepares and does is done."""
        return steps_of(self.verbs)

    @property
    def afterwards(self) -> frozenset[str]:
        """What is done with a paper once it is there, as the quote names it anywhere."""
        return done_afterwards((*self.topic, *self.verbs))

    @property
    def first_afterwards(self) -> frozenset[str]:
        """The same where the quote, or the subject that it leaves out, is about that: "de uitvoering van het plan"."""
        first = self.subject_before or (self.noun_phrases[0].words if self.noun_phrases else ())
        prepositions = function_words()["prepositions"]
        head = tuple(takewhile(lambda word: word not in prepositions, first))
        is_of = first[len(head) : len(head) + 1] and first[len(head)] in entries("links", "telling").get("words", ())
        return done_afterwards(head) if is_of else frozenset()

    @property
    def beforehand(self) -> frozenset[str]:
        """What comes before a thing is made or opened, as the quote names it anywhere."""
        return needed_beforehand(self.words)

    @property
    def of_beforehand(self) -> frozenset[str]:
        """The same where that is what the quote says was done: "de vergunning voor de kade is verleend"."""
        bare = (name.head for name in self.naming.names if not name.lead)
        first = next((head for head in bare if not all(map(is_party, terms_of(head, NO_NAMES)))), None)
        if first is None:  # a sum of money is no noun phrase
            return self.beforehand & _MONEY
        return needed_beforehand(first[-1:])

    @property
    def acts(self) -> frozenset[str]:
        """Its verbs that say what is done."""
        return frozenset(filter(does_something, self.verbs))

    @property
    def only_decides(self) -> bool:
        """Whether what it does first is to decide: "wij hebben besloten dat …"."""
        return bool(self.verbs) and self.verbs[0] in entries("links", "deciding").get("words", ())

    @property
    def endings(self) -> frozenset[str]:
        """Its verbs that end a thing: it is withdrawn, abolished, closed."""
        return frozenset(self.verbs).intersection(entries("links", "ending").get("words", ()))

    @property
    def names(self) -> tuple[Name, ...]:
        """The noun phrases that may name it and are of what it is about."""
        about = frozenset(self.topic)
        return tuple(name for name in self.naming.names if about.issuperset(name.words))

    @property
    def beside(self) -> frozenset[str]:
        """Its proper names that stand side by side ("in Ede en in Laren"): what is said of one is said of a part."""
        return named_beside(called(self.naming.names, next(iter(self.words), "")), self.words)

    @property
    def points_back(self) -> bool:
        """Whether the quote leaves its subject to what stands before it."""
        return Cue.POINTING in self.cues or (Cue.IMPLYING in self.cues and Cue.ADDING not in self.cues)

    def takes_up(self, *cues: Cue) -> bool:
        """Whether a noun that the quote takes up is one of some cues: "deze toezegging", "die termijn"."""
        return not find_cues(" ".join(sorted(self.taken_up))).isdisjoint(cues)

    def denies_within(self, number: int) -> bool:
        """Whether so many of its first words deny something."""
        return Cue.DENYING in find_cues(" ".join(self.topic[:number]))


Facts = Mapping[str, StatementFacts]
"""The facts of statements by their ids."""


def with_registered(facts: Facts, numbers: Mapping[str, frozenset[str]]) -> Facts:
    """Facts with the numbers that the register has statements under, by the ids of those."""
    known = {id_: replace(facts[id_], registered=found) for id_, found in numbers.items() if id_ in facts}
    return {**facts, **known} if known else facts
