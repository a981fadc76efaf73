"""Who undertakes what a clause promises: the cabinet, or the partner as the letter names it."""

from __future__ import annotations

import re

from tracker.language.reading import Reading
from tracker.language.roles import Subject
from tracker.language.tokens import Token, words
from tracker.language.verbgroup import Tense

CABINET = "cabinet"
_NOT_AGENTS = re.compile(r"(?:middel van|het|te|deze|die|dit|een)\b")


def _agent(text: str) -> str | None:
    """The agent of a passive: the words after "door", up to the next function word."""
    match = re.search(r"\bdoor (?:de |het )?(?P<who>[\wà-ÿ-]+(?: (?:van|en|voor) [\wà-ÿ-]+)?)", text)
    if match is None or _NOT_AGENTS.match(match["who"]):
        return None
    return match["who"]


def _as_written(tokens: tuple[Token, ...], subject: str) -> str:
    """The subject's words as the letter writes them, cut before a verb or preposition."""
    wanted = subject.split()
    lows = [token.low for token in tokens]
    starts = [n for n in range(len(lows)) if lows[n : n + len(wanted)] == wanted]
    taken = [token.text for token in tokens[starts[0] : starts[0] + len(wanted)]] if starts else wanted
    stop = words()["prepositions"]
    end = next(
        (
            n
            for n, word in enumerate(taken)
            if n and ((word.lower() in stop and word.lower() not in ("van", "voor")) or not word[0].isalnum())
        ),
        len(taken),
    )
    kept = taken[:end]
    if kept and kept[0].lower() in ("de", "het", "een"):
        kept = kept[1:]
    return " ".join(kept[:6])


def named_actor(reading: Reading) -> str | None:
    """The partner that a clause names as its subject, as the letter writes it; None where it names none."""
    if reading.subject is not Subject.PARTNER:
        return None
    return _as_written(reading.clause.tokens, reading.subject_text) or None


def refers_back(reading: Reading) -> bool:
    """Whether the subject is "zij", "ze" or "hij": the one named before."""
    return reading.subject is Subject.PRONOUN and reading.subject_text.split(" ", 1)[0] in words()["person_pronouns"]


def find_actor(reading: Reading) -> str:
    """The actor of a commitment: "cabinet", or the partner's name as the letter gives it."""
    if reading.tense is Tense.PASSIVE and (agent := _agent(reading.text)):
        return _as_written(reading.clause.tokens, agent) or agent
    if reading.subject in (Subject.PARTNER, Subject.GENERAL):
        return _as_written(reading.clause.tokens, reading.subject_text) or CABINET
    return CABINET
