"""Analysed letter and its statements → the facts of each statement's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, takewhile

from msgspec.structs import replace

from tracker.extraction.actors import CABINET
from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.analysis import AnalysedLetter
from tracker.extraction.bodies import bodies_in, owners_of
from tracker.extraction.bridging import bridged_words, may_be_left_out
from tracker.extraction.coordinated_papers import papers_beside, papers_in
from tracker.extraction.cues import Cue, find_cues, known_noun, nouns_taken_up, words_that_point
from tracker.extraction.naming import Naming, naming
from tracker.extraction.noun_phrases import NounPhrase, noun_phrases
from tracker.extraction.promise_numbers import PromiseNumbers, speaks_of_number, speaks_of_promise
from tracker.extraction.reasons import reason_of
from tracker.extraction.short_names import long_names, naming_spelled_out, phrases_spelled_out, spelled_out
from tracker.extraction.statement_facts import Facts, Preceding, StatementFacts
from tracker.extraction.target_groups import named_groups
from tracker.extraction.topic import goes_before, noun_before, subject_before, topic_of, without_numbers
from tracker.language.lemmas import lemma, stop_words, words
from tracker.language.resources import word_set
from tracker.model import AnyStatement, Commitment, Outcome, Passage, PassageKind, StatusReport
from tracker.statuses import MOVING
from tracker.temporal.timex import Length, Timex, increase_of
from tracker.text.days import YEAR
from tracker.time_limit import keep_time

REACH = 5
"""So many sentences before a statement are kept: none leans on what stands further back; by judgement."""
COLUMN = 12
"""So far above figures that stand alone the label of their column is looked for, in passages; by judgement."""
_OF_SENDER = frozenset({PassageKind.MASTHEAD, PassageKind.SIGNATURE, PassageKind.FURNITURE})
"""The passages that say who sends a letter."""
_YEARS = frozenset({"year", "years", "school"})
_CAPITALS = re.compile(r"(?<![\w-])[\w-]*[A-Z][\w-]*[A-Z][\w-]*")
_FIGURES = re.compile(r"(?<![\w.,])\d[\d.,]*\d")
_YEAR = re.compile(YEAR)


def describe(letter: AnalysedLetter, statements: Iterable[AnyStatement]) -> dict[str, StatementFacts]:
    """The facts of statements of a letter, by their ids."""
    rows = tuple(statements)
    describer, numbers = _Describer(letter, rows), PromiseNumbers(letter, rows)
    return {row.id: _numbered(describer.facts(row), row, numbers.of(row)) for row in rows}


def _numbered(facts: StatementFacts, row: AnyStatement, numbers: frozenset[str]) -> StatementFacts:
    """Facts with the numbers that a statement stands under."""
    if not numbers:
        return facts
    of_number, of_promise = speaks_of_number(row.quote, facts.topic), speaks_of_promise(row.quote)
    return replace(facts, numbers=numbers, of_number=of_number, of_promise=of_promise)


def describe_missing(letters: Iterable[AnalysedLetter], statements: Iterable[AnyStatement], known: Facts) -> Facts:
    """The facts of all these statements: those known, and those of what analysts added."""
    missing: dict[str, list[AnyStatement]] = {}
    for row in statements:
        if row.id not in known:
            missing.setdefault(row.letter, []).append(row)
    found = dict(known)
    for letter in letters:
        if rows := missing.get(letter.letter.id):
            found |= describe(letter, rows)
    return found


class _Describer:
    """Describes statements of one letter."""

    def __init__(self, letter: AnalysedLetter, statements: Iterable[AnyStatement]) -> None:
        self._letter = letter
        self._promising = {(row.passage, row.sentence) for row in statements if isinstance(row, Commitment)}
        self._passages = letter.letter.passages
        self._at = {passage.id: at for at, passage in enumerate(self._passages)}
        around = (letter.words_of(row.id) for row in self._passages if row.kind in _OF_SENDER)
        self._senders = bodies_in(chain.from_iterable((*around, *map(words, letter.letter.offices))))
        self._papers = cache(lambda at: papers_in(self._passages[at].text))

    def facts(self, statement: AnyStatement) -> StatementFacts:
        """What is known of one statement's words."""
        keep_time()
        around = self._letter.sentences_of(statement.passage)
        at = next((n for n, row in enumerate(around) if statement.sentence in row.text), None)
        own = around[at] if at is not None else None
        words_in = own.words_in if own else words
        quote, deadline = statement.quote, _deadline_words(statement)
        bare = without_numbers(quote.replace(deadline, " ") if deadline else quote, statement)
        sentence_cues = own.cues if own and own.text == statement.sentence else find_cues(statement.sentence)
        noun = known_noun(quote)
        before = self._before(statement.passage, around[:at] if at is not None else ())
        named = naming(own, quote, deadline) if own else Naming()
        phrases = _phrases(statement, own)
        long = long_names(phrases, words_in(quote), [row.words for row in before])
        return StatementFacts(
            cues=sentence_cues if quote == statement.sentence else find_cues(quote),
            sentence_cues=sentence_cues,
            pointing=words_that_point(quote),
            known_noun=words(noun),
            taken_up=_nouns((*nouns_taken_up(quote), noun)),
            words=words_in(quote),
            sentence_words=words_in(statement.sentence),
            topic=spelled_out(topic_of(quote, bare, own), long),
            bridged=bridged_words(phrases, self._things_before(statement, around[:at] if at else ())),
            subject_before=subject_before(quote, own),
            noun_before=noun_before(quote, own),
            actor=words(_named_actor(statement)),
            capitals=tuple(chain.from_iterable(map(words, _CAPITALS.findall(quote)))),
            figures=_figures(bare, quote, own),
            noun_phrases=phrases_spelled_out(phrases, long),
            owners=owners_of(phrases[0].words if phrases else (), self._senders),
            naming=naming_spelled_out(named, long),
            verbs=_verbs(quote, own) if own else (),
            before=tuple(Preceding(row.text, Cue.ADDING in row.cues, row.words) for row in before),
            phrases_before=self._phrases_before(statement, before, named),
            groups=named_groups(quote),
            increase=_increase(quote, own) if own else None,
            other_years=_other_years(quote, deadline, own) if own and deadline else frozenset(),
            dated_outside=bool(deadline) and deadline.lower() not in statement.sentence.lower(),
            papers=self._papers_around(statement) if isinstance(statement, StatusReport) else frozenset(),
            papers_beside=papers_beside(quote) if isinstance(statement, Commitment) else frozenset(),
            reason=reason_of(statement, around, at),
        )

    def _phrases_before(
        self, statement: AnyStatement, before: Sequence[AnalysedSentence], named: Naming
    ) -> tuple[NounPhrase, ...]:
        """The noun phrases of the sentence before; of figures alone those of what stands over their column."""
        near = before[0].phrases_in(before[0].text) if before else ()
        if named.names or _says_what(near) or not _FIGURES.search(statement.quote):
            return near
        at = self._at[statement.passage]
        above = self._passages[max(0, at - COLUMN) : at][::-1]
        own = takewhile(lambda row: row.section == self._passages[at].section, above)
        return next((found for row in own if _says_what(found := noun_phrases(row.text))), ())

    def _things_before(
        self, statement: AnyStatement, before: Sequence[AnalysedSentence]
    ) -> Sequence[Sequence[NounPhrase]]:
        """The noun phrases of the sentences before it in its passage, nearest first, that it may be of.

        What says that something was done has to name it: "het rapport … De planning is gedeeld" shares no report. Where
        a promise before it names a thing, the linking of statements says whether it is of that.
        """
        if not (isinstance(statement, Commitment) or statement.outcome in MOVING):
            return ()
        found = [(row.text, row.phrases_in(row.text)) for row in reversed(before)]
        promised = (phrases for text, phrases in found if (statement.passage, text) in self._promising)
        return () if any(map(may_be_left_out, chain.from_iterable(promised))) else [phrases for _, phrases in found]

    def _papers_around(self, statement: StatusReport) -> frozenset[str]:
        """The papers of its passage and of those beside that: of what comes with it, more may be told there."""
        if statement.outcome is not Outcome.DELIVERED:
            return frozenset()
        at = self._at[statement.passage]
        return frozenset().union(*map(self._papers, range(max(0, at - 1), min(at + 2, len(self._passages)))))

    def _before(self, passage: str, own: Sequence[AnalysedSentence]) -> list[AnalysedSentence]:
        found = list(own)
        at = self._at[passage]
        if at and _flows(self._passages[at - 1], self._passages[at]):
            found = [*self._letter.sentences_of(self._passages[at - 1].id), *found]
        return found[::-1][:REACH]


