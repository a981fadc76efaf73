"""The rows of each table, from a ledger; what a column means is said in schema.sql."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tracker import __version__
from tracker.export.english import in_english
from tracker.model import Commitment, Deadline, Ledger, Letter, Link, LinkPart, Statement, StatusReport, Thread

Row = dict[str, Any]


def rows_by_table(ledger: Ledger) -> dict[str, list[Row]]:
    """The rows by table, each after those that it refers to."""
    ledger = in_english(ledger)
    statements = (*ledger.commitments, *ledger.reports)
    alignments = list(enumerate(ledger.alignments, start=1))
    return {
        "ledger": [_pick(ledger, "name as_of detector", written_by=f"progress-letter-tracker {__version__}")],
        "notices": [{"notice": notice} for notice in ledger.notices],
        "refused": [_pick(row, "path reason") for row in ledger.refused],
        "letters": [_letter(letter, position) for position, letter in enumerate(ledger.letters, start=1)],
        "signatories": [row for letter in ledger.letters for row in _signatories(letter)],
        "sections": [row for letter in ledger.letters for row in _sections(letter)],
        "topics": [_pick(topic, "id label") for topic in ledger.topics],
        "topic_sections": [{"topic": topic.id, "section": id_} for topic in ledger.topics for id_ in topic.sections],
        "statements": [_statement(row) for row in statements],
        "amounts": [_pick(a, "text value unit per was", statement=row.id) for row in statements for a in row.amounts],
        "mentions": [
            _pick(named, "kind text", paper=named.id, statement=row.id)
            for row in statements
            for named in row.references
        ],
        **_of_threads(ledger.threads),
        "registered": [
            _pick(row, "thread number status met unclear ground who score text", twins=len(row.twins))
            for row in ledger.registered
        ],
        "missing_papers": [
            _pick(row, "dossier number", paper=row.id, letter=letter)
            for row in ledger.missing
            for letter in row.letters
        ],
        "alignments": [{"id": number, "from_letter": row.from_, "to_letter": row.to} for number, row in alignments],
        "pairs": [
            _pick(pair, "from_section to_section relation matched_by score", alignment=number)
            for number, row in alignments
            for pair in row.pairs
        ],
    }


def _of_threads(threads: Iterable[Thread]) -> dict[str, list[Row]]:
    """The tables about promises through the years."""
    rows = list(threads)
    facts = "id title status by_letters late partly lateness confidence topic decided_by note"
    return {
        "threads": [_pick(thread, facts) for thread in rows],
        "members": [row for thread in rows for row in _members(thread)],
        "slips": [row for thread in rows for row in _slips(thread)],
        "links": [
            _pick(
                link, "rule score", from_statement=link.from_, to_statement=link.to, thread=thread.id, position=position
            )
            for thread in rows
            for position, link in enumerate(thread.links, start=1)
        ],
        "link_parts": [row for thread in rows for row in _link_parts(thread, lambda link: link.parts)],
        "link_parts_by_hand": [row for thread in rows for row in _link_parts(thread, lambda link: link.by_hand)],
        "evidence": [
            _pick(ground, "rule score text", thread=thread.id, position=position)
            for thread in rows
            for position, ground in enumerate(thread.evidence, start=1)
        ],
        "searched": [_pick(s, "letter text score", thread=thread.id) for thread in rows for s in thread.searched],
        "candidates": [
            _pick(row, "score why", thread=thread.id, statement=row.ref) for thread in rows for row in thread.candidates
        ],
    }


def _pick(value: object, names: str, **more: object) -> Row:
    """The attributes of a value with these names, and more."""
    return {**more, **{name: getattr(value, name) for name in names.split()}}


def _letter(letter: Letter, position: int) -> Row:
    names = "id path title dossier number date earliest latest date_source"
    return _pick(letter, names, position=position)


def _signatories(letter: Letter) -> Iterator[Row]:
    offices = [*letter.offices, *[""] * len(letter.signatories)]
    for position, (name, office) in enumerate(zip(letter.signatories, offices, strict=False), start=1):
        yield {"letter": letter.id, "position": position, "name": name, "office": office or None}


def _sections(letter: Letter) -> Iterator[Row]:
    return (_pick(row, "id parent level heading", letter=letter.id, position=row.order) for row in letter.sections)


def _statement(row: Statement) -> Row:
    what = _commitment(row) if isinstance(row, Commitment) else _report(row) if isinstance(row, StatusReport) else {}
    names = "id letter section quote rule confidence"
    return _pick(row, names, page=row.location.page, line=row.location.line) | what


def _commitment(row: Commitment) -> Row:
    """What a commitment has and a report has not; the names of the columns are those of the parts of a deadline."""
    parts = "text start end edtf precision"
    deadline = _pick(row.deadline, parts) if row.deadline else dict.fromkeys(parts.split())
    return _pick(row, "firmness kind actor", what="commitment", **{f"deadline_{k}": v for k, v in deadline.items()})


def _report(row: StatusReport) -> Row:
    ends = {name: _end(deadline) for name, deadline in (("old", row.old_deadline), ("new", row.new_deadline))}
    when = {"happened_start": row.when.start, "happened_end": row.when.end} if row.when else {}
    told = {"what": "report", "outcome": row.outcome, "old_deadline": ends["old"], "new_deadline": ends["new"], **when}
    return {**told, "tentative": int(row.tentative)}


def _end(deadline: Deadline | None) -> object:
    return deadline.end if deadline else None


def _members(thread: Thread) -> Iterator[Row]:
    for position, step in enumerate(thread.members, start=1):
        yield _pick(
            step, "letter step why old_end new_end", thread=thread.id, position=position, statement=step.ref or None
        )


def _link_parts(thread: Thread, parts_of: Callable[[Link], Iterable[LinkPart]]) -> Iterator[Row]:
    for number, link in enumerate(thread.links, start=1):
        for position, part in enumerate(parts_of(link), start=1):
            yield _pick(part, "name value weight contribution text", thread=thread.id, link=number, position=position)


def _slips(thread: Thread) -> Iterator[Row]:
    for position, slip in enumerate(thread.slips, start=1):
        refs = {"from_statement": slip.from_ref or None, "to_statement": slip.to_ref or None}
        names = "from_letter to_letter old_end new_end days explained"
        yield _pick(slip, names, thread=thread.id, position=position, **refs)
