"""What a quote is about: its words without those that say when, after what, beside what, and under which number.

A relative clause begins with the noun before it, a clause that goes on with the subject of the one before with that.
"""

from __future__ import annotations

import re

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.language.lemmas import words
from tracker.language.lexicon import function_words, function_words_of
from tracker.language.patterns import pattern
from tracker.language.resources import word_set
from tracker.language.syntax import Clause, SubjectType
from tracker.model import AnyStatement

_SPEAKERS = frozenset({SubjectType.GOVERNMENT, SubjectType.PRONOUN})
"""Subjects that name nothing that is promised."""
_GONE = "\0"
"""Stands where a number stood."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def topic_of(quote: str, bare: str, own: AnalysedSentence | None) -> tuple[str, ...]:
    """The words of what a quote is about, in lower case.

    `bare` is the quote without its deadline and numbers, `own` its sentence.
    """
    before = (*noun_before(quote, own), *subject_before(quote, own))
    return (*before, *words(_without_asides(_without_what_goes_before(bare, own))))


def subject_before(quote: str, own: AnalysedSentence | None) -> tuple[str, ...]:
    """The words of the subject that a quote leaves to the clause before it: "Het plan is vertraagd en komt in mei"."""
    begin = own.text.find(quote) if own else -1
    if own is None or begin <= 0:
        return ()
    clause = next((row for row in own.clauses if row.clause.end > begin), None)
    if clause is None or clause.subject in _SPEAKERS or not clause.subject_text:
        return ()
    named, low = clause.subject_text, " ".join(token.low for token in own.tokens if token.begin < begin)
    return words(named) if named in low and named not in clause.text else ()


def goes_before(clause: Clause) -> bool:
    """Whether a clause says after what or why something is done ("nadat de raad heeft besloten", "omdat …")."""
    return clause.opener in function_words_of("going_before", "telling_why")


def _without_what_goes_before(text: str, own: AnalysedSentence | None) -> str:
    """A text without the clauses that say after what or why it is done; one that is nothing else as it is."""
    for clause in own.parts if own else ():
        said = own.text[clause.begin : clause.end] if own else ""
        if goes_before(clause) and len(said) < len(text.strip(" ,.")):
            text = text.replace(said, " ")
    return text


def noun_before(quote: str, own: AnalysedSentence | None) -> tuple[str, ...]:
    """The words of the noun phrase that a relative clause is about: "… volgens het plan, dat in mei is vastgesteld"."""
    begin = own.text.find(quote) if own else -1
    if own is None or begin <= 0 or next(iter(words(quote)), "") not in function_words()["relative"]:
        return ()
    before = own.text[:begin].rstrip(" ,(")
    phrase = next(reversed(own.phrases_in(before)), None)
    return phrase.words if phrase is not None and before.endswith(phrase.written[-1]) else ()


def _without_asides(text: str) -> str:
    """A text, in lower case, without what it sets itself apart from ("naast het plan"): it is not about that."""
    return pattern("links", "besides").sub(" ", text.lower())


def without_numbers(text: str, statement: AnyStatement) -> str:
    """A text without the numbers of papers and registered promises: they name a thing, and tell nothing of it.

    Nor do brackets that hold nothing else than numbers and what they are called ("toezeggingsnummer TZ202402-158").
    """
    numbered = [row.text for row in statement.references if any(map(str.isdigit, row.text))]
    if not numbered:
        return text
    for number in numbered:
        text = text.replace(number, _GONE)
    return _BRACKETS.sub(lambda found: found[0] if _tells(found[0]) else " ", text).replace(_GONE, " ")


def _tells(aside: str) -> bool:
    """Whether brackets hold words of their own."""
    plain = pattern("register", "pledge").sub(" ", aside.lower())
    return _GONE not in aside or any(row not in word_set("words", "pointing") for row in words(plain))
