"""Where the weights of the learned readers stand: in the language pack, for they are weights of its words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec
from msgspec import Struct

from tracker.errors import TrackerError
from tracker.language.pack import current

Fitted = TypeVar("Fitted", bound=Struct)


def weights_folder() -> Traversable:
    """The folder of the weights of the language. Raises FileNotFoundError: it has none."""
    folder = current().weights
    if folder is None:
        raise FileNotFoundError(f"the language {current().code} has no weights of learned readers.")
    return folder


def read_fitted(name: str, unfitted: Fitted) -> Fitted:
    """The weights in a file of the language; where it has none, what nobody fitted. Raises TrackerError: damaged."""
    try:
        path = weights_folder().joinpath(name)
    except FileNotFoundError:
        return unfitted
    if not path.is_file():
        return unfitted
    with weights_of(name):
        return msgspec.toml.decode(path.read_bytes(), type=type(unfitted))


@contextmanager
def weights_of(name: str) -> Iterator[None]:
    """Read what is in a file of weights, or ask what it holds: whatever fails within is a fault of that file.

    Raises TrackerError: it is lost or damaged, as after an installation that was stopped.
    """
    try:
        yield
    except MemoryError:
        raise
    except Exception as fault:
        raise TrackerError("weights.damaged", file=name, cause=type(fault).__name__) from fault
