"""Sentence → clauses: which words belong to the main clause and which to a clause or aside inside it.

Dutch puts the finite verb second in a main clause and last in a subordinate one; the cutting follows from that and from
a short list of function words. Made for reading who does what, not for full parsing: in doubt words stay together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.language.lexicon import function_words, function_words_of
from tracker.language.nl import clause_boundaries as boundaries
from tracker.language.nl.finite import is_finite
from tracker.language.nl.inflection import verb_forms
from tracker.language.nl.joined_clauses import joins_main, names_thing
from tracker.language.nl.number_turns import number_places, turns_to_number
from tracker.language.syntax import Clause, ClauseKind
from tracker.text.tokens import Token

_REACH = 60
"""Words in which the verb of a clause comes that another interrupts: far more than a reader would wait for."""


@dataclass
class _Open:
    """A clause that is still taking words."""

    kind: ClauseKind
    opener: str = ""
    verb_last: bool = False
    continues: bool = False
    tokens: list[Token] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    """The places of the words looked at so far that can be verb forms at all: it is asked again as it grows."""
    looked_at: int = 0

    def has_finite(self) -> bool:
        new = range(self.looked_at, len(self.tokens))
        self.verbs += [n for n in new if self.tokens[n].low in verb_forms()]
        self.looked_at = len(self.tokens)
        return any(is_finite(self.tokens, n) for n in self.verbs)

    def has_verb(self) -> bool:
        """Whether the verb that the clause ends in has come; an unknown word in "-en" or "-t" before a comma counts."""
        if self.kind is ClauseKind.INFINITIVE:
            return any(token.low == "te" for token in self.tokens)
        last = self.tokens[-1].low if self.tokens else ""
        known = any(verb_forms().get(token.low) for token in self.tokens)
        return known or (len(self.tokens) > 2 and last.endswith(("en", "t")))


class ClauseSegmenter:
    """Walks the words of one sentence once and hands out its clauses."""

    def __init__(self, tokens: tuple[Token, ...], *, question: bool) -> None:
        self.tokens = tokens
        self.numbers = number_places(tokens)
        self.question = question
        self.open: list[_Open] = []
        self.done: list[Clause] = []

    def cut(self) -> tuple[Clause, ...]:
        """The clauses in the order of their first words."""
        first = self.tokens[0] if self.tokens else None
        bullet = first is not None and first.low in ("dat", "of") and first.text.islower()
        self.open.append(_Open(ClauseKind.MAIN, first.low if bullet and first else "", verb_last=bullet))
        at = 0
        if bullet:
            at = self._put(0)
        while at < len(self.tokens):
            at = self._step(at)
        self._close_all()
        return tuple(sorted(self.done, key=lambda clause: clause.begin))

    @property
    def main(self) -> _Open:
        """The main clause that is open."""
        return self.open[0]

    def _step(self, at: int) -> int:
        if (close := boundaries.closing_mark(self.tokens, at)) is not None:
            return self._aside(at, close)
        if self.tokens[at].text == ";":
            self._begin_main()
            return at + 1
        if len(self.open) > 1 and self._ends_inner(at):
            self._close_inner(at)
            if self.tokens[at].text == ",":
                return at + 1
        if self._goes_on_verb_last(at):
            self._begin_main(verb_last=True)
        elif boundaries.opens_infinitive(self.tokens, at):
            self.open.append(_Open(ClauseKind.INFINITIVE, self.tokens[at].low))
        elif boundaries.opens_subordinate(self.tokens, at, question=self.question):
            self._begin_subordinate(at)
        elif at and (self._stands_beside(at) or self._turns_to_number(at) or self._tells_done(at)):
            self._begin_main()
        elif at and (self._opens_main(at) or self._joins_main(at)):
            self._begin_main(continues=self._has_no_subject(at))
        return self._put(at)

    def _put(self, at: int) -> int:
        self.open[-1].tokens.append(self.tokens[at])
        return at + 1

    def _aside(self, at: int, close: int) -> int:
        self.open.append(_Open(ClauseKind.ASIDE, self.tokens[at].text, tokens=list(self.tokens[at + 1 : close])))
        self._close()
        return close + 1

    def _begin_subordinate(self, at: int) -> None:
        if self.open[-1].kind is ClauseKind.SUBORDINATE and self.open[-1].has_finite():
            self._close()
        self.open.append(_Open(ClauseKind.SUBORDINATE, self.tokens[at].low, verb_last=True))

    def _begin_main(self, *, continues: bool = False, verb_last: bool = False) -> None:
        self._close_all()
        self.open.append(_Open(ClauseKind.MAIN, "dat" if verb_last else "", verb_last, continues))

    def _opens_main(self, at: int) -> bool:
        if self.tokens[at].low not in function_words_of("coordinators", "sequels") or not self.main.has_finite():
            return False
        lows = {token.low for token in self.main.tokens}
        modal = lows.isdisjoint(function_words()["takes_infinitive"])
        plural = modal and not lows.isdisjoint(("we", "wij"))
        return boundaries.opens_main(self.tokens, at, inside=len(self.open) > 1, plural=plural, modal=modal)

    def _has_no_subject(self, at: int) -> bool:
        """Whether after the link here the verb comes at once, and no subject after it."""
        links = function_words()["coordinators"] | function_words()["sequels"]
        verb = self.tokens[at].low in links and boundaries.finite_at(self.tokens, at + 1)
        return verb and not boundaries.subject_follows(self.tokens, at + 2) and not names_thing(self.tokens, at + 1)

    def _joins_main(self, at: int) -> bool:
        """Whether another main clause begins here, of a verb that can be nothing else."""
        apart = len(self.open) == 1 and not self.main.verb_last and self.main.has_finite()
        return apart and joins_main(self.tokens, at, self.main.tokens)

    def _stands_beside(self, at: int) -> bool:
        """Whether another main clause of the same order begins after a comma: "in mei start de bouw, in juni volgt"."""
        openers = function_words_of("prepositions", "time_openers")
        if len(self.open) > 1 or self.tokens[at - 1].text != "," or not self.main.has_finite():
            return False
        alike = {self.main.tokens[0].low, self.tokens[at].low} <= openers
        return alike and boundaries.inverts_within(self.tokens, at, self.main.tokens[0])

    def _tells_done(self, at: int) -> bool:
        """Whether a row of motions tells what was done with one after what it asks: "verzoekt …, plan verzonden"."""
        if self.tokens[at - 1].text != "," or not boundaries.states_done(self.tokens, at):
            return False
        low = {token.low for token in self.main.tokens}
        asks = not low.isdisjoint(function_words()["asking_verbs"])
        return asks and low.isdisjoint(function_words_of("certain_verbs", "speakers"))

    def _turns_to_number(self, at: int) -> bool:
        """Whether another main clause begins here because it is of the next of several numbers."""
        return turns_to_number(self.tokens, at, self.numbers) and self.open[-1].has_finite()

    def _goes_on_verb_last(self, at: int) -> bool:
        """In a bullet with its verb last ("dat … groot is en … wordt"): "en" after a verb, another to come."""
        if not self.main.verb_last or self.tokens[at].low != "en" or not boundaries.forms_at(self.tokens, at - 1):
            return False
        return any(is_finite(self.tokens, n) for n in range(at + 1, len(self.tokens)))

    def _ends_inner(self, at: int) -> bool:
        """Ends at a comma after its verb, or where a second finite verb shows that the main clause goes on."""
        inner, comma = self.open[-1], self.tokens[at].text == ","
        if not (comma or (at and is_finite(self.tokens, at))) or not inner.has_verb():
            return False
        if comma:
            following = boundaries.low_at(self.tokens, at + 1)
            relates = following in function_words()["relative"] or following.startswith("waar")
            said_of_it = inner.kind is ClauseKind.SUBORDINATE and relates
            if following == "zich" or (said_of_it and not inner.has_finite()):
                return False
            return boundaries.finite_at(self.tokens, at + 1) or not boundaries.list_goes_on(self.tokens, at)
        if self.main.has_finite():
            return False
        if inner.opener == "zoals" and boundaries.resumes_main(self.tokens, at):
            return True
        pronoun = boundaries.subject_pronoun_follows(self.tokens, at)
        if inner.kind is ClauseKind.INFINITIVE:
            certain = self.tokens[at].low in function_words()["certain_verbs"] or boundaries.only_finite(
                self.tokens, at
            )
            return self.tokens[at - 1].low != "te" and (pronoun or certain)
        if inner.tokens[0] is self.tokens[0] and boundaries.inverts(self.tokens, at):
            return True
        return pronoun or (is_finite(self.tokens, at - 1) and boundaries.stands_alone(self.tokens, at))

    def _close(self) -> None:
        last = self.open.pop()
        if any(token.text[0].isalnum() for token in last.tokens):
            self.done.append(Clause(last.kind, tuple(last.tokens), last.opener, last.verb_last, last.continues))

    def _close_inner(self, at: int) -> None:
        self._close()
        while len(self.open) > 1 and not self._is_interrupted(at):
            self._close()

    def _is_interrupted(self, at: int) -> bool:
        """Whether the clause around the one that ends here has its verb to come: "zodra het plan, dat er is, komt"."""
        outer, rest = self.open[-1], range(at + 1, min(at + _REACH, len(self.tokens)))
        if self.tokens[at].text != "," or outer.kind is not ClauseKind.SUBORDINATE or outer.has_finite():
            return False
        turns = any(self.tokens[n].text == "," and boundaries.finite_at(self.tokens, n + 1) for n in rest)
        return turns or (self.main.has_finite() and any(is_finite(self.tokens, n) for n in rest))

    def _close_all(self) -> None:
        while self.open:
            self._close()


def cut_clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The clauses of a sentence, by its tokens, in the order of their first word; every word is in exactly one.

    The coordinating word stays with the clause that it opens; marks that only separate clauses may be left out.
    """
    return ClauseSegmenter(tuple(tokens), question=bool(tokens) and tokens[-1].text == "?").cut()
