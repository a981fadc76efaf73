"""How long the alignment of two long letters takes: `python tests/benchmarks/bench_alignment.py [PASSAGES]`.

The letters are made of the passages of the seeds, each with a few words changed; 2,000 passages a side have one second.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from tracker.alignment import align, align_passages
from tracker.documents import read_collection
from tracker.documents.collection import load_collection
from tracker.model import Letter, Passage, PassageKind, Section

SEEDS = Path(__file__).parent.parent.parent / "seeds"
PASSAGES_A_SECTION = 25


def made_letter(name: str, texts: list[str], dice: random.Random) -> Letter:
    """A letter of the texts, each with one word in fifteen replaced."""
    sections = tuple(
        Section(f"{name}/s{at}", f"{at}. {texts[at][:30]}", 1, at) for at in range(len(texts) // PASSAGES_A_SECTION + 1)
    )
    passages = tuple(
        Passage(f"{name}/p{at}", sections[at // PASSAGES_A_SECTION].id, PassageKind.PARAGRAPH, text, (), 1)
        for at, text in enumerate(changed(text, dice) for text in texts)
    )
    return Letter(name, f"{name}.txt", "", passages, sections)


def changed(text: str, dice: random.Random) -> str:
    """The text with some words replaced by others of its own."""
    words = text.split()
    return " ".join(dice.choice(words) if dice.random() < 1 / 15 else word for word in words)


def main(count: int) -> None:
    """Print the seconds that the sections and the passages take, with the language data loaded before."""
    dice = random.Random(7)
    letters = read_collection(load_collection(SEEDS)).letters
    known = [
        p.text for letter in letters for p in letter.passages if p.kind is PassageKind.PARAGRAPH and len(p.text) > 80
    ]
    texts = [changed(dice.choice(known), dice) for _ in range(count)]
    older, newer = made_letter("old", texts, dice), made_letter("new", texts, dice)
    align(letters[0], letters[-1])
    begin = time.perf_counter()
    alignment = align(older, newer)
    middle = time.perf_counter()
    pairs = align_passages(older, newer, alignment)
    end = time.perf_counter()
    both = sum(pair.from_ is not None and pair.to is not None for pair in pairs)
    print(f"{count} passages a side: sections {middle - begin:.2f} s, passages {end - middle:.2f} s, {both} matched")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
