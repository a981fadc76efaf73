"""What reading loses of annotated papers: `python tests/benchmarks/bench_quotes.py [PART OF A NAME ...]`.

Lists the annotated quotes of ../shared/corpus that stand in no single passage as it is read (the aim: none), and prints
the share of quotes that are whole, and of the dates and identities that names and README of the corpus state.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tracker.documents import read_letter
from tracker.errors import LetterError
from tracker.model import Letter, Passage

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
DATE = re.compile(r"(?<!\d)20\d\d-\d\d-\d\d(?!\d)")
NUMBER = re.compile(r"(?:^|-)(?:ah-(?P<answer>\d+)|kst-(?P<paper>[\d-]+\d)|ris(?P<council>\d+))$")
SHOWN = 160


def letters_only(text: str) -> str:
    """The letters and figures of a text, as quotes are compared."""
    return re.sub(r"[^0-9a-zà-ÿ]", "", text.casefold())


def marked(passage: Passage) -> str:
    """A passage with its note marks where they stood: some quotes hold them."""
    parts, at = [], 0
    for note in sorted(passage.notes, key=lambda note: note.offset):
        parts += [passage.text[at : note.offset], note.mark]
        at = note.offset
    return "".join(parts) + passage.text[at:]


def quotes_of(name: str) -> Iterator[str]:
    """The annotated quotes of a paper."""
    for kind in ("commitments", "reports"):
        path = CORPUS / "gold" / f"{name}.{kind}.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        yield from (json.loads(line)["quote"] for line in lines if line.strip())


def rows_of(letter: Letter) -> Iterator[str]:
    """The rows of tables, their cells one after the other."""
    for row, cells in groupby(letter.passages, key=lambda one: one.row):
        if row is not None:
            yield " ".join(one.text for one in cells)


def torn(letter: Letter, quotes: list[str]) -> list[str]:
    """The quotes that stand in no single passage, nor are a row of a table."""
    texts = "\0".join(letters_only(form) for one in letter.passages for form in (one.text, marked(one)))
    texts += "\0" + "\0".join(letters_only(row) for row in rows_of(letter))
    return [quote for quote in quotes if letters_only(quote) not in texts]


def stated_dates() -> dict[str, str]:
    """The day of each paper whose name, or row in the README, states one."""
    dates: dict[str, str] = {}
    for row in (CORPUS / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if len(cells) == 4 and DATE.fullmatch(cells[3]):
            dates |= dict.fromkeys((name.strip() for name in cells[0].split(",")), cells[3])
    named = ((path.stem, DATE.search(path.stem)) for path in (CORPUS / "papers").iterdir())
    return dates | {stem: found.group() for stem, found in named if found}


def is_right(letter: Letter, name: str) -> bool | None:
    """Whether a paper is known by the number that its name states; None where that states none."""
    found = NUMBER.search(name)
    if found is None:
        return None
    if found["answer"]:
        return letter.id.startswith("ah-") and letter.id.endswith(f"-{found['answer']}")
    return letter.id == f"kst-{found['paper']}" if found["paper"] else found["council"] in (letter.number or "")


def main(parts: list[str]) -> None:
    """List what is torn, and print the shares."""
    dates, quotes, lost = stated_dates(), 0, 0
    dated: list[bool] = []
    known: list[bool] = []
    for path in sorted((CORPUS / "papers").iterdir()):
        if parts and not any(part in path.name for part in parts):
            continue
        found = list(quotes_of(path.stem))
        quotes += len(found)
        try:
            letter = read_letter(path.name, path.read_bytes())
        except LetterError as fault:
            print(f"{path.name} is refused: {fault}")
            lost += len(found)
            continue
        misses = torn(letter, found)
        lost += len(misses)
        print(*(f"{path.name}: {quote[:SHOWN]}" for quote in misses), sep="\n", end="\n" if misses else "")
        if path.stem in dates:
            dated.append(str(letter.date) == dates[path.stem])
            print("" if dated[-1] else f"{path.name}: dated {letter.date}, not {dates[path.stem]}\n", end="")
        if (right := is_right(letter, path.stem)) is not None:
            known.append(right)
            print("" if right else f"{path.name}: known as {letter.id}\n", end="")
    print(f"quotes whole {quotes - lost} of {quotes}; dates {sum(dated)} of {len(dated)}; ", end="")
    print(f"identities {sum(known)} of {len(known)}")


if __name__ == "__main__":
    main(sys.argv[1:])
