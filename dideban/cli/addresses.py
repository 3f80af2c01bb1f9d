"""Files that list addresses, one a line."""

import sys
from pathlib import Path

from dideban.cli.faults import Fault, warn


def is_address(text: str) -> bool:
    """Whether it is an address that can be fetched."""
    from crawler.publishers.publisher import bare_host  # noqa: PLC0415 - `--help` need not load pages

    return text.startswith(("http://", "https://")) and bare_host(text) != ""


def addresses_in(file: str) -> list[str]:
    """The addresses in a file («-»: standard input), each once; empty lines and what follows «#» at a start are none.

    Lines that are no address are told of by number. Raises Fault where the file cannot be read or has no address.
    """
    name = "standard input" if file == "-" else file
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        lines = raw.decode("utf-8-sig").splitlines()
    except OSError as fault:
        raise Fault(f"{name}: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise Fault(f"{name}: not UTF-8") from fault
    found: dict[str, None] = {}
    for number, line in enumerate((one.strip() for one in lines), start=1):
        if not line or line.startswith("#"):
            continue
        if is_address(line):
            found[line] = None
        else:
            warn(f"{name}:{number}: {line[:100]!r} is no http address")
    if not found:
        raise Fault(f"{name}: no address in it")
    return list(found)
