"""Modules that are loaded when they are first needed, one after another: two threads that load the same ones fail."""

from __future__ import annotations

from importlib import import_module
from threading import RLock
from types import ModuleType

_LOADING = RLock()


def loaded(module: str) -> ModuleType:
    """A module, once no other thread is loading one."""
    with _LOADING:
        return import_module(module)
