"""`python -m tracker.training.pairs --made FOLDER [PAPERS GOLD …]`: fits the weights of linking, prints its figures.

Every two statements that linking compares are an example, if at least one of them is of an annotated thread: the
evidence by families, and whether both are of one. A first logistic regression weighs the evidence, a second adds how
far a match is ahead. Each series counts as much as the others, however long it is. The table is made by leaving every
body out in turn. Kinds are those of the rules: the learned ones have seen these papers. With `--vectors FILE`, which
`tracker.training.meanings` writes, the weights are those with what statements mean: for each body by a network that did
not see it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tracker.extraction.learned.kinds import kinds_by_rules
from tracker.linking.pair_weights import FILE, WITH_MEANING, PairWeights
from tracker.storage.atomic import write_over
from tracker.training.arguments import add_vectors, given_to, given_vectors, parser_of, series_of
from tracker.training.pair_examples import example_of
from tracker.training.pair_figures import series_table
from tracker.training.pair_fit import fit_pairs

HEAD = "# The weights of linking; made by `python -m tracker.training.pairs`."


def as_toml(weights: PairWeights) -> str:
    """The weights as the language pack keeps them."""
    rows = [f"{name} = {getattr(weights, name)}" for name in ("bias", "lead", "usual_lead", "linked", "ruled")]
    families = [f"{name} = {value}" for name, value in weights.families.items()]
    return "\n".join([HEAD, *rows, "", "[families]", *families, ""])


def main(words: Sequence[str] | None = None) -> int:
    """Fit, print the table of figures by body left out, and write the weights."""
    parser = parser_of("pairs", __doc__)
    parser.add_argument("--linked", type=float, default=0.5, help="the probability from which on a match stands")
    parser.add_argument("--ruled", type=float, default=0.0, help="what it adds that the weights of hand call it a link")
    add_vectors(parser)
    given = given_to(parser, words)
    os.environ["TRACKER_NO_CACHE"] = "1"  # kinds are read otherwise than elsewhere
    with given_vectors(given), kinds_by_rules():
        examples = [example_of(row) for row, _ in series_of(given)]
    sys.stdout.write(series_table(examples))
    weights = fit_pairs(examples, given.linked, given.ruled)
    sys.stdout.write(as_toml(weights))
    if given.output:
        write_over(given.output / (WITH_MEANING if given.vectors else FILE), as_toml(weights).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
