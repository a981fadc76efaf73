"""Every face of a small collection, read from files, speaks one language and says no id."""

from __future__ import annotations

import re
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

import pytest

from tests.i18n.test_locale import CATALOGS
from tracker.cli import main
from tracker.i18n import catalog
from tracker.views import labels

LETTERS = {
    "2020-01-10.txt": "Wij sturen u voor 1 juli 2020 het actieplan waterzuivering Maas. "
    "Dat actieplan bevat drie maatregelen. In 2021 dienen wij het wetsvoorstel wadvaart veerverbindingen in. "
    "Dat wetsvoorstel sturen wij eind 2021 naar uw Kamer.",
    "2021-06-01.txt": "Wij sturen u uiterlijk 1 maart 2022 het actieplan waterzuivering Maas. De indiening van het "
    "wetsvoorstel wadvaart veerverbindingen is vertraagd tot 2023. Wij starten dit najaar de pilot Scheldekades.",
    "2023-06-01.txt": "Het actieplan waterzuivering Maas is in januari 2023 gepubliceerd. De pilot Scheldekades loopt.",
}
"""Links of two letters and of one, a deadline that moves, one that passes unmentioned, a promise that is kept."""

STALE = """[[decision]]
ruling = "note"
value = "x"
who = "A"
when = 2024-01-01T00:00:00Z
why = "y"
quotes = [{ letter = "2020-01-10", quote = "Dit staat er niet", hash = "00000000" }]
"""
FACES = (
    *(("audit", "--format", form) for form in ("text", "md", "html", "csv")),
    *(("report", "--all", "--format", form) for form in ("text", "md")),
    ("topics",),
    ("show", "2021", "--in"),
    ("diff", "2020", "2021", "--in"),
    *(("thread", words, "--in") for words in ("waterzuivering", "wetsvoorstel", "Scheldekades")),
)
"""What is asked, each with the folder behind it."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three letters, a file that is refused, a manifest that names a letter that is not there, a stale ruling."""
    top = tmp_path_factory.mktemp("brieven")
    for name, text in LETTERS.items():
        (top / name).write_text(f"{text}\n", encoding="utf-8")
    (top / "leeg.txt").touch()
    rows = (f'[[letter]]\npath = "{name}"\ndate = "{name[:10]}"\n' for name in (*LETTERS, "2019-01-01.txt"))
    (top / "letters.toml").write_text("".join(rows), encoding="utf-8")
    (top / "decisions.toml").write_text(STALE, encoding="utf-8")
    return top


class Unknown(NullTranslations):
    """What a catalog falls back on: a message that it does not have is a fault."""

    def gettext(self, message: str) -> str:
        raise KeyError(message)


@pytest.fixture(autouse=True)
def _strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """No words but those of the catalogs."""

    def strict(code: str) -> NullTranslations:
        found = translation(catalog.DOMAIN, catalog.FOLDER, [code or "en"])
        found.add_fallback(Unknown())
        return found

    lenient = catalog.translations

    def asked(id_: str, code: str) -> str | None:
        words = lenient(code).gettext(id_)
        return None if words == id_ else words

    monkeypatch.setattr(catalog, "translations", strict)
    monkeypatch.setattr(labels, "words_of", asked)  # it asks whether there are words, and may find none