def _says_what(phrases: Sequence[NounPhrase]) -> bool:
    """Whether one of these names something: is no figure, and no word that names nothing ("plus 35")."""
    nothing = word_set("titles", "nothing")
    return any(word[0].isalpha() and word not in nothing for row in phrases for word in row.naming)


def _verbs(quote: str, sentence: AnalysedSentence) -> tuple[str, ...]:
    begin = max(0, sentence.text.find(quote))
    within = (row for row in sentence.clauses if begin <= row.clause.begin < begin + len(quote))
    told = (row for row in within if not goes_before(row.clause))
    return tuple(dict.fromkeys(verb for row in told for verb in row.verbs))


def _named_actor(statement: AnyStatement) -> str:
    return statement.actor if isinstance(statement, Commitment) and statement.actor != CABINET else ""


def _flows(before: Passage, passage: Passage) -> bool:
    """Whether one passage goes on where the other stopped; the items of a list stand side by side."""
    return before.section == passage.section and before.kind is passage.kind is PassageKind.PARAGRAPH


def _deadline_words(statement: AnyStatement) -> str:
    deadline = statement.deadline if isinstance(statement, Commitment) else statement.when
    return deadline.text if deadline else ""


def _phrases(statement: AnyStatement, own: AnalysedSentence | None) -> tuple[NounPhrase, ...]:
    """The noun phrases of the quote, without those of its deadline."""
    due = statement.deadline if isinstance(statement, Commitment) else None
    without = due.text if due else ""
    if own is None:
        return noun_phrases(statement.quote, without=without)
    return own.phrases_in(statement.quote, without)


