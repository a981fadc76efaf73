"""What a check-up finds of a collection and its repository: each thing looked at, and what to do where it is amiss."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from tracker.decisions.contrary import contrary
from tracker.decisions.stale import sift
from tracker.documents import read_collection
from tracker.documents.manifest import parse_manifest
from tracker.errors import CollectionError, HistoryError, TrackerError
from tracker.extraction.language_data import check_language
from tracker.extraction.learned.encoder import ENCODER
from tracker.extraction.learned.formulas import load_stack
from tracker.extraction.learned.kinds import load_kinds
from tracker.extraction.learned.linear import load_reader
from tracker.extraction.learned.network import Network, Words, is_installed
from tracker.git.repository import Home, home_of, unopened
from tracker.hooks import fault_log, merge_driver, scripts
from tracker.hooks.config import HookConfig, config_of
from tracker.hooks.record import missing_reports
from tracker.i18n.message import Message, message
from tracker.language.pack import current
from tracker.linking.meaning import MEANING
from tracker.linking.pair_weights import pair_weights
from tracker.model import Collection
from tracker.pipeline import correction_of, register_of, rulings_of
from tracker.sources.fetch_state import untold
from tracker.sources.holdings import Holdings
from tracker.status.lapse import lapse_weights
from tracker.storage.cache import cache_file, unsound


class CheckedThing(Struct, frozen=True):
    """One thing that was looked at, in a sentence; amiss ones say what to do."""

    said: Message
    amiss: bool = False


def look(folder: Path, load: Callable[[], Collection]) -> Iterator[CheckedThing]:
    """Every thing that was looked at; what keeps one from being looked at is amiss, and the others still are.

    Raises RulesetError: our data is wrong; CollectionError, HistoryError: there are no letters to look at.
    """
    yield from dict.fromkeys(_look(folder, load))  # what stands in the way of two looks is told once


def _look(folder: Path, load: Callable[[], Collection]) -> Iterator[CheckedThing]:
    try:
        collection = load()
    except CollectionError as fault:
        if fault.message.id not in _BESIDE:
            raise
        yield CheckedThing(fault.message, amiss=True)
    else:
        yield from _with_fault(_letters(collection))
        yield from _with_fault(_beside(collection))
        yield from _with_fault(_fetched(folder))
    yield CheckedThing(message("doctor.language", number=check_language()))
    yield from _with_fault(_weights())
    yield from _with_fault(_hooks(folder))
    yield _remembered()


def _remembered() -> CheckedThing:
    """Whether what is remembered is sound, and anything can be."""
    broken = unsound()
    if broken is None:
        return CheckedThing(message("doctor.cache-closed", path=cache_file()), amiss=True)
    said = message("doctor.cache-broken", number=broken) if broken else message("doctor.cache")
    return CheckedThing(said, amiss=bool(broken))


_BESIDE = frozenset({"collection.lfs", "collection.not-utf8", "collection.unusable-file"})
"""The faults of files beside the letters for which none of these is loaded."""


def _with_fault(things: Iterator[CheckedThing]) -> Iterator[CheckedThing]:
    """The things, and where they end with a fault of the user's, that one too."""
    try:
        yield from things
    except TrackerError as fault:
        yield CheckedThing(fault.message, amiss=True)


def _letters(collection: Collection) -> Iterator[CheckedThing]:
    """Whether the letters can be read, and every ruling on them applies."""
    reading = read_collection(collection)
    yield CheckedThing(message("doctor.letters", number=len(reading.letters)))
    for row in reading.refused:
        yield CheckedThing(message("doctor.refused", path=row.path, reason=row.reason), amiss=True)
    stated = parse_manifest(collection.manifest or "").letters
    for path in (dict(notice.params)["path"] for notice in reading.notices if notice.id == "notice.not-there"):
        if not stated[str(path)].sha256:  # of those that were fetched more is told
            yield CheckedThing(message("doctor.not-there", path=path), amiss=True)
    standing, stale = sift(rulings_of(collection), reading.letters)
    yield CheckedThing(message("doctor.rulings", number=len(standing)))
    for ruling in stale:
        said = message(f"ruling.name.{ruling.decision.ruling}")
        quote = ruling.decision.quotes[0].quote
        yield CheckedThing(message("doctor.stale", ruling=said, quote=quote, reason=ruling.reason), amiss=True)
    for pair in contrary(standing):
        yield CheckedThing(pair.told, amiss=True)


def _beside(collection: Collection) -> Iterator[CheckedThing]:
    """Whether what rulings taught and what the register says can be read, where they are kept. Gives what is amiss."""
    for read in (correction_of, register_of):
        try:
            read(collection)
        except TrackerError as fault:
            yield CheckedThing(fault.message, amiss=True)


def _weights() -> Iterator[CheckedThing]:
    """Whether what the learned readers, links and verdicts weigh with can be read."""
    if current().weights is None:
        return
    for load in (load_reader, load_kinds, load_stack, pair_weights, lapse_weights):
        load()
    if not is_installed():
        yield CheckedThing(message("doctor.no-networks"))
        return
    for name in (ENCODER, MEANING):
        Network(name).answers([Words("", "")])
    yield CheckedThing(message("doctor.weights"))


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
    """Whether the repository can be opened, and the hooks that were asked for are in force."""
    if shut := unopened(folder):
        path, cause = shut
        yield CheckedThing(message("doctor.broken-repository", path=path, cause=cause), amiss=True)
        return
    try:
        home = home_of(folder.resolve())
    except HistoryError:
        yield CheckedThing(message("doctor.no-repository"))
        return
    if aside := ", ".join(path.name for path in scripts.left_aside(home)):
        yield CheckedThing(message("doctor.hooks-aside", files=aside), amiss=True)
    yield from _faults(home)
    wishes = config_of(home)
    if wishes is None:
        left = [hook.name for hook in scripts.inspect(home) if hook.state.is_ours]
        said = message("doctor.hooks-forgotten", hooks=", ".join(left)) if left else message("doctor.no-hooks")
        yield CheckedThing(said, amiss=bool(left))
        return
    if not home.bare and not (home.top / wishes.letters).is_dir():
        yield CheckedThing(message("doctor.no-letters-watched", folder=wishes.letters), amiss=True)
    if owed := len(missing_reports(home, wishes)):
        yield CheckedThing(message("doctor.reports", number=owed), amiss=True)
    if not merge_driver.in_force(home):
        yield CheckedThing(message("doctor.no-merge-driver"), amiss=True)
    yield from _hooks_in_force(home, wishes)


def _faults(home: Home) -> Iterator[CheckedThing]:
    """What kept hooks from their work, as the log has it; what they missed is made up for and may be amiss besides."""
    if found := fault_log.kept_faults(home):
        known = {"number": found.number, "day": found.newest, "cause": found.cause}
        yield CheckedThing(message("doctor.hook-faults", path=home.common / fault_log.FILE, **known), amiss=True)


def _hooks_in_force(home: Home, wishes: HookConfig) -> Iterator[CheckedThing]:
    for hook in scripts.inspect(home):
        if hook.name == scripts.GATE and not wishes.fail_on:
            continue
        tool = message(f"hook.caller.{hook.caller.tool}") if hook.caller else ""
        state = message(f"hook.state.{hook.state}", tool=tool)
        yield CheckedThing(message("doctor.hook", hook=hook.name, state=state), not hook.state.in_force)
