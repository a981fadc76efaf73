"""`python -m tracker.training PAPERS GOLD … --output FOLDER`: fits the learned detector and prints its figures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tracker.extraction.learned.linear import WEIGHTS, to_bytes
from tracker.extraction.learned.stack import Formulas
from tracker.storage.atomic import write_over
from tracker.training.annotations import read_papers
from tracker.training.detector import Data, examples, fit_formulas, fit_linear, fit_sentences, stack_inputs
from tracker.training.figures import table


def main(words: Sequence[str] | None = None) -> int:
    """Fit, print the table of figures by body left out, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tracker.training", description=__doc__)
    parser.add_argument(
        "folders", type=Path, nargs="+", metavar="PAPERS GOLD", help="folders in pairs: papers, then annotations"
    )
    parser.add_argument("--tuned", default="letters", help="bodies, with commas, whose papers the rules were made on")
    parser.add_argument("--output", type=Path, help="the folder that gets linear.npz and stack.toml")
    given = parser.parse_args(words)
    if len(given.folders) % 2:
        parser.error("folders come in pairs: one of papers, one of their annotations.")
    pairs = zip(given.folders[::2], given.folders[1::2], strict=True)
    papers = (paper for folder, gold in pairs for paper in read_papers(folder, gold))
    data = examples(papers, frozenset(given.tuned.split(",")), _told)
    given_inputs = left_out(data)
    mine = [at for at, row in enumerate(data.sentences) if row.body not in data.tuned]
    rows, inputs = [data.sentences[at] for at in mine], [given_inputs[at] for at in mine]
    sys.stdout.write(table(rows, inputs, data))
    if given.output:
        write_over(given.output / WEIGHTS, to_bytes(fit_linear(data)))
        write_over(given.output / "stack.toml", as_toml(fit_formulas(rows, inputs)))
    return 0


def left_out(data: Data) -> list[dict[str, float]]:
    """The inputs of the stack for each sentence, from a linear reader that did not see its body."""
    found: list[dict[str, float]] = [{} for _ in data.sentences]
    for body in sorted({row.body for row in data.sentences}):
        reader = fit_sentences(data, without=body)
        mine = [at for at, row in enumerate(data.sentences) if row.body == body]
        for at, given in zip(mine, stack_inputs([data.sentences[at] for at in mine], reader), strict=True):
            found[at] = given
        _told(f"without {body}")
    return found


def as_toml(formulas: Formulas) -> str:
    """The formulas as the file that the package ships."""
    head = "# The stack of rules and linear reader; made by `python -m tracker.training`.\n"
    blocks = []
    for name in formulas.__struct_fields__:
        formula = getattr(formulas, name)
        rows = "\n".join(f'"{key}" = {value}' for key, value in formula.weights.items())
        facts = "".join(f"{key} = {getattr(formula, key)}\n" for key in ("bias", "bar", "bar_ruled"))
        blocks.append(f"\n[{name}]\n{facts}\n[{name}.weights]\n{rows}\n")
    return head + "".join(blocks)


def _told(words: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main())
