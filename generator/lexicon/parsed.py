"""Knowledge kept as it was parsed, beside the compiled modules and by the rules by which Python keeps those.

Parsing YAML takes longer than everything else that a start does; what was parsed once is kept in ``__pycache__``
with the digest of its text, and used for as long as the text is the same. Where Python is told to write no compiled
modules, or may not, nothing is kept.
"""

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_FORM = b"knowledge 1\n"
"""What a kept file begins with; another number is another form."""


def parsed(file: Path, text: bytes, parse: Callable[[str], Any]) -> Any:
    """The data of a file's text: as kept, else parsed and kept.

    Args:
        file: where the text stands.
        text: its bytes, UTF-8.
        parse: text -> data of lists, mappings and scalars; whatever it raises is raised.
    """
    kept = Path(cache_from_source(f"{file}.py"))
    head = _FORM + sha256(text).digest()
    with suppress(OSError, ValueError, EOFError, TypeError):
        found = kept.read_bytes()
        if found.startswith(head):
            return marshal.loads(found[len(head) :])  # noqa: S302 - as trusted as the compiled modules beside it
    data = parse(text.decode())
    if not sys.dont_write_bytecode:
        _keep(kept, head, data)
    return data


def _keep(kept: Path, head: bytes, data: Any) -> None:
    """Write what was parsed, whole or not at all; a folder that cannot be written keeps nothing."""
    part = kept.with_name(f"{kept.name}.{os.getpid()}")
    with suppress(OSError, ValueError):
        whole = head + marshal.dumps(data)
        kept.parent.mkdir(exist_ok=True)
        try:
            part.write_bytes(whole)
            part.replace(kept)
        finally:
            part.unlink(missing_ok=True)
