"""How often Python looks for garbage that holds itself: what letters become holds none, and is millions of values.

And what becomes of the memory of what is no longer held.
"""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress

_NEW = 500_000
"""Values made since it last looked, at which it looks again: of 40 letters read and linked a fifth of the processor's
time went into looking at Python's own 700, for no memory less."""
_YOUNG, _OLD = 50, 100
"""Looks at the newest after which it looks at the younger ones, and at those after which at all."""
_USUAL = gc.get_threshold()


def look_seldom() -> None:
    """Have this process look for it seldom."""
    gc.set_threshold(_NEW, _YOUNG, _OLD)


def look_as_usual() -> None:
    """Have it look as Python does by itself: screens that come and go hold themselves."""
    gc.set_threshold(*_USUAL)


def give_back() -> None:
    """Give memory that nothing stands in back to the system, which the C library does where it is asked to.

    Of ten thousand statements read in parts and whole that was 20 to 50 MB. Elsewhere than in glibc nothing is done.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
