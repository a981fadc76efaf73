"""What a language must offer to be read, the languages that there are, and the one that is read now.

A pack is a folder here, called by its code: data files (TABLES) beside a module `pack` whose `PACK` knows the grammar.
A pack that lacks a file or a list in one has none of its words. One language is read at a time in a process: that which
the letters.toml of the collection names, Dutch where it names none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar, cast

from tracker.language.syntax import Clause, SubjectType, VerbForm, VerbGroup
from tracker.text.tokens import Token

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

TABLES = {
    "abbreviations": "after which words with a full stop a sentence goes on",
    "calendar": "named moments of the year, with their dates",
    "citations": "how papers are cited, and where they are published",
    "clauses": "function words by their part in the sentence, and the tenses of verb groups",
    "commitments": "rules: which clauses promise",
    "details": "amounts, references, conditions and hedges",
    "document_date": "words that tell what is past and what is to come in a letter without a date",
    "headings": "headings that name a place in a letter instead of a subject",
    "kinds": "rules: what kind of act is promised",
    "letters": "words and shapes of a letter's layout, masthead and end",
    "links": "words that point back, and that name a form or a partner",
    "readings": "who acts, who is told, what it is about",
    "register": "how a sentence names a promise by its number in parliament's register",
    "reports": "rules: which clauses report an outcome",
    "time": "time expressions",
    "titles": "how a promise is named: acts, and words before a noun",
    "verbs": "verbs with what they do and how they are inflected",
    "verdicts": "words that explain, postpone and change",
    "words": "function words, words of every letter, and the parts of compounds",
}
"""The data files of a pack, each with what it holds; all may be left out."""


class LanguagePack(Protocol):
    """Everything that a language must offer; what is not here is data in its TABLES."""

    @property
    def code(self) -> str:
        """The language's code of ISO 639-1."""

    @property
    def folder(self) -> Traversable:
        """Where its data files stand."""

    @property
    def weights(self) -> Traversable | None:
        """Where the weights of its learned readers stand; None: it is read by its rules alone."""

    def segment(self, text: str) -> Iterable[str]:
        """The sentences of a text in order, as they stand in it; abbreviations of the data may join them again."""

    def cut_clauses(self, tokens: Sequence[Token]) -> tuple[Clause, ...]:
        """The clauses of the tokens of one sentence in the order of their first word; no word is in two."""

    def read_verbs(self, clause: Clause) -> VerbGroup:
        """The verb group of a clause."""

    def verb_forms(self) -> Mapping[str, tuple[VerbForm, ...]]:
        """Every word known as a verb form, in lower case, with what it can be."""

    def is_finite(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the word at a place of a clause can be its finite verb."""

    def find_subject(self, clause: Clause, finite: int | None) -> str:
        """The words of a clause's subject in lower case, "" where none is found; `finite`: the place of its verb."""

    def subject_type(self, subject: str) -> SubjectType:
        """Who or what a subject is."""

    def look_up(self, word: str) -> str:
        """The dictionary form of a word in lower case; a guess, or the word itself, where it is unknown."""

    def knows(self, word: str) -> bool:
        """Whether the dictionary holds a word in lower case, so that its form is no guess."""

    def frequency(self, word: str) -> float:
        """The share of a word in lower case in running text; 0 where it is unknown."""


def packs_in(folder: Path, package: str) -> dict[str, str]:
    """The languages of a package: the name of each folder that holds a module `pack` → that module."""
    return {path.parent.name: f"{package}.{path.parent.name}.pack" for path in sorted(folder.glob("*/pack.py"))}


PACKS = packs_in(Path(__file__).parent, __name__.rpartition(".")[0])
"""The languages that can be read: code → module whose PACK is a LanguagePack."""

DEFAULT = "nl"

_chosen = DEFAULT
_caches: list[Callable[[], None]] = []


class Cached(Protocol[P, R_co]):
    """A function that remembers what it gave."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R_co:
        """What the function gives."""

    def cache_clear(self) -> None:
        """Forget it."""


def cached(maxsize: int | None) -> Callable[[Callable[P, R]], Cached[P, R]]:
    """`lru_cache` for what depends on the language: it is emptied when another one is chosen."""

    def keep(function: Callable[P, R]) -> Cached[P, R]:
        known = lru_cache(maxsize=maxsize)(function)
        _caches.append(known.cache_clear)
        return cast(Cached[P, R], known)

    return keep


@cached(maxsize=1)
def current() -> LanguagePack:
    """The pack of the language that is read now."""
    return cast(LanguagePack, import_module(PACKS[_chosen]).PACK)


def use(code: str) -> None:
    """Read this language from now on.

    Raises KeyError: no pack has this code.
    """
    global _chosen  # noqa: PLW0603 - one language a process, as one locale
    PACKS[code]
    if code != _chosen:
        _chosen = code
        for empty in _caches:
            empty()


@contextmanager
def using(code: str) -> Iterator[None]:
    """Read this language within a block."""
    before = _chosen
    use(code)
    try:
        yield
    finally:
        use(before)
