"""The encoder: a small transformer that reads a sentence with what stands around it; asked where the others are unsure.

It comes with the extra `[encoder]`. Its heads are log-odds of a sentence: `commitment`, `firm` and `report`, and under
the condition that it is one, of each `kind=…` and `outcome=…`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.extraction.analysis import AnalysedSentence
from tracker.extraction.learned.weights import weights_folder
from tracker.language.pack import cached
from tracker.model import Kind, Outcome, PassageKind
from tracker.time_limit import uncounted

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    import numpy as np
    from numpy.typing import NDArray

MODEL = "encoder.onnx"
TOKENIZER = "encoder.tokenizer.json"
HEADS = (
    "commitment",
    "firm",
    "report",
    *(f"kind={kind}" for kind in Kind),
    *(f"outcome={outcome}" for outcome in Outcome),
)
"""What the columns of its scores are."""
Scores = dict[str, float]
"""Log-odds by the names of heads."""
_NEEDS = ("onnxruntime", "tokenizers")
_BATCH = 16
"""Sentences of about one length that are read together."""
_TOKENS = 80
"""Pieces of words of a sentence that are read: more than all but a few sentences have."""
_CHARACTERS = 2_000
"""Characters of a text that are cut into tokens: more than so many tokens ever have, and a bound for hostile text."""
_TOKENS_OF_HEADING = 14
"""Pieces of words of its heading."""
_LEAD_IN = 80
"""Characters of a lead-in that are read, its last ones."""
_HEADING = 60
"""Characters of a heading that are read, its first ones."""
_MARKS = {PassageKind.LIST_ITEM: "- ", PassageKind.TABLE_CELL: "| ", PassageKind.FOOTNOTE: "* "}


class Words(NamedTuple):
    """What the encoder reads of a sentence."""

    text: str
    """The sentence after the end of its lead-in and a mark of its kind of passage."""
    heading: str


class Encoder:
    """The network with its tokenizer, both loaded when they are first asked."""

    def __init__(self, home: Traversable | None = None) -> None:
        """With the model and tokenizer of another folder than the language's, where given."""
        self._home = home or weights_folder()

    def scores(self, sentences: Sequence[AnalysedSentence]) -> NDArray[np.float64]:
        """The log-odds of every head for every sentence, of shape (sentences, heads), rounded to two digits.

        Rounded, so that every machine's order of summing gives the same, but for a rare sentence on a brink.
        """
        import numpy as np

        found = np.zeros((len(sentences), len(HEADS)))
        rows = token_ids(self._tokenizer, [words_of(sentence) for sentence in sentences])
        for places in batches([len(row) for row in rows], _BATCH):
            ids, mask = padded([rows[at] for at in places])
            with uncounted():
                found[places] = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return found.round(2)

    def named(self, sentences: Sequence[AnalysedSentence]) -> list[Scores]:
        """The same, for each sentence by the names of the heads."""
        if not sentences:
            return []
        return [dict(zip(HEADS, map(float, row), strict=True)) for row in self.scores(sentences)]

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        return Tokenizer.from_str(self._home.joinpath(TOKENIZER).read_text(encoding="utf-8"))

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.disable_quant_qdq", "1")  # widened once, not at every product
        model = self._home.joinpath(MODEL).read_bytes()
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


@cached(maxsize=1)
def load_encoder() -> Encoder | None:
    """The encoder of the language; None where the extra `[encoder]` is not installed or is switched off.

    TRACKER_ENCODER=0 in the environment switches it off.
    """
    if os.environ.get("TRACKER_ENCODER") == "0" or any(find_spec(name) is None for name in _NEEDS):
        return None
    return Encoder()


def words_of(sentence: AnalysedSentence) -> Words:
    """The sentence with the end of its lead-in before it, and its heading."""
    lead_in = f"{sentence.lead_in[-_LEAD_IN:]} " if sentence.lead_in else ""
    return Words(lead_in + _MARKS.get(sentence.kind, "") + sentence.text, sentence.heading[:_HEADING])


def token_ids(tokenizer: Any, rows: Sequence[Words]) -> list[list[int]]:
    """Begin, the tokens of the text, end, those of the heading, end; each part cut at its greatest length."""
    begin, end = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
    texts = tokenizer.encode_batch([row.text[:_CHARACTERS] for row in rows], add_special_tokens=False)
    headings = tokenizer.encode_batch([row.heading for row in rows], add_special_tokens=False)
    return [
        [begin, *text.ids[:_TOKENS], end, *heading.ids[:_TOKENS_OF_HEADING], end]
        for text, heading in zip(texts, headings, strict=True)
    ]


def batches(lengths: Sequence[int], size: int) -> Iterator[list[int]]:
    """The places of all rows, those of about one length together, at most `size` at a time."""
    order = sorted(range(len(lengths)), key=lambda at: lengths[at])
    for first in range(0, len(order), size):
        yield order[first : first + size]


def padded(rows: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows of tokens as one table, filled up with token 1, and where in it tokens stand."""
    import numpy as np

    longest = max(map(len, rows))
    ids = np.ones((len(rows), longest), np.int64)
    mask = np.zeros((len(rows), longest), np.int64)
    for at, row in enumerate(rows):
        ids[at, : len(row)] = row
        mask[at, : len(row)] = 1
    return ids, mask
