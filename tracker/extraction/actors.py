"""Who undertakes what a clause promises: the cabinet, or the partner as the letter names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from tracker.extraction.features import ClauseFeatures
from tracker.language.lemmas import stop_words
from tracker.language.lexicon import function_words
from tracker.language.offices import is_of_field
from tracker.language.pack import cached, current
from tracker.language.patterns import expression, lexicon
from tracker.language.resources import read_table
from tracker.language.syntax import SubjectType, Tense
from tracker.model import Commitment
from tracker.text.normalize import comparable
from tracker.text.tokens import Token

CABINET = "cabinet"
_CAPITALS = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{2,6})?")
_DOING = frozenset({"inform", "deliver", "make", "evaluate", "fund"})
"""The classes of verbs that only somebody does."""
_ACTING = (Tense.PRESENT, Tense.FUTURE, Tense.GOING)
_LONGEST = 6
"""Words of a name at most; by judgement."""


def _agent(text: str) -> str | None:
    """The agent of a passive: the words after "door", up to the next function word."""
    match = expression("readings", "context", "agent").search(text)
    if match is None or expression("readings", "context", "no_agent").match(match["who"]):
        return None
    return match["who"]


def _as_written(tokens: tuple[Token, ...], subject: str) -> str:
    """The subject as the letter writes it, up to the end of its noun phrase; "" where that names nobody."""
    name = _spelled(tokens, subject)
    return next((part for part in _of(name) if _is_somebody(part)), "")


def _of(name: str) -> tuple[str, ...]:
    """Who they may be: by its first noun or a proper name the whole, else those whose thing it is ("plan van X")."""
    words = name.split()
    at = next((n for n, word in enumerate(words) if word.lower() in function_words()["share_of"]), 0)
    if not at or name[:1].isupper() or _is_somebody(" ".join(words[:at])):
        return (name,)
    return (" ".join(_without_determiners(words[at + 1 :])),)


def _is_somebody(name: str) -> bool:
    return any(lexicon()[kind].search(name.lower()) for kind in ("partner", "general"))


def _spelled(tokens: tuple[Token, ...], subject: str) -> str:
    """The first noun phrase of the subject, in the letters of the text; a proper name is whole however long it is."""
    taken = _without_share(_without_determiners(_together(tokens, subject.split())))
    end = next((n for n in range(len(taken)) if _ends(taken, n)), len(taken))
    most = _LONGEST
    while most < end and taken[most][:1].isupper():
        most += 1
    kept = taken[: min(end, most)]
    while kept and kept[-1].lower() in {*function_words()["joining"], *function_words()["determiners"]}:
        kept = kept[:-1]
    return " ".join(kept)


def _together(tokens: tuple[Token, ...], wanted: list[str]) -> list[str]:
    """The words from the first on that stand together in the text: what follows a clause in between is no name.

    A proper name that they end in the midst of is whole.
    """
    lows = [token.low for token in tokens]
    for size in range(len(wanted), 0, -1):
        for at in range(len(lows) - size + 1):
            if lows[at : at + size] == wanted[:size]:
                return [token.text for token in tokens[at : _end_of_name(tokens, at + size)]]
    return wanted


def _end_of_name(tokens: tuple[Token, ...], end: int) -> int:
    """Where the capitals that words end in stop: "Hogeschool" of "Hogeschool van Arnhem en Nijmegen" too."""
    while end < len(tokens) and tokens[end - 1].text[:1].isupper():
        joined = tokens[end].low in function_words()["joining"] and end + 1 < len(tokens)
        if not tokens[end + joined].text[:1].isupper():
            break
        end += 1 + joined
    return end


def _without_determiners(taken: list[str]) -> list[str]:
    while taken and taken[0].lower() in function_words()["determiners"]:
        taken = taken[1:]
    return taken


def _without_share(taken: list[str]) -> list[str]:
    """Who they are, without how many of them: "rest van de scholen" → "scholen"."""
    lows = [word.lower() for word in taken[:2]]
    is_share = len(lows) > 1 and lows[0] in function_words()["shares"] and lows[1] in function_words()["share_of"]
    return _without_determiners(taken[2:]) if is_share else taken


def _ends(taken: list[str], at: int) -> bool:
    """Whether a noun phrase cannot go on with a word: a mark, a verb, an adverb, a preposition, another phrase."""
    low, before = taken[at].lower(), taken[at - 1].lower() if at else ""
    if low in function_words()["joining"]:
        return at == 0
    if low in function_words()["ending"]:
        return True
    if taken[at][0].isupper() or _names_a_field(taken, at):
        return False
    if low in function_words()["determiners"]:
        return before not in function_words()["joining"]
    aside = low in function_words()["prepositions"] or low in stop_words() or not low[0].isalnum()
    return aside or bool(current().verb_forms().get(low))


def _names_a_field(taken: list[str], at: int) -> bool:
    """Whether a word, or the "de" after it, is in a name: "Raad voor Cultuur", "Raad voor de Rechtspraak".

    What it is for has a capital; without one it may be a moment ("de Raad voor de zomer"), as some with one are.
    """
    start = at if taken[at].lower() in function_words()["serving_name"] else at - 1
    if start < 1 or taken[start].lower() not in function_words()["serving_name"]:
        return False
    field = next(iter(_without_determiners(taken[start + 1 :])), "")
    return taken[start - 1][:1].isupper() and field[:1].isupper() and field.lower() not in _moments()


@cached(maxsize=1)
def _moments() -> frozenset[str]:
    """The names of days and seasons that have a capital: "Prinsjesdag"."""
    return frozenset(word for row in read_table("calendar").values() for word in row.get("words", ()))


def named_actor(reading: ClauseFeatures) -> str | None:
    """The partner that a clause names as its subject, as the letter writes it; None where it names none."""
    if reading.subject is not SubjectType.PARTNER:
        return None
    return _as_written(reading.clause.tokens, reading.subject_text) or None


def refers_back(reading: ClauseFeatures) -> bool:
    """Whether the subject is "zij", "ze" or "hij": the one named before."""
    return (
        reading.subject is SubjectType.PRONOUN
        and reading.subject_text.split(" ", 1)[0] in function_words()["person_pronouns"]
    )


def find_actor(reading: ClauseFeatures, offices: Sequence[str] = ()) -> str:
    """The actor of a commitment: "cabinet", or the partner's name as the letter gives it.

    A minister who is none of those that sign is a partner: `offices` are those that the letter is signed for.
    """
    if reading.tense is Tense.PASSIVE and (agent := _agent(reading.text)):
        return _spelled(reading.clause.tokens, agent) or agent
    if _is_told(reading):
        return CABINET
    if reading.subject in (SubjectType.PARTNER, SubjectType.GENERAL):
        return _as_written(reading.clause.tokens, reading.subject_text) or CABINET
    return _other_minister(reading, offices) or _abbreviation(reading) or CABINET


def _other_minister(reading: ClauseFeatures, offices: Sequence[str]) -> str:
    """The minister that a clause names as its subject, by the field, where nobody signs for that; else ""."""
    found = expression("readings", "context", "minister").match(reading.subject_text)
    if found is None or not any(offices) or reading.subject is not SubjectType.GOVERNMENT:
        return ""
    name = _spelled(reading.clause.tokens, found["office"])
    return "" if any(is_of_field(name, office) for office in offices) else name


def _abbreviation(reading: ClauseFeatures) -> str:
    """The subject where it is an abbreviation that nobody lists and does something: "Het CJIB start met …".

    "" for any other; what only happens or begins may as well be a tax, a law or a study ("De MER start in mei").
    """
    if reading.subject is SubjectType.GOVERNMENT or reading.tense not in _ACTING:
        return ""
    acts = not reading.classes.isdisjoint(_DOING) or expression("readings", "context", "acts").search(reading.text)
    taken = _without_determiners(_together(reading.clause.tokens, reading.subject_text.split()))
    if not acts or not taken or not _CAPITALS.fullmatch(taken[0]):
        return ""
    return _spelled(reading.clause.tokens, reading.subject_text) if len(taken) == 1 or _ends(taken, 1) else ""


def _is_told(reading: ClauseFeatures) -> bool:
    """Whether the subject is the council, which is told, asked or sent something: who tells it acts."""
    council = expression("readings", "context", "council").match(reading.subject_text)
    return bool(council and expression("readings", "context", "told").search(reading.text))


def by_one_name(rows: Iterable[Commitment], actors: Mapping[str, Sequence[str]]) -> tuple[Commitment, ...]:
    """Commitments with each actor by one name: the one that letters.toml gives, else the spelling met most."""
    names = {comparable(other): name for name, others in actors.items() for other in (name, *others)}
    found = tuple(rows)
    for spelling, _ in Counter(row.actor for row in found).most_common():
        names.setdefault(comparable(spelling), spelling)
    named = ((row, names[comparable(row.actor)]) for row in found)
    return tuple(row if row.actor == name else replace(row, actor=name) for row, name in named)
