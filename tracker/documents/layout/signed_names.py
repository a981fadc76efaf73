"""Lines that are the name of a person, perhaps with the office behind it ("J. de Vries, burgemeester")."""

from __future__ import annotations

from tracker.documents.layout.patterns import find, match


def name_and_office(line: str) -> tuple[str, str] | None:
    """The two halves of a line that is a name with the office behind it, the office first."""
    for found in find("office_behind", line):
        name = line[: found.start()]
        if match("person", name):
            return found["office"], name
    return None


def is_name(line: str) -> bool:
    """Whether a line is the name of a person, perhaps with the office behind it."""
    return bool(match("person", line) or name_and_office(line))
