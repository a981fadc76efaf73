"""An attack with a seed: broken files, mutated series through every face, kills, writers at once, inputs that grow.

    python tests/benchmarks/bench_attack.py [FILES] [SERIES] [KILLS] [SEED]

It prints a table and ends with 1 where anything failed. tests/test_survival.py is the quick part of it, and
tests/hooks/test_callers.py that with the hooks of other tools.
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
os.environ |= {"TRACKER_ENCODER": "0", "TRACKER_NO_CACHE": "1"}

from tests import repositories  # noqa: E402
from tests.every_face import collection, faces  # noqa: E402
from tests.mutated_files import PRINTED, broken  # noqa: E402
from tests.mutations import series  # noqa: E402
from tracker.decisions.file import record  # noqa: E402
from tracker.decisions.ruling import Decision, Ruling, anchor  # noqa: E402
from tracker.decisions.toml_text import read_decisions  # noqa: E402
from tracker.documents import read_letter  # noqa: E402
from tracker.errors import LetterError  # noqa: E402
from tracker.pipeline import build_ledger  # noqa: E402

WRITERS, EACH = 10, 100
HEAD = "Brief van 3 maart 2020\n\n"
SHARES = dict(zip(PRINTED, (40, 4, 20, 8, 15, 12.7, 0.3), strict=True))
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


def attack_reports(number: int, chance: Random) -> int:
    """Hooks killed while they write reports: reports that are not whole, and what `catch-up` then does not write."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder, "repo")
        names = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        places = {
            "XDG_CACHE_HOME": str(Path(folder, "cache")),
            "PYTHONPATH": str(ROOT),
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        known = {name: value for name, value in os.environ.items() if name != "TRACKER_NO_CACHE"} | names | places

        def run(*words: str) -> subprocess.Popen[bytes]:
            silent = subprocess.DEVNULL
            return subprocess.Popen(words, cwd=top, env=known, stdout=silent, stderr=silent)

        tracker = (sys.executable, "-P", "-m", "tracker", "hook")
        repositories.write(top / "brieven")
        for words in (("git", "init", "-q"), ("git", "add", "."), ("git", "commit", "-q", "-m", "x")):
            run(*words).wait()
        run(*tracker, "install", "--letters", "brieven").wait()
        began = time.perf_counter()
        run(*tracker, "catch-up").wait()
        whole = {path.name: path.read_bytes() for path in top.glob("reports/*.md")}
        length = time.perf_counter() - began
        for _ in range(number):
            for path in top.glob("reports/*"):
                path.unlink()
            one = run(*tracker, "catch-up")
            time.sleep(length * (0.5 + 0.6 * chance.random()))
            one.send_signal(signal.SIGKILL)
            one.wait()
            there = {path.name: path.read_bytes() for path in top.glob("reports/[!.]*")}
            failed += any(whole.get(name) != data for name, data in there.items())
        run(*tracker, "catch-up").wait()
        failed += {path.name: path.read_bytes() for path in top.glob("reports/*.md")} != whole
    print(f"| kills while reports are written | {number} | {failed} | all {len(whole)} there at the end |", flush=True)
    return failed


def attack_reading(number: int, chance: Random) -> int:
    """Readers killed while they remember what they read: answers that differ afterwards."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        repositories.write(Path(folder, "brieven"))
        known = {name: value for name, value in os.environ.items() if name != "TRACKER_NO_CACHE"}
        places = known | {"XDG_CACHE_HOME": str(Path(folder, "cache")), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-P", "-m", "tracker", "report", str(Path(folder, "brieven")), "--all"]
        began = time.perf_counter()
        wanted = subprocess.run(command, env=places, capture_output=True, check=True).stdout
        length = time.perf_counter() - began
        for at in range(number):
            if at % 10 == 0:
                shutil.rmtree(Path(folder, "cache"))
            one = subprocess.Popen(command, env=places, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(length * chance.random())
            one.send_signal(signal.SIGKILL)
            one.wait()
            if at % 10 == 9:
                failed += subprocess.run(command, env=places, capture_output=True, check=False).stdout != wanted
    print(f"| kills while letters are read | {number} | {failed} | |", flush=True)
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


def ruling(value: str) -> Decision:
    """A ruling to keep."""
    now = dt.datetime(2024, 7, 1, 12, tzinfo=dt.UTC)
    quotes = (anchor("brief", "Wij komen."),)
    return Decision(ruling=Ruling.NOTE, who="A", when=now, why="w", quotes=quotes, value=value)


def write_rulings(path: Path, name: str, number: int) -> None:
    """What one writer does; it prints each ruling that it was told is kept."""
    for at in range(number):
        record(path, ruling(f"{name}-{at}"))
        print(f"{name}-{at}", flush=True)


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


def attack_kills(number: int, chance: Random) -> int:
    """Writers killed at any moment: rulings that were told kept and are gone, files that cannot be read, litter."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "decisions.toml")
        told: set[str] = set()
        for at in range(number):
            one = writer(path, f"k{at}", 1000)
            first = one.stdout.readline().strip() if one.stdout else ""
            time.sleep(chance.random() * 0.05)
            one.send_signal(signal.SIGKILL)
            told |= {first, *one.communicate()[0].split("\n")[:-1]} - {""}
            kept = {row.value for row in read_decisions(path.read_text(encoding="utf-8"))}
            failed += not told <= kept
            if len(kept) > 500:
                path.unlink()
                told = set()
    print(f"| kills while rulings are written | {number} | {failed} | |", flush=True)
    return failed


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
    total = failed.total() + attack_writers() + attack_kills(kills, chance)
    total += attack_reports(kills, chance) + attack_reading(kills, chance) + attack_growth(500)
    print("\n".join(f"{count} × {where}" for where, count in failed.most_common()))
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB; {total} failures")
    return min(total, 1)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        write_rulings(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
    else:
        sys.exit(main())
