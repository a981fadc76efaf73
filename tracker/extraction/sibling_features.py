"""What tells one act from its sibling: figures, the years of editions, the steps of a thing's life, proper names.

Next to "vijftien straten" stand "twintig straten" a year later, next to the budget of 2024 that of 2026, next to the
start of a road its opening, next to the school in Ede that in Laren: nearly the same words, and another promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from tracker.extraction.naming import Name, NamePlace
from tracker.language.lemmas import compound_parts, is_content, lemma
from tracker.language.lexicon import function_words
from tracker.language.pack import cached
from tracker.language.resources import entries, word_set
from tracker.language.terms import NO_NAMES, is_doing, terms_of
from tracker.temporal.grammar import grammar
from tracker.text.days import YEAR

_YEAR = re.compile(YEAR)
START = "start"
"""The first step in the life of a thing, by its name in the data."""
_PROPER = re.compile(r"[A-Z][a-z’'-]{2,}(?:-[A-Z][a-z]+)*|[ANS]\d{1,3}")
"""A word in capitals only, or with more than one, is mostly an organisation, which may act anywhere."""
_BEFORE = 3
"""Words: so far before a year its edition stands ("de begroting voor het jaar 2024"); by judgement."""


def numerals_of(words: Sequence[str]) -> frozenset[str]:
    """The whole numbers above one that words in a row tell, as figures: "vijftien" → "15"; not what counts a time."""
    numbers, units = _numerals(), grammar().words["unit"]
    counted = zip(words, (*words[1:], ""), strict=False)
    return frozenset(numbers[word] for word, after in counted if word in numbers and after not in units)


def editions_of(words: Sequence[str]) -> frozenset[str]:
    """The years by which words in a row name one edition of a thing: "de verordening 2025", "de begroting voor 2026".

    The words are those without a deadline, which says when and not which.
    """
    found: set[str] = set()
    for at, word in enumerate(words):
        if word[0].isdigit() and (years := _YEAR.findall(word)) and _names_an_edition(words[max(0, at - _BEFORE) : at]):
            found.update(years)
    return frozenset(found)


def _names_an_edition(before: Sequence[str]) -> bool:
    """Whether right before a year, but for words that link, stands a word that may name a thing, and no time."""
    linking = word_set("words", "linking")
    nearest = next((word for word in reversed(before) if word not in linking), "")
    return bool(nearest) and is_content(lemma(nearest)) and nearest not in _times_of_a_year()


@cached(maxsize=1)
def _times_of_a_year() -> frozenset[str]:
    """Words for a part of a year, and for running on into one: a year after these says when."""
    named = grammar().words
    running_on = entries("links", "running_on").get("words", ())
    return frozenset(chain(running_on, *(named[kind] for kind in ("month", "month_short", "season", "fraction"))))


def steps_of(words: Iterable[str]) -> frozenset[str]:
    """The steps in the life of a thing that words name: its start, its submission, its entry into force."""
    said = tuple(filter(None, words))
    pairs = (f"{one} {other}" for one, other in pairwise(said))
    return frozenset(step for word in said for step in _step(word)).union(*map(_named_by, pairs))


def done_afterwards(words: Iterable[str]) -> frozenset[str]:
    """What words name that is done with a paper once it is there: its treatment, its carrying out."""
    return _heads_in("afterwards", words)


def needed_beforehand(words: Iterable[str]) -> frozenset[str]:
    """What words name that comes before a thing is made or opened: its permit, the money for it."""
    return _heads_in("beforehand", words)


def _heads_in(name: str, words: Iterable[str]) -> frozenset[str]:
    """What a table of links.toml says of words, or of the last parts of compounds."""
    table = _by_word(name)
    heads = chain.from_iterable((lemma(word), *compound_parts(word)[-1:]) for word in words)
    return frozenset(table[head] for head in heads if head in table)


def begins(steps: frozenset[str]) -> bool:
    """Whether one of some steps is that a thing begins: its start, its entry into force."""
    return not steps.isdisjoint(entries("links", "beginning").get("words", ()))


def prepares(steps: frozenset[str]) -> bool:
    """Whether one of some steps only prepares or weighs a thing: who speaks of that step again names it."""
    return not steps.isdisjoint(entries("links", "preparing").get("words", ()))


def called(names: Iterable[Name], first: str) -> frozenset[str]:
    """The proper names among noun phrases, and the sides of a land ("in het noorden"), in lower case.

    Not who acts; the `first` word of a quote has its capital from its place.
    """
    sides = entries("links", "sides").get("words", ())
    spoken = (word for name in names if not _is_who_acts(name) for word in name.written)
    return frozenset(
        word.lower() for word in spoken if word in sides or (_PROPER.fullmatch(word) and word.lower() != first)
    )


def named_beside(names: frozenset[str], words: Sequence[str]) -> frozenset[str]:
    """Those proper names that words in a row join by nothing but "en" and a preposition: "in Ede en in Laren"."""
    joins = function_words()["coordinators"]
    linking = joins | function_words()["prepositions"] | function_words()["articles"]
    places = [at for at, word in enumerate(words) if word in names]
    found: set[str] = set()
    for one, other in pairwise(places):
        between = words[one + 1 : other]
        if between and linking.issuperset(between) and not joins.isdisjoint(between):
            found.update((words[one], words[other]))
    return frozenset(found)


def _is_who_acts(name: Name) -> bool:
    """Whether a subject is nothing but a name: in "de bouw in Ede is vertraagd" it is a thing."""
    return name.place is NamePlace.SUBJECT and all(word[0].isupper() for word in name.written)


def takes_part(name: Name) -> bool:
    """Whether a noun phrase is a name of who acts, or with or by whom: "met Scalda start een leerlijn"."""
    beside = name.lead in entries("links", "taking_part").get("words", ())
    return _is_who_acts(name) or (beside and all(word[0].isupper() for word in name.written))


def unlike_names(one: frozenset[str], other: frozenset[str], words: tuple[Sequence[str], Sequence[str]]) -> str:
    """The names by which two quotes tell of two things: each has one that is not in the `words` of the other.

    Where they have a name in common they do not. "Ontwerp-omgevingsplan" and "Ontwerp Omgevingsplan" are one name.
    """
    if not one.isdisjoint(other):
        return ""
    mine, yours = map(_spellings, words)
    return unshared(
        frozenset(name for name in one if _joined(name) not in yours),
        frozenset(name for name in other if _joined(name) not in mine),
    )


def _spellings(words: Sequence[str]) -> frozenset[str]:
    """Words, and each with the next, written as one."""
    pairs = (one + other for one, other in pairwise(words))
    return frozenset(map(_joined, chain(words, pairs)))


def _joined(word: str) -> str:
    return word.replace("-", "")


def unlike_parts(one: Iterable[Name], other: Iterable[Name]) -> str:
    """What two quotes say after the same preposition that has nothing in common: for whom, with whom, of what.

    "Een handreiking voor werkgevers" is not the one "voor huisartsen"; "een land van herkomst" and "de beoordeling van
    Georgië" are told apart by nothing, for it is of two things that they say "van".
    """
    mine, yours = _governed(one), _governed(other)
    pairs = (_of_like_heads(mine[lead], yours[lead]) for lead in mine if lead in yours)
    return next((told for pair in pairs if not _is_one_the_other(*pair) and (told := unshared(*pair))), "")


_Governed = Mapping[str, frozenset[str]]
"""The words after a preposition, by the lemma of the noun before it; "" for none."""


def _of_like_heads(one: _Governed, other: _Governed) -> tuple[frozenset[str], frozenset[str]]:
    """The words after a preposition that may be of one noun: both of the same, of acts, or of none that is named."""
    pairs = [(mine, yours) for mine in one for yours in other if _are_like(mine, yours)]
    return (
        frozenset[str]().union(*(one[mine] for mine, _ in pairs)),
        frozenset[str]().union(*(other[yours] for _, yours in pairs)),
    )


def _are_like(one: str, other: str) -> bool:
    return not one or not other or one == other or (_is_act(one) and _is_act(other))


def _is_act(noun: str) -> bool:
    return any(map(is_doing, terms_of((noun,), NO_NAMES)))


def _is_one_the_other(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of one is the last part of a word of the other: doctors, family doctors."""
    return any(mine.endswith(yours) or yours.endswith(mine) for mine in one for yours in other)


