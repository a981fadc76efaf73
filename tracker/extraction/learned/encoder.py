"""The encoder: a small transformer that reads a sentence with what stands around it; asked where the others are unsure.

It comes with the extra `[encoder]`. Its heads are log-odds of a sentence: `commitment`, `firm` and `report`, and under
the condition that it is one, of each `kind=…` and `outcome=…`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.extraction.analysed_sentence import AnalysedSentence
from tracker.extraction.learned.network import Network, Words, is_installed
from tracker.language.pack import cached
from tracker.model import Kind, Outcome, PassageKind

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    import numpy as np
    from numpy.typing import NDArray

ENCODER = "encoder"
TAUGHT = tuple(map(Outcome, ("delivered", "in_progress", "delayed", "extended", "changed", "cancelled", "declined")))
"""The outcomes that the weights learned, in the order of their columns: one that is added since has none."""
HEADS = (
    "commitment",
    "firm",
    "report",
    *(f"kind={kind}" for kind in Kind),
    *(f"outcome={outcome}" for outcome in TAUGHT),
)
"""What the columns of its scores are."""
Scores = dict[str, float]
"""Log-odds by the names of heads."""
_LEAD_IN = 80
"""Characters of a lead-in that are read, its last ones; by judgement."""
_HEADING = 60
"""Characters of a heading that are read, its first ones; by judgement."""
_MARKS = {PassageKind.LIST_ITEM: "- ", PassageKind.TABLE_CELL: "| ", PassageKind.FOOTNOTE: "* "}


class Encoder:
    """The network with its heads."""

    def __init__(self, home: Traversable | None = None) -> None:
        """With the model and tokenizer of another folder than the language's, where given."""
        self._network = Network(ENCODER, home)

    def scores(self, sentences: Sequence[AnalysedSentence]) -> NDArray[np.float64]:
        """The log-odds of every head for every sentence, of shape (sentences, heads), rounded to two digits.

        Rounded, so that every machine's order of summing gives the same, but for a rare sentence on a brink.
        """
        import numpy as np

        if not sentences:
            return np.zeros((0, len(HEADS)))
        return self._network.answers([encoder_words(sentence) for sentence in sentences]).astype(np.float64).round(2)

    def named(self, sentences: Sequence[AnalysedSentence]) -> list[Scores]:
        """The same, for each sentence by the names of the heads."""
        return [dict(zip(HEADS, map(float, row), strict=True)) for row in self.scores(sentences)]


@cached(maxsize=1)
def load_encoder() -> Encoder | None:
    """The encoder of the language; None where the extra `[encoder]` is not installed or is switched off."""
    return Encoder() if is_installed() else None


def encoder_words(sentence: AnalysedSentence) -> Words:
    """The sentence with the end of its lead-in and a mark of its kind of passage before it, and its heading."""
    lead_in = f"{sentence.lead_in[-_LEAD_IN:]} " if sentence.lead_in else ""
    return Words(lead_in + _MARKS.get(sentence.kind, "") + sentence.text, sentence.heading[:_HEADING])
