"""What the rulings of a collection taught: weights of words and facts that are added to what the readers say.

learned.toml, beside decisions.toml, holds them: plain text, written by `tracker learn --keep`, the same for the same
letters and rulings. Without the file nothing is corrected.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from tracker.errors import DecisionError
from tracker.extraction.learned.sentence_features import Features
from tracker.storage.cache import digest
from tracker.text.toml import TomlError, parse_toml
from tracker.text.wrong_form import form_fault

FILE_NAME = "learned.toml"
CORRECTED = ("commitment", "firm")
"""The questions that rulings on quotes answer."""
HEAVIEST = 10.0
"""No rulings teach a greater weight; a file with one was not written by the tracker; by judgement."""
_LETTERS = "c:"
_HEADER = (
    "# What rulings on quotes taught the reader of these letters: log-odds by word or fact, added to the others.\n"
    "# Written by `tracker learn --keep`; `tracker learn --forget` takes it away.\n\n"
)


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """Weights by feature for each question, with what they rest on and what they did when they were kept."""

    rulings: int
    """How many it was fitted to."""
    right_before: int
    """How many of them the shipped reader answers rightly."""
    right_after: int
    """The same of the corrected reader, each ruling left out of its own fit."""
    changes: int
    """How many statements of the letters it added, took away or made firm or soft when it was kept."""
    commitment: dict[str, float]
    firm: dict[str, float]

    def log_odds(self, features: Features, question: str) -> float:
        """What is added to the log-odds of a question; 0 for one that rulings do not answer."""
        if question not in CORRECTED:
            return 0.0
        weights: Mapping[str, float] = getattr(self, question)
        return round(sum(weights.get(name, 0.0) * value for name, value in features.items()), 4)

    @property
    def name(self) -> str:
        """A digest of its weights."""
        return digest((self.commitment, self.firm))


def seen(features: Features) -> Features:
    """The features that a correction weighs: words and facts, which a reader of the file understands."""
    return {name: value for name, value in features.items() if not name.startswith(_LETTERS)}


def to_text(correction: Correction) -> str:
    """The file, its weights in the order of the alphabet."""
    import tomlkit

    rows = msgspec.to_builtins(correction)
    ordered = {name: dict(sorted(row.items())) if isinstance(row, dict) else row for name, row in rows.items()}
    return _HEADER + tomlkit.dumps(ordered)


def read_correction(text: str) -> Correction:
    """What a learned.toml holds. Raises DecisionError: it is no such file."""
    try:
        found = msgspec.convert(parse_toml(text), Correction)
    except TomlError as fault:
        raise DecisionError("learned.unusable", file=FILE_NAME, cause=fault.reason) from None
    except msgspec.ValidationError as fault:
        raise DecisionError("learned.unusable", file=FILE_NAME, cause=form_fault(fault, text)) from None
    numbers = (found.rulings, found.right_before, found.right_after, found.changes)
    weights = (*found.commitment.values(), *found.firm.values())
    if min(numbers) < 0 or not all(abs(weight) <= HEAVIEST for weight in weights):
        raise DecisionError("learned.out-of-bounds", file=FILE_NAME, most=HEAVIEST)
    return found
