"""A list's bytes out of gzip, as far as they go."""

import zlib

from crawler.discovery.limits import LARGEST_LIST
from crawler.discovery.listing import UnreadableList

_GZIP = b"\x1f\x8b"
_STEP = 1 << 16


def unpacked(body: bytes) -> tuple[bytes, str | None]:
    """The plain bytes, and why they may end too early: gzip that is cut short or damaged is read up to there.

    Raises UnreadableList where nothing comes out of it, or more than any list can be.
    """
    if not body.startswith(_GZIP):
        return body, None
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    plain, damage = bytearray(), None
    try:
        # In steps, so that what stands before a fault is had.
        for start in range(0, len(body), _STEP):
            plain += unpacker.decompress(body[start : start + _STEP], LARGEST_LIST + 1 - len(plain))
            if len(plain) > LARGEST_LIST:
                raise UnreadableList(f"more than {LARGEST_LIST} bytes unpacked")
    except zlib.error as fault:
        damage = f"damaged gzip: {fault}"
    if not damage and not unpacker.eof:
        damage = "gzip cut short"
    if damage and not plain:
        raise UnreadableList(damage)
    return bytes(plain), damage
