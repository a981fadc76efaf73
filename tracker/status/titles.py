"""Drafts → their titles: the noun phrase of their promises that tells most, and beside it what keeps two apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from tracker.extraction import AnalysedLetter, Facts, NounPhrase
from tracker.extraction.naming import Name, NamePlace
from tracker.language.informativeness import informativeness
from tracker.language.lemmas import is_code, lemma, words
from tracker.language.pack import cached
from tracker.language.resources import word_list, word_set
from tracker.language.terms import NO_NAMES, SURE_END, Term, deliverable_types, is_doing, is_generic, is_party, terms_of
from tracker.linking.thread_draft import ThreadDraft
from tracker.model import EURO, AnyStatement, Commitment
from tracker.status.titles_apart import all_different
from tracker.status.weights import (
    ACTOR_COST,
    FIGURES_ALONE,
    FORM_GAIN,
    HEADING_GAIN,
    LATER_COST,
    LONGEST_TITLE,
    PARTY,
    PLACE_COST,
    RECURRING_GAIN,
    RECURRING_MOST,
    SHORT_NAME,
    TELLING_CONTEXT,
    WEAK_TITLE,
    WORD_COST,
)


def titles(drafts: Iterable[ThreadDraft], letters: Mapping[str, AnalysedLetter]) -> tuple[str, ...]:
    """The title of each draft, in order: none empty, no two alike, each of at most about LONGEST_TITLE words.

    Drafts that would be called the same have beside that what their section is about, what goes before, or a number.
    """
    return titles_of([DraftSubject(draft.members, letters, draft.facts) for draft in drafts])


def titles_of(subjects: Sequence[DraftSubject]) -> tuple[str, ...]:
    """The same of drafts whose subjects are read."""
    shared = {title for title, number in Counter(row.title for row in subjects).items() if number > 1}
    told = [row.in_context if row.is_weak or row.title in shared else row.title for row in subjects]
    return tuple(all_different(told, [row.others for row in subjects], [row.year for row in subjects]))


class DraftSubject:
    """What a draft's promises are about."""

    def __init__(self, members: Sequence[AnyStatement], letters: Mapping[str, AnalysedLetter], facts: Facts) -> None:
        promises: list[AnyStatement] = [row for row in members if isinstance(row, Commitment)]
        telling = [row for row in promises if not facts[row.id].of_number]
        self._promises = telling or promises or list(members)
        self._letters, self._facts = letters, facts
        found = [
            (self._worth(name, row) - _place_cost(name) - LATER_COST * at, -at, place, name)
            for at, row in enumerate(self._promises[:3])
            for place, name in enumerate(facts[row.id].naming.names)
            if _names_more_than_people(name) and not _is_ground(name)
        ]
        value, at, _, name = max(found, key=lambda row: row[:3], default=(0.0, 0, 0, Name((), (), NamePlace.OBJECT)))
        self._naming = facts[self._promises[-at].id].naming
        self._promise = self._promises[-at]
        said = self._with_act(name) if name.written else ""
        self.title = _capitalised(said or self._around() or _cut(self._promise.quote))
        """What the draft is called, were it alone."""
        self._whole = self._whole_heading(name)
        self._is_named = value >= WEAK_TITLE and not _tells_no_subject(name)
        self._is_short = name.points or " " not in self.title or _is_money(name)
        self.is_weak = not self._is_cell and (bool(self._whole) or not self._is_named or self._is_short)
        """Whether that tells little."""

    def _around(self) -> str:
        """What a promise that names nothing goes on from: the thing of the sentence before, else its heading."""
        before = self._facts[self._promise.id].phrases_before
        if before and self._is_cell:
            return f"{' '.join(before[0].written)}: {self._promise.quote}"
        told = [row for row in before if _telling(row) >= TELLING_CONTEXT]
        best = max(told, key=lambda row: (_telling(row), row.written), default=None)
        return " ".join(best.written) if best else _cut(self._heading(self._promise))

    @property
    def _is_cell(self) -> bool:
        """Whether the promise is a cell of figures, and named by what its column is of."""
        quote = self._promise.quote
        figures = any(map(str.isdigit, quote)) and len(quote.split()) <= FIGURES_ALONE
        return figures and not self._facts[self._promise.id].naming.names

    def _with_act(self, name: Name) -> str:
        """A name, what that is about, and what is done with it, unless the name says so ("evaluatie", "evalueren")."""
        if counted := self._sum_of_money(name):
            return f"{' '.join(name.written)} {counted}"
        if not self._is_acted_on(name):
            return " ".join(name.written)
        if name.lead and name.lead == self._naming.before.rpartition(" ")[2]:
            return f"{self._naming.before} {' '.join(name.written)}"
        thing, act = " ".join((*name.written, *self._topic(name))), self._naming.act
        said = _says(terms_of(words(thing), NO_NAMES), terms_of(words(act), NO_NAMES))
        return thing if said or len(f"{thing} {act}".split()) > LONGEST_TITLE + 1 else f"{thing} {act}".rstrip()

    def _sum_of_money(self, name: Name) -> str:
        """How much, of a name that says but that it is money ("bedrag van € 80.000"); "" where it says more."""
        sums = {row.text for row in self._promise.amounts if row.unit == EURO}
        told = _is_money(name) and len(sums) == 1
        return f"{next(iter(word_list('titles', 'joints')), '')} {sums.pop().rstrip('.')}" if told else ""

    def _is_acted_on(self, name: Name) -> bool:
        """Whether the act is done with what a name names: the object, or the subject of a clause that is the object."""
        without = all(row.place is not NamePlace.OBJECT for row in self._naming.names)
        return name.place is NamePlace.OBJECT or (name.place is NamePlace.OUTSIDE and without and self._naming.asks)

    def _topic(self, name: Name) -> tuple[str, ...]:
        """What a short name is about, or the named place where it is: "over de wijk organiseer ik een gesprek"."""
        joints, leads = word_set("titles", "joints"), word_set("titles", "topics")
        if name.place is not NamePlace.OBJECT or len(name.written) > SHORT_NAME or not joints.isdisjoint(name.words):
            return ()
        beside = [row for row in self._naming.names if row.place is NamePlace.BESIDE and _names_more_than_people(row)]
        about = [row for row in beside if row.lead in leads]
        where = [row for row in beside if row.lead in word_set("titles", "places") and row.written[0][0].isupper()]
        found = ((row.lead, *row.written) for row in (*about, *where))
        return next((row for row in found if len(row) + len(name.written) < LONGEST_TITLE), ())

    @cached_property
    def in_context(self) -> str:
        """What it is called beside others, or where its own words tell little."""
        context = next(self._contexts(), None)
        beside = self._beside(context) if context else self._said_whole() or self._under_heading()
        if self._whole:
            return self._whole
        return beside if len(beside.split()) <= LONGEST_TITLE + 1 else self.title

    @cached_property
    def year(self) -> str:
        """The year in which the promise is due, else that of its letter, "" where neither is known."""
        due = self._promise.deadline if isinstance(self._promise, Commitment) else None
        letter = self._letters.get(self._promise.letter)
        day = (due and (due.end or due.start)) or (letter and letter.letter.date)
        return str(day.year) if day else ""

    @cached_property
    def others(self) -> tuple[str, ...]:
        """What it may be called where others are called so too: with each phrase of its promise that tells."""
        own = {*words(self.title)}
        names = self._facts[self._promise.id].naming.names
        telling = (row for row in names if _telling(row) >= TELLING_CONTEXT and own.isdisjoint(row.words))
        return tuple(beside for beside in map(self._beside, telling) if len(beside.split()) <= LONGEST_TITLE + 1)

    def _beside(self, context: NounPhrase) -> str:
        return f"{self.title} ({' '.join(context.written)})"

    def _contexts(self) -> Iterator[NounPhrase]:
        """What the promise stands among: the phrase that tells most of its heading, else the next of its own.

        "Belangrijkste resultaten", "Inleiding": what tells little keeps nothing apart.
        """
        own = {*words(self.title)}
        letter = self._letters.get(self._promise.letter)
        headings = letter.heading_phrases(self._promise.section) if letter else ()
        named = own.intersection(words(self._heading(self._promise)))
        others = () if self._is_named else self._promises[:3]
        names = (self._facts[row.id].naming.names for row in others)
        for phrases in (() if self._is_named and named else headings, *names):
            other = [row for row in phrases if _telling(row) >= TELLING_CONTEXT and not own.intersection(row.words)]
            yield from (max(other, key=lambda row: (_telling(row), row.written)),) if other else ()

    def _whole_heading(self, name: Name) -> str:
        """The heading that a word is taken from which tells little without it ("vmbo"), else ""."""
        heading = self._heading(self._promise)
        taken = " " not in self.title and self.title.lower() in words(heading) and heading.split()[1:]
        tells = _telling(name) >= WEAK_TITLE and not _tells_no_subject(name)
        return _capitalised(_cut(heading)) if taken and not tells else ""

    def _under_heading(self) -> str:
        """The title; a word that tells little alone ("route") with its heading of several words ("vraag en aanbod")."""
        heading = self._heading(self._promise)
        if not self._is_short or self._is_named or not self._has_heading_that_names:
            return self.title
        return f"{self.title} ({_cut(heading, LONGEST_TITLE - len(self.title.split()))})"

    def _said_whole(self) -> str:
        """A row of a list of few words, where one of them tells little ("Plan om restafval te reduceren"); else ""."""
        row = self._naming.row
        short = " " not in self.title and not self._is_named and len(row.split()) <= LONGEST_TITLE
        return _capitalised(row) if short and not any(map(is_code, words(row))) else ""

    def _worth(self, phrase: Name, row: AnyStatement) -> float:
        """What a phrase tells, and what it gains by being that of the heading and of other promises of the draft."""
        heading = {*words(self._heading(row))}
        share = len(heading.intersection(phrase.words)) / len({*phrase.words})
        return _telling(phrase) + HEADING_GAIN * share + RECURRING_GAIN * self._recurrences(phrase)

    def _recurrences(self, phrase: Name) -> int:
        """How many other promises of the draft have the most telling word of a phrase, of RECURRING_MOST."""
        best = max({*terms_of(phrase.words, NO_NAMES)}, key=lambda term: (informativeness(term[0]), term), default=None)
        others = sum(best in terms_of(self._facts[row.id].words, NO_NAMES) for row in self._promises[:RECURRING_MOST])
        return max(0, others - 1)

    @property
    def _has_heading_that_names(self) -> bool:
        letter = self._letters.get(self._promise.letter)
        return letter is not None and letter.is_named_by_heading(self._promise.section)

    def _heading(self, row: AnyStatement) -> str:
        letter = self._letters.get(row.letter)
        return letter.heading_title(row.section) if letter else ""


