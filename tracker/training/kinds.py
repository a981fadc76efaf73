"""`python -m tracker.training.kinds PAPERS GOLD … --made … --series …`: fits what tells the kinds of promises.

Every annotated promise is an example: what its clause shows, what the rules say, and its kind. Bodies weigh by the
square root of their number of promises, lest two municipalities decide. The table is made by leaving bodies out, a
group of them in turn; series whose names begin with "unseen-" are read by the weights that were fitted on all others.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tracker.extraction.classifier import RuleDetector, kind_by_rules
from tracker.extraction.learned.kinds import PREFIX, WEIGHTS, kind_view
from tracker.extraction.learned.linear import LinearReader, to_bytes
from tracker.extraction.learned.sentence_features import Features
from tracker.model import Firmness, Kind
from tracker.storage.atomic import write_over
from tracker.training.annotations import Paper, clause_of, read_papers
from tracker.training.examples import DOUBT
from tracker.training.linear import reader_of
from tracker.training.marked import read_marked
from tracker.training.series import labelled_series

GROUPS = 8
"""Bodies are left out in so many groups."""
SOFT = 0.3
"""The weight of a soft promise beside a firm one, whose kind is what is measured."""
ENOUGH = 10
"""A body counts in the mean where at least so many firm promises are annotated."""
_RARE = 3
"""Sentences: a feature of fewer is left out."""
_INVERSE_PENALTY = 10.0
"""How little large weights cost: by judgement."""


class KindExample(NamedTuple):
    """An annotated promise: which papers it is of, the body, what its clause shows, and its kind."""

    source: str
    body: str
    view: Features
    kind: Kind
    ruled: Kind
    firm: bool
    weight: float


def kind_examples(source: str, papers: Iterable[Paper]) -> Iterator[KindExample]:
    """The promises of papers whose kinds are annotated."""
    rules = RuleDetector()
    for paper in papers:
        judged = rules.judge(paper.analysed.sentences)
        for sentence, judgement, gold in zip(paper.analysed.sentences, judged, paper.labels, strict=True):
            for row in gold:
                clause = clause_of(sentence, row)
                if row.kind is None or clause is None:
                    continue
                said = judgement[sentence.clauses.index(clause)]
                ruled = said.kind or kind_by_rules(clause, said.time, sentence.text)
                firm = row.firmness is Firmness.FIRM
                weight = (1.0 if firm else SOFT) * (DOUBT if row.doubt else 1.0)
                yield KindExample(source, paper.body, kind_view(clause, sentence, ruled), row.kind, ruled, firm, weight)


def fit_kinds(rows: Sequence[KindExample]) -> LinearReader:
    """One multinomial logistic regression over what the promises show."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    kinds_table = DictVectorizer(dtype=np.float32)
    shown = kinds_table.fit_transform([row.view for row in rows])
    often = np.flatnonzero(np.asarray((shown != 0).sum(axis=0)).ravel() >= _RARE)
    share = {body: number**-0.5 for body, number in Counter(row.body for row in rows).items()}
    weight = np.array([row.weight * share[row.body] for row in rows])
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=200, tol=1e-3, random_state=0)
    model.fit(shown[:, often], [f"{PREFIX}{row.kind}" for row in rows], sample_weight=weight / weight.mean())
    heads = [str(head) for head in model.classes_]
    return reader_of(
        [str(kinds_table.feature_names_[place]) for place in often],
        heads,
        model.coef_.T.astype(np.float32),
        [float(bias) for bias in model.intercept_],
    )


def told(reader: LinearReader, row: KindExample) -> Kind:
    """What a reader says of a promise."""
    return Kind(reader.best(reader.scores(row.view), PREFIX))


def told_left_out(rows: Sequence[KindExample]) -> list[Kind]:
    """What readers say that did not see the body of a promise; the largest bodies lie in groups of their own."""
    bodies = [body for body, _ in Counter(row.body for row in rows).most_common()]
    group = {body: at % GROUPS for at, body in enumerate(bodies)}
    readers = {out: fit_kinds([row for row in rows if group[row.body] != out]) for out in sorted(set(group.values()))}
    return [told(readers[group[row.body]], row) for row in rows]


def kinds_table(rows: Sequence[KindExample], said: Sequence[Kind]) -> str:
    """For each source the share of firm promises whose kind is right, by rules and learned, and the mean of bodies."""
    lines = []
    for source in dict.fromkeys(row.source for row in rows):
        firm = [(row, kind) for row, kind in zip(rows, said, strict=True) if row.source == source and row.firm]
        bodies = Counter(row.body for row, _ in firm)
        counted = [body for body, number in bodies.items() if number >= ENOUGH] or list(bodies)
        by_rules = [(row.body, row.ruled is row.kind) for row, _ in firm]
        learned = [(row.body, kind is row.kind) for row, kind in firm]
        figures = (f"{_share(found):.3f} / {_mean(found, counted):.3f}" for found in (by_rules, learned))
        lines.append(f"{source:8} rules {next(figures)}  learned {next(figures)}  {len(firm)} of {len(bodies)} bodies")
    return "\n".join(["right of all / mean of bodies", *lines, ""])


def _share(found: Sequence[tuple[str, bool]]) -> float:
    return sum(right for _, right in found) / max(1, len(found))


def _mean(found: Sequence[tuple[str, bool]], bodies: Sequence[str]) -> float:
    return sum(_share([row for row in found if row[0] == body]) for body in bodies) / max(1, len(bodies))


def main(words: Sequence[str] | None = None) -> int:
    """Fit, print the table, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tracker.training.kinds", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", metavar="PAPERS GOLD", help="folders in pairs")
    parser.add_argument("--made", type=Path, metavar="FOLDER", help="papers written for training")
    parser.add_argument("--series", type=Path, metavar="FOLDER", help="series written for the purpose")
    parser.add_argument("--output", type=Path, help="the folder that gets the weights")
    given = parser.parse_args(words)
    if len(given.folders) % 2:
        parser.error("folders come in pairs: one of papers, one of their annotations.")
    rows = list(_rows(given))
    if not rows:
        parser.error("no promises to learn from: give folders of papers and of their annotations, --made or --series.")
    sys.stdout.write(kinds_table(rows, told_left_out(rows)))
    reader = fit_kinds(rows)
    unseen = list(kind_examples("unseen", labelled_series(given.series, unseen=True))) if given.series else []
    sys.stdout.write(kinds_table(unseen, [told(reader, row) for row in unseen]))
    if given.output:
        write_over(given.output / WEIGHTS, to_bytes(reader))
    return 0


def _rows(given: argparse.Namespace) -> Iterator[KindExample]:
    for papers, gold in zip(given.folders[::2], given.folders[1::2], strict=True):
        yield from kind_examples(papers.name, read_papers(papers, gold))
    if given.made:
        yield from kind_examples("made", read_marked(given.made))
    if given.series:
        yield from kind_examples("series", labelled_series(given.series))


if __name__ == "__main__":
    sys.exit(main())
