"""What the learned readers cost: `python tests/benchmarks/bench_readers.py [FOLDER]` (default seeds), on one thread.

Prints the time to load each, the time that each takes for a sentence, and the share of sentences for which the encoder
is asked. The encoder is left out where the extra [encoder] is not installed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.extraction.analysis import analyse
from tracker.extraction.classifier import RuleDetector
from tracker.extraction.learned.encoder import load_encoder
from tracker.extraction.learned.formulas import load_stack
from tracker.extraction.learned.linear import load_reader
from tracker.extraction.learned.sentence_features import sentence_features
from tracker.extraction.learned.stack import inputs

Value = TypeVar("Value")


def timed(label: str, number: int, work: Callable[[], Value]) -> Value:
    """Do it, and print how much of the processor it took for each of `number`."""
    start = time.process_time()
    value = work()
    print(f"{label:32} {(time.process_time() - start) / number * 1000:8.2f} ms")
    return value


def main() -> None:
    """Time each reader on the sentences of a folder's letters."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "seeds")
    letters = read_collection(load_collection(folder)).letters
    sentences = [sentence for letter in letters for sentence in analyse(letter).sentences]
    print(f"{len(sentences)} sentences of {len(letters)} letters")
    reader = timed("load the linear reader", 1, load_reader)
    judged = timed("rules, a sentence", len(sentences), lambda: RuleDetector().judge(sentences))
    features = timed("features, a sentence", len(sentences), lambda: [sentence_features(row) for row in sentences])
    given = timed(
        "linear reader, a sentence",
        len(sentences),
        lambda: [inputs(rows, reader, shown) for rows, shown in zip(judged, features, strict=True) if rows],
    )
    stack, encoder = load_stack(), load_encoder()
    asked = sum(stack.small.unsure(row, stack.unsure) for row in given)
    print(f"{'asked of the encoder':32} {asked / len(sentences):8.2f} of the sentences")
    if encoder:
        timed("load the encoder", 1, lambda: encoder.scores(sentences[:1]))
        timed("encoder, a sentence", len(sentences), lambda: encoder.scores(sentences))


if __name__ == "__main__":
    main()