def _telling(phrase: NounPhrase) -> float:
    """What a phrase tells, minus its length; who takes part tells little, a number under which it is kept nothing."""
    if any(map(is_code, phrase.words)):
        return 0.0
    terms = terms_of(phrase.words, NO_NAMES)
    weights = {
        term[0]: informativeness(term[0]) * (PARTY if is_party(term) or _is_person(term[0]) else 1) for term in terms
    }
    named = any(map(deliverable_types, terms))
    return sum(sorted(weights.values(), reverse=True)[:3]) + FORM_GAIN * named - WORD_COST * len(phrase.written)


def _says(thing: Sequence[Term], act: Sequence[Term]) -> bool:
    """Whether the words of a thing say an act: it shares a stem or is its form."""
    stems, forms = {*chain.from_iterable(thing)}, {*chain.from_iterable(map(deliverable_types, thing))}
    return any(row[0] in stems or forms & deliverable_types(row) for row in act)


def _place_cost(name: Name) -> float:
    """What a name loses by where it stands; an object that tells nothing of its own ("de motie") is no better."""
    terms = terms_of(name.words, NO_NAMES)
    acting = name.place is NamePlace.SUBJECT and (any(map(is_party, terms)) or name.written[0].isupper())
    return (PLACE_COST[name.place] if terms else max(PLACE_COST)) + ACTOR_COST * acting


