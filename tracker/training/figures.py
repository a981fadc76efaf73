"""How good rules and stack are on sentences of bodies that neither was fitted on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.extraction.learned.formulas import Formulas, Stack
from tracker.training.examples import Example
from tracker.training.stack import Inputs, fit_stack

_ENOUGH = 10
"""A body counts in the mean, where at least so many statements are annotated surely."""

RIGHT = {"firm": "commitment", "report": "report"}
"""The questions that are measured, and what must be annotated for a yes to be right."""


class Figures(NamedTuple):
    """Precision, recall and F1 of what a reader says of some sentences, and the number annotated."""

    precision: float
    recall: float
    f1: float
    there: int


class Voice(NamedTuple):
    """What a reader, or some together, say of every sentence on one question."""

    name: str
    said: list[bool]
    likely: list[float]
    """The probabilities that they give."""


def figures_table(
    rows: Sequence[Example], groups: Sequence[frozenset[str]], small: Inputs, large: Inputs | None
) -> str:
    """Precision, recall and F1 of commitments and reports by body, for rules and stack without and with the encoder.

    The stack is fitted without the body's group, as the readers were. A row stands for a sentence. A predicted firm
    commitment is right where any commitment is annotated, and firm annotated ones count for recall, doubtful ones for
    neither: as the scorer of the gold has it. Below them, how often what was given a probability was annotated.
    """
    stacks = {body: stack for group in groups for body, stack in _without(group, rows, small, large).items()}
    chosen = [stacks[row.body] for row in rows]
    asked = [stack.small.unsure(given, stack.unsure) for stack, given in zip(chosen, small, strict=True)]
    lines = [f"{len(rows)} sentences of {len({row.body for row in rows})} bodies"]
    if large:
        lines.append(f"the encoder is asked for {sum(asked) / len(rows):.2f} of them")
    for question in RIGHT:
        alone = [_answer(stack.small, question, given) for stack, given in zip(chosen, small, strict=True)]
        voices = _voices(question, small, alone)
        if large:
            both = [
                _answer(stack.large, question, given) if unsure and stack.large else said
                for stack, given, unsure, said in zip(chosen, large, asked, alone, strict=True)
            ]
            voices.append(_voice("large", both))
        lines += _block(question, rows, voices)
        lines += _reliability(rows, voices[-1], question)
    return "\n".join(lines) + "\n"


def table_of_unseen(rows: Sequence[Example], formulas: Formulas, small: Inputs) -> str:
    """The same of papers that nothing is ever fitted on, by the weights that were fitted on all others."""
    lines = ["", f"{len(rows)} sentences of {len({row.body for row in rows})} bodies that only measure"]
    for question in RIGHT:
        lines += _block(question, rows, _voices(question, small, [_answer(formulas, question, row) for row in small]))
    return "\n".join(lines) + "\n"


def _voices(question: str, small: Inputs, alone: Sequence[tuple[bool, float]]) -> list[Voice]:
    """What the rules say, and what they say with the linear reader."""
    ruled = [given[f"rules.{question}"] for given in small]
    return [Voice("rules", [value > 0 for value in ruled], ruled), _voice("small", alone)]


def _voice(name: str, answers: Sequence[tuple[bool, float]]) -> Voice:
    return Voice(name, *map(list, zip(*answers, strict=True)))


def _block(question: str, rows: Sequence[Example], voices: Sequence[Voice]) -> list[str]:
    lines = ["", question]
    for voice in voices:
        lines += _lines(voice.name, rows, voice.said, question, RIGHT[question])
    return lines


def _without(group: frozenset[str], rows: Sequence[Example], small: Inputs, large: Inputs | None) -> dict[str, Stack]:
    """The stack that was fitted without a group of bodies, for each of them."""
    seen = [at for at, row in enumerate(rows) if row.body not in group]
    both = [large[at] for at in seen] if large else None
    return dict.fromkeys(group, fit_stack([rows[at] for at in seen], [small[at] for at in seen], both))


def _answer(formulas: Formulas, question: str, given: dict[str, float]) -> tuple[bool, float]:
    """Whether the formula of a question says yes, and with what probability."""
    formula = formulas.of(question)
    return formula.says(given, ruled=given[f"rules.{question}"] > 0), formula.probability(given)


def _reliability(rows: Sequence[Example], voice: Voice, question: str) -> list[str]:
    """For each tenth of the probabilities: their mean, how often it was annotated, and the number of sentences."""
    lines = [f"reliability of {voice.name}: probability given, share annotated, sentences"]
    for tenth in range(10):
        held = [
            (likely, row.labels[question] > 0)
            for row, likely in zip(rows, voice.likely, strict=True)
            if tenth <= likely * 10 < tenth + 1 or likely == 1 == tenth - 8
        ]
        if held:
            given, found = (sum(values) / len(held) for values in zip(*held, strict=True))
            lines.append(f"  {given:.2f}  {found:.2f}  {len(held)}")
    return lines


def _lines(name: str, rows: Sequence[Example], said: Sequence[bool], wanted: str, right: str) -> list[str]:
    """A line for each body, their mean, and one for all sentences."""
    bodies = sorted({row.body for row in rows})
    found = {
        body: sentence_figures(
            [(row, yes) for row, yes in zip(rows, said, strict=True) if row.body == body], wanted, right
        )
        for body in bodies
    }
    counted = [row for row in found.values() if row.there >= _ENOUGH] or list(found.values())
    shares = [sum(row[at] for row in counted) / len(counted) for at in range(3)]
    mean = Figures(shares[0], shares[1], shares[2], len(counted))
    every = sentence_figures(list(zip(rows, said, strict=True)), wanted, right)
    return [
        _row(name, label, row) for label, row in [*found.items(), (f"mean of {len(counted)}", mean), ("all", every)]
    ]


def sentence_figures(rows: Sequence[tuple[Example, bool]], wanted: str, right: str) -> Figures:
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
