"""What a command that learns from series is given: folders of papers with their annotations, and made series."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from tracker.linking.meaning import Vectors, meant_by
from tracker.training.left_out_vectors import read_vectors
from tracker.training.series import Annotated, made_series, published_series


def parser_of(program: str, description: str | None) -> argparse.ArgumentParser:
    """The options that such commands share; each adds its own."""
    parser = argparse.ArgumentParser(prog=f"python -m tracker.training.{program}", description=description)
    parser.add_argument("folders", type=Path, nargs="*", metavar="PAPERS GOLD", help="folders in pairs")
    parser.add_argument("--made", type=Path, metavar="FOLDER", help="series written for the purpose")
    parser.add_argument("--output", type=Path, help="the folder that gets the weights")
    return parser


def given_to(parser: argparse.ArgumentParser, words: Sequence[str] | None) -> argparse.Namespace:
    """What stands in the words of a call. Ends the program with a sentence where no whole series is named."""
    given = parser.parse_args(words)
    if len(given.folders) % 2:
        parser.error("folders come in pairs: one of papers, one of their annotations.")
    if not given.folders and not given.made:
        parser.error("no series to learn from: give --made FOLDER, or folders of papers and of their annotations.")
    return given


def series_of(given: argparse.Namespace) -> Iterator[tuple[Annotated, bool]]:
    """Every series that is named, and whether it was made for the purpose."""
    if given.made:
        yield from ((row, True) for row in made_series(given.made))
    for papers, gold in zip(given.folders[::2], given.folders[1::2], strict=True):
        yield from ((row, False) for row in published_series(papers, gold))


def given_vectors(given: argparse.Namespace, others: Vectors | None = None) -> AbstractContextManager[None]:
    """While it is open, `--vectors` say what statements mean, where they are given, and `others` what theirs do not."""
    return meant_by(read_vectors(given.vectors, others)) if given.vectors else nullcontext()


def add_vectors(parser: argparse.ArgumentParser) -> None:
    """The option that `given_vectors` looks at."""
    parser.add_argument(
        "--vectors", type=Path, metavar="FILE", help="what statements mean, as `tracker.training.meanings` writes it"
    )


def tell_progress(words: str) -> None:
    """Tell a person who waits at a terminal how far it is."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{words}\n")
