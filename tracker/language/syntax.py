"""What a language's grammar tells of a sentence: clauses, verb forms, verb groups and kinds of subject."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from tracker.text.tokens import Token


class ClauseKind(StrEnum):
    """Main clauses speak for the letter; subordinate ones and asides (in brackets, between dashes) belong to one."""

    MAIN = "main"
    SUBORDINATE = "subordinate"
    INFINITIVE = "infinitive"
    ASIDE = "aside"


class Clause(Struct, frozen=True):
    """A clause: its own words, in order (a clause inside it is not part of them), and the word that opens it."""

    kind: ClauseKind
    tokens: tuple[Token, ...]
    opener: str = ""
    verb_last: bool = False
    continues: bool = False
    """A main clause that goes on with the subject of the one before ("… and prolong it")."""

    @property
    def begin(self) -> int:
        """Offset of the first own word."""
        return self.tokens[0].begin

    @property
    def end(self) -> int:
        """Offset after the last own word."""
        return self.tokens[-1].end


class Form(StrEnum):
    """The form of a verb; PLURAL is also the infinitive where a language has one word for both."""

    SINGULAR = "singular"
    PLURAL = "plural"
    PAST = "past"
    PARTICIPLE = "participle"
    TO_INFINITIVE = "to-infinitive"


class VerbForm(Struct, frozen=True):
    """One reading of a word: the infinitive, its form, and the prefix that must stand elsewhere in the clause."""

    verb: str
    form: Form
    split: str = ""


class Tense(StrEnum):
    """How a clause places its act in time. PASSIVE is the present passive; NONE a clause without finite verb."""

    PRESENT = "present"
    PASSIVE = "passive"
    FUTURE = "future"
    GOING = "going"
    MUST = "must"
    CAN = "can"
    WANT = "want"
    STATE = "state"
    PERFECT = "perfect"
    PAST = "past"
    CONDITIONAL = "conditional"
    NONE = "none"


class VerbGroup(Struct, frozen=True):
    """The verbs of a clause: the finite one's place and infinitive, the tense, and the verbs that say what is done."""

    finite: int | None
    lemma: str
    tense: Tense
    lexical: tuple[str, ...]
    done: bool = False
    """Whether it has no finite verb but a participle: what a row says was done, or is to be."""


class SubjectType(StrEnum):
    """Who or what a clause is about."""

    GOVERNMENT = "government"
    ADDRESSEE = "addressee"
    PARTNER = "partner"
    PRODUCT = "product"
    GENERAL = "general"
    PRONOUN = "pronoun"
    OTHER = "other"
