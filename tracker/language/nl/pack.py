"""The Dutch language pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from tracker.language.nl import dictionary, finite, inflection, subject, verb_group
from tracker.language.nl.clauses import cut_clauses
from tracker.language.syntax import Clause, SubjectType, VerbForm, VerbGroup
from tracker.text.tokens import Token


class Dutch:
    """What LanguagePack asks, answered by the modules of this folder."""

    code = "nl"
    folder: Traversable = files(__package__ or "tracker.language.nl")
    weights: Traversable | None = folder.joinpath("weights")

    def segment(self, text: str) -> Iterable[str]:
        """The sentences of a text."""
        from sentencex import segment  # type: ignore[import-untyped,unused-ignore]

        pieces: Iterable[str] = segment(self.code, text)
        return pieces

    def cut_clauses(self, tokens: Sequence[Token]) -> tuple[Clause, ...]:
        """The clauses of the tokens of one sentence."""
        return cut_clauses(tokens)

    def read_verbs(self, clause: Clause) -> VerbGroup:
        """The verb group of a clause."""
        return verb_group.read_verbs(clause)

    def verb_forms(self) -> Mapping[str, tuple[VerbForm, ...]]:
        """Every word known as a verb form."""
        return inflection.verb_forms()

    def is_finite(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word can be the finite verb of its clause."""
        return finite.is_finite(tokens, at)

    def find_subject(self, clause: Clause, finite: int | None) -> str:
        """The words of a clause's subject."""
        return subject.find_subject(clause, finite)

    def subject_type(self, words: str) -> SubjectType:
        """Who or what a subject is."""
        return subject.subject_type(words)

    def look_up(self, word: str) -> str:
        """The dictionary form of a word."""
        return dictionary.lemmatize(word)

    def knows(self, word: str) -> bool:
        """Whether the dictionary holds a word."""
        return dictionary.is_known(word)

    def frequency(self, word: str) -> float:
        """The share of a word in running text."""
        return dictionary.frequency(word)


PACK = Dutch()
