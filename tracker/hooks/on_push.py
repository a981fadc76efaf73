"""The gate before a push: whether it brings findings of an audit that the other side does not have yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from tracker.errors import CollectionError, HistoryError
from tracker.git.history import Home, commit_of, known_to, touched
from tracker.hooks.config import HookConfig
from tracker.i18n.message import Message, message

if TYPE_CHECKING:
    from tracker.views.sheet import ReportView

_FIELDS = 4
"""What git says of each branch that is pushed: its name and commit here, and its name and commit there."""


def refusal(home: Home, wishes: HookConfig, words: Sequence[str], lines: Sequence[str]) -> Message | None:
    """Why a push is not to go on, in one sentence; None where it may. Raises HistoryError, DecisionError."""
    remote = words[0] if words else ""
    for since, until in _spans(home, wishes, remote, lines):
        if numbers := _brought(home.place, wishes, since, until):
            audit = f"tracker audit {quote(str(home.top / wishes.letters))} --rev {until[:12]}"
            return message("hook.push", numbers=numbers, audit=audit)
    return None


def _spans(home: Home, wishes: HookConfig, remote: str, lines: Sequence[str]) -> Iterator[tuple[str | None, str]]:
    """For each commit pushed: what the other side has of it, and itself, where anything about letters differs."""
    for row in [line.split() for line in lines]:
        until = commit_of(home, row[1]) if len(row) == _FIELDS else None
        if until is None:
            continue
        since = commit_of(home, row[3]) or known_to(home, remote, until)
        if since is None or touched(home, since, until, wishes.folder):
            yield since, until


def _brought(repo: Path, wishes: HookConfig, since: str | None, until: str) -> str:
    """The new findings of the kinds that are asked for, counted; "" where there are none."""
    from tracker.views.findings import findings, tally

    page = _audit(repo, wishes, until)
    return tally(findings(page, _audit(repo, wishes, since) if since else None), wishes.fail_on) if page else ""


def _audit(repo: Path, wishes: HookConfig, rev: str) -> ReportView | None:
    """The audit of the letters at a revision, None where there were no letters to audit."""
    from tracker.git.history import collection_at
    from tracker.ledger.queries import Index
    from tracker.pipeline import build_ledger
    from tracker.views.audit import sheet

    try:
        collection = collection_at(repo, rev, wishes.folder)
    except (HistoryError, CollectionError):
        return None
    return sheet(Index(build_ledger(collection)))
