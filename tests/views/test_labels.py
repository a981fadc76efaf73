"""The words of the model, as every face says them."""

from __future__ import annotations

import pytest

from tracker.i18n.catalog import speaking
from tracker.model import DateSource, Firmness, Kind, Outcome, Relation, Status, StepKind
from tracker.views import labels
from tui.labels import Labels


@pytest.mark.parametrize("kinds", [Status, StepKind, Kind, Firmness, Outcome, Relation, DateSource])
def test_every_word_of_the_model_is_marked(kinds: type[Status]) -> None:
    assert {str(value) for value in kinds} <= labels.WORDS


def test_the_screens_and_the_reports_call_a_status_alike() -> None:
    screen = Labels("nl")
    with speaking("nl"):
        assert [labels.word(status) for status in Status] == [screen(f"status.{status}") for status in Status]
        assert [labels.word(kind) for kind in Kind] == [screen(f"kind.{kind}") for kind in Kind]
