"""From a collection to its ledger: the one door that every face uses.

Data flows one way: letters → statements → alignments → threads → verdicts → ledger, and analysts'
rulings have the last word on statements, threads and verdicts. Every loop here is linear in the number of letters: a
letter is aligned with its nearest predecessors only.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain, combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec.structs import replace

from tracker.alignment import align, find_topics
from tracker.decisions.apply import Stale, rule_drafts, rule_statements, rule_threads, sift
from tracker.decisions.ruling import OF_REGISTER, Decision, Ruling
from tracker.decisions.toml_text import read_decisions
from tracker.documents import ReadResult, read_collection
from tracker.documents.collection import load_collection
from tracker.documents.limits import allowed, is_long, time_to_analyse
from tracker.errors import LetterError, spared
from tracker.extraction import (
    CommitmentDetector,
    StatementFacts,
    Statements,
    analyse,
    default_detector,
    describe,
    extract,
)
from tracker.extraction.learned.correction import FILE_NAME, Correction, read_correction
from tracker.i18n.message import Message, message
from tracker.language.pack import current, use
from tracker.linking import ThreadDraft, link
from tracker.model import (
    Alignment,
    AnyStatement,
    Collection,
    Commitment,
    Ledger,
    Letter,
    Refusal,
    Thread,
    Topic,
)
from tracker.status import judge_all
from tracker.status.counted import with_counted_ends
from tracker.status.missing_papers import missing_papers
from tracker.storage.ahead import make_ahead
from tracker.storage.cache import digest, remembered
from tracker.text.normalize import comparable, one_space

if TYPE_CHECKING:
    from tracker.linking.linker import IncrementalLinker
    from tracker.sources.register import Register

T = TypeVar("T")
Verdicts = tuple[tuple[Thread, ...], tuple[Topic, ...]]

ON_VERDICTS = frozenset({Ruling.STATUS, Ruling.SLIP, Ruling.TITLE, Ruling.NOTE}) | OF_REGISTER
"""Rulings on what was judged: nothing has to be linked or judged anew for them."""
LOOK_BACK = 3
"""A letter is aligned with at most so many letters before it."""


def open_collection(folder: Path, rev: str | None = None) -> Collection:
    """The letters of a folder: as they are on disk, or as they stood at a git revision.

    Raises CollectionError or HistoryError.
    """
    if rev is None:
        return load_collection(folder)
    from tracker.git.history import collection_at
    from tracker.git.repository import repository_of

    root, inside = repository_of(folder)
    return collection_at(root, rev, inside)


def build_ledger(collection: Collection, as_of: dt.date | None = None) -> Ledger:
    """The ledger of a collection as of a date, by default the date of its newest letter; later letters are left out.

    Raises CollectionError, DecisionError.
    """
    reading, correction = read_collection(collection), correction_of(collection)
    return with_register(judge_reading(reading, collection.name, as_of, rulings_of(collection), correction), collection)


def _named(rows: Iterable[Commitment], actors: Mapping[str, Sequence[str]]) -> tuple[Commitment, ...]:
    """Commitments with each actor by one name: the one that letters.toml gives, else the spelling met most."""
    names = {comparable(other): name for name, others in actors.items() for other in (name, *others)}
    found = tuple(rows)
    for spelling, _ in Counter(row.actor for row in found).most_common():
        names.setdefault(comparable(spelling), spelling)
    return tuple(replace(row, actor=names[comparable(row.actor)]) for row in found)


def rulings_of(collection: Collection) -> tuple[Decision, ...]:
    """The analysts' rulings beside the letters, in the order that they were given. Raises DecisionError."""
    return read_decisions(collection.decisions) if collection.decisions else ()


def correction_of(collection: Collection) -> Correction | None:
    """What rulings taught the reader of these letters, if it was kept. Raises DecisionError."""
    return read_correction(collection.learned) if collection.learned is not None else None


def register_of(collection: Collection) -> Register | None:
    """What parliament's register says of promises, None where it was not fetched. Raises CollectionError."""
    if collection.register is None:
        return None
    from tracker.sources.register import read_register

    return read_register(collection.register)


