"""How the matches of a pattern can begin, beyond their first word: told from its source, letter by letter.

A lead is a literal beginning and whether a match can end with it. «در (?:حال|دست)» has «در ح» and «در د», for no more
than one letter of the second word is asked for. Whatever is not read here leaves a lead open: anything may follow.
"""

import re
from collections.abc import Iterable

from corpus.folding import fold_characters
from extractor.claims.openings import alternatives, closing

type Leads = frozenset[tuple[str, bool]]

_OPEN: Leads = frozenset({("", False)})
_NOTHING: Leads = frozenset({("", True)})
_GAP: Leads = frozenset({("", True), (" ", True)})
# How far leads are told: a blank and so many letters behind it.
_BEYOND = 2
# More leads than this tell too little to be worth while.
_MOST = 200
_AROUND = re.compile(r"\(\?<?[=!]")
_CLASS = re.compile(r"\[([^\W\d_]+)\]")
_LITERAL = re.compile(r"[^\W_]|[■ ]")
_COUNTED = re.compile(r"\{\d*,?\d*\}|[+*]")


def leads(source: str) -> Leads:
    """The leads of the folded matches of `source`."""
    found: set[tuple[str, bool]] = set()
    for one in alternatives(source.replace("\u200c", "~").replace("~?", "~")):
        found |= _of_sequence(one)
        if len(found) > _MOST:
            return _OPEN
    return frozenset(found)


def following(known: Leads, word: str) -> frozenset[str] | None:
    """The two characters that can follow `word` in a match that begins with it; None where they may be any."""
    found: set[str] = set()
    for lead, whole in known:
        if len(lead) < len(word) + _BEYOND:
            if not whole and word.startswith(lead[: len(word)]) and lead.startswith(word[: len(lead)]):
                return None
            if whole and lead.startswith(word):
                return None
        elif lead.startswith(word):
            found.add(lead[len(word) : len(word) + _BEYOND])
    return frozenset(found)


def _of_sequence(source: str) -> Leads:
    found = _NOTHING
    while source and any(whole for _, whole in found):
        item, source = _item(source)
        found = _joined(found, item)
        if len(found) > _MOST:
            return _OPEN
    return found


def _joined(before: Leads, after: Leads) -> Leads:
    told = {one for one in before if not one[1]}
    for lead, whole in before:
        told |= {_cut(lead + more, ends) for more, ends in after} if whole else set()
    return frozenset(told)


def _cut(lead: str, whole: bool) -> tuple[str, bool]:
    blank = lead.find(" ")
    enough = blank > 0 and len(lead) > blank + _BEYOND
    return (lead[: blank + _BEYOND], False) if enough else (lead, whole)


def _item(source: str) -> tuple[Leads, str]:
    """The leads of the first item of `source`, its quantifier taken in, and what comes behind it."""
    found, rest = _bare_item(source)
    if rest.startswith("?"):
        rest = rest[1:]
        return (_OPEN if rest[:1] in ("?", "+") else found | _NOTHING), rest
    counted = _COUNTED.match(rest)
    if counted:
        return _OPEN, rest[counted.end() :]
    return found, rest


def _bare_item(source: str) -> tuple[Leads, str]:
    if source.startswith("(?:"):
        end = closing(source)
        return leads(source[3:end]), source[end + 1 :]
    if _AROUND.match(source):
        return _NOTHING, source[closing(source) + 1 :]
    letters = _CLASS.match(source)
    if letters:
        return _of_letters(letters[1]), source[letters.end() :]
    if source[0] == "~":
        return _GAP, source[1:]
    return (_of_letters(source[0]) if _LITERAL.match(source) else _OPEN), source[1:]


def _of_letters(letters: Iterable[str]) -> Leads:
    return frozenset((fold_characters(one), True) for one in letters)
