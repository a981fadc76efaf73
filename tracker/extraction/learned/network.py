"""A small transformer over words and their heading, run by onnxruntime: the extra `[encoder]`.

Two are shipped: one reads sentences (encoder), one tells which statements are of one promise (linking.meaning).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib.resources import as_file
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.extraction.learned.weights import weights_folder, weights_of
from tracker.time_limit import uncounted

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    import numpy as np
    from numpy.typing import NDArray

_NEEDS = ("onnxruntime", "tokenizers")
_BATCH = 6
"""Rows of about one length that are read together: what comes of it is the same, in a seventh less time than of 16 and
a third less than of 32, whose numbers are more than a processor has at hand."""
_TOKENS = 80
"""Pieces of words of a text that are read: more than all but a few sentences have; by judgement."""
_CHARACTERS = 2_000
"""Characters of a text that are cut into tokens: more than so many tokens ever have, and a bound for hostile text; by
judgement."""
_TOKENS_OF_HEADING = 14
"""Pieces of words of its heading; by judgement."""


class Words(NamedTuple):
    """What a network reads of a sentence or statement."""

    text: str
    heading: str


class Network:
    """The network of a file with its tokenizer, both loaded when they are asked."""

    def __init__(self, name: str, home: Traversable | None = None) -> None:
        """The one of this name, from another folder than the language's where given."""
        self._name = name
        self._home = home or weights_folder()

    def answers(self, rows: Sequence[Words]) -> NDArray[np.float32]:
        """What it makes of each, of shape (rows, width of its answer); at least one row must be given."""
        import numpy as np

        tokens = token_ids(self._tokenizer, rows)
        found: dict[int, NDArray[np.float32]] = {}
        for places in batches([len(row) for row in tokens], _BATCH):
            ids, mask = padded([tokens[at] for at in places])
            with uncounted(), weights_of(model_file(self._name)):
                found |= dict(zip(places, self._session.run(None, {"ids": ids, "mask": mask})[0], strict=True))
        return np.stack([found[at] for at in range(len(rows))])

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        file = self._home.joinpath(tokenizer_file(self._name))
        with weights_of(file.name):
            return Tokenizer.from_str(file.read_text(encoding="utf-8"))

    @property
    def _session(self) -> Any:
        file = self._home.joinpath(model_file(self._name))
        if file not in _READY:
            _READY.clear()
            _READY[file] = _loaded(file)
        return _READY[file]


_READY: dict[Traversable, Any] = {}
"""The network that was asked last, ready to run: one at a time, since each takes more than a hundred megabytes."""


def _loaded(file: Traversable) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.disable_quant_qdq", "1")  # widened once, not at every product
    with weights_of(file.name), as_file(file) as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def is_installed() -> bool:
    """Whether the extra `[encoder]` is there and not switched off: TRACKER_ENCODER=0 in the environment does so."""
    return os.environ.get("TRACKER_ENCODER") != "0" and _has_needs()


@cache
def _has_needs() -> bool:
    return all(find_spec(name) is not None for name in _NEEDS)


def model_file(name: str) -> str:
    """The name of the file that holds a network."""
    return f"{name}.onnx"


def tokenizer_file(name: str) -> str:
    """The name of the file that holds its tokenizer."""
    return f"{name}.tokenizer.json"


def token_ids(tokenizer: Any, rows: Sequence[Words]) -> list[list[int]]:
    """Begin, the tokens of the text, end, those of the heading, end; each part cut at its greatest length."""
    begin, end = tokenizer.token_to_id("<s>"), tokenizer.token_to_id("</s>")
    texts = tokenizer.encode_batch([_readable(row.text) for row in rows], add_special_tokens=False)
    headings = tokenizer.encode_batch([_readable(row.heading) for row in rows], add_special_tokens=False)
    return [
        [begin, *text.ids[:_TOKENS], end, *heading.ids[:_TOKENS_OF_HEADING], end]
        for text, heading in zip(texts, headings, strict=True)
    ]


def _readable(text: str) -> str:
    """As much as may be read, each half of a surrogate pair, which no tokenizer takes, as a question mark."""
    return text[:_CHARACTERS].encode(errors="replace").decode()


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
