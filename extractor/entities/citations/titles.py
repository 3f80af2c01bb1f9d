"""Names that the registry does not have: of laws («قانون ساماندهی دستفروشان ساحلی») and of decrees."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.folding import fold_characters
from extractor.annotations import LawMention
from extractor.entities.citations.anchors import Anchor, stops_behind
from extractor.entities.citations.lexicon import citation_words
from extractor.entities.citations.parts import start_of_parts
from extractor.entities.lexicon import ends_name, is_verb, lexicon
from extractor.entities.skeletons import key
from extractor.entities.taken import Taken

_WORD = re.compile(r" ([^\W\d_]+)")
_COMMA = re.compile(r"، ?([^\W\d_]+)(?: ها)?(?=،| و )")
_NUMBERED = re.compile(r"(?: شماره)? ?\d+(?:/\d+)*(?![\d/])")
_ONLY_NUMBER = re.compile(r" شماره \d+(?:/\d+)*| \d+(?:/\d+)+")
_PLURAL = re.compile(r"(?:ها|های)\Z")
_MAX_WORDS = 14
# A decree of one word more is any decree: «دستورالعمل بهداشتی».
_FEWEST = 2
_COPULAS = frozenset(("است", "نیست", "بود", "نبود", "باشد", "نباشد", "هست", "بودند", "هستند"))


@dataclass(slots=True)
class _Scan:
    """Words of a name as far as they are read, and where the last that may end it ends."""

    folded: str
    at: int
    decree: bool
    words: list[str]
    end: int


def unknown_laws(folded: str, found: Sequence[Anchor], known: Sequence[LawMention]) -> Iterator[LawMention]:
    """Laws outside the registry: cited by a part, with «مصوب» behind them, or named as laws are."""
    taken = Taken(known)
    for anchor in found:
        if taken.overlaps(anchor.start, anchor.end) or stops_behind(folded, anchor.end):
            continue
        scan = _name(folded, anchor.end, decree=False)
        if not scan.words or scan.end == anchor.end:
            continue
        opened = scan.words[0] in citation_words().openers or "".join(scan.words[:2]) in citation_words().openers
        named = len(scan.words) > 1 and (opened or scan.words[-1] in lexicon().abroad)
        if named or folded.startswith(" مصوب", scan.end) or start_of_parts(folded, anchor.start) < anchor.start:
            yield LawMention(anchor.start, scan.end, None, folded[anchor.start : scan.end])


def decrees(folded: str, found: dict[str, list[Anchor]], laws: Sequence[LawMention]) -> Iterator[LawMention]:
    """Decrees, each with the law that it carries out in its name."""
    for anchor in found.get("known", []):
        yield LawMention(anchor.start, anchor.end, None, folded[anchor.start : anchor.end])
    if not found.get("decree"):
        return
    cited = {start_of_parts(folded, law.start): law.end for law in laws}
    for anchor in found["decree"]:
        end = _decree_end(folded, anchor, cited)
        if end is not None:
            yield LawMention(anchor.start, end, None, folded[anchor.start : end])


@cache
def _carrying_out() -> re.Pattern[str]:
    words = "|".join(map(fold_characters, citation_words().carrying_out))
    return re.compile(rf"(?: (?:{words}))* ")


def _decree_end(folded: str, anchor: Anchor, cited: dict[int, int]) -> int | None:
    if key(anchor.word) in citation_words().only_known:
        return None
    behind = _carrying_out().match(folded, anchor.end)
    if behind and behind.end() in cited:
        return cited[behind.end()]
    number = _ONLY_NUMBER.match(folded, anchor.end)
    if number:
        return number.end()
    scan = _name(folded, anchor.end, decree=True)
    if len(scan.words) < _FEWEST or scan.words[0] in citation_words().no_decree:
        return None
    if scan.words[1:2] == ["ای"]:
        return None
    return scan.end


def _name(folded: str, at: int, *, decree: bool) -> _Scan:
    """The words behind a title, as far as they make a name."""
    scan = _Scan(folded, at, decree, [], at)
    for _ in range(_MAX_WORDS):
        word = _WORD.match(folded, scan.at) or _listed(scan)
        if word is None or not _goes_on(scan, word):
            break
        scan.words.append(key(word[1]))
        scan.at = word.end()
        if scan.words[-1] not in ("و", *citation_words().takes, "در"):
            scan.end = scan.at
    while scan.words and scan.words[-1] in ("و", *citation_words().takes, "در"):
        scan.words.pop()
    return scan


def _listed(scan: _Scan) -> re.Match[str] | None:
    """The next of several plurals in a row: «بوم‌گردی‌ها، هتل‌ها و مهمان‌پذیرهای مرزی»."""
    if not scan.words or not _PLURAL.search(scan.words[-1]):
        return None
    item = _COMMA.match(scan.folded, scan.at)
    written = key(item.group().strip("، ")) if item else ""
    return item if _PLURAL.search(written) else None


def _goes_on(scan: _Scan, word: re.Match[str]) -> bool:
    spelt, words = key(word[1]), citation_words()
    if spelt in words.takes:
        return bool(set(scan.words) & words.takes[spelt]) and scan.words.count(spelt) < 2
    if spelt == "در":
        following = _WORD.match(scan.folded, word.end())
        return (
            bool(scan.words) and "در" not in scan.words and not scan.decree
            and following is not None and _noun(key(following[1]))
        )  # fmt: skip
    if spelt == "و":
        return bool(scan.words) and not _another(scan.folded, word.end())
    if scan.decree and spelt in lexicon().heads | words.issuers:
        return False
    if spelt in lexicon().stops or is_verb(spelt) or (spelt in words.compounds and not scan.words):
        return False
    return not (scan.words and _ends(scan, word, spelt))


def _noun(spelt: str) -> bool:
    return spelt not in citation_words().never_after_in and not ends_name(spelt)


def _another(folded: str, at: int) -> bool:
    """Whether «و» that ends at `at` joins not the name's words but another citation or clause."""
    following = _WORD.match(folded, at)
    if following is None:
        return True
    spelt = key(following[1])
    titles = citation_words().parts
    return spelt == "قانون" or spelt in titles or ends_name(spelt) or start_of_parts(folded, at + 1) != at + 1


def _ends(scan: _Scan, word: re.Match[str], spelt: str) -> bool:
    """Whether the name has ended before `word`."""
    after_joint = scan.words[-1] in ("و", "در", *citation_words().takes)
    words = citation_words()
    joins = after_joint or scan.words[-1] in words.openers or spelt in words.openers | words.holds
    if not joins and spelt in words.ends | lexicon().predicates:
        return True
    following = _WORD.match(scan.folded, word.end())
    if following is None:
        return False
    verb = key(following[1])
    return is_verb(verb) and verb not in _COPULAS and len(scan.words) > 1
