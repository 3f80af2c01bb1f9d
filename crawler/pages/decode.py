"""Bytes to text, once, and the same on every machine: no library guesses an encoding after this."""

import codecs
import re
from collections.abc import Mapping

from crawler.pages.outcomes import UndecodablePage

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
# Servers send these by default, whatever the page holds; they accept every byte and so prove nothing.
_MEANINGLESS = frozenset({"iso8859-1", "ascii", "cp1252", "iso8859-15"})
# The most frequent letters of Persian, in the forms of windows-1256, which has no Persian yeh. UTF-8 read as
# windows-1256 shows ط, ظ, غ and signs instead, so this tells the two apart.
_FREQUENT = frozenset("اينردمهوتبسشکكگپع")
_PERSIAN_SHARE = 0.6
# A stray byte in two thousand is a slip of the site; more is another encoding.
_BYTES_PER_SLIP = 2000


def decode(body: bytes, headers: Mapping[str, str] | None = None) -> str:
    """Text of a page: by byte order mark, UTF-8, the declared encoding, then windows-1256 if that reads as Persian.

    UTF-8 goes before the declaration because no other encoding of Persian passes as UTF-8, and wrong declarations are
    common. Raises UndecodablePage.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _strictly(body, encoding) or _refuse(body)
    if b"\0" in body:
        raise UndecodablePage("binary data, not a page")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(body, headers) or _with_slips(body) or _refuse(body)


def _legacy(body: bytes, headers: Mapping[str, str] | None) -> str | None:
    for encoding in dict.fromkeys((*_declared(body, headers), "cp1256")):
        text = _strictly(body, encoding)
        if text is not None and _reads_as_persian(text):
            return text
    return None


def _declared(body: bytes, headers: Mapping[str, str] | None) -> list[str]:
    names = []
    for name, value in (headers or {}).items():
        if name.lower() == "content-type" and (match := _HEADER_CHARSET.search(value)):
            names.append(match[1])
    if found := _META_CHARSET.search(body[:_HEAD_BYTES]):
        names.append(found[1].decode("ascii"))
    return [known for name in names if (known := _known(name)) and known not in _MEANINGLESS]


def _known(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _strictly(body: bytes, encoding: str) -> str | None:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reads_as_persian(text: str) -> bool:
    foreign = [char for char in text if char > "\x7f"]
    return bool(foreign) and sum(char in _FREQUENT for char in foreign) >= _PERSIAN_SHARE * len(foreign)


def _with_slips(body: bytes) -> str | None:
    text = body.decode("utf-8", errors="replace")
    return text if text.count("\ufffd") * _BYTES_PER_SLIP <= len(body) else None


def _refuse(body: bytes) -> str:
    raise UndecodablePage(f"{len(body)} bytes are neither UTF-8 nor Persian in windows-1256")
