"""What a check-up finds of a collection and its repository: each thing looked at, and what to do where it is amiss."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tracker.decisions.stale import sift
from tracker.documents import ReadResult
from tracker.errors import HistoryError
from tracker.extraction.language_data import check_language
from tracker.git.repository import home_of
from tracker.hooks import scripts
from tracker.hooks.config import config_of
from tracker.hooks.record import missing
from tracker.i18n.message import Message, message
from tracker.model import Collection
from tracker.pipeline import rulings_of
from tracker.sources.holdings import Holdings
from tracker.sources.memory import untold
from tracker.storage.cache import unsound


class CheckedThing(Struct, frozen=True):
    """One thing that was looked at, in a sentence; amiss ones say what to do."""

    said: Message
    amiss: bool = False


def look(folder: Path, collection: Collection, reading: ReadResult) -> Iterator[CheckedThing]:
    """Every thing that was looked at. Raises DecisionError, and RulesetError: our data is wrong."""
    yield CheckedThing(message("doctor.letters", number=len(reading.letters)))
    for row in reading.refused:
        yield CheckedThing(message("doctor.refused", path=row.path, reason=row.reason), amiss=True)
    standing, stale = sift(rulings_of(collection), reading.letters)
    yield CheckedThing(message("doctor.rulings", number=len(standing)))
    for ruling in stale:
        said = message(f"ruling.name.{ruling.decision.ruling}")
        quote = ruling.decision.quotes[0].quote
        yield CheckedThing(message("doctor.stale", ruling=said, quote=quote, reason=ruling.reason), amiss=True)
    yield CheckedThing(message("doctor.language", number=check_language()))
    yield from _fetched(folder)
    yield from _hooks(folder)
    broken = unsound()
    said = message("doctor.cache-broken", number=broken) if broken else message("doctor.cache")
    yield CheckedThing(said, amiss=bool(broken))


def _fetched(folder: Path) -> Iterator[CheckedThing]:
    """Whether the letters that were fetched are here as they came, and somebody was told of them."""
    holdings = Holdings(folder)
    here = [entry for entry in holdings.all_fetched() if (folder / entry.path).is_file()]
    if here:
        yield CheckedThing(message("doctor.fetched", number=len(here)))
    for entry in holdings.all_fetched():
        if entry not in here:
            yield CheckedThing(message("doctor.lost", path=entry.path), amiss=True)
        elif holdings.touched(entry):
            yield CheckedThing(message("doctor.changed", path=entry.path))
    for name in untold(folder):
        yield CheckedThing(message("doctor.untold", path=name), amiss=True)


def _hooks(folder: Path) -> Iterator[CheckedThing]:
    """Whether the hooks that were asked for are in force."""
    try:
        home = home_of(folder.resolve())
    except HistoryError:
        yield CheckedThing(message("doctor.no-repository"))
        return
    wishes = config_of(home)
    if wishes is None:
        yield CheckedThing(message("doctor.no-hooks"))
        return
    if owed := len(missing(home, wishes)):
        yield CheckedThing(message("doctor.reports", number=owed), amiss=True)
    for hook in scripts.inspect(home):
        if hook.name == scripts.GATE and not wishes.fail_on:
            continue
        sound = hook.state.in_force
        state = message(f"hook.state.{hook.state}")
        yield CheckedThing(
            message("doctor.hook" if sound else "doctor.hook-amiss", hook=hook.name, state=state), not sound
        )
