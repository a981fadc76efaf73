"""Tokens of a clause → its noun phrases as a title has them, each with the preposition that governs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.extraction.noun_phrases import LONGEST_PHRASE, nameable, stands_before_name, with_stop
from tracker.language.lemmas import lemma, words
from tracker.language.lexicon import function_words, function_words_of, verb_classes, verb_particles
from tracker.language.pack import cached, current
from tracker.language.resources import entries, word_list, word_set
from tracker.language.syntax import Form
from tracker.text.tokens import Token

_GLUE, _DASHES, _YEAR = frozenset("-‑&"), frozenset("-‑–"), re.compile(r"(?:19|20)\d\d")
"""Marks that make one word of those on both sides without a space; that join years; and a year."""

QUOTES = frozenset("'\"‘’“”„«»")
"""They stand around a part of a phrase, and end none."""


class Phrase(NamedTuple):
    """The preposition before a noun phrase in lower case ("" for none), and its words as they stand."""

    lead: str
    written: tuple[str, ...]
    points: bool = False
    """Whether it says no more than that it is what was spoken of: "deze kosten"."""


def name_phrases(
    tokens: Sequence[Token],
    verbs: frozenset[int],
    fixed: frozenset[int],
    particles: frozenset[str],
    taken: frozenset[str],
    *,
    prefield: int = 0,
) -> Iterator[Phrase]:
    """The noun phrases of a clause in order.

    `verbs` are the places of its verbs and of what else ends a phrase, `fixed` those of fixed turns: a preposition
    right after one goes with it ("in samenwerking met"). `particles` are parted from the verbs, and `taken` are the
    prepositions of these, which join no nouns but before place `prefield`, that of a finite verb in the middle.
    """
    run = _Run(word_set("titles", "joints") - taken, taken)
    for at, token in enumerate(_with_wholes(tokens, verbs | fixed)):
        if token is None:
            continue
        low, after = token.low, tokens[at + 1].low if at + 1 < len(tokens) else ""
        if token.low in QUOTES or (at and tokens[at - 1].elided and not token.text[0].isalnum()):
            continue
        if at in verbs | fixed or not token.text[0].isalnum():
            yield from run.end()
        elif low in particles and (not after.isalnum() or after in function_words()["prepositions"] or at + 1 in verbs):
            continue
        elif low in function_words()["prepositions"] or low in function_words()["joining"] or (at == 0 and _leads(low)):
            yield from run.govern(token, tokens[at - 1].low if at - 1 in fixed else "", early=at < prefield)
        elif run.opens_name or (run.names and begins_name(tokens, at)):
            run.add(token)
        elif low in _before_nouns("kept") or low in _before_nouns("left_out") or low in _determiners():
            yield from run.begin_noun(token)
        elif is_nominal(token, first=at == 0):
            run.add(token)
        else:
            yield from run.interrupt()
    yield from run.end()


def begins_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether an article within a sentence is the first word of a name: "sporthal De Horn", "buurthuis Het Anker"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    capitals = at > 0 and tokens[at].text[0].isupper() and after is not None and after.text[0].isupper()
    return capitals and tokens[at].low in _determiners() and tokens[at - 1].text[0].isalnum()


def _leads(low: str) -> bool:
    return low in function_words()["prepositions"] or low in word_set("titles", "grounds")


def _with_wholes(tokens: Sequence[Token], apart: frozenset[int]) -> Iterator[Token | None]:
    """The tokens, the first of several that are written as one in place of all, and none in those of the others.

    "2024-2028", "2021 – 2024", "U&H-strategie", "2000-gebieden": a hyphen or "&" without spaces around it joins, and a
    dash between two years; so does the full stop of "vm. Dorpsschool". Those at places `apart` join nothing.
    """
    begin = 0
    while begin < len(tokens):
        if stands_before_name(tokens, begin):
            yield from (with_stop(tokens[begin]), None)
            begin += 2
            continue
        end = begin
        while end + 2 < len(tokens) and not apart & {end, end + 1, end + 2} and _joins(*tokens[end : end + 3]):
            end += 2
        first, last = tokens[begin], tokens[end]
        text = "".join(token.text for token in tokens[begin : end + 1])
        yield first if begin == end else Token(text, text.lower(), first.begin, last.end, last.elided)
        yield from (None,) * (end - begin)
        begin = end + 1


def _joins(before: Token, mark: Token, after: Token) -> bool:
    """Whether a mark makes one word of the two beside it."""
    glued = before.end == mark.begin and mark.end == after.begin and mark.text in _GLUE
    years = mark.text in _DASHES and bool(_YEAR.fullmatch(before.text) and _YEAR.fullmatch(after.text))
    return years or (glued and before.text[-1].isalnum() and after.text[0].isalnum() and not before.elided)


class _Run:
    """The phrase that is being read."""

    def __init__(self, joints: frozenset[str], taken: frozenset[str]) -> None:
        self._joints, self._early = joints, taken & word_set("titles", "joints")
        self._words: list[Token] = []
        self._waiting: list[Token] = []
        self._lead = ""

    @property
    def opens_name(self) -> bool:
        """Whether its last word is an abbreviation, after which a name comes: "vm. Den Deijlschool"."""
        return self.names and self._words[-1].text.endswith(".")

    @property
    def names(self) -> bool:
        """Whether its last word is one of a noun phrase."""
        return bool(self._words) and not self._waiting

    def govern(self, token: Token, before: str, *, early: bool) -> Iterator[Phrase]:
        """A preposition or "and" after a word: it joins what comes to the phrase, or opens another.

        `early`: before the finite verb, where those of the verb join nouns too.
        """
        may = token.low in self._joints or (early and token.low in self._early)
        joins = may and self._words and not self._waiting
        if not joins:
            yield from self.end()
            self._lead = f"{before} {token.low}".lstrip() if _leads(token.low) else ""
        else:
            self._waiting = [token]

    def begin_noun(self, token: Token) -> Iterator[Phrase]:
        """What stands before a noun: within a phrase only after what joins."""
        if self._words and not self._waiting:
            yield from self.end()
        if token.low in _determiners() - _before_nouns("kept"):
            self._waiting = [row for row in self._waiting if row.low in self._joints | self._early]
        self._waiting.append(token)

    def add(self, token: Token) -> None:
        """A word of a noun phrase."""
        self._words += [*self._waiting, token]
        self._waiting = []

    def interrupt(self) -> Iterator[Phrase]:
        """A word that no title has: it ends a phrase, but parts none from the preposition before it."""
        lead = self._lead if not self._words else ""
        yield from self.end()
        self._lead = lead

    def end(self) -> Iterator[Phrase]:
        """The phrase, if there is one, and nothing read any more."""
        found = _from_noun(_up_to_noun(_cut(self._words)))
        titled = tuple(_as_titled(found)) if any(map(_names, found)) else ()
        if titled:
            points = not function_words()["demonstratives"].isdisjoint(token.low for token in found)
            yield Phrase(self._lead, titled, points)
        self._words, self._waiting, self._lead = [], [], ""


def is_inflected(low: str) -> bool:
    """Whether a word looks like an adjective in the form before a noun: what follows is one."""
    if low.endswith(tuple(f"{ending}{_short_ending()}" for ending in word_list("titles", "inflections")[1:])):
        return nameable(low) and low not in current().verb_forms()
    return low.endswith(_short_ending()) and low != lemma(low) and nameable(low) and low not in current().verb_forms()


def _modifies(low: str) -> bool:
    """Whether a word looks like an adjective or participle."""
    forms = {form.form for form in current().verb_forms().get(low, ())}
    return low.endswith(("e", *word_list("words", "adjectival"))) or Form.PARTICIPLE in forms


def is_nominal(token: Token, *, first: bool = False) -> bool:
    """Whether a word can be part of a noun phrase."""
    if token.low in _no_thing():
        return False
    if token.text[0].isupper() and not first:
        return token.text.upper() not in word_set("words", "no_abbreviation")
    named = token.text[0].isdigit() or any(map(nameable, words(token.text)))
    return named or token.low in word_set("titles", "nouns")


@cached(maxsize=1)
def _no_thing() -> frozenset[str]:
    """The words that no thing is called by."""
    listed = word_set("words", "naming_nothing") | word_set("words", "ditto") | word_set("titles", "nothing")
    return listed | function_words()["subordinators"] | verb_particles()


def _names(token: Token) -> bool:
    return token.text[0].isalpha() and not token.elided and any(map(nameable, words(token.text)))


@cached(maxsize=1)
def _determiners() -> frozenset[str]:
    return function_words_of("determiners", "articles")


@cached(maxsize=4)
def _before_nouns(kind: str) -> frozenset[str]:
    return frozenset(entries("titles", "before_nouns").get(kind, ()))


def _cut(found: list[Token]) -> list[Token]:
    """A run up to LONGEST_PHRASE words after those that a title leaves out, without a part that is not whole."""
    end = LONGEST_PHRASE + next((at for at, token in enumerate(found) if not _is_left_out(token)), 0)
    if len(found) <= end:
        return found
    joints = [at for at, token in enumerate(found) if token.low in word_set("titles", "joints") and 0 < at <= end]
    return found[: joints[-1]] if joints else found[:end]


def _is_left_out(token: Token) -> bool:
    """Whether a title leaves a word before its noun out: an article, what tells nothing, that the thing was made."""
    if token.low in _before_nouns("left_out") or token.low in _determiners() - _before_nouns("kept"):
        return True
    verb = lemma(token.low) if token.text.islower() and token.low.endswith(_short_ending()) else ""
    made = not verb_classes().get(verb, frozenset()).isdisjoint(word_list("titles", "made"))
    return made and verb not in word_set("titles", "said")


@cached(maxsize=1)
def _short_ending() -> str:
    return str(entries("titles", "before_nouns").get("short_ending", "-"))


def _up_to_noun(found: list[Token]) -> list[Token]:
    """A run up to its last noun: what joins, or an adjective, names nothing at its end."""
    endings = _adjective_endings()
    loose = word_set("titles", "joints") | _determiners() | _before_nouns("kept") | _before_nouns("left_out")
    while found and (
        found[-1].elided or found[-1].low in loose or _is_loose_number(found) or _is_loose(found[-1], endings)
    ):
        found = found[:-1]
    return found


def _is_loose(token: Token, endings: tuple[str, ...]) -> bool:
    """Whether a word names nothing: an adjective by its end, a comparative, a participle, or but a finite verb."""
    if not _is_low(token) or token.elided:
        return token.elided
    if token.low in word_set("titles", "adjectives"):
        return True
    forms = {form.form for form in current().verb_forms().get(token.low, ())}
    inflected = token.low.endswith(word_list("titles", "inflections")) or (
        forms and forms <= {Form.SINGULAR, Form.PAST}
    )
    return token.low.endswith(endings) or (bool(inflected) and lemma(token.low) != token.low)


def _is_low(token: Token) -> bool:
    """Whether a word is no name by its letters: a capital at the beginning of a sentence says nothing."""
    return (token.text if token.begin else token.text[1:]).islower()


@cached(maxsize=1)
def _adjective_endings() -> tuple[str, ...]:
    return (*word_list("words", "adjectival"), *word_list("titles", "adjective_endings"))


def _from_noun(found: list[Token]) -> list[Token]:
    """A run from its first noun that names something, with what is before that.

    An adjective alone before a preposition does not ("toegankelijk voor"), nor does a noun that makes one act with its
    verb ("aandacht aan").
    """
    endings, joints = _adjective_endings(), word_set("titles", "joints")
    first = next((at for at, token in enumerate(found) if token.low in joints), len(found))
    alone = first < len(found) and all(_is_low(row) and row.low.endswith(endings) for row in found[:first])
    light = first and found[first - 1].low in word_set("titles", "light")
    light = light and all(row.low in _determiners() for row in found[: first - 1])  # "een eigen bijdrage" is a thing
    return found[first + 1 :] if alone or light else found


def _is_loose_number(found: Sequence[Token]) -> bool:
    """Whether a number at the end counts what is not there ("van 60" miljoen), and is no part of a name ("A 12")."""
    return found[-1].text[0].isdigit() and (len(found) < 2 or not _names(found[-2]))


def _as_titled(found: Sequence[Token]) -> Iterator[str]:
    """The words without what a title leaves out before them, an adjective in the form that it then has."""
    short = False
    opened = False
    for token in found:
        if not opened and _is_left_out(token):
            short = token.low in _before_nouns("short_after") or (short and token.low not in _determiners())
            continue
        bare = token.text.rstrip("'’") or token.text
        word = f"{bare}-" if token.elided else bare
        more = token is not found[-1] and not token.elided and token.text.islower()
        yield _short(word) if short and more and _modifies(token.low) else word
        short = short and more and _modifies(token.low)
        opened = True


@cached(maxsize=4096)
def _short(word: str) -> str:
    """The form of an adjective without the ending that it has after some articles; the word where it has none."""
    ending = _short_ending()
    if not word.endswith(ending):
        return word
    plain, infinitive = lemma(word), word_list("words", "action")[:1]
    return word.removesuffix(ending) if plain.endswith(infinitive) or not word.startswith(plain[:3]) else plain