def judge_reading(
    reading: ReadResult,
    name: str,
    as_of: dt.date | None = None,
    decisions: tuple[Decision, ...] = (),
    correction: Correction | None = None,
) -> Ledger:
    """The ledger of letters that were read already.

    Rulings whose quotes no longer stand are told, not applied; that a correction is applied is told.
    """
    use(reading.language)
    day = as_of or max((letter.anchor for letter in reading.letters if letter.anchor), default=None)
    letters = up_to(reading.letters, day)
    standing, stale = sift(decisions, reading.letters)
    named = _sources(letters, correction)
    stated = [(letter, correction, reading.language) for letter in letters]
    facts = {source.analysed.letter.id: ("facts", *source.made_of) for source in named}
    make_ahead(_state_ahead, stated, lambda row: facts[row[0].id])
    sources, unread = _sound(named)
    letters = tuple(source.analysed.letter for source in sources)
    alignments = _alignments(sources)
    (commitments, reports), (threads, topics), left_out = _judged(
        sources, alignments, _given_on(standing, letters), day
    )
    return Ledger(
        as_of=day,
        letters=letters,
        commitments=_named(commitments, dict(reading.actors)),
        reports=reports,
        threads=threads,
        alignments=alignments,
        topics=topics,
        refused=(*reading.refused, *unread),
        notices=(
            *reading.notices,
            *left_out,
            *map(_told, stale),
            *_corrected(correction),
            *_without_encoder(sources, correction),
        ),
        name=name,
        missing=missing_papers([source.analysed for source in sources]),
        detector=default_detector(correction).name,
        title=reading.title,
    )


def with_register(ledger: Ledger, collection: Collection) -> Ledger:
    """The ledger with the promises of parliament's register that its threads are; a fault of ours in that is told.

    Raises CollectionError, DecisionError.
    """
    register = register_of(collection)
    if register is None or not register.promises:
        return ledger
    from tracker.ledger.queries import Index
    from tracker.ledger.register import matches

    rulings, correction = rulings_of(collection), correction_of(collection)
    index = Index(ledger)
    found = spared(lambda: matches(index, linker_of(ledger, correction), register.promises, rulings))
    if isinstance(found, Message):
        return replace(ledger, notices=(*ledger.notices, message("notice.register-left-out", fault=found)))
    return replace(ledger, registered=found)


def linker_of(ledger: Ledger, correction: Correction | None) -> IncrementalLinker:
    """The linker after it has taken all letters of a ledger."""
    from tracker.linking import linker

    facts = facts_of(ledger.letters, correction)
    letters = [analyse(letter) for letter in ledger.letters]
    return linker.linker_of(letters, ledger.commitments, ledger.reports, ledger.alignments, facts)


def _state_ahead(row: tuple[Letter, Correction | None, str]) -> None:
    """Read the statements of a letter in any process."""
    letter, correction, language = row
    use(language)
    _sound(_sources([letter], correction))


def _sound(sources: Iterable[_Source]) -> tuple[list[_Source], list[Refusal]]:
    """The letters whose statements can be read, and those that a fault of ours keeps out."""
    sound: list[_Source] = []
    unread: list[Refusal] = []
    for source in sources:
        letter = source.analysed.letter
        try:
            with time_to_analyse(letter.path):
                found = spared(lambda source=source: (source.statements(), source.facts()))  # type: ignore[misc]
        except LetterError as fault:
            found = fault.message
        if isinstance(found, Message):
            unread.append(Refusal(letter.path, found))
        else:
            sound.append(source)
    return sound, unread


