"""What the letters say of a registered promise by now: that it is met, that it is not, or nothing sure.

The newest letter that says something of it counts. What only names it, or says what nobody can surely tell, leaves it
unsure, but for what names it after it was met.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from tracker.extraction.number_word import NumberWord, both, is_unsure, may_settle
from tracker.extraction.word_stems import plain_words
from tracker.ledger.number_words import Mention
from tracker.ledger.queries import Index
from tracker.model import Commitment, Outcome, Statement, Status, StatusReport, StepKind, Thread


class PromiseWord(StrEnum):
    """What the letters say of a promise by its number and by the thread that it is."""

    NOTHING = "nothing"
    MET = "met"
    NOT_MET = "not met"
    UNSURE = "unsure"


class LettersWord(Struct, frozen=True):
    """That, and the places in the letter that says so, where it does by the number."""

    said: PromiseWord
    places: tuple[Mention, ...] = ()
    spoken: tuple[Mention, ...] = ()
    """Other places that may speak of it, of letters that are then not silent, or had not the last word."""


_Step = tuple[Statement, StepKind]
_UNMET = frozenset({Outcome.IN_PROGRESS, Outcome.DELAYED, Outcome.EXTENDED, Outcome.CANCELLED, Outcome.DECLINED})
"""What says of a promise that it is not met by then."""
_SAID = {
    NumberWord.SETTLED: PromiseWord.MET,
    NumberWord.OPEN: PromiseWord.NOT_MET,
    NumberWord.UNSURE: PromiseWord.UNSURE,
}


def letters_say(
    index: Index, thread: Thread | None, mentions: Iterable[Mention], until: dt.date | None = None
) -> LettersWord:
    """What the letters up to a day say of a promise that is a thread, or of one that none is.

    What an analyst decided on the thread is what they say.
    """
    if thread is not None and thread.decided_by:
        return _of_status(thread)
    said: dict[str, list[tuple[NumberWord | None, Mention | None]]] = defaultdict(list)
    for word, id_, mention in (*_by_thread(index, thread, mentions), *_by_number(index, thread, mentions)):
        said[id_].append((word, mention))
    now = LettersWord(PromiseWord.NOTHING)
    for day, letters in groupby(index.ledger.letters, key=lambda letter: letter.anchor):
        told = [row for letter in letters for row in said.get(letter.id, ())]
        if told and not (until and day and day > until):
            now = _after(now, told)
    if now.said is not PromiseWord.NOTHING or thread is None:
        return now
    return _of_status(thread) if until is None else _of_status_then(index, thread, until)


def _of_status(thread: Thread) -> LettersWord:
    """What the verdict on a thread says."""
    return LettersWord(PromiseWord.MET if thread.status is Status.DELIVERED else PromiseWord.NOT_MET)


def _of_status_then(index: Index, thread: Thread, until: dt.date) -> LettersWord:
    """What it says of the letters up to a day: what only a later one meets was not met, what none has is nothing."""
    days = {step.letter: index.letters[step.letter].anchor for step in thread.members}
    then = {letter for letter, day in days.items() if day is None or day <= until}
    if thread.status is not Status.DELIVERED or not then:
        return _of_status(thread) if then else LettersWord(PromiseWord.NOTHING)
    met = any(step.step is StepKind.DELIVERED and step.letter in then for step in thread.members)
    return LettersWord(PromiseWord.MET if met else PromiseWord.NOT_MET)


def _after(before: LettersWord, said: list[tuple[NumberWord | None, Mention | None]]) -> LettersWord:
    """What holds after the letters of a day that say so; they promise where they say None."""
    places = tuple(mention for _, mention in said if mention)
    word = both({word for word, _ in said if word})
    if word in _SAID:
        return LettersWord(_SAID[word], places)
    if before.said is PromiseWord.MET:
        again = any(one is None for one, _ in said)
        return LettersWord(PromiseWord.UNSURE, places) if again else before
    only_promised = all(one is None for one, _ in said)
    return LettersWord(PromiseWord.NOT_MET) if only_promised else LettersWord(PromiseWord.UNSURE, places)


def _by_thread(
    index: Index, thread: Thread | None, mentions: Iterable[Mention]
) -> Iterator[tuple[NumberWord, str, None]]:
    """The letters that meet a thread that is met, but for sentences that name the number."""
    if thread is None or thread.status is not Status.DELIVERED:
        return
    places = list(mentions)
    for step in thread.members:
        row = index.statements.get(step.ref or "")
        named = row is not None and any(_is_in(row, place) for place in places if place.letter == step.letter)
        if step.step is StepKind.DELIVERED and not named:
            yield NumberWord.SETTLED, step.letter, None


def _by_number(
    index: Index, thread: Thread | None, mentions: Iterable[Mention]
) -> Iterator[tuple[NumberWord | None, str, Mention]]:
    """What the places that name the number say, what stands in one passage again once: None where they promise."""
    steps: dict[str, dict[tuple[str, str, str, StepKind], _Step]] = defaultdict(dict)
    for step in thread.members if thread else ():
        if step.ref:
            row = index.statements[step.ref]
            steps[row.letter][row.passage, row.quote, row.sentence, step.step] = (row, step.step)
    for mention in dict.fromkeys(mentions):
        here = [(row, step) for row, step in steps[mention.letter].values() if _is_in(row, mention)]
        read = _word_of_row if mention.in_row else _word_of_sentence
        yield read(here, mention), mention.letter, mention


def _is_in(row: Statement, mention: Mention) -> bool:
    return row.sentence in mention.text and (mention.in_row or row.passage == mention.passage)


def _word_of_sentence(steps: list[_Step], mention: Mention) -> NumberWord | None:
    """What a sentence says by the number, with the steps of the thread that it takes."""
    word = mention.word
    if not steps or word is NumberWord.OPEN:
        return word
    if any(step is StepKind.DELIVERED for _, step in steps):
        return NumberWord.SETTLED if word is NumberWord.NAMED else word
    if word is NumberWord.SETTLED:
        return NumberWord.UNSURE
    if any(map(may_settle, _untold(steps, mention))) or (word is NumberWord.UNSURE and _is_in_progress(steps)):
        return NumberWord.UNSURE
    return _of_steps(steps)


def _is_in_progress(steps: list[_Step]) -> bool:
    """Whether no step says more than that something is being done."""
    return all(isinstance(row, StatusReport) and row.outcome is Outcome.IN_PROGRESS for row, _ in steps)


def _word_of_row(steps: list[_Step], mention: Mention) -> NumberWord | None:
    """What a row of a table says by its number, which may tell the promise anew beside how it stands.

    What else it tells of that nobody could surely read.
    """
    delivered = [row for row, step in steps if step is StepKind.DELIVERED]
    if mention.word is NumberWord.OPEN:
        return NumberWord.UNSURE if delivered else NumberWord.OPEN
    if mention.word is NumberWord.SETTLED:
        return NumberWord.SETTLED
    if delivered:
        return NumberWord.UNSURE if any(is_unsure(row.sentence) for row in delivered) else NumberWord.SETTLED
    silent = mention.word is NumberWord.NAMED and not any(map(plain_words, _untold(steps, mention)))
    return _of_steps(steps) if steps and silent else NumberWord.UNSURE


def _untold(steps: list[_Step], mention: Mention) -> Iterator[str]:
    """What may tell how a promise stands, each sentence or cell without what its steps are read from."""
    sentences = list(dict.fromkeys(row.sentence for row, _ in steps))
    for told in mention.stand:
        rest = told
        for sentence in sentences:
            rest = rest.replace(sentence, " ")
        yield rest


def _of_steps(steps: list[_Step]) -> NumberWord | None:
    """What steps that meet nothing say: None where one promises."""
    rows = [row for row, _ in steps]
    if any(isinstance(row, Commitment) for row in rows):
        return None
    open_ = any(isinstance(row, StatusReport) and row.outcome in _UNMET for row in rows)
    return NumberWord.OPEN if open_ else NumberWord.UNSURE
