"""Modules that are loaded when they are first needed, one after another: two threads that load the same ones fail."""

from __future__ import annotations

import sys
from importlib import import_module
from threading import RLock
from types import ModuleType

_LOADING = RLock()


def loaded(module: str) -> ModuleType:
    """A module, once no other thread is loading one; what is loaded already is not waited for."""
    known = sys.modules.get(module)
    if known is not None and not getattr(known.__spec__, "_initializing", True):
        return known
    with _LOADING:
        return import_module(module)
