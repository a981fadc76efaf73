"""Why a file was not read, in the reader's language."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker import documents
from tracker.i18n.catalog import in_english, speaking
from tracker.i18n.message import Message
from tracker.views.messages import SENTENCES, retold


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
    words = in_english(Message(message))
    blanks = {name: "x1" for _, name, _, _ in string.Formatter().parse(words) if name}
    sentence = words.format(**blanks)
    assert retold(sentence) == sentence
    with speaking("nl"):
        assert retold(sentence) != sentence


def reasons() -> Iterator[str]:
    """The sentences with which the readers refuse a file, with a sign for what they fill in."""
    for path in Path(documents.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "LetterError":
                match call.args[0]:
                    case ast.Constant(value=str(sentence)):
                        yield sentence
                    case ast.JoinedStr(values=parts):
                        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "9" for part in parts)


def test_every_refusal_has_its_dutch() -> None:
    found = list(reasons())
    assert len(found) > 30
    with speaking("nl"):
        assert [sentence for sentence in found if retold(sentence) == sentence] == []
