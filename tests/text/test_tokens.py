"""The one tokenizer: words and marks by their shapes, what they are made of, and what they make together."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parsed import nodes_of
from tracker.language.lemmas import words
from tracker.text.tokens import runs, tokenize, whole_pieces

TOKENS = {
    "De brug is af.": ["De", "brug", "is", "af", "."],
    "€ 1.500,50 in 2025": ["€", "1.500,50", "in", "2025"],
    "de onderwijs-regio’s": ["de", "onderwijs-regio’s"],
    "en/of": ["en/of"],
    "de 12e brief, 2025Z19677, van 1.500m2": ["de", "12e", "brief", ",", "2025Z19677", ",", "van", "1.500m2"],
    "bestuurs- en raadsperiode": ["bestuurs", "-", "en", "raadsperiode"],
}


@pytest.mark.parametrize(("text", "tokens"), TOKENS.items())
def test_words_and_marks(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


ELIDED = {
    "bestuurs- en raadsperiode": ["bestuurs"],
    "voor- en na-ijlen": ["voor"],
    "het plan – een schets": [],
    "het plan - een schets": [],
    "de raad-": ["raad"],
    "een -teken": [],
}


@pytest.mark.parametrize(("text", "elided"), ELIDED.items())
def test_a_compound_without_its_last_part_is_marked(text: str, elided: list[str]) -> None:
    assert [token.text for token in tokenize(text) if token.elided] == elided


def test_a_word_is_low_with_a_straight_apostrophe() -> None:
    assert [token.low for token in tokenize("Onderwijsregio’s")] == ["onderwijsregio's"]


@given(st.text())
def test_tokens_stand_where_they_say_and_nothing_but_space_is_lost(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.begin : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(sign for sign in text if not sign.isspace())


RUNS = {"": [], "de auto’s": ["de", "auto", "s"], "€ 1.500,50 – en/of": ["1", "500", "50", "en", "of"]}


@pytest.mark.parametrize(("text", "found"), RUNS.items())
def test_runs(text: str, found: list[str]) -> None:
    assert runs(text) == found


PIECES = {
    "": [],
    "een plan": ["een", " ", "plan"],
    "een  plan.": ["een", "  ", "plan", "."],
    "om 10:30 uur, of 10:45": ["om", " ", "10:30", " ", "uur", ",", " ", "of", " ", "10:45"],
}


@pytest.mark.parametrize(("text", "pieces"), PIECES.items())
def test_whole_pieces(text: str, pieces: list[str]) -> None:
    assert whole_pieces(text, [re.compile(r"\d+:\d+")]) == tuple(pieces)


@given(st.text(alphabet="aé1 .,'’-–/€\n_"))
def test_no_grain_cuts_what_a_coarser_one_holds_together(text: str) -> None:
    tokens = [token.text for token in tokenize(text)]
    assert runs(text) == [run for token in tokens for run in runs(token)]
    assert list(words(text)) == [word for token in tokens for word in words(token)]
    pieces = whole_pieces(text, ())
    assert "".join(pieces) == text
    assert [piece for piece in pieces if not piece.isspace()] == tokens


ROOT = Path(__file__).parents[2]
WORDS = ["een", "zin", "erin"]
OTHERS = {
    "tracker/text/tokens.py": "the tokenizer",
    "tracker/language/lemmas.py": "the words in a token: of “en/of” there are two",
    "tracker/documents/lossless.py": "the proof that no word is lost shares no code with what it proves",
    "tracker/documents/layout/dehyphenate.py": "the letters right before a hyphen, none where a sign stands there",
    "tracker/extraction/register_numbers.py": "letters and figures of a number apart: it is the same in any spelling",
    "tracker/sources/contents.py": "the letters and figures of a paper's number",
    "tracker/sources/holdings.py": "the whole name of a folder",
    "tracker/render/pair.py": "the whole name of a form, as the data of the language have it",
    "tracker/views/search.py": "letters of ASCII in what was typed, by which a text that cannot hold it is passed over",
}
"""Modules with such patterns of their own, each with what for; to part at spaces alone is no tokenizing."""


def cutting(source: str) -> Iterator[str]:
    """The patterns of a module that cut a sentence into its words."""
    calls = (node for node in nodes_of(source) if isinstance(node, ast.Call) and node.args)
    for call in calls:
        cut, first = ast.unparse(call.func), call.args[0]
        if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
            continue
        takes = cut in {"re.compile", "re.findall", "re.finditer"} and re.findall(first.value, " ".join(WORDS)) == WORDS
        if takes or (cut == "re.split" and re.split(first.value, " ".join(WORDS)) == WORDS):
            yield first.value


def test_there_is_no_other_tokenizer() -> None:
    paths = [path for house in ("tracker", "tui") for path in (ROOT / house).rglob("*.py")]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    found = {path for path, text in texts.items() if "re." in text and list(cutting(text))}
    assert found == OTHERS.keys()


def test_another_tokenizer_is_seen() -> None:
    assert list(cutting(r"""re.compile(r"[\w'-]+"); re.findall(r"\S+", text); re.compile(r"\d+")""")) == [
        r"[\w'-]+",
        r"\S+",
    ]