def _tells_no_subject(name: Name) -> bool:
    """Whether a phrase names a form or a stage alone ("evaluatie", "tweede meting"), whatever it is of."""
    return all(
        is_generic(term)
        or is_doing(term)
        or bool(deliverable_types(term))
        or informativeness(term[0]) < TELLING_CONTEXT
        for term in terms_of(name.words, NO_NAMES)
    )


def _is_money(name: Name) -> bool:
    return bool(name.naming) and {*name.naming} <= word_set("titles", "money")


def _is_ground(name: Name) -> bool:
    """Whether a phrase says why or by what something is done: "volgens de planning", "gezien de proceduretijd"."""
    return name.place is NamePlace.BESIDE and name.lead in word_set("titles", "grounds")


def _names_more_than_people(name: Name) -> bool:
    """Whether a phrase has a word for more than who is told or takes part, and is no number under which it is kept."""
    return not any(map(is_code, name.words)) and any(not _is_person(lemma(word)) for word in name.naming)


@cached(maxsize=4096)
def _is_person(stem: str) -> bool:
    """Whether a word names persons, by itself or by its last part."""
    known = word_set("words", "people")
    return stem in known or stem.endswith(tuple(word for word in known if len(word) >= SURE_END))


def _cut(text: str, most: int = LONGEST_TITLE) -> str:
    """A text up to so many words."""
    found = text.split()
    return " ".join(found[:most]) + (" …" if len(found) > most else "")


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
