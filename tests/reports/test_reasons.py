"""Why a file was not read, in the reader's language."""

from __future__ import annotations

import string

import pytest

from tracker.reports.reasons import SENTENCES, retold
from tracker.reports.tongue import speaking


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("it is made of cheese; eat it.", "it is made of cheese; eat it.", id="not known"),
        pytest.param("", "", id="nothing"),
        pytest.param("it is empty; put the letter itself there.", "het is leeg; zet de brief zelf daar.", id="known"),
        pytest.param(
            "it has 900 pages, more than 500; split it into its letters.",
            "het heeft 900 bladzijden, meer dan 500; splits het in de afzonderlijke brieven.",
            id="figures filled in",
        ),
        pytest.param(
            "a {b}.docx: tracked changes were read as accepted.",
            "a {b}.docx: bijgehouden wijzigingen zijn als aanvaard gelezen.",
            id="after a file's name, which is no blank",
        ),
    ],
)
def test_a_reason_is_told_in_dutch(sentence: str, told: str) -> None:
    with speaking("nl"):
        assert retold(sentence) == told


@pytest.mark.parametrize("message", SENTENCES)
def test_every_sentence_is_known_again(message: str) -> None:
    blanks = {name: "x1" for _, name, _, _ in string.Formatter().parse(message) if name}
    sentence = message.format(**blanks)
    assert retold(sentence) == sentence
    with speaking("nl"):
        assert retold(sentence) != sentence
