"""Sentence → clauses: which words belong to the main clause and which to a clause or aside inside it.

Dutch puts the finite verb second in a main clause and last in a subordinate one; the cutting follows from that and from
a short list of function words. It is made for reading who does what, not for full parsing: in doubt words stay together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from tracker.language.ruleset import read_table
from tracker.language.verbs import Form, verb_forms

_TOKEN = re.compile(r"\d[\d.,]*\d|\w[\w’'´`]*(?:[-–/]\w[\w’']*)*|[^\w\s]")
_DASHES = ("–", "—", "-")


class Token(Struct, frozen=True):
    """A word or punctuation mark with its offsets in the sentence."""

    text: str
    low: str
    begin: int
    end: int


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
    """A main clause that goes on with the subject of the one before ("… en verlengen dit")."""

    @property
    def begin(self) -> int:
        """Offset of the first own word."""
        return self.tokens[0].begin

    @property
    def end(self) -> int:
        """Offset after the last own word."""
        return self.tokens[-1].end


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in read_table("clauses").items()}


def tokenize(sentence: str) -> tuple[Token, ...]:
    """The words and marks of a sentence."""
    return tuple(
        Token(m.group(), m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _TOKEN.finditer(sentence)
    )


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word can be the finite verb: not an infinitive after "te", not a noun after an article, a stem only with "ik"."""
    readings = verb_forms().get(tokens[at].low, ())
    forms = {reading.form for reading in readings}
    if not forms & {Form.SINGULAR, Form.PLURAL, Form.PAST} or tokens[at].low in _words()["never_finite"]:
        return False
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    low = tokens[at].low
    if before == "te" or (before in _words()["determiners"] and low not in _ALWAYS_VERBS):
        return False
    if _is_stem(low, forms):
        return "ik" in (before, after)
    if tokens[at].text[0].isupper() and at:
        return False
    return not (before in _words()["prepositions"] and low not in _ALWAYS_VERBS)


_ALWAYS_VERBS = frozenset(
    {
        "is",
        "zijn",
        "was",
        "waren",
        "wordt",
        "worden",
        "heeft",
        "hebben",
        "zal",
        "zullen",
        "gaat",
        "kan",
        "kunnen",
        "moet",
        "moeten",
    }
)


def _is_stem(low: str, forms: set[Form]) -> bool:
    return forms == {Form.SINGULAR} and not low.endswith("t") and low not in ("is", "zal", "kan", "mag", "wil")


