"""What the attack is made of: each does so many things from a number on, and tells what it found."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from msgspec import Struct

from tests.benchmarks.killed import KINDS
from tests.documents import docx_printer, odt_printer
from tests.documents.hostile_files import publication
from tests.every_face import collection, faces
from tests.mutated_files import PRINTED, broken
from tests.mutations import series
from tests.processor import worked
from tracker.decisions.toml_text import read_decisions
from tracker.documents import read_letter
from tracker.errors import LetterError, left_out_from_now
from tracker.pipeline import build_ledger

ROOT = Path(__file__).parents[2]
WRITERS = 10
SECONDS = 10
"""What a document may take the processor."""
LARGE, TWINS, _SIZES = 5_000, 1_000, (500, 1_000)
"""How large documents are, each of two that are compared, and those whose growth is measured."""
HEAD = "Brief van 3 maart {year}\n\n"
ONE = {"z.txt": b"Den Haag, 3 maart 2021\n\nWij sturen u in 2022 een plan.\n"}
SHARES = dict(zip(PRINTED, (15, 1.8, 25, 2, 22, 34, 0.2), strict=True))
"""How many of a hundred broken files are of each format: few of those that take long."""
PAGE = "<html><body><p>3 maart 2020</p>"
GROWING: dict[str, Callable[[int], str]] = {
    "tot en met": lambda n: "tot en met " * n,
    "promises in a paragraph": lambda n: "In 2021 sturen wij uw Kamer het plan. " * n,
    "kept promises in a paragraph": lambda n: "".join(f"Het plan voor haven{at} is opgeleverd. " for at in range(n)),
    "promises alike": lambda n: "".join(f"In 2021 sturen wij het {at:x}plan. " for at in range(n)),
    "promises in a sentence": lambda n: "In 2021 sturen wij uw Kamer het plan en " * n,
    "subordinate clauses": lambda n: "dat wij zullen zorgen " * n,
    "verbs": lambda n: "zal worden gaan zullen " * n,
    "one word": lambda n: "a" * 10 * n,
    "one word of other signs": lambda n: "\u4e2d\u6587" * 5 * n,
    "digits": lambda n: "9" * 10 * n,
    "stops": lambda n: "wij zullen . " * n,
    "brackets": lambda n: "(" * n + " wij zullen " + ")" * n,
    "combining marks": lambda n: "wij zullen e" + "\u0301" * 20 * n,
    "abbreviations": lambda n: " ".join(f"Plan van Aanpak (PvA{at})" for at in range(n)),
    "footnotes": lambda n: "".join(f"wij zullen in 2021[{at}] " for at in range(n)),
    "headings": lambda n: "".join(f"{at}. Kop\n\nwij zullen in 2021.\n\n" for at in range(n)),
    "questions": lambda n: "".join(
        f"{at}\nVraag: hoe?\n\nAntwoord\nWij sturen in 2021 het plan.\n\n" for at in range(n)
    ),
    "labels": lambda n: "Datum\nOns kenmerk\n" * n,
    "rows of tabs": lambda n: "".join(f"a\tb\t{at}\n" for at in range(n)),
    "bullets": lambda n: "".join(f"- wij zullen in 2021 punt {at}\n" for at in range(n)),
    "dashes": lambda n: "- " * 3 * n,
    "months": lambda n: "januari, februari, maart " * n,
    "references": lambda n: "Kamerstuk 12345, nr. 7; " * n,
    "names": lambda n: "".join(f"Regeling Groene Havens{at} " for at in range(n)),
    "names that begin alike": lambda n: "".join(f"de Regeling Groen {at} (RG{at}) " for at in range(n)),
    "amounts": lambda n: "€ 12,5 miljoen en 40% van " * n,
    "list items": lambda n: PAGE + "".join(f"<li>wij zullen in 2021 punt {at}" for at in range(n)),
    "attributes": lambda n: f"{PAGE}<p {' '.join(f'a{at}' for at in range(n))}>wij zullen",
    "breaks": lambda n: PAGE + "wij<br>" * 10 * n,
    "cells without rows": lambda n: PAGE + "<table>" + "<td colspan=1000 rowspan=1000>wij zullen" * n,
    "cells": lambda n: PAGE + "<table>" + "".join(f"<tr><td>wij<td>zullen {at}" for at in range(n)),
}
IN_FORMS: dict[str, Callable[[str], bytes]] = {
    "txt": str.encode,
    "txt in UTF-16": lambda text: text.encode("utf-16"),
    "html": lambda text: f"<html><body>{''.join(f'<p>{escape(row)}</p>' for row in text.split(chr(10)))}".encode(),
    "xml": lambda text: publication("".join(f"<al>{escape(row)}</al>" for row in text.split("\n")).encode()),
    "docx": lambda text: docx_printer.packed(
        "".join(docx_printer.paragraph(f"<w:r><w:t>{escape(row)}</w:t></w:r>") for row in text.split("\n"))
    ),
    "odt": lambda text: odt_printer.packed("".join(f"<text:p>{escape(row)}</text:p>" for row in text.split("\n"))),
}
"""What each growing input is put into."""


class Found(Struct):
    """What a portion of an attack found."""

    number: int
    """How many things were done."""
    failures: dict[str, int]
    """How often each fault was met; the first has its seed."""
    refused: int = 0
    slowest: float = 0.0
    """Seconds of the processor, those of processes that it started and that have ended included."""
    which: str = ""
    """What took that long."""


class _Tally:
    """What is found, as it is found."""

    def __init__(self) -> None:
        self.number = self.refused = 0
        self.failures: Counter[str] = Counter()
        self.slowest = (0.0, "")

    def timed(self, name: str, action: Callable[[], bool], place: Callable[[Exception], str]) -> float:
        """Do one thing, which says whether it was refused; its seconds."""
        began = worked()
        self.number += 1
        left_out = left_out_from_now()
        try:
            self.refused += action()
        except Exception as fault:  # each is counted by where it arose
            self.failures[f"{place(fault)}, {name}"] += 1
        self.failures.update(f"left out: {said}, {name}" for said in left_out)
        spent = worked() - began
        self.slowest = max(self.slowest, (spent, name))
        return spent

    def found(self) -> Found:
        return Found(self.number, dict(self.failures), self.refused, *self.slowest)


def _kind(fault: Exception) -> str:
    return type(fault).__name__


def _place(fault: Exception) -> str:
    row = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{type(fault).__name__} at {row.filename}:{row.lineno}"


def files(begin: int, number: int) -> Found:
    """Broken files: each is read whole or refused."""
    tally = _Tally()
    for at in range(begin, begin + number):
        chance = Random(at)
        name = chance.choices(list(SHARES), list(SHARES.values()))[0]
        data = broken(chance, name)

        def read(name: str = name, data: bytes = data) -> bool:
            try:
                read_letter(name, data)
            except LetterError as fault:
                if fault.message.id == "letter.not-whole":
                    raise
                return True
            return False

        tally.timed(f"{name}, seed {at}", read, _kind)
    return tally.found()


def whole_series(begin: int, number: int) -> Found:
    """Series of mutated letters, through every face and form."""
    tally = _Tally()
    for at in range(begin, begin + number):
        tally.timed(f"seed {at}", lambda at=at: not [*faces(series(Random(at)))], _place)  # type: ignore[misc]
    return tally.found()


def documents(begin: int, number: int) -> Found:
    """Growing texts in every format, from bytes to verdicts, each within its seconds."""
    tally = _Tally()
    for (name, made), (form, write) in islice(product(GROWING.items(), IN_FORMS.items()), begin, begin + number):
        data = write(HEAD.format(year=2020) + made(LARGE))
        _within(tally, f"{name} as {form}", {"a.txt": data, **ONE}, SECONDS)
    return tally.found()


def twins(begin: int, number: int) -> Found:
    """Two letters that grow alike, compared with one another: both together within the seconds of two."""
    tally = _Tally()
    for name, made in islice(GROWING.items(), begin, begin + number):
        pair = {f"{year}.txt": _text(made(TWINS), year) for year in (2020, 2021)}
        _within(tally, f"two of {name}", pair, 2 * SECONDS)
    return tally.found()


def growth(begin: int, number: int) -> Found:
    """Texts that take more than three times as long when they are twice as long."""
    tally = _Tally()
    build_ledger(collection({"a.txt": _text("wij zullen", 2020)}))
    for name, made in islice(GROWING.items(), begin, begin + number):
        spent = [_within(tally, f"{name}, {size}", {"a.txt": _text(made(size), 2020)}, SECONDS) for size in _SIZES]
        if (grew := spent[1] / max(spent[0], 0.05)) > 3:
            tally.failures[f"{name} grows × {grew:.1f}"] += 1
    return tally.found()


def _text(text: str, year: int) -> bytes:
    """A growing text as a letter of a year."""
    return (
        text.replace("2020", str(year)).encode() if text.startswith("<") else (HEAD.format(year=year) + text).encode()
    )


def _within(tally: _Tally, name: str, letters: dict[str, bytes], seconds: float) -> float:
    """Read and judge letters; the seconds that it took, of which more than those given are a failure."""
    spent = tally.timed(name, lambda: _ledger(letters), _kind)
    if spent > seconds:
        tally.failures[f"{name}: {spent:.1f} s"] += 1
    return spent


def _ledger(letters: dict[str, bytes]) -> bool:
    return bool(build_ledger(collection(letters)).refused)


def rulings(begin: int, number: int) -> Found:
    """Rulings of writers at once, so many of each: what was told kept is there, once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "decisions.toml")
        running = [_writer(path, f"w{at}", number // WRITERS) for at in range(WRITERS)]
        told = [line for one in running for line in one.communicate()[0].split()]
        kept = [row.value for row in read_decisions(path.read_text(encoding="utf-8"))]
    lost, twice = len(set(told) - set(kept)), len(kept) - len(set(kept))
    failures = {"rulings lost": lost, "rulings kept twice": twice, "writers told to try again": number - len(told)}
    return Found(number, {name: count for name, count in failures.items() if count})


def _writer(path: Path, name: str, number: int) -> subprocess.Popen[str]:
    """A writer in a process of its own."""
    code = "import sys; from pathlib import Path; from tests.benchmarks.writing import write_rulings; "
    code += "write_rulings(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))"
    known = {name: value for name, value in os.environ.items() if name != "TRACKER_NO_CACHE"}
    places = known | {"XDG_CACHE_HOME": str(path.parent / "cache"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code, str(path), name, str(number)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=places)


def killed(kind: str) -> Callable[[int, int], Found]:
    """What kills one kind of work so many times."""

    def kill(begin: int, number: int) -> Found:
        failed = KINDS[kind](number, Random(begin))
        return Found(number, {f"kills while {kind}, seed {begin}": failed} if failed else {})

    return kill


TOOLS = (
    "tests/hooks/test_callers.py",
    "tests/hooks/test_merge_driver.py",
    "tests/git",
    "tests/commands/test_doctor.py",
)


def tools(begin: int, number: int) -> Found:
    """Beside husky, lefthook, pre-commit, Git LFS and ids of SHA-256; tools that are not there are told."""
    words = [sys.executable, "-m", "pytest", "-q", "-n0", "-rs", "-p", "no:cacheprovider", *TOOLS]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    told = done.stdout.splitlines()[-1]
    return Found(number, {told: 1} if done.returncode else {}, which=told)
