"""How a sentence names a registered promise by its number: as what it speaks of itself, or as another thing.

What a sentence sets apart ("not to be confused with"), and what another part of it is about, is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from tracker.extraction.cited_codes import with_codes
from tracker.extraction.coordination import coordinates, ends_denied, has_finite, joints, last_joint
from tracker.extraction.noun_phrases import noun_phrases
from tracker.extraction.number_expansion import written_out
from tracker.extraction.number_topic import (
    parts_of,
    pledges,
    says_nothing,
    stems_of,
    terms_in,
    things_in,
    topic_in,
    with_names,
)
from tracker.extraction.register_numbers import names, spelled
from tracker.language.lemmas import is_code
from tracker.language.pack import current
from tracker.language.patterns import matches, pattern
from tracker.language.resources import word_set
from tracker.language.syntax import Clause, ClauseKind
from tracker.language.terms import is_generic
from tracker.temporal.timex import tag_times
from tracker.text.tokens import Token, tokenize

NEAR_NUMBER = 300
"""Characters before a number in which it may be set apart: by judgement, longer than a sentence mostly is."""
_PLACES = 10
"""Places of a number in a sentence that are looked at: by judgement, a bound for hostile text."""


class Meant(Struct, frozen=True):
    """A promise by which a mention is weighed: the stems of what a thread and the register say that it is about."""

    about: frozenset[str]
    wanted: frozenset[str]

    def widened(self) -> Meant:
        """With all that the register says, where that has all that the thread is about: the rest is of that too."""
        whole = self.about <= self.wanted and not all(is_generic((stem,)) for stem in self.about)
        return Meant(self.wanted, self.wanted) if whole else self


def sets_apart(text: str, number: str) -> bool:
    """Whether a text with the number of a promise denies that, or says that it is of another thing."""
    return names(text, number) and (matches("links", "denying", text) or is_another(text, number))


def is_another(text: str, number: str) -> bool:
    """Whether a text with the number of a promise says that it is of another thing than what the text speaks of."""
    found = spelled(number).search(text) or spelled(number).search(text := written_out(text))
    return found is not None and _is_apart(text[: found.start()], text[found.end() :])


def is_bare(text: str, number: str) -> bool:
    """Whether a text says nothing but the number of a promise, and does not set it apart."""
    text = with_codes(text, number)
    return names(text, number) and not sets_apart(text, number) and says_nothing(spelled(number).sub(" ", text))


def is_bracketed(text: str, number: str) -> bool:
    """Whether a text is nothing but the number of a promise, in brackets."""
    tokens = [token.text for token in tokenize(text) if token.text != "."]
    return is_bare(text, number) and tokens[:1] + tokens[-1:] in (["(", ")"], ["[", "]"])


def points_back(text: str, number: str) -> bool:
    """Whether a sentence says that what was said before it is the promise of this number, and nothing else."""
    text = with_codes(text, number)
    found = spelled(number).search(text)
    if found is None or sets_apart(text, number):
        return False
    return matches("register", "citing", text) and not topic_in(tokenize(text[: found.start()]))


def speaks_of(text: str, number: str, meant: Meant) -> bool:
    """Whether a sentence names the number of a promise as that of what it speaks of itself."""
    text, meant = with_codes(text, number), meant.widened()
    clauses = current().cut_clauses(tokenize(text))
    places = islice(spelled(number).finditer(text), _PLACES)
    return any(_carries(text, clauses, place, meant) for place in places)


def _carries(text: str, clauses: Sequence[Clause], place: re.Match[str], meant: Meant) -> bool:
    """Whether the number at a place is that of what its sentence speaks of."""
    begin, end = place.span()
    own = _clause_at(clauses, begin, end)
    if own is None:
        return False
    inside, outside = _words_of(text, own, 0, begin), _words_of(text, own, end, len(text))
    if _is_apart(inside, outside) or _is_of_another(text[end:], meant) or _is_met_by_another(text[:begin], text[end:]):
        return False
    host, mark = own, begin
    if own.kind is ClauseKind.ASIDE and _is_only_number(text[own.begin : begin] + text[end : own.end]):
        host, mark = _host(clauses, own) or own, own.begin
        if _is_apart(_words_of(text, host, 0, mark), ""):
            return False
    shared = [term for term in things_in(_without_times(text[:begin])) if term[0] in meant.wanted]
    strange = bool(shared) and meant.about.isdisjoint(shared[-1])
    speaking = _speaking(text, clauses, meant)
    if host not in speaking and not strange and _is_content(clauses, end, speaking):
        return pledges(host.tokens) and not topic_in([token for token in host.tokens if token.end <= mark])
    if host not in speaking:
        return not strange and _attached(text, host, mark, own is host, meant)
    return _belongs(host, mark, meant, shared if strange else [])


def _is_of_another(after: str, meant: Meant) -> bool:
    """Whether words after a number say that its promise is of another thing: "(N) concerns the sheds"."""
    if after.lstrip().startswith(":") or not matches("register", "introducing", after):
        return False
    phrase = next(iter(noun_phrases(after)), None)
    told = [term for term in terms_in(" ".join(phrase.words) if phrase else "") if not is_generic(term)]
    return bool(told) and all(meant.about.isdisjoint(term) for term in told)


def _is_met_by_another(before: str, after: str) -> bool:
    """Whether the promise of a number is met by another thing than its sentence promises, or was met before."""
    found = pattern("register", "by_another").search(before.lower())
    return matches("register", "met_before", after) or (found is not None and not has_finite(tokenize(found[0])))


def _is_content(clauses: Sequence[Clause], end: int, speaking: Sequence[Clause]) -> bool:
    """Whether the clause after a place says what is promised: "I have promised (N) to inform you"."""
    after = min((one for one in clauses if one.begin >= end), key=lambda one: one.begin, default=None)
    told = after is not None and (
        after.kind is ClauseKind.INFINITIVE or after.opener in word_set("clauses", "reporting")
    )
    return told and after in speaking


def _attached(text: str, host: Clause, mark: int, whole: bool, meant: Meant) -> bool:
    """Whether a clause beside what is promised says that the number is that of it."""
    said = _words_of(text, host, 0, len(text))
    if matches("links", "denying", said):
        return False
    topic = topic_in([token for token in host.tokens if token.end <= mark])
    if topic and not any(not meant.about.isdisjoint(term) for term in topic):
        return False
    bare = whole and host.kind is ClauseKind.ASIDE and not topic and current().read_verbs(host).finite is None
    return bare or matches("register", "citing", said)


def _belongs(host: Clause, mark: int, meant: Meant, strange: list[tuple[str, ...]]) -> bool:
    """Whether a number in the clause of what is promised is of that, and not of another part of the clause."""
    said = [token for token in host.tokens if token.end <= mark]
    front = _before_numbers([token for token, named in with_names(said) if not named])
    joint = last_joint(front)
    at_end = not any(
        token.text[0].isalnum() for token in host.tokens if token.begin >= mark and not is_code(token.text)
    )
    if at_end and joint is None:
        return True
    if at_end and joint is not None and coordinates(front, joint):
        return not strange or any(not meant.about.isdisjoint(term) and not is_generic(term) for term in strange)
    if strange or ends_denied(front):
        return False
    stretch = front[joint + 1 :] if joint is not None else front
    told = topic_in(stretch)
    if joint is not None and front[joint].low in {*word_set("clauses", "coordinators"), ";"}:
        if told:
            return not meant.about.isdisjoint(told[-1])
        return pledges(stretch) and not has_finite(front) and meant.about.isdisjoint(stems_of(front))
    return not told or any(not meant.about.isdisjoint(term) for term in told)


def _speaking(text: str, clauses: Sequence[Clause], meant: Meant) -> list[Clause]:
    """The clauses of what is promised: those with words of it, else the first main one."""
    plain = [one for one in clauses if one.kind is not ClauseKind.ASIDE]
    found = [one for one in plain if not meant.about.isdisjoint(parts_of(_words_of(text, one, 0, len(text))))]
    mains = [one for one in found if one.kind is ClauseKind.MAIN]
    return mains or found or [one for one in plain if one.kind is ClauseKind.MAIN][:1] or plain[:1]


def _clause_at(clauses: Sequence[Clause], begin: int, end: int) -> Clause | None:
    return next((one for one in clauses if any(row.begin < end and row.end > begin for row in one.tokens)), None)


def _host(clauses: Sequence[Clause], aside: Clause) -> Clause | None:
    """The clause with the word right before an aside."""
    before = [(token.end, at) for at, one in enumerate(clauses) for token in one.tokens if token.end <= aside.begin]
    return clauses[max(before)[1]] if before else None


def _words_of(text: str, clause: Clause, begin: int, end: int) -> str:
    """The own words of a clause within a stretch of the text, as they stand there."""
    return " ".join(
        text[token.begin : token.end] for token in clause.tokens if begin <= token.begin and token.end <= end
    )


def _is_apart(before: str, after: str) -> bool:
    """Whether words before a number, or right after it, say that it is of another thing."""
    low = before[-NEAR_NUMBER:].lower()
    for found in pattern("register", "apart").finditer(low):
        between = tokenize(low[found.end() :])
        listed = all(is_code(token.text) or token.low in joints() for token in between)
        if listed or not ("," in {token.text for token in between} or has_finite(between)):
            return True
    return matches("register", "elsewhere", after.strip())


def _is_only_number(text: str) -> bool:
    tokens = [token for token in tokenize(text) if token.low not in word_set("words", "pointing")]
    return says_nothing(text) and not has_finite(tokens) and not matches("links", "denying", text)


def _before_numbers(tokens: Sequence[Token]) -> list[Token]:
    """Words without the other numbers that they end in, and what joins and calls those."""
    found = list(tokens)
    while found and (at := _listed(found)):
        del found[-at:]
    while found and found[-1].text in "([":
        found.pop()
    return found


def _listed(tokens: Sequence[Token]) -> int:
    """How many of the last words are a number, or what joins the next one to it, with what that is called."""
    if is_code(tokens[-1].text):
        return 1
    called = 1 if pledges(tokens[-1:]) or tokens[-1].low in word_set("words", "pointing") else 0
    rest = tokens[: len(tokens) - called]
    return called + 1 if len(rest) > 1 and rest[-1].low in joints() and is_code(rest[-2].text) else 0


def _without_times(text: str) -> str:
    for time in reversed(tag_times(text, None)):
        text = text[: time.begin] + " " + text[time.end :]
    return text
