"""Three short letters about a harbour, for tests that need a collection on disk that is read in a moment."""

from __future__ import annotations

from pathlib import Path

_HEAD = """12 345 Havens

Nr. {number} BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, {day}

"""
_TEXTS = {
    "2020-03-02_kst-12345-7.txt": (
        "7",
        "2 maart 2020",
        "Het rapport over de verdieping van de Waalhaven sturen we uiterlijk eind 2020 naar uw Kamer.\n\n"
        "In juni 2020 informeren we u over de veerverbindingen op de Oosterschelde.\n\n"
        "Het uitvoeringsplan voor de sluizen van Terneuzen leveren we in oktober 2020 op.\n\n"
        "De proef met walstroom voor binnenvaartschepen start in 2024.\n",
    ),
    "2021-09-01_kst-12345-9.txt": (
        "9",
        "1 september 2021",
        "Het rapport over de verdieping van de Waalhaven schuift door naar eind 2023, omdat het slib vervuild was.\n\n"
        "Het uitvoeringsplan voor de sluizen van Terneuzen is in november 2020 opgeleverd.\n\n"
        "De proef met walstroom voor binnenvaartschepen start in 2024.\n\n"
        "In mei 2022 sturen we uw Kamer een actieplan voor de loodsen.\n",
    ),
    "2022-06-14_kst-12345-12.txt": (
        "12",
        "14 juni 2022",
        "De proef met walstroom voor binnenvaartschepen gaat niet door.\n\n"
        "In het najaar van 2022 informeren we u over de kademuren van de Merwehaven.\n",
    ),
}
NAMES = tuple(_TEXTS)
"""The names of the three files, oldest first."""


def masthead(number: str, day: str) -> str:
    """How a letter of the series begins."""
    return _HEAD.format(number=number, day=day)


def text(name: str) -> str:
    """One of the three letters."""
    number, day, body = _TEXTS[name]
    return _HEAD.format(number=number, day=day) + body


def write(folder: Path, *names: str) -> Path:
    """Put letters, by default all three, into a folder that may not be there yet, and give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or NAMES:
        (folder / name).write_text(text(name), encoding="utf-8")
    return folder
