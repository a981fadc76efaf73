"""A round that is killed at any moment is gone on with: no paper twice, none missing, nothing half."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sources.files import PDF, word
from tests.sources.server import Services, official, papers
from tracker.documents.manifest import ManifestSource, parse_manifest
from tracker.sources.fetch_task import run_task

pytestmark = pytest.mark.slow

SOURCE = ManifestSource(dossier="27923")


class KilledError(BaseException):
    """What nothing catches and after which nothing is tidied up."""


def whole(folder: Path, services: Services) -> None:
    """Each paper stands once, as it was published, and is told of once."""
    entries = parse_manifest((folder / "letters.toml").read_text("utf-8")).letters
    had = {f"kst-27923-{one.number}.xml": one.forms["xml"] for one in services.papers}
    assert {path.name: path.read_bytes() for path in folder.glob("*.xml")} == had
    assert {name: entry.sha256 for name, entry in entries.items()} == {
        name: hashlib.sha256(data).hexdigest() for name, data in had.items()
    }
    assert [path.name for path in folder.iterdir() if path.name.endswith(".new")] == []


def go(folder: Path) -> None:
    run_task(folder, SOURCE, (), dry=False, progress=lambda *_: None)


def killed(folder: Path, monkeypatch: pytest.MonkeyPatch, after: int, going: Callable[[Path], None] = go) -> bool:
    """A round that is killed in the place of its so-manieth step on the disk; whether it came to that."""
    steps = [0]

    def counted(name: str) -> None:
        kept = getattr(os, name)

        def step(*words: object, **more: object) -> object:
            steps[0] += 1
            if steps[0] > after:
                raise KilledError
            return kept(*words, **more)

        monkeypatch.setattr(os, name, step)

    with monkeypatch.context() as patched:
        monkeypatch = patched
        counted("replace")
        counted("fsync")
        counted("unlink")
        try:
            going(folder)
        except KilledError:
            return True
    return False


def test_it_is_gone_on_with_wherever_it_is_killed(
    services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At every step on the disk of a round of two papers."""
    services.papers = papers(2)
    for after in range(1, 60, 3):
        place = folder / str(after)
        came_to_it = killed(place, monkeypatch, after)
        go(place)
        whole(place, services)
        if not came_to_it:
            assert after > 10
            return
    pytest.fail("it has more steps than that")


@pytest.mark.parametrize("again", [False, True], ids=["as it was", "changed again"])
def test_a_letter_of_a_folder_changes_its_form_wherever_it_is_killed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    """It keeps its facts, and what comes later comes."""

    def copy(place: Path) -> None:
        run_task(place, None, (), dry=False, progress=lambda *_: None)

    bron = folder.with_name("bron")
    bron.mkdir()
    (bron / "letters.toml").write_text('[[letter]]\npath = "x.pdf"\ntitle = "Havens"\n', "utf-8")
    for after in range(1, 60, 2):
        place = folder / str(after)
        place.mkdir(parents=True)
        (place / "letters.toml").write_text('[source]\nfolder = "../../bron"\n', "utf-8")
        (bron / "x.pdf").write_bytes(PDF)
        copy(place)
        (bron / "x.pdf").write_bytes(word())
        came_to_it = killed(place, monkeypatch, after, copy)
        (bron / "x.pdf").write_bytes(word("In mei 2026 volgt een kaart.") if again else word())
        copy(place)
        (entry,) = parse_manifest((place / "letters.toml").read_text("utf-8")).letters.values()
        assert (entry.title, [path.name for path in place.glob("x-*")]) == ("Havens", [entry.path])
        assert (place / entry.path).read_bytes() == (bron / "x.pdf").read_bytes()
        if not came_to_it:
            return
    pytest.fail("it has more steps than that")


@pytest.mark.parametrize("text", [False, True], ids=["facts", "text"])
def test_what_is_corrected_comes_wherever_it_is_killed(
    services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch, text: bool
) -> None:
    """What a round wrote before it was killed is no word of a person: later corrections come."""

    def correct(title: str) -> None:
        only.title, only.changed = title, f"2025-0{len(title)}-01T00:00:00Z"
        only.forms = {"xml": official(1, only.day, f"In mei 2026 volgt {title}.")} if text else only.forms

    for after in range(1, 60, 3):
        (only,) = services.papers = papers(1)
        place = folder / str(after)
        if after % 2:  # else it is killed when the paper is new
            go(place)
            correct("A")
        came_to_it = killed(place, monkeypatch, after // 2 + 1)
        for title in ("AB", "ABC"):
            correct(title)
            go(place)
            whole(place, services)
            (entry,) = parse_manifest((place / "letters.toml").read_text("utf-8")).letters.values()
            assert entry.title == title
        if not came_to_it:
            assert after > 10
            return
    pytest.fail("it has more steps than that")


def test_an_older_paper_that_comes_first_later_changes_nothing_wherever_it_is_killed(
    services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was half told is no file of a person, whatever is written before its turn comes, and in two rounds."""
    for after in range(1, 30):
        place = folder / str(after)
        services.papers = papers(3)[2:]
        came_to_it = killed(place, monkeypatch, after)
        services.papers = papers(3)[1:]
        killed(place, monkeypatch, 12)
        services.papers = papers(3)
        go(place)
        whole(place, services)
        if not came_to_it:
            return
    pytest.fail("it has more steps than that")


def test_a_better_form_takes_the_place_wherever_it_is_killed(
    services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The PDF is gone once the XML is there."""
    (only,) = services.papers = papers(1)
    xml = only.forms["xml"]
    for after in range(2, 60, 5):
        place = folder / str(after)
        only.forms = {"pdf": PDF}
        go(place)
        only.forms = {"pdf": PDF, "xml": xml}
        came_to_it = killed(place, monkeypatch, after)
        go(place)
        whole(place, services)
        assert not list(place.glob("*.pdf"))
        if not came_to_it:
            return
    pytest.fail("it has more steps than that")


def test_what_came_is_not_asked_for_again(services: Services, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    services.papers = papers(12)
    killed(folder, monkeypatch, random.Random(3).randrange(30, 50))  # noqa: S311
    go(folder)
    whole(folder, services)
    assert len(services.files()) <= 13
