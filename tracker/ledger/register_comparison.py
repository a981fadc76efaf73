"""Parliament's register set against the letters, promise by promise: where one says that it was met and the other not.

Only what the letters surely say disagrees: in a plain turn of the newest letter, or by silence where they could have
told and tell of nothing that it may be. What they say otherwise is unsure; what the register says in unknown words, or
of two promises, is compared with nothing.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from itertools import chain

from msgspec import Struct

from tracker.extraction.distinct_things import editions_in
from tracker.extraction.thing_words import thing_words
from tracker.ledger.later_mentions import LaterWords, NamedPromise
from tracker.ledger.letters_verdict import LettersWord, PromiseWord, letters_say
from tracker.ledger.met_together import met_together
from tracker.ledger.number_words import NumberWords
from tracker.ledger.plain_statement import rests_plainly
from tracker.ledger.queries import Index
from tracker.model import Letter, MatchGround, RegisterMatch, Status, StepKind, Thread
from tracker.sources.papers import id_by_code, id_of, printed_id
from tracker.sources.register import Register, Registered


class Verdict(StrEnum):
    """What comes of setting a promise of the register against the letters."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNSURE = "unsure"


class ComparedPromise(Struct, frozen=True):
    """That, and what the letters say."""

    verdict: Verdict
    letters: LettersWord
    silent: int = 0
    """So many letters could have told of it and have nothing of it; 0 where not their silence is compared. """


