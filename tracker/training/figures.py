"""How good rules and stack are on sentences of bodies that neither was fitted on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tracker.extraction.learned.stack import Formulas
from tracker.training.detector import Data, Example, fit_formulas

Said = Callable[[Example, dict[str, float]], bool]


def table(rows: Sequence[Example], inputs: Sequence[dict[str, float]], data: Data) -> str:
    """Precision, recall and F1 of commitments and reports, for rules and stack, by body left out and over bodies.

    A row stands for a sentence. A predicted firm commitment is right where any commitment is annotated, and firm
    annotated ones count for recall, doubtful ones for neither: as the scorer of the gold has it.
    """
    bodies = sorted({row.body for row in rows})
    stacks = {
        body: fit_formulas(
            [row for row in rows if row.body != body],
            [given for row, given in zip(rows, inputs, strict=True) if row.body != body],
        )
        for body in bodies
    }
    lines = [f"{len(rows)} sentences of {len(bodies)} bodies; {len(data.clauses)} annotated clauses", ""]
    for name, wanted, right, says in _questions(stacks):
        figures = {body: _figures(body, rows, inputs, wanted, right, says) for body in bodies}
        for body in bodies:
            lines.append(f"{name:24} {body:12} " + _row(*figures[body]))
        macro = [sum(values) / len(bodies) for values in zip(*figures.values(), strict=True)]
        lines.append(f"{name:24} {'mean':12} " + _row(*macro))
        lines.append(f"{name:24} {'all':12} " + _row(*_figures("", rows, inputs, wanted, right, says)))
    return "\n".join(lines) + "\n"


def _questions(stacks: dict[str, Formulas]) -> list[tuple[str, str, str, Said]]:
    def firm(row: Example, given: dict[str, float]) -> bool:
        return stacks[row.body].firm.says(given, ruled=given["rules.says_firm"] > 0)

    def report(row: Example, given: dict[str, float]) -> bool:
        return stacks[row.body].report.says(given, ruled=given["rules.says_report"] > 0)

    return [
        ("firm, rules", "firm", "commitment", lambda _, given: given["rules.firm"] > 0),
        ("firm, stack", "firm", "commitment", firm),
        ("reports, rules", "report", "report", lambda _, given: given["rules.report"] > 0),
        ("reports, stack", "report", "report", report),
    ]


def _figures(  # noqa: PLR0917
    body: str, rows: Sequence[Example], inputs: Sequence[dict[str, float]], wanted: str, right: str, says: Said
) -> tuple[float, float, float]:
    """Precision, recall and F1 on the sentences of a body, or on all."""
    said = good = found = there = 0
    for row, given in zip(rows, inputs, strict=True):
        if body and row.body != body:
            continue
        yes, sure = says(row, given), row.labels[wanted] == 2
        said, good = said + yes, good + (yes and row.labels[right] > 0)
        there, found = there + sure, found + (yes and sure)
    precision, recall = good / max(1, said), found / max(1, there)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _row(precision: float, recall: float, f1: float) -> str:
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
