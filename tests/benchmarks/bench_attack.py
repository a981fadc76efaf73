"""An attack with a seed: broken files, mutated series through every face, hostile documents, kills, writers, tools.

    python tests/benchmarks/bench_attack.py [FILES] [SERIES] [KILLS] [SEED]

KILLS is that many of each kind. It prints a table and ends with 1 where anything failed; the slowest are named by their
seeds. tests/test_survival.py is the quick part of it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ |= {"TRACKER_ENCODER": "0", "TRACKER_NO_CACHE": "1"}

from tests.benchmarks.killed import attack_kills  # noqa: E402
from tests.benchmarks.writing import write_rulings  # noqa: E402
from tests.documents import docx_printer, odt_printer  # noqa: E402
from tests.documents.hostile_files import publication  # noqa: E402
from tests.every_face import collection, faces  # noqa: E402
from tests.mutated_files import PRINTED, broken  # noqa: E402
from tests.mutations import series  # noqa: E402
from tracker.decisions.toml_text import read_decisions  # noqa: E402
from tracker.documents import read_letter  # noqa: E402
from tracker.errors import LetterError  # noqa: E402
from tracker.pipeline import build_ledger  # noqa: E402

WRITERS, EACH = 10, 100
HEAD = "Brief van 3 maart 2020\n\n"
ONE = {"z.txt": b"Den Haag, 3 maart 2021\n\nWij sturen u in 2022 een plan.\n"}
SHARES = dict(zip(PRINTED, (15, 1.8, 25, 2, 22, 34, 0.2), strict=True))
"""How many of a hundred broken files are of each format: few of those that take long."""
PAGE = "<html><body><p>3 maart 2020</p>"
GROWING: dict[str, Callable[[int], str]] = {
    "tot en met": lambda n: "tot en met " * n,
    "promises in a paragraph": lambda n: "In 2021 sturen wij uw Kamer het plan. " * n,
    "promises in a sentence": lambda n: "In 2021 sturen wij uw Kamer het plan en " * n,
    "subordinate clauses": lambda n: "dat wij zullen zorgen " * n,
    "verbs": lambda n: "zal worden gaan zullen " * n,
    "one word": lambda n: "a" * 10 * n,
    "digits": lambda n: "9" * 10 * n,
    "stops": lambda n: "wij zullen . " * n,
    "brackets": lambda n: "(" * n + " wij zullen " + ")" * n,
    "combining marks": lambda n: "wij zullen e" + "\u0301" * 20 * n,
    "abbreviations": lambda n: " ".join(f"Plan van Aanpak (PvA{at})" for at in range(n)),
    "footnotes": lambda n: "".join(f"wij zullen in 2021[{at}] " for at in range(n)),
    "headings": lambda n: "".join(f"{at}. Kop\n\nwij zullen in 2021.\n\n" for at in range(n)),
    "rows of tabs": lambda n: "".join(f"a\tb\t{at}\n" for at in range(n)),
    "bullets": lambda n: "".join(f"- wij zullen in 2021 punt {at}\n" for at in range(n)),
    "dashes": lambda n: "- " * 3 * n,
    "months": lambda n: "januari, februari, maart " * n,
    "references": lambda n: "Kamerstuk 12345, nr. 7; " * n,
    "names": lambda n: "".join(f"Regeling Groene Havens{at} " for at in range(n)),
    "amounts": lambda n: "€ 12,5 miljoen en 40% van " * n,
    "list items": lambda n: PAGE + "".join(f"<li>wij zullen in 2021 punt {at}" for at in range(n)),
    "attributes": lambda n: f"{PAGE}<p {' '.join(f'a{at}' for at in range(n))}>wij zullen",
    "breaks": lambda n: PAGE + "wij<br>" * 10 * n,
    "cells": lambda n: PAGE + "<table>" + "".join(f"<tr><td>wij<td>zullen {at}" for at in range(n)),
}


def attack_files(number: int, seed: int) -> Counter[str]:
    """Faults of ours over so many broken files, by where they arose."""
    failed: Counter[str] = Counter()
    refused, slowest = 0, (0.0, "", seed)
    for at in range(seed, seed + number):
        chance = Random(at)
        name = chance.choices(list(SHARES), list(SHARES.values()))[0]
        data, began = broken(chance, name), time.process_time()
        try:
            read_letter(name, data)
        except LetterError as fault:
            refused += 1
            failed[f"{name}, {fault.message.id}, first with seed {at}"] += fault.message.id == "letter.not-whole"
        except Exception as fault:
            failed[f"{name}, {type(fault).__name__}, first with seed {at}"] += 1
        slowest = max(slowest, (time.process_time() - began, name, at))
    failed += Counter()
    told = f"{refused} refused; slowest {slowest[0]:.1f} s ({slowest[1]}, seed {slowest[2]})"
    print(f"| broken files of seven kinds | {number} | {failed.total()} | {told} |", flush=True)
    return failed


def attack_series(number: int, seed: int) -> Counter[str]:
    """Failures of so many series, by where they arose."""
    failed: Counter[str] = Counter()
    slowest = (0.0, seed)
    for at in range(seed, seed + number):
        began = time.process_time()
        try:
            for _ in faces(series(Random(at))):
                pass
        except Exception as fault:  # each is counted by its place
            place = traceback.extract_tb(fault.__traceback__)[-1]
            failed[f"{type(fault).__name__} at {place.filename}:{place.lineno}, first with seed {at}"] += 1
        slowest = max(slowest, (time.process_time() - began, at))
    print(
        f"| series through every face | {number} | {failed.total()} | slowest {slowest[0]:.1f} s (seed {slowest[1]}) |"
    )
    return failed


def writer(path: Path, name: str, number: int) -> subprocess.Popen[str]:
    """A writer in a process of its own."""
    command = [sys.executable, __file__, "--write", str(path), name, str(number)]
    known = {name: value for name, value in os.environ.items() if name != "TRACKER_NO_CACHE"}
    places = known | {"XDG_CACHE_HOME": str(path.parent / "cache")}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=places)


def attack_writers() -> int:
    """Rulings that writers at once were told are kept and that are not there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "decisions.toml")
        running = [writer(path, f"w{at}", EACH) for at in range(WRITERS)]
        told = {line for one in running for line in one.communicate()[0].split()}
        kept = [row.value for row in read_decisions(path.read_text(encoding="utf-8"))]
    lost = len(told - set(kept)) + (len(kept) - len(set(kept)))
    again = f"told to try again: {WRITERS * EACH - len(told)}"
    print(f"| rulings of {WRITERS} writers at once | {len(told)} | {lost} | {again} |")
    return lost


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


