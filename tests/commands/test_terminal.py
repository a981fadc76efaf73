"""Where no screens can be drawn the report is printed, and nobody waits before an empty screen."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tracker.commands.terminal import draws_screens


@pytest.mark.parametrize(
    ("term", "encoding", "tty", "draws"),
    [
        pytest.param("dumb", "utf-8", True, False, id="a dumb terminal"),
        pytest.param("xterm", "iso8859-1", True, False, id="without the signs"),
        pytest.param("xterm", "utf-8", False, False, id="a pipe"),
        pytest.param("xterm", "UTF-8", True, True, id="a terminal"),
    ],
)
def test_where_screens_are_drawn(
    term: str, encoding: str, tty: bool, draws: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    stream = SimpleNamespace(isatty=lambda: tty, encoding=encoding)
    monkeypatch.setattr("tracker.commands.terminal.sys", SimpleNamespace(stdin=stream, stdout=stream))
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert draws_screens() is draws
    monkeypatch.setenv("LC_ALL", "C")
    assert not draws_screens()


@pytest.mark.parametrize(
    ("variable", "locale", "draws"),
    [
        ("LC_ALL", "en_US.ISO-8859-1", False),
        ("LC_CTYPE", "nl_NL.iso88591@euro", False),
        ("LANG", "nl_NL.ISO-8859-15", False),
        ("LANG", "nl_NL.utf8", True),
        ("LC_ALL", "en_US.UTF-8", True),
        ("LANG", "en", True),
    ],
)
def test_a_locale_that_names_other_signs_is_believed(
    variable: str, locale: str, draws: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python writes UTF-8 where it does not know the locale."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, locale)
    monkeypatch.setenv("TERM", "xterm")
    stream = SimpleNamespace(isatty=lambda: True, encoding="utf-8")
    monkeypatch.setattr("tracker.commands.terminal.sys", SimpleNamespace(stdin=stream, stdout=stream))
    assert draws_screens() is draws
