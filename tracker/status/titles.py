"""A draft's title: the noun phrase of its promises that tells most, with its heading where that tells little."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tracker.language.lemmas import is_content, stop_words, words
from tracker.language.pack import cached, current
from tracker.language.resources import read_table
from tracker.language.syntax import Form
from tracker.linking.terms import NO_NAMES, deliverable_types, informativeness, is_party, terms_of
from tracker.model import Commitment, Letter, StatusReport
from tracker.status.weights import (
    FORM_GAIN,
    LATER_COST,
    LONGEST_TITLE,
    PARTY,
    RECURRING_GAIN,
    RECURRING_MOST,
    WEAK_TITLE,
    WORD_COST,
)

_JOINING = frozenset({"van", "voor", "over", "naar", "in", "bij", "tegen", "aan", "uit", "en"})
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_NUMBER = re.compile(r"^[\divxlcIVXLC]+\.?(?:\d+)*\.?\s+")

Statement = Commitment | StatusReport


def title(members: Sequence[Statement], letters: Mapping[str, Letter]) -> str:
    """The title of the statements of a draft; never empty, at most about LONGEST_TITLE words."""
    promises: list[Statement] = [row for row in members if isinstance(row, Commitment)]
    promises = promises or list(members)
    found = [
        (_value(words) + _recurring(words, promises) - LATER_COST * at, -at, " ".join(words))
        for at, row in enumerate(promises[:3])
        for run in _phrases(_bare(row))
        if (words := _named(run))
    ]
    value, _, phrase = max(found, default=(0.0, 0, ""))
    heading = _heading(promises[0], letters)
    if value >= WEAK_TITLE or not heading:
        return _shown(phrase or " ".join(promises[0].quote.split()[:LONGEST_TITLE]))
    return _shown(f"{phrase} ({heading})" if phrase else heading)


def _bare(row: Statement) -> str:
    due = row.deadline if isinstance(row, Commitment) else None
    return _persons().sub(r"\1", row.quote.replace(due.text, ",") if due and due.text else row.quote)


@cached(maxsize=1)
def _persons() -> re.Pattern[str]:
    """The names after "de motie", "de leden" …: who asked for something is not what it is about."""
    openers, particles = (f"(?:{'|'.join(read_table('words')[key])})" for key in ("before_names", "name_particles"))
    name = rf"(?:{particles}\s+)*[A-Z][\w-]+"
    return re.compile(rf"\b({openers})\s+{name}(?:(?:,|/|\s+en)\s*{name})*", re.UNICODE)


def _value(words: Sequence[str]) -> float:
    """What a phrase tells, minus its length; who takes part tells little."""
    weights = {
        term[0]: informativeness(term[0]) * (PARTY if is_party(term) else 1)
        for word in words
        for term in terms_of(word, NO_NAMES)
    }
    named = any(deliverable_types(term) for word in words for term in terms_of(word, NO_NAMES))
    return sum(sorted(weights.values(), reverse=True)[:3]) + FORM_GAIN * named - WORD_COST * len(words)


def _recurring(words: Sequence[str], promises: Sequence[Statement]) -> float:
    """What a phrase gains by its most telling word being that of other promises of the draft too."""
    found = {term for word in words for term in terms_of(word, NO_NAMES)}
    best = max(found, key=lambda term: (informativeness(term[0]), term), default=None)
    others = sum(any(best == term for term in terms_of(row.quote, NO_NAMES)) for row in promises[:RECURRING_MOST])
    return RECURRING_GAIN * max(0, others - 1)


def _phrases(text: str) -> Iterator[list[str]]:
    """The noun phrases of a sentence: runs of nouns with their adjectives, joined by prepositions."""
    table = read_table("clauses")
    words: list[str] = []
    pending: list[str] = []
    for token, before in _with_before(_TOKEN.findall(text)):
        low = token.lower()
        if low in _JOINING and words:
            pending = [*pending, token] if not pending else [token]
        elif low in table["determiners"] and pending:
            pending.append(token)
        elif _is_nominal(token, before) and len(words) + len(pending) < LONGEST_TITLE:
            words += [*pending, token]
            pending = []
        else:
            yield from [words] if words else []
            words, pending = [], []
            if _is_nominal(token, before):
                words = [token]
    if words:
        yield words


def _named(words: list[str]) -> list[str]:
    """A run up to its last noun: an adjective or adverb at its end names nothing, nor does what joined it."""
    endings, joints = tuple(read_table("words")["adjectival"]), _JOINING | set(read_table("clauses")["determiners"])
    while words and words[-1].islower() and (words[-1].endswith(endings) or words[-1] in joints):
        words = words[:-1]
    return words


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


def _heading(row: Statement, letters: Mapping[str, Letter]) -> str:
    letter = letters.get(row.letter)
    heading = next((part.heading for part in letter.sections if part.id == row.section), "") if letter else ""
    words = _NUMBER.sub("", heading).strip(" .…").split()
    return " ".join(words[:LONGEST_TITLE]) + (" …" if len(words) > LONGEST_TITLE else "")


def _shown(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
