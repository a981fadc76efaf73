"""Promises of parliament's register beside the threads of the letters: as analysts ruled, by number, else by linking.

Linking weighs a registered promise against the statements of the letters as it weighs two letters; what comes near
and not over the line, or shares most of its words, is asked of an analyst, and what was ruled is not asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from tracker.decisions.ruling import OF_REGISTER, Decision, Ruling
from tracker.extraction import AnalysedLetter, analyse, default_detector, extract
from tracker.extraction.slots import find_references
from tracker.ledger.queries import Index
from tracker.ledger.shared_words import SharedWords
from tracker.linking.linker import IncrementalLinker
from tracker.linking.pair_score import PairScore, probability
from tracker.linking.weights import LINKED, WORDS
from tracker.model import (
    Commitment,
    Firmness,
    Kind,
    Letter,
    Location,
    Passage,
    PassageKind,
    Run,
    Status,
    Thread,
)
from tracker.sources.register import Registered
from tracker.text.normalize import one_space

_LETTER, _PASSAGE = "register", "register/1"


class MatchGround(StrEnum):
    """What says that a registered promise is that of a thread; "asked" is not over the line, and for an analyst."""

    RULED = "ruled"
    CARRIED = "carried"
    WORDS = "words"
    ASKED = "asked"


class Matched(Struct, frozen=True):
    """A registered promise with its thread, and the words that linking found, with its score."""

    promise: Registered
    thread: Thread
    ground: MatchGround
    words: tuple[str, ...] = ()
    score: float = 1.0
    who: str = ""
    """Who ruled so."""

    @property
    def disagrees(self) -> bool:
        """Whether one says that it was met and the other does not; a later word of either may be missing."""
        return self.promise.met != (self.thread.status is Status.DELIVERED)


def matches(
    index: Index, linker: IncrementalLinker, promises: Iterable[Registered], rulings: Iterable[Decision] = ()
) -> tuple[Matched, ...]:
    """The registered promises that a thread is ruled to be, carries, or is linked or possibly linked with."""
    known = list(promises)
    ruled, refused = _ruled(index, rulings)
    likely = _likely(index, linker, [row for row in known if row.text.strip()])
    found: list[Matched] = []
    for promise in known:
        if promise.number in ruled:
            thread, who = ruled[promise.number]
            found.append(Matched(promise, thread, MatchGround.RULED, who=who))
            continue
        others = (row for row in _of(index, promise, likely) if (promise.number, row.thread.id) not in refused)
        found += [row for row in (next(others, None),) if row]
    return tuple(found)


def _of(index: Index, promise: Registered, likely: dict[str, list[Matched]]) -> Iterator[Matched]:
    """What may be the thread of a promise, the surest first."""
    yield from (Matched(promise, thread, MatchGround.CARRIED) for thread in _carrying(index, promise))
    rows = likely.get(promise.number, ())
    yield from sorted(rows, key=lambda row: (row.ground is MatchGround.ASKED, -row.score, row.thread.id))


def _ruled(index: Index, rulings: Iterable[Decision]) -> tuple[dict[str, tuple[Thread, str]], set[tuple[str, str]]]:
    """The thread of each number as it was ruled last, with who did; and the pairs that were refused."""
    threads: dict[tuple[str, str], Thread] = {}
    for thread in index.ledger.threads:
        threads |= {(row.letter, one_space(row.quote)): thread for row in index.quotes_of(thread)}
    ruled: dict[str, tuple[Thread, str]] = {}
    refused: set[tuple[str, str]] = set()
    for row in rulings:
        found = threads.get((row.quotes[0].letter, one_space(row.quotes[0].quote)))
        if found is None or row.ruling not in OF_REGISTER:
            continue
        if row.ruling is Ruling.REGISTERED:
            ruled[row.value] = (found, row.who)
            refused.discard((row.value, found.id))
        else:
            refused.add((row.value, found.id))
            if row.value in ruled and ruled[row.value][0] is found:
                del ruled[row.value]
    return ruled, refused


def _carrying(index: Index, promise: Registered) -> Iterator[Thread]:
    """The threads whose sentences, or the passages that they stand in, name the number of a promise."""
    number = promise.number.casefold()
    for thread in index.ledger.threads:
        rows = index.quotes_of(thread)
        texts = [*(row.sentence for row in rows), *(index.passages[row.passage].text for row in rows)]
        if any(number in text.casefold() for text in texts):
            yield thread


def _likely(index: Index, linker: IncrementalLinker, promises: Iterable[Registered]) -> dict[str, list[Matched]]:
    """By number, the threads with a statement that linking would link or ask about, each with its best one."""
    thread_of = {step.ref: thread for thread in index.ledger.threads for step in thread.members}
    known = list(promises)
    shared = SharedWords(index, (row.text for row in known))
    found: dict[str, list[Matched]] = {}
    for promise in known:
        best: dict[str, PairScore] = {}
        analysed = analyse(_letter(promise))
        for _, theirs, score in linker.look_up(analysed, [_statement(analysed, promise)]):
            thread = thread_of.get(theirs.id)
            if thread and (thread.id not in best or score.total > best[thread.id].total):
                best[thread.id] = score
        rows = [_matched(promise, index.threads[id_], score) for id_, score in best.items()]
        likest = shared.likest(promise.text)
        if likest and likest.thread.id not in best:
            rows.append(Matched(promise, likest.thread, MatchGround.ASKED, likest.words[:WORDS], likest.share))
        found[promise.number] = rows
    return found


def _matched(promise: Registered, thread: Thread, score: PairScore) -> Matched:
    ground = MatchGround.WORDS if score.total >= LINKED else MatchGround.ASKED
    return Matched(promise, thread, ground, score.words[:WORDS], probability(score.total))


def _letter(promise: Registered) -> Letter:
    """A promise as linking reads it: a paper of its own, so that nothing in it points back to another promise."""
    text = promise.text
    passage = Passage(_PASSAGE, None, PassageKind.PARAGRAPH, text, (Run(0, 0, len(text)),), 1)
    return Letter(_LETTER, "", text, (passage,), (), date=promise.made)


def _statement(analysed: AnalysedLetter, promise: Registered) -> Commitment:
    """What a promise states, with what extraction reads in its words."""
    read = next(iter(extract(analysed, default_detector())[0]), None)
    return Commitment(
        id=promise.number,
        letter=_LETTER,
        section=None,
        passage=_PASSAGE,
        quote=promise.text,
        sentence=promise.text,
        location=Location(None, 1, 0, len(promise.text)),
        rule=_LETTER,
        confidence=1.0,
        references=find_references(promise.text),
        firmness=Firmness.FIRM,
        kind=read.kind if read else Kind.INFORM,
        actor=promise.ministry,
        deadline=read.deadline if read else None,
    )
