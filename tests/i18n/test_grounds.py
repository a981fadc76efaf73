"""What each rule that reads a statement says, in every language: a rule that is added needs its meaning there."""

from __future__ import annotations

import pytest

from tests.i18n.test_locale import CATALOGS
from tracker.extraction.learned.kinds import KIND_LEARNED
from tracker.extraction.rules import load_rules
from tracker.i18n.catalog import LOCALES, speaking
from tracker.model import LEARNED, TENTATIVE
from tracker.views import labels

TABLES = ("commitments", "reports", "kinds")
GROUNDS = sorted(
    {row.id for table in TABLES for row in load_rules(table)} | {LEARNED, TENTATIVE, KIND_LEARNED, "decision"}
)
"""What can have read a statement."""


@pytest.mark.parametrize("language", LOCALES)
def test_every_rule_that_reads_has_its_meaning(language: str) -> None:
    """In words of its own: no id and, in Dutch, not the English ones."""
    with speaking("en"):
        english = {name: labels.meaning(name) for name in GROUNDS}
    with speaking(language):
        told = {name: labels.meaning(name) for name in GROUNDS}
        assert [name for name in GROUNDS if labels.read_by(name) == name] == []
    assert [name for name, text in told.items() if not text or name in text] == []
    assert language == "en" or [name for name in GROUNDS if told[name] == english[name]] == []


def test_the_catalog_says_of_a_rule_what_its_table_says() -> None:
    """The English meaning stands beside the rule too; one that is changed in one place only is found here."""
    with speaking("en"):
        rows = [row for table in TABLES for row in load_rules(table)]
        assert [row.id for row in rows if labels.meaning(row.id) != row.means] == []


def test_no_meaning_is_left_of_a_rule_that_is_gone() -> None:
    """Meanings whose rule went go too."""
    known = {id_.removeprefix("ground.") for id_ in CATALOGS["nl"] if id_.startswith("ground.")}
    assert known == set(GROUNDS)
