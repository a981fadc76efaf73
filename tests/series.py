"""Short letters with their statements written beside the sentences, for tests of linking and verdicts.

A letter is `Made(id, day, {heading: [sentence, ...]})`; a sentence is plain text, or `Promise` or `Told` around one.
Sentences under one heading form one passage.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2s

from tracker.alignment import align
from tracker.extraction import analyse, describe
from tracker.extraction.slots import find_conditions
from tracker.language.terms import NO_NAMES
from tracker.linking import link
from tracker.linking.profile import StatementProfile
from tracker.linking.profile_builder import read_subjects
from tracker.linking.profile_store import Profiles, kept_of
from tracker.linking.thread_draft import ThreadDraft
from tracker.linking.vocabulary import Vocabulary, read_vocabulary
from tracker.model import (
    AnyStatement,
    Commitment,
    Deadline,
    Firmness,
    Kind,
    Letter,
    Location,
    Outcome,
    Passage,
    PassageKind,
    Precision,
    Section,
    StatusReport,
    Thread,
)
from tracker.status import judge_all


@dataclass(frozen=True)
class Promise:
    text: str
    kind: Kind = Kind.DELIVER
    start: str = ""
    end: str = ""
    firmness: Firmness = Firmness.FIRM
    anchor: str = ""
    """The day of the letter, for a deadline that knows it."""
    words: str = ""
    """Those of the deadline."""
    until: bool = False
    """Whether the deadline is the day on which it is over ("tot 1 augustus")."""


@dataclass(frozen=True)
class Told:
    text: str
    outcome: Outcome = Outcome.DELIVERED
    old: str = ""
    new: str = ""
    when: tuple[str, str] | None = None
    rule: str = "test"
    tentative: bool = False


@dataclass(frozen=True)
class Made:
    id: str
    day: str
    sections: Mapping[str, Iterable[str | Promise | Told]]


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def due(start: str, end: str, anchor: str = "", words: str = "", *, until: bool = False) -> Deadline | None:
    if not end:
        return None
    return Deadline(words, day(start), day(end), "", Precision.DAY, anchor=day(anchor), exclusive=until)


def build(made: Made) -> tuple[Letter, list[AnyStatement]]:
    sections, passages, statements = [], [], []
    for at, (heading, rows) in enumerate(made.sections.items()):
        section = Section(f"{made.id}/s{at}", heading, 1, at + 1) if heading else None
        texts = [row if isinstance(row, str) else row.text for row in rows]
        place = Passage(
            f"{made.id}/p{at}", section.id if section else None, PassageKind.PARAGRAPH, " ".join(texts), (), at + 1
        )
        sections += [section] if section else []
        passages.append(place)
        for row, text in zip(rows, texts, strict=True):
            if not isinstance(row, str):
                statements.append(statement(row, made.id, place, at * 10_000 + place.text.find(text)))
    letter = Letter(
        made.id, f"{made.id}.txt", "", tuple(passages), tuple(sections), date=day(made.day) if made.day else None
    )
    return letter, statements


def statement(row: Promise | Told, letter: str, passage: Passage, begin: int) -> AnyStatement:
    mark = "c" if isinstance(row, Promise) else "r"
    base = {
        "id": f"{letter}/{mark}-{blake2s(row.text.encode(), digest_size=4).hexdigest()}",
        "letter": letter,
        "section": passage.section,
        "passage": passage.id,
        "quote": row.text,
        "sentence": row.text,
        "location": Location(None, passage.line, begin, begin + len(row.text)),
        "rule": "test" if isinstance(row, Promise) else row.rule,
        "confidence": 0.9,
    }
    if isinstance(row, Promise):
        return Commitment(
            **base,
            conditions=find_conditions(row.text),
            firmness=row.firmness,
            kind=row.kind,
            actor="cabinet",
            deadline=due(row.start, row.end, row.anchor, row.words, until=row.until),
        )
    when = due(*row.when) if row.when else None
    return StatusReport(
        **base,
        outcome=row.outcome,
        old_deadline=due("", row.old),
        new_deadline=due("", row.new),
        when=when,
        tentative=row.tentative,
    )


def linked(*series: Made, shuffled: bool = False) -> tuple[tuple[Letter, ...], tuple[ThreadDraft, ...]]:
    built = [build(made) for made in series]
    letters = [letter for letter, _ in built]
    ordered = sorted(letters, key=lambda letter: letter.date or dt.date.min)
    alignments = [align(older, newer) for at, newer in enumerate(ordered) for older in ordered[:at]]
    rows = [row for _, statements in built for row in statements]
    if shuffled:
        letters, rows, alignments = letters[::-1], rows[::-1], alignments[::-1]
    commitments = [row for row in rows if isinstance(row, Commitment)]
    reports = [row for row in rows if isinstance(row, StatusReport)]
    return tuple(ordered), link(map(analyse, letters), commitments, reports, alignments)


def judged(*series: Made, as_of: str = "", shuffled: bool = False) -> tuple[Thread, ...]:
    letters, drafts = linked(*series, shuffled=shuffled)
    last = day(as_of) or max(letter.date for letter in letters if letter.date)
    reports = [row for made in series for row in build(made)[1] if isinstance(row, StatusReport)]
    return judge_all(drafts, [analyse(letter) for letter in letters], last, reports)


def quotes(draft: ThreadDraft) -> tuple[str, ...]:
    return tuple(row.quote for row in draft.members)


def together(drafts: Iterable[ThreadDraft], one: str, other: str) -> bool:
    """Whether one draft has statements with both stretches of words."""
    return any(
        any(one in quote for quote in quotes(draft)) and any(other in quote for quote in quotes(draft))
        for draft in drafts
    )


def profiled(made: Made) -> tuple[tuple[StatementProfile, ...], Vocabulary]:
    """What the statements of one letter are about, and what its words tell."""
    letter, rows = build(made)
    analysed = analyse(letter)
    vocabulary = read_vocabulary(analysed, NO_NAMES)
    return read_subjects(analysed, vocabulary, rows, describe(analysed, rows)), vocabulary


def subject(row: Promise | Told, letter: str = "a", heading: str = "Water") -> StatementProfile:
    """What the one statement of a letter is about."""
    (found,), _ = profiled(Made(letter, "2024-01-01", {heading: [row]}))
    return found


def kept(*rows: StatementProfile) -> Profiles:
    """These profiles as they are kept."""
    found = Profiles({row.statement.id: row.facts for row in rows})
    found.add([row.statement for row in rows], map(kept_of, rows))
    return found
