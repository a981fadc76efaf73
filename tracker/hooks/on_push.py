"""The gate before a push: whether it brings findings of an audit that the other side does not have yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from tracker.errors import CollectionError, HistoryError, UncheckedError
from tracker.git.repository import Home, commit_of, known_to, touched
from tracker.hooks.config import HookConfig
from tracker.i18n.message import Message, message

if TYPE_CHECKING:
    from tracker.model import Refusal
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
    """The new findings of the kinds that are asked for, counted; "" where there are none.

    Raises UncheckedError: it brings files that cannot be read, and these are not let pass. CollectionError: it leaves
    the folder that is watched without letters, and what stands elsewhere would never be looked at.
    """
    from tracker.views.findings import findings, tally, unchecked

    before, after = (_audit(repo, wishes, rev) if rev else None for rev in (since, until))
    if after is None and before is not None:
        raise CollectionError("hook.letters-gone", folder=wishes.letters)
    if after is None:
        return ""
    known = {row.path for row in before.refused} if before else set()
    unread = unchecked([row for row in after.refused if row.path not in known])
    numbers = tally(findings(after.page, before.page if before else None), wishes.fail_on)
    if unread and not numbers and not wishes.allow_unchecked:
        raise UncheckedError(unread)
    return numbers


class _Audit(NamedTuple):
    """The audit of the letters at a revision, and what could not be read of them."""

    page: ReportView
    refused: tuple[Refusal, ...]


def _audit(repo: Path, wishes: HookConfig, rev: str) -> _Audit | None:
    """The audit of the letters at a revision, None where there were no letters to audit."""
    from tracker.git.history import NO_LETTERS, collection_at
    from tracker.ledger.queries import Index
    from tracker.pipeline import build_ledger
    from tracker.views.audit import sheet

    try:
        collection = collection_at(repo, rev, wishes.folder)
    except (HistoryError, CollectionError) as fault:
        if fault.message.id in NO_LETTERS:
            return None
        raise
    ledger = build_ledger(collection)
    return _Audit(sheet(Index(ledger)), ledger.refused)
