"""Where the weights of the learned readers stand: in the language pack, for they are weights of its words."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from tracker.language.pack import current


def weights_folder() -> Traversable:
    """The folder of the weights of the language. Raises FileNotFoundError: it has none."""
    folder = current().weights
    if folder is None:
        raise FileNotFoundError(f"the language {current().code} has no weights of learned readers.")
    return folder
