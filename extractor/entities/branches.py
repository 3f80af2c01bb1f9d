"""Provincial branches: none is the national body that its words name."""

import re
from dataclasses import replace

from corpus.registry import Body, load
from extractor.annotations import Mention
from extractor.entities.bodies_lexicon import closing_places, contexts, places
from extractor.entities.lexicon import ends_name
from extractor.entities.placing import abroad_end, longest, opening_words, place_end, tail_end
from extractor.entities.scores import PART, UNKNOWN
from extractor.entities.skeletons import key

_BEFORE = re.compile(r"(?<![^\W_])(?:اداره کل|ادارهکل|اداره|نمایندگی|شعبه|شعب|ادارات کل|ادارات) \Z")
_ENDS = frozenset({"ل ", "ه ", "ی ", "ب ", "ت "})
_BRANCH = re.compile(r" ([^\W\d_]+)(?: \d{1,3}(?=[^\d]))?")
_TAILS = ("کشور", "ایران")
_WORD = re.compile(r" ([^\W_]+)")
# Bodies that have an office in every town, so that a town behind them is part of the name.
_IN_TOWNS = frozenset({"organization", "vice_presidency", "oversight", "foundation", "fund", "council"})


def branch(folded: str, mention: Mention) -> Mention:
    """`mention`, or the branch that its neighbours make of it: id None under the text's own words."""
    if mention.type == "platform" or mention.short:
        return mention
    start, end = mention.start, mention.end
    word = _WORD.match(folded, end)
    if word and (key(word[1]) in opening_words() or key(word[1]) in places().branch_words):
        end = _tail_end(folded, mention)
        mention = replace(mention, end=end) if end > mention.end else mention
        abroad = abroad_end(folded, end) if mention.type == "agency" else None
        if abroad:
            land = folded[end:abroad].strip()
            return Mention(start, abroad, None, folded[start:abroad], mention.type, place=land, score=UNKNOWN)
        end = _branch_end(folded, mention)
    before = _BEFORE.search(folded, max(0, start - 20), start) if folded[start - 2 : start] in _ENDS else None
    if before:
        start = before.start()
    if (start, end) == (mention.start, mention.end):
        return mention
    parent = mention.id if mention.type == "agency" else None
    place = folded[mention.end : end].strip() or None
    return Mention(start, end, None, folded[start:end], mention.type, parent=parent, place=place, score=PART)


def _branch_end(folded: str, mention: Mention) -> int:
    """Where the place, branch or unit behind `mention` ends."""
    body = load().by_id.get(mention.id or "")
    kind = body.kind if isinstance(body, Body) else None
    if kind in ("bank", "university", "company", "insurer"):
        word = _BRANCH.match(folded, mention.end)
        if word and key(word[1]) in places().branch_words:
            found = longest(folded, word.end(), places().branch_names | closing_places())
            if found is None and key(word[1]) == "شعبه":
                name = _WORD.match(folded, word.end())
                found = name.end() if name and name[1].isalpha() and not ends_name(key(name[1])) else None
            if found:
                return found
    return place_end(folded, mention.end, town=kind in _IN_TOWNS)


def _tail_end(folded: str, mention: Mention) -> int:
    """Where the name ends with «کشور» or «ایران» behind it, which a full name may have."""
    if mention.type != "agency" or folded.endswith(_TAILS, mention.start, mention.end):
        return mention.end
    end = tail_end(folded, mention.end)
    word = _WORD.match(folded, end)
    if end > mention.end and word and folded.endswith("کشور", 0, end) and key(word[1]) in contexts().country_of:
        return mention.end
    return end
