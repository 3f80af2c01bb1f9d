"""One publisher is crawled by one process: a lock file for each, which the system lets go when its process ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def held(home: Path, codes: list[str]) -> Iterator[dict[str, int]]:
    """Hold the locks of `codes` under `home`/locks; gives those that another process holds, by its number or 0.

    Raises OSError where the folder cannot be written.
    """
    folder = home / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        busy: dict[str, int] = {}
        for code in codes:
            # Opened for appending: another's number is not wiped before the lock is had.
            file = stack.enter_context((folder / f"{code}.lock").open("a+", encoding="ascii"))
            if not _lock(file):
                busy[code] = _holder(file)
        yield busy


def _lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    file.seek(0)
    file.truncate()
    file.write(f"{os.getpid()}\n")
    file.flush()
    return True


def _holder(file: IO[str]) -> int:
    file.seek(0)
    written = file.read().strip()
    return int(written) if written.isdecimal() else 0
