"""One byte for each character of a folded text: an automaton reads bytes far quicker than text.

Letters that neither Persian nor English spells names with share one code, so they are letters and match no name.
"""

import codecs
from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from corpus.folding import skeleton

_PERSIAN = "اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیء"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_FURTHER = "éèêëáàâãåäçíîïñóôõöøúûüýÿœæÉÀÇÖÜÄÅØşğıŞĞčšžćłńڤڕڵۆۇ"
_SIGNS = " \n.،:؛؟!«»()[]{}-_/\\\"'…%,;*+=<>|&#@~^`$°•·–—×÷\u200c\u200f\u200e٫٬"
_OTHER = "\ue000"
# A text of more kinds of rare characters than these is no article; each kind takes one pass over the text.
_MANY = 60


def _alphabet() -> str:
    """The character of each code. The codec's table must begin with NUL, and what it lacks becomes «?»."""
    characters = dict.fromkeys("\0?" + _SIGNS + "0123456789" + _LATIN + _LATIN.upper() + _PERSIAN + _OTHER + _FURTHER)
    return "".join(characters)[:256]


_ALPHABET = _alphabet()
_CODES = codecs.charmap_build(_ALPHABET)
_KNOWN = frozenset(_ALPHABET)


def _spelt(char: str) -> str:
    """How `char` of the alphabet is spelt in a skeleton; a space for a sign."""
    if char == _OTHER:
        return char
    found = skeleton(char)
    return found if found in _KNOWN and found else (_OTHER if char.isalnum() else " ")


_SPELLING = bytes(_ALPHABET.index(_spelt(char)) if char else 0 for char in _ALPHABET.ljust(256))
_BLANK = bytes(code for code, char in enumerate(_ALPHABET) if _spelt(char) == " ")
_OTHER_CODE = bytes([_ALPHABET.index(_OTHER)])
_LACKED = bytes([_ALPHABET.index("?")])
# What `spaced` gives for every sign.
BREAK = bytes([_ALPHABET.index(" ")])


def spaced(folded: str) -> bytes:
    """The code of each character of `folded`, `BREAK` for every sign."""
    return _coded(folded).translate(_SPELLING)


def encoded(text: str) -> bytes:
    """The codes of the letters and digits of `text`."""
    return _coded(text).translate(_SPELLING, _BLANK)


def automaton(names: Iterable[str]) -> BytesAhoCorasick:
    """What finds `names`, which are skeletons, in codes; one of a letter that has no code of its own is never found."""
    found = (encoded(name) for name in names)
    # NUL is a sign, so no codes of a text have it.
    codes = [one if is_spelt(one) else b"\0" for one in found]
    return BytesAhoCorasick(codes, matchkind=MatchKind.Standard, implementation=Implementation.DFA)


def is_spelt(codes: bytes) -> bool:
    """Whether no letter of a name's `codes` is one that others share its code with."""
    return _OTHER_CODE not in codes


def letters_of(codes: bytes, folded: str) -> str:
    """The letters and digits of `folded`, whose `codes` are given."""
    if is_spelt(codes):
        return codecs.charmap_decode(codes, "strict", _ALPHABET)[0]
    return "".join(_letter(char) for char in folded if char.isalnum())


def _letter(char: str) -> str:
    spelt = skeleton(char)
    return spelt if len(spelt) == 1 else char


def _coded(text: str) -> bytes:
    codes = codecs.charmap_encode(text, "replace", _CODES)[0]
    if _LACKED not in codes or codes.count(_LACKED) == text.count("?"):
        return codes
    return codecs.charmap_encode(_known(text), "replace", _CODES)[0]


def _known(text: str) -> str:
    """`text` with what the alphabet lacks exchanged for what stands for it."""
    rare: dict[str, str | int | None] = {char: _instead(char) for char in set(text) - _KNOWN}
    if len(rare) > _MANY:
        return text.translate(str.maketrans(rare))
    for char in rare:
        text = text.replace(char, _instead(char))
    return text


def _instead(char: str) -> str:
    return _OTHER if char.isalnum() else " "
