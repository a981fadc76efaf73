"""What a statement carries besides its act: amounts, references, conditions and hedges. Patterns are data."""

from __future__ import annotations

import re

from tracker.language.pack import cached
from tracker.language.resources import month_abbreviations, month_names, read_table
from tracker.model import Amount, Reference

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"


@cached(maxsize=1)
def _amount_pattern() -> re.Pattern[str]:
    table = read_table("details")
    multipliers = "|".join(table["multipliers"])
    per = "|".join(table["units"]["per"])
    months = (re.escape(name.rstrip(".")) for name in (*month_names(), *month_abbreviations()))
    stop = "|".join(("per", *table["units"]["stop"], *months))
    return re.compile(
        rf"(?P<sign>€\s?)?(?<![\w.,])(?P<number>{_NUMBER})(?![\w-]*\d)\s?(?P<percent>%|procent\b)?\s?(?P<multiplier>(?:{multipliers})\b\.?)?"
        rf"\s?(?P<euro>euro\b)?(?(sign)|(?(percent)|(?(euro)|(?:\s?(?!(?:{stop})\b)(?P<unit>[a-zà-ÿ][\w’'-]{{2,}}))?)))"
        rf"(?:\s?(?P<per>{per}))?",
        re.IGNORECASE,
    )


def _value(number: str) -> float:
    """A figure as Dutch writes it: points between thousands, a comma (or a lone point) before decimals."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", number):
        number = number.replace(".", "")
    return float(number.replace(",", "."))


def _unit(match: re.Match[str]) -> str | None:
    if match["sign"] or match["euro"]:
        return "EUR"
    if match["percent"]:
        return "%"
    return match["unit"].lower() if match["unit"] else None


def find_amounts(text: str) -> tuple[Amount, ...]:
    """The sums, shares and counts of a quote. Two of a kind joined by "van … naar …" become one with its old value."""
    found: list[tuple[int, Amount]] = []
    for match in _amount_pattern().finditer(text):
        unit = _unit(match)
        if unit is None or (_YEAR.fullmatch(match["number"]) and unit not in ("EUR", "%")):
            continue
        multiplier = read_table("details")["multipliers"].get((match["multiplier"] or "").lower().rstrip("."), 1.0)
        amount = Amount(match.group().strip(), round(_value(match["number"]) * multiplier, 6), unit, match["per"])
        before = text[max(match.start() - 6, 0) : match.start()].lower()
        if found and found[-1][1].unit == unit and before.rstrip().endswith("naar"):
            previous = found.pop()[1]
            amount = Amount(f"{previous.text} naar {amount.text}", amount.value, unit, amount.per, previous.value)
        found.append((match.start(), amount))
    return tuple(amount for _, amount in found)


@cached(maxsize=1)
def _reference_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in read_table("details")["references"].items())


def _reference(kind: str, match: re.Match[str]) -> Reference:
    parts = {name: part for name, part in match.groupdict().items() if part}
    if kind == "kamerstuk":
        chapter = f"-{parts['chapter']}" if "chapter" in parts else ""
        return Reference(kind, f"kst-{parts['dossier'].replace(' ', '')}{chapter}-{parts['number']}", match.group())
    return Reference(kind, next(iter(parts.values())).strip(), match.group())


def find_references(text: str) -> tuple[Reference, ...]:
    """The papers, registered promises, motions and annexes that a quote names, each once, in order."""
    found = [
        (match.start(), _reference(kind, match))
        for kind, pattern in _reference_patterns()
        for match in pattern.finditer(text)
    ]
    unique = {(reference.kind, reference.id): reference for _, reference in sorted(found, key=lambda row: row[0])}
    return tuple(unique.values())


@cached(maxsize=2)
def _phrases(name: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(read_table("details")[name]["words"]) + r")(?!\w)", re.IGNORECASE)


def find_conditions(text: str) -> tuple[str, ...]:
    """The conditions that a quote states, as it words them."""
    return tuple(match.group() for match in _phrases("conditions").finditer(text))


def find_hedges(text: str) -> tuple[str, ...]:
    """The words by which a quote holds back."""
    return tuple(match.group() for match in _phrases("hedges").finditer(text))
