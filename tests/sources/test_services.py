"""The services as data: ours are sound, and a file in their place is read with care."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker import __version__
from tracker.errors import SourceError
from tracker.sources.services import FILE, kind_names, known_services


def test_ours_name_this_version_and_kinds() -> None:
    assert __version__ in known_services().manners.agent
    assert "voortgang" in kind_names()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("pause = ", "pauze = ", "manners.pauze"),
        ("tries = ", 'tries = "x"\n# ', "manners.tries"),
        ("[manners]", "[manners", "line 12"),
        ("d/Nummer eq {number}", "d/Nummer eq {foo}", "of_dossier: .*cannot stand here"),
        ("/Document({id})", "/Document({id", "file: .*cannot stand here"),
        ("tracker/{version}", "tracker/{x}", "agent: .*cannot stand here"),
        ("page = 250", "page = 0", "page: .*cannot stand here"),
        ("Europe/Amsterdam", "Mars/X", "zone: .*cannot stand here"),
        *(("pause = ", f"pause = {value} # ", "pause: .*cannot stand here") for value in ("nan", "inf", "-1", "1e308")),
    ],
)
def test_a_file_that_names_no_services_is_told_with_its_place(
    old: str, new: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "services.toml"
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setenv("TRACKER_SOURCES", str(path))
    with pytest.raises(SourceError, match=told):
        known_services()


@pytest.mark.parametrize("data", [None, b"\xff", b"#" * (1 << 21)])
def test_a_file_that_cannot_be_read_is_told(
    data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "services.toml"
    if data is not None:
        path.write_bytes(data)
    monkeypatch.setenv("TRACKER_SOURCES", str(path))
    with pytest.raises(SourceError) as caught:
        known_services()
    assert caught.value.message.id == "source.services"
