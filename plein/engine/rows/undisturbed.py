"""Work on tens of thousands of rows, undisturbed by Python's search for garbage.

Python looks for garbage again and again while many objects are made, at all that were made before: of the time that 30,000 suggestions take,
that is a quarter to a third, and nothing in them is garbage. Others who make many objects at a time leave it out too, as Mercurial does.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


def undisturbed(call: Callable[Asked, Given]) -> Callable[Asked, Given]:
    """The same call, during which Python looks for no garbage; afterwards it does again, if it did before.

    Where several threads are in such calls, the first to end lets it begin again for all: that costs time, and no memory.

    >>> undisturbed(gc.isenabled)(), gc.isenabled()
    (False, True)
    """

    @wraps(call)
    def quietly(*args: Asked.args, **named: Asked.kwargs) -> Given:
        if not gc.isenabled():
            return call(*args, **named)
        gc.disable()
        try:
            return call(*args, **named)
        finally:
            gc.enable()

    return quietly