def _judged(
    sources: Sequence[_Source], alignments: tuple[Alignment, ...], rulings: tuple[Decision, ...], day: dt.date | None
) -> tuple[Statements, Verdicts, list[Message]]:
    """The statements of all letters with their counted ends, and the verdicts on them as of a day, remembered.

    Statements that a fault of ours keeps from a verdict are left out, and told.
    """
    letters = tuple(source.analysed.letter for source in sources)
    found = [source.statements() for source in sources]
    commitments = rule_statements(rulings, letters, tuple(row for rows, _ in found for row in rows))
    reports = tuple(row for _, rows in found for row in rows)
    before = tuple(row for row in rulings if row.ruling not in ON_VERDICTS)
    made_of = (*chain.from_iterable(source.made_of for source in sources), digest(before), str(day))

    def judged(rows: Sequence[AnyStatement]) -> Verdicts:
        drafts, threads = _verdicts(sources, alignments, rulings, day, rows)
        return threads, find_topics(letters, alignments, _crossings(drafts))

    def ruled(found: Verdicts, rows: Sequence[AnyStatement]) -> Verdicts:
        return rule_threads(rulings, found[0], rows), found[1]

    def fails(rows: Sequence[AnyStatement]) -> bool:
        try:
            ruled(judged(rows), rows)
        except Exception:
            return True
        return False

    statements: tuple[AnyStatement, ...] = (*commitments, *reports)
    verdicts = spared(
        lambda: ruled(remembered(Verdicts, ("verdicts", *made_of), lambda: judged(statements)), statements)
    )
    left_out: list[Message] = []
    if isinstance(verdicts, Message):
        odd = {row.id for row in culprits(statements, fails)}
        left_out = [message("notice.left-out", quote=row.quote, fault=verdicts) for row in statements if row.id in odd]
        commitments = tuple(row for row in commitments if row.id not in odd)
        reports = tuple(row for row in reports if row.id not in odd)
        verdicts = ruled(judged((*commitments, *reports)), (*commitments, *reports))
    threads, topics = verdicts
    return with_counted_ends(commitments, reports, threads), (threads, topics), left_out


def _verdicts(
    sources: Sequence[_Source],
    alignments: tuple[Alignment, ...],
    rulings: tuple[Decision, ...],
    day: dt.date | None,
    rows: Sequence[AnyStatement],
) -> tuple[tuple[ThreadDraft, ...], tuple[Thread, ...]]:
    """What these statements say of one promise, and the verdicts on that."""
    analysed = [source.analysed for source in sources]
    commitments = [row for row in rows if isinstance(row, Commitment)]
    reports = [row for row in rows if not isinstance(row, Commitment)]
    made_of = {source.analysed.letter.id: source.made_of for source in sources}
    facts = _facts(sources)
    drafts = link(analysed, commitments, reports, alignments, facts, made_of=made_of)
    ruled = rule_drafts(rulings, drafts, tuple(row.letter for row in analysed), facts, rows)
    return ruled, judge_all(ruled, analysed, day)


def culprits(rows: Sequence[T], fails: Callable[[Sequence[T]], bool]) -> tuple[T, ...]:
    """The rows without which an action on all of them does not fail: halves are tried, then their halves.

    Where only rows of both halves together fail, all of them are.
    """
    if not rows or not fails(rows):
        return ()
    if len(rows) == 1:
        return tuple(rows)
    half = len(rows) // 2
    return (*culprits(rows[:half], fails), *culprits(rows[half:], fails)) or tuple(rows)


def facts_of(letters: Iterable[Letter], correction: Correction | None = None) -> dict[str, StatementFacts]:
    """What the analysis says of the words of each statement of the letters, by its id; read once and remembered."""
    return _facts(_sources(letters, correction))


def _facts(sources: Iterable[_Source]) -> dict[str, StatementFacts]:
    return {name: row for source in sources for name, row in source.facts().items()}


def _crossings(drafts: Iterable[ThreadDraft]) -> Iterator[tuple[str, str]]:
    """The sections of two letters that a draft runs through, older first, once for each two statements."""
    for draft in drafts:
        for older, newer in combinations(draft.members, 2):
            if older.letter != newer.letter and older.section and newer.section:
                yield older.section, newer.section


def _given_on(decisions: Iterable[Decision], letters: Iterable[Letter]) -> tuple[Decision, ...]:
    """The rulings on these letters alone: one that quotes a letter of after the day could not be given then."""
    ids = {letter.id for letter in letters}
    return tuple(row for row in decisions if all(anchor.letter in ids for anchor in row.quotes))


