"""The pieces of the base's tokenizer that Dutch papers need, and the tokenizer of those alone.

250,000 pieces of a hundred languages shrink to those of the annotated papers, of the commonest Dutch words and of
single signs; a word of other pieces is cut smaller.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import printable
from typing import Any

from tracker.training.base_encoder import Base

_COMMON_WORDS = 30_000
"""Dutch words whose pieces are kept, most frequent first."""
_SIGNS = frozenset(printable + "▁éëèïöüáóàçêîôûñäíú€§–—‘’“”•·…½²³°")
_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
_PADDING = 1
"""The place of <pad>, which `padded` counts on."""


def needed_pieces(base: Base, texts: Iterable[str]) -> list[int]:
    """The places of the pieces that are kept, rising; the special ones first."""
    from wordfreq import top_n_list

    whole = tokenizer_of(base, range(len(base.pieces)))
    words = [form for word in top_n_list("nl", _COMMON_WORDS) for form in (word, word.capitalize())]
    used = {place for row in whole.encode_batch([*texts, *words], add_special_tokens=False) for place in row.ids}
    single = {place for place, piece in enumerate(base.pieces) if piece in _SIGNS}
    kept = sorted(used | single | {base.pieces.index(piece) for piece in _SPECIAL})
    if base.pieces[kept[_PADDING]] != "<pad>":
        raise ValueError("the base's special pieces do not come first, as the encoder takes it.")
    return kept


def tokenizer_of(base: Base, places: Sequence[int]) -> Any:
    """The unigram tokenizer of some pieces of the base; a piece's number is its place among them."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    pieces = [(base.pieces[place] or f"<{place}>", base.scores[place]) for place in places]
    made = Tokenizer(models.Unigram(pieces, list(places).index(base.unknown)))
    made.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made
