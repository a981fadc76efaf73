"""The register of promises that parliament keeps: fetched for a dossier, kept beside the letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec
from msgspec import UNSET, Struct, UnsetType

from tracker.errors import CollectionError
from tracker.model import RegisterTwin
from tracker.sources.client import Client
from tracker.sources.odata import RecordPage, RegisterRecord, day_there, records
from tracker.sources.papers import Dossier
from tracker.sources.services import Parliament
from tracker.text.normalize import one_space
from tracker.text.wrong_form import form_fault

LONGEST = 4000
"""Characters of a promise that are read, of the processor a quarter of a second; they say it in a paragraph. By
judgement."""
_CUT = " […]"


class Registered(Struct, frozen=True, omit_defaults=True):
    """A promise as the register has it; `by` names the papers that met it, as the register names them."""

    number: str
    text: str
    status: str
    met: bool
    by: tuple[str, ...] = ()
    made: dt.date | None = None
    ministry: str = ""
    repeats: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    """The dossiers in whose activities it was made, as far as they were asked for."""
    gone: dt.date | None = None
    """Since when the register does not say it any more; the rest is as it was said last."""
    unclear: bool = False
    """Whether it has no status, or none of the words that are known, so that nobody knows if it was met."""
    closed: bool = False
    """Whether it was not met and nobody waits for it any more."""
    twins: tuple[RegisterTwin, ...] = ()
    """What else the register has under its number; it is the one that was changed last."""
    list: str = ""
    """The file of the list that it was taken from; "" where a service said it."""
    as_of: dt.date | None = None
    """Of which day that list is."""
    unread: tuple[str, ...] = ()
    """What is told of it and not understood, or not told any more, as its source calls it: it may name what met it."""


class Register(Struct, frozen=True):
    """The promises of some dossiers as they stood on a day."""

    retrieved: dt.date
    promises: tuple[Registered, ...]

    @property
    def standing(self) -> tuple[Registered, ...]:
        """Those that the register still says."""
        return tuple(row for row in self.promises if not row.gone)

    @property
    def half_read(self) -> frozenset[str]:
        """The numbers of those whose being met letters may tell of in a way that nobody can know.

        Where something of a promise was not understood it is that one; where that is which other it changes or repeats,
        all are.
        """
        odd = [row for row in self.standing if row.unread]
        related = any(name.startswith(_RELATIONS) for row in odd for name in row.unread)
        return frozenset(row.number for row in (self.promises if related else odd))

    @property
    def is_of_lists(self) -> bool:
        """Whether lists alone say what it has, so that no service can be asked for it."""
        return bool(self.promises) and all(row.list for row in self.promises)


class _OtherRecord(Struct, frozen=True, rename="pascal"):
    nummer: str | UnsetType | None = UNSET


class _ActivityRecord(Struct, frozen=True, rename="pascal"):
    datum: str | UnsetType | None = UNSET


class PromiseRecord(RegisterRecord, frozen=True, rename="pascal"):
    """A record of the register; what meets a promise comes in more than one form. What is unset is not told of."""

    nummer: str | None
    tekst: str | None
    status: str | None
    ministerie: str | UnsetType | None = UNSET
    kamerbrief_nakoming: Any = UNSET
    activiteit: tuple[_ActivityRecord, ...] | UnsetType = UNSET
    is_herhaling_van: tuple[_OtherRecord, ...] | UnsetType = UNSET
    is_wijziging_van: tuple[_OtherRecord, ...] | UnsetType = UNSET


class Promises(Struct, frozen=True):
    """Promises of a dossier, and the fields that records of them lack, as the service calls them."""

    promises: tuple[Registered, ...]
    lacking: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    """The numbers of those that were taken back."""


def promises_of(client: Client, service: Parliament, dossier: Dossier, before: Register | None = None) -> Promises:
    """The promises made in the activities of a dossier, by number, without withdrawn ones.

    What their records lack is as it was `before`. Raises SourceError.
    """
    suffix = f"'{dossier.suffix}'" if dossier.suffix else "null"
    asked = service.promises_of.format(number=dossier.number, suffix=suffix)
    question = service.base + service.promises.format(filter=quote(asked, safe="(),/:'"))
    told = list(records(client, service, question, RecordPage[PromiseRecord]))
    told = [msgspec.structs.replace(row, nummer=one_space(row.nummer or "") or None) for row in told]
    found = [row for row in told if not row.verwijderd]
    then = {one.number: one for one in before.promises} if before else {}
    known: dict[str, Registered] = {}
    for row in sorted(found, key=lambda row: row.api_gewijzigd_op):
        if row.nummer:
            told_of = _registered(service, row, dossier, then.get(row.nummer))
            known[row.nummer] = beside(told_of, known.get(row.nummer))
    lacking = tuple(dict.fromkeys(name for row in found for name in _lacking(service, row, then.get(row.nummer or ""))))
    withdrawn = {row.nummer for row in told if row.verwijderd and row.nummer} - known.keys()
    return Promises(tuple(known[number] for number in sorted(known)), lacking, tuple(sorted(withdrawn)))


def beside(row: Registered, other: Registered | None) -> Registered:
    """A promise with what else the register has under its number."""
    if other is None:
        return row
    twin = RegisterTwin(other.text, other.status, other.met, other.unclear)
    return msgspec.structs.replace(row, twins=(*other.twins, twin))


def joined_answers(before: Register | None, answers: dict[Dossier, Promises], today: dt.date) -> tuple[Registered, ...]:
    """What the register says by now of all dossiers, by number; of those that were not asked for, as before.

    What an answer does not say any more, and does not say to be taken back, stays as it was said last.
    """
    rows = {row.number: row for row in before.promises} if before else {}
    asked = {dossier.id for dossier in answers}
    said = [row for answer in answers.values() for row in answer.promises]
    asked_of = (row for row in rows.values() if not row.list)
    silent = [row for row in asked_of if asked.intersection(row.dossiers) or not row.dossiers]
    rows |= {row.number: msgspec.structs.replace(row, gone=row.gone or today) for row in silent}
    for number in {number for answer in answers.values() for number in answer.withdrawn}:
        rows.pop(number, None)
    fresh: dict[str, Registered] = {}
    for row in said:
        here = rows[row.number].dossiers if row.number in rows else ()
        known = fresh.get(row.number)
        both = row if known is None or _is_same(known, row) else beside(row, known)
        fresh[row.number] = both
        rows[row.number] = msgspec.structs.replace(both, dossiers=tuple(sorted({*here, *row.dossiers})))
    return tuple(rows[number] for number in sorted(rows))


def with_list(before: Register | None, name: str, promises: Iterable[Registered], day: dt.date) -> Register:
    """The register with the promises of a list as of a day; what the list does not have any more stays as it was.

    What an older list or a service says in other words under a number stands beside it; of one day later it stands.
    """
    rows = {row.number: row for row in before.promises} if before else {}
    said = [msgspec.structs.replace(row, list=name, as_of=day) for row in promises]
    for number in {row.number for row in rows.values() if row.list == name} - {row.number for row in said}:
        rows[number] = msgspec.structs.replace(rows[number], gone=rows[number].gone or day)
    for row in said:
        known = rows.get(row.number)
        newer = known is None or (known.as_of or (before.retrieved if before else day)) <= day
        alone = known is None or known.list == name or one_space(known.text) == row.text
        if alone:
            rows[row.number] = row if newer or known is None else known
        else:
            rows[row.number] = beside(row, known)
    return Register(before.retrieved if before else day, tuple(rows[number] for number in sorted(rows)))


def _is_same(one: Registered, other: Registered) -> bool:
    """Whether two dossiers tell of the same promise."""
    return (one.text, one.status, one.twins) == (other.text, other.status, other.twins)


def write_register(register: Register) -> str:
    """The register as it is kept beside the letters: a promise a paragraph, the same for the same promises."""
    return msgspec.json.format(msgspec.json.encode(register), indent=1).decode() + "\n"


def read_register(text: str) -> Register:
    """The register as it was kept. Raises CollectionError."""
    try:
        return msgspec.json.decode(text, type=Register)
    except (ValueError, RecursionError) as fault:
        raise CollectionError("register.damaged", cause=form_fault(fault, text)) from fault


def shortened_register(register: Register) -> Register:
    """The register with no more of each promise than is read: of the rest stands that it was left out."""
    return msgspec.structs.replace(register, promises=tuple(map(_shortened_row, register.promises)))


def _shortened_row(row: Registered) -> Registered:
    if max(len(row.text), *(len(one.text) for one in row.twins), 0) <= LONGEST:
        return row
    twins = tuple(msgspec.structs.replace(one, text=_shortened(one.text)) for one in row.twins)
    return msgspec.structs.replace(row, text=_shortened(row.text), twins=twins)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + _CUT


Kept = TypeVar("Kept")
_RELATIONS = tuple(one.encode_name for one in msgspec.structs.fields(PromiseRecord) if "_OtherRecord" in str(one.type))
"""The fields of a record that name other promises, as the service calls them."""
_UNKNOWN = Registered("", "", "", met=False)
"""What is known of a promise that was never told of."""


def _lacking(service: Parliament, row: PromiseRecord, before: Registered | None) -> Iterator[str]:
    """The fields that a record lacks, as the service calls them; those of records in it too.

    One that says nothing of the text or the status, where it did before, lacks that as well; one without a number
    always does. So does one that names what met it, or its day, in a way that is not understood.
    """
    then = before or _UNKNOWN
    text, status = row.tekst or then.text or None, row.status or then.status or None
    known = msgspec.structs.replace(row, nummer=row.nummer or "-", tekst=text, status=status)
    for field in msgspec.structs.fields(row):
        now = getattr(row, field.name)
        if not now and getattr(known, field.name):
            yield field.encode_name
        if field.type is Any and not all(_papers_each(service, now)):
            yield field.encode_name
        yield from _unset(field.encode_name, now)
        yield from _undated(service, field.encode_name, now)


def _unset(name: str, value: object) -> Iterator[str]:
    if value is UNSET:
        yield name
    for one in value if isinstance(value, tuple) else ():
        for field in msgspec.structs.fields(one):
            yield from _unset(f"{name}/{field.encode_name}", getattr(one, field.name))


def _registered(service: Parliament, row: PromiseRecord, dossier: Dossier, before: Registered | None) -> Registered:
    then = before or _UNKNOWN
    status = one_space(row.status or then.status)
    word = status.casefold().strip(" .")
    met = word in service.met
    by = _newer_value(row.kamerbrief_nakoming, _papers(service, row.kamerbrief_nakoming), then.by)
    days = [day for one in row.activiteit or () if one.datum and (day := day_there(one.datum, service.zone))]
    return Registered(
        number=row.nummer or "",
        text=one_space(row.tekst or then.text),
        status=status,
        met=met,
        by=by or (then.by if met else ()),
        made=min(days, default=then.made),
        ministry=row.ministerie or then.ministry,
        repeats=_newer_value(row.is_herhaling_van, _numbers(row.is_herhaling_van), then.repeats),
        changes=_newer_value(row.is_wijziging_van, _numbers(row.is_wijziging_van), then.changes),
        dossiers=(dossier.id,),
        unclear=not met and word not in service.unmet,
        closed=word in service.closed,
        unread=tuple(dict.fromkeys(_lacking(service, row, before))),
    )


def _undated(service: Parliament, name: str, value: object) -> Iterator[str]:
    """The fields of days in a field that are told in another form than is understood."""
    for one in value if isinstance(value, tuple) else ():
        if isinstance(one, _ActivityRecord) and one.datum and not day_there(one.datum, service.zone):
            yield from (f"{name}/{field.encode_name}" for field in msgspec.structs.fields(one))


def _newer_value(field: object, now: Kept, then: Kept) -> Kept:
    """What a field says now, and what it said then where nothing of it is told."""
    return then if next(_unset("-", field), "") else now


def _numbers(others: tuple[_OtherRecord, ...] | UnsetType) -> tuple[str, ...]:
    return tuple(number for one in others or () if (number := one_space(one.nummer or "")))


def _papers(service: Parliament, told: object) -> tuple[str, ...]:
    """The papers that are said to meet a promise: one, several, or records of them."""
    return tuple(dict.fromkeys(name for name in _papers_each(service, told) if name))


def _papers_each(service: Parliament, told: object) -> list[str]:
    """The name of each paper that is said to meet a promise, "" for one that has none that is understood."""
    several = told if isinstance(told, list) else [told]
    return [next(iter(_names(service, one)), "") for one in several if one]


def _names(service: Parliament, one: object) -> list[str]:
    if isinstance(one, dict):
        return [str(value) for key, value in one.items() if key.casefold().endswith(service.named) and value]
    return [one] if isinstance(one, str) else []
