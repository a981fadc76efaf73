"""`python -m tracker.training PAPERS GOLD … --output FOLDER`: fits the learned detector and prints its figures.

Without `--encoder` the shipped encoder stays, and so do the formulas of the stack that weigh it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tracker.extraction.learned.encoder import ENCODER, HEADS
from tracker.extraction.learned.formulas import QUESTIONS, Stack, load_stack
from tracker.extraction.learned.linear import WEIGHTS, LinearReader, to_bytes
from tracker.extraction.learned.network import model_file, tokenizer_file
from tracker.storage.atomic import write_over
from tracker.training.annotations import read_papers
from tracker.training.arguments import tell_progress
from tracker.training.encoder_session import EncoderSession
from tracker.training.examples import Data, examples
from tracker.training.figures import figures_table, table_of_unseen
from tracker.training.left_out import body_groups, scores_left_out
from tracker.training.linear import fit_linear, fit_sentences, linear_scores
from tracker.training.marked import read_marked
from tracker.training.series import labelled_series
from tracker.training.stack import as_toml, fit_stack

if TYPE_CHECKING:
    from tracker.training.left_out import ScoreTable


def main(words: Sequence[str] | None = None) -> int:
    """Fit, print the table of figures by body left out, and write the weights."""
    given = _parser().parse_args(words)
    if len(given.folders) % 2:
        _parser().error("folders come in pairs: one of papers, one of their annotations.")
    pairs = zip(given.folders[::2], given.folders[1::2], strict=True)
    papers = (paper for folder, gold in pairs for paper in read_papers(folder, gold))
    data = examples(papers, frozenset(given.tuned.split(",")), tell_progress)
    made = examples(read_marked(given.made) if given.made else (), data.tuned, tell_progress)
    series = examples(
        labelled_series(given.series) if given.encoder and given.series else (), data.tuned, tell_progress
    )
    written = (*made.sentences, *series.sentences)
    groups = body_groups([row.body for row in data.sentences], given.together)
    workshop = EncoderSession(data.sentences, written, given.seed, tell_progress) if given.encoder else None
    left_out = partial(scores_left_out, data.sentences, groups)
    linear = left_out(partial(_linear, data, made), ("linear",), None)
    about = ("encoder", str(given.seed), str(len(written)), *workshop.settings) if workshop else ()
    encoded = left_out(workshop.left_out, about, given.work) if workshop else None
    mine = [at for at, row in enumerate(data.sentences) if row.body not in data.tuned]
    rows = [data.sentences[at] for at in mine]
    small = [{**data.sentences[at].rules, **_log_odds_by_name("linear", linear, at)} for at in mine]
    large = (
        [{**known, **_log_odds_by_name("encoder", encoded, at)} for known, at in zip(small, mine, strict=True)]
        if encoded is not None
        else None
    )
    sys.stdout.write(figures_table(rows, groups, small, large))
    stack, reader = fit_stack(rows, small, large), fit_linear(data, made)
    if given.series:
        unseen = examples(labelled_series(given.series, unseen=True), frozenset(), tell_progress).sentences
        scores = linear_scores(reader, unseen)
        shown = [{**row.rules, **_log_odds_by_name("linear", scores, at)} for at, row in enumerate(unseen)]
        sys.stdout.write(table_of_unseen(unseen, stack.small, shown))
    if given.output:
        _write(given.output, stack, reader, workshop)
    return 0


def _write(folder: Path, stack: Stack, reader: LinearReader, workshop: EncoderSession | None) -> None:
    """The weights as files; those of the encoder, and of the stack with it, stay where it was not made."""
    kept = stack if workshop else replace(stack, large=load_stack().large)
    write_over(folder / "stack.toml", as_toml(kept))
    write_over(folder / WEIGHTS, to_bytes(reader))
    if workshop:
        model, tokenizer = workshop.files()
        write_over(folder / tokenizer_file(ENCODER), tokenizer)
        write_over(folder / model_file(ENCODER), model)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tracker.training", description=__doc__)
    parser.add_argument(
        "folders", type=Path, nargs="+", metavar="PAPERS GOLD", help="folders in pairs: papers, then annotations"
    )
    parser.add_argument(
        "--made", type=Path, metavar="FOLDER", help="papers written for training: the learned readers learn from them"
    )
    parser.add_argument(
        "--series",
        type=Path,
        metavar="FOLDER",
        help="series written for the purpose: the encoder learns from them too; those named unseen-… measure",
    )
    parser.add_argument("--tuned", default="letters", help="bodies, with commas, whose papers the rules were made on")
    parser.add_argument(
        "--together", action="append", default=[], metavar="BODIES", help="bodies, with commas, left out together"
    )
    parser.add_argument("--encoder", action="store_true", help="train the encoder too: hours on two cores")
    parser.add_argument("--seed", type=int, default=0, help="of the encoder's chance")
    parser.add_argument("--work", type=Path, help="a folder that keeps what was computed, to go on after a stop")
    parser.add_argument("--output", type=Path, help="the folder that gets the weights")
    return parser


def _linear(data: Data, made: Data, seen: list[int], unseen: list[int]) -> ScoreTable:
    """The scores of some examples by a reader of others, with made ones of other bodies than it scores."""
    out = {data.sentences[at].body for at in unseen}
    rows = [*(data.sentences[at] for at in seen), *(row for row in made.sentences if row.body not in out)]
    return linear_scores(fit_sentences(rows), [data.sentences[at] for at in unseen])


def _log_odds_by_name(reader: str, scores: ScoreTable, at: int) -> dict[str, float]:
    """The log-odds of the three questions, as the stack names them."""
    return {f"{reader}.{question}": round(float(scores[at, HEADS.index(question)]), 4) for question in QUESTIONS}


if __name__ == "__main__":
    sys.exit(main())
