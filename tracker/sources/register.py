"""The register of promises that parliament keeps: fetched for a dossier, kept beside the letters."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import quote

import msgspec
from msgspec import Struct

from tracker.errors import CollectionError
from tracker.sources.client import Client
from tracker.sources.odata import RecordPage, RegisterRecord, rows
from tracker.sources.papers import Dossier
from tracker.sources.services import Parliament
from tracker.text.wrong_form import form_fault


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


class Register(Struct, frozen=True):
    """The promises of some dossiers as they stood on a day."""

    retrieved: dt.date
    promises: tuple[Registered, ...]


class _OtherRecord(Struct, frozen=True, rename="pascal"):
    nummer: str | None = None


class _ActivityRecord(Struct, frozen=True, rename="pascal"):
    datum: str | None = None


class PromiseRecord(RegisterRecord, frozen=True, rename="pascal"):
    """A record of the register; what meets a promise comes in more than one form."""

    nummer: str | None
    tekst: str | None
    status: str | None
    ministerie: str | None = None
    kamerbrief_nakoming: Any = None
    activiteit: tuple[_ActivityRecord, ...] = ()
    is_herhaling_van: tuple[_OtherRecord, ...] = ()
    is_wijziging_van: tuple[_OtherRecord, ...] = ()


def promises_of(client: Client, service: Parliament, dossier: Dossier) -> tuple[Registered, ...]:
    """The promises made in the activities of a dossier, by number, without withdrawn ones. Raises SourceError."""
    suffix = f"'{dossier.suffix}'" if dossier.suffix else "null"
    asked = service.promises_of.format(number=dossier.number, suffix=suffix)
    question = service.base + service.promises.format(filter=quote(asked, safe="(),/:'"))
    found = rows(client, service, question, RecordPage[PromiseRecord])
    known = {row.nummer: _registered(service, row) for row in found if row.nummer and not row.verwijderd}
    return tuple(known[number] for number in sorted(known))


def write_register(register: Register) -> str:
    """The register as it is kept beside the letters: a promise a paragraph, the same for the same promises."""
    return msgspec.json.format(msgspec.json.encode(register), indent=1).decode() + "\n"


def read_register(text: str) -> Register:
    """The register as it was kept. Raises CollectionError."""
    try:
        return msgspec.json.decode(text, type=Register)
    except (ValueError, RecursionError) as fault:
        raise CollectionError("register.damaged", cause=form_fault(fault, text)) from fault


def _registered(service: Parliament, row: PromiseRecord) -> Registered:
    days = [one.datum[:10] for one in row.activiteit if one.datum]
    status = row.status or ""
    return Registered(
        number=row.nummer or "",
        text=" ".join((row.tekst or "").split()),
        status=status,
        met=status.casefold() in service.met,
        by=_papers(service, row.kamerbrief_nakoming),
        made=_day(min(days)) if days else None,
        ministry=row.ministerie or "",
        repeats=tuple(one.nummer for one in row.is_herhaling_van if one.nummer),
        changes=tuple(one.nummer for one in row.is_wijziging_van if one.nummer),
    )


def _papers(service: Parliament, told: object) -> tuple[str, ...]:
    """The papers that are said to meet a promise: one, several, or records of them."""
    several = told if isinstance(told, list) else [told]
    names = (next(iter(_names(service, one)), "") for one in several)
    return tuple(dict.fromkeys(name for name in names if name))


def _names(service: Parliament, one: object) -> list[str]:
    if isinstance(one, dict):
        return [str(value) for key, value in one.items() if key.casefold().endswith(service.named) and value]
    return [one] if isinstance(one, str) else []


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