class RegisterComparison:
    """The register of a day set against letters."""

    def __init__(self, index: Index, register: Register) -> None:
        self._index, self._day = index, register.retrieved
        known: tuple[Registered | RegisterMatch, ...] = (*register.promises, *index.ledger.registered)
        self._words = NumberWords(index, {row.number for row in known})
        self._together, self._later = met_together(index), LaterWords(index)
        letters = index.ledger.letters
        self._here = {
            id_ for one in letters for id_ in (id_by_code(one.id), printed_id(one.dossier, one.number)) if id_
        }
        """The ids that the letters are known by."""
        self._ministry = {row.number: row.ministry for row in register.promises}
        self._made = {row.number: row.made for row in register.promises}
        self._as_of = {row.number: row.as_of for row in register.promises}
        self._closed = {row.number for row in register.promises if row.closed}
        self._half_read = register.half_read
        self._texts = {row.number: row.text for row in register.standing}
        self._after: dict[str, set[str]] = defaultdict(set)
        """The numbers of what changes or repeats a promise, by the number of that."""
        for row in known:
            for number in (*row.changes, *row.repeats):
                self._after[number].add(row.number)

    def of(self, row: RegisterMatch) -> ComparedPromise:
        """A promise of the register set against the thread that it is."""
        return self._plainly(row, row.thread, self._of_thread(row))

    def _plainly(self, row: RegisterMatch | Registered, id_: str | None, found: ComparedPromise) -> ComparedPromise:
        """What was found where that rests on a ruling, a plain turn or on silence, else that nobody can surely tell.

        What a letter calls settled the register may call lapsed or withdrawn.
        """
        thread, letters = self._index.threads[id_] if id_ else None, found.letters
        if found.verdict is Verdict.UNSURE or row.unclear or (thread is not None and thread.decided_by):
            return found
        if found.verdict is Verdict.DISAGREES and (row.number in self._closed or self._is_met_elsewhere(row)):
            agrees = row.met and not letters.places
            said = letters if agrees else LettersWord(PromiseWord.UNSURE, letters.places)
            return ComparedPromise(Verdict.AGREES if agrees else Verdict.UNSURE, said)
        if found.verdict is Verdict.DISAGREES and row.met and row.number in self._half_read and letters.places:
            return ComparedPromise(Verdict.UNSURE, LettersWord(PromiseWord.UNSURE, letters.places))
        if found.verdict is Verdict.DISAGREES and thread is not None and self._has_number_of_other(row, thread):
            return ComparedPromise(Verdict.UNSURE, LettersWord(PromiseWord.UNSURE, letters.places))
        ministry = self._ministry.get(row.number, "")
        promise = NamedPromise(row.number, row.text, thread, self._words.of(row.number), ministry)
        if letters.said is PromiseWord.NOT_MET and not letters.places and thread is not None:
            return self._of_silence(promise, thread, found)
        if found.verdict is Verdict.AGREES and not letters.places:
            return found
        disagrees = found.verdict is Verdict.DISAGREES
        plain = rests_plainly(self._index, promise, letters)
        if plain and not (disagrees and self._may_be_denied(promise, letters)):
            return found
        spoken = self._later.after(promise, self._telling(letters, thread)) if disagrees else ()
        return ComparedPromise(Verdict.UNSURE, LettersWord(PromiseWord.UNSURE, letters.places, spoken))

    def _is_met_elsewhere(self, row: RegisterMatch | Registered) -> bool:
        """Whether the register says by which papers a promise was met, and none of them is known among the letters.

        Then these need not tell of it, and what they say may be of before.
        """
        return row.met and bool(row.by) and self._here.isdisjoint(map(id_of, row.by))

    def _has_number_of_other(self, row: RegisterMatch | Registered, thread: Thread) -> bool:
        """Whether a thread shares no word with a promise but its number, and has all words of another in the register.

        Somebody may have mixed the two numbers up.
        """
        title, thing = thing_words(thread.title), thing_words(row.text)
        ruled = isinstance(row, RegisterMatch) and row.ground is MatchGround.RULED
        if ruled or not thing.each or not title.all.isdisjoint(thing.all):
            return False
        others = (thing_words(text) for number, text in self._texts.items() if number != row.number)
        return any(other.each and other.are_in(title) for other in others)

    def _of_silence(self, promise: NamedPromise, thread: Thread, found: ComparedPromise) -> ComparedPromise:
        """What was found where letters that could tell of a promise are silent; where they could not, they agree.

        Where no verdict calls it forgotten, what later letters tell of may be the thing under another name. So may they
        where not all that the register tells of it was understood.
        """
        if found.verdict is Verdict.AGREES:
            return found
        if spoken := self._later.besides(promise):
            return ComparedPromise(Verdict.UNSURE, LettersWord(PromiseWord.UNSURE, (), spoken))
        if not self._later.could_tell(thread, self._made.get(promise.number)):
            return ComparedPromise(Verdict.AGREES, found.letters)
        count = self._later.count_after(thread)
        other = () if thread.status is Status.LAPSED else self._later.of_no_promise(thread)
        if not other and promise.number not in self._half_read:
            return ComparedPromise(found.verdict, found.letters, count)
        return ComparedPromise(Verdict.UNSURE, LettersWord(PromiseWord.UNSURE, (), other), count)

    def _may_be_denied(self, promise: NamedPromise, letters: LettersWord) -> bool:
        """Whether a letter came after the one that says so, whatever it says, or that one may say otherwise itself."""
        telling, thread = self._telling(letters, promise.thread), promise.thread
        own = {place.passage for place in letters.places}
        if not own and thread is not None:
            rows = (self._index.statements[step.ref] for step in thread.members if step.ref)
            own = {row.passage for row in rows if row.letter == telling.id}
        return self._later.is_followed(telling) or self._later.says_more(promise, telling, own)

    def _telling(self, letters: LettersWord, thread: Thread | None) -> Letter:
        """The newest letter that says so."""
        of = {place.letter for place in letters.places}
        if not of and thread is not None:
            of = {step.letter for step in thread.members if step.step is StepKind.DELIVERED}
        return self._index.letters[max(of, key=self._index.place.__getitem__)]

    def _of_thread(self, row: RegisterMatch) -> ComparedPromise:
        """What comes of a promise and the thread that it is, however the letters say so.

        What the letters say was met in part, and what they say was met with others and not which, denies nothing; nor
        is what they say was met under the number of what changes or repeats it, denied.
        """
        found = self._compared(row, row.thread)
        if found.letters.said is PromiseWord.MET and self._is_of_other_edition(row):
            return ComparedPromise(Verdict.UNSURE, LettersWord(PromiseWord.UNSURE, found.letters.places))
        if self._index.threads[row.thread].partly:
            return ComparedPromise(Verdict.AGREES, found.letters)
        if not row.met or found.verdict is not Verdict.DISAGREES:
            return found
        after = {letters_say(self._index, None, self._words.of(number)).said for number in self._after[row.number]}
        if PromiseWord.MET in after:
            return ComparedPromise(Verdict.AGREES, found.letters)
        doubted = row.thread in self._together or PromiseWord.UNSURE in after
        return ComparedPromise(Verdict.UNSURE, found.letters) if doubted else found

    def _is_of_other_edition(self, row: RegisterMatch) -> bool:
        """Whether all that a thread is met by is of other years than the promise: the next one of a yearly report."""
        thread = self._index.threads[row.thread]
        met = [step for step in thread.members if step.step is StepKind.DELIVERED and step.ref]
        rows = [self._index.statements[step.ref] for step in met if step.ref]
        first = {one.letter for one in rows}
        said = [one.quote for one in self._index.quotes_of(thread) if one.letter not in first]
        promised = set(chain.from_iterable(map(editions_in, (row.text, *said))))
        of = [editions_in(one.quote) for one in rows]
        return bool(promised and of) and all(years and promised.isdisjoint(years) for years in of)

    def of_number(self, row: Registered) -> ComparedPromise:
        """A promise that no thread surely is, set against what letters say by its number."""
        return self._plainly(row, None, self._compared(row, None))

    def _compared(self, row: RegisterMatch | Registered, id_: str | None) -> ComparedPromise:
        """The register set against the letters of today, and against those up to its day: one that agrees is enough."""
        mentions = self._words.of(row.number)
        thread = self._index.threads[id_] if id_ else None
        now = letters_say(self._index, thread, mentions)
        said = {now.said, letters_say(self._index, thread, mentions, self._as_of.get(row.number) or self._day).said}
        twins = {(one.met, one.unclear) for one in row.twins}
        agrees = row.unclear or not twins <= {(row.met, False)} or not said.isdisjoint(_AGREEING[row.met])
        if agrees:
            return ComparedPromise(Verdict.AGREES, now)
        return ComparedPromise(Verdict.UNSURE if PromiseWord.UNSURE in said else Verdict.DISAGREES, now)


_AGREEING = {True: {PromiseWord.MET, PromiseWord.NOTHING}, False: {PromiseWord.NOT_MET, PromiseWord.NOTHING}}
"""What says nothing against the register, by whether that says that a promise was met."""
