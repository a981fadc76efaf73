"""What was asked of the hooks when they were installed, as the repository's own configuration keeps it."""

from __future__ import annotations

import sys
from pathlib import Path

from msgspec import Struct

from tracker.export.registry import report_forms
from tracker.git.repository import Home, set_settings, settings


class HookConfig(Struct, frozen=True, kw_only=True):
    """Where the letters are and what is to be done about them; folders are those of the repository ("." is all)."""

    letters: str = "."
    reports: str = "reports"
    also: tuple[str, ...] = ()
    """The forms of the registry that a report is also written in."""
    lang: str = ""
    """The language of the reports and of what is printed, "" for that of the environment."""
    fail_on: tuple[str, ...] = ()
    """The kinds of findings that a push must not bring; none: pushes are not looked at."""

    allow_unchecked: bool = False
    """Whether a push goes on where that could not be looked into."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of the registry that a report is written in, that first which is told of."""
        first, *others = (form.name for form in report_forms())
        return (first, *(name for name in others if name in self.also))

    @property
    def folder(self) -> str:
        """The folder of letters as git's trees name it: "" is all."""
        return "" if self.letters == "." else self.letters


def config_of(home: Home) -> HookConfig | None:
    """What was asked for in this repository, None where no hooks were."""
    known = settings(home)
    if "letters" not in known:
        return None
    return HookConfig(
        letters=known["letters"],
        reports=known.get("reports", "reports"),
        also=_listed(known.get("also", "")),
        lang=known.get("lang", ""),
        allow_unchecked=known.get("allow-unchecked") == "true",
        fail_on=_listed(known.get("fail-on", "")),
    )


def _listed(value: str) -> tuple[str, ...]:
    return tuple(word for word in value.split(",") if word)


_NAMES = ("python", "letters", "reports", "also", "lang", "fail-on", "allow-unchecked")


def keep_wishes(home: Home, wishes: HookConfig | None) -> None:
    """Write down what was asked for, or forget it."""
    values: dict[str, str | None] = dict.fromkeys(_NAMES)
    if wishes:
        values |= {"python": Path(sys.executable).as_posix()}
        values |= {"letters": wishes.letters, "reports": wishes.reports, "also": ",".join(wishes.also) or None}
        values |= {"lang": wishes.lang or None, "fail-on": ",".join(wishes.fail_on) or None}
        values |= {"allow-unchecked": "true" if wishes.allow_unchecked else None}
    set_settings(home, values)
