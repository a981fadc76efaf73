"""Text → its noun phrases, each a run of words as written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.language.lemmas import is_content, stop_words, words
from tracker.language.pack import cached, current
from tracker.language.resources import read_table
from tracker.language.syntax import Form

LONGEST = 8
"""Words of a phrase at most."""
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")


def noun_phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The noun phrases of a sentence or quote in order, without the names of persons who asked for something."""
    named = (_up_to_noun(run) for run in _phrases(_persons().sub(r"\1", text)))
    return tuple(tuple(words) for words in named if words)


@cached(maxsize=1)
def _persons() -> re.Pattern[str]:
    """The names after "de motie", "de leden" …: who asked for something is not what it is about."""
    openers, particles = (f"(?:{'|'.join(read_table('words')[key])})" for key in ("before_names", "name_particles"))
    name = rf"(?:{particles}\s+)*[A-Z][\w-]+"
    return re.compile(rf"\b({openers})\s+{name}(?:(?:,|/|\s+en)\s*{name})*", re.UNICODE)


def _phrases(text: str) -> Iterator[list[str]]:
    """The noun phrases of a sentence: runs of nouns with their adjectives, joined by prepositions."""
    table, joints = read_table("clauses"), read_table("words")["phrase_joints"]
    words: list[str] = []
    pending: list[str] = []
    for token, before in _with_before(_TOKEN.findall(text)):
        low = token.lower()
        if low in joints and words:
            pending = [*pending, token] if not pending else [token]
        elif low in table["determiners"] and pending:
            pending.append(token)
        elif _is_nominal(token, before) and len(words) + len(pending) < LONGEST:
            words += [*pending, token]
            pending = []
        else:
            yield from [words] if words else []
            words, pending = [], []
            if _is_nominal(token, before):
                words = [token]
    if words:
        yield words


def _with_before(found: list[str]) -> Iterator[tuple[str, str]]:
    yield from zip(found, ["", *found], strict=False)


def _is_nominal(token: str, before: str) -> bool:
    """Whether a word can be part of a noun phrase: a content word, and a verb form only where a noun would stand."""
    low = token.lower()
    if not token[0].isalnum() or low in _particles() or not any(map(_nameable, words(token))):
        return False
    if token[0].isupper() and before:
        return token.upper() not in read_table("words")["no_abbreviation"]
    forms = {form.form for form in current().verb_forms().get(low, ())}
    if not forms or forms <= {Form.PAST} or (forms <= {Form.PARTICIPLE} and low.endswith("e")):
        return True
    return before.lower() in read_table("clauses")["determiners"] and Form.SINGULAR in forms


@cached(maxsize=1)
def _particles() -> frozenset[str]:
    """The parts of verbs that may stand alone: "zet … neer"."""
    entries = (entry for entries in read_table("verbs")["classes"].values() for entry in entries)
    return frozenset(entry.rpartition("|")[0] for entry in entries if "|" in entry)


def _nameable(word: str) -> bool:
    """Whether a word may stand in a title: what it is about, or one of the words of every letter that name a thing."""
    return is_content(word) or (word in read_table("words")["generic"] and word not in stop_words())


def _up_to_noun(words: list[str]) -> list[str]:
    """A run up to its last noun: an adjective or adverb at its end names nothing, nor does what joined it."""
    table = read_table("words")
    endings, joints = tuple(table["adjectival"]), {*table["phrase_joints"], *read_table("clauses")["determiners"]}
    while words and words[-1].islower() and (words[-1].endswith(endings) or words[-1] in joints):
        words = words[:-1]
    return words
