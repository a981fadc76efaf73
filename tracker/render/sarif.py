"""An audit's findings as SARIF 2.1.0: what code scanners of forges read. A rule for each kind of finding."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

import msgspec

from tracker import __version__
from tracker.i18n.catalog import gettext, language
from tracker.model import Statement
from tracker.statuses import GATES
from tracker.text.escape import plain
from tracker.views.content import AuditContent
from tracker.views.findings import Finding
from tracker.views.sheet import ViewNote
from tracker.views.totals import unread_and_unapplied

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(content: AuditContent) -> str:
    """The findings as one SARIF log; where they were compared, each with how it stands beside the baseline."""
    rules = [
        {
            "id": key,
            "shortDescription": {"text": gettext(f"finding.{key}")},
            "defaultConfiguration": {"level": _level(key)},
        }
        for key in GATES
    ]
    driver = {"name": "progress-letter-tracker", "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "language": language() or "en",
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(content)}],
        "results": [_result(content, row) for row in content.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _notifications(content: AuditContent) -> list[dict[str, Any]]:
    """The rulings that are not applied."""
    return [{"level": "warning", "message": {"text": plain(notice)}} for notice in unread_and_unapplied(content.index)]


def _level(key: str) -> str:
    """A promise that was met is no ground for a warning, however late."""
    return "note" if key == "late" else "warning"


def _result(content: AuditContent, row: Finding) -> dict[str, Any]:
    """One finding: at the newest quote, with the old promise beside it."""
    was = [note for note in row.entry.notes if note.lead == "was"]
    now = [note for note in row.entry.notes if note.lead in {"now", "moved", ""}]
    result: dict[str, Any] = {
        "ruleId": row.key,
        "ruleIndex": GATES.index(row.key),
        "level": _level(row.key),
        "message": {"text": plain(f"{row.entry.title}: {' · '.join(row.entry.facts)}")},
        "partialFingerprints": {"thread/v1": f"{row.key}/{row.entry.thread}"},
        "locations": _locations(content, now[-1:]),
        "relatedLocations": _locations(content, was),
    }
    return {**result, "baselineState": row.standing} if content.compared else result


def _locations(content: AuditContent, notes: Iterable[ViewNote]) -> list[dict[str, Any]]:
    """Where quotes stand, each once; of a letter that is no longer there nothing is said."""
    statements = content.index.statements
    rows = {note.ref: statements[note.ref] for note in notes if note.ref in statements}
    return [_location(content, at, row) for at, row in enumerate(rows.values(), start=1)]


def _location(content: AuditContent, at: int, row: Statement) -> dict[str, Any]:
    uri = quote(PurePosixPath(content.root, content.index.letters[row.letter].path).as_posix())
    region = {"startLine": row.location.line, "snippet": {"text": row.quote}}
    return {
        "id": at,
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": region},
        "message": {"text": plain(row.quote)},
    }