def _governed(names: Iterable[Name]) -> Mapping[str, _Governed]:
    """The words after each of the prepositions that tell which thing is meant, as lemmas."""
    leads = entries("links", "telling").get("words", ())
    found: dict[str, dict[str, set[str]]] = {}
    for name in names:
        lead, head, noun = name.lead, "", ""
        for word in map(str.lower, name.written):
            if word in function_words()["prepositions"]:
                lead, head = word, noun
            elif lead in leads and not word.endswith("-") and _tells_which(word):
                found.setdefault(lead, {}).setdefault(head, set()).add(lemma(word))
            noun = lemma(word) if word[-1].isalnum() else noun
    return {lead: {head: frozenset(row) for head, row in rows.items()} for lead, rows in found.items()}


def _tells_which(word: str) -> bool:
    """Whether a word tells which thing is meant: not what is done with it ("met de bouw van het hek")."""
    return is_content(lemma(word)) and not any(map(is_doing, terms_of((word,), NO_NAMES)))


@cached(maxsize=65536)
def _step(word: str) -> frozenset[str]:
    steps = _by_word("steps")
    return frozenset(steps[form] for form in (lemma(word), *compound_parts(word)) if form in steps)


@cached(maxsize=65536)
def _named_by(pair: str) -> frozenset[str]:
    """The step that two words in a row name: "in gebruik"."""
    return frozenset(name for name, words in entries("links", "steps").items() if pair in words)


@cached(maxsize=4)
def _by_word(table: str) -> Mapping[str, str]:
    """Each word of a table of links.toml, as a lemma → the name that it stands under."""
    return {lemma(word): name for name, words in entries("links", table).items() for word in words}


@cached(maxsize=1)
def _numerals() -> Mapping[str, str]:
    table = grammar().words["number"]
    return {word: str(int(value)) for word, value in table.items() if float(value) > 1 and float(value).is_integer()}


def unshared(one: frozenset[str], other: frozenset[str]) -> str:
    """What two sets hold, where both hold something and nothing of it is common; else nothing."""
    if not one or not other or not one.isdisjoint(other):
        return ""
    return " ≠ ".join(", ".join(sorted(row)) for row in (one, other))
