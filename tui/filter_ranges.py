"""Values of a filter that lie between two bounds: "2024-07..2024-12", ">1mln", "0.6..", each read for its field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from tracker.language.resources import entries
from tui.labels import Labels

RANGES = ("due", "amount", "confidence")
"""Fields whose values lie between two bounds."""
SHARE_DIGITS = 2
"""Decimals of a share of 1, as it is shown: what is shown as 0.64 is found as 0.64."""
_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9, "million": 1e6, "billion": 1e9}
_FIGURE = re.compile(r"([\d.,]+)\s*([a-z]*)$")
_BOUNDS = re.compile(r"(?P<sign>[<>]=?)(?P<one>.+)|(?P<low>.*?)\.\.(?P<high>.*)")


class Range(Struct, frozen=True):
    """From a bound to a bound, either of which may be open; both belong to it."""

    low: Any = None
    high: Any = None

    def touches(self, low: Any, high: Any) -> bool:
        """Whether something from `low` to `high` lies in it with a part."""
        return (self.low is None or high >= self.low) and (self.high is None or low <= self.high)


def scales() -> dict[str, float]:
    """What may stand after a figure, in English and in the language of the letters, with what it is multiplied by."""
    multipliers: dict[str, float] = dict(entries("details", "multipliers"))
    return _SCALES | multipliers


def read_range(field: str, value: str, labels: Labels) -> Range:
    """The bounds that a value names: "2024", ">1mln", "2024-07..2024-12". Raises ValueError with what is wrong."""
    return _in_order(_bounds(field, value, labels), value, labels)


def _bounds(field: str, value: str, labels: Labels) -> Range:
    read = _READ[field]
    match = _BOUNDS.fullmatch(value)
    try:
        if match is None:
            low, high = read(value)
            return Range(low, high)
        if match["sign"]:
            low, high = read(match["one"])
            over = match["sign"].startswith(">")
            return (
                Range(_next(high, 1) if match["sign"] == ">" else low)
                if over
                else Range(None, _next(low, -1) if match["sign"] == "<" else high)
            )
        return Range(read(match["low"])[0] if match["low"] else None, read(match["high"])[1] if match["high"] else None)
    except (ValueError, OverflowError):
        raise ValueError(labels(f"filter.no_{field}", name=value)) from None


def _in_order(found: Range, value: str, labels: Labels) -> Range:
    """The bounds as they are. Raises ValueError where the range ends before it begins."""
    if found.low is not None and found.high is not None and found.high < found.low:
        raise ValueError(labels("filter.reversed", name=value))
    return found


def _next(bound: Any, step: int) -> Any:
    """The day, or the number, right beyond a bound."""
    return bound + dt.timedelta(days=step) if isinstance(bound, dt.date) else bound * (1 + step * 1e-9)


def _days(text: str) -> tuple[dt.date, dt.date]:
    """The first and last day of a year, a month or a day."""
    parts = [int(part) for part in text.split("-")]
    year, month, day, *_ = [*parts, 0, 0]
    if len(parts) > 3 or not 1900 <= year <= 2999:
        raise ValueError(text)
    if day:
        return dt.date(year, month, day), dt.date(year, month, day)
    last = month or 12
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, month or 1, 1), after - dt.timedelta(days=1)


def _number(text: str) -> tuple[float, float]:
    """A figure with its scale: "1,5mln" is 1,500,000."""
    match = _FIGURE.fullmatch(text.lstrip("€").strip())
    if match is None or (match[2] and match[2] not in scales()):
        raise ValueError(text)
    digits = match[1].replace(",", ".")
    digits = digits.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", digits) else digits
    value = float(digits) * scales().get(match[2], 1)
    return value, value


def _share(text: str) -> tuple[float, float]:
    """A share of 1: "0.6" and "60%" are the same."""
    value, _ = _number(text.removesuffix("%"))
    value /= 100 if text.endswith("%") else 1
    if not 0 <= value <= 1:
        raise ValueError(text)
    return (round(value, SHARE_DIGITS),) * 2


_READ: dict[str, Callable[[str], tuple[Any, Any]]] = {"due": _days, "amount": _number, "confidence": _share}
"""How a bound of each field of RANGES is read."""
