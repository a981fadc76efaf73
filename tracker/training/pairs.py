"""`python -m tracker.training.pairs --made FOLDER [PAPERS GOLD …]`: fits the weights of linking, prints its figures.

Every two statements that linking compares are an example, if at least one of them is of an annotated thread: the
evidence by families, and whether both are of one. A first logistic regression weighs the evidence, a second adds how
far a match is ahead. Each series counts as much as the others, however long it is. The table is made by leaving every
body out in turn.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from tracker.linking.pair_weights import FILE, PairWeights
from tracker.storage.atomic import write_over
from tracker.training.compared import example_of
from tracker.training.pair_figures import table
from tracker.training.pair_fit import fit
from tracker.training.series import made_series, published_series

HEAD = "# The weights of linking; made by `python -m tracker.training.pairs`."


def as_toml(weights: PairWeights) -> str:
    """The weights as the language pack keeps them."""
    rows = [f"{name} = {getattr(weights, name)}" for name in ("bias", "lead", "usual_lead", "linked")]
    families = [f"{name} = {value}" for name, value in weights.families.items()]
    return "\n".join([HEAD, *rows, "", "[families]", *families, ""])


def main(words: Sequence[str] | None = None) -> int:
    """Fit, print the table of figures by body left out, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tracker.training.pairs", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", metavar="PAPERS GOLD", help="folders in pairs")
    parser.add_argument("--made", type=Path, metavar="FOLDER", help="series written for the purpose")
    parser.add_argument("--linked", type=float, default=0.5, help="the probability from which on a match stands")
    parser.add_argument("--output", type=Path, help="the folder that gets the weights")
    given = parser.parse_args(words)
    if len(given.folders) % 2:
        parser.error("folders come in pairs: one of papers, one of their annotations.")
    if not given.folders and not given.made:
        parser.error("no series to learn from: give --made FOLDER, or folders of papers and of their annotations.")
    examples = [example_of(row) for row in made_series(given.made)] if given.made else []
    for papers, gold in list(pairwise(given.folders))[::2]:
        examples += map(example_of, published_series(papers, gold))
    sys.stdout.write(table(examples))
    weights = fit(examples, given.linked)
    sys.stdout.write(as_toml(weights))
    if given.output:
        write_over(given.output / FILE, as_toml(weights).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
