"""The marks that list items and numbered headings begin with."""

from __future__ import annotations

import re

BULLET = re.compile(r"(?P<mark>[•·●○▪■□◦‣⁃∙➢➤►▶▸→✓✔☐☑☒*\uf0a7\uf0b7\uf0d8\uf02d–—-]|o(?=\s))\s+(?=\S)")
LABEL = re.compile(
    r"(?P<mark>\(?(?P<number>\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]{1,5}|[IVXLC]{1,5}|[a-zA-Z])(?P<stop>[.)]?))\s+(?=\S)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+$")
_MEASURE = re.compile(r"(?<![^\W\d_])[kdcm]?m$")
_ATOMS = re.compile(r"(?<![^\W_])(?:[CNS]O|[CN]H|[CNS]F|N|H|O|PM)$")
_MOST_ATOMS = 11
"""Fewer atoms of a kind are in the molecules that letters name; particles go up to PM₁₀."""


class Label:
    """The number that a line begins with: its mark as printed, its parts, and what it is made of."""

    def __init__(self, found: re.Match[str]) -> None:
        """Read a match of LABEL."""
        self.mark: str = found["mark"]
        self.stop: str = found["stop"]
        self.parts: tuple[str, ...] = tuple(found["number"].split("."))

    @property
    def kind(self) -> str:
        """Of what the number is made: "1" figures, "I" capital roman, "i" small roman, "A" or "a" a letter."""
        first = self.parts[0]
        if first.isdigit():
            return "1"
        roman = not set(first.casefold()) - set("ivxlc")
        if roman and (len(first) > 1 or first in "iIvVxX"):
            return "I" if first.isupper() else "i"
        return "A" if first.isupper() else "a"

    @property
    def last(self) -> int:
        """The value of the last part, to see whether one label counts on from another."""
        part = self.parts[-1]
        if part.isdigit():
            return int(part)
        return roman_value(part) if self.kind in "Ii" else ord(part.casefold()) - 96

    def follows(self, other: Label) -> bool:
        """Whether this is the next label after `other` in one count."""
        return self.kind == other.kind and self.parts[:-1] == other.parts[:-1] and self.last == other.last + 1


def roman_value(numeral: str) -> int:
    """The value of a roman numeral of any case."""
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in numeral.casefold()]
    signed = [-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)]
    return sum(signed)


def in_formula(before: str, figure: str) -> bool:
    """Whether a small figure is the power of a measure (m²) or counts atoms (CO₂), and is no note mark."""
    power = figure in ("2", "3") and _MEASURE.search(before)
    return bool(power or (int(figure) < _MOST_ATOMS and _ATOMS.search(before)))


def label_of(text: str) -> Label | None:
    """The number that a text begins with: "1.", "2.3", "IV.", "a)", "i."; a bare number, letter or amount is none."""
    found = LABEL.match(text)
    if found is None or (not found["stop"] and ("." not in found["number"] or _THOUSANDS.match(found["number"]))):
        return None
    return Label(found)
