"""Laws and decrees as articles cite them: «بند «و» تبصره ۷ قانون بودجه سال ۱۴۰۱», «این قانون», «بخشنامه شماره ۲۰۰»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.annotations import LawMention
from extractor.entities.citations.anchors import Anchor, anchors, stops_behind
from extractor.entities.citations.budgets import budgets
from extractor.entities.citations.parts import parts_before, parts_behind, start_of_parts
from extractor.entities.citations.pointing import pointing_back
from extractor.entities.citations.titles import decrees, unknown_laws
from extractor.entities.lexicon import lexicon
from extractor.entities.skeletons import key
from extractor.entities.taken import Taken, apart

_WORD = re.compile(r" ([^\W\d_]+)")


def find_laws(folded: str, year: int | None = None) -> list[LawMention]:
    """Laws and decrees cited in `folded` (`View.folded`), sorted, each with its parts in the span and in `parts`.

    `year` is the Jalali year of publication: «قانون بودجه» without a year is read as that year's, «سال گذشته» as the
    year before; without it such a mention has id None under the text's own words. What only points back («این قانون»)
    has `anaphora`, and the law cited last before.
    """
    found = anchors(folded)
    if not found:
        return []
    known = apart([*budgets(folded, found.get("budget", []), year), *_named(folded, found.get("law", []))])
    back = found.get("back", [])
    pointing = Taken(back)
    titles = [one for one in found.get("title", []) if not pointing.overlaps(one.start, one.end)]
    laws = apart([*known, *unknown_laws(folded, titles, known)])
    cited = _with_parts(folded, apart([*laws, *decrees(folded, found, laws)]))
    return apart([*cited, *pointing_back(folded, back, cited)])


def _named(folded: str, found: Sequence[Anchor]) -> list[LawMention]:
    """Laws of the registry; those of another country, which bear its name behind theirs, are none."""
    mentions = []
    for anchor in found:
        law = anchor.law
        if law is None or stops_behind(folded, anchor.end):
            continue
        word = _WORD.match(folded, anchor.end)
        if word and key(word[1]) in lexicon().abroad:
            mentions.append(LawMention(anchor.start, word.end(), None, folded[anchor.start : word.end()]))
        else:
            mentions.append(LawMention(anchor.start, anchor.end, law.id, law.name))
    return mentions


def _with_parts(folded: str, cited: Sequence[LawMention]) -> list[LawMention]:
    """`cited` with the parts before and behind each; none reaches into its neighbour."""
    found: list[LawMention] = []
    for place, one in enumerate(cited):
        start = start_of_parts(folded, one.start, found[-1].end if found else 0)
        end, behind = parts_behind(folded, one.end)
        following = cited[place + 1].start if place + 1 < len(cited) else len(folded)
        if end > following:
            end, behind = one.end, ()
        before = parts_before(folded, start, one.start)
        found.append(replace(one, start=start, end=end, parts=(*before, *behind)))
    return found