class _Cutter:
    """Walks the words of one sentence once and hands out its clauses."""

    def __init__(self, tokens: tuple[Token, ...], sentence_is_question: bool) -> None:
        self.tokens = tokens
        self.question = sentence_is_question
        self.open: list[tuple[ClauseKind, str, bool, bool, list[Token]]] = []
        self.done: list[Clause] = []
        self.had_finite = False

    def cut(self) -> tuple[Clause, ...]:
        first = self.tokens[0] if self.tokens else None
        bullet = first is not None and first.low in ("dat", "of") and first.text.islower()
        self._start(ClauseKind.MAIN, first.low if bullet and first else "", verb_last=bullet)
        at = 0
        while at < len(self.tokens):
            at = self._step(at, skip_open=bullet and at == 0)
        while self.open:
            self._close()
        return tuple(sorted(self.done, key=lambda clause: clause.begin))

    def _start(self, kind: ClauseKind, opener: str = "", *, verb_last: bool = False, continues: bool = False) -> None:
        self.open.append((kind, opener, verb_last or kind is ClauseKind.SUBORDINATE, continues, []))

    def _close(self) -> None:
        kind, opener, verb_last, continues, words = self.open.pop()
        if any(word.text[0].isalnum() for word in words):
            self.done.append(Clause(kind, tuple(words), opener, verb_last, continues))

    def _put(self, token: Token) -> None:
        self.open[-1][4].append(token)

    def _step(self, at: int, *, skip_open: bool) -> int:
        token = self.tokens[at]
        if token.text == "(" and (close := self._closing(at, ")")):
            return self._aside(at, close)
        if token.text == "«" and (close := self._closing(at, "»")) and close - at > 2:
            return self._aside(at, close)
        if token.text in _DASHES and (close := self._closing(at, token.text, most=30)):
            return self._aside(at, close)
        if token.text == ";":
            self._new_main()
            return at + 1
        if self._inner() and self._ends_inner(at):
            self._close_inner()
            if token.text == ",":
                return at + 1
        if self._goes_on_verb_last(at):
            self._close_inner()
            self._new_main(verb_last=True)
        elif not skip_open and self._opens_subordinate(at):
            kind = ClauseKind.INFINITIVE if token.low in _words()["infinitive"] | _words()["infinitive_if_te"] else ClauseKind.SUBORDINATE
            if (
                self._inner()
                and kind is ClauseKind.SUBORDINATE
                and self.open[-1][0] is kind
                and self._has_finite_open()
            ):
                self._close()
            self._start(kind, token.low)
        elif self._opens_main(at):
            while self._inner():
                self._close()
            continues = is_finite(self.tokens, at + 1) if at + 1 < len(self.tokens) else False
            self._new_main(continues=continues and not self._subject_follows(at + 2))
        self._put(token)
        return at + 1

    def _new_main(self, *, continues: bool = False, verb_last: bool = False) -> None:
        while self.open:
            self._close()
        self._start(ClauseKind.MAIN, "dat" if verb_last else "", verb_last=verb_last, continues=continues)

    def _goes_on_verb_last(self, at: int) -> bool:
        """In a bullet with its verb last ("dat … groot is en … wordt"): "en" right after a verb, a finite one to come."""
        if not self.open[0][2] or self.tokens[at].low != "en" or not at or not verb_forms().get(self.tokens[at - 1].low):
            return False
        return any(is_finite(self.tokens, n) for n in range(at + 1, len(self.tokens)))

    def _inner(self) -> bool:
        return len(self.open) > 1

    def _close_inner(self) -> None:
        while self._inner():
            self._close()

    def _has_finite_open(self) -> bool:
        words = self.open[-1][4]
        return any(is_finite(words, n) for n in range(len(words)))

    def _aside(self, at: int, close: int) -> int:
        self._start(ClauseKind.ASIDE, self.tokens[at].text)
        for token in self.tokens[at + 1 : close]:
            self._put(token)
        self._close()
        return close + 1

    def _closing(self, at: int, mark: str, most: int = 400) -> int | None:
        found = next((n for n in range(at + 1, len(self.tokens)) if self.tokens[n].text == mark), None)
        return found if found is not None and found - at < most else None

    def _opens_subordinate(self, at: int) -> bool:
        words = _words()
        low = self.tokens[at].low
        before = self.tokens[at - 1] if at else None
        if low in words["infinitive"]:
            return any(token.low == "te" for token in self.tokens[at + 1 : at + 40]) and (
                before is None or before.low != "te"
            )
        if low in words["infinitive_if_te"] and self._te_comes_first(at):
            return True
        if low in words["subordinators"]:
            return not (self.question and at == 0)
        if low == "als" and before is None:
            return any(token.text == "," for token in self.tokens)
        if low in words["after_comma"] and before is not None and before.text in (",", ":"):
            return not is_finite(self.tokens, at + 1) if at + 1 < len(self.tokens) else False
        if low in words["after_word"] and before is not None and before.text[0].isalnum():
            if low == "dat" and at > 1 and self.tokens[at - 2].low.startswith("er"):
                return True
            blocked = (words["prepositions"] | words["determiners"] | words["coordinators"]) - {"zijn"}
            if low in ("die", "of") and is_finite(self.tokens, at - 1) and low == "die":
                return False
            if low == "of" and not (
                is_finite(self.tokens, at - 1) or before.low in ("wij", "we", "ik", "ook", "nog", "momenteel", "ook")
            ):
                return False
            return before.low not in blocked
        return False

    def _te_comes_first(self, at: int) -> bool:
        for n in range(at + 1, min(at + 14, len(self.tokens))):
            if self.tokens[n].low == "te":
                return True
            if is_finite(self.tokens, n) or self.tokens[n].text in (",", ";"):
                return False
        return False

    def _ends_inner(self, at: int) -> bool:
        """A clause inside ends at a comma after its verb, or where a second finite verb shows that the main clause goes on."""
        token = self.tokens[at]
        if token.text == ",":
            if at + 1 < len(self.tokens) and self.tokens[at + 1].low == "zich":
                return False
            following = at + 1 < len(self.tokens) and is_finite(self.tokens, at + 1)
            return self._inner_has_verb() and (following or not self._list_goes_on(at))
        if self._main_has_finite() or not is_finite(self.tokens, at) or not at:
            return False
        if self.open[-1][0] is ClauseKind.INFINITIVE:
            return (
                self._inner_has_verb()
                and self.tokens[at - 1].low != "te"
                and token.low in _ALWAYS_VERBS | {"we", "wij"}
            )
        if not self._inner_has_verb():
            return False
        return self._pronoun_follows(at) or (is_finite(self.tokens, at - 1) and self._finite_alone(at))

    def _pronoun_follows(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and self.tokens[at + 1].low in ("u", "we", "wij", "ik", "er")

    def _finite_alone(self, at: int) -> bool:
        """Not the second word of a verb cluster such as "kan worden" or "is opgenomen"."""
        before = verb_forms().get(self.tokens[at - 1].low, ())
        clustering = {reading.verb for reading in before} & _words()["auxiliaries"]
        return not clustering and Form.SINGULAR in {
            reading.form for reading in verb_forms().get(self.tokens[at].low, ())
        }

    def _list_goes_on(self, at: int) -> bool:
        rest = [token.low for token in self.tokens[at + 1 : at + 8]]
        return "en" in rest[1:4] and not any(
            is_finite(self.tokens, n) for n in range(at + 1, min(at + 5, len(self.tokens)))
        )

    def _inner_has_verb(self) -> bool:
        kind, _, _, _, words = self.open[-1]
        if kind is ClauseKind.INFINITIVE:
            return any(word.low == "te" or word.low.find("te") > 0 for word in words)
        last = words[-1].low if words else ""
        return any(verb_forms().get(word.low) for word in words) or (len(words) > 2 and last.endswith(("en", "t")))

    def _main_has_finite(self) -> bool:
        words = self.open[0][4]
        return any(is_finite(words, n) for n in range(len(words)))

    def _opens_main(self, at: int) -> bool:
        """A coordinating word after which a finite verb, or a pronoun with its verb, starts another main clause."""
        token = self.tokens[at]
        words = _words()
        if (
            token.low not in words["coordinators"]
            or not at
            or at + 2 >= len(self.tokens)
            or not self._main_has_finite()
        ):
            return False
        comma = self.tokens[at - 1].text == ","
        following = self.tokens[at + 1]
        if self._verb_then_pronoun(at + 2):
            return True
        if token.low in ("maar", "want", "dus") and comma and not self._inner():
            return any(is_finite(self.tokens, n) and not self._closes(n) for n in range(at + 1, min(at + 9, len(self.tokens))))
        if following.low in ("we", "wij", "ik"):
            return is_finite(self.tokens, at + 2)
        if is_finite(self.tokens, at + 1):
            return self._subject_follows(at + 2) or (not self._inner() and self._certainly_finite(at + 1))
        if following.low in (
            "ook",
            "daarna",
            "daarnaast",
            "tevens",
            "tegelijkertijd",
            "daarmee",
            "hierdoor",
        ) and at + 2 < len(self.tokens):
            return any(is_finite(self.tokens, n) for n in range(at + 2, min(at + 6, len(self.tokens))))
        return (
            comma
            and not self._inner()
            and token.low == "en"
            and any(is_finite(self.tokens, n) for n in range(at + 2, min(at + 6, len(self.tokens))))
        )

    def _verb_then_pronoun(self, start: int) -> bool:
        """Whether "gaan we", "sturen wij" … comes within a few words, with no comma before it."""
        for n in range(start, min(start + 4, len(self.tokens) - 1)):
            if self.tokens[n].text == ",":
                return False
            if self.tokens[n + 1].low in ("we", "wij", "ik") and is_finite(self.tokens, n):
                return True
        return False

    def _closes(self, at: int) -> bool:
        """Whether a plural form is the last word: then it is an infinitive."""
        forms = {reading.form for reading in verb_forms().get(self.tokens[at].low, ())}
        return Form.PLURAL in forms and not any(token.text[0].isalnum() for token in self.tokens[at + 1 :])

    def _subject_follows(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].low in (
            "we",
            "wij",
            "ik",
            "er",
            "de",
            "het",
            "een",
            "zij",
            "ze",
        )

    def _certainly_finite(self, at: int) -> bool:
        forms = {reading.form for reading in verb_forms().get(self.tokens[at].low, ())}
        return Form.PARTICIPLE not in forms and (Form.PLURAL not in forms or self._plural_main())

    def _plural_main(self) -> bool:
        return any(word.low in ("we", "wij") for word in self.open[0][4]) and not any(
            word.low in ("zullen", "gaan", "willen", "kunnen", "moeten", "te") for word in self.open[0][4]
        )


def cut_clauses(sentence: str) -> tuple[Clause, ...]:
    """The clauses of one sentence in the order of their first word; every word of the sentence is in exactly one.

    The coordinating word stays with the clause that it opens; marks that only separate clauses may be left out.
    """
    return _Cutter(tokenize(sentence), sentence.rstrip().endswith("?")).cut()
