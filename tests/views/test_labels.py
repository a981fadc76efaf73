"""The words of the model, as every face says them."""

from __future__ import annotations

import pytest

from tracker.i18n.catalog import LOCALES, gettext, speaking
from tracker.model import DateSource, Firmness, Kind, Outcome, Relation, Status, StepKind, statuses
from tracker.views import labels
from tui.labels import Labels


@pytest.mark.parametrize("kinds", [Status, StepKind, Kind, Firmness, Outcome, Relation, DateSource])
@pytest.mark.parametrize("language", LOCALES)
def test_every_word_of_the_model_has_its_message(kinds: type[Status], language: str) -> None:
    with speaking(language):
        assert not [value for value in kinds if labels.word(value) == f"word.{value}"]


@pytest.mark.parametrize("language", LOCALES)
def test_every_group_and_every_piece_of_news_has_its_heading(language: str) -> None:
    ids = [*(f"group.{group}" for group in statuses.GROUPS), *(f"news.{step}" for step in statuses.NEWS)]
    with speaking(language):
        assert not [id_ for id_ in ids if gettext(id_) == id_]


def test_the_screens_and_the_reports_call_a_status_alike() -> None:
    screen = Labels("nl")
    with speaking("nl"):
        assert [labels.word(status) for status in Status] == [screen(f"status.{status}") for status in Status]
        assert [labels.word(kind) for kind in Kind] == [screen(f"kind.{kind}") for kind in Kind]
