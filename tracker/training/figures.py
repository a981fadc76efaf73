"""How good rules and stack are on sentences of bodies that neither was fitted on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.extraction.learned.formulas import Formulas
from tracker.training.examples import Example
from tracker.training.stack import Inputs, fit_stack

_ENOUGH = 10
"""A body counts in the mean, where at least so many statements are annotated surely."""


class Figures(NamedTuple):
    """Precision, recall and F1 of what a reader says of some sentences, and the number annotated."""

    precision: float
    recall: float
    f1: float
    there: int


def table(rows: Sequence[Example], groups: Sequence[frozenset[str]], small: Inputs, large: Inputs | None) -> str:
    """Precision, recall and F1 of commitments and reports by body, for rules and stack without and with the encoder.

    The stack is fitted without the body's group, as the readers were. A row stands for a sentence. A predicted firm
    commitment is right where any commitment is annotated, and firm annotated ones count for recall, doubtful ones for
    neither: as the scorer of the gold has it.
    """
    stacks = {}
    for group in groups:
        seen = [at for at, row in enumerate(rows) if row.body not in group]
        stack = fit_stack(
            [rows[at] for at in seen], [small[at] for at in seen], [large[at] for at in seen] if large else None
        )
        stacks.update(dict.fromkeys(group, stack))
    asked = [
        stacks[row.body].small.unsure(given, stacks[row.body].unsure) for row, given in zip(rows, small, strict=True)
    ]
    lines = [f"{len(rows)} sentences of {len({row.body for row in rows})} bodies"]
    if large:
        lines.append(f"the encoder is asked for {sum(asked) / len(rows):.2f} of them")
    for question, right in (("firm", "commitment"), ("report", "report")):
        lines += ["", question]
        ruled = [given[f"rules.{question}"] > 0 for given in small]
        says = {
            "rules": ruled,
            "small": [_says(stacks[row.body].small, question, given) for row, given in zip(rows, small, strict=True)],
        }
        if large:
            says["large"] = [
                _says(stacks[row.body].large or stacks[row.body].small, question, large[at])
                if asked[at]
                else says["small"][at]
                for at, row in enumerate(rows)
            ]
        for name, said in says.items():
            lines += _lines(name, rows, said, question, right)
    return "\n".join(lines) + "\n"


def _says(formulas: Formulas, question: str, given: dict[str, float]) -> bool:
    return formulas.of(question).says(given, ruled=given[f"rules.{question}"] > 0)


def _lines(name: str, rows: Sequence[Example], said: Sequence[bool], wanted: str, right: str) -> list[str]:
    """A line for each body, their mean, and one for all sentences."""
    bodies = sorted({row.body for row in rows})
    found = {
        body: figures([(row, yes) for row, yes in zip(rows, said, strict=True) if row.body == body], wanted, right)
        for body in bodies
    }
    counted = [row for row in found.values() if row.there >= _ENOUGH] or list(found.values())
    shares = [sum(row[at] for row in counted) / len(counted) for at in range(3)]
    mean = Figures(shares[0], shares[1], shares[2], len(counted))
    every = figures(list(zip(rows, said, strict=True)), wanted, right)
    return [
        _row(name, label, row) for label, row in [*found.items(), (f"mean of {len(counted)}", mean), ("all", every)]
    ]


def figures(rows: Sequence[tuple[Example, bool]], wanted: str, right: str) -> Figures:
    """The figures of sentences with whether a reader says yes; `right` is what must be annotated for it to be right."""
    said = good = found = there = 0
    for row, yes in rows:
        sure = row.labels[wanted] == 2
        doubtful = row.labels[wanted] == 1 or (row.labels[right] == 1 and row.labels[wanted] == 0)
        said, good = said + (yes and not doubtful), good + (yes and not doubtful and row.labels[right] > 0)
        there, found = there + sure, found + (yes and sure)
    precision, recall = good / max(1, said), found / max(1, there)
    return Figures(precision, recall, 2 * precision * recall / max(1e-9, precision + recall), there)


def _row(name: str, label: str, row: Figures) -> str:
    return f"{name:6} {label:12} P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}  {row.there}"