def said(face: tuple[str, ...], folder: Path, language: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command says, on either stream, in one line."""
    command, *rest = face
    place = [str(folder)] if rest[-1:] != ["--in"] else ["--in", str(folder)]
    rest = rest[:-1] if rest[-1:] == ["--in"] else rest
    assert main([command, *rest, *place, "--lang", language]) == 0
    streams = capsys.readouterr()
    return " ".join(f"{streams.out} {streams.err}".replace("\u00a0", " ").split())


@cache
def sentences() -> tuple[str, ...]:
    """What the English catalog says between its parameters, in words or with a hyphen, and the Dutch does not."""
    dutch = "\n".join(form for forms in CATALOGS["nl"].values() for form in forms)
    return tuple(
        part
        for id_, forms in CATALOGS["en"].items()
        if not id_.startswith("tui.")
        for part in (part.strip(" :;,.()") for form in forms for part in re.split(r"\{\w+\}", form))
        if len(part) > 8 and re.search("[ -]", part) and part not in dutch
    )


IDS = re.compile(r"[a-z0-9_-]+(?:[.-][a-z0-9_-]+)+")
RULES = {id_.partition(".")[2] for id_ in CATALOGS["en"] if id_.startswith(("ground.", "rule."))}
"""The names of rules, of which a face that speaks a language says what they mean; those that are one word say it."""


def english_names(language: str) -> set[str]:
    """The names of the rules of links that are English words as they are."""
    return {words for id_, (words, *_) in CATALOGS[language].items() if id_ == f"rule.{words}"}


@pytest.mark.parametrize("language", CATALOGS)
@pytest.mark.parametrize("face", FACES, ids=" ".join)
def test_no_face_says_an_id_or_another_language(
    face: tuple[str, ...], language: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ids look like "audit.lapsed"; English sentences are those of the catalog."""
    text = said(face, folder, language, capsys)
    assert len(text) > 40
    assert set(IDS.findall(text)) & (CATALOGS["en"].keys() | RULES - english_names(language)) == set()
    assert language == "en" or [sentence for sentence in sentences() if sentence in text] == []


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["report", "nope", "--lang", "nl"], "nope is geen map; noem de map met de brieven."),
        (["explain", "--lang", "nl"], "geef een zin, of --pair met twee uitspraken (zie 'tracker explain --help')."),
        (["thread", "--lang", "nl"], "'WORDS...' ontbreekt (zie 'tracker thread --help')."),
        (["audit", "--as-of", "x", "--lang", "nl"], "'--as-of' kan dit niet zijn: 'x' is geen dag; schrijf 2024-06-26"),
        (["report", "--lang", "nl", "--status", "x"], "'--status' kan dit niet zijn: 'x' is geen van 'toegezegd', "),
        (["show", "1999", "--lang", "nl", "--in"], "geen brief heet “1999”; er zijn 2020-01-10, 2021-06-01"),
    ],
)
def test_a_fault_is_told_in_the_language_asked_for(
    command: list[str], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also after the command that spoke it has ended."""
    assert main([*command, str(folder)] if command[-1] == "--in" else command) == 2
    assert told in capsys.readouterr().err


def test_how_a_sentence_is_read_is_told_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    """But for the names of grammar, which are data."""
    sentence = "Wij sturen u voor 1 juli 2020 het actieplan als de Kamer instemt. Het plan is uitgevoerd."
    assert main(["explain", sentence, "--date", "2020-01-10", "--lang", "nl"]) == 0
    text = " ".join(capsys.readouterr().out.split())
    parts = ("in een brief van", "Zinsdelen", "Toezegging", "Voortgangsmelding", "betrouwbaarheid 0,")
    assert all(part in text for part in parts)
    assert set(IDS.findall(text)) & RULES == set()
    assert [part for part in sentences() if part in text] == []


def test_what_was_done_is_told_in_dutch(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also by the commands that have no option for it."""
    monkeypatch.setenv("TRACKER_LANG", "nl")
    (tmp_path / "2020-01-10.txt").write_bytes((folder / "2020-01-10.txt").read_bytes())
    here = ["--in", str(tmp_path)]
    ruling = ["note", "waterzuivering", "nagaan", "--why", "x", "--by", "A", *here]
    for command, told in (
        (["init", str(tmp_path)], "vertelt van 1 brief; vul aan wat erin gemarkeerd is."),
        (
            ["decide", *ruling, "--why", "x", "--by", "A", "--in", str(tmp_path)],
            "bevat een oordeel van A: notitie “nagaan”",
        ),
        (
            ["decide", "withdraw", "note", "nagaan", "--in", str(tmp_path)],
            "bevat niet langer een oordeel van A: notitie",
        ),
        (["decide", *ruling], "bevat een oordeel van A: notitie “nagaan”"),
        (["decide", "withdraw", "note", "nagaan", *here], "bevat niet langer een oordeel van A: notitie"),
    ):
        assert main(command) == 0
        assert told in capsys.readouterr().out


def test_a_stale_ruling_and_a_refusal_are_told_in_dutch(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the name of the ruling and the reason."""
    text = said(("report",), folder, "nl", capsys)
    assert "een oordeel van A (notitie: “Dit staat er niet”) is niet toegepast: het citaat in het bestand" in text
    assert "niet gelezen: leeg.txt: het is leeg; zet de brief zelf daar." in text
    assert "letters.toml noemt 2019-01-01.txt, maar dat staat niet in de map." in text
