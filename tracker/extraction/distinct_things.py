"""Whether two texts, however alike, speak of two things: another edition, number in a row or name, or one of the other.

Linking weighs what two texts share; the one word in which two reports differ weighs little there, and tells all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tracker.extraction.coordination import joints
from tracker.extraction.target_groups import named_groups
from tracker.language.lemmas import compound_parts, is_content, lemma, lemmas
from tracker.language.patterns import matches, pattern
from tracker.language.resources import entries, word_set
from tracker.language.terms import NO_NAMES, is_party, terms_of
from tracker.temporal.timex import tag_times
from tracker.text.tokens import Token, tokenize

_FORMS = ("a_report", "a_plan", "a_map")
"""The forms of papers that are told apart, by the turns for each."""
_CENTURIES = ("19", "20")
_YEAR = 4
"""Digits of a year."""
_SAME_STEM = 5
"""Letters by which two names are forms of one: "Amsterdam", "Amsterdamse"; by judgement."""
_LEAST_NAME = 3
"""Letters of a name; what is shorter is an abbreviation or a mark; by judgement."""


def is_other_thing(one: str, other: str) -> bool:
    """Whether either names a year, a place in a row, a name, a group of a kind or a form where the other has another.

    What only one of them names tells nothing: the other may be the shorter. But where one speaks of the reaction to a
    thing, its evaluation or costs, and the other of no such, the other may be of the thing itself.
    """
    return (
        _apart(editions_in(one), editions_in(other))
        or _apart(_places(one), _places(other))
        or _names_differ(one, other)
        or _groups_differ(one, other)
        or _apart(_forms(one), _forms(other))
        or matches("links", "denying", one) != matches("links", "denying", other)
        or _is_upon(one, other)
        or _is_upon(other, one)
    )


def _is_upon(one: str, other: str) -> bool:
    """Whether a text speaks of what is about something (a reaction, an evaluation), and the other of no such."""
    nouns = [lemma(found[0].split()[0]) for found in pattern("register", "upon").finditer(one.lower())]
    known = list(filter(is_content, lemmas(other))) if nouns else []
    heads = (next(reversed(compound_parts(noun)), noun) for noun in nouns)  # "kabinetsreactie", "beleidsreactie"
    return any(not any(word.endswith(head) or head.endswith(word) for word in known) for head in heads)


def _apart(mine: set[str], yours: set[str]) -> bool:
    return bool(mine and yours) and mine.isdisjoint(yours)


def editions_in(text: str) -> set[str]:
    """The years right after a noun or its preposition ("the report of 2024"): of which year a thing is, not its day."""
    tokens = tokenize(text)
    longer = (time for time in tag_times(text, None) if not _is_bare_year(text[time.begin : time.end]))
    inside = {at for time in longer for at in range(time.begin, time.end)}
    return {
        token.text
        for before, token in pairwise(tokens)
        if _is_year(token.text)
        and token.begin not in inside
        and (is_content(lemma(before.low)) or matches("register", "edition", before.text))
    }


def _places(text: str) -> set[str]:
    """The places in a row that stand before a noun ("the second report"), none of a time or of a chamber."""
    numbers = {
        form: name
        for name, forms in entries("links", "stages").get("numbers", {}).items()
        for form in forms
        if not form.isdigit()
    }
    inside, tokens = _within_times(text), tokenize(text)
    return {
        numbers[token.low]
        for token, after in pairwise(tokens)
        if token.low in numbers and token.begin not in inside and after.low not in word_set("words", "addressing")
    }


def _names_differ(one: str, other: str) -> bool:
    """Whether each has a name that the other has in no form."""
    return _lacks_some(one, other) and _lacks_some(other, one)


def _groups_differ(one: str, other: str) -> bool:
    """Whether both name groups of a kind, and none in common."""
    mine, yours = named_groups(one), named_groups(other)
    kinds = {kind for kind, _ in mine} & {kind for kind, _ in yours}
    return any(
        _apart({name for of, name in mine if of == kind}, {name for of, name in yours if of == kind}) for kind in kinds
    )


def _forms(text: str) -> set[str]:
    """In which forms a text has something come: a report is no plan."""
    return {form for form in _FORMS if matches("register", form, text)}


def _lacks_some(one: str, other: str) -> bool:
    """Whether a text lacks a name of the other one."""
    stems = {token.low[:_SAME_STEM] for token in tokenize(one)}
    return any(name[:_SAME_STEM] not in stems for name in _names(other))


def _names(text: str) -> Iterator[str]:
    """The names of a text in small letters, but for those of who speaks, is addressed or asked for it."""
    inside, tokens = _within_times(text), tokenize(text)
    of_person = False
    for before, token in pairwise(tokens):
        of_person = matches("register", "person", before.low) or (of_person and _goes_on(before))
        if token.text[0].isupper() and len(token.text) >= _LEAST_NAME and before.text not in ".!?:":
            known = token.low in word_set("words", "addressing") or all(map(is_party, terms_of([token.low], NO_NAMES)))
            if not (of_person or known or token.begin in inside):
                yield token.low


def _within_times(text: str) -> set[int]:
    return {at for time in tag_times(text, None) for at in range(time.begin, time.end)}


def _goes_on(token: Token) -> bool:
    """Whether a name or an office goes on after a word: "minister van Infrastructuur en Waterstaat"."""
    return token.text[0].isupper() or token.low in word_set("words", "name_particles") or token.low in joints()


def _is_bare_year(text: str) -> bool:
    """Whether a text is a year, with no more than words by which that may tell of which year a thing is."""
    plain = [token.text for token in tokenize(text) if token.low not in word_set("clauses", "articles")]
    return any(map(_is_year, plain[:1])) or all(
        _is_year(word) or matches("register", "edition", word) for word in plain
    )


def _is_year(word: str) -> bool:
    return len(word) == _YEAR and word.isdigit() and word.startswith(_CENTURIES)
