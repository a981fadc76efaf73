"""What was asked of the hooks: the forms of reports are those of the registry."""

from __future__ import annotations

import pytest

from tracker.export.registry import EXPORTERS, ExportForm, report_forms
from tracker.hooks.config import HookConfig


def test_a_report_is_written_in_the_first_form_and_in_those_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that is added to the registry can be asked for; the order is the registry's."""
    first, second = (form.name for form in report_forms()[:2])
    monkeypatch.setattr(
        "tracker.export.registry.EXPORTERS", [*EXPORTERS, ExportForm("wiki", "sheets", "nowhere", report=True)]
    )
    assert HookConfig().forms == (first,)
    assert HookConfig(also=("wiki",)).forms == (first, "wiki")
    assert HookConfig(also=("wiki", second, "gone")).forms == (first, second, "wiki")
