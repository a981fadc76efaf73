"""Abbreviations with their expansions, learnt from a text that introduces them: "Nationaal Groeifonds (NGF)".

The letters of the abbreviation must stand in the words before the brackets, in order, the first at the start of a
word (after Schwartz and Hearst 2003). Where only that first letter fits, as in "strategisch personeelsbeleid (S-HRM)",
the phrase must be of plain words, since after a person's name the brackets hold a party.
"""

from __future__ import annotations

import re

from tracker.language.lemmas import compound_parts
from tracker.language.pack import cached
from tracker.language.resources import word_list, word_set
from tracker.text.normalize import one_space

_CLAUSE_END = re.compile(r"[();:]|[.?!]\s")
_PHRASE_LENGTH = 200
"""Characters before the brackets in which an expansion may stand."""
_PLAIN_PHRASE = re.compile(r"(?:[a-zà-ÿ][a-zà-ÿ-]+ )[a-zà-ÿ][a-zà-ÿ-]+$")


@cached(maxsize=1)
def _introduced() -> re.Pattern[str]:
    """An abbreviation between brackets, with the words that may introduce it."""
    words = "|".join(word_list("words", "introducing")) or "(?!)"
    return re.compile(rf"\(\s*(?:(?:{words})\s*:?\s*)?[‘’'“”\"]?([^\W_][\w&/-]{{1,11}})[‘’'“”\"]?\s*[),;]")


def expansions(text: str) -> dict[str, str]:
    """Give each abbreviation that a text introduces with its expansion, in order; the first introduction counts."""
    found: dict[str, str] = {}
    for match in _introduced().finditer(text):
        short = match.group(1)
        if short not in found and _is_abbreviation(short):
            long = _expansion(short, _phrase_before(text, match.start()))
            if long:
                found[short] = long
    return found


def _is_abbreviation(short: str) -> bool:
    """Whether a word between brackets looks like one: capitals beyond the first letter, or few small letters."""
    if short.upper() in word_set("words", "no_abbreviation"):
        return False
    return any(sign.isupper() for sign in short[1:]) or (short.islower() and short.isalpha() and len(short) <= 5)


def _phrase_before(text: str, end: int) -> str:
    phrase = text[max(0, end - _PHRASE_LENGTH) : end]
    return one_space(_CLAUSE_END.split(phrase)[-1])


def _expansion(short: str, phrase: str) -> str | None:
    if short.islower():
        return _by_initials(short, phrase)
    return _by_letters(short, phrase) or _by_first_letter(short, phrase)


def _by_initials(letters: str, phrase: str) -> str | None:
    """Take the last words of the phrase whose initials are the letters: small letters ask for no less."""
    words = phrase.split()[-len(letters) :]
    return " ".join(words) if "".join(word[0] for word in words).lower() == letters else None


def _by_letters(short: str, phrase: str) -> str | None:
    """Take the shortest end of the phrase that holds the letters in order, one or more in every capitalised word."""
    letters = [sign for sign in short.lower() if sign.isalnum()]
    at = len(phrase)
    used: set[int] = set()
    for place in range(len(letters) - 1, -1, -1):
        at = _find_back(phrase, letters[place], at, at_word_start=place == 0)
        if at < 0:
            return None
        used.add(phrase.count(" ", 0, at))
    long = phrase[at:]
    first = phrase.count(" ", 0, at)
    for place, word in enumerate(long.split(), start=first):
        if word[0].isupper() and place not in used:
            return None
    return long if _long_enough(letters, long) else None


def _find_back(phrase: str, letter: str, end: int, *, at_word_start: bool) -> int:
    for at in range(end - 1, -1, -1):
        if phrase[at].lower() == letter and (not at_word_start or at == 0 or not phrase[at - 1].isalnum()):
            return at
    return -1


def _long_enough(letters: list[str], long: str) -> bool:
    """Whether the words can be the expansion: not too many, and one word alone only with the initials of its parts."""
    words = long.split()
    if len(words) > 1:
        return len(words) <= min(len(letters) + 5, 2 * len(letters))
    return [part[0] for part in compound_parts(long)] == letters


def _by_first_letter(short: str, phrase: str) -> str | None:
    """Take two plain words before a hyphened abbreviation in capitals where the first begins with its first letter."""
    pair = _PLAIN_PHRASE.search(phrase)
    if pair and short.isupper() and "-" in short and pair.group()[0] == short[0].lower():
        return pair.group()
    return None