def attack_documents(size: int) -> Counter[str]:
    """Faults of ours, and more than ten seconds, over every growing input in every format, from bytes to verdicts."""
    failed: Counter[str] = Counter()
    slowest, refused = (0.0, ""), 0
    for name, made in GROWING.items():
        for form, write in IN_FORMS.items():
            began = time.process_time()
            try:
                refused += bool(build_ledger(collection({"a.txt": write(HEAD + made(size)), **ONE})).refused)
            except Exception as fault:  # each is counted by its name
                failed[f"{name} as {form}: {type(fault).__name__}"] += 1
            spent = time.process_time() - began
            failed[f"{name} as {form}: {spent:.1f} s"] += spent > 10
            slowest = max(slowest, (spent, f"{name} as {form}"))
    failed += Counter()
    told = f"{refused} refused; slowest {slowest[0]:.1f} s ({slowest[1]})"
    print(f"| hostile documents | {len(GROWING) * len(IN_FORMS)} | {failed.total()} | {told} |", flush=True)
    return failed


TOOLS = (
    "tests/hooks/test_callers.py",
    "tests/hooks/test_merge_driver.py",
    "tests/git",
    "tests/commands/test_doctor.py",
)


def attack_tools() -> int:
    """Failures beside husky, lefthook, pre-commit, Git LFS and ids of SHA-256; tools that are not there are told."""
    words = [sys.executable, "-m", "pytest", "-q", "-n0", "-rs", "-p", "no:cacheprovider", *TOOLS]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"| husky, lefthook, pre-commit, LFS, SHA-256 | tests | {done.returncode} | {done.stdout.splitlines()[-1]} |")
    return done.returncode


def attack_growth(size: int) -> int:
    """Inputs that take more than three times as long when they are twice as long."""
    failed = 0
    build_ledger(collection({"a.txt": f"{HEAD}wij zullen".encode()}))
    for name, made in GROWING.items():
        spent = []
        for number in (size, 2 * size):
            began = time.process_time()
            text = made(number)
            build_ledger(collection({"a.txt": (text if text.startswith("<") else HEAD + text).encode()}))
            spent.append(time.process_time() - began)
        failed += (grew := spent[1] / max(spent[0], 0.05)) > 3
        print(f"| {name} | {size}, {2 * size} | {int(grew > 3)} | {spent[0]:.2f} s, {spent[1]:.2f} s: × {grew:.1f} |")
    return failed


def main() -> int:
    """Everything, as a table."""
    given = [int(word) for word in sys.argv[1:]]
    files, number, kills, seed = (given + [1000, 100, 20, 1][len(given) :])[:4]
    print("| attack | number | failures | |\n|---|---|---|---|", flush=True)
    failed = attack_files(files, seed) + attack_series(number, seed)
    chance = Random(seed)
    failed += attack_documents(500)
    total = failed.total() + attack_writers() + attack_kills(kills, chance) + attack_tools() + attack_growth(500)
    print("\n".join(f"{count} × {where}" for where, count in failed.most_common()))
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB; {total} failures")
    return min(total, 1)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write_rulings(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        sys.exit(main())
