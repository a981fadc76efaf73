"""How fast letters are read, by format: `python tests/benchmarks/bench_reading.py [FILE ...]`.

Prints per file its format, pages (as printed, or of 2,500 characters), pages per second and the peak of memory that
reading it takes, in the process that it takes most in; without files it takes the letters in seeds, the longest of them
as a web page and, where they are at hand, the sample documents.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import time
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.documents import read_letter
from tracker.documents.formats.detect import detect_format

ROOT = Path(__file__).parents[2]
PAGE = 2500
ROUNDS = 5


def measure(path: Path) -> str:
    """One line about one file; the imports of its format are done before the clock starts."""
    os.environ["TRACKER_NO_CACHE"] = "1"
    data = path.read_bytes()
    letter = read_letter(path.name, data)
    begin = time.perf_counter()
    for _ in range(ROUNDS):
        read_letter(path.name, data)
    seconds = (time.perf_counter() - begin) / ROUNDS
    pages = max((passage.page or 0 for passage in letter.passages), default=0) or -(-len(letter.text) // PAGE)
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) >> 10
    speed = f"{pages:4} pages {pages / seconds:8.0f} pages/s {seconds * 1000:8.1f} ms"
    return f"{detect_format(data).name:12} {speed} {peak:5} MB  {path.name}"


def web_page(folder: Path) -> Path:
    """The longest letter of the seeds as a web page in a folder."""
    text = max((path.stat().st_size, path) for path in (ROOT / "seeds").glob("*.txt"))[1].read_text(encoding="utf-8")
    page = folder / "page.html"
    paragraphs = "".join(f"<p>{escape(words)}</p>" for words in text.split("\n\n"))
    page.write_text(f"<html><body>{paragraphs}</body></html>", encoding="utf-8")
    return page


def main(paths: list[Path]) -> None:
    """Measure the files named, or those of every format that are at hand."""
    samples = ROOT.parent / "shared" / "samples"
    paths = paths or [
        *sorted((ROOT / "seeds").glob("*.txt")),
        *sorted(samples.glob("*/*.pdf")),
        *sorted(samples.glob("*/*.docx")),
    ]
    paths += sorted(samples.glob("official_xml/*.xml")) if not sys.argv[1:] else []
    with TemporaryDirectory() as folder:
        report(paths if sys.argv[1:] else [*paths, web_page(Path(folder))])


def report(paths: list[Path]) -> None:
    """Measure each file in a process of its own, for the sake of its peak of memory, and print one line on it."""
    context = multiprocessing.get_context("spawn")
    for path in paths:
        with context.Pool(1) as pool:
            print(pool.apply(measure, (path,)))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
