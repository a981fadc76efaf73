"""The ledger as JSON: the shape that other programs read, its JSON Schema, and the way back in.

The same ledger gives the same bytes. Field names are a promise: add, never rename. Most rows are the value types of
the model as they are; a letter goes without its text, and a report's deadlines as the last days of their intervals.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import msgspec
from msgspec import Struct

from tracker.errors import CollectionError
from tracker.export.english import as_text, in_english
from tracker.i18n.message import Text
from tracker.model import (
    Alignment,
    Commitment,
    DateSource,
    Deadline,
    Ledger,
    MissingPaper,
    Outcome,
    Refusal,
    RegisterMatch,
    Section,
    Statement,
    StatusReport,
    Thread,
    Topic,
)
from tracker.text.wrong_form import form_fault


class LetterRow(Struct, frozen=True):
    """A letter without its text."""

    id: str
    path: str
    title: str | None
    dossier: str | None
    number: str | None
    date: dt.date | None
    earliest: dt.date | None
    latest: dt.date | None
    date_source: DateSource
    date_evidence: tuple[str, ...]
    signatories: tuple[str, ...]
    notices: tuple[Text, ...]
    sections: tuple[Section, ...]


class ReportRow(Statement, frozen=True, kw_only=True):
    """A status report; `old_deadline` and `new_deadline` are the last days of their intervals."""

    outcome: Outcome
    old_deadline: dt.date | None
    new_deadline: dt.date | None
    when: Deadline | None
    tentative: bool = False


class LedgerRow(Struct, frozen=True):
    """The whole ledger."""

    schema: Literal["ledger/1"]
    as_of: dt.date | None
    letters: tuple[LetterRow, ...]
    commitments: tuple[Commitment, ...]
    reports: tuple[ReportRow, ...]
    threads: tuple[Thread, ...]
    alignments: tuple[Alignment, ...]
    topics: tuple[Topic, ...]
    refused: tuple[Refusal, ...]
    notices: tuple[Text, ...]
    missing: tuple[MissingPaper, ...] = ()
    detector: str = ""
    registered: tuple[RegisterMatch, ...] = ()


def write(ledger: Ledger) -> str:
    """The ledger as indented JSON."""
    return to_json(ledger).decode()


def schema() -> str:
    """What stands in it, as a JSON Schema."""
    return json_schema().decode()


def to_json(ledger: Ledger) -> bytes:
    """The ledger as indented JSON with a newline at the end; the same ledger gives the same bytes."""
    return _indented(ledger_row(ledger))


def json_schema() -> bytes:
    """The JSON Schema (2020-12) that every export is valid under."""
    described: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The ledger of a collection of letters as of a date",
        **as_text(msgspec.json.schema(LedgerRow)),
    }
    return _indented(described)


def from_json(data: bytes) -> LedgerRow:
    """An exported ledger, read back. Raises CollectionError where the bytes are none."""
    try:
        return msgspec.json.decode(data, type=LedgerRow)
    except (msgspec.DecodeError, RecursionError) as fault:
        raise CollectionError("export.no-ledger", cause=form_fault(fault)) from fault


def ledger_row(ledger: Ledger) -> LedgerRow:
    """The ledger in its published shape."""
    row = LedgerRow(
        schema="ledger/1",
        as_of=ledger.as_of,
        letters=tuple(msgspec.convert(letter, LetterRow, from_attributes=True) for letter in ledger.letters),
        commitments=ledger.commitments,
        reports=tuple(_report_row(report) for report in ledger.reports),
        threads=ledger.threads,
        alignments=ledger.alignments,
        topics=ledger.topics,
        refused=ledger.refused,
        notices=ledger.notices,
        missing=ledger.missing,
        detector=ledger.detector,
        registered=ledger.registered,
    )
    return in_english(row)


def _report_row(report: StatusReport) -> ReportRow:
    fields = msgspec.structs.asdict(report)
    ends = {name: fields[name] and fields[name].end for name in ("old_deadline", "new_deadline")}
    return ReportRow(**{**fields, **ends})


def _indented(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