def _figures(bare: str, quote: str, sentence: AnalysedSentence | None) -> frozenset[str]:
    """The figures of a quote: those of what is left of it without its deadline, and without other times."""
    for time in _times_in(quote, sentence) if sentence else ():
        bare = bare.replace(sentence.text[time.begin : time.end], " ") if sentence else bare
    return frozenset(figure for figure in _FIGURES.findall(bare) if not _YEAR.fullmatch(figure))


def _times_in(quote: str, sentence: AnalysedSentence) -> list[Timex]:
    begin = max(0, sentence.text.find(quote))
    return [time for time in sentence.times if begin <= time.begin < begin + len(quote)]


def _nouns(found: Iterable[str]) -> frozenset[str]:
    """The lemmas of what stands where a noun is taken up, without function words ("om deze te verbeteren")."""
    lemmas = map(lemma, chain.from_iterable(map(words, found)))
    return frozenset(noun for noun in lemmas if noun not in stop_words())


def _increase(quote: str, sentence: AnalysedSentence) -> Length | None:
    increase = increase_of(_times_in(quote, sentence))
    return increase.length if increase else None


def _other_years(quote: str, deadline: str, sentence: AnalysedSentence) -> frozenset[int]:
    begin = max(0, sentence.text.find(quote)) + max(0, quote.find(deadline))
    beside = [row for row in _times_in(quote, sentence) if row.end <= begin or row.begin >= begin + len(deadline)]
    named = [row.deadline.start or row.deadline.end for row in beside if row.kind in _YEARS]
    return frozenset(day.year for day in named if day is not None)
