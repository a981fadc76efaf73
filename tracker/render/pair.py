"""Why two statements are linked, asked or refused: the parts of their evidence, the total, the line, the decision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.i18n.catalog import gettext, score
from tracker.ledger.queries import Index
from tracker.linking.explanation import PairDecision, PairExplanation
from tracker.linking.pair_score import HandScore
from tracker.model import LinkPart, Statement
from tracker.views import labels
from tracker.views.names import place, when
from tracker.views.text_style import TextStyle

_TEXT = 34
"""Columns for the words that a part rests on."""

_FORM = re.compile(r"[a-z][a-z-]*")
"""A form of what is promised, as the data of the language names it."""


def render(index: Index, found: PairExplanation, pen: TextStyle) -> str:
    """The two quotes, every part of the evidence with its weight, and what was made of it."""
    one, other = index.statements[found.one], index.statements[found.other]
    blocks = [
        *(_statement(index, row, pen) for row in (one, other)),
        _parts(found, pen),
        *([_by_hand(found.by_hand, pen)] if found.by_hand else []),
        "\n".join(
            [
                pen.bold(gettext(f"pair.{found.decision}")),
                pen.wrap(_reason(index, found), 2),
                *_ruled(index, found, pen),
            ]
        ),
    ]
    return "\n\n".join(blocks) + "\n"


def _statement(index: Index, row: Statement, pen: TextStyle) -> str:
    head = f"{row.id} · {when(index.letters[row.letter])}"
    return "\n".join(
        [pen.clip(head, pen.width), pen.wrap(f"“{row.quote}”", 2), pen.faint(pen.wrap(place(index, row), 2))]
    )


def _parts(found: PairExplanation, pen: TextStyle) -> str:
    """A table of the parts, the total under it, and the thresholds that it was compared with.

    Of a rule that holds or not only what it found: it weighs nothing.
    """
    if not found.thresholds:
        names, width = _part_names(found.parts)
        signs = [f"  {names[part.name]:<{width}}  {score(part.value):>9}  {part.text}" for part in found.parts]
        head = f"  {'':<{width}}  {gettext('pair.value'):>9}"
        return "\n".join(
            [pen.bold(gettext("pair.evidence")), pen.faint(head), *(pen.clip(row, pen.width) for row in signs)]
        )
    lines = [pen.wrap(gettext(f"pair.line-{name}", number=value), 2) for name, value in found.thresholds]
    return "\n".join([*_weighed("pair.evidence", found.parts, found.total, pen), *lines])


def _by_hand(found: HandScore, pen: TextStyle) -> str:
    """What the part "by-rule" rests on: the parts of the evidence by the weights of hand, their total and its line."""
    total = sum(part.contribution for part in found.parts)
    enough = gettext("pair.enough" if found.is_enough else "pair.not-enough")
    return "\n".join([*_weighed("pair.by-hand", found.parts, total, pen), pen.wrap(enough, 2)])


def _weighed(title: str, parts: Sequence[LinkPart], total: float, pen: TextStyle) -> list[str]:
    """A table of what was found, what that weighs and what it adds, with the total."""
    names, width = _part_names(parts)
    head = f"  {'':<{width}}" + "".join(f"  {gettext(f'pair.{column}'):>9}" for column in ("value", "weight", "adds"))
    rows = [_part(part, names[part.name], width, pen) for part in parts]
    sum_ = f"  {gettext('pair.total'):<{width}}{'':>22}  {score(total):>9}"
    return [pen.bold(gettext(title)), pen.faint(head), *rows, pen.bold(sum_)]


def _part_names(parts: Sequence[LinkPart]) -> tuple[dict[str, str], int]:
    """The words for each part, and the columns that they and that of the total take."""
    names = {part.name: gettext(f"part.{part.name}") for part in parts}
    return names, max(len(name) for name in (*names.values(), gettext("pair.total")))


def _part(part: LinkPart, name: str, width: int, pen: TextStyle) -> str:
    figures = "".join(f"  {score(value):>9}" for value in (part.value, part.weight, part.contribution))
    line = f"  {name:<{width}}{figures}"
    text = _FORM.sub(lambda form: labels.fact("form", form[0]), part.text) if part.name == "forms" else part.text
    return f"{line}  {pen.clip(text, _TEXT)}" if text else line


def _reason(index: Index, found: PairExplanation) -> str:
    """The reason in a sentence; with the quotes of the pair that was better, where one was."""
    if found.rival is None:
        return gettext(f"pair.{found.reason}", rule=labels.rule(found.rule))
    quotes = " – ".join(f"“{index.statements[id_].quote}”" for id_ in found.rival)
    return gettext(f"pair.{found.reason}", rival=quotes, number=found.rival_total)


def _ruled(index: Index, found: PairExplanation, pen: TextStyle) -> list[str]:
    """That an analyst ruled otherwise, where the threads of the ledger say so."""
    mine, yours = (index.thread_of.get(id_) for id_ in (found.one, found.other))
    if mine is None or yours is None or (mine.id == yours.id) == (found.decision is PairDecision.LINKED):
        return []
    return [pen.wrap(gettext("pair.ruled-joined" if mine.id == yours.id else "pair.ruled-parted"), 2)]
