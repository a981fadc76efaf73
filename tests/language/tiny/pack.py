"""A language made up for a test: a sentence is one clause, its verb ends in -as, -is or -os as its tense asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from tracker.language.syntax import Clause, ClauseKind, Form, SubjectType, Tense, VerbForm, VerbGroup
from tracker.text.tokens import Token

VERBS = ("sendi", "prepari")
ENDS = {"as": Tense.PRESENT, "is": Tense.PERFECT, "os": Tense.FUTURE}


class Tiny:
    """What LanguagePack asks, in as few words as it takes."""

    code = "xx"
    folder: Traversable = Path(__file__).parent
    weights = None

    def segment(self, text: str) -> Iterable[str]:
        return re.findall(r"[^.]+\.?", text)

    def cut_clauses(self, tokens: Sequence[Token]) -> tuple[Clause, ...]:
        return (Clause(ClauseKind.MAIN, tuple(tokens)),)

    def read_verbs(self, clause: Clause) -> VerbGroup:
        at = next((at for at in range(len(clause.tokens)) if self.is_finite(clause.tokens, at)), None)
        if at is None:
            return VerbGroup(None, "", Tense.NONE, ())
        word = clause.tokens[at].low
        verb = self.look_up(word)
        return VerbGroup(at, verb, ENDS[word[-2:]], (verb,))

    def verb_forms(self) -> Mapping[str, tuple[VerbForm, ...]]:
        return {verb[:-1] + end: (VerbForm(verb, Form.SINGULAR),) for verb in VERBS for end in ENDS}

    def is_finite(self, tokens: Sequence[Token], at: int) -> bool:
        return tokens[at].low in self.verb_forms()

    def find_subject(self, clause: Clause, finite: int | None) -> str:
        return " ".join(token.low for token in clause.tokens[:finite])

    def subject_type(self, subject: str) -> SubjectType:
        return SubjectType.GOVERNMENT if subject == "ni" else SubjectType.OTHER

    def look_up(self, word: str) -> str:
        return f"{word[:-2]}i" if word in self.verb_forms() else word

    def knows(self, word: str) -> bool:
        return word in VERBS

    def frequency(self, word: str) -> float:
        return 0.0


PACK = Tiny()
