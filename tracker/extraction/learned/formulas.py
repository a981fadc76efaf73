"""The stack's formulas: a small logistic regression for each question, fitted on bodies that the readers did not see.

They weigh what the readers say: rules and linear reader, and with other weights the encoder too. stack.toml holds them;
`python -m tracker.training` makes them, without the five letters that the rules were made on.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from tracker.extraction.learned.weights import weights_folder, weights_of
from tracker.language.pack import cached
from tracker.text.log_odds import probability as rounded

REPORT = "report"
QUESTIONS = ("commitment", "firm", REPORT)
"""What every reader answers of a sentence."""


_DIGITS = 4
"""Digits of what a reader says, by judgement: linking writes three."""


def reader_probability(log_odds: float) -> float:
    """Log-odds of a reader as a probability from 0 to 1, in four digits."""
    return rounded(log_odds, _DIGITS)


class Formula(Struct, frozen=True, forbid_unknown_fields=True):
    """The weight of each input of one logistic regression, and the probabilities from which on it says yes."""

    bias: float
    bar: float
    """Where no rule says so."""
    bar_ruled: float
    """Where a rule says so too."""
    weights: dict[str, float]
    bar_tentative: float = 1.0
    """From which on it says yes where another letter bears that out."""

    def probability(self, inputs: dict[str, float]) -> float:
        """What the inputs give, from 0 to 1, in four digits."""
        return reader_probability(self.log_odds(inputs))

    def log_odds(self, inputs: dict[str, float]) -> float:
        """The same as log-odds."""
        return self.bias + sum(weight * inputs[name] for name, weight in self.weights.items())

    def says(self, inputs: dict[str, float], *, ruled: bool) -> bool:
        """Whether it says yes; `ruled` where a rule does too."""
        return self.probability(inputs) >= (self.bar_ruled if ruled else self.bar)


class Unsure(Struct, frozen=True, forbid_unknown_fields=True):
    """Between which probabilities an answer of rules and linear reader is unsure."""

    least: float
    most: float
    least_report: float
    """The least where it is asked whether an outcome is reported."""


class Formulas(Struct, frozen=True, forbid_unknown_fields=True):
    """The regressions of the three questions."""

    commitment: Formula
    firm: Formula
    report: Formula

    def of(self, question: str) -> Formula:
        """The formula of a question."""
        formula: Formula = getattr(self, question)
        return formula

    def unsure(self, given: dict[str, float], bounds: Unsure) -> bool:
        """Whether the answer to any of the questions is unsure."""
        answers = {question: self.of(question).probability(given) for question in QUESTIONS}
        least = dict.fromkeys(QUESTIONS, bounds.least) | {REPORT: bounds.least_report}
        return any(least[question] <= answer <= bounds.most for question, answer in answers.items())


class Stack(Struct, frozen=True, forbid_unknown_fields=True):
    """The formulas without the encoder, and with it for the sentences on which those are unsure."""

    unsure: Unsure
    small: Formulas
    large: Formulas | None = None


@cached(maxsize=1)
def load_stack() -> Stack:
    """The formulas of the language. Raises FileNotFoundError: it has none."""
    path = weights_folder().joinpath("stack.toml")
    with weights_of(path.name):
        return msgspec.toml.decode(path.read_bytes(), type=Stack)
