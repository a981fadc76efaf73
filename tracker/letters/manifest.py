"""letters.toml: what a person states about the letters of a collection; it overrides what the letters print."""

from __future__ import annotations

import datetime as dt
import tomllib

from msgspec import Struct, ValidationError, convert

from tracker.errors import CollectionError


class Facts(Struct, frozen=True, forbid_unknown_fields=True):
    """What the manifest says of one letter; None where it is silent. `date` is EDTF: "2016-11-29", "2015?", "2014-10/2016-10"."""

    path: str
    dossier: str | None = None
    number: str | None = None
    date: str | None = None
    title: str | None = None
    signatories: tuple[str, ...] | None = None


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    letter: tuple[Facts, ...] = ()


def parse_manifest(text: str) -> dict[str, Facts]:
    """The facts of letters.toml by path."""
    try:
        return {facts.path: facts for facts in convert(tomllib.loads(text), _File).letter}
    except (tomllib.TOMLDecodeError, ValidationError) as fault:
        raise CollectionError(f"letters.toml: {fault}.") from fault


def bounds_of(edtf: str) -> tuple[dt.date, dt.date]:
    """The first and last day that an EDTF date may mean."""
    from edtf import parse_edtf  # noqa: PLC0415

    parsed = parse_edtf(edtf.replace("?", "").replace("~", ""))
    low, high = parsed.lower_strict(), parsed.upper_strict()
    return dt.date(*low[:3]), dt.date(*high[:3])