def _told(stale: Stale) -> Message:
    """A ruling that is not applied, as a notice to the reader."""
    row = stale.decision
    quote = one_space(row.quotes[0].quote)
    return message(
        "ruling.not-applied", who=row.who, ruling=message(f"ruling.name.{row.ruling}"), quote=quote, cause=stale.reason
    )


def _corrected(correction: Correction | None) -> Iterator[Message]:
    """That the letters are read otherwise than without learned.toml, and on what ground."""
    if correction is not None:
        yield message("learned.applied", file=FILE_NAME, rulings=correction.rulings, changes=correction.changes)


def _without_encoder(sources: Iterable[_Source], correction: Correction | None) -> Iterator[Message]:
    """Which letters were too long for the encoder that reads others."""
    usual = default_detector(correction).name
    for source in sources:
        if source.made_of[0] != usual:
            yield message("notice.without-encoder", name=source.analysed.letter.path, seconds=round(allowed()))


def commitments_of(
    reading: ReadResult, decisions: tuple[Decision, ...], correction: Correction | None
) -> tuple[Commitment, ...]:
    """What the letters promise as the reader with this correction finds it, and the rulings that stand."""
    standing, _ = sift(decisions, reading.letters)
    found = tuple(row for source in _sources(reading.letters, correction) for row in source.statements()[0])
    return rule_statements(standing, reading.letters, found)


def up_to(letters: Iterable[Letter], day: dt.date | None) -> tuple[Letter, ...]:
    """The letters that were not written after a day; of an undated one nobody can say that it was."""
    return tuple(letter for letter in letters if day is None or letter.anchor is None or letter.anchor <= day)


def _sources(letters: Iterable[Letter], correction: Correction | None) -> list[_Source]:
    """Letters with what reads them: for long ones without the encoder."""
    usual, for_long = default_detector(correction), default_detector(correction, long=True)
    return [_Source(letter, for_long if is_long(len(letter.text)) else usual) for letter in letters]


class _Source:
    """What is read in one letter, remembered by its content and the detector."""

    def __init__(self, letter: Letter, detector: CommitmentDetector) -> None:
        self.analysed = analyse(letter)
        """The letter for the stages after reading, who ask what this reading asked, or what else they need."""
        self._detector = detector
        self.name = digest((current().code, letter))
        """A digest of the letter and its language."""
        self.made_of = (detector.name, detector.version, self.name)
        """What its statements rest on."""

    def statements(self) -> Statements:
        """The letter's statements in reading order."""
        return remembered(Statements, ("statements", *self.made_of), lambda: self._read[0])

    def facts(self) -> Mapping[str, StatementFacts]:
        """What the analysis says of the words of its statements."""
        return remembered(dict[str, StatementFacts], ("facts", *self.made_of), lambda: self._read[1])

    @cached_property
    def _read(self) -> tuple[Statements, dict[str, StatementFacts]]:
        """Both, from one analysis."""
        statements = extract(self.analysed, self._detector)
        return statements, describe(self.analysed, chain(*statements))


def _alignments(sources: Sequence[_Source]) -> tuple[Alignment, ...]:
    """Each letter aligned with those shortly before it, the pairs in the order of the letters."""
    pairs = [
        _Pair(older.name, newer.name, older.analysed.letter, newer.analysed.letter, current().code)
        for at, newer in enumerate(sources)
        for older in sources[max(0, at - LOOK_BACK) : at]
    ]
    make_ahead(_aligned, pairs, _Pair.about)
    return tuple(map(_aligned, pairs))


class _Pair(NamedTuple):
    """Two letters to be aligned, with their names, by whichever process."""

    of_older: str
    of_newer: str
    older: Letter
    newer: Letter
    language: str

    def about(self) -> tuple[str, ...]:
        """What their alignment is made of."""
        return ("alignment", self.of_older, self.of_newer)


def _aligned(pair: _Pair) -> Alignment:
    use(pair.language)
    return remembered(Alignment, pair.about(), partial(align, pair.older, pair.newer))
