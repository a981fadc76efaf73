"""Where a quote stands, as an official cites it; and addresses of papers and files, built from ids and paths."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from tracker.documents.structure.section_number import split_number
from tracker.language.resources import entries
from tracker.ledger.queries import Index
from tracker.model import Letter, Section, Statement
from tracker.views.names import HEADING, cited_as, located
from tracker.views.text_style import GLUE


def citation(index: Index, row: Statement) -> str:
    """Where a quote stands: "Kamerstuk 27 923, nr. 456, § 2, p. 8, line 422"."""
    section = index.sections.get(row.section or "")
    numbered = _numbered(section, index.sections) if section else ""
    return located(row, cited(index.letters[row.letter]), numbered)


def cited(letter: Letter) -> str:
    """The paper of a letter: "Kamerstuk 27 923, nr. 456"; the file's name where it is none."""
    said = cited_as("full", letter.dossier, letter.number)
    if not said:
        return PurePosixPath(letter.path).name
    words, _, number = said.rpartition(" ")
    return f"{words}{GLUE}{number}" if words else number


def official(letter: Letter) -> str:
    """The address of the published paper, "" where the letter has no official id."""
    known = entries("citations", "published")
    return str(known["address"]).format(id=letter.id) if known and re.fullmatch(known["id"], letter.id) else ""


def file_link(base: str, path: str) -> str:
    """A link to a file of the collection, whose folder is `base` as seen from the page; "" where one is unknown."""
    steps = PurePosixPath(path)
    if not base or not path or steps.is_absolute() or ".." in steps.parts:
        return ""
    # The "./" keeps a name with a colon from being read as an address.
    return quote(PurePosixPath(base, steps).as_posix() if base.startswith("..") else f"./{PurePosixPath(base, steps)}")


def _numbered(section: Section, sections: Mapping[str, Section]) -> str:
    """The number of a section as printed, under that of the part it stands in; else its heading."""
    found = _number(section)
    if not found:
        return textwrap.shorten(section.heading, HEADING, placeholder="…")
    above = sections.get(section.parent or "")
    while above and not found[0].isdigit():
        if number := _number(above):
            found = f"{number}.{found}"
        above = sections.get(above.parent or "")
    return found


def _number(section: Section) -> str:
    """The number that a heading begins with, "" without one; a lone letter is one only under another heading."""
    number, _ = split_number(section.heading)
    return "" if number.isalpha() and len(number) == 1 and section.parent is None else number
