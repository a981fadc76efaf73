"""What a plan, memorandum or vision is about, whatever its form is called: "beleidsplan sport", "de sportnota".

A paper that is promised as a plan and comes as a memorandum is one thing under two names: its subject stays, its form
does not. The forms, and the words that say nothing of a subject, are data (links.toml, "documents").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.language.lemmas import is_content, is_verb_form
from tracker.language.pack import cached
from tracker.language.resources import entries
from tracker.language.terms import NO_NAMES, is_party, terms_of
from tracker.status.weights import LEAST_SUBJECT, SAME_SUBJECT, SUBJECT_AWAY


def subjects_of(words: Sequence[str]) -> frozenset[str]:
    """The subjects of the papers that words in lower case name: the rest of a compound, else what stands beside it."""
    return frozenset(_subjects(words))


def same_subject(one: str, other: str) -> bool:
    """Whether two subjects are one word but for their ends ("internationale", "internationals")."""
    shared = next((at for at, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours), None)
    length = min(len(one), len(other)) if shared is None else shared
    return length >= SAME_SUBJECT * max(len(one), len(other))


def _subjects(words: Sequence[str]) -> Iterator[str]:
    links = _data("links")
    for at, word in enumerate(words):
        if not (form := _form(word)):
            continue
        first = word[: -len(form)].strip("-")
        parts = {first, *(first[: -len(link)] for link in links if first.endswith(link))}
        if first and not parts & _data("carriers"):
            yield from (part for part in parts if len(part) >= LEAST_SUBJECT)
            continue
        named = [*_before(words[:at]), *_after(words[at + 1 :])]
        yield from named[:1]


@cached(maxsize=65536)
def _form(word: str) -> str:
    """The longest form that a word ends in, "" for none."""
    return max((form for form in _data("forms") if word.endswith(form)), key=len, default="")


def _after(words: Sequence[str]) -> Iterator[str]:
    """The noun right after a form, over the words that lead to it ("over het", "voor")."""
    for word in words[:SUBJECT_AWAY]:
        if _can_be_subject(word):
            yield word
            return
        if is_content(word):
            return


def _before(words: Sequence[str]) -> Iterator[str]:
    """The adjective right before a form: "de economische visie"."""
    yield from (word for word in words[-1:] if word.endswith(tuple(_data("adjectives"))) and _can_be_subject(word))


def _can_be_subject(word: str) -> bool:
    plain = word in _data("bland") or is_verb_form(word) or len(word) < LEAST_SUBJECT or not is_content(word)
    return not plain and not any(map(is_party, terms_of((word,), NO_NAMES)))


@cached(maxsize=8)
def _data(name: str) -> frozenset[str]:
    return frozenset(entries("links", "documents").get(name, ()))
